"""The strain at which wear and recovery balance, over load per resources."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from lederlib._checks import (
    Floats,
)
from lederlib.model import (
    balancing_ratio,
    strain_folds,
    two_stock_folds,
)
from lederlib.text import Lang, format_share, label

_STRAINS: Final = np.linspace(0, 1, 241)[:-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class RestCurve:
    """The strain at which wear and recovery balance, over load per resources.

    Attributes
    ----------
    ratio, strain : numpy.ndarray, shape (points,)
        Load as a multiple of resources, and the strain that rests there.
    branch : numpy.ndarray of int, shape (points,)
        0 on the calm branch, 1 on the ridge between, 2 on the strained branch.
    tip, recover : float
        Ratios at which strain tips and at which it lets go; missing where nothing
        tips, infinite where no load is enough.
    """

    ratio: Floats
    strain: Floats
    branch: np.ndarray
    tip: float
    recover: float


def one_stock_curve(numbers: Mapping[str, Any]) -> RestCurve:
    """Return the curve of `strain_path`.

    Parameters
    ----------
    numbers : mapping
        drain, recovery, half_point, power, tipping and reverse, one number each.

    Examples
    --------
    >>> curve = one_stock_curve(
    ...     {"drain": 0.075, "recovery": 0.25, "half_point": 0.45, "power": 4,
    ...      "tipping": True, "reverse": 0.0})
    >>> round(curve.tip, 2), round(curve.recover, 2)
    (1.37, 1.13)
    """
    bend = {key: numbers[key] for key in ("half_point", "power", "tipping", "reverse")}
    scale = numbers["recovery"] / numbers["drain"]
    ratio = scale * balancing_ratio(_STRAINS, **bend)
    tip, recover = (scale * float(fold) for fold in strain_folds(**bend))
    return _curve(ratio, _STRAINS, tip, recover)


def two_stock_curve(numbers: Mapping[str, Any], resources: float) -> RestCurve:
    """Return the curve of `two_stock_path`, by the strain that is felt.

    Parameters
    ----------
    numbers : mapping
        The rates of `two_stock_path`, one number each.
    resources : float
        Resources; here, unlike with one stock, their level matters as well.
    """
    bend = {key: numbers[key] for key in ("half_point", "power", "tipping")}
    worn = _STRAINS
    slow = numbers["exhaustion_recovery"] * resources / numbers["exhaustion_drain"]
    tired = slow * balancing_ratio(worn, **bend)
    # Where fatigue would have to exceed 1, no load is enough.
    possible = tired < 1
    worn, tired = worn[possible], tired[possible]
    fast = numbers["fatigue_recovery"] / numbers["fatigue_drain"]
    ratio = fast * tired / ((1 - tired) * (1 + numbers["reverse"] * worn))
    share = numbers["fatigue_weight"]
    rates = {key: value for key, value in numbers.items() if key != "fatigue_weight"}
    tip, recover = (
        float(fold) / resources for fold in two_stock_folds(resources, **rates)
    )
    return _curve(ratio, share * tired + (1 - share) * worn, tip, recover)


def _curve(ratio: Floats, strain: Floats, tip: float, recover: float) -> RestCurve:
    falls = np.append(np.diff(ratio) < 0, [False])
    fallen = np.cumsum(falls)
    # Strained is what rises again after having fallen.
    branch = np.where(fallen == 0, 0, np.where(falls, 1, 2))
    return RestCurve(
        ratio=ratio, strain=strain, branch=branch, tip=tip, recover=recover
    )


def edges_in_words(curve: RestCurve, lang: Lang) -> str:
    """Say at which loads strain tips and lets go, or that it does not."""
    if np.isnan(curve.tip):
        return label("strain.phase_alt_no_edge", lang)
    if np.isinf(curve.tip):
        return label("strain.phase_alt_out_of_reach", lang)
    ends = {"tip": curve.tip, "recover": curve.recover}
    shares = {name: format_share(at, lang) for name, at in ends.items()}
    return label("strain.phase_alt_edges", lang, **shares)

"""How much of the differences between people lies between their groups."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd
from scipy.special import fdtrc, fdtri

from lederlib._checks import require_number
from lederlib.measure.agreement._grouped import Grouped, grouped
from lederlib.measure.item_matrix import Table
from lederlib.measure.labels import Labels
from lederlib.measure.moments import Moments
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, format_share, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Icc(Readable):
    """Intraclass correlations of one value.

    Attributes
    ----------
    icc1, icc1_low, icc1_high : float
        ICC(1) with the mean group size, and its interval: the share of the variance
        that lies between groups. It can be negative.
    icc1_n0 : float
        ICC(1) with n0, the group size that makes the estimate of the variance between
        unequal groups unbiased.
    icc2, icc2_low, icc2_high : float
        ICC(2), how reliably the group means tell groups apart, and its interval.
    msb, msw, f, p : float
        Mean squares between and within groups, their ratio and its p value.
    mean_size, n0 : float
        People a group.
    groups, n, left_out : int
        Groups and people counted; people without a group or an answer.
    level : float
        Coverage of the intervals.
    balanced : bool
        Whether all groups are of one size; if not, the intervals are approximate.
    """

    icc1: float
    icc1_low: float
    icc1_high: float
    icc1_n0: float
    icc2: float
    icc2_low: float
    icc2_high: float
    msb: float
    msw: float
    f: float
    p: float
    mean_size: float
    n0: float
    groups: int
    n: int
    left_out: int
    level: float
    balanced: bool

    def to_frame(self) -> pd.DataFrame:
        """Return every figure in a row of its own: `value`."""
        held = {field.name: float(getattr(self, field.name)) for field in fields(self)}
        return pd.Series(held, name="value").rename_axis("figure").to_frame()

    def summary(self, lang: Lang = "da") -> str:
        """Return what the figures say, with intervals and conventions."""
        words = {
            "icc1": format_number(self.icc1, lang),
            "interval1": format_range(self.icc1_low, self.icc1_high, lang),
            "n0": format_number(self.icc1_n0, lang),
            "icc2": format_number(self.icc2, lang),
            "interval2": format_range(self.icc2_low, self.icc2_high, lang),
            "size": format_number(self.mean_size, lang, digits=1),
            "level": format_share(self.level, lang),
            "groups": self.groups,
            "n": self.n,
        }
        told = [label("agreement.icc", lang, **words)]
        told += [label("agreement.icc_unequal", lang)] * (not self.balanced)
        told += [label("agreement.icc_negative", lang)] * (self.icc1 < 0)
        told += [label("agreement.left_out", lang, count=self.left_out)] * (
            self.left_out > 0
        )
        return " ".join(told)


def icc(
    values: Table | pd.Series | Mapping[str, Moments],
    groups: Labels | None = None,
    *,
    level: float = 0.95,
) -> Icc:
    r"""Return ICC(1) and ICC(2) of one value, from a one-way analysis of variance.

    .. math:: ICC(1) = \frac{MSB - MSW}{MSB + (k-1) MSW}, \qquad
              ICC(2) = \frac{MSB - MSW}{MSB}

    Parameters
    ----------
    values : Series or array-like, shape (people,)
        One value a person; a person without it is left out and counted. Or the moments
        of each group by its name, without `groups`; a group of one has none.
    groups : Series or array-like, shape (people,)
        The group of each person, numbers or text, in any order.
    level : float, default 0.95
        Coverage of the intervals, .5 to .999.

    Returns
    -------
    Icc
        `icc1` takes the mean group size for k, as R's multilevel does; `icc1_n0` takes
        :math:`n_0 = (N - \sum n_g^2 / N) / (G - 1)`. A group of one counts: it tells
        about the differences between groups.

    Raises
    ------
    ValueError
        If a value is a text, there is only one group, every group is of one person,
        or all values are alike.

    Notes
    -----
    The intervals follow from the F distribution. They are exact for normal values in
    groups of equal size, and approximate otherwise (`balanced` is then false): the
    mean group size stands in for all of them. Shrout and Fleiss (1979),
    doi:10.1037/0033-2909.86.2.420; Bliese (2000), in Klein and Kozlowski.

    Examples
    --------
    >>> found = icc([1, 2, 2, 4, 5, 5], ["a", "a", "a", "b", "b", "b"])
    >>> round(found.icc1, 3), round(found.icc2, 3)
    (0.929, 0.975)
    """
    coverage = require_number(level, 0.5, 0.999, name="level")
    if isinstance(values, Mapping):
        return _known(values, groups, coverage)
    data = grouped(values, groups, name="values")
    if len(data.items) > 1:
        msg = (
            f"values must be one value a person; got {len(data.items)} columns. "
            "Take their mean, or call icc for each."
        )
        raise ValueError(msg)
    sizes = data.sizes[data.sizes > 0]
    between, within = _mean_squares(data, sizes)
    return _icc(between, within, sizes, coverage=coverage, left_out=data.left_out)


def _mean_squares(data: Grouped, sizes: np.ndarray) -> tuple[float, float]:
    """Return the mean squares between and within groups."""
    values = data.values[0]
    _require_groups(sizes)
    data.require_spread()
    means = data.means(values)[data.codes]
    people, groups = len(values), len(sizes)
    between = float(((means - values.mean()) ** 2).sum()) / (groups - 1)
    within = float(((values - means) ** 2).sum()) / (people - groups)
    return between, within


def _known(
    values: Mapping[str, Moments], groups: Labels | None, coverage: float
) -> Icc:
    """Return the figures from each group's size, mean and variance."""
    if groups is not None:
        msg = "groups must be None where moments come by group already."
        raise ValueError(msg)
    for name, known in values.items():
        if len(known.names) != 1:
            msg = (
                f"values must be one value a person; group {name!r} has "
                f"{len(known.names)} items."
            )
            raise ValueError(msg)
    sizes = np.array([known.n for known in values.values()])
    _require_groups(sizes)
    means = np.array([known.mean[0] for known in values.values()])
    spreads = np.array([known.covariance[0, 0] for known in values.values()])
    centre = (sizes * means).sum() / sizes.sum()
    between = float((sizes * (means - centre) ** 2).sum()) / (len(sizes) - 1)
    within = float(((sizes - 1) * spreads).sum()) / (sizes.sum() - len(sizes))
    if not between and not within:
        msg = "values must vary; every one is the same."
        raise ValueError(msg)
    dropped = sum(known.dropped for known in values.values())
    return _icc(between, within, sizes, coverage=coverage, left_out=dropped)


def _require_groups(sizes: np.ndarray) -> None:
    if len(sizes) < 2:  # noqa: PLR2004
        msg = f"groups must be at least 2; got {len(sizes)}."
        raise ValueError(msg)
    if sizes.max() < 2:  # noqa: PLR2004
        msg = (
            "groups must have one with at least 2 people; "
            f"all {len(sizes)} are of one person."
        )
        raise ValueError(msg)


def _icc(
    between: float, within: float, sizes: np.ndarray, *, coverage: float, left_out: int
) -> Icc:
    people, groups = int(sizes.sum()), len(sizes)
    size = people / groups
    n0 = (people - float((sizes.astype(float) ** 2).sum()) / people) / (groups - 1)
    ratio = np.float64(between) / within if within else np.float64(np.inf)
    freedom, tail = (groups - 1, people - groups), (1 + coverage) / 2
    low = ratio / fdtri(*freedom, tail)
    high = ratio * fdtri(*freedom[::-1], tail)
    return Icc(
        icc1=_icc1(ratio, size),
        icc1_low=_icc1(low, size),
        icc1_high=_icc1(high, size),
        icc1_n0=_icc1(ratio, n0),
        icc2=_icc2(ratio),
        icc2_low=_icc2(low),
        icc2_high=_icc2(high),
        msb=between,
        msw=within,
        f=float(ratio),
        p=float(fdtrc(*freedom, ratio)),
        mean_size=size,
        n0=n0,
        groups=groups,
        n=people,
        left_out=left_out,
        level=coverage,
        balanced=bool((sizes == sizes[0]).all()),
    )


def _icc1(ratio: float, size: float) -> float:
    """Return ICC(1) from the ratio of the mean squares."""
    return 1.0 if np.isinf(ratio) else float((ratio - 1) / (ratio + size - 1))


def _icc2(ratio: float) -> float:
    """Return ICC(2) from the ratio of the mean squares; −∞ where no means differ."""
    return float(1 - 1 / ratio) if ratio > 0 else -np.inf

"""What a given number of people can show, and what it never can."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import chdtri, fdtri, nctdtr, ndtri, stdtrit

from lederlib._checks import NORMAL_95, require_count
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_range, format_share, label

_TAIL: Final = 0.975
_POWER: Final = 0.8
_ALPHA, _ITEMS = 0.8, 5
#: Below this many, no structure and no comparison of groups is worth computing.
_FEW: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reach(Readable):
    """The smallest effects that some people would show, and their widest intervals.

    Attributes
    ----------
    people : int
        How many.
    effects : pandas.Series
        The smallest true effect that four studies in five would find (two-sided, 5 %):
        `halves`, a difference between two halves, and `change`, from before to after,
        both in standard deviations; `correlation`.
    intervals : pandas.DataFrame
        `low` and `high` (95 %) around what was found (`est`): a `share` of one half, a
        `correlation` of .30, `alpha` of .80 with five items, and a `spread` of 1.
    """

    people: int
    effects: pd.Series
    intervals: pd.DataFrame

    def to_frame(self) -> pd.DataFrame:
        """Return effects and intervals, one row a figure."""
        return pd.concat(
            {"effect": self.effects.to_frame("est"), "interval": self.intervals},
            names=["part", "figure"],
        )

    def summary(self, lang: Lang = "da") -> str:
        """Return what these people can show, and what no analysis of them can."""
        words: dict[str, object] = {
            str(name): format_number(float(value), lang)
            for name, value in self.effects.items()
        }
        for name, row in self.intervals.to_dict("index").items():
            ends = (float(row["low"]), float(row["high"]))
            words[f"{name}_interval"] = format_range(*ends, lang)
        low, high = map(float, self.intervals.loc["share", ["low", "high"]])
        words["share_low"] = format_share(low, lang)
        words["share_high"] = format_share(high, lang)
        told = [label("planning.reach", lang, people=self.people, **words)]
        told += [label("planning.reach_few", lang)] * (self.people < _FEW)
        return " ".join(told)


def smallest_effects(people: int = 10) -> Reach:
    """Return what a number of people can show at best, and so what they never can.

    Parameters
    ----------
    people : int, default 10
        How many answer, 4 to 1,000,000: ten leaders, unless told.

    Returns
    -------
    Reach
        By formula: the non-central t for differences, Fisher's z for correlations,
        Wilson's interval for a share, Feldt's for alpha.

    Raises
    ------
    ValueError
        If there are fewer than 4 people.

    Examples
    --------
    >>> found = smallest_effects(10)
    >>> found.effects.round(2).to_dict()
    {'halves': 2.02, 'change': 1.0, 'correlation': 0.79}
    """
    count = require_count(people, 4, 1_000_000, name="people")
    effects = {
        "halves": _smallest_shift(
            count - 2, 1 / (1 / (count // 2) + 1 / -(-count // 2))
        ),
        "change": _smallest_shift(count - 1, count),
        "correlation": np.tanh((NORMAL_95 + ndtri(_POWER)) / np.sqrt(count - 3)),
    }
    rows = {
        "share": (0.5, *_share_interval(0.5, count)),
        "correlation": (0.3, *_correlation_interval(0.3, count)),
        "alpha": (_ALPHA, *_alpha_interval(_ALPHA, _ITEMS, count)),
        "spread": (1.0, *_spread_interval(count)),
    }
    return Reach(
        people=count,
        effects=pd.Series(effects, name="smallest").rename_axis("figure"),
        intervals=pd.DataFrame.from_dict(
            rows, orient="index", columns=["est", "low", "high"]
        ).rename_axis("figure"),
    )


def _smallest_shift(freedom: int, weight: float) -> float:
    """Return the shift, in deviations, that a t test finds four times in five."""
    from scipy.optimize import brentq  # noqa: PLC0415 - slow to load

    limit = stdtrit(freedom, _TAIL)

    def short(centre: float) -> float:
        return float(nctdtr(freedom, centre, limit)) - (1 - _POWER)

    high = 2.0
    while short(high) > 0:
        high *= 2
    return float(brentq(short, 0, high, xtol=1e-10) / np.sqrt(weight))


def _share_interval(share: float, people: int) -> tuple[float, float]:
    z = NORMAL_95
    middle = (share + z**2 / (2 * people)) / (1 + z**2 / people)
    reach = z * np.sqrt(share * (1 - share) / people + (z / (2 * people)) ** 2)
    reach /= 1 + z**2 / people
    return float(middle - reach), float(middle + reach)


def _correlation_interval(r: float, people: int) -> tuple[float, float]:
    reach = NORMAL_95 / np.sqrt(people - 3)
    return tuple(float(np.tanh(np.arctanh(r) + side * reach)) for side in (-1, 1))  # type: ignore[return-value]


def _alpha_interval(alpha: float, items: int, people: int) -> tuple[float, float]:
    freedom = people - 1, (people - 1) * (items - 1)
    low, high = (1 - (1 - alpha) * fdtri(*freedom, p) for p in (_TAIL, 1 - _TAIL))
    return float(low), float(high)


def _spread_interval(people: int) -> tuple[float, float]:
    freedom = people - 1
    low, high = (np.sqrt(freedom / chdtri(freedom, p)) for p in (1 - _TAIL, _TAIL))
    return float(low), float(high)

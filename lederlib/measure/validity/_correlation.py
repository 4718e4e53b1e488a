"""A correlation of two columns, with its interval."""

from typing import Final, Literal

import numpy as np
from scipy.special import ndtri, stdtr

from lederlib._checks import Floats

Method = Literal["pearson", "spearman"]
FEWEST: Final = 5
_ROUNDING: Final = 1e-14


def correlation(first: Floats, second: Floats, *, method: Method = "pearson") -> float:
    """Return the correlation; neither column may be constant."""
    from scipy.stats import rankdata  # noqa: PLC0415 - slow to load

    if method == "spearman":
        first, second = rankdata(first), rankdata(second)
    apart, away = first - first.mean(), second - second.mean()
    return settled(float(apart @ away / np.sqrt((apart @ apart) * (away @ away))))


def settled(r: float) -> float:
    """Return a correlation that misses 1 or −1 by rounding as just that."""
    return float(np.sign(r)) if 1 - abs(r) < _ROUNDING else r


def interval(
    r: float, people: int, *, level: float, method: Method = "pearson"
) -> tuple[float, float]:
    """Return Fisher's interval; for ranks with the variance of Bonett and Wright."""
    if abs(r) >= 1:
        return r, r
    wider = 1 + r**2 / 2 if method == "spearman" else 1.0
    reach = ndtri((1 + level) / 2) * np.sqrt(wider / (people - 3))
    low, high = np.tanh(np.arctanh(r) + np.array([-reach, reach]))
    return float(low), float(high)


def tail(r: float, people: int) -> float:
    """Return the two-sided p value of no correlation, by t."""
    if abs(r) >= 1:
        return 0.0
    ratio = r * np.sqrt((people - 2) / (1 - r**2))
    return float(2 * stdtr(people - 2, -abs(ratio)))

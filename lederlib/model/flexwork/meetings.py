"""Whether colleagues meet at all: within a week, all at once, or after how long.

Everyone has the same fixed days at work and places the home days independently and at
random on the days that are left.
"""

from functools import lru_cache
from math import comb, log

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model.flexwork.copresence import count_each, team_size, whole_week

# What the tail of the newcomer's sum may still add, in weeks.
_TAIL = 1e-14


def never_meet(
    days: npt.ArrayLike = 5, *, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> Floats:
    r"""Return the risk that two colleagues do not meet in a week.

    .. math:: P_0 = \binom{M-m}{m} \Big/ \binom{M}{m} \text{ if } a = 0, \text{ else } 0

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        As for `pair_days`; whole numbers, `days` 1 to 7.

    Returns
    -------
    numpy.ndarray
        A probability; 0 as soon as there is a fixed day, or more than half of the
        days are spent at work.

    Raises
    ------
    ValueError
        If a number is not whole, or the days do not fit into the week.

    Notes
    -----
    Own derivation by counting.

    Examples
    --------
    >>> never_meet(5, anchor=0, home=[2, 3]).tolist()
    [0.0, 0.3]
    """
    return count_each(_never_meet, *whole_week(days, anchor, home))


def any_team_day(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    team: npt.ArrayLike,
) -> Floats:
    r"""Return the chance that the whole team is together at least once in a week.

    .. math::

        P = \sum_{j=1}^{m} (-1)^{j+1} \binom{M}{j}
            \left[\binom{M-j}{m-j} \Big/ \binom{M}{m}\right]^n \text{ if } a = 0

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        As for `never_meet`.
    team : array-like
        People in the team :math:`n`, a whole number from 2 to 1,000.

    Returns
    -------
    numpy.ndarray
        A probability; 1 as soon as there is a fixed day.

    Raises
    ------
    ValueError
        If a number is not whole, or the days do not fit into the week.

    Notes
    -----
    Own derivation by inclusion and exclusion over the days.

    Examples
    --------
    >>> any_team_day(5, anchor=[0, 1], home=2, team=12).round(4).tolist()
    [0.0109, 1.0]
    """
    week = whole_week(days, anchor, home)
    return count_each(_any_team_day, *week, team_size(team))


def weeks_to_meet_all(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    team: npt.ArrayLike,
) -> Floats:
    r"""Return how many weeks a newcomer can expect to need to meet everybody.

    .. math:: W = \sum_{t \ge 0} \left[1 - (1 - P_0^t)^{n-1}\right]

    Parameters
    ----------
    days, anchor, home, team : array-like, broadcastable
        As for `any_team_day`; the team counts the newcomer.

    Returns
    -------
    numpy.ndarray
        Weeks, at least 1; infinite where nobody is ever at work.

    Raises
    ------
    ValueError
        If a number is not whole, or the days do not fit into the week.

    Notes
    -----
    Own derivation: given the newcomer's days, the others choose independently, and
    the last one to be met is the slowest of n − 1 geometric waits.

    Examples
    --------
    >>> weeks_to_meet_all(5, anchor=0, home=[2, 3], team=12).round(1).tolist()
    [1.0, 3.0]
    """
    week = whole_week(days, anchor, home)
    return count_each(_weeks_to_meet_all, *week, team_size(team))


@lru_cache(maxsize=1024)
def _never_meet(days: int, anchor: int, home: int) -> float:
    free = days - anchor
    present = free - home
    if anchor > 0:
        return 0.0
    return comb(free - present, present) / comb(free, present)


@lru_cache(maxsize=1024)
def _any_team_day(days: int, anchor: int, home: int, team: int) -> float:
    if anchor > 0 or home == 0:
        return 1.0
    present = days - home
    plans = comb(days, present)

    def share(j: int) -> float:
        return comb(days - j, present - j) / plans

    return sum(
        float((-1) ** (j + 1)) * comb(days, j) * share(j) ** team
        for j in range(1, present + 1)
    )


@lru_cache(maxsize=1024)
def _weeks_to_meet_all(days: int, anchor: int, home: int, team: int) -> float:
    missed = _never_meet(days, anchor, home)
    if missed in (0.0, 1.0):
        return 1.0 if missed == 0 else float("inf")
    weeks = np.arange(int(log(_TAIL / team) / log(missed)) + 1)
    with np.errstate(divide="ignore"):
        met_all = (team - 1) * np.log1p(-(missed**weeks))
    return float(-np.expm1(met_all).sum())

"""Who meets whom when home days are chosen freely: days that colleagues share.

Everyone has the same fixed days at work and places the home days independently and at
random on the days that are left.
"""

from collections.abc import Callable
from functools import lru_cache
from math import comb, log, log2

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between
from lederlib.model._weeks import MOST_PEOPLE, team_size, week_of_days, whole_week

# What the tail of the newcomer's sum may still add, in weeks.
_TAIL = 1e-14


def pair_days(
    days: npt.ArrayLike = 5, *, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> Floats:
    r"""Return the days per week that two colleagues can expect to share at work.

    .. math:: C = a + m^2 / M, \qquad M = D - a, \quad m = M - k

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        Working days :math:`D` (0 to 7), fixed days at work :math:`a` and home days
        :math:`k`, in days per week, with :math:`a + k \le D`; real numbers.

    Returns
    -------
    numpy.ndarray
        Days per week, between a and D.

    Raises
    ------
    ValueError
        If fixed and home days together exceed the working days.

    Notes
    -----
    Own derivation: the overlap of two random choices is hypergeometric.

    Examples
    --------
    >>> float(pair_days(5, anchor=0, home=2))
    1.8
    """
    week, fixed, away = week_of_days(days, anchor, home)
    free = week - fixed
    return np.asarray(fixed + (free - away) ** 2 / np.where(free > 0, free, 1))


def team_days(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    team: npt.ArrayLike,
) -> Floats:
    r"""Return the days per week on which the whole team can expect to be together.

    .. math:: T = a + M (m/M)^n, \qquad M = D - a, \quad m = M - k

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        As for `pair_days`.
    team : array-like
        People in the team :math:`n`, 1 to 1,000.

    Returns
    -------
    numpy.ndarray
        Days per week, between a and D.

    Raises
    ------
    ValueError
        If fixed and home days together exceed the working days, or the team is out
        of range.

    Notes
    -----
    Own derivation: everyone chooses independently.

    Examples
    --------
    >>> round(float(team_days(5, anchor=0, home=2, team=12)), 5)
    0.01088
    """
    week, fixed, away = week_of_days(days, anchor, home)
    people = require_between(team, 1, MOST_PEOPLE, name="team")
    free = week - fixed
    present = np.maximum(free - away, 0) / np.where(free > 0, free, 1)
    return np.asarray(fixed + free * present**people)


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
    return _each(_never_meet, *whole_week(days, anchor, home))


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
    return _each(_any_team_day, *week, team_size(team))


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
    return _each(_weeks_to_meet_all, *week, team_size(team))


def freedom(
    days: npt.ArrayLike = 5, *, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> Floats:
    r"""Return how much choice one has over the week, in bits.

    .. math:: F = \log_2 \sum_{j \le k} \binom{D - a}{j}

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        As for `never_meet`; `home` is the most days one may work at home.

    Returns
    -------
    numpy.ndarray
        The logarithm to base 2 of the number of week plans; 0 is no choice.

    Raises
    ------
    ValueError
        If a number is not whole, or the days do not fit into the week.

    Notes
    -----
    Own measure: one bit more is twice as many week plans.

    Examples
    --------
    >>> freedom(5, anchor=0, home=[0, 2, 5]).tolist()
    [0.0, 4.0, 5.0]
    """
    return _each(_freedom, *whole_week(days, anchor, home))


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


@lru_cache(maxsize=1024)
def _freedom(days: int, anchor: int, home: int) -> float:
    return log2(sum(comb(days - anchor, j) for j in range(home + 1)))


def _each(function: Callable[..., float], *values: npt.NDArray[np.int64]) -> Floats:
    """Return a counting function of whole numbers, element by element."""
    return np.asarray(np.vectorize(function, otypes=[float])(*values))

"""Who meets whom when home days are chosen freely: days that colleagues share.

Everyone has the same fixed days at work and places the home days independently and at
random on the days that are left.
"""

from collections.abc import Callable
from functools import lru_cache
from math import comb, log2

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between, require_whole

MOST_DAYS = 7
MOST_PEOPLE = 1000
# Days that add up to the week but for rounding still fit into it.
_ROUNDING = 1e-9


def week_of_days(
    days: npt.ArrayLike, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> tuple[Floats, Floats, Floats]:
    """Return days, fixed days and home days as floats of one shape."""
    week, fixed, away = np.broadcast_arrays(
        require_between(days, 0, MOST_DAYS, name="days"),
        require_between(anchor, 0, MOST_DAYS, name="anchor"),
        require_between(home, 0, MOST_DAYS, name="home"),
    )
    broken = fixed + away > week + _ROUNDING
    if broken.any():
        place = np.flatnonzero(broken)[0]
        a, k, d = (float(x.flat[place]) for x in (fixed, away, week))
        msg = (
            f"anchor and home days must add up to at most the {d:g} days of the week; "
            f"got {a:g} + {k:g} = {a + k:g}."
        )
        raise ValueError(msg)
    return week, fixed, away


def whole_week(
    days: npt.ArrayLike, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> tuple[npt.NDArray[np.int64], ...]:
    """Return days, fixed days and home days as whole numbers of one shape."""
    week, fixed, away = week_of_days(
        require_whole(days, 1, MOST_DAYS, name="days"),
        require_whole(anchor, 0, MOST_DAYS, name="anchor"),
        require_whole(home, 0, MOST_DAYS, name="home"),
    )
    return week.astype(np.int64), fixed.astype(np.int64), away.astype(np.int64)


def team_size(team: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Return the size of a team as a whole number of at least two."""
    return require_whole(team, 2, MOST_PEOPLE, name="team")


def count_each(
    function: Callable[..., float], *values: npt.NDArray[np.int64]
) -> Floats:
    """Return a counting function of whole numbers, element by element."""
    return np.asarray(np.vectorize(function, otypes=[float])(*values))


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


def freedom(
    days: npt.ArrayLike = 5, *, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> Floats:
    r"""Return how much choice one has over the week, in bits.

    .. math:: F = \log_2 \sum_{j \le k} \binom{D - a}{j}

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        As for `pair_days`; whole numbers, `days` 1 to 7. `home` is the most days one
        may work at home.

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
    return count_each(_freedom, *whole_week(days, anchor, home))


@lru_cache(maxsize=1024)
def _freedom(days: int, anchor: int, home: int) -> float:
    return log2(sum(comb(days - anchor, j) for j in range(home + 1)))

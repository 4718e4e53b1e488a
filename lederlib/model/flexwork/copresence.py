"""Who meets whom: days that colleagues share, by how their home days are chosen.

Everyone has the same fixed days at work and as many home days on the days that are
left. The team has one plan for them, and each week everyone follows it with the
probability `agreement`, on their own account; whoever does not draws the home days at
random. At 0 all choose alone, at 1 all are at home on the same days.
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


def agreed_share(agreement: npt.ArrayLike) -> Floats:
    """Return how far a team agrees on its home days, 0 to 1."""
    return require_between(agreement, 0, 1, name="agreement")


def team_size(team: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Return the size of a team as a whole number of at least two."""
    return require_whole(team, 2, MOST_PEOPLE, name="team")


def count_each(
    function: Callable[..., float], *values: npt.NDArray[np.int64] | Floats
) -> Floats:
    """Return a counting function of days and people, element by element."""
    return np.asarray(np.vectorize(function, otypes=[float])(*values))


def pair_days(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    agreement: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return the days per week that two colleagues can expect to share at work.

    .. math::

        C = a + \lambda^2 m + (1 - \lambda^2)\, m^2 / M, \qquad
        M = D - a, \quad m = M - k

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        Working days :math:`D` (0 to 7), fixed days at work :math:`a` and home days
        :math:`k`, in days per week, with :math:`a + k \le D`; real numbers.
    agreement : array-like, default 0
        Probability :math:`\lambda` with which each person follows the team's common
        plan in a week instead of choosing at random: from 0 (all alone) to 1 (the same
        days).

    Returns
    -------
    numpy.ndarray
        Days per week, between a and D.

    Raises
    ------
    ValueError
        If fixed and home days together exceed the working days, or `agreement` lies
        outside 0 to 1.

    Notes
    -----
    Own derivation: the overlap of a random choice with any other is hypergeometric,
    so that two share more only in a week when both follow the plan.

    Examples
    --------
    >>> pair_days(5, anchor=0, home=2, agreement=[0, 1]).tolist()
    [1.8, 3.0]
    """
    week, fixed, away = week_of_days(days, anchor, home)
    free, both = week - fixed, agreed_share(agreement) ** 2
    present = free - away
    alone = present**2 / np.where(free > 0, free, 1)
    return np.asarray(fixed + (both * present + (1 - both) * alone))


def team_days(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    team: npt.ArrayLike,
    agreement: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return the days per week on which the whole team can expect to be together.

    .. math::

        T = a + m \left[\lambda + (1 - \lambda)\, p\right]^n
              + k \left[(1 - \lambda)\, p\right]^n, \qquad p = m / M

    Parameters
    ----------
    days, anchor, home, agreement : array-like, broadcastable
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
        If fixed and home days together exceed the working days, or the team or
        `agreement` is out of range.

    Notes
    -----
    Own derivation: each is there on a day of the plan, or on one that is not, on
    their own account.

    Examples
    --------
    >>> round(float(team_days(5, anchor=0, home=2, team=12)), 5)
    0.01088
    """
    week, fixed, away = week_of_days(days, anchor, home)
    people = require_between(team, 1, MOST_PEOPLE, name="team")
    follows = agreed_share(agreement)
    free = week - fixed
    planned = np.maximum(free - away, 0)
    chance = planned / np.where(free > 0, free, 1)
    # What the plan adds to choosing alone, so that without it nothing is rounded.
    alone = chance**people
    on_plan = (follows + (1 - follows) * chance) ** people - alone
    off_plan = ((1 - follows) * chance) ** people - alone
    return np.asarray(fixed + free * alone + (planned * on_plan + away * off_plan))


def freedom(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    agreement: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return how much choice one has over the week, in bits.

    .. math:: F = (1 - \lambda) \log_2 \sum_{j \le k} \binom{D - a}{j} + \lambda k

    Parameters
    ----------
    days, anchor, home, agreement : array-like, broadcastable
        As for `pair_days`; days are whole numbers, `days` 1 to 7. `home` is the most
        days one may work at home.

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
    Own measure: one bit more is twice as many week plans. In a week when one follows
    the team's plan, one may still come in on any of its :math:`k` home days.

    Examples
    --------
    >>> freedom(5, anchor=0, home=[0, 2, 5]).tolist()
    [0.0, 4.0, 5.0]
    >>> float(freedom(5, anchor=0, home=2, agreement=1))
    2.0
    """
    week = whole_week(days, anchor, home)
    alone = count_each(_freedom, *week)
    return alone_or_agreed(alone, week[2], agreement)


def alone_or_agreed(
    alone: npt.ArrayLike, home: npt.ArrayLike, agreement: npt.ArrayLike
) -> Floats:
    """Return bits of choice between those of choosing alone and those of a plan."""
    free = np.asarray(alone)
    return np.asarray(free + agreed_share(agreement) * (np.asarray(home) - free))


@lru_cache(maxsize=1024)
def _freedom(days: int, anchor: int, home: int) -> float:
    return log2(sum(comb(days - anchor, j) for j in range(home + 1)))

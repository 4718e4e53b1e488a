"""Whether colleagues meet at all: within a week, all at once, or after how long.

How home days are chosen, from alone to agreed, is what `copresence` says.
"""

from collections.abc import Callable
from functools import lru_cache
from math import comb, log

import numpy as np
import numpy.typing as npt
from scipy.special import binom

from lederlib._checks import Floats
from lederlib.model.flexwork.copresence import (
    agreed_share,
    count_each,
    team_size,
    whole_week,
)

# What the tail of the newcomer's sum may still add, in weeks.
_TAIL = 1e-14


def never_meet(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    agreement: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return the risk that two colleagues do not meet in a week.

    .. math::

        P_\lambda = (1 - \lambda^2)\, P_0, \qquad
        P_0 = \binom{M-m}{m} \Big/ \binom{M}{m} \text{ if } a = 0, \text{ else } 0

    Parameters
    ----------
    days, anchor, home, agreement : array-like, broadcastable
        As for `pair_days`; days are whole numbers, `days` 1 to 7.

    Returns
    -------
    numpy.ndarray
        A probability; 0 as soon as there is a fixed day, or more than half of the
        days are spent at work; 1 where nobody is ever at work.

    Raises
    ------
    ValueError
        If a number of days is not whole, the days do not fit into the week, or
        `agreement` lies outside 0 to 1.

    Notes
    -----
    Own derivation by counting: whoever chooses at random misses any other plan as
    easily as a random one.

    Examples
    --------
    >>> never_meet(5, anchor=0, home=[2, 3]).tolist()
    [0.0, 0.3]
    """
    week = whole_week(days, anchor, home)
    return count_each(_never_meet, *week, agreed_share(agreement))


def any_team_day(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    team: npt.ArrayLike,
    agreement: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return the chance that the whole team is together at least once in a week.

    .. math::

        P = (1 - \lambda)^n \sum_{j=1}^{m} (-1)^{j+1} \binom{M}{j} s_j^n
            + \sum_{j=1}^{m} (-1)^{j+1} \binom{m}{j}
            \left[(\lambda + (1 - \lambda) s_j)^n - ((1 - \lambda) s_j)^n\right]

    with :math:`s_j = \binom{M-j}{m-j} / \binom{M}{m}`, if :math:`a = 0`.

    Parameters
    ----------
    days, anchor, home, agreement : array-like, broadcastable
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
    Own derivation by inclusion and exclusion over the days: over all of them in a
    week when nobody follows the plan, else over those of the plan.

    Examples
    --------
    >>> any_team_day(5, anchor=[0, 1], home=2, team=12).round(4).tolist()
    [0.0109, 1.0]
    """
    week = whole_week(days, anchor, home)
    return count_each(_any_team_day, *week, team_size(team), agreed_share(agreement))


def weeks_to_meet_all(
    days: npt.ArrayLike = 5,
    *,
    anchor: npt.ArrayLike,
    home: npt.ArrayLike,
    team: npt.ArrayLike,
    agreement: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return how many weeks a newcomer can expect to need to meet everybody.

    .. math::

        W = \sum_{t \ge 0} \mathrm{E}
            \left[1 - \left(1 - (\lambda + q)^B q^{t-B}\right)^{n-1}\right], \qquad
        q = (1 - \lambda)\, P_0, \quad B \sim \mathrm{Bin}(t, q)

    Parameters
    ----------
    days, anchor, home, team, agreement : array-like, broadcastable
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
    the last one to be met is the slowest of n − 1 geometric waits. :math:`B` counts the
    weeks in which the newcomer's own days miss the team's plan altogether; in those one
    misses everybody who follows it.

    Examples
    --------
    >>> weeks_to_meet_all(5, anchor=0, home=[2, 3], team=12).round(1).tolist()
    [1.0, 3.0]
    """
    week = whole_week(days, anchor, home)
    return count_each(
        _weeks_to_meet_all, *week, team_size(team), agreed_share(agreement)
    )


@lru_cache(maxsize=1024)
def _never_meet(days: int, anchor: int, home: int, agreement: float = 0.0) -> float:
    free = days - anchor
    present = free - home
    if anchor > 0:
        return 0.0
    if present == 0:
        return 1.0
    alone = comb(free - present, present) / comb(free, present)
    return (1 - agreement**2) * alone


@lru_cache(maxsize=1024)
def _any_team_day(
    days: int, anchor: int, home: int, team: int, agreement: float
) -> float:
    if anchor > 0 or home == 0:
        return 1.0
    present = days - home
    plans = comb(days, present)
    alone = 1 - agreement

    def share(j: int) -> float:
        return comb(days - j, present - j) / plans

    def over(of: int, term: Callable[[float], float]) -> float:
        return sum(
            float((-1) ** (j + 1)) * comb(of, j) * term(share(j))
            for j in range(1, present + 1)
        )

    nobody_follows = over(days, lambda s: s**team)
    someone_follows = over(
        present, lambda s: (agreement + alone * s) ** team - (alone * s) ** team
    )
    return alone**team * nobody_follows + someone_follows


@lru_cache(maxsize=1024)
def _weeks_to_meet_all(
    days: int, anchor: int, home: int, team: int, agreement: float
) -> float:
    missed = _never_meet(days, anchor, home, agreement)
    if missed in (0.0, 1.0):
        return 1.0 if missed == 0 else float("inf")
    weeks = np.arange(int(log(_TAIL / team) / log(missed)) + 1)
    if agreement == 0:
        return float(_not_yet_all(missed**weeks, team).sum())
    off_plan = np.minimum(weeks, weeks[:, None])
    strangers = (1 - agreement) * _never_meet(days, anchor, home)
    still = (agreement + strangers) ** off_plan * strangers ** (
        weeks[:, None] - off_plan
    )
    chance = binom(weeks[:, None], weeks) * strangers**off_plan
    chance *= (1 - strangers) ** (weeks[:, None] - off_plan)
    return float((chance * _not_yet_all(still, team)).sum())


def _not_yet_all(missed: npt.ArrayLike, team: int) -> Floats:
    """Return the chance that someone is unmet, each being so with that chance."""
    with np.errstate(divide="ignore"):
        return np.asarray(-np.expm1((team - 1) * np.log1p(-np.asarray(missed))))

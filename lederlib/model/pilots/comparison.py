"""What a small test showed: an effect with an honest interval, and no verdict."""

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
import numpy.typing as npt

from lederlib._checks import (
    Bools,
    Floats,
    as_floats,
    require_count,
    require_number,
    require_whole,
    seed_of,
)

_MOST_TEAMS = 1_000
_MOST_DRAWS = 100_000
_WEEKS_AND_TEAMS = 2
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class PilotComparison:
    """What the treated teams gained over the others, one of each per draw.

    Attributes
    ----------
    effect, low, high : numpy.ndarray
        Difference in differences and its interval, in the unit of the values; the
        interval is endless where so few teams can rule nothing out.
    level : float
        Share of such intervals that hold the true effect.
    treated, untreated : int
        Teams.
    assignments : int
        Ways to choose the treated teams that the effect is held against.
    predicted : numpy.ndarray or None
        What was stated before the test.
    """

    effect: Floats
    low: Floats
    high: Floats
    level: float
    treated: int
    untreated: int
    assignments: int
    predicted: Floats | None = None


def compare_pilot(
    values: npt.ArrayLike,
    treated: npt.ArrayLike,
    *,
    start: int,
    level: float = 0.95,
    predicted: npt.ArrayLike | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
) -> PilotComparison:
    r"""Return what the treated teams gained over the others, with an interval.

    .. math:: \hat\tau = \overline{\Delta y}_{treated} - \overline{\Delta y}_{others}

    with :math:`\Delta y` a team's mean from `start` on less its mean before. The
    interval holds every effect that the data do not contradict: taken out of the
    treated teams, it leaves a difference no larger than those that the other ways of
    choosing as many teams would have given (randomisation inference, exact for few
    teams).

    Parameters
    ----------
    values : array-like, shape (weeks, teams, ...)
        Measurements, missing ones as NaN; draws come behind.
    treated : array-like of bool, shape (teams,)
        Which teams took part; at least one did and one did not.
    start : int
        Weeks before the test began, at least 1.
    level : float, default 0.95
        Share of such intervals that hold the true effect, 0.5 to 0.999.
    predicted : array-like, optional
        What you expected before you saw the values; kept beside the outcome.
    draws : int, default 10,000
        Assignments to draw where there are more; with fewer all are used.
    rng : int or numpy.random.Generator, default 0
        For drawing assignments.

    Returns
    -------
    PilotComparison
        An interval, and deliberately no verdict.

    Raises
    ------
    ValueError
        If the shapes do not match, a team has no value before or after, or no team is
        treated, or all.

    Notes
    -----
    Fisher's randomisation test, inverted for an effect that is the same for all
    treated teams. It is exact where chance chose the teams; where leaders chose them,
    it is only as good as the assumption that the others would have fared alike.
    With two teams against two no interval of 95 % has an end.

    Examples
    --------
    >>> before = [[5, 4, 6, 5, 4, 6, 5, 5]] * 3
    >>> after = [[7, 6, 8, 7, 4, 6, 5, 6]] * 3
    >>> pilot = compare_pilot(before + after, [1, 1, 1, 1, 0, 0, 0, 0], start=3)
    >>> float(pilot.effect), float(pilot.low), float(pilot.high)
    (1.75, 1.0, 2.0)
    """
    table = as_floats(values, name="values")
    chosen = _treated_teams(treated, table)
    share = require_number(level, 0.5, 0.999, name="level")
    change = _changes(table, start)
    groups = _assignments(chosen, draws, rng)
    gained = _differences(groups, change)
    effect = gained[0]
    low, high = _interval(effect, gained, _differences(groups, chosen.astype(float)))
    rank = int((1 - share) * len(groups) + _ROUNDING)
    return PilotComparison(
        effect=effect,
        low=np.sort(low, axis=0)[rank],
        high=np.sort(high, axis=0)[-1 - rank],
        level=share,
        treated=int(chosen.sum()),
        untreated=int((~chosen).sum()),
        assignments=len(groups),
        predicted=None if predicted is None else as_floats(predicted, name="predicted"),
    )


def _treated_teams(treated: npt.ArrayLike, table: Floats) -> Bools:
    if table.ndim < _WEEKS_AND_TEAMS:
        msg = f"values must have weeks and teams; got {table.ndim} dimension(s)."
        raise ValueError(msg)
    chosen = require_whole(treated, 0, 1, name="treated").astype(bool)
    teams = table.shape[1]
    if chosen.shape != (teams,) or teams > _MOST_TEAMS:
        msg = (
            f"treated must say yes or no for each of the {teams} teams, at most "
            f"{_MOST_TEAMS}; got {chosen.size}."
        )
        raise ValueError(msg)
    if chosen.all() or not chosen.any():
        msg = (
            f"treated must hold both kinds of team; got {int(chosen.sum())} of {teams}."
        )
        raise ValueError(msg)
    return chosen


def _changes(table: Floats, start: int) -> Floats:
    """Return each team's mean after the start less its mean before."""
    cut = require_count(start, 1, max(len(table) - 1, 1), name="start")
    parts = table[:cut], table[cut:]
    if len(table) <= cut or any(np.isnan(part).all(axis=0).any() for part in parts):
        msg = "values must have a number before and after the start for every team."
        raise ValueError(msg)
    before, after = (np.nanmean(part, axis=0) for part in parts)
    return np.asarray(after - before)


def _assignments(chosen: Bools, draws: int, rng: int | np.random.Generator) -> Bools:
    """Return ways to choose as many teams, the real one first: all, or a sample."""
    seed = seed_of(rng)
    most = require_count(draws, 100, _MOST_DRAWS, name="draws")
    teams, treated = len(chosen), int(chosen.sum())
    if comb(teams, treated) <= most:
        places = np.array(list(combinations(range(teams), treated)))
        groups = np.zeros((len(places), teams), dtype=bool)
        np.put_along_axis(groups, places, values=True, axis=1)
        groups = groups[(groups != chosen).any(axis=1)]
    else:
        generator = np.random.default_rng(seed)
        groups = generator.permuted(np.tile(chosen, (most, 1)), axis=1)
    return np.concatenate([chosen[np.newaxis], groups])


def _differences(groups: Bools, values: Floats) -> Floats:
    """Return for each way to choose the mean of the chosen less that of the rest."""
    chosen = int(groups[0].sum())
    weights = np.where(groups, 1 / chosen, -1 / (groups.shape[1] - chosen))
    return np.asarray(np.tensordot(weights, values, axes=1))


def _interval(effect: Floats, gained: Floats, overlap: Floats) -> tuple[Floats, Floats]:
    """Return between which effects each assignment looks as extreme as the real one.

    An effect t contradicts nothing there: |effect − t| ≤ |gained − t · overlap|, a
    quadratic in t with two roots, or always where the overlap is complete.
    """
    share = overlap.reshape((-1, *(1,) * effect.ndim))
    whole = np.abs(share) > 1 - _ROUNDING
    inner = np.where(whole, 0, share)
    one, other = (effect - gained) / (1 - inner), (effect + gained) / (1 + inner)
    low = np.where(whole, -np.inf, np.minimum(one, other))
    return low, np.where(whole, np.inf, np.maximum(one, other))

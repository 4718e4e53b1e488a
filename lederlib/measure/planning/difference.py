"""How many people or groups until a difference would be seen."""

from typing import Final

import numpy as np
from scipy.special import stdtrit

from lederlib._checks import require_count, require_number, seed_of
from lederlib.measure.planning.plan import (
    FEWEST_DRAWS,
    MOST_DRAWS,
    Plan,
    Progress,
    smallest,
)

_MOST: Final = 50_000


def plan_difference(
    difference: float,
    *,
    icc: float = 0.0,
    size: int = 1,
    reliability: float = 1.0,
    power: float = 0.8,
    alpha: float = 0.05,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    progress: Progress | None = None,
) -> Plan:
    """Return how many groups an arm must have to see a difference, by simulation.

    Two arms are compared by a t test of their groups' means. With `size` 1 a group is
    a person.

    Parameters
    ----------
    difference : float
        True difference of the arms in standard deviations between people, .01 to 5.
    icc : float, default 0
        Share of the differences between people that lies between groups, 0 to .95.
    size : int, default 1
        People in each group, 1 to 1,000.
    reliability : float, default 1
        Reliability of the measure, .05 to 1; the unreliable part of the answers makes
        the difference look smaller, by the square root.
    power : float, default 0.8
        Share of studies that shall see the difference.
    alpha : float, default 0.05
        Two-sided level of the test.
    draws, rng, progress
        As for `plan_reliability`.

    Raises
    ------
    ValueError
        If a number lies outside its range.

    Examples
    --------
    >>> plan_difference(0.5, draws=20_000).needed
    64
    """
    true = require_number(difference, 0.01, 5, name="difference")
    share = require_number(icc, 0, 0.95, name="icc")
    people = require_count(size, 1, 1000, name="size")
    trust = require_number(reliability, 0.05, 1, name="reliability")
    target = require_number(power, 0.05, 0.99, name="power")
    tail = require_number(alpha, 0.0001, 0.5, name="alpha")
    studies = require_count(draws, FEWEST_DRAWS, MOST_DRAWS, name="draws")
    seed, spread = seed_of(rng), np.sqrt(share + (1 - share) / people)
    shift = true * np.sqrt(trust) / spread

    def chance(groups: int) -> float:
        near = np.random.default_rng([seed, groups])
        freedom = 2 * (groups - 1)
        apart = shift * np.sqrt(groups / 2) + near.standard_normal(studies)
        pooled = np.sqrt(near.chisquare(freedom, studies) / freedom)
        limit = stdtrit(freedom, 1 - tail / 2)
        return float((np.abs(apart / pooled) > limit).mean())

    asked = {"difference": true, "icc": share, "size": people, "reliability": trust}
    return smallest(
        "difference",
        chance,
        fewest=2,
        most=_MOST,
        target=target,
        draws=studies,
        asked=asked,
        progress=progress,
    )

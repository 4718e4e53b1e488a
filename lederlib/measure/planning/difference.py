"""How many people or groups until a difference would be seen."""

from typing import Final

import numpy as np
from scipy.special import nctdtr, stdtrit

from lederlib._checks import require_count, require_number
from lederlib.measure.planning.plan import Plan, Progress, smallest

_MOST: Final = 50_000


def plan_difference(
    difference: float,
    *,
    icc: float = 0.0,
    size: int = 1,
    reliability: float = 1.0,
    power: float = 0.8,
    alpha: float = 0.05,
    progress: Progress | None = None,
) -> Plan:
    """Return how many groups an arm must have to see a difference, by a formula.

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
    progress : callable, optional
        Called with the share of the work done, at most.

    Raises
    ------
    ValueError
        If a number lies outside its range.

    Notes
    -----
    The non-central t with 2 (groups − 1) degrees of freedom, both of whose tails count,
    as R's `power.t.test(strict = TRUE)`; exact for normal answers.

    Examples
    --------
    >>> plan_difference(0.3).needed, plan_difference(0.5).needed
    (176, 64)
    """
    true = require_number(difference, 0.01, 5, name="difference")
    share = require_number(icc, 0, 0.95, name="icc")
    people = require_count(size, 1, 1000, name="size")
    trust = require_number(reliability, 0.05, 1, name="reliability")
    target = require_number(power, 0.05, 0.99, name="power")
    tail = require_number(alpha, 0.0001, 0.5, name="alpha")
    spread = np.sqrt(share + (1 - share) / people)
    shift = true * np.sqrt(trust) / spread

    def chance(groups: int) -> float:
        freedom, centre = 2 * (groups - 1), shift * np.sqrt(groups / 2)
        limit = stdtrit(freedom, 1 - tail / 2)
        below, above = nctdtr(freedom, centre, [-limit, limit])
        return float(1 - above + below)

    asked = {"difference": true, "icc": share, "size": people, "reliability": trust}
    return smallest(
        "difference",
        chance,
        fewest=2,
        most=_MOST,
        target=target,
        draws=0,
        asked=asked,
        progress=progress,
    )

"""How many people or groups until an interval is narrow enough."""

from typing import Final

import numpy as np
from scipy.special import fdtr, fdtrc, fdtri, ndtri

from lederlib._checks import Floats, require_count, require_number, seed_of
from lederlib.measure.planning.plan import (
    FEWEST_DRAWS,
    MOST_DRAWS,
    Plan,
    Progress,
    smallest,
)

_MOST: Final = 20_000
_MOST_CELLS: Final = 4_000_000


def plan_reliability(
    reliability: float,
    items: int,
    width: float,
    *,
    options: int | None = None,
    assurance: float = 0.8,
    level: float = 0.95,
    draws: int = 2000,
    rng: int | np.random.Generator = 0,
    progress: Progress | None = None,
) -> Plan:
    """Return how many people make alpha's interval narrow enough.

    Worked out by a formula; simulated where the answers are cut into options.

    Parameters
    ----------
    reliability : float
        Alpha that you expect, .05 to .99, of answers before they are cut into options.
    items : int
        Items of the scale, 2 to 200.
    width : float
        The interval's largest width, .01 to 1, such as .10 for .75 to .85.
    options : int, optional
        Cut the answers into this many equally likely options, 2 to 11; continuous
        unless told. Cutting lowers alpha and so asks for more people.
    assurance : float, default 0.8
        Share of studies whose interval shall be narrow enough.
    level : float, default 0.95
        Coverage of the interval (Feldt's).
    draws : int, default 2000
        Simulated studies for each number of people, if answers are cut into options.
    rng : int or numpy.random.Generator
        Their chance.
    progress : callable, optional
        Called with the share of the work done, at most.

    Raises
    ------
    ValueError
        If a number lies outside its range.

    Notes
    -----
    The items are taken to be parallel: equal loadings, normal answers. Feldt (1965),
    doi:10.1007/BF02289499.

    Examples
    --------
    >>> plan_reliability(0.8, 5, 0.1).needed
    191
    """
    alpha = require_number(reliability, 0.05, 0.99, name="reliability")
    count = require_count(items, 2, 200, name="items")
    cut = None if options is None else require_count(options, 2, 11, name="options")
    widest, target, coverage = _shared(width, assurance, level)
    studies = require_count(draws, FEWEST_DRAWS, MOST_DRAWS, name="draws")
    seed = seed_of(rng)

    def chance(people: int) -> float:
        freedom = people - 1, (people - 1) * (count - 1)
        tails = fdtri(*freedom, np.array([(1 - coverage) / 2, (1 + coverage) / 2]))
        reach = float(tails[1] - tails[0])
        if cut is None:
            # Feldt: (1 − α) over the 1 − α found is F, and the interval is 1 − α found
            # times its reach.
            return float(fdtrc(*freedom, (1 - alpha) * reach / widest))
        near = np.random.default_rng([seed, people])
        common = alpha / (count - (count - 1) * alpha)
        lost = 1 - _cut_alphas(common, (studies, people, count), cut, near)
        return float((lost * reach <= widest).mean())

    asked = {"reliability": alpha, "items": count, "width": widest}
    asked |= {} if cut is None else {"options": cut}
    return smallest(
        "reliability",
        chance,
        fewest=5,
        most=_MOST,
        target=target,
        draws=0 if cut is None else studies,
        asked=asked,
        progress=progress,
    )


def plan_icc(
    icc: float,
    size: int,
    width: float,
    *,
    assurance: float = 0.8,
    level: float = 0.95,
    progress: Progress | None = None,
) -> Plan:
    """Return how many groups make the interval of ICC(1) narrow enough, by a formula.

    Parameters
    ----------
    icc : float
        ICC(1) that you expect, 0 to .95.
    size : int
        People in each group, 2 to 1,000.
    width, assurance, level, progress
        As for `plan_reliability`.

    Raises
    ------
    ValueError
        If a number lies outside its range.

    Notes
    -----
    The ratio of the mean squares is F times what the ICC makes of it; exact for normal
    answers in groups of one size.

    Examples
    --------
    >>> plan_icc(0.1, 8, 0.1).needed
    148
    """
    share = require_number(icc, 0, 0.95, name="icc")
    people = require_count(size, 2, 1000, name="size")
    widest, target, coverage = _shared(width, assurance, level)
    signal = 1 + people * share / (1 - share)

    def chance(groups: int) -> float:
        freedom = groups - 1, groups * (people - 1)
        ends = (
            float(1 / fdtri(*freedom, (1 + coverage) / 2)),
            float(fdtri(*freedom[::-1], (1 + coverage) / 2)),
        )
        between = _too_wide(ends, people, widest)
        if between is None:
            return 1.0
        low, high = (ratio / signal for ratio in between)
        return float(fdtr(*freedom, low) + fdtrc(*freedom, high))

    return smallest(
        "icc",
        chance,
        fewest=2,
        most=_MOST,
        target=target,
        draws=0,
        asked={"icc": share, "size": people, "width": widest},
        progress=progress,
    )


def _too_wide(
    ends: tuple[float, float], people: int, widest: float
) -> tuple[float, float] | None:
    """Return between which ratios of mean squares the interval of ICC(1) is too wide.

    With ratio r its ends are (ar − 1)/(ar + k − 1) and (br − 1)/(br + k − 1) in groups
    of k, so that the ratios of a given width solve a quadratic equation. None where no
    ratio makes it too wide.
    """
    (a, b), rest = ends, people - 1
    square, linear = widest * a * b, widest * rest * (a + b) - people * (b - a)
    under = linear**2 - 4 * square * widest * rest**2
    if under <= 0 or linear >= 0:
        return None
    root = float(np.sqrt(under))
    high = (root - linear) / (2 * square)
    return widest * rest**2 / (square * high), high


def _shared(width: float, assurance: float, level: float) -> tuple[float, float, float]:
    return (
        require_number(width, 0.01, 1, name="width"),
        require_number(assurance, 0.05, 0.99, name="assurance"),
        require_number(level, 0.5, 0.999, name="level"),
    )


def _cut_alphas(
    common: float,
    shape: tuple[int, int, int],
    options: int,
    rng: np.random.Generator,
) -> Floats:
    """Return alpha of simulated answers, correlated by `common`, cut into options.

    The shape is that of studies, people and items.
    """
    left, people, items = shape
    borders = ndtri(np.arange(1, options) / options)
    found: list[Floats] = []
    while left:
        block = min(left, max(1, _MOST_CELLS // (people * items)))
        trait = rng.standard_normal((block, people, 1)) * np.sqrt(common)
        noise = rng.standard_normal((block, people, items)) * np.sqrt(1 - common)
        answers = np.searchsorted(borders, trait + noise).astype(float)
        within = answers.var(axis=1).sum(axis=1)
        total = np.maximum(answers.sum(axis=2).var(axis=1), 1e-12)
        found.append(items / (items - 1) * (1 - within / total))
        left -= block
    return np.concatenate(found)

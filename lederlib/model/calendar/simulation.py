"""The calendar by simulation: what the formulas give on average, case by case."""

from math import ceil

import numpy as np
import numpy.typing as npt

from lederlib._checks import (
    Floats,
    generator_of,
    require_between,
    require_count,
    require_room,
)

MOST_RUNS = 1_000_000
#: Where a cascade is given up as endless.
ENDLESS = 1_000
#: Interruptions per block beyond which an undisturbed one is too rare to wait for.
RAREST = 7.0
# Shares that fill the time but for rounding fill it.
_NOTHING = 1e-12


def simulate_cascade(
    branching: npt.ArrayLike,
    *,
    runs: int = 10_000,
    rng: int | np.random.Generator = 0,
) -> Floats:
    """Simulate how many meetings move in all when one is cancelled.

    Each moved meeting displaces a Poisson number of others.

    Parameters
    ----------
    branching : array-like
        Meetings that each moved one displaces on average, 0 to 10.
    runs : int, default 10,000
        Cancellations to follow, 1 to 1,000,000.
    rng : int or numpy.random.Generator
        A seed or a generator.

    Returns
    -------
    numpy.ndarray, shape (runs, ...)
        Meetings, the first one included; infinite where they exceed 1,000.

    Raises
    ------
    ValueError
        If an input is out of range.

    See Also
    --------
    cascade : the mean of them, by formula.

    Examples
    --------
    >>> sizes = simulate_cascade(0.5, runs=40_000)
    >>> float(sizes.mean().round(1)), float(sizes.min())
    (2.0, 1.0)
    """
    b = require_between(branching, 0, 10, name="branching")
    chance = generator_of(rng)
    moving = np.ones(_shape(runs, b), dtype=np.int64)
    total = moving.copy()
    while moving.any():
        moving = chance.poisson(b * np.where(total <= ENDLESS, moving, 0))
        total += moving
    return np.asarray(np.where(total <= ENDLESS, total, np.inf))


def simulate_focus_wait(
    block: npt.ArrayLike,
    *,
    interruptions: npt.ArrayLike,
    runs: int = 10_000,
    rng: int | np.random.Generator = 0,
) -> Floats:
    """Simulate the wait for one undisturbed block of time.

    Each interruption makes the block start all over.

    Parameters
    ----------
    block : array-like
        Length of the block in hours, at least 0.
    interruptions : array-like
        Interruptions per hour, at random, at least 0; at most 7 in a block.
    runs, rng
        As for `simulate_cascade`.

    Returns
    -------
    numpy.ndarray, shape (runs, ...)
        Hours, never fewer than the block.

    Raises
    ------
    ValueError
        If an input is out of range, or an undisturbed block is too rare to wait for.

    See Also
    --------
    focus_wait : the mean of them, by formula.

    Examples
    --------
    >>> waits = simulate_focus_wait(1, interruptions=1, runs=40_000)
    >>> float(waits.mean().round(1)), float(waits.min())
    (1.7, 1.0)
    """
    length, rate = np.broadcast_arrays(
        require_between(block, 0, np.inf, name="block"),
        require_between(interruptions, 0, np.inf, name="interruptions"),
    )
    risk = require_between(length * rate, 0, RAREST, name="interruptions per block")
    shape = _shape(runs, length, each=float(np.exp(risk.max(initial=0))))
    chance = generator_of(rng)
    interrupted = chance.geometric(np.broadcast_to(np.exp(-risk), shape)) - 1
    cases = np.repeat(np.arange(interrupted.size), interrupted.ravel())
    risks, rates = (np.broadcast_to(x, shape).ravel()[cases] for x in (risk, rate))
    # How long each vain attempt lasted: exponential, and shorter than the block.
    lost = -np.log1p(chance.random(cases.size) * np.expm1(-risks)) / rates
    waited = np.bincount(cases, weights=lost, minlength=interrupted.size)
    return np.asarray(waited.reshape(shape) + length)


def simulate_turnaround(
    *,
    urgent: npt.ArrayLike,
    important: npt.ArrayLike,
    runs: int = 10_000,
    rng: int | np.random.Generator = 0,
) -> Floats:
    """Simulate how long important work takes when all that is urgent goes first.

    A piece waits for the work that is there when it comes, and for the urgent work
    that comes in the meantime, and for what comes while that is done.

    Parameters
    ----------
    urgent, important : array-like, broadcastable
        Share of the working time that each would fill, 0 to 1.
    runs, rng
        As for `simulate_cascade`.

    Returns
    -------
    numpy.ndarray, shape (runs, ...)
        From arrival to completion, in units of the time that one piece takes
        undisturbed; infinite where the two fill the time or more.

    Raises
    ------
    ValueError
        If a share lies outside 0 to 1.

    See Also
    --------
    turnaround : the mean of them, by formula.

    Examples
    --------
    >>> times = simulate_turnaround(urgent=0.3, important=0.3, runs=40_000)
    >>> float(times.mean().round(1))
    3.6
    """
    first, second = np.broadcast_arrays(
        require_between(urgent, 0, 1, name="urgent"),
        require_between(important, 0, 1, name="important"),
    )
    left = 1 - first - second
    hopeless = left <= _NOTHING
    pace = np.where(hopeless, 0, first)
    chance = generator_of(rng)
    shape = _shape(runs, pace)
    # What is there on arrival: nothing with the share of time that is left, else
    # exponential work, which is the queue's law at rest.
    busy = chance.random(shape) >= left
    there = chance.standard_exponential(shape) / np.where(hopeless, 1, left)
    added = busy * there + chance.standard_exponential(shape)
    total = np.zeros(shape)
    while added.any():
        total += added
        pieces = chance.poisson(pace * added)
        added = chance.standard_gamma(pieces)
    return np.asarray(np.where(hopeless, np.inf, total))


def _shape(runs: int, values: Floats, *, each: float = 1.0) -> tuple[int, ...]:
    """Return the shape of all runs, each of which takes room for so many numbers."""
    count = require_count(runs, 1, MOST_RUNS, name="runs")
    require_room(count, values.size, tables=ceil(5 * each), by="runs", of="cases")
    return (count, *values.shape)

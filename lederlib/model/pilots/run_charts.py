"""Whether a row of measurements shows more than chance, read from its run chart."""

from dataclasses import dataclass
from functools import lru_cache
from math import log2

import numpy as np
import numpy.typing as npt

from lederlib._checks import Bools, Floats, Ints, as_floats, require_count

FEWEST_POINTS = 10
_MOST_POINTS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RunChart:
    """A row of measurements around its median; one of each per draw.

    Attributes
    ----------
    median : numpy.ndarray
        The median that the points are held against.
    points : numpy.ndarray of int
        Points off the median; those on it tell nothing.
    enough : numpy.ndarray of bool
        Whether there are the 10 such points that a verdict takes.
    signal : numpy.ndarray of bool
        Whether there is more than chance to see. Without `enough` points it is False
        and means nothing.
    longest_run, longest_expected : numpy.ndarray of int
        Points in a row on one side of the median, and the most that chance explains.
    crossings, fewest_expected : numpy.ndarray of int
        How often the row crosses the median, and the fewest that chance explains.
    before : RunChart or None
        The chart up to a stated change; the other numbers are then those after it.
    """

    median: Floats
    points: Ints
    enough: Bools
    signal: Bools
    longest_run: Ints
    longest_expected: Ints
    crossings: Ints
    fewest_expected: Ints
    before: "RunChart | None" = None


def run_chart(
    values: npt.ArrayLike, *, change: int | None = None, baseline: int | None = None
) -> RunChart:
    r"""Return what a run chart of measurements shows, by Anhøj's two rules.

    A signal is a run longer than :math:`\mathrm{round}(\log_2 n + 3)` or fewer
    crossings than the 5 % quantile of a binomial distribution with :math:`n - 1`
    trials and chance ½, for :math:`n` points off the median.

    Parameters
    ----------
    values : array-like, shape (points, ...)
        Measurements in order of time, missing ones as NaN; draws come behind.
    change : int, optional
        Points before a change that you state; before and after it each have a median
        of their own. State it for a reason, not because the chart looks so.
    baseline : int, optional
        Points whose median all others are held against, to see whether something has
        changed since. Not together with `change`.

    Returns
    -------
    RunChart
        With `change` of the points after it, and in `before` of those before.

    Raises
    ------
    ValueError
        If there is no point, or the change or baseline leaves a part empty.

    Notes
    -----
    The rules are Anhøj's [1]_. A signal says that something is going on, not what, nor
    that it is better.

    References
    ----------
    .. [1] Anhøj & Olesen (2014). PLoS ONE, 9(11), e113825.
       https://doi.org/10.1371/journal.pone.0113825

    Examples
    --------
    >>> weeks = [5, 6, 5, 7, 6, 5, 6, 7, 5, 6, 9, 8, 9, 8, 9, 10, 8, 9, 9, 8]
    >>> chart = run_chart(weeks, baseline=10)
    >>> bool(chart.signal), int(chart.longest_run), float(chart.median)
    (True, 10, 6.0)
    >>> float(run_chart(weeks, change=10).median)
    9.0
    """
    table = as_floats(values, name="values")
    _require_rows(table)
    if change is None:
        part = table if baseline is None else table[: _part(baseline, table)]
        return _chart(table, _medians(part))
    if baseline is not None:
        msg = "state either a change or a baseline, not both."
        raise ValueError(msg)
    cut = _part(change, table, name="change")
    early, late = table[:cut], table[cut:]
    before = _chart(early, _medians(early))
    return _chart(late, _medians(late), before=before)


def _require_rows(table: Floats) -> None:
    found = len(table) if table.ndim else 0
    if not 1 <= found <= _MOST_POINTS:
        msg = f"values must be 1 to {_MOST_POINTS} points in order; got {found}."
        raise ValueError(msg)
    if np.isinf(table).any():
        msg = "values must be numbers, or missing; got an infinite one."
        raise ValueError(msg)


def _part(points: int, table: Floats, *, name: str = "baseline") -> int:
    return require_count(points, 1, max(len(table) - 1, 1), name=name)


def _medians(part: Floats) -> Floats:
    if np.isnan(part).all(axis=0).any():
        msg = "values must have at least one point in each part; got only missing ones."
        raise ValueError(msg)
    return np.asarray(np.nanmedian(part, axis=0))


def _chart(table: Floats, median: Floats, before: RunChart | None = None) -> RunChart:
    side = np.nan_to_num(np.sign(table - median))
    points = np.abs(side).sum(axis=0).astype(np.int64)
    longest, crossings = _runs(side)
    expected_run, expected_crossings = _limits(points)
    enough = points >= FEWEST_POINTS
    unusual = (longest > expected_run) | (crossings < expected_crossings)
    return RunChart(
        median=median,
        points=points,
        enough=np.asarray(enough),
        signal=np.asarray(enough & unusual),
        longest_run=longest,
        longest_expected=np.asarray(expected_run),
        crossings=crossings,
        fewest_expected=np.asarray(expected_crossings),
        before=before,
    )


def _runs(side: Floats) -> tuple[Ints, Ints]:
    """Return longest run and crossings, passing over points on the median."""
    shape = side.shape[1:]
    last, run = np.zeros(shape), np.zeros(shape, dtype=np.int64)
    longest, crossings = run.copy(), run.copy()
    for now in side:
        counts, same = now != 0, now == last
        crossings += counts & ~same & (last != 0)
        run = np.where(counts, np.where(same, run + 1, 1), run)
        longest = np.maximum(longest, run)
        last = np.where(counts, now, last)
    return longest, crossings


def _limits(points: Ints) -> tuple[Ints, Ints]:
    """Return the longest run and the fewest crossings that chance explains."""
    different, places = np.unique(points, return_inverse=True)
    table = np.array([(_longest(int(n)), _fewest(int(n))) for n in different])
    longest, fewest = table.T
    return longest[places].reshape(points.shape), fewest[places].reshape(points.shape)


def _longest(points: int) -> int:
    return round(log2(points) + 3) if points else 0


@lru_cache(maxsize=1024)
def _fewest(points: int) -> int:
    # Whole numbers, since a quantile on its edge must not hang on rounding.
    trials, term, fewest = max(points - 1, 0), 1, 0
    cumulated = term
    while 20 * cumulated < 2**trials:
        term = term * (trials - fewest) // (fewest + 1)
        fewest += 1
        cumulated += term
    return fewest

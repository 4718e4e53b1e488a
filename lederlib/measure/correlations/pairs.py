"""Tables of all pairs of items, and the polychoric correlations behind them.

Every pair of items is correlated at once, given where the margins cut them.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from lederlib._checks import Floats, Ints
from lederlib.measure.correlations.normal import joint_below, joint_density

LIMIT = 0.999
# Stands for infinity: the normal distribution above it is zero in double precision.
BEYOND = 40.0
# lavaan leaves cells out of the slope whose probability is no more than this.
_FLOOR = float(np.sqrt(np.finfo(float).eps))
_TOLERANCE = 1e-11
_MOST_STEPS = 60
_EXACT_IN_SINGLE = 2**24


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Every pair of items: where they are cut and how often each cell occurs.

    Attributes
    ----------
    first, second : numpy.ndarray of int
        Places of the two items: (0, 1), (0, 2), …, (1, 2), …; this is the lower
        triangle of the correlations read column by column.
    cuts : numpy.ndarray
        Thresholds, shape (items, most categories − 1); beyond an item's own they are
        40, which stands for infinity.
    frequencies : numpy.ndarray
        People by cell, shape (pairs, most categories, most categories).
    """

    first: Ints
    second: Ints
    cuts: Floats
    frequencies: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cells:
    """What a correlation implies for each cell of each pair's table.

    Attributes
    ----------
    share : numpy.ndarray
        Probability; NaN where it is too small to be counted.
    slope : numpy.ndarray
        Its derivative by the correlation.
    """

    share: Floats
    slope: Floats


def make_pairs(codes: Ints, counts: tuple[int, ...]) -> Pairs:
    """Return the tables of all pairs; `codes` count from 0, `counts` are categories."""
    first, second = np.triu_indices(len(counts), 1)
    return Pairs(
        first=first,
        second=second,
        cuts=_cuts(codes, counts),
        frequencies=_cross_tables(codes, max(counts))[first, :, second, :],
    )


def correlate(pairs: Pairs, start: Floats) -> Floats:
    """Return the correlation of each pair that makes its table most likely.

    The slope of the likelihood turns from plus to minus between −.999 and .999, so a
    scoring step that leaves the part known to hold the turn is replaced by halving it.
    """
    pairs = _mend_two_by_two(pairs)
    rho = np.clip(np.nan_to_num(start), -0.95, 0.95)
    low, high = np.full_like(rho, -LIMIT), np.full_like(rho, LIMIT)
    moving = np.arange(rho.size)
    for _ in range(_MOST_STEPS):
        here = rho[moving]
        slope, information = _scores(pairs, here, moving)
        low[moving] = np.where(slope > 0, here, low[moving])
        high[moving] = np.where(slope > 0, high[moving], here)
        step = here + slope / np.maximum(information, 1.0)
        inside = (step >= low[moving]) & (step <= high[moving])
        rho[moving] = np.where(inside, step, (low[moving] + high[moving]) / 2)
        moving = moving[np.abs(rho[moving] - here) > _TOLERANCE]
        if not moving.size:
            break
    return _fill_diagonal_tables(pairs, rho)


def make_cells(pairs: Pairs, rho: Floats, which: Ints | slice = slice(None)) -> Cells:
    """Return each cell's probability and its slope at the correlations `rho`."""
    first = pairs.cuts[pairs.first[which]][:, :, None]
    second = pairs.cuts[pairs.second[which]][:, None, :]
    shape = (rho.size, first.shape[1] + 2, first.shape[1] + 2)
    below, slope = np.zeros(shape), np.zeros(shape)
    inner = (slice(None), slice(1, -1), slice(1, -1))
    below[inner] = joint_below(first, second, rho[:, None, None])
    slope[inner] = joint_density(first, second, rho[:, None, None])
    below[:, 1:-1, -1] = ndtr(first[:, :, 0])
    below[:, -1, 1:-1] = ndtr(second[:, 0, :])
    below[:, -1, -1] = 1
    share = _cell_differences(below)
    share[share <= _FLOOR] = np.nan
    return Cells(share=share, slope=_cell_differences(slope))


def _cuts(codes: Ints, counts: tuple[int, ...]) -> Floats:
    inner = np.full((len(counts), max(counts) - 1), BEYOND)
    for place, count in enumerate(counts):
        given = np.bincount(codes[:, place], minlength=count)
        inner[place, : count - 1] = ndtri(np.cumsum(given)[:-1] / len(codes))
    return inner


def _cross_tables(codes: Ints, most: int) -> Floats:
    people, items = codes.shape
    kind = np.float32 if people < _EXACT_IN_SINGLE else np.float64
    given = (codes[:, :, None] == np.arange(most)).astype(kind)
    given = given.reshape(people, items * most)
    joint = (given.T @ given).reshape(items, most, items, most)
    return np.asarray(joint, dtype=float)


def _cell_differences(grid: Floats) -> Floats:
    return np.diff(np.diff(grid, axis=1), axis=2)


def _scores(pairs: Pairs, rho: Floats, which: Ints) -> tuple[Floats, Floats]:
    frequencies, cells = pairs.frequencies[which], make_cells(pairs, rho, which)
    ratio = np.nan_to_num(cells.slope / cells.share)
    people = frequencies.sum(axis=(1, 2))
    slope = np.einsum("pab,pab->p", frequencies, ratio)
    return slope, people * np.einsum("pab,pab->p", cells.slope, ratio)


def _is_two_by_two(pairs: Pairs) -> npt.NDArray[np.bool_]:
    only_two = (pairs.cuts[:, 1:] == BEYOND).all(axis=1)
    return np.asarray(only_two[pairs.first] & only_two[pairs.second])


def _mend_two_by_two(pairs: Pairs) -> Pairs:
    """Move half a person into the one empty cell of a 2 × 2 table, margins kept."""
    tables = pairs.frequencies[:, :2, :2]
    lonely = _is_two_by_two(pairs) & ((tables == 0).sum(axis=(1, 2)) == 1)
    if not lonely.any():
        return pairs
    diagonal = (tables[:, 0, 0] == 0) | (tables[:, 1, 1] == 0)
    move = np.where(lonely, np.where(diagonal, 0.5, -0.5), 0.0)
    frequencies = pairs.frequencies.copy()
    frequencies[:, :2, :2] += move[:, None, None] * np.array([[1, -1], [-1, 1]])
    return Pairs(
        first=pairs.first,
        second=pairs.second,
        cuts=pairs.cuts,
        frequencies=frequencies,
    )


def _fill_diagonal_tables(pairs: Pairs, rho: Floats) -> Floats:
    """Give ±1 to the 2 × 2 tables with two empty cells, as lavaan does."""
    empty = (pairs.frequencies[:, :2, :2] == 0).sum(axis=(1, 2))
    perfect = _is_two_by_two(pairs) & (empty == 2)  # noqa: PLR2004
    return np.where(perfect, np.sign(rho), rho)

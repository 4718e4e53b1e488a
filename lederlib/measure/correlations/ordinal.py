"""Thresholds and polychoric correlations of coded answers, with their covariance.

Every pair of items is correlated at once, given where the margins cut them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri, owens_t

from lederlib._checks import Floats, Ints

# Owen's function divides by each point; a point this near zero gives zero's value.
_ALMOST_ZERO = 1e-20
LIMIT = 0.999
# Stands for infinity: the normal distribution above it is zero in double precision.
BEYOND = 40.0
# lavaan leaves cells out of the slope whose probability is no more than this.
_FLOOR = float(np.sqrt(np.finfo(float).eps))
_TOLERANCE = 1e-11
_MOST_STEPS = 60
_EXACT_IN_SINGLE = 2**24


def joint_below(first: Floats, second: Floats, correlation: Floats) -> Floats:
    """Return P(X ≤ first, Y ≤ second) for standard normal X and Y.

    Exact to rounding for every correlation strictly between −1 and 1, by Owen's
    function (Owen, 1956, https://doi.org/10.1214/aoms/1177728074).

    Examples
    --------
    >>> float(joint_below(np.array(0.0), np.array(0.0), np.array(0.5)).round(12))
    0.333333333333
    """
    first = np.where(first == 0, _ALMOST_ZERO, first)
    second = np.where(second == 0, _ALMOST_ZERO, second)
    root = np.sqrt((1 - correlation) * (1 + correlation))
    corner = owens_t(first, (second / first - correlation) / root)
    corner += owens_t(second, (first / second - correlation) / root)
    opposite = np.where(np.signbit(first) != np.signbit(second), 0.5, 0.0)
    return np.asarray((ndtr(first) + ndtr(second)) / 2 - corner - opposite)


def joint_density(first: Floats, second: Floats, correlation: Floats) -> Floats:
    """Return the density of two standard normal variables at a point.

    It is also the derivative of `joint_below` by the correlation.

    Examples
    --------
    >>> float(joint_density(np.array(0.0), np.array(0.0), np.array(0.0)).round(6))
    0.159155
    """
    left = (1 - correlation) * (1 + correlation)
    distance = first * first - 2 * correlation * first * second + second * second
    return np.asarray(np.exp(-distance / (2 * left)) / (2 * np.pi * np.sqrt(left)))


def density(points: Floats) -> Floats:
    """Return the standard normal density."""
    return np.asarray(np.exp(-(points**2) / 2) / np.sqrt(2 * np.pi))


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrdinalMoments:
    """What ordered answers say of the normal variables behind them, after two steps.

    Everything that has one place per statistic is in lavaan's order: the thresholds
    item by item, then the correlations as the lower triangle read column by column:
    (2, 1), (3, 1), …, (3, 2), ….

    Attributes
    ----------
    thresholds : tuple of numpy.ndarray
        Each item's thresholds, one fewer than its categories.
    correlations : numpy.ndarray
        Shape (items, items).
    empty_cells : numpy.ndarray of int
        How many cells of each pair's table have nobody, shape (items, items).
    n : int
        People.
    influence : numpy.ndarray or None
        What each person moves each statistic by, shape (people, statistics), so that
        ``influence.T @ influence / n`` is their asymptotic covariance (times n).
    """

    thresholds: tuple[Floats, ...]
    correlations: Floats
    empty_cells: Ints
    n: int
    influence: Floats | None

    @property
    def statistics(self) -> Floats:
        """Thresholds and correlations in one row."""
        pairs = np.triu_indices(len(self.correlations), 1)
        return np.concatenate([*self.thresholds, self.correlations[pairs]])

    def gamma(self) -> Floats:
        """Return the asymptotic covariance of √n × `statistics`, lavaan's NACOV.

        Raises
        ------
        ValueError
            If the moments were made without influence.
        """
        influence = self.require_influence()
        return np.asarray(influence.T @ influence / self.n)

    def error(self, slope: Floats) -> float:
        """Return the standard error of a figure that moves by `slope` per statistic.

        Raises
        ------
        ValueError
            If the moments were made without influence.
        """
        moved = self.require_influence() @ slope
        return float(np.sqrt((moved**2).mean() / self.n))

    def require_influence(self) -> Floats:
        """Return what each person moves each statistic by.

        Raises
        ------
        ValueError
            If the moments were made without influence.
        """
        if self.influence is None:
            msg = "Errors need moments that were made with influence=True."
            raise ValueError(msg)
        return self.influence


def ordinal_moments(
    codes: Ints,
    *,
    categories: Sequence[int] | None = None,
    names: Sequence[str] | None = None,
    influence: bool = True,
) -> OrdinalMoments:
    """Return thresholds from the margins and a correlation for each pair of items.

    Parameters
    ----------
    codes : numpy.ndarray of int, shape (people, items)
        Answers counted from 0, none missing.
    categories : sequence of int, optional
        Each item's number of categories; those up to the highest answer unless told.
    names : sequence of str, optional
        What to call the items in an error.
    influence : bool, default True
        Whether to work out what the asymptotic covariance needs.

    Raises
    ------
    ValueError
        If a category of an item has nobody, or an item has only one.

    Notes
    -----
    As lavaan: thresholds first, then each correlation by maximum likelihood given
    them (Olsson, 1979, https://doi.org/10.1007/BF02296207). Only a 2 × 2 table with one
    empty cell is mended, by half a person with the margins kept; with two empty cells
    the correlation is ±1. The covariance weighs each cell by the share of people who
    are observed in it (Muthén, 1984, https://doi.org/10.1007/BF02294210).

    Examples
    --------
    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1], [1, 1], [0, 0]])
    >>> moments = ordinal_moments(codes)
    >>> moments.correlations.round(3).tolist()
    [[1.0, 0.5], [0.5, 1.0]]
    >>> moments.gamma().shape
    (3, 3)
    """
    counts = _require_categories(codes, categories, names)
    pairs = make_pairs(codes, counts)
    start = np.atleast_2d(np.corrcoef(codes, rowvar=False))
    rho = correlate(pairs, start[pairs.first, pairs.second])
    return OrdinalMoments(
        thresholds=tuple(
            row[: count - 1] for row, count in zip(pairs.cuts, counts, strict=True)
        ),
        correlations=_square(pairs, rho, diagonal=1.0),
        empty_cells=_square(pairs, _count_empty(pairs, counts)).astype(np.int64),
        n=len(codes),
        influence=_influence(codes, pairs, counts, rho) if influence else None,
    )


def _require_categories(
    codes: Ints, categories: Sequence[int] | None, names: Sequence[str] | None
) -> tuple[int, ...]:
    counts = tuple(
        (codes.max(axis=0) + 1).tolist() if categories is None else categories
    )
    for place, count in enumerate(counts):
        given = np.bincount(codes[:, place], minlength=count)
        name = names[place] if names is not None else f"item{place + 1}"
        if count < 2:  # noqa: PLR2004
            msg = f"Item {name!r} must vary; everyone gave the same answer."
            raise ValueError(msg)
        if not given.all():
            msg = (
                f"Item {name!r} must have answers in each of its {count} categories; "
                f"category {int(np.argmin(given > 0)) + 1} has none. Join it with a "
                "neighbour first."
            )
            raise ValueError(msg)
    return counts


def _square(pairs: Pairs, values: Floats, *, diagonal: float = 0.0) -> Floats:
    items = len(pairs.cuts)
    square = np.full((items, items), diagonal)
    square[pairs.first, pairs.second] = square[pairs.second, pairs.first] = values
    return square


def _count_empty(pairs: Pairs, counts: tuple[int, ...]) -> Floats:
    sizes = np.array(counts)
    cells = sizes[pairs.first] * sizes[pairs.second]
    return np.asarray(cells - (pairs.frequencies > 0).sum(axis=(1, 2)), dtype=float)


def _influence(
    codes: Ints, pairs: Pairs, counts: tuple[int, ...], rho: Floats
) -> Floats:
    """Return what each person moves each threshold and each correlation by."""
    of_cuts = _cut_influence(codes, pairs)
    tables = _pair_influence(pairs, np.clip(rho, -LIMIT, LIMIT), of_cuts)
    size = tables.shape[1]
    answers = np.ascontiguousarray(codes.T)
    cell = answers[pairs.first] * size
    cell += answers[pairs.second]
    cell += np.arange(len(tables))[:, None] * size**2
    own = [
        of_cuts[place, answers[place], : count - 1].T
        for place, count in enumerate(counts)
    ]
    return np.concatenate([*own, tables.ravel().take(cell)]).T


def _cut_influence(codes: Ints, pairs: Pairs) -> Floats:
    """Return, by item, what an answer in each category moves each threshold by."""
    items, inner = pairs.cuts.shape
    at_most = np.arange(inner + 1)[:, None] <= np.arange(inner)
    below = np.stack([(codes <= cut).mean(axis=0) for cut in range(inner)], axis=1)
    height = density(pairs.cuts)[:, None, :]
    moved = at_most - below[:, None, :]
    none = np.zeros((items, inner + 1, inner))
    return np.asarray(np.divide(moved, height, out=none, where=height > 0))


def _pair_influence(pairs: Pairs, rho: Floats, of_cuts: Floats) -> Floats:
    """Return what a person in each cell moves the pair's correlation by."""
    cells = make_cells(pairs, rho)
    score = np.nan_to_num(cells.slope / cells.share)
    weight = np.nan_to_num(pairs.frequencies * score / cells.share)
    first, second = pairs.cuts[pairs.first], pairs.cuts[pairs.second]
    along_first = _cross(weight, first, second, rho)
    along_second = _cross(weight.transpose(0, 2, 1), second, first, rho)
    people = pairs.frequencies.sum(axis=(1, 2))
    moved = (
        score
        - (
            np.einsum("pt,pat->pa", along_first, of_cuts[pairs.first])[:, :, None]
            + np.einsum("pt,pbt->pb", along_second, of_cuts[pairs.second])[:, None, :]
        )
        / people[:, None, None]
    )
    information = np.einsum("pab,pab,pab->p", pairs.frequencies, score, score) / people
    return np.asarray(moved / information[:, None, None])


def _cross(weight: Floats, own: Floats, other: Floats, rho: Floats) -> Floats:
    """Return, by threshold of the first item, how its score goes with the pair's."""
    r = rho[:, None, None]
    below = np.zeros((len(rho), own.shape[1], other.shape[1] + 2))
    below[:, :, -1] = 1
    below[:, :, 1:-1] = ndtr(
        (other[:, None, :] - r * own[:, :, None]) / np.sqrt((1 - r) * (1 + r))
    )
    reached = np.diff(below, axis=2) * density(own)[:, :, None]
    turned = weight[:, :-1] - weight[:, 1:]
    return np.asarray(np.einsum("ptb,ptb->pt", turned, reached))

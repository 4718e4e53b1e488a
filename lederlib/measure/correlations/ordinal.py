"""Thresholds and polychoric correlations of coded answers, with their covariance."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.correlations.influence import influence_of
from lederlib.measure.correlations.pairs import Pairs, correlate, make_pairs


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
        influence=influence_of(codes, pairs, counts, rho) if influence else None,
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

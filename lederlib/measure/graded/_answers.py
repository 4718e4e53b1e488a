"""Answers as categories counted from 0, each pattern of answers once."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.item_matrix import ItemMatrix

FEWEST_ITEMS = 3
MOST_CATEGORIES = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """Patterns of answers, and how many people gave each.

    Attributes
    ----------
    codes : numpy.ndarray of int, shape (patterns, items)
        Category of each answer from 0; -1 where it is missing.
    people : numpy.ndarray, shape (patterns,)
        How many people gave the pattern.
    place : numpy.ndarray of int, shape (people,)
        Each person's pattern.
    given : numpy.ndarray, shape (patterns, categories of all items)
        1 where the category was chosen.
    sizes : tuple of int
        Categories of each item.
    """

    codes: Ints
    people: Floats
    place: Ints
    given: Floats
    sizes: tuple[int, ...]

    @property
    def starts(self) -> Ints:
        """Where each item's categories begin among all of them."""
        return np.cumsum([0, *self.sizes])


def categories(matrix: ItemMatrix) -> tuple[Floats, ...]:
    """Return the answers that each item was given, from the lowest.

    Raises
    ------
    ValueError
        If an item has one answer only, or too many to be categories.
    """
    matrix.require_spread()
    found = []
    for name, column in zip(matrix.names, matrix.values.T, strict=True):
        answers = np.unique(column[~np.isnan(column)])
        if len(answers) > MOST_CATEGORIES:
            msg = (
                f"Item {name!r} must have at most {MOST_CATEGORIES} categories; "
                f"got {len(answers)} different answers."
            )
            raise ValueError(msg)
        found.append(answers)
    return tuple(found)


def coded(values: Floats, levels: tuple[Floats, ...]) -> Answers:
    """Return the answers as patterns; `levels` are each item's categories."""
    pairs = zip(values.T, levels, strict=True)
    columns = [np.searchsorted(level, np.nan_to_num(item)) for item, level in pairs]
    codes = np.where(np.isnan(values), -1, np.column_stack(columns))
    patterns, place, people = np.unique(
        codes, axis=0, return_inverse=True, return_counts=True
    )
    blocks = [
        pattern[:, None] == np.arange(len(level))
        for pattern, level in zip(patterns.T, levels, strict=True)
    ]
    return Answers(
        codes=patterns,
        people=people.astype(float),
        place=place.ravel(),
        given=np.hstack(blocks).astype(float),
        sizes=tuple(len(level) for level in levels),
    )

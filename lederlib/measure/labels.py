"""Which group, unit or cluster each person belongs to, beside the answers."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Ints, brief

Labels = pd.Series | npt.ArrayLike


def as_column(values: Labels, *, name: str) -> pd.Series:
    """Return one value a person as a column.

    Raises
    ------
    ValueError
        If there is more or less than one dimension.

    Examples
    --------
    >>> as_column([3, 1], name="values").tolist()
    [3, 1]
    """
    if isinstance(values, pd.Series):
        return values
    try:
        grid = np.asarray(values)
    except ValueError:
        grid = np.empty((0, 0))
    if grid.ndim != 1:
        msg = f"{name} must be one column, a value a person; got {brief(values)}."
        raise ValueError(msg)
    return pd.Series(grid)


def labels_beside(
    answers: object, labels: Labels, *, people: int, name: str = "groups"
) -> pd.Series:
    """Return the label of each of the people whose answers are given.

    Where both are pandas objects their rows must be called alike, in one order, so that
    nobody gets the label of another.

    Parameters
    ----------
    answers : DataFrame, Series or array-like
        What the labels stand beside.
    labels : Series or array-like, shape (people,)
        The group, unit or cluster of each person.
    people : int
        Rows of the answers.
    name : str
        What the labels are called in messages.

    Raises
    ------
    ValueError
        If there is not one label a person, or the rows are called otherwise.

    Examples
    --------
    >>> labels_beside([[1], [2]], ["a", "b"], people=2).tolist()
    ['a', 'b']
    """
    column = as_column(labels, name=name)
    if len(column) != people:
        msg = (
            f"{name} must name one group for each of the {people} people; "
            f"got {len(column)}."
        )
        raise ValueError(msg)
    rows = answers.index if isinstance(answers, pd.DataFrame | pd.Series) else None
    if (
        isinstance(labels, pd.Series)
        and rows is not None
        and not rows.equals(column.index)
    ):
        msg = (
            f"{name} must have the same index as the answers, in the same order; "
            f"take both from one table, or pass {name} as an array."
        )
        raise ValueError(msg)
    return column


def numbered(column: pd.Series) -> tuple[Ints, list[object]]:
    """Return each person's group as a number, -1 where missing or blank, and the names.

    Raises
    ------
    ValueError
        If a label is a list or another thing that has no name of its own.

    Examples
    --------
    >>> codes, names = numbered(pd.Series(["b ", "a", "", "b"]))
    >>> codes.tolist(), names
    ([1, 0, -1, 1], ['a', 'b'])
    """
    if pd.api.types.is_numeric_dtype(column):
        codes, groups = pd.factorize(column, sort=True)
        return codes, list(groups)
    try:
        raw, found = pd.factorize(column)
    except TypeError:
        odd = next(label for label in column if label.__hash__ is None)
        msg = f"groups must be called by texts or numbers; got {brief(odd)}."
        raise ValueError(msg) from None
    words = pd.Series(np.asarray(found, dtype=object)).astype(str).str.strip()
    place, groups = pd.factorize(words.mask(words == ""), sort=True)
    return np.append(place, -1)[raw], np.asarray(groups, dtype=object).tolist()

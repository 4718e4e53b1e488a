"""Answers to items as one matrix, checked once: a row a person, a column an item."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats, Ints
from lederlib.measure.has_items import HasItems, items_of

Table = pd.DataFrame | npt.ArrayLike | HasItems


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ItemMatrix:
    """Answers of people to items.

    Attributes
    ----------
    names : tuple of str
        The items, in the table's order; `item1`, `item2`, … where the table named none.
    values : numpy.ndarray
        Answers, shape (people, items), NaN where one is missing.
    """

    names: tuple[str, ...]
    values: Floats

    def complete(self) -> "ItemMatrix":
        """Return only the people who answered every item.

        Raises
        ------
        ValueError
            If nobody did.
        """
        whole = np.logical_not(np.isnan(self.values).any(axis=1))
        if whole.all():
            return self
        if not whole.any():
            msg = (
                f"items must have someone who answered all {len(self.names)} of them; "
                f"all {len(whole)} rows have a gap."
            )
            raise ValueError(msg)
        return ItemMatrix(names=self.names, values=self.values[whole])

    def require_spread(self) -> "ItemMatrix":
        """Return the matrix, or name the first item to which all answers are alike.

        Raises
        ------
        ValueError
            If an item has no answers, or the same answer from everybody.
        """
        for name, column in zip(self.names, self.values.T, strict=True):
            given = column[~np.isnan(column)]
            if not given.size:
                msg = f"Item {name!r} must have answers; all {len(column)} are missing."
                raise ValueError(msg)
            if (given == given[0]).all():
                msg = f"Item {name!r} must vary; every answer is {given[0]:g}."
                raise ValueError(msg)
        return self


def item_matrix(items: Table, *, fewest: int = 2) -> ItemMatrix:
    """Return a table of answers as a matrix of numbers.

    Parameters
    ----------
    items : DataFrame or array-like, shape (people, items), or a study
        Numbers, booleans or ordered categories (counted from 1); NaN, None and NA are
        missing.
    fewest : int, default 2
        How many items there must be.

    Raises
    ------
    ValueError
        If a cell is a text or infinite, two items have one name, or there are too few
        items or people.

    Examples
    --------
    >>> item_matrix([[1, 2], [3, None]]).values
    array([[ 1.,  2.],
           [ 3., nan]])
    """
    table = _as_table(items)
    names = tuple(str(name) for name in table.columns)
    _require_shape(table, names, fewest)
    if all(isinstance(kind, np.dtype) and kind.kind in "fiu" for kind in table.dtypes):
        values = table.to_numpy(dtype=float)
        if not np.isinf(values).any():
            return ItemMatrix(names=names, values=values)
    columns = [
        item_numbers(table.iloc[:, place], name) for place, name in enumerate(names)
    ]
    return ItemMatrix(names=names, values=np.column_stack(columns))


def complete_items(items: Table, *, fewest: int = 2) -> tuple[ItemMatrix, int]:
    """Return those who answered every item, and how many people did not.

    Raises
    ------
    ValueError
        As `item_matrix`, or if an item does not vary or nobody answered everything.

    Examples
    --------
    >>> answered, dropped = complete_items([[1, 2], [3, None], [2, 1]])
    >>> len(answered.values), dropped
    (2, 1)
    """
    everyone = item_matrix(items, fewest=fewest).require_spread()
    answered = everyone.complete().require_spread()
    return answered, len(everyone.values) - len(answered.values)


def _as_table(items: Table) -> pd.DataFrame:
    items = items_of(items)
    if isinstance(items, pd.DataFrame):
        return items
    grid = np.asarray(items, dtype=object)
    if grid.ndim != 2:  # noqa: PLR2004
        msg = f"items must be a table of people by items; got {grid.ndim} dimensions."
        raise ValueError(msg)
    names = [f"item{number}" for number in range(1, grid.shape[1] + 1)]
    return pd.DataFrame(grid, columns=names).infer_objects()


def _require_shape(table: pd.DataFrame, names: Sequence[str], fewest: int) -> None:
    if len(names) < fewest:
        msg = f"items must be at least {fewest}; got {len(names)}."
        raise ValueError(msg)
    if len(table) < 2:  # noqa: PLR2004
        msg = f"items must have at least 2 rows, one a person; got {len(table)}."
        raise ValueError(msg)
    require_own_names(names)


def require_own_names(names: Sequence[str]) -> None:
    """Raise if a name stands twice.

    Raises
    ------
    ValueError
        If one does.
    """
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled is not None:
        msg = f"Every item must have a name of its own; {doubled!r} stands twice."
        raise ValueError(msg)


def item_numbers(column: pd.Series, name: str) -> Floats:
    """Return a column of answers as floats, missing ones as NaN.

    Raises
    ------
    ValueError
        If a cell is a text or infinite.
    """
    if isinstance(column.dtype, pd.CategoricalDtype) and column.cat.ordered:
        codes = column.cat.codes.to_numpy(dtype=float)
        return np.where(codes < 0, np.nan, codes + 1)
    try:
        numbers = column.to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError):
        raise ValueError(_not_a_number(column, name)) from None
    if np.isinf(numbers).any():
        row = int(np.flatnonzero(np.isinf(numbers))[0])
        msg = f"Item {name!r} must hold finite numbers; got infinity in row {row + 1}."
        raise ValueError(msg)
    return numbers


def _not_a_number(column: pd.Series, name: str) -> str:
    for row, value in enumerate(column, start=1):
        try:
            float(value)
        except (TypeError, ValueError):
            if not pd.isna(value):
                return (
                    f"Item {name!r} must hold numbers; got {value!r:.40} in row {row}."
                )
    return f"Item {name!r} must hold numbers."


def numbered(column: pd.Series) -> tuple[Ints, list[object]]:
    """Return each person's group as a number, -1 where missing or blank, and the names.

    Examples
    --------
    >>> codes, names = numbered(pd.Series(["b ", "a", "", "b"]))
    >>> codes.tolist(), names
    ([1, 0, -1, 1], ['a', 'b'])
    """
    if pd.api.types.is_numeric_dtype(column):
        codes, groups = pd.factorize(column, sort=True)
        return codes, list(groups)
    raw, found = pd.factorize(column)
    words = pd.Series(np.asarray(found, dtype=object)).astype(str).str.strip()
    place, groups = pd.factorize(words.mask(words == ""), sort=True)
    return np.append(place, -1)[raw], np.asarray(groups, dtype=object).tolist()

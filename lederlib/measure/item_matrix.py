"""Answers to items as one matrix, checked once: a row a person, a column an item."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats, brief
from lederlib.measure.against import going_against
from lederlib.measure.has_items import HasItems, items_of, table_of

Table = pd.DataFrame | npt.ArrayLike | HasItems
#: Answers beyond this lose their fourth powers, which errors rest on, to infinity.
LARGEST: Final = 1e50
#: Answers that differ by less than this share of their size differ by rounding.
_ALIKE: Final = 1e-13
_MOMENTS_OF_TIME: Final = "mM"


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

    def against(self) -> tuple[str, ...]:
        """Return the items that go against the others, by those who answered both."""
        table = pd.DataFrame(self.values)
        return going_against(self.names, table.cov().to_numpy())

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
            least = max(_ALIKE * np.abs(given).max(), 1 / LARGEST)
            if np.ptp(given) < least:
                msg = (
                    f"Item {name!r} must vary; its answers differ by no more than "
                    f"{np.ptp(given):.1g}, which is rounding."
                )
                raise ValueError(msg)
        return self


def item_matrix(items: Table, *, fewest: int = 2) -> ItemMatrix:
    """Return a table of answers as a matrix of numbers.

    Parameters
    ----------
    items : DataFrame or array-like, shape (people, items), or a study
        Numbers, booleans or ordered categories (counted from 1); NaN, None and NA are
        missing. Other kinds of tables serve if they have `to_pandas`.
    fewest : int, default 2
        How many items there must be.

    Raises
    ------
    ValueError
        If a cell is a text, a date or not finite, two items have one name, or there are
        too few items or people.

    Examples
    --------
    >>> item_matrix([[1, 2], [3, None]]).values
    array([[ 1.,  2.],
           [ 3., nan]])
    """
    table = as_table(items)
    names = tuple(str(name) for name in table.columns)
    _require_shape(table, names, fewest)
    if all(isinstance(kind, np.dtype) and kind.kind in "fiu" for kind in table.dtypes):
        values = table.to_numpy(dtype=float)
        if not (np.abs(values) > LARGEST).any():
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


def as_table(items: Table) -> pd.DataFrame:
    """Return answers as a data frame; columns without names become item1, item2, ….

    Raises
    ------
    ValueError
        If they are no table.

    Examples
    --------
    >>> list(as_table([[1, 2], [3, 4]]).columns)
    ['item1', 'item2']
    """
    other: Any = items_of(items)
    if isinstance(other, pd.DataFrame):
        return other
    if hasattr(other, "to_pandas"):
        return pd.DataFrame(other.to_pandas())
    try:
        grid = np.asarray(other, dtype=object)
    except ValueError:
        grid = np.empty(0)
    if grid.ndim != 2:  # noqa: PLR2004
        msg = (
            "items must be a table, a row a person and a column an item; "
            f"got {brief(items)}."
        )
        raise ValueError(msg)
    names = [f"item{number}" for number in range(1, grid.shape[1] + 1)]
    return pd.DataFrame(grid, columns=names).infer_objects()


def named_table(data: Any) -> pd.DataFrame:  # noqa: ANN401 - whatever was given
    """Return a table with its columns called by texts, as a model calls them.

    Raises
    ------
    ValueError
        If it is no data frame.

    Examples
    --------
    >>> list(named_table(pd.DataFrame([[1, 2]])).columns)
    ['0', '1']
    """
    known = table_of(data)
    if not (isinstance(known, pd.DataFrame) or hasattr(known, "to_pandas")):
        msg = f"data must be a data frame, with columns by name; got {brief(data)}."
        raise ValueError(msg)
    table = as_table(known)
    if all(isinstance(name, str) for name in table.columns):
        return table
    return table.set_axis([str(name) for name in table.columns], axis=1)


def single_column(table: pd.DataFrame, name: str) -> pd.Series:
    """Return a column that the table has, or say that it has it twice.

    Raises
    ------
    ValueError
        If it does.
    """
    column = table[name]
    if isinstance(column, pd.DataFrame):
        msg = f"Every column must have a name of its own; {name!r} stands twice."
        raise ValueError(msg)
    return column


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
        If a cell is a text, a date, or no finite number below 1e50.
    """
    if isinstance(column.dtype, pd.CategoricalDtype) and column.cat.ordered:
        codes = column.cat.codes.to_numpy(dtype=float)
        return np.where(codes < 0, np.nan, codes + 1)
    kind = getattr(column.dtype, "kind", "O")
    if kind in _MOMENTS_OF_TIME or isinstance(column.dtype, pd.PeriodDtype):
        first = next(iter(column.dropna()), column.dtype)
        msg = (
            f"Item {name!r} must hold answers, but holds dates or times such as "
            f"{str(first)!r:.40}; leave the column out."
        )
        raise ValueError(msg)
    try:
        if kind == "c":
            raise TypeError
        numbers = column.to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError, OverflowError):
        raise ValueError(_not_a_number(column, name)) from None
    beyond = np.abs(numbers) > LARGEST
    if beyond.any():
        row = int(np.flatnonzero(beyond)[0])
        what = "infinity" if np.isinf(numbers[row]) else f"{numbers[row]:g}"
        msg = (
            f"Item {name!r} must hold finite numbers, at most {LARGEST:g}; "
            f"got {what} in row {row + 1}."
        )
        raise ValueError(msg)
    return numbers


def _not_a_number(column: pd.Series, name: str) -> str:
    for row, value in enumerate(column, start=1):
        try:
            float(value)
        except (TypeError, ValueError, OverflowError):
            if not (pd.api.types.is_scalar(value) and pd.isna(value)):
                return (
                    f"Item {name!r} must hold numbers; got {brief(value):.40} in row "
                    f"{row}."
                )
    return f"Item {name!r} must hold numbers."

"""People with their answers and their group, in one order of groups."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats, Ints
from lederlib.measure.has_items import items_of, labels_of
from lederlib.measure.item_matrix import ItemMatrix, Table, item_matrix
from lederlib.measure.labels import Labels, labels_beside, numbered

_Given = pd.DataFrame | pd.Series | npt.ArrayLike


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grouped:
    """The people who have a group and every answer.

    Attributes
    ----------
    items : tuple of str
        Names of the items.
    values : numpy.ndarray, shape (items, people)
        Their answers, in any order of people.
    codes : numpy.ndarray of int, shape (people,)
        Number of each person's group.
    names : pandas.Index
        The groups, sorted; also those in which nobody answered everything.
    sizes : numpy.ndarray of int, shape (groups,)
        People in each group.
    left_out : int
        People without a group or with a gap.
    """

    items: tuple[str, ...]
    values: Floats
    codes: Ints
    names: pd.Index
    sizes: Ints
    left_out: int

    def means(self, values: Floats) -> Floats:
        """Return the mean of one value a person by group; NaN where it is empty."""
        sums = np.bincount(self.codes, weights=values, minlength=len(self.names))
        return np.asarray(sums / np.where(self.sizes > 0, self.sizes, np.nan))

    def require_spread(self) -> None:
        """Name the first item to which all answers are alike.

        Raises
        ------
        ValueError
            If there is one.
        """
        ItemMatrix(names=self.items, values=self.values.T).require_spread()


def grouped(items: Table | pd.Series, groups: Labels | None, *, name: str) -> Grouped:
    """Return the answers by group, checked once.

    Parameters
    ----------
    items : DataFrame, Series or array-like
        Answers, shape (people, items) or (people,).
    groups : Series or array-like, optional
        The group of each person, numbers or text, in any order; a study's units
        unless told.
    name : str
        What a single unnamed item is called in messages.

    Raises
    ------
    ValueError
        If an answer is no number, the rows do not match, or nobody has both.
    """
    labels: Labels = labels_of(items, groups, of="unit")
    given: _Given = items_of(items)
    matrix = item_matrix(_as_columns(given, name), fewest=1)
    column = labels_beside(given, labels, people=len(matrix.values))
    codes, names = numbered(column)
    kept = (codes >= 0) & ~np.isnan(matrix.values).any(axis=1)
    if not kept.any():
        msg = f"{name} must hold someone with a group and every answer; found nobody."
        raise ValueError(msg)
    whole = bool(kept.all())
    codes = codes if whole else codes[kept]
    values = matrix.values if whole else matrix.values[kept]
    return Grouped(
        items=matrix.names,
        values=np.ascontiguousarray(values.T),
        codes=codes,
        names=pd.Index(names, name="group"),
        sizes=np.bincount(codes, minlength=len(names)),
        left_out=int(kept.size - kept.sum()),
    )


def _as_columns(items: _Given, name: str) -> Table:
    if isinstance(items, pd.Series):
        return items.to_frame(name if items.name is None else items.name)
    if isinstance(items, pd.DataFrame) or hasattr(items, "to_pandas"):
        return items
    column = items if isinstance(items, np.ndarray) else np.asarray(items, dtype=object)
    if column.ndim != 1:
        return items
    return pd.DataFrame({name: column}).infer_objects()

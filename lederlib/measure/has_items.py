"""What knows more of its answers than a table does: a study, seen from the measures."""

from typing import Protocol, TypeGuard, TypeVar, cast, runtime_checkable

import pandas as pd

_T = TypeVar("_T")
_OPTIONS = 5


@runtime_checkable
class HasItems(Protocol):
    """Answers that know what they are; every measure takes them in place of a table.

    `lederlib.answers.Study` is one. The names are those of columns of `table`.
    """

    @property
    def items(self) -> pd.DataFrame:
        """Person × item, all items pointing the way of their factor."""

    @property
    def table(self) -> pd.DataFrame:
        """The items, and beside them what else is known of each person."""

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest answer that could be given."""

    @property
    def group(self) -> str | None:
        """The column of few groups between which the measure is compared."""

    @property
    def unit(self) -> str | None:
        """The column of many groups whose means are to be used."""


def _knows(given: object) -> TypeGuard[HasItems]:
    # A table has its columns as attributes, and may call them anything.
    return isinstance(given, HasItems) and not isinstance(given, pd.DataFrame)


def items_of(given: _T | HasItems) -> _T | pd.DataFrame:
    """Return the answers to the items; of anything but a study, what was given."""
    return given.items if _knows(given) else cast("_T", given)


def table_of(given: _T | HasItems) -> _T | pd.DataFrame:
    """Return all columns of the people; of anything but a study, what was given."""
    return given.table if _knows(given) else cast("_T", given)


def ends_of(
    given: object, low: float | None, high: float | None
) -> tuple[float | None, float | None]:
    """Return the ends that were told, or else those that a study knows."""
    if not _knows(given):
        return low, high
    lowest, highest = given.ends
    return lowest if low is None else low, highest if high is None else high


def options_of(given: object, options: int | None) -> int:
    """Return how many answers an item allows: as told, as a study knows, or 5."""
    if options is not None or not _knows(given):
        return _OPTIONS if options is None else options
    lowest, highest = given.ends
    return int(highest - lowest) + 1


def group_of(given: object, group: str | None) -> str | None:
    """Return the column of groups that was told, or else a study's."""
    return given.group if group is None and _knows(given) else group


def labels_of(given: object, labels: _T | None, *, of: str) -> _T | pd.Series:
    """Return the group of each person as told, or else as a study knows it.

    Parameters
    ----------
    given : study or table
        What holds the answers.
    labels : Series or array-like, optional
        The group of each person.
    of : {"group", "unit"}
        Which column of a study tells the groups apart.

    Raises
    ------
    ValueError
        If neither tells.
    """
    if labels is not None:
        return labels
    if not _knows(given):
        msg = "groups must be the group of each person; got None."
        raise ValueError(msg)
    column = given.group if of == "group" else given.unit
    if column is None:
        msg = f"The study must know its {of}; give it as Study(…, {of}=…)."
        raise ValueError(msg)
    found: pd.Series = given.table[column]
    return found

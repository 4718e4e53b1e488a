"""The answers that a model is fitted to, by group, checked once."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from lederlib._checks import Floats, Ints, nearest
from lederlib.measure.item_matrix import (
    item_matrix,
    item_numbers,
    named_table,
    single_column,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """The answers of one group, and the rows of the table where they stand.

    `given` are those to predictors that all else is conditional on.
    """

    name: str
    rows: Ints
    values: Floats
    cluster: Ints
    weights: Floats = field(default_factory=lambda: np.zeros(0))
    given: Floats = field(default_factory=lambda: np.zeros((0, 0)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class People:
    """Answers by group, in the order in which the groups first appear.

    Attributes
    ----------
    items : tuple of str
        The columns.
    parts : tuple of Part
        One for each group.
    index : pandas.Index
        What the table calls its rows.
    left_out : int
        Rows that were not used: with a gap (or no answer at all, where gaps are
        allowed), or without a group or cluster.
    """

    items: tuple[str, ...]
    parts: tuple[Part, ...]
    index: pd.Index
    left_out: int

    @property
    def n(self) -> int:
        """Return the number of people in all groups."""
        return sum(len(part.values) for part in self.parts)


def read_people(
    data: pd.DataFrame,
    items: Sequence[str],
    *,
    group: str | None = None,
    cluster: str | None = None,
    gaps: bool = False,
    whole: Sequence[str] = (),
    weights: str | None = None,
) -> People:
    """Return the answers to the model's items; only those decide which rows are whole.

    Where gaps are allowed, items that are to be `whole` must be answered all the same.
    `weights` is a column of how many people each row stands for.

    Raises
    ------
    ValueError
        If a column is unknown, a cell is no number, nobody has a group or a cluster,
        an item does not vary in a group, or a group is too small.
    """
    table = named_table(data)
    for name in items:
        require_column(table, name)
    found = item_matrix(table[list(items)], fewest=1)
    missing = np.isnan(found.values)
    for name in (found.names[place] for place in np.flatnonzero(missing.all(axis=0))):
        msg = f"Item {name!r} must have answers; all {len(missing)} are missing."
        raise ValueError(msg)
    needed = [name in whole or not gaps for name in found.names]
    used = ~missing[:, needed].any(axis=1) & ~missing.all(axis=1)
    codes, names = _codes(table, group)
    clusters, _ = _codes(table, cluster)
    used &= (codes >= 0) & (clusters >= 0)
    parts = tuple(
        _part(
            found.values, clusters if cluster else None, used & (codes == place), name
        )
        for place, name in enumerate(names)
    )
    for part in parts:
        _require_people(part, items)
    if weights is not None:
        require_column(table, str(weights))
        parts = _weighted(parts, single_column(table, str(weights)), str(weights))
    return People(
        items=tuple(items),
        parts=parts,
        index=table.index,
        left_out=int((~used).sum()),
    )


def _weighted(
    parts: tuple[Part, ...], column: pd.Series, name: str
) -> tuple[Part, ...]:
    """Return the parts with weights that are 1 on average over everybody."""
    numbers = item_numbers(column, name)
    used = np.concatenate([numbers[part.rows] for part in parts])
    if not (used > 0).all():
        rows = np.concatenate([part.rows for part in parts])
        row = int(rows[np.flatnonzero(~(used > 0))[0]])
        msg = (
            f"sampling_weights must be numbers above 0; {name!r} has {numbers[row]:g} "
            f"in row {row + 1}."
        )
        raise ValueError(msg)
    return tuple(
        replace(part, weights=numbers[part.rows] / used.mean()) for part in parts
    )


def require_column(data: pd.DataFrame, name: str) -> None:
    """Raise unless the table has the column, naming the nearest that it has.

    Raises
    ------
    ValueError
        If it has not.
    """
    if name not in data.columns:
        known = [str(column) for column in data.columns]
        msg = (
            f"data has no column {name!r}; it has {', '.join(known[:20])}"
            f"{' …' if len(known) > 20 else ''}.{nearest(name, known)}"  # noqa: PLR2004
        )
        raise ValueError(msg)


def _codes(data: pd.DataFrame, column: str | None) -> tuple[Ints, list[str]]:
    if column is None:
        return np.zeros(len(data), dtype=np.int64), [""]
    require_column(data, str(column))
    codes, names = pd.factorize(single_column(data, str(column)), use_na_sentinel=True)
    if not len(names):
        msg = f"Column {column!r} must have values; all {len(data)} are missing."
        raise ValueError(msg)
    return np.asarray(codes), [str(name) for name in names]


def _part(
    values: Floats,
    clusters: Ints | None,
    chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]",
    name: str,
) -> Part:
    own = np.zeros(0, dtype=np.int64)
    if clusters is not None:
        own = np.asarray(pd.factorize(clusters[chosen])[0])
    rows = np.flatnonzero(chosen)
    return Part(name=name, rows=rows, values=values[rows], cluster=own)


def where(part: Part) -> str:
    """Return ' in group …', or nothing where there is one group."""
    return f" in group {part.name!r}" if part.name else ""


def _require_people(part: Part, items: Sequence[str]) -> None:
    people = len(part.values)
    if people <= len(items):
        msg = (
            f"There must be more people than items{where(part)}; got {people} with "
            f"usable answers to {len(items)} items."
        )
        raise ValueError(msg)
    for item, column in zip(items, part.values.T, strict=True):
        given = column[~np.isnan(column)]
        if given.size < 2 or (given == given[0]).all():  # noqa: PLR2004
            what = f"every answer is {given[0]:g}" if given.size else "all are missing"
            msg = f"Item {item!r} must vary{where(part)}; {what}."
            raise ValueError(msg)
    _require_pairs(part, items)
    if part.cluster.size and part.cluster.max() < 1:
        msg = f"cluster must have at least 2 clusters{where(part)}; got 1."
        raise ValueError(msg)


def _require_pairs(part: Part, items: Sequence[str]) -> None:
    """Raise if nobody answered some two items both: nothing tells how they go together.

    lavaan fits such answers, with a warning and a covariance that it made up.
    """
    seen = (~np.isnan(part.values)).astype(float)
    apart = np.argwhere(np.triu(seen.T @ seen < 1))
    if len(apart):
        one, other = (items[place] for place in apart[0].tolist())
        msg = (
            f"Items {one!r} and {other!r} must have been answered both by somebody"
            f"{where(part)}; nobody did, so their covariance is unknown. "
            "Leave one of them out."
        )
        raise ValueError(msg)

"""Means and covariances of items, from tables that need not fit into memory."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_progress
from lederlib.measure.item_matrix import (
    Table,
    as_table,
    item_numbers,
    named_table,
    require_own_names,
    single_column,
)

_ROWS_AT_ONCE = 65_536
_FEWEST = 2


class Sums(NamedTuple):
    """Enough of some people to go on from.

    Their mean is `origin` (the answers of one of them) plus the small `offset`, kept
    apart so that digits are not lost; `scatter` is about that mean.
    """

    n: int
    dropped: int
    origin: Floats
    offset: Floats
    scatter: Floats


Part = tuple[tuple[str, ...], Sums]


def summed(values: Floats, dropped: int) -> Sums:
    """Return the sums of people without gaps, and how many had one."""
    if not len(values):
        nothing = np.zeros(values.shape[1])
        return Sums(0, dropped, nothing, nothing, np.outer(nothing, nothing))
    origin = values[0]
    near = values - origin
    offset = near.mean(axis=0)
    near -= offset
    return Sums(len(values), dropped, origin, offset, near.T @ near)


def folded(
    parts: Iterable[Part],
) -> Part:
    """Return all parts as one, joined in a tree so that errors do not pile up."""
    names: tuple[str, ...] | None = None
    levels: list[Sums | None] = []
    for own, part in parts:
        if names is not None and own != names:
            odd = sorted(set(own) ^ set(names)) or ["their order"]
            msg = f"Every piece must have the same items; they differ in {odd[0]}."
            raise ValueError(msg)
        names = own
        _carry(levels, part)
    if names is None:
        msg = "batches must hold at least one table; got none."
        raise ValueError(msg)
    return names, reduce(_merged, [level for level in levels if level is not None])


def _carry(levels: list[Sums | None], part: Sums) -> None:
    """Add a part as one adds 1 to a binary number: two of a size become one."""
    for place, level in enumerate(levels):
        if level is None:
            levels[place] = part
            return
        part, levels[place] = _merged(level, part), None
    levels.append(part)


def _merged(first: Sums, second: Sums) -> Sums:
    n, dropped = first.n + second.n, first.dropped + second.dropped
    if not (first.n and second.n):
        return (first if first.n else second)._replace(dropped=dropped)
    share = second.n / n
    apart = (second.origin - first.origin) + (second.offset - first.offset)
    return Sums(
        n,
        dropped,
        first.origin,
        first.offset + apart * share,
        first.scatter + second.scatter + np.outer(apart, apart) * (first.n * share),
    )


def parts_of_tables(
    tables: Iterable[Any], wanted: tuple[str, ...] | None
) -> Iterator[Part]:
    """Yield the names and sums of each table in turn."""
    for table in tables:
        frame = as_table(table)
        for start in range(0, max(len(frame), 1), _ROWS_AT_ONCE):
            yield _part(frame.iloc[start : start + _ROWS_AT_ONCE], wanted)


def _part(frame: pd.DataFrame, wanted: tuple[str, ...] | None) -> Part:
    table = named_table(frame)
    names = tuple(table.columns) if wanted is None else wanted
    lacking = [name for name in names if name not in table.columns]
    if lacking or not names:
        msg = f"items must be columns of every piece; {lacking or 'none'} is not there."
        raise ValueError(msg)
    require_own_names(names)
    columns = [item_numbers(single_column(table, name), name) for name in names]
    values = np.column_stack(columns)
    whole = np.logical_not(np.isnan(values).any(axis=1))
    values = values if whole.all() else values[whole]
    return names, summed(values, len(whole) - len(values))


def parts_of_files(
    path: str | Path,
    wanted: tuple[str, ...] | None,
    n_jobs: int | None,
    progress: Callable[[float], None] | None,
) -> Iterator[Part]:
    """Return the parts of Parquet files in their order, a row group each."""
    from joblib import Parallel, delayed  # noqa: PLC0415 - slow to load

    groups = list(_row_groups(Path(path)))
    calls = (delayed(_of_group)(file, group, wanted) for file, group in groups)
    results = Parallel(n_jobs=n_jobs, return_as="generator")(calls)
    for done, part in enumerate(results, start=1):
        if progress is not None:
            progress(done / len(groups))
        yield part


def _row_groups(path: Path) -> Iterator[tuple[Path, int]]:
    files = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not all(file.is_file() for file in files) or not files:
        msg = f"batches must be a Parquet file or a folder of them; got {str(path)!r}."
        raise ValueError(msg)
    for file in files:
        with _parquet(file) as table:
            yield from ((file, group) for group in range(table.num_row_groups))


def _of_group(file: Path, group: int, wanted: tuple[str, ...] | None) -> Part:
    with _parquet(file) as table:
        known = table.schema_arrow.names
        columns = None if wanted is None or set(wanted) - set(known) else list(wanted)
        batches = table.iter_batches(_ROWS_AT_ONCE, row_groups=[group], columns=columns)
        return folded(parts_of_tables(batches, wanted))


def _parquet(file: Path) -> Any:  # noqa: ANN401 - a type of pyarrow, an optional package
    try:
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ModuleNotFoundError:
        msg = 'Parquet needs the extra "research": pip install "lederlib[research]".'
        raise ModuleNotFoundError(msg) from None
    try:
        return ParquetFile(file)
    except Exception as error:
        msg = f"{file.name} must be a Parquet file; {type(error).__name__}: {error}"
        raise ValueError(msg.splitlines()[0]) from error


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moments:
    """Means and covariances of the people who answered every item.

    Attributes
    ----------
    names : tuple of str
        The items.
    n, dropped : int
        People who answered all of them, and people left out because of a gap
        (listwise).
    mean : numpy.ndarray, shape (items,)
        Means.
    covariance : numpy.ndarray, shape (items, items)
        Covariances, divided by `n` − 1.
    """

    names: tuple[str, ...]
    n: int
    dropped: int
    mean: Floats
    covariance: Floats

    @classmethod
    def from_table(cls, items: Table) -> Self:
        """Return the moments of one table, a row a person and a column an item.

        Raises
        ------
        ValueError
            If a cell is no number, or fewer than two people answered everything.

        Examples
        --------
        >>> Moments.from_table([[1, 2], [3, 6], [None, 9]]).covariance.tolist()
        [[2.0, 4.0], [4.0, 8.0]]
        """
        return cls.from_batches([items])

    @classmethod
    def from_batches(
        cls,
        batches: Iterable[Table] | str | Path,
        *,
        items: Iterable[str] | None = None,
        n_jobs: int | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> Self:
        """Return the moments of a table that comes in pieces, in constant memory.

        Parameters
        ----------
        batches : iterable of tables, or path
            Tables with the same columns; or a Parquet file, or a folder of them.
        items : iterable of str, optional
            The columns to take; all of them unless told.
        n_jobs : int, optional
            Workers that read a Parquet file at once, a row group each; by default as
            `joblib.parallel_config` says. The result is the same for any number.
        progress : callable, optional
            Told the share of row groups that are read.

        Returns
        -------
        Moments
            The same as of the whole table, to rounding.

        Raises
        ------
        ValueError
            If a cell is no number, columns differ between the pieces, or fewer than
            two people answered everything.
        ModuleNotFoundError
            If a path is given and pyarrow is not installed.

        Notes
        -----
        Each piece is taken about its own mean and the pieces are joined pairwise
        [1]_, so that nothing is lost where means are large beside the spread.

        References
        ----------
        .. [1] Chan, Golub & LeVeque (1983). The American Statistician, 37(3), 242–247.
           https://doi.org/10.1080/00031305.1983.10483115

        Examples
        --------
        >>> pieces = (pd.DataFrame({"a": [at, 1], "b": [2, at]}) for at in range(5))
        >>> Moments.from_batches(pieces).n
        10
        """
        require_progress(progress)
        wanted = None if items is None else tuple(map(str, items))
        if isinstance(batches, str | Path):
            return cls._joined(parts_of_files(batches, wanted, n_jobs, progress))
        return cls._joined(parts_of_tables(batches, wanted))

    def merge(self, *others: "Moments") -> "Moments":
        """Return the moments of these people and those of others together.

        Raises
        ------
        ValueError
            If the items differ.

        Examples
        --------
        >>> here, there = (Moments.from_table([[1, 2], [at, 5]]) for at in (3, 4))
        >>> here.merge(there).mean.tolist()
        [2.25, 3.5]
        """
        parts = [(each.names, each._sums()) for each in (self, *others)]
        return Moments._joined(parts)

    @property
    def correlations(self) -> Floats:
        """Correlations of the items; missing where one does not vary."""
        spread = np.sqrt(np.diag(self.covariance))
        product = np.outer(spread, spread)
        shown = np.where(product > 0, product, np.nan)
        return np.asarray(self.covariance / shown)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per item: mean, standard deviation and number of people."""
        facts = {
            "mean": self.mean,
            "sd": np.sqrt(np.diag(self.covariance)),
            "n": self.n,
        }
        return pd.DataFrame(facts, index=pd.Index(self.names, name="item"))

    def _sums(self) -> Sums:
        scatter = np.asarray(self.covariance * (self.n - 1))
        return Sums(self.n, self.dropped, self.mean, 0 * self.mean, scatter)

    @classmethod
    def _joined(cls, parts: Iterable[Part]) -> Self:
        names, sums = folded(parts)
        if sums.n < _FEWEST:
            msg = (
                f"items must have at least {_FEWEST} people who answered all "
                f"{len(names)} of them; got {sums.n} of {sums.n + sums.dropped}."
            )
            raise ValueError(msg)
        return cls(
            names=names,
            n=sums.n,
            dropped=sums.dropped,
            mean=sums.origin + sums.offset,
            covariance=sums.scatter / (sums.n - 1),
        )

"""Tables that come in pieces, from anywhere or from Parquet files."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from lederlib.measure._sums import Part, folded, summed
from lederlib.measure.item_matrix import item_numbers

_ROWS_AT_ONCE = 65_536


def parts_of_tables(
    tables: Iterable[Any], wanted: tuple[str, ...] | None
) -> Iterator[Part]:
    for table in tables:
        frame = _frame(table)
        for start in range(0, max(len(frame), 1), _ROWS_AT_ONCE):
            yield _part(frame.iloc[start : start + _ROWS_AT_ONCE], wanted)


def _frame(table: Any) -> pd.DataFrame:  # noqa: ANN401 - whatever has rows
    if isinstance(table, pd.DataFrame):
        return table
    if hasattr(table, "to_pandas"):
        return pd.DataFrame(table.to_pandas())
    grid = np.asarray(table, dtype=object)
    if grid.ndim != 2:  # noqa: PLR2004
        msg = f"Every piece must be a table of people by items; got {table!r:.60}."
        raise ValueError(msg)
    names = [f"item{number}" for number in range(1, grid.shape[1] + 1)]
    return pd.DataFrame(grid, columns=names).infer_objects()


def _part(frame: pd.DataFrame, wanted: tuple[str, ...] | None) -> Part:
    table = frame.rename(columns=str)
    names = tuple(table.columns) if wanted is None else wanted
    lacking = [name for name in names if name not in table.columns]
    if lacking or not names:
        msg = f"items must be columns of every piece; {lacking or 'none'} is not there."
        raise ValueError(msg)
    columns = [item_numbers(table[name], name) for name in names]
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

"""Read an SPSS file with its value labels and its own missing answers."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from lederlib.measure.answers import AnswersError
from lederlib.measure.sentences import say
from lederlib.measure.sheets import Column, LeftOut, Sheet, text_cells
from lederlib.measure.workbooks import text_of

Progress = Callable[[float], None]
Ranges = Sequence[Mapping[str, Any]]


def read_spss(path: Path, progress: Progress | None = None) -> Sheet:
    """Return the cells of an SPSS file: labels where it has them, else values.

    Raises
    ------
    AnswersError
        If the file is no SPSS file.
    """
    table, about = _read(path)
    if progress:
        progress(0.5)
    if table.shape[1] == 0:
        raise AnswersError(say("empty", file=path.name))
    columns, left_out = [], []
    for place, name in enumerate(table.columns, 1):
        ranges = about.missing_ranges.get(name, ())
        values, missing = _without_missing(table[name], ranges)
        if missing:
            left_out.append(LeftOut(reason="user_missing", where=name, count=missing))
        labels = about.variable_value_labels.get(name, {})
        title = about.column_names_to_labels.get(name) or ""
        columns.append(_column(name, place, values, labels, title))
    return Sheet(
        source=path.name,
        columns=tuple(columns),
        rows=np.arange(1, len(table) + 1),
        notes=(say("note_spss"),),
        left_out=tuple(left_out),
        layout="spss",
    )


def _read(path: Path) -> tuple[pd.DataFrame, Any]:
    try:
        import pyreadstat  # noqa: PLC0415
    except ImportError:
        raise AnswersError(say("needs_extra", file=path.name)) from None
    try:
        return pyreadstat.read_sav(path, user_missing=True)  # type: ignore[no-any-return]
    except (pyreadstat.ReadstatError, UnicodeDecodeError, ValueError, OverflowError):
        raise AnswersError(say("no_spss", file=path.name)) from None


def _without_missing(values: pd.Series, ranges: Ranges) -> tuple[list[object], int]:
    bounds = [(each["lo"], each["hi"]) for each in ranges]
    kept = [
        None if _is_none(value) or _among(value, bounds) else value for value in values
    ]
    gone = sum(
        old is not None and new is None and not _is_none(old)
        for old, new in zip(values, kept, strict=True)
    )
    return kept, gone


def _is_none(value: object) -> bool:
    return value is None or value != value or value is pd.NaT  # noqa: PLR0124 - NaN


def _among(value: Any, bounds: Sequence[tuple[Any, Any]]) -> bool:  # noqa: ANN401
    return any(
        isinstance(value, str) == isinstance(low, str) and low <= value <= high
        for low, high in bounds
    )


def _column(
    name: str,
    place: int,
    values: Sequence[object],
    labels: Mapping[Any, str],
    title: str,
) -> Column:
    counts = Counter(label.strip() for label in labels.values())
    words = {
        value: label.strip()
        for value, label in labels.items()
        if label.strip() and counts[label.strip()] == 1
    }
    texts = [text_of(words.get(value, value)) for value in values]
    return Column(
        name=name,
        place=place,
        cells=text_cells(texts),
        readings=(title.strip(),) if title.strip() else (),
        codes={word: text_of(value) for value, word in words.items()},
    )

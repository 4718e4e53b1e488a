"""Read an SPSS file with its value labels and its own missing answers."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.sentences import say
from lederlib.answers.intake.sheets import Column, LeftOut, Sheet, text_cells
from lederlib.answers.intake.workbooks import text_of

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
    named = all(isinstance(name, str) for name in table.columns)
    if not (named and table.columns.is_unique):
        raise AnswersError(say("no_spss", file=path.name))
    columns, left_out = [], []
    for place, name in enumerate(table.columns, 1):
        column, missing = _column(place, table[name], name, about)
        columns.append(column)
        if missing:
            left_out.append(LeftOut(reason="user_missing", where=name, count=missing))
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


def _column(
    place: int,
    values: pd.Series,
    name: str,
    about: Any,  # noqa: ANN401 - pyreadstat has no types
) -> tuple[Column, int]:
    """Return a column, and how many of its answers the file counts as missing."""
    codes, found = pd.factorize(values)
    words = _unique_words(about.variable_value_labels.get(name, {}))
    missing = np.array(
        [_is_missing(value, about.missing_ranges.get(name, ())) for value in found],
        dtype=bool,
    )
    texts = [
        "" if gone else text_of(words.get(value, value))
        for value, gone in zip(found, missing, strict=True)
    ]
    title = (about.column_names_to_labels.get(name) or "").strip()
    cells = np.array([*texts, ""], dtype=object)[codes]  # code -1 is a system-missing
    column = Column(
        name=name,
        place=place,
        cells=text_cells(cells),
        readings=(title,) if title else (),
        codes={word: text_of(value) for value, word in words.items()},
    )
    return column, int(np.append(missing, False)[codes].sum())


def _unique_words(labels: Mapping[Any, str]) -> dict[Any, str]:
    """Return the labels that stand for one value only."""
    counts = Counter(label.strip() for label in labels.values())
    return {
        value: label.strip()
        for value, label in labels.items()
        if label.strip() and counts[label.strip()] == 1
    }


def _is_missing(value: Any, ranges: Ranges) -> bool:  # noqa: ANN401
    return any(
        isinstance(value, str) == isinstance(each["lo"], str)
        and each["lo"] <= value <= each["hi"]
        for each in ranges
    )

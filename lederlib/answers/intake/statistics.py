"""Read an SPSS or Stata file with its value labels and its own missing answers."""

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
    return _sheet(path, *_read(path, "read_sav", "no_spss"), progress, "note_spss")


def read_stata(path: Path, progress: Progress | None = None) -> Sheet:
    """Return the cells of a Stata file: labels where it has them, else values.

    Raises
    ------
    AnswersError
        If the file is no Stata file.
    """
    return _sheet(path, *_read(path, "read_dta", "no_stata"), progress, "note_stata")


def _sheet(
    path: Path,
    table: pd.DataFrame,
    about: Any,  # noqa: ANN401 - pyreadstat has no types
    progress: Progress | None,
    note: str,
) -> Sheet:
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
        notes=(say(note),),
        left_out=tuple(left_out),
        layout="spss",
    )


def _read(path: Path, how: str, refusal: str) -> tuple[pd.DataFrame, Any]:
    try:
        import pyreadstat  # noqa: PLC0415
    except ImportError:
        raise AnswersError(say("needs_extra", file=path.name)) from None
    read = getattr(pyreadstat, how)
    # An old file may not say how its letters are written.
    for encoding in (None, "WINDOWS-1252"):
        try:
            return read(path, user_missing=True, encoding=encoding)  # type: ignore[no-any-return]
        except (
            pyreadstat.ReadstatError,
            UnicodeDecodeError,
            ValueError,
            OverflowError,
        ):
            continue
    raise AnswersError(say(refusal, file=path.name))


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
        [
            _is_missing(value, about.missing_ranges.get(name, ()))
            or value in (about.missing_user_values.get(name) or ())
            for value in found
        ],
        dtype=bool,
    )
    texts = [
        "" if gone else text_of(words.get(value, value))
        for value, gone in zip(found, missing, strict=True)
    ]
    title = (about.column_names_to_labels.get(name) or "").strip()
    codes_of = {word: text_of(value) for value, word in words.items()}
    gone = {
        word
        for value, word in words.items()
        if _is_missing(value, about.missing_ranges.get(name, ()))
        or value in (about.missing_user_values.get(name) or ())
    }
    cells = np.array([*texts, ""], dtype=object)[codes]  # code -1 is a system-missing
    column = Column(
        name=name,
        place=place,
        cells=text_cells(cells),
        readings=(title,) if title else (),
        codes={word: code for word, code in codes_of.items() if word not in gone},
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

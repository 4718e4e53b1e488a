"""Read a group's answers from the file that it has."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib._checks import Bools
from lederlib.answers.intake.answers import Answers, AnswersError
from lederlib.answers.intake.colours import number_notes, read_colours
from lederlib.answers.intake.columns import (
    ANSWERED,
    Placed,
    columns_table,
    open_notes,
    place_columns,
)
from lederlib.answers.intake.files import read_sheet
from lederlib.answers.intake.layouts import recognise
from lederlib.answers.intake.replies import (
    Coding,
    Replies,
    low_ratings_note,
    read_rating,
    split_coding,
)
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.intake.sheets import (
    LeftOut,
    Sheet,
    drop_blank,
    keep_rows,
    require_rows,
)
from lederlib.answers.intake.statements import in_units, read_statements
from lederlib.answers.intake.steps import step_notes
from lederlib.answers.scales import Scale, read_scale
from lederlib.catalogue import dataset_path, list_datasets, read_card
from lederlib.text import Phrase

Progress = Callable[[float], None]
Split = tuple[dict[str, float], dict[str, float]]
_READ_SHARE = 0.8
_CELL_ERROR = re.compile(
    r"^#(?:(?:DIV/0|DIVISION/0|VALUE|VÆRDI|REF|REFERENCE|NUM|NULL|NUL|SPILL|OVERLØB|"
    r"CALC|BEREGN)!|(?:NAME|NAVN)\?|N/A|I/T)$",
    re.I,
)


def read_answers(
    path: str | Path,
    *,
    scale: Scale | None = None,
    group: str | None = None,
    coding: Coding | None = None,
    progress: Progress | None = None,
) -> Answers:
    r"""Return the answers in a text table, a workbook or an SPSS file.

    Parameters
    ----------
    path : path
        CSV (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252), Excel (.xlsx) or
        SPSS (.sav), of one's own or as Qualtrics, LimeSurvey or SurveyXact exports it;
        at most 150 MB.
    scale : Scale, optional
        What the items are; the shipped 45 statements unless told otherwise.
    group : str, optional
        The column that says which group a person belongs to.
    coding : mapping, optional
        What words in the cells mean: "red", "yellow" or "green" in the columns of
        factors, a number in those of items (the scale's units) and of the balance
        (0–10), None for no answer.
    progress : callable, optional
        Is told the share done, 0 to 1.

    Raises
    ------
    AnswersError
        If something cannot be read; one sentence names file, row and column, what was
        found and what is allowed. `phrase.to(lang)` says it in either language.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "answers.csv"
    ...     _ = path.write_text("Omdømme;Onboarding\nrød;GRØN\ngul;\n", "utf-8")
    ...     answers = read_answers(path)
    >>> answers.factors["reputation"].tolist(), answers.factors["onboarding"].tolist()
    ([0.0, 0.5], [1.0, nan])
    """
    scale = scale or read_scale()
    sheet = read_sheet(Path(path), _part(progress, 0, _READ_SHARE))
    sheet = require_rows(recognise(require_rows(drop_blank(sheet))))
    _require_no_errors(sheet)
    placed = place_columns(sheet, scale, group)
    _require_one_row_each(sheet, placed)
    told = _part(progress, _READ_SHARE, 1)
    split = split_coding(coding)
    replies, notes = _read_cells(sheet, placed, scale, split, told)
    answers = _assemble(sheet, placed, replies, notes)
    if progress:
        progress(1.0)
    return replace(answers, synthetic=is_made_up(Path(path)))


def _part(progress: Progress | None, start: float, end: float) -> Progress:
    def told(share: float) -> None:
        if progress:
            progress(start + (end - start) * min(share, 1.0))

    return told


def _require_no_errors(sheet: Sheet) -> None:
    for column in sheet.columns:
        words = column.cells.categories
        broken = [bool(_CELL_ERROR.match(word)) for word in words]
        if any(broken):
            first = int(np.flatnonzero(np.asarray(broken)[column.cells.codes])[0])
            raise AnswersError(
                say(
                    "cell_error",
                    file=sheet.source,
                    row=sheet.rows[first],
                    column=shown(column.name),
                    found=shown(column.cells[first]),
                )
            )


def _require_one_row_each(sheet: Sheet, placed: Sequence[Placed]) -> None:
    for each in placed:
        if each.role != "respondent":
            continue
        names = pd.Series(each.column.cells)
        twice = np.asarray(names.duplicated() & (names != ""))
        if twice.any():
            second = int(np.flatnonzero(twice)[0])
            first = int(np.flatnonzero(np.asarray(names == names[second]))[0])
            raise AnswersError(
                say(
                    "same_respondent",
                    file=sheet.source,
                    column=shown(each.column.name),
                    found=shown(names[second]),
                    row=sheet.rows[second],
                    first=sheet.rows[first],
                )
            )


def _read_cells(
    sheet: Sheet,
    placed: Sequence[Placed],
    scale: Scale,
    coding: Split,
    told: Progress,
) -> tuple[dict[Placed, Replies], tuple[Phrase, ...]]:
    colours, numbers = coding
    factors, items, rated = (_of(placed, role) for role in ANSWERED)
    shares = read_colours([each.column for each in factors], sheet, colours)
    told(1 / 3)
    steps = read_statements([each.column for each in items], sheet, scale, numbers)
    told(2 / 3)
    replies = {
        each: read.replies for each, read in zip(factors, shares, strict=True)
    } | {
        each: in_units(read.replies, scale)
        for each, read in zip(items, steps, strict=True)
    }
    replies |= {each: read_rating(each.column, sheet, numbers) for each in rated}
    told(1.0)
    notes = (
        *number_notes(shares),
        *step_notes([each.column for each in factors], shares),
        *step_notes([each.column for each in items], steps),
    )
    return replies, notes


def _of(placed: Sequence[Placed], *roles: str) -> list[Placed]:
    return [each for each in placed if each.role in roles]


def _assemble(
    sheet: Sheet,
    placed: Sequence[Placed],
    replies: dict[Placed, Replies],
    told: tuple[Phrase, ...],
) -> Answers:
    answered = np.zeros(len(sheet.rows), dtype=bool)
    for reply in replies.values():
        answered |= ~np.isnan(reply.values)
    _require_answers(sheet, placed, answered)
    rest = keep_rows(sheet, answered, "no_answers")
    left_out = rest.left_out + tuple(
        each for reply in replies.values() for each in reply.left_out
    )
    tables = {
        role: _table(_of(placed, role), replies, answered)
        for role in ("factor", "item", "balance")
    }
    low = low_ratings_note(tables["balance"].to_numpy(dtype=float))
    return Answers(
        factors=tables["factor"],
        items=tables["item"],
        balance=tables["balance"],
        background=_background(placed, answered),
        respondents=_respondents(sheet, placed, answered),
        source=sheet.source,
        columns=columns_table(placed),
        unplaced=tuple(_title(each) for each in _of(placed, "unplaced")),
        left_out=_left_out(left_out),
        notes=sheet.notes + told + low + open_notes(sheet),
    )


def _require_answers(sheet: Sheet, placed: Sequence[Placed], answered: Bools) -> None:
    if answered.any():
        return
    names = listed([each.column.name for each in _of(placed, *ANSWERED)])
    raise AnswersError(
        say("no_answers", file=sheet.source, count=len(answered), columns=names)
    )


def _table(
    placed: Sequence[Placed], replies: dict[Placed, Replies], kept: Bools
) -> pd.DataFrame:
    columns = {each.meaning.key: replies[each].values[kept] for each in placed}
    return pd.DataFrame(columns, index=pd.RangeIndex(int(kept.sum())))


def _background(placed: Sequence[Placed], kept: Bools) -> pd.DataFrame:
    columns = {
        _title(each): _texts(each, kept)
        for each in _of(placed, "group", "background", "unplaced")
    }
    return pd.DataFrame(columns, index=pd.RangeIndex(int(kept.sum())), dtype="str")


def _texts(each: Placed, kept: Bools) -> pd.Series:
    texts = pd.Series(each.column.cells[kept]).astype("str")
    return texts.where(texts != "")


def _title(each: Placed) -> str:
    return each.column.name or f"({each.column.place})"


def _respondents(sheet: Sheet, placed: Sequence[Placed], kept: Bools) -> pd.Series:
    rows = pd.Series(sheet.rows[kept].astype(str), name="respondent", dtype="str")
    for each in _of(placed, "respondent"):
        names = _texts(each, kept)
        return names.where(names.notna(), "#" + rows).rename("respondent")
    return rows


def _left_out(counted: Sequence[LeftOut]) -> pd.DataFrame:
    rows = [(each.reason, each.where, each.count) for each in counted]
    table = pd.DataFrame(rows, columns=["reason", "where", "count"])
    return table.astype({"reason": "str", "where": "str", "count": "int64"})


def is_made_up(path: Path) -> bool:
    """Return whether a file is one of the shipped synthetic tables, wherever it lies.

    Examples
    --------
    >>> is_made_up(dataset_path("workshop"))
    True
    """
    size = path.stat().st_size
    ours = (dataset_path(name) for name in list_datasets().index if _synthetic(name))
    return any(
        table.stat().st_size == size and table.read_bytes() == path.read_bytes()
        for table in ours
    )


def _synthetic(name: object) -> bool:
    return read_card(str(name)).synthetic

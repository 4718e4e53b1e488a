"""Read a group's answers from the file that it has."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib._checks import Bools, require_progress
from lederlib.answers.intake.answers import Answers, AnswersError
from lederlib.answers.intake.choose import sheet_of
from lederlib.answers.intake.coding import coding_of
from lederlib.answers.intake.colours import number_notes, read_colours
from lederlib.answers.intake.columns import (
    ANSWERED,
    Placed,
    columns_table,
    open_notes,
    place_columns,
    wrapped_notes,
)
from lederlib.answers.intake.faults import fault_notes, require_whole
from lederlib.answers.intake.files import read_file
from lederlib.answers.intake.grids import Book
from lederlib.answers.intake.layouts import recognise
from lederlib.answers.intake.people import (
    Keep,
    is_anonymous,
    named_once,
    placed_anew,
    without_totals,
)
from lederlib.answers.intake.replies import (
    Coding,
    Replies,
    low_ratings_note,
    read_rating,
    split_coding,
)
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.intake.sheets import (
    Column,
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
from lederlib.text import LANGS, Phrase

Progress = Callable[[float], None]
Split = tuple[dict[str, float], dict[str, float]]
_READ_SHARE = 0.8


def read_answers(
    path: str | Path,
    *,
    scale: Scale | str | Path | None = None,
    group: str | None = None,
    coding: Coding | str | Path | None = None,
    sheet: str | int | None = None,
    keep: Keep | None = None,
    progress: Progress | None = None,
) -> Answers:
    r"""Return the answers in a text table, a workbook or an SPSS file.

    Parameters
    ----------
    path : path
        CSV (comma, semicolon or tab), a spreadsheet (.xlsx, .xls, .xlsb, .ods), SPSS
        (.sav), Stata (.dta) or a table in HTML, of one's own or as a survey system
        exports it; at most 150 MB. The table may stand on any sheet and begin in any
        of its first twenty rows.
    scale : Scale or path, optional
        What the items are; the shipped 45 statements unless told otherwise.
    group : str, optional
        The column that says which group a person belongs to.
    coding : mapping or path, optional
        What words in the cells mean: "red", "yellow" or "green" in the columns of
        factors, a number in those of items (the scale's units) and of the balance
        (0–10), None for no answer.
    sheet : str or int, optional
        The sheet to read, by its name or its number from 1; the one with most known
        names unless told.
    keep : {"first", "last"}, optional
        Which row counts where a person has two; a mistake unless told.
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
    scale = scale if isinstance(scale, Scale) else read_scale(scale or "workplace")
    _require_keep(keep)
    require_progress(progress)
    found = read_file(Path(path), _part(progress, 0, _READ_SHARE))
    totals: frozenset[int] = frozenset()
    if isinstance(found, Book):
        found, totals = sheet_of(found, scale, sheet)
    elif sheet is not None:
        raise AnswersError(say("no_sheets", file=found.source, found=shown(sheet)))
    table = require_rows(recognise(require_rows(drop_blank(found))))
    placed = place_columns(table, scale, group)
    table = without_totals(table, placed, totals)
    placed = placed_anew(table, placed)
    require_whole(table, placed)
    table = named_once(table, placed, keep)
    placed = placed_anew(table, placed)
    split = split_coding(coding_of(coding))
    told = _part(progress, _READ_SHARE, 1)
    replies, notes = _read_cells(table, placed, scale, split, told)
    asked = [each.meaning.key for each in _of(placed, "item")]
    notes = (*own_notes(asked, scale), *notes)
    notes = (*wrapped_notes(placed), *fault_notes(table, placed), *notes)
    answers = _assemble(table, placed, replies, notes)
    if progress:
        progress(1.0)
    return replace(
        answers,
        synthetic=is_made_up(Path(path)),
        scale=scale,
        counted=table.layout == "hands",
    )


def own_notes(asked: Collection[str], scale: Scale) -> tuple[Phrase, ...]:
    """Return which factors of items that were asked the map of the 15 has no place for.

    Nothing where all of them are on it.
    """
    own = dict(scale.own_factors)
    factors = dict.fromkeys(
        item.factor for item in scale.items if item.key in asked and item.factor in own
    )
    if not factors:
        return ()
    names = Phrase(*(listed([own[key].to(lang) for key in factors]) for lang in LANGS))
    return (say("note_own_factors", names=names),)


def _require_keep(keep: str | None) -> None:
    if keep not in (None, "first", "last"):
        raise AnswersError(say("keep", found=shown(keep)))


def _part(progress: Progress | None, start: float, end: float) -> Progress:
    def told(share: float) -> None:
        if progress:
            progress(start + (end - start) * min(share, 1.0))

    return told


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
        answered |= reply.answered
    _require_answers(sheet, placed, answered)
    rest = keep_rows(sheet, answered, "no_answers")
    left_out = rest.left_out + tuple(
        each for reply in replies.values() for each in reply.left_out
    )
    balance = _table(_of(placed, "balance"), replies, answered)
    low = low_ratings_note(balance.to_numpy())
    return Answers(
        background=_background(placed, answered),
        respondents=_respondents(sheet, placed, answered),
        factors=_table(_of(placed, "factor"), replies, answered),
        items=_table(_of(placed, "item"), replies, answered),
        balance=balance,
        source=sheet.source,
        columns=columns_table(placed),
        unplaced=tuple(each.column.title for each in _of(placed, "unplaced")),
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
    values = np.empty((len(placed), int(kept.sum())))
    for row, each in zip(values, placed, strict=True):
        reply = replies[each]
        np.take(reply.meant, reply.codes[kept], out=row, mode="clip")
    keys = [each.meaning.key for each in placed]
    return pd.DataFrame(values.T, columns=keys, copy=False)


def _background(placed: Sequence[Placed], kept: Bools) -> pd.DataFrame:
    columns: dict[str, pd.Series] = {}
    for each in _of(placed, "group", "background", "unplaced"):
        title = each.column.title
        if title in columns:
            title = f"{title} ({each.column.place})"
        columns[title] = _texts(each.column, kept, lambda word: word == "")
    return pd.DataFrame(columns, index=pd.RangeIndex(int(kept.sum())), copy=False)


def _texts(column: Column, kept: Bools, is_none: Callable[[str], bool]) -> pd.Series:
    """Return the cells of the rows `kept`, missing where their text is none."""
    words = [None if is_none(word) else word for word in column.cells.categories]
    texts = pd.array(words, dtype="str")
    return pd.Series(texts.take(column.cells.codes[kept]), name="respondent")


def _respondents(sheet: Sheet, placed: Sequence[Placed], kept: Bools) -> pd.Series:
    rows = pd.Series(sheet.rows[kept], name="respondent").astype("str")
    for each in _of(placed, "respondent"):
        names = _texts(each.column, kept, lambda word: not word or is_anonymous(word))
        return names.where(names.notna(), "#" + rows)
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

"""Choose the sheets of a file that hold the answers, and take them together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from itertools import islice

import numpy as np
import pandas as pd

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.grids import Book, Grid
from lederlib.answers.intake.known_words import word_list, words_for
from lederlib.answers.intake.places import Place, find_place
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.intake.sheets import Column, Sheet, text_cells
from lederlib.answers.intake.tables import table_of
from lederlib.answers.scales import Scale
from lederlib.text import Phrase

TEAM = "Ark"


def sheet_of(
    book: Book, scale: Scale, wanted: str | int | None
) -> tuple[Sheet, frozenset[int]]:
    """Return the answers of a file, from the sheet in which most names are known.

    The second is the rows of formulas over other rows.

    Raises
    ------
    AnswersError
        If there is no such sheet, or none holds a table.
    """
    grids = _wanted(book, wanted)
    survey = _survey(book, grids)
    if survey is not None:
        return survey, frozenset()
    described = [grid for grid in grids if not (_is_list(grid) and len(grids) > 1)]
    places = [place for grid in described if (place := find_place(grid, scale))]
    if not places:
        raise AnswersError(say("empty", file=book.source))
    best = max(places, key=lambda place: (len(place.keys), _has_answers(place)))
    alike = [place for place in places if _same_form(place, best)]
    if wanted is None and len(alike) > 1:
        return _teams(alike, book), frozenset()
    notes = (*book.notes, *_where(best, book, (best.grid,)))
    return table_of(best, book.source, notes), best.grid.totals


def _wanted(book: Book, wanted: str | int | None) -> list[Grid]:
    if wanted is None:
        visible = [grid for grid in book.grids if grid.visible]
        if not visible:
            raise AnswersError(say("empty", file=book.source))
        return visible
    for number, grid in enumerate(book.grids, 1):
        if grid.name and (
            grid.name == str(wanted) or fold(grid.name) == fold(str(wanted))
        ):
            return [grid]
        if not grid.name and str(wanted) == str(number):
            return [grid]
    if str(wanted).isdigit() and 1 <= int(wanted) <= len(book.grids):
        return [book.grids[int(wanted) - 1]]
    names = [grid.name for grid in book.grids if grid.name]
    close = get_close_matches(str(wanted), names, n=1, cutoff=0) or ["1"]
    raise AnswersError(
        say(
            "no_sheet",
            file=book.source,
            found=shown(wanted),
            nearest=shown(close[0]),
            sheets=listed(names) or "1",
        )
    )


def _has_answers(place: Place) -> bool:
    return any(
        any(cells) for number, cells in place.grid.rows() if number > place.after
    )


def _same_form(place: Place, best: Place) -> bool:
    return (
        bool(place.keys)
        and place.keys == best.keys
        and place.column < 0
        and best.column < 0
        and _has_answers(place)
    )


def _where(place: Place, book: Book, read: Sequence[Grid]) -> tuple[Phrase, ...]:
    notes: list[Phrase] = []
    if book.kind == "workbook" and len(read) == 1:
        notes.append(say("note_workbook", sheet=shown(place.grid.name)))
    if place.column < 0 and place.row > 1:
        notes.append(say("note_row", row=place.row))
    for key, visible in (("note_sheets", True), ("note_hidden_sheets", False)):
        titles = [
            shown(grid.name)
            for grid in book.grids
            if grid.visible is visible and grid not in read and grid.name
        ]
        if titles:
            notes.append(say(key, sheets=", ".join(titles)))
    return tuple(notes)


def _teams(places: Sequence[Place], book: Book) -> Sheet:
    """Return sheets of the same form as one, each a group of its own."""
    names = [place.grid.name for place in places]
    again = [name for name in names if _is_again(name)]
    if len(again) == len(names):
        raise AnswersError(say("sheets_again", file=book.source, sheets=listed(names)))
    tables = {place.grid.name: table_of(place, book.source, ()) for place in places}
    kept = _once(tables)
    sheets, titles = list(kept.values()), list(kept)
    twins = [name for name in names if name not in kept]
    notes: tuple[Phrase, ...] = book.notes
    if twins:
        notes = (*notes, say("note_twins", sheets=listed(twins)))
    if len(sheets) == 1:
        rest = (*notes, *_where(places[0], book, [place.grid for place in places]))
        return replace(sheets[0], notes=rest)
    where = _where(places[0], book, [place.grid for place in places])
    told = say("note_teams", sheets=listed(titles), column=shown(TEAM))
    return _joined(sheets, titles, book.source, (*notes, told, *where))


def _is_again(name: str) -> bool:
    folded = fold(name)
    year = folded[-4:].isdigit() and folded[-4:-2] in {"19", "20"}
    return year or folded in word_list("again")


def _same_cells(one: Sheet, other: Sheet) -> bool:
    def cells(sheet: Sheet) -> list[list[str]]:
        return [list(map(str, column.cells)) for column in sheet.columns if column.name]

    return len(one.rows) == len(other.rows) and cells(one) == cells(other)


def _once(tables: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """Return the sheets without copies and without one that gathers the others."""
    kept: dict[str, Sheet] = {}
    for name, sheet in tables.items():
        if not any(_same_cells(sheet, other) for other in kept.values()):
            kept[name] = sheet
    for name, sheet in list(kept.items()):
        others = [each for each in kept.values() if each is not sheet]
        if len(others) > 1 and _people_in([sheet]) == _people_in(others):
            del kept[name]
    return kept


def _people_in(sheets: Sequence[Sheet]) -> Counter[tuple[str, ...]]:
    """Return the rows of sheets, in whatever order."""
    return Counter(
        row
        for sheet in sheets
        for row in zip(
            *(map(str, column.cells) for column in sheet.columns), strict=True
        )
    )


def _joined(
    sheets: Sequence[Sheet],
    titles: Sequence[str],
    source: str,
    notes: tuple[Phrase, ...],
) -> Sheet:
    names = list(
        dict.fromkeys(column.name for sheet in sheets for column in sheet.columns)
    )
    columns = []
    for place, name in enumerate(names, 1):
        cells = [_cells_called(sheet, name) for sheet in sheets]
        readings = next(
            (c.readings for s in sheets for c in s.columns if c.name == name), ()
        )
        columns.append(
            Column(
                name=name,
                place=place,
                cells=text_cells([cell for part in cells for cell in part]),
                readings=readings,
            )
        )
    groups = [
        title for title, sheet in zip(titles, sheets, strict=True) for _ in sheet.rows
    ]
    team = Column(
        name=TEAM, place=len(names) + 1, cells=text_cells(groups), readings=("team",)
    )
    return Sheet(
        source=source,
        columns=(*columns, team),
        rows=np.concatenate([sheet.rows for sheet in sheets]),
        notes=notes,
        left_out=tuple(each for sheet in sheets for each in sheet.left_out),
        header=sheets[0].header,
    )


def _cells_called(sheet: Sheet, name: str) -> list[str]:
    column = next((c for c in sheet.columns if c.name == name), None)
    return list(map(str, column.cells)) if column else [""] * len(sheet.rows)


def _heads(grid: Grid) -> list[str]:
    first = next((cells for _, cells in grid.rows() if any(cells)), [])
    return [fold(text) for text in first]


def _is_variables(grid: Grid) -> bool:
    heads = _heads(grid)
    return (
        len(heads) > 1
        and heads[0] in words_for("survey_workbook", "variable")
        and heads[1] in words_for("survey_workbook", "description")
    )


def _is_labels(grid: Grid) -> bool:
    heads = _heads(grid)
    return (
        len(heads) > 2  # noqa: PLR2004 - variable, value and label
        and heads[0] in words_for("survey_workbook", "variable")
        and heads[1] in words_for("survey_workbook", "value")
        and heads[2] in words_for("survey_workbook", "label")
    )


def _is_list(grid: Grid) -> bool:
    return _is_labels(grid) or _is_variables(grid)


def _survey(book: Book, grids: Sequence[Grid]) -> Sheet | None:
    """Return the answers of a workbook that lists its variables and labels apart."""
    titles, labels = _lists(book)
    for grid in grids if titles else ():
        place = _dataset(grid, titles)
        if place is not None:
            notes = (*book.notes, *_where(place, book, [grid]))
            return _labelled(table_of(place, book.source, notes), titles, labels)
    return None


def _lists(book: Book) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return what variables are called, and the label of each of their values."""
    titles: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    for grid in filter(_is_list, book.grids):
        rows = [cells for _, cells in islice(grid.rows(), 1, None)]
        if _is_labels(grid):
            for variable, value, word in (c[:3] for c in rows if len(c) > 2):  # noqa: PLR2004
                labels.setdefault(variable, {})[value] = word
        else:
            titles |= {cells[0]: cells[1] for cells in rows if len(cells) > 1}
    return titles, labels


def _dataset(grid: Grid, titles: dict[str, str]) -> Place | None:
    if _is_list(grid):
        return None
    for row, cells in islice(grid.rows(), 20):
        if sum(text in titles for text in cells) > len(cells) / 2:
            return Place(grid=grid, row=row, after=row, names=tuple(cells))
    return None


def _labelled(
    sheet: Sheet, titles: dict[str, str], labels: dict[str, dict[str, str]]
) -> Sheet:
    columns = tuple(
        replace(
            column,
            readings=(titles[column.name],) if column.name in titles else (),
            cells=_with_labels(column.cells, labels.get(column.name, {})),
            codes={word: code for code, word in labels.get(column.name, {}).items()},
        )
        for column in sheet.columns
    )
    return replace(sheet, columns=columns, layout="surveyxact")


def _with_labels(cells: pd.Categorical, labels: dict[str, str]) -> pd.Categorical:
    return text_cells([labels.get(str(cell), str(cell)) for cell in cells])

"""Find what is wrong with cells and rows, and whether it matters to the answers."""

import re
from collections.abc import Sequence

import numpy as np

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.columns import ANSWERED, Placed
from lederlib.answers.intake.people import is_anonymous
from lederlib.answers.intake.sentences import listed, say, shown
from lederlib.answers.intake.sheets import Column, Sheet, some, where
from lederlib.text import Phrase

_FORMULA = re.compile(r"^=\S")
_CELL_ERROR = re.compile(
    r"^#(?:(?:DIV/0|DIVISION/0|VALUE|VÆRDI|REF|REFERENCE|NUM|NULL|NUL|SPILL|OVERLØB|"
    r"CALC|BEREGN)!|(?:NAME|NAVN)\?|N/A|I/T)$",
    re.I,
)
_FAULTS = (
    ("cell_error", "note_errors", _CELL_ERROR),
    ("not_computed", "note_formulas", _FORMULA),
)


def require_whole(table: Sheet, placed: Sequence[Placed]) -> None:
    """Raise if an answer is an error, a formula, or missing with the end of its row."""
    for each in placed:
        if each.role in (*ANSWERED, "group"):
            _require_no_errors(each.column, table)
    answered = [each.column for each in placed if each.role in ANSWERED]
    for row, found in _short(table).items():
        beyond = [column for column in answered if column.place > found]
        within = [column for column in answered if column.place <= found]
        if beyond and (within or len(beyond) < len(answered)):
            raise AnswersError(
                say(
                    "too_few_fields",
                    file=table.source,
                    row=row,
                    found=found,
                    allowed=max(column.place for column in table.columns),
                    column=shown(beyond[0].name),
                )
            )


def _short(table: Sheet) -> dict[int, int]:
    """Return how many cells a row has that ends early, of the rows that are left."""
    held = set(table.rows.tolist()) if table.short else set()
    return {row: found for row, found in table.short.items() if row in held}


def _require_no_errors(column: Column, table: Sheet) -> None:
    for key, _, shape in _FAULTS:
        broken = np.flatnonzero(where(column, shape.match))
        if broken.size:
            raise AnswersError(
                say(
                    key,
                    file=table.source,
                    row=table.rows[broken[0]],
                    column=shown(column.name) if column.name else column.place,
                    found=shown(column.cells[broken[0]]),
                )
            )


def fault_notes(table: Sheet, placed: Sequence[Placed]) -> tuple[Phrase, ...]:
    """Return what is wrong in columns that are not needed, and who has no name."""
    notes = []
    unneeded = [
        each.column for each in placed if each.role in ("background", "unplaced")
    ]
    for _, key, shape in _FAULTS:
        names = [each.title for each in unneeded if where(each, shape.match).any()]
        if names:
            notes.append(say(key, columns=listed(names)))
    named = [each.column for each in placed if each.role == "respondent"]
    if any(
        where(column, lambda name: name and is_anonymous(name)).any()
        for column in named
    ):
        notes.append(say("note_anonymous"))
    rows = sorted(_short(table))
    if rows:
        notes.append(say("note_short", rows=some(rows)))
    return tuple(notes)

"""Take a table out of the place where it stands: as people, or as hands counted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
import pandas as pd

from lederlib._checks import Ints
from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.grids import Record, Stretch
from lederlib.answers.intake.places import Place
from lederlib.answers.intake.replies import COLOUR_WORDS
from lederlib.answers.intake.sentences import say, shown
from lederlib.answers.intake.sheets import (
    Column,
    LeftOut,
    Sheet,
    as_category,
    some,
    text_cells,
)
from lederlib.answers.intake.words import code_and_word, number_of
from lederlib.text import Phrase

LONGEST_HEADER = 2_000
_MOST_TURNED = 2_000
_LONGEST_COLOUR = 40
_MOST_HANDS = 100_000
_COLOURS = (0.0, 0.5, 1.0)


def table_of(place: Place, source: str, notes: tuple[Phrase, ...]) -> Sheet:
    """Return the rows of people at a place, without what a filter hides.

    Raises
    ------
    AnswersError
        If a row is longer than its header, or a count of hands is no whole number.
    """
    counted = _hands(place, source)
    if counted is not None:
        return replace(counted, notes=notes + counted.notes)
    if place.column >= 0:
        turned = _turned(place, source)
        return replace(turned, notes=(*notes, *turned.notes))
    return replace(_gathered(place, source), notes=notes)


def _stripped(place: Place) -> Iterator[Record]:
    rows = islice(place.grid.rows(), _MOST_TURNED)
    return ((number, [cell.strip() for cell in cells]) for number, cells in rows)


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """The columns of a table while its rows are read; `where` counts from 0."""

    where: list[int]
    names: list[str]
    known: list[dict[str, int]]
    codes: list[list[Ints]]
    rows: list[Ints]

    def add(self, rows: Ints, columns: Iterable[tuple[Ints, Sequence[str]]]) -> None:
        """Add rows, each column as codes of the words that stand in it."""
        self.rows.append(rows)
        for (codes, words), known, held in zip(
            columns, self.known, self.codes, strict=True
        ):
            held.append(_recoded(codes, words, known))


def _gathered(place: Place, source: str) -> Sheet:
    names = [name[:LONGEST_HEADER].strip() for name in place.names]
    held = _Gathered(
        where=list(range(len(names))),
        names=names,
        known=[{} for _ in names],
        codes=[[] for _ in names],
        rows=[],
    )
    width, grid = len(names), place.grid
    short: dict[int, int] = {}
    hidden: list[int] = []
    for part in grid.below(place.after, width):
        if isinstance(part, Stretch):
            held.add(part.rows, part.columns)
            continue
        hidden += [number for number, _ in part if number in grid.hidden]
        kept = [record for record in part if record[0] not in grid.hidden]
        if grid.strict:
            _require_width(kept, names, source)
            short |= {
                number: len(cells)
                for number, cells in kept
                if len(cells) < width and any(map(str.strip, cells))
            }
        _gather(held, kept)
    columns = tuple(
        Column(
            name=name,
            place=number + 1,
            cells=as_category(_joined(codes), words),
            readings=place.readings.get(number, ()),
        )
        for name, number, codes, words in zip(
            held.names, held.where, held.codes, held.known, strict=True
        )
    )
    left = LeftOut(reason="hidden_row", where=some(hidden), count=len(hidden))
    return Sheet(
        source=source,
        columns=columns,
        rows=_joined(held.rows),
        left_out=(left,) if hidden else (),
        short=short,
        header=place.row,
    )


def _gather(held: _Gathered, records: Sequence[Record]) -> None:
    """Add rows; a column without a header counts once something stands in it."""
    seen = set(held.where)
    beyond = {
        index
        for _, cells in records
        if len(cells) > len(seen)
        for index, cell in enumerate(cells)
        if cell.strip() and index not in seen
    }
    above = sum(map(len, held.rows))
    for index in sorted(beyond):
        held.where.append(index)
        held.names.append("")
        held.known.append({"": 0} if above else {})
        held.codes.append([np.zeros(above, dtype=np.int8)])
    numbers = np.array([number for number, _ in records], dtype=np.int64)
    cells = _columns_of(records, held.where)
    held.add(numbers, map(_factorized, cells))


def _factorized(cells: Sequence[str]) -> tuple[Ints, Sequence[str]]:
    codes, words = pd.factorize(np.asarray(cells, dtype=object))
    return codes, words.tolist()


def _columns_of(
    records: Sequence[Record], where: Sequence[int]
) -> Iterable[Sequence[str]]:
    width = len(where)
    if records and all(len(row) == width for _, row in records) and where[-1] < width:
        return zip(*(row for _, row in records), strict=True)
    return (
        [row[index] if index < len(row) else "" for _, row in records]
        for index in where
    )


def _require_width(
    records: Sequence[Record], names: Sequence[str], source: str
) -> None:
    for number, cells in records:
        if any(map(str.strip, cells[len(names) :])):
            raise AnswersError(
                say(
                    "too_many_fields",
                    file=source,
                    row=number,
                    found=len(cells),
                    allowed=len(names),
                    column=shown(names[-1]),
                    extra=shown(cells[len(names)]),
                )
            )


def _bare(word: str) -> str:
    """Return a cell without blanks round it, and without Excel's sign of a text."""
    text = word.strip()
    return text[2:-1] if text.startswith('="') and text.endswith('"') else text


def _recoded(codes: Ints, words: Sequence[str], known: dict[str, int]) -> Ints:
    """Return codes of a stretch as those of the column, its words known in order."""
    places = np.zeros(len(words), dtype=np.int64)
    order = range(len(words)) if known.keys() >= set(words) else pd.unique(codes)
    for code in order:
        places[code] = known.setdefault(_bare(words[int(code)]), len(known))
    return places.astype(np.min_scalar_type(-len(known) - 1))[codes]


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)


def _turned(place: Place, source: str) -> Sheet:
    """Return people that stand as columns as rows; their numbers count columns."""
    held = [
        (number, cells[:_MOST_TURNED])
        for number, cells in _stripped(place)
        if number >= place.row - 1 and number not in place.grid.hidden
    ]
    width = max(len(cells) for _, cells in held)
    wide = [(number, cells + [""] * (width - len(cells))) for number, cells in held]
    people = range(place.column + 1, width)
    columns = tuple(
        Column(
            name="respondent" if number < place.row else cells[place.column],
            place=number,
            cells=text_cells([cells[person] for person in people]),
        )
        for number, cells in wide
        if any(cells)
    )
    return Sheet(
        source=source,
        columns=columns,
        rows=np.asarray([person + 1 for person in people], dtype=np.int64),
        notes=(say("note_turned_table"),),
        header=place.row,
    )


def _colour(text: str) -> float | None:
    short = text if len(text) < _LONGEST_COLOUR else ""
    return COLOUR_WORDS.get(fold(code_and_word(short)[1]))


def _hands(place: Place, source: str) -> Sheet | None:
    """Return a table of hands counted, factor × colour, as people; None if it is none.

    Which hand was whose is not known, so a row holds answers that only stand together
    by chance.
    """
    records = [(number, cells) for number, cells in _stripped(place) if any(cells)]
    counts = (
        _counts_in_rows(records, place, source)
        if place.column >= 0
        else _counts_in_columns(records, place, source)
    )
    if not counts:
        return None
    people = max(sum(each) for each in counts.values())
    words = ("red", "yellow", "green")
    columns = tuple(
        Column(
            name=name,
            place=number,
            cells=text_cells(
                [
                    word
                    for word, count in zip(words, each, strict=True)
                    for _ in range(count)
                ]
                + [""] * (people - sum(each))
            ),
        )
        for number, (name, each) in enumerate(counts.items(), 1)
    )
    return Sheet(
        source=source,
        columns=columns,
        rows=np.arange(1, people + 1),
        notes=(say("note_hands"),),
        layout="hands",
        header=place.row,
    )


def _counts_in_rows(
    records: Sequence[Record], place: Place, source: str
) -> dict[str, list[int]]:
    heads = [cells for number, cells in records if number < place.row]
    head = heads[-1] if heads else []
    colours = [_colour(text) for text in head]
    if any(colours.count(colour) != 1 for colour in _COLOURS):
        return {}
    where = [colours.index(colour) for colour in _COLOURS]
    return {
        cells[place.column]: [
            _count(cells, index, number, head[index], source) for index in where
        ]
        for number, cells in records
        if place.column < len(cells) and cells[place.column] in place.known
    }


def _counts_in_columns(
    records: Sequence[Record], place: Place, source: str
) -> dict[str, list[int]]:
    below: dict[float | None, list[Record]] = {}
    for number, cells in records:
        if number > place.after and _colour(cells[0]) is not None:
            below.setdefault(_colour(cells[0]), []).append((number, cells))
    if set(below) != set(_COLOURS) or any(len(rows) > 1 for rows in below.values()):
        return {}
    rows = [below[colour][0] for colour in _COLOURS]
    first = [cells[index] for _, cells in rows for index in range(1, len(cells))]
    if not all(text == "" or number_of(text) is not None for text in first):
        return {}
    return {
        name: [_count(cells, index, number, name, source) for number, cells in rows]
        for index, name in enumerate(place.names)
        if index > 0 and name in place.known
    }


def _count(cells: Sequence[str], index: int, row: int, column: str, file: str) -> int:
    text = cells[index] if index < len(cells) else ""
    count = number_of(text) if text else 0.0
    if count is None or count != round(count) or not 0 <= count <= _MOST_HANDS:
        raise AnswersError(
            say("hands", file=file, row=row, column=shown(column), found=shown(text))
        )
    return int(count)

"""Find the table in a sheet: its row of headers, and whether people are rows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.grids import Grid, Record
from lederlib.answers.intake.headers import plain_header, unwrap
from lederlib.answers.intake.known_words import word_list
from lederlib.answers.intake.names import Meaning, meaning_of
from lederlib.answers.intake.replies import COLOUR_WORDS
from lederlib.answers.scales import Scale

FIRST_ROWS = 20
_LOOKED_AT = 60
_COLUMNS_LOOKED_AT = 3
_LONGEST_NAME = 2_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """Where a table stands.

    Attributes
    ----------
    grid : Grid
        The sheet.
    row : int
        Number of the row of headers; for people as columns, of the first known name.
    after : int
        Number of the last row that is no answer.
    names : tuple of str
        The headers.
    readings : mapping of int to tuple of str
        What else stands over a column.
    keys : frozenset of str
        Which factors, items and balance items are known in it.
    known : frozenset of str
        The headers that are known.
    column : int
        For people as columns, the column of names from 0; else −1.
    """

    grid: Grid
    row: int
    after: int
    names: tuple[str, ...]
    readings: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()
    column: int = -1
    known: frozenset[str] = frozenset()


def find_place(grid: Grid, scale: Scale) -> Place | None:
    """Return where the table most likely stands in a sheet, None in an empty one."""
    records = list(islice(_filled(grid.rows()), _LOOKED_AT))
    if not records:
        return None
    heads = [record for record in records if record[0] <= FIRST_ROWS] or records[:1]
    exported = _qualtrics(records)
    if exported is not None:
        return _place(grid, records, exported, scale, below=False)
    found = [_keys(heads, number, scale) for number in range(len(heads))]
    most = max(map(len, found))
    best = next(n for n, keys in enumerate(found) if len(keys) >= most / 2)
    down = _people_as_columns(grid, records, scale)
    if down is not None and (
        len(down.keys) > max(most, 1)
        or (len(down.keys) == most and _under_colours(down, records))
    ):
        return down
    return _place(grid, records, best if found[best] else 0, scale, below=True)


def _filled(rows: Iterator[Record]) -> Iterator[Record]:
    stripped = ((number, [cell.strip() for cell in cells]) for number, cells in rows)
    return ((number, cells) for number, cells in stripped if any(cells))


@lru_cache(maxsize=20_000)
def _known(text: str, scale: Scale) -> Meaning | None:
    if len(text) > _LONGEST_NAME or not any(letter.isalpha() for letter in text):
        return None
    return meaning_of(plain_header(text), scale) or unwrap(text, scale).meaning


def _keys(heads: Sequence[Record], number: int, scale: Scale) -> frozenset[str]:
    """Return the keys that a row of headers names, with the help of the row above."""
    above = _area(heads, number)
    keys = set()
    for place, text in enumerate(heads[number][1]):
        meaning = _known(text, scale) if text else None
        if meaning is None and text and not _key_of(above.get(place, ""), scale):
            meaning = _known(f"{text} - {above.get(place, '')}", scale)
        if meaning:
            keys.add(meaning.key)
    return frozenset(keys)


def _area(records: Sequence[Record], number: int) -> dict[int, str]:
    """Return the headings of areas that stand merged above a row of headers."""
    if number == 0:
        return {}
    row, cells = records[number - 1]
    headings = [text for text in cells if text]
    if len(headings) < 2 or row < records[number][0] - 1:  # noqa: PLR2004 - a title
        return {}
    found, last = {}, ""
    for place, text in enumerate(cells):
        last = text or last
        if last:
            found[place] = last
    width = len(records[number][1])
    return found | dict.fromkeys(range(len(cells), width), last)


def _place(
    grid: Grid, records: Sequence[Record], best: int, scale: Scale, *, below: bool
) -> Place:
    row, cells = records[best]
    above = _area(records, best)
    own = records[best - 1][1] if above else []
    names = [
        text or (own[place] if place < len(own) else "")
        for place, text in enumerate(cells)
    ]
    keys = _keys(records, best, scale)
    readings = {
        place: (f"{text} - {above[place]}", f"{above[place]} - {text}")
        for place, text in enumerate(cells)
        if text and place in above and _known(text, scale) is None
    }
    after = row
    if below and best + 1 < len(records):
        second = _second_header(records, best, keys, scale)
        if second:
            after = records[best + 1][0]
            for place, text in enumerate(second):
                if text:
                    readings[place] = (*readings.get(place, ()), text)
                if text and place >= len(names):
                    names += [""] * (place + 1 - len(names))
                if text and not names[place]:
                    names[place] = text
    return Place(
        grid=grid,
        row=row,
        after=after,
        names=tuple(names),
        readings=readings,
        keys=keys,
        known=frozenset(name for name in names if name and _known(name, scale)),
    )


def _second_header(
    records: Sequence[Record], best: int, keys: frozenset[str], scale: Scale
) -> list[str]:
    """Return the row below if it goes on with the headers, else nothing."""
    cells = records[best + 1][1]
    asked = [
        place
        for place, text in enumerate(records[best][1])
        if text and _known(text, scale)
    ]
    below = {fold(cells[place]) for place in asked if place < len(cells)}
    if asked and below and below <= word_list("below"):
        return [text if fold(text) not in word_list("below") else "" for text in cells]
    above = dict(enumerate(records[best][1]))
    known = {
        place: meaning.key
        for place, text in enumerate(cells)
        if text and (meaning := _known(text, scale))
    }
    # Somebody may have answered with the name of a factor; that is no header.
    goes_on = all(
        not above.get(place) or _key_of(above[place], scale) == key
        for place, key in known.items()
    )
    return list(cells) if known and goes_on and len(known) >= len(keys) / 2 else []


def _key_of(text: str, scale: Scale) -> str:
    meaning = _known(text, scale)
    return meaning.key if meaning else ""


def _qualtrics(records: Sequence[Record]) -> int | None:
    """Return the row of names in an export from Qualtrics, by the rows below it."""
    for number, (_, cells) in enumerate(records[:FIRST_ROWS]):
        ids = sum(_is_import_id(text) for text in cells)
        if number > 1 and ids > len(cells) / 2:
            return number - 2
    for number in range(min(len(records) - 1, FIRST_ROWS)):
        names = [fold(text) for text in records[number][1]]
        if {"startdate", "responseid"} <= set(names):
            place = names.index("startdate")
            second = records[number + 1][1]
            if place < len(second) and fold(second[place]) == "startdate":
                return number
    return None


def _is_import_id(text: str) -> bool:
    if not text.startswith("{"):
        return False
    try:
        return "ImportId" in json.loads(text.replace('""', '"'))
    except ValueError:
        return "ImportId" in text


def _under_colours(place: Place, records: Sequence[Record]) -> bool:
    """Return whether the names stand under a row of colours, as counts of hands do."""
    above = [cells for number, cells in records if number < place.row]
    colours = {COLOUR_WORDS.get(fold(text)) for text in above[-1]} if above else set()
    return {*COLOUR_WORDS.values()} <= colours


def _people_as_columns(
    grid: Grid, records: Sequence[Record], scale: Scale
) -> Place | None:
    """Return a table that has its names below each other, if there is one."""
    best: Place | None = None
    for column in range(_COLUMNS_LOOKED_AT):
        named = [
            (number, meaning.key)
            for number, cells in records
            if column < len(cells)
            and cells[column]
            and (meaning := _known(cells[column], scale))
        ]
        keys = [key for _, key in named]
        wide = max(len(cells) for _, cells in records) > column + 1
        if not keys or len(set(keys)) < len(keys) or not wide:
            continue
        if best is None or len(keys) > len(best.keys):
            best = Place(
                grid=grid,
                row=named[0][0],
                after=named[0][0],
                names=(),
                keys=frozenset(keys),
                column=column,
                known=frozenset(
                    cells[column]
                    for _, cells in records
                    if column < len(cells) and _known(cells[column], scale)
                ),
            )
    return best

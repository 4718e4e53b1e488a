"""Read a table of text, its cells divided by commas, semicolons or tabs."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from itertools import chain, dropwhile, islice

import numpy as np
import pandas as pd

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.encodings import (
    column_name,
    find_encoding,
    place_of,
    straightened,
    twisted_letters,
)
from lederlib.answers.intake.grids import Book, Grid, Part, Record, Stretch, in_parts
from lederlib.answers.intake.sentences import say, shown
from lederlib.text import Phrase

Progress = Callable[[float], None]
_WHOLE_LINE = re.compile(r'^"(?:[^"]|"")*"\s*$')
_SEPARATORS = "\t;,"  # where two fit equally well, the first is meant
_SINGLE = "\t"
_OTHERS = "|:^~"
_SAMPLE_ROWS = 50
_TITLED = 1.4
_SAMPLE_LETTERS = 262_144
_PIECE = 4_194_304
_LAST = "\U0010ffff"  # sorts below all that is written
_NOT_PLAIN = ('"', "\0", "\ufeff", _LAST)
_LONE_RETURN = re.compile(r"\r(?!\n)")
_NAMED = re.compile(r'^"?sep=(.)"?\r?\n')


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Source:
    """A text file and how its cells are divided; `skipped` lines are no part of it."""

    data: bytes
    file: str
    encoding: str
    separator: str
    skipped: int
    quoted: bool

    def opened(self) -> "TextIOWrapper[BytesIO]":
        """Return the text from its beginning, line ends as they are."""
        return TextIOWrapper(BytesIO(self.data), self.encoding, newline="")


def read_delimited(data: bytes, file: str, progress: Progress | None = None) -> Book:
    """Return the cells of a table of text.

    Raises
    ------
    AnswersError
        If the bytes are no such table.
    """
    encoding = find_encoding(data, file)
    _require_no_nul(data, encoding, file)
    start = _start(data, encoding)
    twisted = twisted_letters(start)
    if twisted:
        data, encoding = straightened(data, encoding, twisted), "utf-8"
        start = _start(data, encoding)
    quoted = _quoted_lines(start)
    inner = _unquoted(start) if quoted else start
    separator, skipped = find_separator(inner, file)
    source = _Source(
        data=data,
        file=file,
        encoding=encoding,
        separator=separator,
        skipped=skipped,
        quoted=quoted,
    )

    def rows() -> Iterator[Record]:
        with source.opened() as text:
            yield from islice(_records(text, source), skipped, None)

    width = next((len(cells) for _, cells in rows() if any(map(str.strip, cells))), 0)
    if not width:
        raise AnswersError(say("empty", file=file))
    mended = [twisted] if twisted else []
    mended += ["quoted_lines"] if quoted else []
    notes = _how_read(encoding, separator, width)
    notes += tuple(say(f"note_{key}") for key in mended)

    def quick(row: int, columns: int) -> Iterator[Part]:
        return _parts(source, row, columns, progress)

    grid = Grid(rows=rows, quick=quick, strict=True)
    return Book(source=file, grids=(grid,), notes=notes)


def _require_no_nul(data: bytes, encoding: str, file: str) -> None:
    if b"\0" in data and not encoding.startswith("utf-16"):
        row, column = place_of(data, data.index(b"\0"))
        raise AnswersError(say("nul", file=file, row=row, column=column))


def _quoted_lines(start: str) -> bool:
    """Return whether whole lines stand in quotation marks, as one cell each."""
    lines = [line for line in start.splitlines()[:_SAMPLE_ROWS] if line.strip()]
    whole = [line for line in lines if _WHOLE_LINE.match(line)]
    divided = [line for line in whole if any(sign in line for sign in _SEPARATORS)]
    return len(lines) > 1 and len(whole) == len(lines) and len(divided) == len(lines)


def _unquoted(start: str) -> str:
    return "\n".join(
        record[0] for record in csv.reader(StringIO(start, newline="")) if record
    )


def find_separator(start: str, file: str) -> tuple[str, int]:
    r"""Return what divides the cells, and how many lines stand before the header.

    Raises
    ------
    AnswersError
        If the cells are divided by something else.

    Examples
    --------
    >>> find_separator("a;b\n1,5;2\n", "answers.csv")
    (';', 0)
    """
    named = _NAMED.match(start)
    if named and named[1] in _SEPARATORS:
        return named[1], 1
    fits = {separator: _fit(start, separator) for separator in _SEPARATORS}
    best = max(fits, key=lambda separator: fits[separator])
    if fits[best] > 0:
        return best, 0
    for other in _OTHERS:
        if _fit(start, other) > 1:
            raise AnswersError(say("separator", file=file, found=shown(other)))
    return _SINGLE, 0


def _fit(start: str, separator: str) -> float:
    """Return how well a separator fits: 0 if it divides no header, more for more.

    A header that it divides into many weighs more than rows that do not match, since
    one of the rows may be a mistake that is to be named.
    """
    rows = csv.reader(StringIO(start, newline=""), delimiter=separator)
    try:
        records = [row for row in islice(rows, _SAMPLE_ROWS) if any(row)]
    except csv.Error:
        records = [start.split("\n", 1)[0].split(separator)]
    table = list(dropwhile(lambda record: len(record) == 1, records))
    if not table or _is_prose(table[0], separator):
        return 0.0
    width = len(table[0])
    alike = sum(len(row) == width for row in table[1:]) / max(len(table) - 1, 1)
    # Lines without a separator above the header are a title only if a table follows.
    if len(table) < len(records):
        return _TITLED * alike * width if alike > 1 / 2 else 0.0
    return (0.5 + alike) * width


def _is_prose(header: list[str], separator: str) -> bool:
    """Return whether commas in a header that has other separators are punctuation."""
    divided = any(other in cell for cell in header for other in _SEPARATORS[:2])
    spaced = any(cell.startswith(" ") for cell in header[1:])
    return separator == "," and divided and spaced


def _start(data: bytes, encoding: str) -> str:
    with TextIOWrapper(BytesIO(data), encoding, newline="") as text:
        start = text.read(_SAMPLE_LETTERS)
    if len(start) < _SAMPLE_LETTERS:
        return start
    return start[: start.rfind("\n") + 1] or start


def _how_read(encoding: str, separator: str, width: int) -> tuple[Phrase, ...]:
    names = {
        "utf-16": "UTF-16",
        "utf-16-le": "UTF-16",
        "utf-16-be": "UTF-16",
        "cp1252": "Windows-1252",
        "mac_roman": "MacRoman",
        "cp850": "CP850",
    }
    words = {",": "comma", ";": "semicolon", "\t": "tab"}
    named = names.get(encoding, "UTF-8")
    if width == 1:
        return (say("note_single", encoding=named),)
    between = say(f"separator_{words[separator]}")
    return (say("note_text", encoding=named, separator=between),)


def _parts(
    source: _Source, row: int, width: int, progress: Progress | None
) -> Iterator[Part]:
    """Return what stands below a row, whole pieces of text at a time where they allow.

    From the first quotation mark on, cells may hold line breaks and separators; then
    records are read one by one.
    """
    with source.opened() as text:
        row = next((n for n, _ in _records(text, source) if n >= row), row)
        while piece := text.read(_PIECE):
            piece += text.readline()
            for part in _divided_or_read(piece, text, source, row, width):
                row = int(part.rows[-1] if isinstance(part, Stretch) else part[-1][0])
                yield part
                if progress:
                    progress(text.buffer.tell() / len(source.data))


def _divided_or_read(
    piece: str, text: TextIOWrapper, source: _Source, row: int, width: int
) -> Iterator[Part]:
    stretch = _divided(piece, source.separator, width, row + 1)
    if stretch:
        return iter([stretch])
    lines = StringIO(piece, newline="")
    rest = chain(lines, text) if '"' in piece else lines
    return in_parts(_records(rest, source, row))


def _divided(piece: str, separator: str, width: int, first: int) -> Stretch | None:
    """Return whole lines as columns, None unless each is `width` plain cells."""
    alone = "\r" in piece and _LONE_RETURN.search(piece)
    if alone or any(sign in piece for sign in _NOT_PLAIN):
        return None
    # The line above says how many cells there are, and lets no code pass for a number.
    data = f"{separator.join([_LAST] * width)}\n".encode() + piece.encode()
    letters = np.frombuffer(data, dtype=np.uint8)
    lines = np.count_nonzero(letters == ord("\n")) + (not piece.endswith("\n"))
    if np.count_nonzero(letters == ord(separator)) != lines * (width - 1):
        return None
    try:
        table = pd.read_csv(
            BytesIO(data),
            sep=separator,
            header=None,
            dtype="category",
            na_filter=False,
            quoting=csv.QUOTE_NONE,
            skip_blank_lines=False,
            low_memory=False,
        )
    except pd.errors.ParserError:  # One line is longer and another shorter.
        return None
    cells = [table[name].array for name in table]
    columns = [(each.codes[1:], list(each.categories[:-1])) for each in cells]
    longest = max(len(word) for _, words in columns for word in words)
    if longest > csv.field_size_limit():
        return None
    return Stretch(rows=np.arange(first, first + lines - 1), columns=columns)


def _records(lines: Iterable[str], source: _Source, above: int = 0) -> Iterator[Record]:
    """Return the number and the cells of each record; `above` stand over them."""
    begun: list[str] = []

    def followed() -> Iterator[str]:
        for line in lines:
            if not begun:
                begun.append(line)
            yield line

    # A line that is one quoted cell holds no separator outside of it.
    divider = "\x1f" if source.quoted else source.separator
    row = above
    try:
        for cells in csv.reader(followed(), delimiter=divider, strict=True):
            row += 1
            begun.clear()
            if source.quoted and cells:
                yield row, next(csv.reader(cells, delimiter=source.separator), [])
            else:
                yield row, cells
    except csv.Error:
        key, place = _fault(begun[0], source.separator)
        column = column_name(source.data, place, source.separator.encode())
        most = csv.field_size_limit()
        raise AnswersError(
            say(key, file=source.file, row=row + 1, column=column, most=most)
        ) from None


def _fault(line: str, separator: str) -> tuple[str, int]:
    """Return what is wrong with a line, and the column counted from 0."""
    long = [len(cell) > csv.field_size_limit() for cell in line.split(separator)]
    if any(long):
        return "long_cell", long.index(True)
    return "open_quote", len(next(csv.reader([line], delimiter=separator), [""])) - 1

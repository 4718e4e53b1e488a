"""Read a table of text, its cells divided by commas, semicolons or tabs."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO, StringIO, TextIOWrapper
from itertools import islice

import numpy as np
import pandas as pd

from lederlib._checks import Ints
from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.sentences import say, shown
from lederlib.answers.intake.sheets import Column, Sheet, as_category
from lederlib.text import Phrase

_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x80-\xbf]")
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_OTHER_FILES = (b"%PDF", b"{\\rtf", b"\x1f\x8b")
_MANY = 0.02
_MANY_NULS = 0.2
Progress = Callable[[float], None]
Record = tuple[int, list[str]]
_SEPARATORS = "\t;,"  # where two fit equally well, the first is meant
_SINGLE = "\t"
_OTHERS = "|:^~"
_SAMPLE_ROWS = 50
_SAMPLE_LETTERS = 262_144
_CHUNK = 20_000
_NAMED = re.compile(r'^"?sep=(.)"?\r?\n')


def read_delimited(data: bytes, file: str, progress: Progress | None = None) -> Sheet:
    """Return the cells of a table of text.

    Raises
    ------
    AnswersError
        If the bytes are no such table.
    """
    encoding = find_encoding(data, file)
    if b"\0" in data and encoding != "utf-16":
        row, column = place_of(data, data.index(b"\0"))
        raise AnswersError(say("nul", file=file, row=row, column=column))
    separator, skipped = find_separator(_start(data, encoding), file)
    with TextIOWrapper(BytesIO(data), encoding, newline="") as text:
        records = islice(_records(text, separator, data, file), skipped, None)
        header = _header(records, file)

        def report() -> None:
            if progress:
                progress(text.buffer.tell() / len(data))

        rows, columns = _gather(records, header, file, report)
    notes = _how_read(encoding, separator, len(header))
    return Sheet(source=file, columns=columns, rows=rows, notes=notes)


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
    if not records or len(records[0]) == 1 or _is_prose(records[0], separator):
        return 0.0
    width = len(records[0])
    alike = sum(len(row) == width for row in records[1:])
    return (0.5 + alike / max(len(records) - 1, 1)) * width


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
    names = {"utf-16": "UTF-16", "cp1252": "Windows-1252"}
    words = {",": "comma", ";": "semicolon", "\t": "tab"}
    named = names.get(encoding, "UTF-8")
    if width == 1:
        return (say("note_single", encoding=named),)
    between = say(f"separator_{words[separator]}")
    return (say("note_text", encoding=named, separator=between),)


def _records(
    text: TextIOWrapper, separator: str, data: bytes, file: str
) -> Iterator[Record]:
    reader = csv.reader(text, delimiter=separator, strict=True)
    number, line = 0, 0
    try:
        for record in reader:
            number, line = number + 1, reader.line_num
            yield number, record
    except csv.Error:
        with TextIOWrapper(BytesIO(data), text.encoding, newline="") as again:
            broken = next(islice(again, line, None), "")
        key, place = _fault(broken, separator)
        column = column_name(data, place, separator.encode())
        most = csv.field_size_limit()
        raise AnswersError(
            say(key, file=file, row=number + 1, column=column, most=most)
        ) from None


def _fault(line: str, separator: str) -> tuple[str, int]:
    """Return what is wrong with a line, and the column counted from 0."""
    long = [len(cell) > csv.field_size_limit() for cell in line.split(separator)]
    if any(long):
        return "long_cell", long.index(True)
    return "open_quote", len(next(csv.reader([line], delimiter=separator), [""])) - 1


def _header(records: Iterator[Record], file: str) -> list[str]:
    for _, record in records:
        names = [name.strip() for name in record]
        if any(names):
            return names
    raise AnswersError(say("empty", file=file))


def _gather(
    records: Iterator[Record],
    header: list[str],
    file: str,
    report: Callable[[], None],
) -> tuple[Ints, tuple[Column, ...]]:
    known: list[dict[str, int]] = [{} for _ in header]
    codes: list[list[Ints]] = [[] for _ in header]
    rows: list[int] = []
    while chunk := list(islice(records, _CHUNK)):
        wide = [_fitted(number, record, header, file) for number, record in chunk]
        for place, cells in enumerate(zip(*wide, strict=True)):
            codes[place].append(_encode(cells, known[place]))
        rows.extend(number for number, _ in chunk)
        report()
    columns = tuple(
        Column(name=name, place=place, cells=_category(codes[place - 1], words))
        for place, (name, words) in enumerate(zip(header, known, strict=True), 1)
    )
    return np.asarray(rows, dtype=np.int64), columns


def _fitted(number: int, record: list[str], header: list[str], file: str) -> list[str]:
    width = len(header)
    if len(record) == width:
        return record
    if not any(cell.strip() for cell in record):
        return [""] * width
    if any(cell.strip() for cell in record[width:]):
        raise AnswersError(
            say(
                "too_many_fields",
                file=file,
                row=number,
                found=len(record),
                allowed=width,
                column=shown(header[-1]),
                extra=shown(record[width]),
            )
        )
    if len(record) < width:
        raise AnswersError(
            say(
                "too_few_fields",
                file=file,
                row=number,
                found=len(record),
                allowed=width,
                column=shown(header[len(record)]),
            )
        )
    return record[:width]


def _encode(cells: Sequence[str], known: dict[str, int]) -> Ints:
    codes, words = pd.factorize(np.asarray(cells, dtype=object))
    places = [known.setdefault(word.strip(), len(known)) for word in words]
    return np.asarray(places, dtype=np.int64)[codes].astype(np.int32)


def _category(codes: list[Ints], words: dict[str, int]) -> pd.Categorical:
    joined = np.concatenate(codes) if codes else np.empty(0, dtype=np.int64)
    return as_category(joined, words)


def find_encoding(data: bytes, file: str) -> str:
    """Return the name of the encoding: UTF-8, UTF-16 or Windows-1252.

    Raises
    ------
    AnswersError
        If the bytes are no text, or text in two encodings at once.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _require_utf16(data, file)
    _require_text(data, file)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows(data, error.start, file)
    return "utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8"


def _require_utf16(data: bytes, file: str) -> str:
    try:
        data.decode("utf-16")
    except UnicodeDecodeError:
        raise AnswersError(say("binary", file=file)) from None
    return "utf-16"


def _require_text(data: bytes, file: str) -> None:
    sample = data[:_SAMPLE]
    strange = len(_CONTROL.findall(sample)) / max(len(sample), 1)
    nuls = sample.count(b"\0") / max(len(sample), 1)
    named = data.startswith(_OTHER_FILES)
    if named or strange > _MANY or nuls > _MANY_NULS:
        raise AnswersError(say("binary", file=file))


def _windows(data: bytes, first_not_utf8: int, file: str) -> str:
    row, column = place_of(data, first_not_utf8)
    if data.startswith(BOM_UTF8) or _UTF8_LETTER.search(data):
        raise AnswersError(say("mixed_encodings", file=file, row=row, column=column))
    odd = _NOT_WINDOWS.search(data)
    if odd:
        row, column = place_of(data, odd.start())
        raise AnswersError(say("unknown_encoding", file=file, row=row, column=column))
    return "cp1252"


def place_of(data: bytes, position: int) -> tuple[int, str]:
    """Return the row, from 1, and the name of the column in which a byte stands.

    The separator is the one that stands most often in the first line.
    """
    separator = max((b";", b",", b"\t"), key=_first_line(data).count)
    before = StringIO(data[:position].decode("latin-1") + "x", newline="")
    row, place = 1, 0
    for record in csv.reader(before, delimiter=separator.decode()):
        row, place = row + 1, len(record) - 1
    return row - 1, column_name(data, place, separator)


def column_name(data: bytes, place: int, separator: bytes) -> str:
    """Return the header of a column counted from 0, or its number from 1."""
    names = _first_line(data).removeprefix(BOM_UTF8).split(separator)
    name = names[place].strip(b' "\0') if place < len(names) else b""
    try:
        return shown(name.decode("utf-8")) if name else str(place + 1)
    except UnicodeDecodeError:
        return shown(name.decode("cp1252", errors="replace"))


def _first_line(data: bytes) -> bytes:
    return data.split(b"\n", 1)[0].split(b"\r", 1)[0]

"""Read a table of text, its cells divided by commas, semicolons or tabs."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO, StringIO, TextIOWrapper
from itertools import dropwhile, islice

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.grids import Book, Grid, Record
from lederlib.answers.intake.names import known_names
from lederlib.answers.intake.sentences import say, shown
from lederlib.answers.intake.words import answer_scales
from lederlib.answers.scales import read_scale
from lederlib.text import Phrase

_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x80-\xbf]")
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_OTHER_FILES = (b"%PDF", b"{\\rtf", b"\x1f\x8b")
_ASCII = 127
_MOSTLY = 0.8
_DANISH = set("æøåÆØÅéÉüÜöÖäÄ»«–’“”")
_STRAIGHT = re.compile("[æøåÆØÅ]")
_TWISTED = re.compile(
    "Ã[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2010-\u2030\u2039\u203a\u20ac\u2122]|Â[\u00a0-\u00bf]"
)
_WHOLE_LINE = re.compile(r'^"(?:[^"]|"")*"\s*$')
COLOURS_IN_DANISH = ("rød", "grøn")
_MANY = 0.02
_MANY_NULS = 0.2
Progress = Callable[[float], None]
_SEPARATORS = "\t;,"  # where two fit equally well, the first is meant
_SINGLE = "\t"
_OTHERS = "|:^~"
_SAMPLE_ROWS = 50
_TITLED = 1.4
_SAMPLE_LETTERS = 262_144
_CHUNK = 20_000
_NAMED = re.compile(r'^"?sep=(.)"?\r?\n')


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

    def rows() -> Iterator[Record]:
        with TextIOWrapper(BytesIO(data), encoding, newline="") as text:
            records = _records(text, separator, data, file, quoted=quoted)
            for number, record in islice(records, skipped, None):
                if progress and number % _CHUNK == 0:
                    progress(min(1.0, text.buffer.tell() / len(data)))
                yield number, record

    width = next((len(cells) for _, cells in rows() if any(map(str.strip, cells))), 0)
    if not width:
        raise AnswersError(say("empty", file=file))
    mended = [twisted] if twisted else []
    mended += ["quoted_lines"] if quoted else []
    notes = _how_read(encoding, separator, width)
    notes += tuple(say(f"note_{key}") for key in mended)
    return Book(
        source=file,
        grids=(Grid(rows=rows, strict=True),),
        notes=notes,
        about={"data": data},
    )


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


def _records(
    text: TextIOWrapper, separator: str, data: bytes, file: str, *, quoted: bool
) -> Iterator[Record]:
    # A line that is one quoted cell holds no separator outside of it.
    reader = csv.reader(text, delimiter="\x1f" if quoted else separator, strict=True)
    number, line = 0, 0
    try:
        for record in reader:
            number, line = number + 1, reader.line_num
            if quoted and record:
                yield number, next(csv.reader(record, delimiter=separator), [])
            else:
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


def find_encoding(data: bytes, file: str) -> str:
    """Return the name of the encoding: UTF-8, UTF-16 or Windows-1252.

    Raises
    ------
    AnswersError
        If the bytes are no text, or text in two encodings at once.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _require_utf16(data, file)
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[start:_SAMPLE:2]
        if len(data) > 3 and half.count(b"\0") > _MOSTLY * len(half):  # noqa: PLR2004
            return name
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
    likely = _likeliest(data)
    if likely:
        return likely
    odd = _NOT_WINDOWS.search(data)
    if odd:
        row, column = place_of(data, odd.start())
        raise AnswersError(say("unknown_encoding", file=file, row=row, column=column))
    return "cp1252"


def _likeliest(data: bytes) -> str:
    """Return the old character set in which the letters of the file are Danish."""
    foreign = bytes(letter for letter in data[:_SAMPLE] if letter > _ASCII)
    danish = {
        name: sum(letter in _DANISH for letter in foreign.decode(name, "replace"))
        for name in ("cp1252", "mac_roman", "cp850")
    }
    best = max(danish, key=lambda name: danish[name])
    return best if danish[best] > max(danish["cp1252"], len(foreign) / 2) else ""


def twisted_letters(start: str) -> str:
    """Return how Danish letters went wrong before the file was saved, or "".

    Examples
    --------
    >>> twisted_letters("OmdÃ¸mme"), twisted_letters("Omd\ufffdmme")
    ('twisted', 'lost')
    """
    if len(_TWISTED.findall(start)) > len(_STRAIGHT.findall(start)):
        return "twisted"
    return "lost" if "\ufffd" in start else ""


def straightened(data: bytes, encoding: str, twisted: str) -> bytes:
    """Return the text in UTF-8 with the letters that it was written with."""
    text = data.decode(encoding)
    if twisted == "twisted":
        return _TWISTED.sub(_straight, text).encode("utf-8")
    known = _known_words()

    def found(word: re.Match[str]) -> str:
        shape = re.compile(word[0].replace("\ufffd", "[æøåÆØÅéü]"), re.I)
        fits = {each for each in known if shape.fullmatch(each)}
        return fits.pop() if len(fits) == 1 else word[0]

    return re.sub(r"\w*\ufffd[\w\ufffd]*", found, text).encode("utf-8")


def _straight(letters: re.Match[str]) -> str:
    try:
        return letters[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return letters[0].encode("latin-1", "ignore").decode("utf-8", "replace")


@cache
def _known_words() -> frozenset[str]:
    """Return the words with Danish letters in all that the kit knows by name."""
    texts = [*known_names(read_scale()).values(), *COLOURS_IN_DANISH]
    texts += [word for scale in answer_scales() for word in scale.spoken]
    texts += [label.da for label in read_scale().labels]
    words = {word for text in texts for word in re.findall(r"\w+", text)}
    return frozenset(word.lower() for word in words if not word.isascii())


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

"""Find out how the letters of a text file were written, and mend what went wrong."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from functools import cache
from io import StringIO

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.names import known_names
from lederlib.answers.intake.sentences import say, shown
from lederlib.answers.intake.words import answer_scales
from lederlib.answers.scales import read_scale

_SAMPLE = 65_536
_PIECE = 1_048_576
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
_MANY = 0.02
_MANY_NULS = 0.2
COLOURS_IN_DANISH = ("rød", "grøn")


def find_encoding(data: bytes, file: str) -> str:
    """Return the name of the encoding: UTF-8, UTF-16 or Windows-1252.

    Raises
    ------
    AnswersError
        If the bytes are no text, or text in two encodings at once.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return _require_utf16(data, "utf-16", file)
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = data[start:_SAMPLE:2]
        if len(data) > 3 and half.count(b"\0") > _MOSTLY * len(half):  # noqa: PLR2004
            return _require_utf16(data, name, file)
    _require_text(data, file)
    odd = _not_utf8(data)
    if odd is not None:
        return _windows(data, odd, file)
    return "utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8"


def _not_utf8(data: bytes) -> int | None:
    """Return where the bytes are no UTF-8, if anywhere, without a copy of the text."""
    decoder, done = getincrementaldecoder("utf-8")(), 0
    try:
        for done in range(0, len(data), _PIECE):
            pending = len(decoder.getstate()[0])
            decoder.decode(data[done : done + _PIECE], done + _PIECE >= len(data))
    except UnicodeDecodeError as error:
        return done - pending + error.start
    return None


def _require_utf16(data: bytes, encoding: str, file: str) -> str:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        raise AnswersError(say("binary", file=file)) from None
    return encoding


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

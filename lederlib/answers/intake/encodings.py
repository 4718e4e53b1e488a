"""Tell how the bytes of a text file spell Danish letters."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from io import StringIO

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.sentences import say, shown

_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x80-\xbf]")
_NOT_WINDOWS = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_OTHER_FILES = (b"%PDF", b"{\\rtf", b"\x1f\x8b")
_MANY = 0.02
_MANY_NULS = 0.2


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

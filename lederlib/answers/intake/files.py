"""Open a file of answers and tell from its first bytes what it is."""

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.delimited import read_delimited
from lederlib.answers.intake.encodings import find_encoding
from lederlib.answers.intake.grids import Book
from lederlib.answers.intake.markup import read_markup
from lederlib.answers.intake.other_books import read_ods, read_xls, read_xlsb
from lederlib.answers.intake.sentences import say
from lederlib.answers.intake.sheets import Sheet
from lederlib.answers.intake.statistics import read_spss, read_stata
from lederlib.answers.intake.workbooks import is_protected, read_workbook

Progress = Callable[[float], None]
SIZE_LIMIT = 150_000_000
_PACKED = b"PK\x03\x04"
_OLD = (b"\xd0\xcf\x11\xe0", b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_SPSS_STARTS = (b"$FL2", b"$FL3")
_WORKBOOK_ENDINGS = {".xlsx", ".xlsm"}


def read_file(path: Path, progress: Progress | None = None) -> Book | Sheet:
    """Return the sheets of a table of text or a workbook, or an SPSS or Stata file.

    Raises
    ------
    AnswersError
        If there is no such file, or it holds no table.
    """
    _require_file(path)
    try:
        return _read(path, progress)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise AnswersError(say("unreadable", file=path.name, reason=reason)) from None


def sheet_names(path: Path) -> tuple[str, ...]:
    """Return the names of the sheets of a workbook, in order; none of other files.

    Raises
    ------
    AnswersError
        If there is no such file, or it holds no table.
    """
    found = read_file(path) if _may_have_sheets(path) else None
    grids = found.grids if isinstance(found, Book) else ()
    return tuple(grid.name for grid in grids if grid.name)


def _may_have_sheets(path: Path) -> bool:
    _require_file(path)
    with path.open("rb") as stream:
        start = stream.read(4_096)
    return start.startswith((_PACKED, *_OLD)) or b"<" in start.lstrip()[:4]


def _read(path: Path, progress: Progress | None) -> Book | Sheet:
    with path.open("rb") as stream:
        start = stream.read(4_096)
    ending = path.suffix.lower()
    if start.startswith(_SPSS_STARTS) or ending in {".sav", ".zsav"}:
        return read_spss(path, progress)
    if ending == ".dta" or start.startswith(b"<stata_dta>"):
        return read_stata(path, progress)
    return _book(path, start, ending, progress)


def _book(path: Path, start: bytes, ending: str, progress: Progress | None) -> Book:
    data = path.read_bytes()
    if is_protected(data):
        raise AnswersError(say("password", file=path.name))
    if start.startswith(_PACKED):
        return _packed(data, path.name, progress)
    if start.startswith(_OLD):
        return read_xls(data, path.name)
    marked = _markup(data, path.name)
    if marked is not None:
        return marked
    if ending in _WORKBOOK_ENDINGS or ending in {".xls", ".xlsb", ".ods"}:
        raise AnswersError(say("no_workbook", file=path.name))
    return read_delimited(data, path.name, progress)


def _packed(data: bytes, file: str, progress: Progress | None) -> Book:
    if b"xl/workbook.bin" in data:
        return read_xlsb(data, file)
    if b"opendocument.spreadsheet" in data[:_HEAD] or b"content.xml" in data[-_HEAD:]:
        return read_ods(data, file)
    return read_workbook(data, file, progress)


_HEAD = 65_536


def _markup(data: bytes, file: str) -> Book | None:
    start = (
        data[:4_096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    )
    if not start.startswith(
        (b"<?xml", b"<html", b"<!doctype html", b"<table", b"<meta", b"<!--")
    ):
        return None
    return read_markup(data.decode(find_encoding(data, file)), file)


def _require_file(path: Path) -> None:
    if path.is_dir():
        raise AnswersError(say("folder", file=path.name or str(path)))
    if not path.exists():
        raise _no_file(path)
    if not path.is_file():
        raise AnswersError(
            say("unreadable", file=path.name, reason="not a regular file")
        )
    size = path.stat().st_size
    if size == 0:
        raise AnswersError(say("empty", file=path.name))
    if size > SIZE_LIMIT:
        found, limit = (round(number / 1e6) for number in (size, SIZE_LIMIT))
        raise AnswersError(say("too_large", file=path.name, found=found, limit=limit))


def _no_file(path: Path) -> AnswersError:
    folder = path.parent
    names = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    close = get_close_matches(path.name, names, n=1)
    if close:
        return AnswersError(say("no_file_near", file=str(path), nearest=close[0]))
    return AnswersError(say("no_file", file=str(path)))

"""Read the first visible sheet of an Excel workbook."""

import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import numpy as np

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.sentences import say, shown
from lederlib.answers.intake.sheets import Column, Sheet, text_cells
from lederlib.text import Phrase

Progress = Callable[[float], None]
UNPACKED_LIMIT = 300_000_000
# What a file whose parts are missing or mangled raises; SyntaxError is broken XML.
_DAMAGED = (
    zlib.error,
    zipfile.BadZipFile,
    EOFError,
    KeyError,
    TypeError,
    ValueError,
    SyntaxError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_REPORT_EVERY = 5_000


def read_workbook(data: bytes, file: str, progress: Progress | None = None) -> Sheet:
    """Return the cells of a workbook's first visible sheet; values, not formulas.

    Raises
    ------
    AnswersError
        If the bytes are no workbook, or a cell holds an error.
    """
    _require_workbook(data, file)
    with warnings.catch_warnings():
        # openpyxl warns of styles and rules that have no bearing on the values.
        warnings.simplefilter("ignore")
        try:
            return _read(data, file, progress)
        except AnswersError:
            raise
        except _DAMAGED:
            raise AnswersError(say("no_workbook", file=file)) from None


def _read(data: bytes, file: str, progress: Progress | None) -> Sheet:
    with closing(_open(data, file, values=True)) as book:
        page, notes = _page(book, file)
        rows = list(_rows(page, file, progress))
    if _holds_formulas(data):
        _require_computed(data, page.title, rows, file)
    return _sheet(rows, file, notes)


def _require_workbook(data: bytes, file: str) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        key = "password" if _ENCRYPTED in data else "old_workbook"
        raise AnswersError(say(key, file=file))
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            names = parts.namelist()
            unpacked = sum(part.file_size for part in parts.infolist())
    except zipfile.BadZipFile:
        raise AnswersError(say("no_workbook", file=file)) from None
    if "xl/workbook.xml" not in names:
        raise AnswersError(say("no_workbook", file=file))
    if unpacked > UNPACKED_LIMIT:
        found, limit = (round(size / 1e6) for size in (unpacked, UNPACKED_LIMIT))
        raise AnswersError(
            say("too_large_unpacked", file=file, found=found, limit=limit)
        )


def _open(data: bytes, file: str, *, values: bool) -> Any:  # noqa: ANN401 - openpyxl has no types
    try:
        from openpyxl import load_workbook  # noqa: PLC0415
    except ImportError:
        raise AnswersError(say("needs_extra", file=file)) from None
    return load_workbook(BytesIO(data), read_only=True, data_only=values)


def _page(book: Any, file: str) -> tuple[Any, tuple[Phrase, ...]]:  # noqa: ANN401
    visible = [page for page in book.worksheets if page.sheet_state == "visible"]
    if not visible:
        raise AnswersError(say("empty", file=file))
    page = visible[0]
    others = [other for other in book.worksheets if other is not page]
    notes = [say("note_workbook", sheet=shown(page.title))]
    for key, state in (("note_sheets", True), ("note_hidden_sheets", False)):
        titles = [
            shown(other.title)
            for other in others
            if (other.sheet_state == "visible") is state
        ]
        if titles:
            notes.append(say(key, sheets=", ".join(titles)))
    return page, tuple(notes)


def _rows(
    page: Any,  # noqa: ANN401
    file: str,
    progress: Progress | None,
) -> Iterator[tuple[int, list[str]]]:
    total = page.max_row or 1
    page.reset_dimensions()
    header: list[str] = []
    for number, cells in enumerate(page.iter_rows(), 1):
        texts = [text_of(cell.value) for cell in cells]
        header = header or (texts if any(texts) else [])
        for place, cell in enumerate(cells):
            if cell.data_type == "e":
                column = _named(header, place)
                found = shown(cell.value)
                raise AnswersError(
                    say("cell_error", file=file, row=number, column=column, found=found)
                )
        yield number, texts
        if progress and number % _REPORT_EVERY == 0:
            progress(min(1.0, number / total))


def _named(header: list[str], place: int) -> str:
    return shown(header[place]) if place < len(header) else str(place + 1)


def text_of(value: object) -> str:
    """Return a cell's value as text, whole numbers without decimals.

    Examples
    --------
    >>> text_of(3.0), text_of(2.5), text_of(None), text_of(" rød ")
    ('3', '2.5', '', 'rød')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return str(value).strip()


def _holds_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        sheets = [name for name in parts.namelist() if "worksheets/" in name]
        return any(_contains(parts, name) for name in sheets)


def _contains(parts: zipfile.ZipFile, name: str) -> bool:
    tail = b""
    with parts.open(name) as stream:
        while chunk := stream.read(1 << 20):
            if b"<f>" in tail + chunk or b"<f " in tail + chunk:
                return True
            tail = chunk[-3:]
    return False


def _require_computed(
    data: bytes, title: str, rows: list[tuple[int, list[str]]], file: str
) -> None:
    with closing(_open(data, file, values=False)) as book:
        page = book[title]
        page.reset_dimensions()
        header = next((texts for _, texts in rows if any(texts)), [])
        for (number, texts), cells in zip(rows, page.iter_rows(), strict=True):
            for place, (text, cell) in enumerate(zip(texts, cells, strict=True)):
                if text == "" and cell.data_type == "f":
                    column = _named(header, place)
                    raise AnswersError(
                        say("not_computed", file=file, row=number, column=column)
                    )


def _sheet(
    rows: list[tuple[int, list[str]]], file: str, notes: tuple[Phrase, ...]
) -> Sheet:
    filled = [(number, row) for number, row in rows if any(row)]
    if not filled:
        raise AnswersError(say("empty", file=file))
    first, last = filled[0][0], filled[-1][0]
    kept = rows[first - 1 : last]
    width = max(len(row) for _, row in kept)
    wide = [row + [""] * (width - len(row)) for _, row in kept]
    columns = tuple(
        Column(name=cells[0], place=place, cells=text_cells(cells[1:]))
        for place, cells in enumerate(zip(*wide, strict=True), 1)
    )
    places = np.asarray([number for number, _ in kept[1:]], dtype=np.int64)
    return Sheet(source=file, columns=columns, rows=places, notes=notes)

"""Read spreadsheets in other formats: .ods, .xlsb and the old .xls."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as Tree

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.grids import Book, Record, grid_of
from lederlib.answers.intake.sentences import say
from lederlib.answers.intake.workbooks import (
    CELL_LIMIT,
    DAMAGED,
    LETTER_LIMIT,
    require_unpackable,
    text_of,
)
from lederlib.text import Phrase

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_MOST_COLUMNS = 16_384
_HIDDEN = {"filter", "collapse"}


def read_ods(data: bytes, file: str) -> Book:
    """Return the sheets of an OpenDocument spreadsheet.

    Raises
    ------
    AnswersError
        If it is none, or too large a one.
    """
    require_unpackable(data, file, inside="content.xml")
    grids = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts, parts.open("content.xml") as text:
            for page in _ods_pages(text):
                rows, hidden = _ods_rows(page, file)
                grids.append(
                    grid_of(rows, name=page.get(f"{_TABLE}name", ""), hidden=hidden)
                )
                page.clear()
    except AnswersError:
        raise
    except DAMAGED:
        raise AnswersError(say("no_workbook", file=file)) from None
    return Book(source=file, grids=tuple(grids), kind="workbook")


def _ods_pages(text: object) -> Iterator[Tree.Element]:
    for _, element in Tree.iterparse(text):  # type: ignore[call-overload]
        if element.tag == f"{_TABLE}table":
            yield element


def _ods_rows(page: Tree.Element, file: str) -> tuple[list[Record], frozenset[int]]:
    rows: list[Record] = []
    hidden: set[int] = set()
    number, held = 1, 0
    for row in page.iter(f"{_TABLE}table-row"):
        cells = _ods_cells(row)
        times = int(row.get(f"{_TABLE}number-rows-repeated", 1))
        if any(cells):
            held += times * len(cells)
            if held > CELL_LIMIT:
                raise AnswersError(
                    say("too_many_cells", file=file, found=held, limit=CELL_LIMIT)
                )
            rows += [(number + step, list(cells)) for step in range(times)]
            if row.get(f"{_TABLE}visibility") in _HIDDEN:
                hidden |= set(range(number, number + times))
        number += times
    return rows, frozenset(hidden)


def _ods_cells(row: Tree.Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if not cell.tag.startswith(_TABLE):
            continue
        text = _ods_text(cell)
        times = int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        cells += [text] * min(times, _MOST_COLUMNS - len(cells))
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _ods_text(cell: Tree.Element) -> str:
    kind, value = cell.get(f"{_OFFICE}value-type"), cell.get(f"{_OFFICE}value")
    if kind in {"float", "currency"} and value is not None:
        return text_of(float(value))
    if kind == "percentage" and value is not None:
        return f"{text_of(round(float(value) * 100, 6))} %"
    lines = ["".join(line.itertext()) for line in cell.findall(f"{_TEXT}p")]
    return "\n".join(lines)[:LETTER_LIMIT].strip()


def read_xlsb(data: bytes, file: str) -> Book:
    """Return the sheets of a binary Excel workbook.

    Raises
    ------
    AnswersError
        If it is damaged or too large.
    """
    require_unpackable(data, file, inside="xl/workbook.bin")
    try:
        from pyxlsb import open_workbook  # noqa: PLC0415
    except ImportError:
        raise AnswersError(say("needs_extra", file=file)) from None
    try:
        with open_workbook(BytesIO(data)) as book:
            grids = []
            for name in book.sheets:
                with book.get_sheet(name) as page:
                    grids.append(grid_of(_xlsb_rows(page, file), name=name))
    except AnswersError:
        raise
    except DAMAGED:
        raise AnswersError(say("damaged_xlsb", file=file)) from None
    if not grids:
        raise AnswersError(say("damaged_xlsb", file=file))
    return Book(source=file, grids=tuple(grids), kind="workbook")


def _xlsb_rows(page: object, file: str) -> Iterator[Record]:
    held = 0
    for row in page.rows(sparse=True):  # type: ignore[attr-defined]
        cells: list[str] = []
        for cell in row:
            cells += [""] * (cell.c - len(cells))
            cells.append(text_of(cell.v))
        held += len(row)
        if held > CELL_LIMIT:
            raise AnswersError(
                say("too_many_cells", file=file, found=held, limit=CELL_LIMIT)
            )
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield row[0].r + 1, cells


def read_xls(data: bytes, file: str) -> Book:
    """Return the sheets of a workbook in Excel's old format.

    Raises
    ------
    AnswersError
        If it is damaged.
    """
    try:
        import xlrd  # noqa: PLC0415
    except ImportError:
        raise AnswersError(say("needs_extra", file=file)) from None
    try:
        book, notes = _xls_book(data)
        grids = tuple(
            grid_of(
                _xls_rows(book, page),
                name=page.name,
                visible=page.visibility == 0,
                hidden=frozenset(
                    row + 1 for row, about in page.rowinfo_map.items() if about.hidden
                ),
            )
            for page in book.sheets()
        )
    except (
        xlrd.XLRDError,
        xlrd.compdoc.CompDocError,
        AssertionError,
        ArithmeticError,
        *DAMAGED,
    ):
        raise AnswersError(say("old_workbook", file=file)) from None
    return Book(source=file, grids=grids, notes=notes, kind="workbook")


def _xls_book(data: bytes) -> tuple[Any, tuple[Phrase, ...]]:
    """Return the workbook, and a note if its formats could not be read."""
    import xlrd  # noqa: PLC0415

    options = {"file_contents": data, "ragged_rows": True, "logfile": _Silent()}
    try:
        return xlrd.open_workbook(formatting_info=True, **options), ()
    except (IndexError, UnicodeDecodeError):
        # A style that xlrd does not know, or one with a mangled name.
        return xlrd.open_workbook(**options), (say("note_no_formats"),)


class _Silent:
    """Takes what xlrd would print."""

    def write(self, text: str) -> int:
        """Say nothing."""
        return len(text)

    def flush(self) -> None:
        """Do nothing."""


def _xls_rows(book: object, page: object) -> Iterator[Record]:
    for number in range(page.nrows):  # type: ignore[attr-defined]
        cells = [_xls_text(book, cell) for cell in page.row(number)]  # type: ignore[attr-defined]
        if any(cells):
            yield number + 1, cells


def _xls_text(book: object, cell: object) -> str:
    import xlrd  # noqa: PLC0415

    kind, value = cell.ctype, cell.value  # type: ignore[attr-defined]
    if kind == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(value, "#N/A"))
    if kind == xlrd.XL_CELL_DATE:
        return text_of(xlrd.xldate_as_datetime(value, book.datemode))  # type: ignore[attr-defined]
    if kind == xlrd.XL_CELL_NUMBER and "%" in _xls_format(book, cell):
        return f"{text_of(round(value * 100, 6))} %"
    return text_of(value)


def _xls_format(book: object, cell: object) -> str:
    place = cell.xf_index  # type: ignore[attr-defined]
    if place is None or not book.xf_list:  # type: ignore[attr-defined]
        return ""
    key = book.xf_list[place].format_key  # type: ignore[attr-defined]
    found = book.format_map.get(key)  # type: ignore[attr-defined]
    return found.format_str if found else ""

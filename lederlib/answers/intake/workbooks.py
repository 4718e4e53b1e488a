"""Read the sheets of an Excel workbook (.xlsx, .xlsm)."""

import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from io import BytesIO
from posixpath import basename
from typing import Any

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.grids import Book, Grid, Record, grid_of
from lederlib.answers.intake.sentences import say

Progress = Callable[[float], None]
UNPACKED_LIMIT = 300_000_000
CELL_LIMIT = 4_000_000
LETTER_LIMIT = 10_000
# What a file whose parts are missing or mangled raises; SyntaxError is broken XML.
DAMAGED = (
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
    EOFError,
    LookupError,
    TypeError,
    ValueError,
    SyntaxError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_REPORT_EVERY = 5_000
_PIECE = 1 << 20
_LONGEST_TAG = 400
_GAP = 1_000
_ROW = re.compile(rb"<(?:x:)?row\b([^>]*)>")
_NUMBER = re.compile(rb'\br="(\d+)"')
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_CELL = re.compile(rb"<(?:x:)?c[\s/>]")
_TOTAL = re.compile(
    r"^=\s*\+?(?:\w+\.)?(?:AVERAGE|MIDDEL|SUM|SUBTOTAL|AGGREGATE|COUNT|T.L|ANTAL|MEDIAN|"
    r"STDEV|STDAFV|MIN|MAX|MAKS|ROUND\(AVERAGE|AFRUND\(MIDDEL)\w*(?:\.\w+)?\s*\(",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What the text of a sheet shows before its cells are read."""

    cells: int
    hidden: frozenset[int]
    formulas: bool


def read_workbook(data: bytes, file: str, progress: Progress | None = None) -> Book:
    """Return the cells of a workbook's sheets; values, not formulas.

    Raises
    ------
    AnswersError
        If the bytes are no workbook, or too large a one.
    """
    require_unpackable(data, file)
    with warnings.catch_warnings():
        # openpyxl warns of styles and rules that have no bearing on the values.
        warnings.simplefilter("ignore")
        try:
            return _read(data, file, progress)
        except AnswersError:
            raise
        except DAMAGED:
            raise AnswersError(say("no_workbook", file=file)) from None


def require_unpackable(data: bytes, file: str, inside: str = "xl/workbook.xml") -> None:
    """Raise if a packed file lacks the part `inside`, or unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            names = parts.namelist()
            unpacked = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise AnswersError(say("no_workbook", file=file)) from None
    if inside not in names:
        raise AnswersError(say("no_workbook", file=file))
    if unpacked > UNPACKED_LIMIT:
        found, limit = (round(size / 1e6) for size in (unpacked, UNPACKED_LIMIT))
        raise AnswersError(
            say("too_large_unpacked", file=file, found=found, limit=limit)
        )


def is_protected(data: bytes) -> bool:
    """Return whether a workbook is encrypted."""
    return data.startswith(b"\xd0\xcf\x11\xe0") and _ENCRYPTED in data


def _read(data: bytes, file: str, progress: Progress | None) -> Book:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        scans = {
            name: _scan(parts, name)
            for name in parts.namelist()
            if "worksheets/" in name and name.endswith(".xml")
        }
    cells = sum(scan.cells for scan in scans.values())
    if cells > CELL_LIMIT:
        raise AnswersError(
            say("too_many_cells", file=file, found=cells, limit=CELL_LIMIT)
        )
    formulas = any(scan.formulas for scan in scans.values())
    with closing(_open(data, file, values=True)) as book:
        written = _open(data, file, values=False) if formulas else None
        grids = []
        for page in book.worksheets:
            scan = scans.get(
                _part_of(page), Scan(cells=0, hidden=frozenset(), formulas=False)
            )
            source = written[page.title] if written and scan.formulas else None
            grids.append(_grid(page, source, scan, progress))
    return Book(source=file, grids=tuple(grids), kind="workbook")


def _part_of(page: Any) -> str:  # noqa: ANN401 - openpyxl has no types
    path = str(getattr(page, "_worksheet_path", ""))
    return (
        path.lstrip("/") if "worksheets/" in path else f"xl/worksheets/{basename(path)}"
    )


def _scan(parts: zipfile.ZipFile, name: str) -> Scan:
    """Count cells and find hidden rows without reading a single value."""
    cells, formulas, tail = 0, False, b""
    hidden: set[int] = set()
    last = 0
    with parts.open(name) as stream:
        while piece := stream.read(_PIECE):
            text = tail + piece
            cut = max(text.rfind(b"<"), len(text) - _LONGEST_TAG)
            text, tail = text[:cut], text[cut:]
            cells += len(_CELL.findall(text))
            formulas = formulas or b"<f>" in text or b"<f " in text
            for row in _ROW.finditer(text):
                number = _NUMBER.search(row[1])
                last = int(number[1]) if number else last + 1
                if _HIDDEN.search(row[1]):
                    hidden.add(last)
            if cells > CELL_LIMIT:
                break
    return Scan(cells=cells, hidden=frozenset(hidden), formulas=formulas)


def _open(data: bytes, file: str, *, values: bool) -> Any:  # noqa: ANN401
    try:
        from openpyxl import load_workbook  # noqa: PLC0415
    except ImportError:
        raise AnswersError(say("needs_extra", file=file)) from None
    return load_workbook(BytesIO(data), read_only=True, data_only=values)


def _grid(page: Any, source: Any, scan: Scan, progress: Progress | None) -> Grid:  # noqa: ANN401
    records = list(_rows(page, progress))
    totals: set[int] = set()
    if source is not None:
        records, totals = _with_formulas(records, source)
    return grid_of(
        records,
        name=page.title,
        visible=page.sheet_state == "visible",
        hidden=scan.hidden,
        totals=frozenset(totals),
    )


def _rows(page: Any, progress: Progress | None) -> Iterator[Record]:  # noqa: ANN401
    total, last = page.max_row or 1, 0
    page.reset_dimensions()
    for number, cells in enumerate(page.iter_rows(), 1):
        texts = [_text(cell) for cell in cells if cell is not None]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            # Blank rows stand in a table; thousands of them stand before a stray cell.
            for blank in range(last + 1, number) if number - last < _GAP else ():
                yield blank, []
            last = number
            yield number, texts
        if progress and number % _REPORT_EVERY == 0:
            progress(min(1.0, number / total))


def _text(cell: Any) -> str:  # noqa: ANN401
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (int, float)) and "%" in (cell.number_format or ""):
        return f"{text_of(round(value * 100, 6))} %"
    return text_of(value)


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
    text = str(value)
    return _shortened(text) if len(text) > LETTER_LIMIT else text.strip()


@lru_cache(maxsize=1_000)
def _shortened(text: str) -> str:
    """Return the start of a long text, one object however many cells share it."""
    return text[:LETTER_LIMIT].strip()


def _with_formulas(
    records: list[Record],
    source: Any,  # noqa: ANN401
) -> tuple[list[Record], set[int]]:
    """Put formulas that were never computed in their cells; name rows of totals."""
    source.reset_dimensions()
    held = dict(records)
    totals: set[int] = set()
    for number, cells in enumerate(source.iter_rows(), 1):
        formulas = {
            place: str(cell.value)
            for place, cell in enumerate(cells)
            if cell is not None and cell.data_type == "f"
        }
        if not formulas:
            continue
        # A sum at the end of a person's row leaves it a person's.
        over = sum(bool(_TOTAL.match(each)) for each in formulas.values())
        filled = sum(cell is not None and cell.value is not None for cell in cells)
        if over > filled / 2:
            totals.add(number)
        texts = held.get(number, [])
        texts = texts + [""] * (max(formulas) + 1 - len(texts))
        held[number] = [
            text or (formulas.get(place, "") if place in formulas else "")
            for place, text in enumerate(texts)
        ]
    return sorted(held.items()), totals

"""Read tables out of HTML pages and out of workbooks that are one XML file."""

from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree as Tree

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.grids import Book, Grid, Record, grid_of
from lederlib.answers.intake.sentences import say

_SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MOST_SPANNED = 1_000


def read_markup(text: str, file: str) -> Book:
    """Return the tables of an HTML page or an XML workbook.

    Raises
    ------
    AnswersError
        If there is none in it.
    """
    if "urn:schemas-microsoft-com:office:spreadsheet" in text[:4_096]:
        return Book(
            source=file,
            grids=_xml_sheets(text, file),
            notes=(say("note_xml"),),
            kind="workbook",
        )
    page = _Tables()
    page.feed(text)
    grids = tuple(grid_of(rows) for rows in page.tables if rows)
    if not grids:
        raise AnswersError(say("no_table", file=file))
    return Book(source=file, grids=grids, notes=(say("note_html"),), kind="page")


class _Tables(HTMLParser):
    """Collects the cells of every table, each row with its number from 1."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[Record]] = []
        self._cell: list[str] | None = None
        self._wide = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        if tag == "tr" and self.tables:
            self._close()
            self.tables[-1].append((len(self.tables[-1]) + 1, []))
        if tag in {"td", "th"} and self.tables and self.tables[-1]:
            self._close()
            wide = dict(attrs).get("colspan") or "1"
            self._wide = min(int(wide), _MOST_SPANNED) if wide.isdigit() else 1
            self._cell = []
        if tag in {"br", "p"} and self._cell is not None:
            self._cell.append(" ")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr", "table"}:
            self._close()

    def _close(self) -> None:
        if self._cell is not None:
            text = " ".join("".join(self._cell).split())
            self.tables[-1][-1][1].extend([text] + [""] * (self._wide - 1))
        self._cell = None


def _xml_sheets(text: str, file: str) -> tuple[Grid, ...]:
    if "<!ENTITY" in text or "<!DOCTYPE" in text:
        raise AnswersError(say("no_workbook", file=file))
    declared = text.find("?>") + 2 if text.lstrip("\ufeff").startswith("<?xml") else 0
    try:
        root = Tree.parse(StringIO(text[declared:].lstrip())).getroot()
    except Tree.ParseError:
        raise AnswersError(say("no_workbook", file=file)) from None
    return tuple(
        grid_of(_xml_rows(page), name=page.get(f"{_SHEET}Name", ""))
        for page in root.iter(f"{_SHEET}Worksheet")
    )


def _xml_rows(page: Tree.Element) -> Iterator[Record]:
    number = 0
    for row in page.iter(f"{_SHEET}Row"):
        number = int(row.get(f"{_SHEET}Index", number + 1))
        cells: list[str] = []
        for cell in row.iter(f"{_SHEET}Cell"):
            place = min(int(cell.get(f"{_SHEET}Index", len(cells) + 1)), 16_384)
            cells += [""] * (place - 1 - len(cells))
            data = cell.find(f"{_SHEET}Data")
            cells.append("" if data is None else "".join(data.itertext()).strip())
        if row.get(f"{_SHEET}Hidden") != "1":
            yield number, cells

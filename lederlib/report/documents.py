"""Documents for Word and its like: how they look, and a report as one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from lederlib.answers import AnswersError
from lederlib.plot import Drawing
from lederlib.report.pieces import Code, Piece, Points, Section, Words
from lederlib.text import Lang, both
from lederlib.text.tables import Table

LANGUAGES = {"da": "da-DK", "en": "en-GB"}
#: Millimetres: the paper and its margins.
PAPER, MARGIN = (210, 297), 20
TYPEFACE, FIXED_TYPEFACE = "Calibri", "Consolas"
HEAD_FILL = "E3EBF2"
#: Points of the text in a table, and millimetres that one of its letters takes.
_SMALL, _LETTER = 8.5, 1.75
_PADDING, _WORDS_LEAST, _BOLD = 4.5, 24.0, 1.15
_DOTS_PER_INCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a document says of itself.

    Attributes
    ----------
    title, lang : str
        Heading and language.
    made_on : datetime.date
        Its day.
    foot : str
        What stands at the foot of every page.
    """

    title: str
    lang: Lang
    made_on: date
    foot: str


def require_documents(file: str) -> None:
    """Say in one sentence what to install if documents cannot be written.

    Raises
    ------
    ValueError
        If python-docx, part of the extra `files`, is not installed.
    """
    if find_spec("docx") is None:
        raise AnswersError(both("plan.needs_extra", file=file))


def new_document(cover: Cover) -> Any:  # noqa: ANN401 - python-docx is an extra
    """Return an empty document with its paper, language, typeface and foot."""
    from docx import Document  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm, Pt  # noqa: PLC0415

    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(side) for side in PAPER)
    page.left_margin = page.right_margin = Mm(MARGIN)
    page.top_margin = page.bottom_margin = Mm(MARGIN)
    foot = page.footer.paragraphs[0].add_run(cover.foot)
    foot.font.size = Pt(8)
    document.styles["Normal"].font.name = TYPEFACE
    language = LANGUAGES[cover.lang]
    for known in document.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), language)
    properties = document.styles["Normal"].element.get_or_add_rPr()
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    properties.append(spoken)
    core = document.core_properties
    made = datetime.combine(cover.made_on, time(), UTC)
    core.title, core.language = cover.title, language
    core.author = core.comments = core.last_modified_by = ""
    core.created = core.modified = made
    return document


def mark_row(row: Any, mark: str) -> None:  # noqa: ANN401
    """Mark a row as a table's heading, or as one that stays whole."""
    from docx.oxml import OxmlElement  # noqa: PLC0415

    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement(mark))


def shade(place: Any) -> None:  # noqa: ANN401
    """Fill a cell with the colour of headings."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    fill = OxmlElement("w:shd")
    fill.set(qn("w:val"), "clear")
    fill.set(qn("w:color"), "auto")
    fill.set(qn("w:fill"), HEAD_FILL)
    place._tc.get_or_add_tcPr().append(fill)


def report_docx(
    cover: Cover, opening: Iterable[Piece], sections: Iterable[Section]
) -> bytes:
    """Return a report as the bytes of a .docx file."""
    document = new_document(cover)
    document.add_heading(cover.title, level=0)
    for piece in opening:
        _add(document, piece)
    for section in sections:
        if section.pieces:
            document.add_heading(section.title, level=1)
        for piece in section.pieces:
            _add(document, piece)
    return _saved(document)


def table_docx(cover: Cover, table: Table) -> bytes:
    """Return one table as the bytes of a .docx file."""
    document = new_document(cover)
    _add(document, table)
    return _saved(document)


def _saved(document: Any) -> bytes:  # noqa: ANN401
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add(document: Any, piece: Piece) -> None:  # noqa: ANN401
    if isinstance(piece, Words):
        if piece.text:
            run = document.add_paragraph().add_run(piece.text)
            run.bold = piece.kind.startswith("notice")
    elif isinstance(piece, Points):
        for line in piece.lines:
            document.add_paragraph(line, style="List Bullet")
    elif isinstance(piece, Code):
        _add_code(document, piece.text)
    elif isinstance(piece, Table):
        _add_table(document, piece)
    else:
        _add_picture(document, piece)


def _add_code(document: Any, text: str) -> None:  # noqa: ANN401
    from docx.shared import Pt  # noqa: PLC0415

    place = document.add_paragraph()
    for number, line in enumerate(text.splitlines()):
        run = place.add_run(line)
        run.font.name, run.font.size = FIXED_TYPEFACE, Pt(8)
        if number < len(text.splitlines()) - 1:
            run.add_break()


def _add_picture(document: Any, drawing: Drawing) -> None:  # noqa: ANN401
    """Add a figure over the width of the text, with its alternative text."""
    from docx.shared import Mm  # noqa: PLC0415

    stream = BytesIO()
    drawing.savefig(stream, format="png", dpi=_DOTS_PER_INCH)
    stream.seek(0)
    wide, high = drawing.get_size_inches()
    room = PAPER[0] - 2 * MARGIN, PAPER[1] - 2 * MARGIN - 25
    width = min(room[0], room[1] * wide / high)
    place = document.add_paragraph()
    place.paragraph_format.keep_with_next = True
    shape = place.add_run().add_picture(stream, width=Mm(width))
    shape._inline.docPr.set("descr", drawing.alt)
    _add_caption(document, drawing.caption, above=False)


def _add_caption(document: Any, text: str, *, above: bool) -> None:  # noqa: ANN401
    from docx.shared import Pt  # noqa: PLC0415

    place = document.add_paragraph()
    run = place.add_run(text)
    run.bold, run.italic = above, not above
    run.font.size = Pt(9.5)
    place.paragraph_format.keep_with_next = above
    place.paragraph_format.space_before = Pt(8 if above else 0)
    place.paragraph_format.space_after = Pt(3 if above else 8)


def _add_table(document: Any, held: Table) -> None:  # noqa: ANN401
    """Add a table whose first row heads it on every page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Mm, Pt  # noqa: PLC0415

    _add_caption(document, held.caption, above=True)
    table = document.add_table(rows=1, cols=len(held.head), style="Table Grid")
    table.autofit = False
    widths = _widths(held)
    for cells in (held.head, *held.cells):
        row = table.rows[0] if cells is held.head else table.add_row()
        mark_row(row, "w:cantSplit")
        for number, (place, text) in enumerate(zip(row.cells, cells, strict=True)):
            place.width = Mm(widths[number])
            paragraph = place.paragraphs[0]
            run = paragraph.add_run(text)
            run.font.size, run.bold = Pt(_SMALL), cells is held.head
            paragraph.paragraph_format.space_after = Pt(1)
            if number and held.kinds[number] != "words":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if cells is held.head:
                shade(place)
    mark_row(table.rows[0], "w:tblHeader")
    for part, width in zip(table.columns, widths, strict=True):
        part.width = Mm(width)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _widths(held: Table) -> list[float]:
    """Return the columns' widths in millimetres; words take what numbers leave."""
    room = PAPER[0] - 2 * MARGIN
    needed = [
        _PADDING + max(_head_width(head), *(_LETTER * len(text) for text in column))
        for head, *column in zip(held.head, *held.cells, strict=True)
    ]
    least = [
        min(need, max(_WORDS_LEAST, _PADDING + _head_width(head)))
        if kind == "words"
        else need
        for need, head, kind in zip(needed, held.head, held.kinds, strict=True)
    ]
    spare = max(room - sum(least), 0.0)
    wanted = sum(needed) - sum(least)
    share = min(1.0, spare / wanted) if wanted else 0.0
    pairs = zip(needed, least, strict=True)
    return _fitted([low + share * (need - low) for need, low in pairs], room)


def _head_width(head: str) -> float:
    """Return the width of a heading's longest word, in bold."""
    return _BOLD * _LETTER * max(map(len, head.split(" ")), default=0)


def _fitted(widths: Sequence[float], room: float) -> list[float]:
    """Return the widths, made to fill the room between the margins."""
    times = room / sum(widths)
    return [width * times for width in widths]

"""The pieces of a report: words, tables, pictures and code, whatever they end in."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from lederlib.plot import Drawing
from lederlib.report.page import figure
from lederlib.text.html import bullets, paragraph
from lederlib.text.tables import Table, table_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One paragraph; its `kind` is "lead", "notice", "small" or nothing."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list of sentences."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Lines to run."""

    text: str


Piece = Words | Points | Code | Table | Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands below it; `key` names it in links."""

    key: str
    title: str
    pieces: tuple[Piece, ...]


def section_html(section: Section) -> str:
    """Return a section as HTML; an empty one is left out."""
    lines = "\n".join(filter(None, map(piece_html, section.pieces)))
    if not lines:
        return ""
    return (
        f'<section id="{section.key}">\n<h2>{escape(section.title)}</h2>\n'
        f"{lines}\n</section>"
    )


def piece_html(piece: Piece) -> str:
    """Return one piece as HTML."""
    if isinstance(piece, Words):
        return paragraph(piece.text, kind=piece.kind)
    if isinstance(piece, Points):
        return bullets(piece.lines)
    if isinstance(piece, Code):
        return f'<pre tabindex="0"><code>{escape(piece.text)}</code></pre>'
    if isinstance(piece, Table):
        return table_html(piece)
    return figure(piece)


def tables_of(sections: Iterable[Section]) -> list[Table]:
    """Return the tables of a report, in order."""
    return [
        piece
        for section in sections
        for piece in section.pieces
        if isinstance(piece, Table)
    ]

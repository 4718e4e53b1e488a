"""The plan as a document to fill in, for Word and its like."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from lederlib.report.documents import Cover, mark_row, new_document, shade
from lederlib.report.plan import Field, Plan, Theme
from lederlib.text import Lang, label

#: Millimetres: the columns of a table, a line to write on.
COLUMNS = (65, 105)
OUTCOME_COLUMNS = (38, 52, 42, 38)
LINE = 8


def plan_bytes(plan: Plan) -> bytes:
    """Return the plan as the bytes of a .docx file."""
    stream = BytesIO()
    plan_docx(plan).save(stream)
    return stream.getvalue()


def plan_docx(plan: Plan) -> Any:  # noqa: ANN401 - python-docx is an extra
    """Return the plan as a document of python-docx, with empty cells to fill in."""
    document = new_document(
        Cover(
            title=plan.title,
            lang=plan.lang,
            made_on=plan.made_on,
            foot=plan.delete_by,
        )
    )
    document.add_heading(plan.title, level=0)
    for note in plan.notes:
        document.add_paragraph(note)
    for notice in filter(None, (plan.notice, plan.delete_by)):
        document.add_paragraph().add_run(notice).bold = True
    if plan.outcomes:
        document.add_heading(label("change.last", plan.lang), level=1)
        _add_outcomes(document, plan)
    document.add_heading(label("plan.zoom", plan.lang), level=1)
    for theme in plan.themes:
        _add_block(document, theme, plan.questions, "question", plan.lang)
    document.add_heading(label("plan.cards", plan.lang), level=1)
    for theme in plan.themes:
        _add_block(document, theme, plan.fields, "field", plan.lang)
    document.add_heading(label("plan.end", plan.lang), level=1)
    _add_table(document, [plan.closing], "question", plan.lang)
    return document


def _add_block(
    document: Any,  # noqa: ANN401
    theme: Theme,
    fields: Sequence[Field],
    column: str,
    lang: Lang,
) -> None:
    document.add_heading(theme.name, level=2)
    name = [Field(name=label("plan.theme_write", lang), lines=1)] if theme.open else []
    _add_table(document, [*name, *fields], column, lang)


def _add_table(
    document: Any,  # noqa: ANN401
    fields: Sequence[Field],
    column: str,
    lang: Lang,
) -> None:
    """Add a table whose first row heads it, and that stays on one page."""
    from docx.shared import Mm  # noqa: PLC0415

    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    heads = [label(f"plan.column_{key}", lang) for key in (column, "answer")]
    _head(table, heads)
    for field in fields:
        row = table.add_row()
        row.height = Mm(LINE * field.lines)
        _fill(row.cells[0], field)
    _lay_out(table, COLUMNS)


def _add_outcomes(document: Any, plan: Plan) -> None:  # noqa: ANN401
    """Add what was predicted last time beside what the answers say now."""
    names = ("theme", "predicted", "sign", "outcome")
    table = document.add_table(rows=1, cols=len(names), style="Table Grid")
    table.autofit = False
    _head(table, [label(f"change.column_{name}", plan.lang) for name in names])
    for each in plan.outcomes:
        told = (each.theme, each.prediction, each.sign, each.words)
        for place, words in zip(table.add_row().cells, told, strict=True):
            place.paragraphs[0].add_run(words)
    _lay_out(table, OUTCOME_COLUMNS)


def _head(table: Any, names: Sequence[str]) -> None:  # noqa: ANN401
    for place, name in zip(table.rows[0].cells, names, strict=True):
        place.paragraphs[0].add_run(name).bold = True
        shade(place)
    mark_row(table.rows[0], "w:tblHeader")


def _lay_out(table: Any, widths: Sequence[int]) -> None:  # noqa: ANN401
    """Set the widths of the columns, and keep rows and table on one page."""
    from docx.shared import Mm  # noqa: PLC0415

    for row in table.rows:
        mark_row(row, "w:cantSplit")
        for place, width in zip(row.cells, widths, strict=True):
            place.width = Mm(width)
    for part, width in zip(table.columns, widths, strict=True):
        part.width = Mm(width)
    _keep_together(table)


def _fill(place: Any, field: Field) -> None:  # noqa: ANN401
    from docx.shared import Pt  # noqa: PLC0415

    place.paragraphs[0].add_run(field.name).bold = bool(field.hint)
    if field.hint:
        place.add_paragraph().add_run(field.hint).font.size = Pt(9)


def _keep_together(table: Any) -> None:  # noqa: ANN401
    from docx.shared import Pt  # noqa: PLC0415

    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        for place in row.cells:
            for part in place.paragraphs:
                part.paragraph_format.keep_with_next = number < last
                part.paragraph_format.space_before = Pt(2)
                part.paragraph_format.space_after = Pt(2)

"""A form on paper, with a table to count the answers in."""

from html import escape

from lederlib.report.dates import day_in_words
from lederlib.report.forms.content import Form, Question
from lederlib.report.page import page, section
from lederlib.text import label
from lederlib.text.html import cell, paragraph, table

BOX = "☐"


def paper_html(form: Form) -> str:
    """Return the form and its tally as one page of HTML, made for A4."""
    lang = form.lang
    boxes = _table(form, "box_caption", sign=BOX, kind="boxes", notes=True)
    counts = _table(form, "tally_caption", sign="", kind="strokes", notes=False)
    lead = label("forms.tally_lead", lang, limit=form.min_group)
    day = label("forms.delete_by", lang, day=day_in_words(form.delete_by, lang))
    asked = [paragraph(form.instruction), boxes]
    counted = [paragraph(lead), counts, paragraph(day, kind="small")]
    body = [
        section("opening", [_opening(form)], lang=lang, area="forms"),
        section("questions", asked, lang=lang, area="forms"),
        section("tally", counted, lang=lang, area="forms"),
    ]
    return page(form.title, body, lang=lang)


def _opening(form: Form) -> str:
    lines = "".join(
        f"<dt>{escape(heading)}</dt><dd>{escape(text)}</dd>"
        for heading, text in form.opening
    )
    return f"<dl>{lines}</dl>"


def _table(form: Form, caption: str, *, sign: str, kind: str, notes: bool) -> str:
    head = [
        label("forms.question", form.lang),
        *(option.words for option in form.options),
    ]
    blank = [cell(sign)] * len(form.options)
    rows = [
        [_name(each) if notes else cell(each.heading, row=True), *blank]
        for each in form.questions
    ]
    return table(head, rows, caption=label(f"forms.{caption}", form.lang), kind=kind)


def _name(question: Question) -> str:
    """Return the cell that asks a question, with what it is about where needed."""
    note = question.note if question.asked == question.heading else ""
    words = f'<br><span class="small">{escape(note)}</span>' if note else ""
    return f'<th scope="row">{escape(question.asked)}{words}</th>'

"""A form as a survey structure that LimeSurvey imports.

The format: https://www.limesurvey.org/manual/Tab_Separated_Value_survey_structure
"""

import csv
from collections.abc import Iterator, Sequence
from html import escape
from io import StringIO

from lederlib.report.forms.content import Form, Question
from lederlib.text import label

# Without the columns of ids LimeSurvey numbers the parts itself, in their order.
COLUMNS = (
    "class",
    "type/scale",
    "name",
    "relevance",
    "text",
    "help",
    "language",
    "validation",
    "mandatory",
    "other",
    "default",
    "same_default",
)
#: Anonymous answers with nothing that tells when or from where they came.
SETTINGS = {
    "format": "G",
    "anonymized": "Y",
    "datestamp": "N",
    "ipaddr": "N",
    "refurl": "N",
    "savetimings": "N",
}
_ARRAY = "F"
Row = dict[str, str]


def limesurvey_text(form: Form) -> str:
    r"""Return the form as tab-separated rows, one for each part of the survey.

    Examples
    --------
    >>> from datetime import date
    >>> from lederlib.report.forms import factors_form
    >>> rows = limesurvey_text(factors_form("en", delete_by=date(2027, 1, 31)))
    >>> rows.splitlines()[0].split("\t")[:3]
    ['class', 'type/scale', 'name']
    """
    file = StringIO()
    table = csv.DictWriter(
        file, COLUMNS, restval="", delimiter="\t", lineterminator="\n"
    )
    table.writeheader()
    table.writerows(_rows(form))
    return file.getvalue()


def _rows(form: Form) -> Iterator[Row]:
    settings = {"language": form.lang, **SETTINGS}
    yield from ({"class": "S", "name": k, "text": v} for k, v in settings.items())
    texts = {
        "surveyls_title": form.title,
        "surveyls_welcometext": _welcome(form),
        "surveyls_endtext": _words(label("forms.thanks", form.lang)),
    }
    for name, text in texts.items():
        yield _row(form, "SL", name=name, text=text)
    yield _row(
        form,
        "G",
        kind="G0",
        name=form.title,
        relevance="1",
        text=_words(form.instruction),
    )
    tables: dict[str, list[Question]] = {}
    for question in form.questions:
        tables.setdefault(question.place.table, []).append(question)
    for code, questions in tables.items():
        yield from _table(form, code, questions)


def _table(form: Form, code: str, questions: Sequence[Question]) -> Iterator[Row]:
    notes = dict.fromkeys(
        f"{each.place.part}: {each.note}" for each in questions if _unsaid(each)
    )
    yield _row(
        form,
        "Q",
        kind=_ARRAY,
        name=code,
        relevance="1",
        text=_words(questions[0].place.stem),
        help="<br />".join(_words(note) for note in notes),
        mandatory="N",
        other="N",
    )
    for each in questions:
        yield _row(
            form,
            "SQ",
            kind="0",
            name=each.place.row,
            relevance="1",
            text=_words(each.place.part),
        )
    for option in form.options:
        words = _words(option.words)
        yield _row(form, "A", kind="0", name=option.code, text=words)


def _unsaid(question: Question) -> bool:
    """Return whether a question's note says more than the table does."""
    return question.note not in ("", question.place.stem)


def _row(form: Form, row: str, *, kind: str = "", **cells: str) -> Row:
    return {"class": row, "type/scale": kind, "language": form.lang, **cells}


def _welcome(form: Form) -> str:
    lines = (
        f"<p><strong>{_words(heading)}:</strong> {_words(text)}</p>"
        for heading, text in form.opening
    )
    return "".join(lines)


def _words(text: str) -> str:
    """Return words as HTML in which LimeSurvey finds nothing to compute."""
    return escape(text, quote=False).replace("{", "&#123;").replace("\t", " ")

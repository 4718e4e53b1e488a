"""A form as an Excel workbook: one row per person, answers from a list."""

from io import BytesIO
from typing import Any

from lederlib.answers import AnswersError
from lederlib.report.forms.content import Form, Question
from lederlib.text import label, phrase

PEOPLE = 200
# What Excel allows in the note beside a cell.
_TITLE_LENGTH, _NOTE_LENGTH = 32, 255
_WIDTHS = {"answers": 18, "heading": 24, "text": 90}


def form_workbook(form: Form) -> bytes:
    """Return the workbook: the answers, and a sheet to read first.

    The sheet of answers comes first, since the reader takes the first one; the
    workbook opens on the other.

    Raises
    ------
    AnswersError
        If openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415
    except ImportError:
        raise AnswersError(phrase("forms.needs_extra")) from None
    book = Workbook()
    answers = book.active
    first = book.create_sheet(label("forms.first_sheet", form.lang))
    answers.title = label("forms.answers_sheet", form.lang)
    choices = _fill_first(first, form, answers.title)
    _fill_answers(answers, form, choices)
    book.active = 1
    answers.sheet_view.tabSelected = False
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill_first(page: Any, form: Form, answers: str) -> str:  # noqa: ANN401 - openpyxl has no types
    """Write what is to be read first, and return where the choices stand."""
    from openpyxl.styles import Alignment, Font, Protection  # noqa: PLC0415

    lines = [
        ("", form.title),
        ("", label("forms.one_row", form.lang, sheet=answers)),
        ("", form.instruction),
        *form.opening,
    ]
    for row, (heading, text) in enumerate(lines, 1):
        _write(page.cell(row, 1), heading).font = Font(bold=True)
        told = _write(page.cell(row, 2), text)
        told.alignment = Alignment(wrap_text=True, vertical="top")
        told.protection = Protection(locked="[" not in text)
    page["B1"].font = Font(bold=True, size=14)
    start = len(lines) + 1
    heading = _write(page.cell(start, 1), label("forms.choices", form.lang))
    heading.font = Font(bold=True)
    for row, option in enumerate(form.options, start):
        _write(page.cell(row, 2), option.words)
    page.column_dimensions["A"].width = _WIDTHS["heading"]
    page.column_dimensions["B"].width = _WIDTHS["text"]
    page.protection.sheet = True
    return f"'{page.title}'!$B${start}:$B${start + len(form.options) - 1}"


def _fill_answers(page: Any, form: Form, choices: str) -> None:  # noqa: ANN401
    from openpyxl.styles import Alignment, Font, Protection  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    free = Protection(locked=False)
    for place, question in enumerate(form.questions, 1):
        heading = _write(page.cell(1, place), question.heading)
        heading.font = Font(bold=True)
        heading.alignment = Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(place)
        page.column_dimensions[letter].width = _WIDTHS["answers"]
        for row in range(2, PEOPLE + 2):
            page.cell(row, place).protection = free
        rule = _choice(question, form, choices)
        rule.add(f"{letter}2:{letter}{PEOPLE + 1}")
        page.add_data_validation(rule)
    page.freeze_panes = "A2"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.protection.sheet = True
    page.protection.formatColumns = False


def _choice(question: Question, form: Form, choices: str) -> Any:  # noqa: ANN401
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    rule = DataValidation(
        type="list",
        formula1=choices,
        allow_blank=True,
        errorTitle=label("forms.not_listed_title", form.lang),
        error=label("forms.not_listed", form.lang),
        promptTitle=_cut(question.heading, _TITLE_LENGTH),
        prompt=_cut(question.note or question.asked, _NOTE_LENGTH),
    )
    rule.showErrorMessage = rule.showInputMessage = True
    return rule


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: length - 1]}…"


def _write(cell: Any, words: str) -> Any:  # noqa: ANN401
    """Write words as words, whatever they begin with, and a number as a number."""
    cell.value = int(words) if words.isdigit() else words
    if isinstance(cell.value, str):
        cell.data_type = "s"
    return cell

"""Forms to collect answers with: the same questions for five places."""

from lederlib.report.forms.content import (
    Form,
    Option,
    Place,
    Question,
    balance_form,
    factors_form,
    form_named,
    scale_form,
)
from lederlib.report.forms.limesurvey import limesurvey_text
from lederlib.report.forms.moodle import moodle_xml
from lederlib.report.forms.paper import paper_html
from lederlib.report.forms.plain import guide_text, plain_text
from lederlib.report.forms.workbook import form_workbook
from lederlib.report.forms.write import write_forms

__all__ = [
    "Form",
    "Option",
    "Place",
    "Question",
    "balance_form",
    "factors_form",
    "form_named",
    "form_workbook",
    "guide_text",
    "limesurvey_text",
    "moodle_xml",
    "paper_html",
    "plain_text",
    "scale_form",
    "write_forms",
]

"""The report on a scale that was dropped beside the answers to it."""

from collections.abc import Mapping

from lederlib.answers import Answers, Scale, Study
from lederlib.report.drop_page.seen import Choices
from lederlib.report.measures.again import Files
from lederlib.report.measures.report import MeasureReport
from lederlib.report.measures.writing import report_of
from lederlib.text import label


def report_on_scale(
    answers: Answers, scale: Scale, named: Mapping[str, str], choices: Choices
) -> MeasureReport:
    """Return the report that `lederlib measure report` writes with the same choices.

    Parameters
    ----------
    answers, scale : Answers, Scale
        As read.
    named : mapping of str to str
        What the files that were dropped are called.
    choices : Choices
        How they were read, and what is compared.
    """
    study = Study(
        scale, answers, group=choices.group or None, unit=choices.unit or None
    )
    output = label("your_answers.file_scale_report", choices.lang)
    reading = {
        "group": choices.group or None,
        "sheet": choices.sheet or None,
        "coding": named.get("coding"),
        "keep": choices.keep or None,
    }
    return report_of(
        study,
        Files(named["scale"], named["answers"], output),
        reading,
        lang=choices.lang,
        missing=choices.missing or None,
    )

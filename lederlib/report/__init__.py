"""A finished page for the workshop: from answers to something to talk about."""

from typing import TYPE_CHECKING

from lederlib._first_use import on_first_use

if TYPE_CHECKING:
    from lederlib.report.cited import show_sources
    from lederlib.report.classroom.write import write_class
    from lederlib.report.drop_page.page import your_answers
    from lederlib.report.forms import write_forms
    from lederlib.report.handin.handin import write_handin
    from lederlib.report.measures.report import measure_report
    from lederlib.report.measures.writing import write_measure_report
    from lederlib.report.write import write_report
    from lederlib.text.tables import Table, show_table

__all__ = [
    "Table",
    "measure_report",
    "show_sources",
    "show_table",
    "write_class",
    "write_forms",
    "write_handin",
    "write_measure_report",
    "write_report",
    "your_answers",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = on_first_use(__name__, __all__)

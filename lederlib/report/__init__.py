"""A finished page for the workshop: from answers to something to talk about."""

from lederlib.report.measures import measure_report
from lederlib.report.tables import Table, show_table
from lederlib.report.write import report_html, write_report

__all__ = ["Table", "measure_report", "report_html", "show_table", "write_report"]

"""A finished page for the workshop: from answers to something to talk about."""

from lederlib.report.measures import measure_report
from lederlib.report.write import report_html, write_report

__all__ = ["measure_report", "report_html", "write_report"]

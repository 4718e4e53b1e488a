"""A finished page for the workshop: from answers to something to talk about."""

from lederlib.report.write import report_html, write_report

__all__ = ["report_html", "write_report"]

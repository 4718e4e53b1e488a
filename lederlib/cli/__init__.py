"""The command `lederlib`: lab, app, forms, report, measure, handin, class, author."""

from lederlib.cli.commands import main

__all__ = ["main"]

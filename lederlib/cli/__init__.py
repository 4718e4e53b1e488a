"""The command `lederlib`: lab, app, forms, report, measure, author."""

from lederlib.cli.commands import main

__all__ = ["main"]

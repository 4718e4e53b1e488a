"""The commands around lessons: hand in, and look at what a class handed in."""

import argparse
import sys
from pathlib import Path

from lederlib.cli.telling import command, visible
from lederlib.text import label


def add_lessons(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add `handin` and `class`."""
    does = "write what you answered in the exercises as a page or document"
    handin = command(commands, "handin", _handin, does)
    handin.add_argument(
        "answers",
        type=Path,
        nargs="?",
        help="kept answers; default: answers.json in this folder",
    )
    _add_output(handin, "handin.html", "ends in .html or .docx")
    handin.add_argument(
        "--reflections", action="store_true", help="include your own texts"
    )

    does = "look at what a class handed in; files only, nothing is run"
    seen = command(commands, "class", _class, does)
    seen.add_argument("source", type=Path, help="folder or zip file of hand-ins")
    _add_output(seen, "class.html", "where to write")
    seen.add_argument(
        "--show", action="store_true", help="the page for the projector instead"
    )
    seen.add_argument("--delete-by", help="year-month-day; default: in half a year")


def _add_output(command: argparse.ArgumentParser, name: str, does: str) -> None:
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path(name),
        help=f"{does}; default: {name}",
    )
    command.add_argument(
        "--force", action="store_true", help="overwrite a file that is no page of ours"
    )


def _handin(options: argparse.Namespace) -> None:
    from lederlib.report import write_handin  # noqa: PLC0415

    if options.reflections:
        print(label("handin.with_texts", options.lang), file=sys.stderr)
    done = write_handin(
        options.answers,
        options.output,
        lang=options.lang,
        reflections=options.reflections,
        force=options.force,
    )
    print(visible(done))


def _class(options: argparse.Namespace) -> None:
    from lederlib.report import write_class  # noqa: PLC0415
    from lederlib.report.dates import read_day  # noqa: PLC0415

    done = write_class(
        options.source,
        options.output,
        lang=options.lang,
        show=options.show,
        force=options.force,
        delete_by=read_day(options.delete_by) if options.delete_by else None,
    )
    print(visible(done))

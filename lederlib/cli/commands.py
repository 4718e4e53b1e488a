"""The commands, and what each of them runs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lederlib import __version__
from lederlib.cli.evidence import add_evidence
from lederlib.cli.lessons import add_lessons
from lederlib.cli.measure import add_measure
from lederlib.cli.telling import add_reading, command, shown_progress, visible
from lederlib.text import Lang, label

WORKING_FOLDER = "work"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a mistake gives one sentence and exit code 2."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except KeyboardInterrupt:
        return 130
    except (ValueError, OSError, ImportError) as mistake:
        sentence = visible(_sentence(mistake, options.lang))
        print(f"lederlib: {sentence}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="lederlib",
        description="A teaching and research kit for public leadership.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    lab = command(commands, "lab", _lab, "open the lessons in JupyterLab")
    _add_server_options(lab)
    lab.add_argument("--large", action="store_true", help="large type for a projector")

    app = command(commands, "app", _app, "open the lessons without code")
    _add_server_options(app)

    _add_forms(commands)

    report = command(commands, "report", _report, "turn answers into a report")
    report.add_argument("answers", type=Path, help="CSV, Excel, SPSS or Stata file")
    report.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("report.html"),
        help="ends in .html or, for the plan alone, .docx; default: report.html",
    )
    report.add_argument(
        "--focus",
        metavar="KEY,KEY",
        help="one to three themes of the plan; default: what the answers suggest",
    )
    report.add_argument("--group", help="column that tells the groups apart")
    report.add_argument(
        "--scale", help="your own scale (.toml), or a shipped one's name"
    )
    add_reading(report)
    report.add_argument(
        "--force", action="store_true", help="overwrite a file that is no report"
    )
    report.add_argument(
        "--min-group", type=int, default=5, help="smallest group shown, 5 to 10"
    )
    report.add_argument(
        "--coarse", action="store_true", help="show only order and rounded means"
    )
    report.add_argument("--delete-by", help="year-month-day; default: in half a year")
    _add_others(report)

    add_measure(commands)
    add_lessons(commands)
    add_evidence(commands)

    author = command(commands, "author", _author, "build the pages of a checkout")
    author.add_argument("--no-run", action="store_true", help="leave outputs empty")
    return parser


def _add_others(report: argparse.ArgumentParser) -> None:
    means = "means from elsewhere: factor, mean, source, year (.csv or .xlsx)"
    for option, value, does in (
        ("--before", "OLD", "the answers of last time, to show what moved"),
        ("--before-sheet", "SHEET", "their sheet, by name or number"),
        ("--plan", "FILE", "the plan of last time, filled in (.docx)"),
        ("--reference", "FILE", means),
    ):
        report.add_argument(option, metavar=value, help=does)


def _add_forms(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    does = "write a form to collect answers with"
    forms = command(commands, "forms", _forms, does)
    forms.add_argument("form", help="factors, balance, or a scale's name or TOML file")
    forms.add_argument("-o", "--output", type=Path, default=Path("forms"))
    forms.add_argument("--delete-by", help="year-month-day; default: in half a year")
    forms.add_argument(
        "--min-group", type=int, default=5, help="smallest group shown, 5 to 10"
    )
    forms.add_argument(
        "--open", action="store_true", help="also the balance items one names oneself"
    )
    forms.add_argument("--force", action="store_true", help="overwrite files")


def _add_server_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--folder",
        type=Path,
        default=Path(WORKING_FOLDER),
        help=f"the working copy of the pages; default: {WORKING_FOLDER}",
    )
    command.add_argument("--port", type=int, help="default: the first free one")
    command.add_argument(
        "--no-browser", dest="browser", action="store_false", help="open no browser"
    )


def _lab(options: argparse.Namespace) -> None:
    from lederlib.lab import lab_session, make_working_copy, serve  # noqa: PLC0415

    pages = make_working_copy(options.folder)
    session = lab_session(
        pages,
        lang=options.lang,
        port=options.port,
        browser=options.browser,
        large=options.large,
    )
    _announce(session.address, pages.folder, len(pages.kept), options.lang)
    serve(session)


def _app(options: argparse.Namespace) -> None:
    from lederlib.lab import app_session, make_working_copy, serve  # noqa: PLC0415

    pages = make_working_copy(options.folder)
    session = app_session(
        pages, lang=options.lang, port=options.port, browser=options.browser
    )
    _announce(session.address, pages.folder, len(pages.kept), options.lang)
    serve(session)


def _forms(options: argparse.Namespace) -> None:
    from lederlib.report import write_forms  # noqa: PLC0415
    from lederlib.report.dates import read_day  # noqa: PLC0415

    done = write_forms(
        options.form,
        options.output,
        lang=options.lang,
        delete_by=read_day(options.delete_by) if options.delete_by else None,
        min_group=options.min_group,
        open_slots=options.open,
        force=options.force,
    )
    print(done)


def _report(options: argparse.Namespace) -> None:
    from lederlib.report import write_report  # noqa: PLC0415
    from lederlib.report.dates import read_day  # noqa: PLC0415

    done = write_report(
        options.answers,
        options.output,
        lang=options.lang,
        group=options.group,
        min_group=options.min_group,
        coarse=options.coarse,
        focus=options.focus,
        sheet=options.sheet,
        scale=options.scale,
        coding=options.coding,
        keep=options.keep,
        before=options.before,
        before_sheet=options.before_sheet,
        plan=options.plan,
        reference=options.reference,
        force=options.force,
        tell=lambda phrase: print(visible(phrase.to(options.lang)), file=sys.stderr),
        delete_by=read_day(options.delete_by) if options.delete_by else None,
        progress=shown_progress if sys.stderr.isatty() else None,
    )
    print(visible(done))


def _author(options: argparse.Namespace) -> None:
    from lederlib.author import build_all  # noqa: PLC0415

    build_all(Path(), run=not options.no_run)


def _announce(address: str, folder: Path, kept: int, lang: Lang) -> None:
    print(label("lab.opening", lang, address=address))
    print(label("lab.folder", lang, folder=folder))
    if kept:
        key = "lab.kept_one" if kept == 1 else "lab.kept"
        print(label(key, lang, count=kept))
    print(label("lab.fresh", lang))
    print(label("lab.stop", lang), flush=True)


def _sentence(mistake: Exception, lang: Lang) -> str:
    """Return what went wrong in the reader's language where we have it."""
    phrase = getattr(mistake, "phrase", None)
    if phrase is not None:
        return str(phrase.to(lang))
    if isinstance(mistake, OSError) and mistake.strerror:
        return f"{mistake.filename}: {mistake.strerror}."
    return str(mistake)

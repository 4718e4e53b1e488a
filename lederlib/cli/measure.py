"""The commands of a measure: new, dictionary, report."""

import argparse
import sys
from pathlib import Path

from lederlib.cli.telling import add_reading, command, shown_progress, visible
from lederlib.text import label


def add_measure(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the commands that a scale of one's own takes from draft to manuscript."""
    does = "take a scale of your own from the first draft to the report on it"
    measure = commands.add_parser("measure", help=does, description=f"measure: {does}.")
    parts = measure.add_subparsers(title="commands", required=True, metavar="COMMAND")

    new = command(parts, "new", _new, "write a scale that explains itself")
    new.add_argument("name", help="the scale's name in code")
    new.add_argument("--folder", type=Path, default=Path(), help="where to write it")

    told = "export what the columns of a table of answers mean"
    words = command(parts, "dictionary", _dictionary, told)
    words.add_argument("scale", help="a shipped scale, or the path of a TOML file")
    words.add_argument(
        "-o",
        "--output",
        type=Path,
        help="ends in .md or, for a Data Package, .json; default: NAME.md",
    )
    words.add_argument(
        "--data", default="answers.csv", help="the file of answers that it describes"
    )
    written = "turn answers to a scale into a report"
    _add_report(command(parts, "report", _report, written))


def _add_report(report: argparse.ArgumentParser) -> None:
    report.add_argument("answers", type=Path, help="CSV, Excel, SPSS or Stata file")
    report.add_argument("scale", help="a TOML file, or a shipped scale by its name")
    report.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("report.html"),
        help="ends in .html or .docx; default: report.html",
    )
    report.add_argument("--group", help="column of few groups: is it the same to all?")
    report.add_argument("--unit", help="column of many units: do their people agree?")
    report.add_argument(
        "--estimator",
        choices=("ML", "MLR", "WLSMV"),
        default="MLR",
        help="how models are fitted; WLSMV takes answers as ordered; default: MLR",
    )
    report.add_argument(
        "--missing",
        choices=("fiml", "listwise", "pairwise"),
        help="use all answers (fiml, or pairwise with WLSMV), or only people without "
        "gaps; default: fiml where answers are missing",
    )
    report.add_argument(
        "--tables",
        type=Path,
        metavar="FOLDER",
        help="also write every table as .csv, .tex and .docx",
    )
    add_reading(report)
    report.add_argument(
        "--force", action="store_true", help="overwrite a file that is no report"
    )
    report.add_argument(
        "--min-group", type=int, default=5, help="fewest people told about, 5 to 10"
    )
    report.add_argument("--delete-by", help="year-month-day; default: in half a year")


def _new(options: argparse.Namespace) -> None:
    from lederlib.answers import new_scale  # noqa: PLC0415

    path = new_scale(options.name, options.folder)
    print(label("codebook.written_scale", options.lang, path=path))


def _dictionary(options: argparse.Namespace) -> None:
    from lederlib.answers import read_scale, write_dictionary  # noqa: PLC0415

    scale = read_scale(options.scale)
    output = options.output or Path(f"{scale.key}.md")
    path = write_dictionary(scale, output, options.lang, data=options.data)
    print(
        label(
            "codebook.written_dictionary",
            options.lang,
            path=path,
            items=len(scale.items),
            factors=len(scale.factors),
        )
    )


def _report(options: argparse.Namespace) -> None:
    from lederlib.report import write_measure_report  # noqa: PLC0415
    from lederlib.report.dates import read_day  # noqa: PLC0415

    done = write_measure_report(
        options.answers,
        options.scale,
        options.output,
        lang=options.lang,
        group=options.group,
        unit=options.unit,
        estimator=options.estimator,
        missing=options.missing,
        min_group=options.min_group,
        tables=options.tables,
        sheet=options.sheet,
        coding=options.coding,
        keep=options.keep,
        force=options.force,
        tell=lambda phrase: print(visible(phrase.to(options.lang)), file=sys.stderr),
        delete_by=read_day(options.delete_by) if options.delete_by else None,
        progress=shown_progress if sys.stderr.isatty() else None,
    )
    print(visible(done))

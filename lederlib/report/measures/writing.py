"""From two files, the answers and their scale, to a report in a third."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from lederlib.answers import Answers, Scale, Study, read_answers, read_scale
from lederlib.answers.intake.reading import own_notes
from lederlib.measure.cfa.options import Estimator, Missing
from lederlib.report.left_out import left_out_lines
from lederlib.report.measures.again import Files, code_of
from lederlib.report.measures.report import (
    MeasureReport,
    measure_report,
    require_ending,
)
from lederlib.report.saving import refuse_limit, refuse_target
from lederlib.text import Lang, Phrase, label


def write_measure_report(
    answers: str | Path,
    scale: str | Path,
    output: str | Path = "report.html",
    *,
    lang: Lang = "da",
    group: str | None = None,
    unit: str | None = None,
    estimator: Estimator = "MLR",
    missing: Missing | None = None,
    min_group: int = 5,
    tables: str | Path | None = None,
    sheet: str | int | None = None,
    coding: str | Path | None = None,
    keep: Literal["first", "last"] | None = None,
    force: bool = False,
    tell: Callable[[Phrase], None] | None = None,
    today: date | None = None,
    delete_by: date | None = None,
    progress: Callable[[float], None] | None = None,
) -> str:
    """Write the report on the answers to a scale, and say where it is.

    Parameters
    ----------
    answers, scale : path
        The file of answers, and the scale's TOML file or the name of a shipped one.
    output : path, default "report.html"
        Where to write, ".html" or ".docx"; either the whole report or nothing.
    group, unit : str, optional
        The columns of few groups to compare, and of many units.
    tables : path, optional
        A folder for every table as .csv, .tex and .docx; it is made.
    sheet, coding, keep : optional
        How to read the answers; see `lederlib.answers.read_answers`.
    force : bool
        Whether to overwrite a file that is no report.
    tell : callable, optional
        Is told how the file was read, what was left out, and what is worked out next,
        sentence by sentence.
    lang, estimator, missing, min_group, today, delete_by
        As for `measure_report`.
    progress : callable, optional
        Is told the share of the file that is read.

    Raises
    ------
    FileNotFoundError, ValueError
        If a file cannot be read, or the report cannot be written; one sentence says
        why.
    """
    target = Path(output)
    require_ending(target)
    refuse_target(target, answers, scale, coding, force=force)
    refuse_limit(min_group)
    known: Scale = read_scale(scale)
    reading = {"group": group, "sheet": sheet, "coding": coding, "keep": keep}
    found = read_answers(
        answers,
        scale=known,
        group=group,
        coding=coding,
        sheet=sheet,
        keep=keep,
        progress=progress,
    )
    if tell:
        for note in (*reading_notes(found, known), *left_out_lines(found, min_group)):
            tell(note)
    study = Study(known, found, group=group, unit=unit)
    report = report_of(
        study,
        Files(Path(scale).name, Path(answers).name, target.name),
        {name: str(value) if value else None for name, value in reading.items()},
        lang=lang,
        estimator=estimator,
        missing=missing,
        min_group=min_group,
        today=today,
        delete_by=delete_by,
        tell=tell,
    )
    folder = None if tables is None else Path(tables)
    count = 0 if folder is None else len(report.write_tables(folder, force=force))
    report.write(target)
    done = label("measure.written", lang, path=target)
    if folder is None:
        return done
    return label("measure.written_tables", lang, report=done, path=folder, count=count)


def report_of(
    study: Study,
    files: Files,
    reading: Mapping[str, object],
    *,
    lang: Lang = "da",
    estimator: Estimator = "MLR",
    missing: Missing | None = None,
    min_group: int = 5,
    today: date | None = None,
    delete_by: date | None = None,
    tell: Callable[[Phrase], None] | None = None,
) -> MeasureReport:
    """Return the report on a study from files, with the lines that read them again.

    Parameters
    ----------
    study : Study
        The scale and the answers.
    files : Files
        What they are called, and what the report is to be.
    reading : mapping
        How the answers were read, beside the scale.
    lang, estimator, missing, min_group, today, delete_by
        As for `measure_report`.
    """
    options = {"lang": lang, "estimator": estimator, "missing": missing}
    return measure_report(
        study,
        lang=lang,
        estimator=estimator,
        missing=missing,
        min_group=min_group,
        today=today,
        delete_by=delete_by,
        tell=tell,
        code=code_of(files, reading, study, options | {"min_group": min_group}),
    )


def reading_notes(answers: Answers, scale: Scale) -> tuple[Phrase, ...]:
    """Return how answers were read, but for what the map of the 15 has no place for."""
    beside_the_map = own_notes(answers.items.columns, scale)
    return tuple(note for note in answers.notes if note not in beside_the_map)

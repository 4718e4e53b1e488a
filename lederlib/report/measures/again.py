"""The lines of code that make a report again."""

from collections.abc import Mapping
from json import dumps
from typing import Final, NamedTuple

from lederlib.answers import Answers, Study

_UNLESS_TOLD: Final = {"lang": "da", "estimator": "MLR", "min_group": 5, "rng": 0}


class Files(NamedTuple):
    """The names of the files that a report is made from, and of its own."""

    scale: str
    answers: str
    output: str


def study_files(study: Study) -> Files:
    """Return the names that the files of a study have, as far as it knows them."""
    held = study.answers
    source = held.source if isinstance(held, Answers) else "answers.csv"
    return Files(f"{study.scale.key}.toml", source, "report.html")


def code_of(
    files: Files,
    reading: Mapping[str, object],
    study: Study,
    options: Mapping[str, object],
) -> str:
    """Return the lines of Python that make a report again.

    Parameters
    ----------
    files : Files
        What is read, and what is written.
    reading : mapping
        How the answers were read, beside the scale.
    study : Study
        Whose group and unit are told.
    options : mapping
        How the report was made.
    """
    file, columns = _told(files.answers), {"group": study.group, "unit": study.unit}
    return "\n".join(
        [
            "from lederlib.answers import Study, read_answers, read_scale",
            "from lederlib.report import measure_report",
            "",
            f"scale = read_scale({_told(files.scale)})",
            f"answers = read_answers({file}, scale=scale{_keywords(reading)})",
            f"study = Study(scale, answers{_keywords(columns)})",
            f"measure_report(study, {_told(files.output)}{_keywords(options)})",
        ]
    )


def _keywords(options: Mapping[str, object]) -> str:
    """Return the options that are not as they would be unless told."""
    return "".join(
        f", {name}={_told(value)}"
        for name, value in options.items()
        if value is not None and value != _UNLESS_TOLD.get(name)
    )


def _told(value: object) -> str:
    return dumps(value, ensure_ascii=False)

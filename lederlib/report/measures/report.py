"""One report on a measure: from a study, or from two files, to a page or document."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from lederlib._checks import seed_of
from lederlib.answers import AnswersError, Study
from lederlib.measure.cfa.options import Estimator, Missing, require_options
from lederlib.report.dates import day_in_words, last_day
from lederlib.report.documents import Cover, report_docx, require_documents, table_docx
from lederlib.report.measures import models, steps
from lederlib.report.measures.again import code_of, study_files
from lederlib.report.measures.tables import numbering
from lederlib.report.measures.working import Measured, work_out
from lederlib.report.page import page
from lederlib.report.pieces import (
    Code,
    Piece,
    Section,
    piece_html,
    section_html,
    tables_of,
)
from lederlib.report.saving import (
    refuse_limit,
    refuse_target,
    write_folder,
    write_whole,
)
from lederlib.text import Lang, Phrase, both, label
from lederlib.text.tables import Table

ENDINGS = (".html", ".docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureReport:
    """A report on a measure, whatever it is written as.

    Attributes
    ----------
    cover : Cover
        Title, language, day and foot.
    opening : tuple of Piece
        What stands before the first heading.
    sections : tuple of Section
        The steps.
    """

    cover: Cover
    opening: tuple[Piece, ...]
    sections: tuple[Section, ...]

    @property
    def tables(self) -> list[Table]:
        """The tables, in order; each has `to_csv`, `to_latex` and `to_html`."""
        return tables_of(self.sections)

    def to_html(self) -> str:
        """Return the report as one page that needs no network."""
        body = [
            *map(piece_html, self.opening),
            *map(section_html, self.sections),
        ]
        return page(self.cover.title, body, lang=self.cover.lang)

    def to_docx(self) -> bytes:
        """Return the report as the bytes of a document."""
        return report_docx(self.cover, self.opening, self.sections)

    def write(self, output: str | Path) -> Path:
        """Write the report as its name ends: a page (.html) or a document (.docx).

        Raises
        ------
        ValueError
            If it ends otherwise, or nothing can be written there.
        """
        target = Path(output)
        require_ending(target)
        refuse_target(target, force=True)
        document = target.suffix.lower() == ".docx"
        content = self.to_docx() if document else self.to_html().encode("utf-8")
        write_whole(target, content)
        return target

    def write_tables(self, folder: str | Path, *, force: bool = False) -> list[Path]:
        """Write every table as .csv, .tex and .docx, and return where they are.

        Raises
        ------
        ValueError
            If it is no folder, or a file is there already and `force` is false.
        """
        place, lang = Path(folder), self.cover.lang
        contents = {}
        for number, table in enumerate(self.tables, start=1):
            name = f"table_{number}"
            contents[f"{name}.csv"] = ("\ufeff" + table.to_csv(lang)).encode("utf-8")
            contents[f"{name}.tex"] = table.to_latex().encode("utf-8")
            contents[f"{name}.docx"] = table_docx(self.cover, table)
        write_folder(place, contents, force=force)
        return [place / name for name in contents]

    def _repr_html_(self) -> str:
        return "\n".join(map(section_html, self.sections))


def measure_report(
    study: Study,
    output: str | Path | None = None,
    *,
    lang: Lang = "da",
    estimator: Estimator = "MLR",
    missing: Missing | None = None,
    min_group: int = 5,
    synthetic: bool | None = None,
    title: str = "",
    today: date | None = None,
    delete_by: date | None = None,
    rng: int | np.random.Generator = 0,
    code: str = "",
    tell: Callable[[Phrase], None] | None = None,
) -> MeasureReport:
    """Return the report on a measure: the tables and figures of a methods section.

    Parameters
    ----------
    study : Study
        The scale, the answers, and the columns of groups and units.
    output : str or Path, optional
        Where to write it as well, ".html" or ".docx"; either all of it or nothing.
    lang : {"da", "en"}, default "da"
        Language of the report.
    estimator : str, default "MLR"
        As for `lederlib.measure.cfa`; WLSMV takes all items as ordered.
    missing : {"listwise", "fiml", "pairwise"}, optional
        As for `cfa`; full information where a cell is missing, unless told.
    min_group : int, default 5
        Fewest people that are told about, 5 to 10.
    synthetic : bool, optional
        Whether the answers were made up; as the file of answers says unless told.
    title : str, optional
        Heading.
    today, delete_by : date, optional
        Its date, and when it is deleted at the latest: half a year later unless told;
        made-up answers have no such day.
    rng : int or numpy.random.Generator
        Where the chance of the parallel analysis comes from.
    code : str, optional
        The lines that make the report again, where they are others than the study's.
    tell : callable, optional
        Is told what is worked out next, a sentence before each part that takes long.

    Raises
    ------
    ValueError
        If fewer people answered than are told about, or an option lies outside its
        range. What a single analysis cannot do is said in the report.

    Notes
    -----
    No number of people beside all of them is told exactly, but to the nearest multiple
    of `min_group`; groups and units of fewer take no part; and of each item only as
    much is told as fits tables of whole numbers in which no answer was given by few.
    See `lederlib.report.measures.few`. As everywhere, this holds within one report.

    Examples
    --------
    >>> from lederlib.answers import read_scale
    >>> from lederlib.catalogue import load_dataset
    >>> people = load_dataset("municipal_survey").head(300)
    >>> scale = read_scale().only("leadership_quality", "career_development")
    >>> report = measure_report(Study(scale, people), lang="en", synthetic=True)
    >>> [section.key for section in report.sections][:3]
    ['sample', 'items', 'reliability']
    """
    refuse_limit(min_group)
    require_options(estimator, missing or "listwise", None, None)
    seed = seed_of(rng)
    if len(study.items) < min_group:
        raise AnswersError(both("measure.too_few", limit=min_group))
    measured = work_out(
        study,
        estimator=estimator,
        missing=missing,
        min_group=min_group,
        rng=seed,
        tell=tell,
    )
    made = today or date.today()
    made_up = bool(getattr(study.answers, "synthetic", False))
    made_up = made_up if synthetic is None else synthetic
    until = day_in_words(last_day(made, delete_by), lang)
    cover = Cover(
        title=title or label("measure.title", lang),
        lang=lang,
        made_on=made,
        foot=label("report.synthetic", lang)
        if made_up
        else label("forms.delete_by", lang, day=until),
    )
    options: dict[str, object] = {
        "lang": lang,
        "estimator": estimator,
        "missing": missing,
    }
    options |= {"min_group": min_group, "rng": seed}
    remade = code or code_of(study_files(study), {}, study, options)
    report = MeasureReport(
        cover=cover,
        opening=tuple(
            steps.opening(
                measured,
                lang,
                day=day_in_words(made, lang),
                delete_by=until,
                synthetic=made_up,
            )
        ),
        sections=_sections(measured, lang, synthetic=made_up, code=remade),
    )
    if output is not None:
        report.write(output)
    return report


def _sections(
    measured: Measured, lang: Lang, *, synthetic: bool, code: str
) -> tuple[Section, ...]:
    numbered = numbering(lang)
    found = {
        "sample": steps.sample(measured, numbered, lang),
        "items": steps.items(measured, numbered, lang, synthetic=synthetic),
        "reliability": steps.reliability(measured, numbered, lang),
        "structure": steps.structure(measured, lang, synthetic=synthetic),
        "confirmatory": models.confirmatory(
            measured, numbered, lang, synthetic=synthetic
        ),
        "groups": steps.groups(measured, numbered, lang),
        "units": steps.units(measured, numbered, lang),
        "basis": steps.basis(measured, lang),
        "again": iter([Code(text=code)]),
        "references": steps.references(measured, lang),
    }
    sections = [
        Section(key=key, title=label(f"measure.{key}", lang), pieces=tuple(pieces))
        for key, pieces in found.items()
    ]
    return tuple(section for section in sections if section.pieces)


def require_ending(target: Path) -> None:
    """Refuse a name that is neither a page's nor a document's.

    Raises
    ------
    ValueError
        If it is neither, or documents cannot be written here.
    """
    if target.suffix.lower() not in ENDINGS:
        raise AnswersError(both("measure.ending", file=target.name))
    if target.suffix.lower() == ".docx":
        require_documents(target.name)

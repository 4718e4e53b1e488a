"""Turn a file of answers into one self-contained report."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd

from lederlib.answers import Answers, AnswersError, profiles, read_answers
from lederlib.report import balance, factors, reading
from lederlib.report.dates import day_in_words, last_day
from lederlib.report.page import page, paragraph
from lederlib.text import Lang, Phrase, label, phrase

LOWEST_LIMIT, HIGHEST_LIMIT = 5, 10


def write_report(
    answers: str | Path,
    output: str | Path = "report.html",
    *,
    lang: Lang = "da",
    group: str | None = None,
    min_group: int = 5,
    coarse: bool = False,
    today: date | None = None,
    delete_by: date | None = None,
    progress: Callable[[float], None] | None = None,
) -> str:
    """Write the report on a file of answers, and say where it is.

    Parameters
    ----------
    answers : str or Path
        CSV, Excel or SPSS file; see `lederlib.answers.read_answers`.
    output : str or Path, default "report.html"
        Where to write; either the whole report or nothing is written.
    lang : {"da", "en"}, default "da"
        Language of the report.
    group : str, optional
        Column that tells the groups apart.
    min_group : int, default 5
        Fewest people about whom anything is shown, 5 to 10.
    coarse : bool, default False
        Whether to show only the order and rounded means: no shares, numbers of
        answers, intervals, figures or suggested focus.
    today : date, optional
        Date on the report.
    delete_by : date, optional
        When the report is deleted at the latest; half a year from its date
        unless told; a report on made-up answers has no such day.
    progress : callable, optional
        Is told the share of the file that is read.

    Notes
    -----
    Nothing follows from the page about any group, or any union of groups, of fewer
    people than `min_group`: see `lederlib.answers.profile`. A group's balance is drawn
    from rounded means, and its file holds no person's own place.

    Raises
    ------
    FileNotFoundError, ValueError
        If the answers cannot be read or the report cannot be written there; one
        sentence says why.
    """
    target = Path(output)
    _refuse_unfit(target)
    _refuse_overwriting(target, Path(answers))
    refuse_limit(min_group)
    read = read_answers(answers, group=group, progress=progress)
    text = report_html(
        read,
        lang=lang,
        group=group,
        min_group=min_group,
        coarse=coarse,
        today=today,
        delete_by=delete_by,
    )
    _write_whole(target, text)
    return label("report.written", lang, path=target)


def report_html(
    answers: Answers,
    *,
    lang: Lang = "da",
    group: str | None = None,
    min_group: int = 5,
    coarse: bool = False,
    today: date | None = None,
    delete_by: date | None = None,
) -> str:
    """Return the report on `answers` as one page of HTML; see `write_report`."""
    whole, parts = _profiles(answers, group, min_group)
    items = balance.rated_items(answers, min_group=min_group)
    made = today or date.today()
    day = day_in_words(made, lang)
    until = day_in_words(last_day(made, delete_by), lang)
    made_up = answers.synthetic
    told_from = len(answers.respondents) + 1 if coarse else min_group
    people = _people(answers, lang, min_group)
    lead = label("report.lead", lang, people=people, source=answers.source, day=day)
    body = [
        paragraph(lead, kind="lead"),
        paragraph(label("report.synthetic", lang), kind="notice synthetic")
        if made_up
        else paragraph(label("forms.delete_by", lang, day=until), kind="small"),
        *factors.sections(
            whole, parts, column=group, lang=lang, made_up=made_up, coarse=coarse
        ),
        balance.balance_section(answers, lang=lang, min_group=min_group, coarse=coarse),
        reading.hidden_section(
            whole, parts, items, lang=lang, min_group=min_group, coarse=coarse
        ),
        reading.read_section(answers, lang=lang, min_group=told_from),
        reading.sources_section(lang=lang),
    ]
    return page(label("report.title", lang), body, lang=lang)


def _people(answers: Answers, lang: Lang, limit: int) -> str:
    """Return how many people answered, and under the limit only that they are few."""
    count = len(answers.respondents)
    return str(count) if count >= limit else label("report.fewer", lang, limit=limit)


def _profiles(
    answers: Answers, group: str | None, min_group: int
) -> tuple[pd.DataFrame | None, pd.DataFrame | None]:
    """Return the profile of everyone and of the groups, where the file has factors."""
    if answers.factors.empty and answers.items.empty:
        return None, None
    column = _column_called(group, answers) if group else None
    return profiles(answers, by=column, min_group=min_group)


def _column_called(group: str, answers: Answers) -> str:
    """Return the column that the reader chose by its label, or in another case."""
    found = answers.columns
    chosen = found["key"][(found["role"] == "group") & (found["key"] != "")]
    return group if group in answers.background or chosen.empty else chosen.iloc[0]


def write_page(target: Path, text: str) -> None:
    """Write a whole page, or nothing.

    Raises
    ------
    ValueError
        If nothing can be written there.
    """
    _refuse_unfit(target)
    _write_whole(target, text)


def _refuse_unfit(target: Path) -> None:
    # A device or a pipe would be replaced by the page, not written to.
    if not target.name or (target.exists() and not target.is_file()):
        raise AnswersError(_filled(phrase("report.not_a_file"), path=target))
    if not target.parent.is_dir():
        raise AnswersError(_filled(phrase("report.no_folder"), path=target.parent))


def _refuse_overwriting(target: Path, answers: Path) -> None:
    if target.exists() and answers.exists() and target.samefile(answers):
        raise AnswersError(_filled(phrase("report.same_file"), path=target))


def refuse_limit(min_group: int) -> None:
    """Refuse a limit outside what a report may set."""
    if not LOWEST_LIMIT <= min_group <= HIGHEST_LIMIT:
        raise AnswersError(
            _filled(
                phrase("report.limit"),
                found=min_group,
                low=LOWEST_LIMIT,
                high=HIGHEST_LIMIT,
            )
        )


def _filled(words: Phrase, **values: object) -> Phrase:
    return Phrase(da=words.da.format(**values), en=words.en.format(**values))


def _write_whole(target: Path, text: str) -> None:
    """Write beside the target and move into place, so that no half page is left."""
    part = target.with_name(f".{target.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise

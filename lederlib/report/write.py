"""Turn a file of answers into one self-contained report."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

import pandas as pd

from lederlib.answers import (
    Answers,
    AnswersError,
    Reference,
    Scale,
    profiles,
    read_answers,
    read_reference,
)
from lederlib.answers.profile import factor_values
from lederlib.report import balance, factors, reading
from lederlib.report.change import Since, change_section
from lederlib.report.dates import day_in_words, last_day
from lederlib.report.documents import require_documents
from lederlib.report.earlier import (
    read_since,
    refuse_same_file,
    refuse_without_before,
)
from lederlib.report.left_out import left_out_lines
from lederlib.report.page import page
from lederlib.report.plan import Outcome, make_plan, plan_html
from lederlib.report.plan_document import plan_bytes
from lederlib.report.predictions import outcomes
from lederlib.report.reference import require_common
from lederlib.report.saving import (
    is_document,
    refuse_limit,
    refuse_target,
    write_whole,
)
from lederlib.report.themes import chosen_keys
from lederlib.text import Lang, Phrase, both, label
from lederlib.text.html import paragraph


def write_report(
    answers: str | Path,
    output: str | Path = "report.html",
    *,
    lang: Lang = "da",
    group: str | None = None,
    min_group: int = 5,
    coarse: bool = False,
    focus: str | Sequence[str] | None = None,
    sheet: str | int | None = None,
    scale: Scale | str | Path | None = None,
    coding: Mapping[str, float | str | None] | str | Path | None = None,
    keep: Literal["first", "last"] | None = None,
    before: str | Path | None = None,
    before_sheet: str | int | None = None,
    plan: str | Path | None = None,
    reference: str | Path | None = None,
    force: bool = False,
    tell: Callable[[Phrase], None] | None = None,
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
        Where to write; either the whole report or nothing is written. A name that ends
        in ".docx" gets the plan alone, as a document to fill in.
    lang : {"da", "en"}, default "da"
        Language of the report.
    group : str, optional
        Column that tells the groups apart.
    min_group : int, default 5
        Fewest people about whom anything is shown, 5 to 10.
    coarse : bool, default False
        Whether to show only the order and rounded means: no shares, numbers of
        answers, intervals, figures or suggested focus.
    focus : str or sequence of str, optional
        One to three themes of the plan: keys of factors or of items of the balance, in
        a string with commas between; what the answers suggest unless told.
    sheet, scale, coding, keep : optional
        How to read the answers; see `lederlib.answers.read_answers`.
    before : str or Path, optional
        The answers of last time, read in the same way: then the report shows what
        moved, the themes of `focus` beside the others.
    before_sheet : str or int, optional
        The sheet of `before`; see `lederlib.answers.read_answers`.
    plan : str or Path, optional
        The plan of last time as a document, filled in: its predictions are shown
        beside what came, and its themes are the chosen ones unless `focus` is given.
    reference : str or Path, optional
        Means from elsewhere to show beside; see `lederlib.answers.read_reference`.
    force : bool, default False
        Whether to overwrite a file that is no report.
    tell : callable, optional
        Is told how the file was read and what was left out, sentence by sentence.
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
    from rounded means, and its file holds no person's own place. What moved is told
    without numbers where few came or left: see `lederlib.answers.change`.

    Raises
    ------
    FileNotFoundError, ValueError
        If the answers cannot be read or the report cannot be written there; one
        sentence says why.
    """
    target = Path(output)
    refuse_target(target, answers, before, plan, reference, force=force)
    refuse_limit(min_group)
    themes = () if focus is None else chosen_keys(focus)
    if is_document(target):
        _require_plan_alone(target, reference)
    if before is None:
        refuse_without_before(before_sheet=before_sheet, plan=plan)
    else:
        refuse_same_file(Path(answers), Path(before), sheet, before_sheet)
    others = None if reference is None else read_reference(reference)
    read_one = partial(read_answers, scale=scale, coding=coding, keep=keep)
    read = read_one(answers, group=group, sheet=sheet, progress=progress)
    _tell(read, min_group, tell)
    moved = None
    if before is not None:
        old = read_one(before, sheet=before_sheet)
        _tell(old, min_group, tell, named=True)
        column = _column_called(group, read) if group else None
        moved = read_since(
            read, old, plan=plan, focus=themes, column=column, min_group=min_group
        )
    if is_document(target):
        document = plan_document(
            read,
            lang=lang,
            group=group,
            min_group=min_group,
            coarse=coarse,
            focus=themes,
            today=today,
            delete_by=delete_by,
            outcomes=()
            if moved is None or coarse
            else outcomes(moved.cards, moved.found.table, lang),
        )
        write_whole(target, document)
        return label("plan.written", lang, path=target)
    text = report_html(
        read,
        lang=lang,
        group=group,
        min_group=min_group,
        coarse=coarse,
        focus=themes,
        moved=moved,
        reference=others,
        today=today,
        delete_by=delete_by,
    )
    write_whole(target, text.encode("utf-8"))
    return label("report.written", lang, path=target)


def plan_document(
    answers: Answers,
    *,
    lang: Lang = "da",
    group: str | None = None,
    min_group: int = 5,
    coarse: bool = False,
    focus: Sequence[str] = (),
    today: date | None = None,
    delete_by: date | None = None,
    outcomes: tuple[Outcome, ...] = (),
) -> bytes:
    """Return the plan alone as the bytes of a document; see `write_report`."""
    profile, _ = _profiles(answers, group, min_group)
    plan = make_plan(
        answers,
        profile,
        focus=focus,
        lang=lang,
        min_group=min_group,
        coarse=coarse,
        today=today,
        delete_by=delete_by,
        outcomes=outcomes,
    )
    return plan_bytes(plan)


def _require_plan_alone(target: Path, reference: str | Path | None) -> None:
    """Refuse what a document cannot be written for, or cannot show."""
    require_documents(target.name)
    if reference is not None:
        raise AnswersError(both("reference.not_in_plan", path=target))


def _tell(
    read: Answers,
    min_group: int,
    tell: Callable[[Phrase], None] | None,
    *,
    named: bool = False,
) -> None:
    """Tell how a file was read, with its name where there are two."""
    if tell:
        for note in (*read.notes, *left_out_lines(read, min_group)):
            told = {"file": read.source, "note": note}
            tell(both("change.note_of", **told) if named else note)


def report_html(
    answers: Answers,
    *,
    lang: Lang = "da",
    group: str | None = None,
    min_group: int = 5,
    coarse: bool = False,
    focus: Sequence[str] = (),
    moved: Since | None = None,
    reference: Reference | None = None,
    today: date | None = None,
    delete_by: date | None = None,
) -> str:
    """Return the report on `answers` as one page of HTML; see `write_report`."""
    whole, parts = _profiles(answers, group, min_group)
    items = balance.rated_items(answers, min_group=min_group)
    if reference is not None:
        require_common(reference, whole, items)
    made = today or date.today()
    day = day_in_words(made, lang)
    until = day_in_words(last_day(made, delete_by), lang)
    made_up = answers.synthetic
    told_from = len(answers.respondents) + 1 if coarse else min_group
    people = _people(answers, lang, min_group)
    plan = make_plan(
        answers,
        whole,
        focus=focus,
        lang=lang,
        min_group=min_group,
        coarse=coarse,
        today=today,
        delete_by=delete_by,
    )
    kind = "lead_hands" if answers.counted else "lead"
    lead = label(f"report.{kind}", lang, people=people, source=answers.source, day=day)
    body = [
        paragraph(lead, kind="lead"),
        paragraph(label("report.synthetic", lang), kind="notice synthetic")
        if made_up
        else paragraph(label("forms.delete_by", lang, day=until), kind="small"),
        *factors.sections(
            whole,
            parts,
            column=group,
            lang=lang,
            made_up=made_up,
            coarse=coarse,
            reference=reference,
        ),
        change_section(moved, lang=lang, synthetic=made_up, coarse=coarse),
        balance.balance_section(
            answers, lang=lang, min_group=min_group, coarse=coarse, reference=reference
        ),
        reading.hidden_section(
            whole, parts, items, lang=lang, min_group=min_group, coarse=coarse
        ),
        reading.read_section(
            answers,
            moved.before if moved else None,
            lang=lang,
            min_group=told_from,
        ),
        reading.sources_section(lang=lang),
        plan_html(plan),
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
    if factor_values(answers).empty:
        return None, None
    column = _column_called(group, answers) if group else None
    return profiles(answers, by=column, min_group=min_group)


def _column_called(group: str, answers: Answers) -> str:
    """Return the column that the reader chose by its label, or in another case."""
    found = answers.columns
    chosen = found["key"][(found["role"] == "group") & (found["key"] != "")]
    return group if group in answers.background or chosen.empty else chosen.iloc[0]

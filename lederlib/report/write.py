"""Turn a file of answers into one self-contained report."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import mkstemp
from typing import Literal

import pandas as pd

from lederlib.answers import Answers, AnswersError, Scale, profiles, read_answers
from lederlib.answers.profile import factor_values
from lederlib.report import balance, factors, reading
from lederlib.report.dates import day_in_words, last_day
from lederlib.report.left_out import left_out_lines
from lederlib.report.page import page, paragraph
from lederlib.report.plan import chosen_keys, make_plan, plan_html
from lederlib.report.plan_document import plan_bytes, require_documents
from lederlib.text import Lang, Phrase, label, phrase

_HEAD = 4_096
#: What every report of ours has near its beginning.
MARK = '<meta name="generator" content="lederlib'
LOWEST_LIMIT, HIGHEST_LIMIT = 5, 10


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
    _refuse_strangers(target, force=force)
    refuse_limit(min_group)
    themes = () if focus is None else chosen_keys(focus)
    only_plan = _is_document(target)
    if only_plan:
        require_documents(target.name)
    read = read_answers(
        answers,
        scale=scale,
        group=group,
        coding=coding,
        sheet=sheet,
        keep=keep,
        progress=progress,
    )
    if tell:
        for note in (*read.notes, *left_out_lines(read, min_group)):
            tell(note)
    if only_plan:
        document = plan_document(
            read,
            lang=lang,
            group=group,
            min_group=min_group,
            coarse=coarse,
            focus=themes,
            today=today,
            delete_by=delete_by,
        )
        _write_whole(target, document)
        return label("plan.written", lang, path=target)
    text = report_html(
        read,
        lang=lang,
        group=group,
        min_group=min_group,
        coarse=coarse,
        focus=themes,
        today=today,
        delete_by=delete_by,
    )
    _write_whole(target, text.encode("utf-8"))
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
    )
    return plan_bytes(plan)


def report_html(
    answers: Answers,
    *,
    lang: Lang = "da",
    group: str | None = None,
    min_group: int = 5,
    coarse: bool = False,
    focus: Sequence[str] = (),
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
        plan_html(plan),
    ]
    return page(label("report.title", lang), body, lang=lang)


def _is_document(target: Path) -> bool:
    return target.suffix.lower() == ".docx"


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


def write_page(target: Path, text: str) -> None:
    """Write a whole page, or nothing.

    Raises
    ------
    ValueError
        If nothing can be written there.
    """
    _refuse_unfit(target)
    _write_whole(target, text.encode("utf-8"))


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


def _refuse_strangers(target: Path, *, force: bool) -> None:
    """Raise if the target is a file that no report of ours stands in."""
    if force or not target.exists():
        return
    with _told(target), target.open("rb") as stream:
        start = stream.read(_HEAD)
    if start and MARK.encode() not in start:
        key = "plan.kept" if _is_document(target) else "report.not_ours"
        raise AnswersError(_filled(phrase(key), path=target))


@contextmanager
def _told(target: Path) -> Iterator[None]:
    """Say in the reader's language why a file cannot be written."""
    try:
        yield
    except OSError as error:
        key = {
            errno.ENOSPC: "disk_full",
            errno.EFBIG: "disk_full",
            errno.EACCES: "read_only",
            errno.EPERM: "read_only",
            errno.EROFS: "read_only",
        }.get(error.errno or 0, "not_written")
        reason = error.strerror or type(error).__name__
        words = _filled(phrase(f"report.{key}"), path=target, reason=reason)
        raise AnswersError(words) from None


def _write_whole(target: Path, content: bytes) -> None:
    """Write beside the target and move into place, so that no half file is left."""
    with _told(target):
        handle, name = mkstemp(prefix=".lederlib-", suffix=".part", dir=target.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
            part.chmod(_allowed())
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _allowed() -> int:
    """Return the permissions of a new file, which a temporary one does not have."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""Turn kept answers into a page or a document that fits into a written assignment."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from lederlib import __version__
from lederlib.answers import AnswersError
from lederlib.exercise.keeping import FILE, Answers, answers_text
from lederlib.exercise.records import Given, read_given
from lederlib.exercise.words import Wording
from lederlib.plot import Drawing, plot_guesses
from lederlib.report.dates import day_in_words
from lederlib.report.documents import Cover, report_docx, require_documents
from lederlib.report.handin.envelope import (
    answers_in_document,
    answers_in_page,
    read_answers_file,
)
from lederlib.report.page import page
from lederlib.report.pieces import Piece, Section, Words, piece_html, section_html
from lederlib.report.saving import is_document, refuse_target, write_whole
from lederlib.text import Lang, both, wording
from lederlib.text.tables import Table

_word = wording("handin.")


def write_handin(
    answers: str | Path | None = None,
    output: str | Path = "handin.html",
    *,
    lang: Lang = "da",
    reflections: bool = False,
    force: bool = False,
    today: date | None = None,
) -> str:
    """Write a hand-in of kept answers, and say where it is.

    Parameters
    ----------
    answers : str or Path, optional
        The kept answers; ``answers.json`` in the working folder unless told.
    output : str or Path, default "handin.html"
        Where to write: a page, or a document if the name ends in ".docx". The answers
        lie inside, so that `write_class` reads it.
    lang : {"da", "en"}, default "da"
        Language of the hand-in.
    reflections : bool, default False
        Whether the reader's own texts are in it.
    force : bool, default False
        Whether to overwrite a file that is no page of ours.
    today : date, optional
        Date on the hand-in.

    Raises
    ------
    FileNotFoundError, ValueError
        If there are no answers, or the hand-in cannot be written there.
    """
    source, target = Path(FILE if answers is None else answers), Path(output)
    refuse_target(target, source, force=force)
    kept = _kept(source)
    parts = handin_sections(kept, lang, reflections=reflections)
    if not parts:
        raise AnswersError(both("handin.nothing", file=source.name))
    day = today or date.today()
    opening = _opening(kept, lang, day, reflections=reflections)
    inside = answers_text(_handed_in(kept, reflections=reflections))
    if is_document(target):
        require_documents(target.name)
        cover = Cover(
            title=_word("title", lang),
            lang=lang,
            made_on=day,
            foot=f"lederlib {__version__}",
        )
        write_whole(
            target, answers_in_document(report_docx(cover, opening, parts), inside)
        )
    else:
        body = [
            *map(piece_html, opening),
            *map(section_html, parts),
            answers_in_page(inside),
        ]
        write_whole(target, page(_word("title", lang), body, lang=lang).encode())
    return _word("done", lang, file=target)


def _kept(source: Path) -> Answers:
    """Return kept answers, or say in one sentence why there are none."""
    try:
        return read_answers_file(source.read_bytes())
    except FileNotFoundError:
        raise AnswersError(both("handin.nothing", file=source.name)) from None
    except ValueError:
        raise AnswersError(both("handin.damaged", file=source.name)) from None


def _handed_in(kept: Answers, *, reflections: bool) -> dict[str, Any]:
    """Return the records that are handed in: those of tasks, texts only if asked."""
    given = read_given(kept)
    return {
        key: kept[key]
        for key, each in given.items()
        if reflections or each.task.kind != "text"
    }


def _opening(
    kept: Answers, lang: Lang, day: date, *, reflections: bool
) -> tuple[Piece, ...]:
    count = len(_handed_in(kept, reflections=reflections))
    lead = _word(
        "lead",
        lang,
        day=day_in_words(day, lang),
        count=count,
        version=__version__,
    )
    texts = _word("with_texts" if reflections else "no_texts", lang)
    return (
        Words(text=lead, kind="lead"),
        Words(text=texts, kind="notice" if reflections else "small"),
        Words(text=_word("inside", lang), kind="small"),
    )


def handin_sections(
    kept: Mapping[str, Any], lang: Lang, *, reflections: bool = False
) -> tuple[Section, ...]:
    """Return what a hand-in shows: guesses, levers, answers and, if asked, texts."""
    given = read_given(kept).values()
    guesses = [each for each in given if each.task.prediction]
    levers = [each for each in given if each.task.levers]
    texts = [each for each in given if each.task.kind == "text"]
    rest = [each for each in given if each not in (*guesses, *levers, *texts)]
    parts: dict[str, tuple[Piece | None, ...]] = {
        "guesses": _guess_pieces(guesses, lang),
        "levers": (
            _table("levers_caption", ("set_to", "gave", "result"), levers, lang),
        ),
        "answers": (
            _table("answers_caption", ("answer", "result", "tries"), rest, lang),
        ),
        "texts": _text_pieces(texts, lang) if reflections else (),
    }
    filled = {
        key: tuple(piece for piece in pieces if piece is not None)
        for key, pieces in parts.items()
    }
    return tuple(
        Section(key=key, title=_word(key, lang), pieces=pieces)
        for key, pieces in filled.items()
        if pieces
    )


def _guess_pieces(given: list[Given], lang: Lang) -> tuple[Piece | None, ...]:
    picture = guess_picture([each for each in given if each.came is not None], lang)
    return picture, _table("guesses_caption", ("guess", "came"), given, lang)


def guess_picture(
    given: Iterable[Given], lang: Lang, *, many: bool = False
) -> Drawing | None:
    """Return the picture of guesses beside what came; None if there are none."""
    rows = [
        {
            "name": said(each, lang).heading(),
            "guess": each.answer,
            "came": each.came,
            "low": each.task.low,
            "high": each.task.high,
            "digits": each.task.digits,
        }
        for each in given
    ]
    return plot_guesses(pd.DataFrame(rows), lang=lang, many=many) if rows else None


def said(given: Given, lang: Lang) -> Wording:
    """Return how the task of an answer is said."""
    return Wording(task=given.task, lang=lang)


def _table(
    caption: str, columns: tuple[str, ...], given: list[Given], lang: Lang
) -> Table | None:
    """Return a row for each answer, its cells as a sentence would show them."""
    if not given:
        return None
    rows = [
        (said(each, lang).heading(), *(_cell(name, each, lang) for name in columns))
        for each in given
    ]
    head = tuple(_word(name, lang) for name in ("task", *columns))
    kinds = ("words",) * len(head)
    return Table(_word(caption, lang), head, tuple(rows), kinds)


def _cell(name: str, given: Given, lang: Lang) -> str:
    words = said(given, lang)
    if name == "tries":
        return str(given.tries)
    if name == "came":
        return "–" if given.came is None else words.number(given.came)
    if name == "gave":
        return words.outcomes(given.model) or "–"
    if name == "result":
        key = {True: "right", False: "wrong", None: "unknown"}[given.correct]
        return _word(key, lang)
    return words.written(given.answer)


def _text_pieces(given: list[Given], lang: Lang) -> tuple[Piece, ...]:
    return tuple(
        piece
        for each in given
        for piece in (
            Words(text=said(each, lang).heading(), kind="small"),
            Words(text=str(each.answer)),
        )
    )

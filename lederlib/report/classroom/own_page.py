"""The teacher's own page of a class: mistakes, guesses, texts, and who handed in."""

import statistics
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from html import escape

import numpy as np

from lederlib import __version__
from lederlib.exercise.records import Given
from lederlib.exercise.tasks import task, task_keys
from lederlib.exercise.words import Wording
from lederlib.report.classroom.counting import mistake_words, mistakes
from lederlib.report.classroom.gather import Class, HandIn
from lederlib.report.dates import day_in_words
from lederlib.report.handin.handin import guess_picture, said
from lederlib.report.page import figure, page
from lederlib.report.pieces import Words, piece_html
from lederlib.text import Lang, format_number, wording
from lederlib.text.html import bullets
from lederlib.text.tables import Table, table_html

_word = wording("classroom.")
_WORDS = "words"


def own_page(
    found: Class,
    lang: Lang,
    *,
    today: date,
    delete_by: date,
    rng: np.random.Generator,
) -> str:
    """Return the page; `rng` decides the order of the texts."""
    count = len(found.handed_in)
    lead = _word(
        "lead_one" if count == 1 else "lead",
        lang,
        count=count,
        day=day_in_words(today, lang),
        version=__version__,
    )
    private = _word("private", lang, day=day_in_words(delete_by, lang))
    asked = [key for key in task_keys() if found.given(key)]
    body = [
        piece_html(Words(text=private, kind="notice")),
        piece_html(Words(text=lead, kind="lead")),
        _section("mistakes", [_mistake_table(found, asked, lang)], lang),
        _section("guesses", _guesses(found, asked, lang), lang),
        _section("tasks", [_task_table(found, asked, lang)], lang),
        _section("texts", _texts(found, asked, lang, rng), lang),
        _section("who", _who(found, lang), lang),
        _section("skipped", [_skipped(found, lang)], lang),
    ]
    return page(_word("title", lang), body, lang=lang)


def _section(key: str, parts: list[str], lang: Lang) -> str:
    lines = "\n".join(filter(None, parts))
    heading = escape(_word(key, lang))
    return f'<section id="{key}">\n<h2>{heading}</h2>\n{lines}\n</section>' * bool(
        lines
    )


def _table(
    caption: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], lang: Lang
) -> str:
    return table_html(_held(caption, columns, rows, lang)) if rows else ""


def _held(
    caption: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]], lang: Lang
) -> Table:
    head = tuple(_word(name, lang) for name in columns)
    said_in_words = {"task", "mistake", "person", "file", "reason"}
    kinds = tuple(_WORDS if name in said_in_words else "" for name in columns)
    return Table(_word(caption, lang), head, tuple(rows), kinds)


def _mistake_table(found: Class, asked: list[str], lang: Lang) -> str:
    rows = [
        (count, key, name)
        for key in asked
        for name, count in mistakes(found.given(key)).items()
    ]
    cells = [
        (_heading(key, lang), mistake_words(task(key), name, lang), str(count))
        for count, key, name in sorted(rows, key=lambda row: -row[0])
    ]
    return _table("mistakes_caption", ("task", "mistake", "people"), cells, lang)


def _guesses(found: Class, asked: list[str], lang: Lang) -> list[str]:
    shown = [
        each
        for key in asked
        for each in found.given(key)
        if each.task.prediction and each.came is not None
    ]
    picture = guess_picture(_with_one_outcome(shown), lang, many=True)
    rows = [_guess_row(found.given(key), lang) for key in asked if task(key).prediction]
    columns = ("task", "answered", "lower", "middle", "upper", "came")
    drawn = figure(picture) if picture else ""
    return [drawn, _table("guesses_caption", columns, rows, lang)]


def _with_one_outcome(given: list[Given]) -> list[Given]:
    """Return the guesses whose outcome is the one that most were shown."""
    usual = {
        key: statistics.mode(each.came for each in given if each.task.key == key)
        for key in dict.fromkeys(each.task.key for each in given)
    }
    return [each for each in given if each.came == usual[each.task.key]]


def _guess_row(given: list[Given], lang: Lang) -> tuple[str, ...]:
    values = [float(each.answer) for each in given if isinstance(each.answer, float)]
    words = said(given[0], lang)
    quarters = [float(value) for value in np.quantile(values, (0.25, 0.5, 0.75))]
    came = came_in_words(given, lang)
    return (words.heading(), str(len(values)), *map(words.number, quarters), came)


def came_in_words(given: list[Given], lang: Lang) -> str:
    """Return what most were shown as the outcome of one prediction."""
    shown = [each.came for each in given if each.came is not None]
    return said(given[0], lang).number(statistics.mode(shown)) if shown else "–"


def _task_table(found: Class, asked: list[str], lang: Lang) -> str:
    rows = []
    for key in asked:
        given = found.given(key)
        right = [each for each in given if each.correct]
        judged = any(each.correct is not None for each in given)
        first = sum(not each.missed for each in right)
        counts = (str(len(right)), str(first)) if judged else ("–", "–")
        rows.append((_heading(key, lang), str(len(given)), *counts))
    columns = ("task", "answered", "right", "first")
    return _table("tasks_caption", columns, rows, lang)


def _texts(
    found: Class, asked: list[str], lang: Lang, rng: np.random.Generator
) -> list[str]:
    """Return everybody's texts, each task's in an order of its own."""
    parts = []
    for key in asked:
        if task(key).kind == "text":
            texts = shuffled(found, key, rng)
            parts += [f"<h3>{escape(_heading(key, lang))}</h3>", bullets(texts)]
    return parts


def shuffled(found: Class, key: str, rng: np.random.Generator) -> list[str]:
    """Return the texts to one task, in any order."""
    texts = [str(each.answer) for each in found.given(key)]
    return [texts[place] for place in rng.permutation(len(texts))]


def _who(found: Class, lang: Lang) -> list[str]:
    rows = [_who_row(each, lang) for each in sorted(found.handed_in, key=_by_name)]
    columns = ("person", "file", "done", "right", "last", "version")
    held = _held("who_caption", columns, rows, lang)
    data = b64encode(held.to_csv(lang).encode("utf-8-sig")).decode()
    link = (
        f'<p><a download="class.csv" href="data:text/csv;base64,{data}">'
        f"{escape(_word('as_csv', lang))}</a></p>"
    )
    return [table_html(held), link] if rows else []


def _by_name(each: HandIn) -> str:
    return each.who.casefold()


def _who_row(each: HandIn, lang: Lang) -> tuple[str, ...]:
    right = sum(bool(one.correct) for one in each.given.values())
    timed = any(one.time for one in each.given.values())
    return (
        each.who,
        each.file,
        format_number(len(each.given), lang, digits=0),
        format_number(right, lang, digits=0),
        f"{each.last:%Y-%m-%d %H:%M}" if timed else "–",
        ", ".join(each.versions) or "–",
    )


def _skipped(found: Class, lang: Lang) -> str:
    rows = [
        (each.name, _word(f"because_{each.reason}", lang)) for each in found.skipped
    ]
    return _table("skipped_caption", ("file", "reason"), rows, lang)


def _heading(key: str, lang: Lang) -> str:
    return Wording(task=task(key), lang=lang).heading()

"""The page for the projector: nothing of fewer than five, and texts one at a time."""

from html import escape
from importlib.resources import files

import numpy as np

from lederlib.exercise.tasks import Task, task, task_keys
from lederlib.exercise.words import Wording
from lederlib.report.classroom.counting import Count, joined_guesses, joined_mistakes
from lederlib.report.classroom.gather import Class
from lederlib.report.classroom.own_page import came_in_words, shuffled
from lederlib.report.page import page
from lederlib.text import Lang, wording
from lederlib.text.html import paragraph

_word = wording("classroom.")
#: People behind anything that is shown.
LEAST = 5


def show_page(found: Class, lang: Lang, *, rng: np.random.Generator) -> str:
    """Return the page; `rng` decides the order of the texts."""
    asked = [task(key) for key in task_keys() if len(found.given(key)) >= LEAST]
    parts = [part for each in asked for part in _task_parts(found, each, lang, rng)]
    if not parts:
        parts = [paragraph(_word("too_few", lang, least=LEAST), kind="notice")]
    rule = paragraph(_word("rule", lang, least=LEAST), kind="small")
    return page(_word("title_show", lang), [*_own_look(), *parts, rule], lang=lang)


def _task_parts(
    found: Class, asked: Task, lang: Lang, rng: np.random.Generator
) -> list[str]:
    """Return what one task has to show, under its heading; nothing if it has none."""
    given = found.given(asked.key)
    words = Wording(task=asked, lang=lang)
    if asked.kind == "text":
        shown = _one_by_one(shuffled(found, asked.key, rng), lang)
    elif asked.prediction:
        said = _word("came_words", lang, came=came_in_words(given, lang))
        bars = _bars(joined_guesses(given, lang, least=LEAST))
        shown = f"{bars}{paragraph(said, kind='lead')}" if bars else ""
    else:
        shown = _bars(joined_mistakes(given, lang, least=LEAST))
    heading = f"<h2>{escape(words.heading())}</h2>"
    return [f"<section>{heading}{shown}</section>"] if shown else []


def _bars(counts: list[Count]) -> str:
    """Return a bar for each group, with its number of people in words."""
    most = max((each.people for each in counts), default=1)
    rows = [
        f"<tr><th scope='row'>{escape(each.name)}</th>"
        f"<td><span class='bar' style='width:{100 * each.people / most:.0f}%'></span>"
        f"</td><td>{each.people}</td></tr>"
        for each in counts
    ]
    return f"<table class='bars'>{''.join(rows)}</table>" if rows else ""


def _one_by_one(texts: list[str], lang: Lang) -> str:
    """Return texts that the teacher brings out one at a time."""
    items = "".join(f"<li hidden>{escape(text)}</li>" for text in texts)
    buttons = "".join(
        f'<button type="button" data-do="{name}">{escape(_word(name, lang))}</button>'
        for name in ("next", "hide")
    )
    title = escape(_word("one_by_one", lang))
    return (
        f'<div class="texts"><p class="lead">{title}</p>'
        f'<ul aria-live="polite">{items}</ul><p>{buttons}</p></div>'
    )


def _own_look() -> list[str]:
    """Return the style and the script of this page alone."""
    here = files(__package__)
    style, script = (
        here.joinpath(name).read_text(encoding="utf-8")
        for name in ("show.css", "show.js")
    )
    return [f"<style>{style}</style>", f"<script>{script}</script>"]

"""The forms of lessons, their limits in one place, and what a source says of its own.

A lesson declares its form where it begins: ``# %% [markdown] lang="da" form="model"``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lederlib._checks import require_known
from lederlib.author.pages import build_page, read_source
from lederlib.exercise import task_text
from lederlib.text import Lang

if TYPE_CHECKING:
    from nbformat import NotebookNode

_FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
_GOAL = re.compile(r"^\*\*(?:Målet|The goal):\*\*(.+)$", re.MULTILINE)
_QUESTION = re.compile(r"^# [^\n]+\n(.+)", re.DOTALL)
_ASKED = re.compile(r'^ask\("(?P<key>.+?)"', re.MULTILINE)
_EXPLORER = re.compile(r"\bexplore_\w+\(")
_STEP = re.compile(r"^step\(", re.MULTILINE)
_WORD = re.compile(r"\w")
_SHORT = ("question", "goal", "happened")
_COUNTED = (*_SHORT, "before", "lesson", "exercise", "folded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How many words each part of a lesson may have, and its levers and steps.

    Attributes
    ----------
    question, before, goal, happened : int
        The question; all that stands before the first lever; the goal; and the answer
        to it, which is folded.
    lesson, exercise, folded : int
        All that is seen without unfolding anything, the exercise that follows, and
        all that is folded.
    levers, steps : int
        First levers at most, and steps in the text at least.
    """

    question: int
    before: int
    goal: int
    happened: int
    lesson: int
    exercise: int
    folded: int
    levers: int
    steps: int


FORMS = {
    "model": Form(
        question=40,
        before=120,
        goal=15,
        happened=120,
        lesson=650,
        exercise=350,
        folded=300,
        levers=3,
        steps=3,
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a page has of each part that a `Form` limits, but for the levers."""

    question: int
    before: int
    goal: int
    happened: int
    lesson: int
    exercise: int
    folded: int
    steps: int


def declared_form(source: Path) -> str:
    """Return the form that a source declares, or "" if it declares none.

    Raises
    ------
    ValueError
        If there is no such form.
    """
    found = {cell.metadata.get("form", "") for cell in read_source(source).cells}
    name = max(found)
    return require_known(name, FORMS, name="form") if name else ""


def form_counts(source: Path, lang: Lang) -> Counts:
    """Return how many words a reader meets in each part of a lesson."""
    cells = build_page(source, lang).cells
    shown = [_text(cell, lang) for cell in cells]
    first = next(n for n, cell in enumerate(cells) if _EXPLORER.search(cell.source))
    tasks = next(n for n, text in enumerate(shown) if _exercise(text))
    folded = [each for text in shown for each in _FOLDED.findall(text)]
    goal = _GOAL.search("\n".join(shown))
    return Counts(
        question=words_in("".join(_QUESTION.findall(shown[0]))),
        before=sum(_seen(shown[:first])),
        goal=words_in(goal[1]) if goal else 0,
        happened=words_in(folded[0]) if folded else 0,
        lesson=sum(_seen(shown[:tasks])),
        exercise=sum(_seen(shown[tasks:])),
        folded=sum(map(words_in, folded)),
        steps=sum(bool(_STEP.search(cell.source)) for cell in cells),
    )


def form_faults(source: Path, lang: Lang) -> tuple[str, ...]:
    """Return where a lesson leaves the form that it declares, one sentence each.

    Raises
    ------
    ValueError
        If it declares no form.
    """
    form = FORMS[require_known(declared_form(source), FORMS, name="form")]
    return tuple(_faults(form, form_counts(source, lang)))


def words_in(text: str) -> int:
    """Count the words of a text; marks that stand alone are none.

    Examples
    --------
    >>> words_in("## Two days: *yes* – or 3 %?")
    5
    """
    plain = re.sub(r"<[^>]+>|\]\([^)]*\)", " ", text)
    return sum(bool(_WORD.search(part)) for part in plain.split())


def _faults(form: Form, counts: Counts) -> Iterator[str]:
    for part in _SHORT:
        if getattr(counts, part) == 0:
            yield f"It has no {part}."
    for part in _COUNTED:
        found, most = getattr(counts, part), getattr(form, part)
        if found > most:
            yield f"Its {part} has {found} words; {most} at most."
    if counts.steps < form.steps:
        yield f"It has {counts.steps} steps; {form.steps} at least."


def _text(cell: "NotebookNode", lang: Lang) -> str:
    """Return what a cell says: its own words, or those of the task that it asks."""
    if cell.cell_type == "markdown":
        return str(cell.source)
    asked = _ASKED.search(cell.source)
    return task_text(asked["key"], lang) if asked else ""


def _exercise(text: str) -> bool:
    return bool(re.match(r"## (Øvelse|Exercise)\b", text))


def _seen(texts: list[str]) -> Iterator[int]:
    return (words_in(_FOLDED.sub("", text)) for text in texts)

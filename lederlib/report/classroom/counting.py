"""What a class answered, counted; and the same joined until five stand behind each."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from lederlib.exercise.records import Given, missed_names
from lederlib.exercise.tasks import Task
from lederlib.exercise.words import Wording
from lederlib.text import Lang, Phrase, label

_PARTS = 5
_OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many people behind one thing."""

    name: str
    people: int


def mistakes(given: Sequence[Given]) -> dict[str, int]:
    """Return how many people made each mistake on their way to one task's answer."""
    found = Counter(name for each in given for name in each.missed)
    return dict(found.most_common())


def mistake_words(asked: Task, name: str, lang: Lang) -> str:
    """Return what a reader who made a mistake was told."""
    phrase = _told(asked, name)
    if name.startswith("option_") and not phrase:
        return Wording(task=asked, lang=lang).option(int(name.removeprefix("option_")))
    return phrase.to(lang) if phrase else label("classroom.other", lang)


def _told(asked: Task, name: str) -> Phrase | None:
    kind, _, place = name.partition("_")
    if name in asked.goal:
        return asked.goal[name].hint
    if name in ("too_low", "too_high"):
        side: Phrase | None = getattr(asked, name)
        return side
    if kind == "mistake":
        return asked.mistakes[int(place) - 1].hint
    return asked.options[int(place) - 1].why if kind == "option" else None


def joined_mistakes(given: Sequence[Given], lang: Lang, *, least: int) -> list[Count]:
    """Return the first thing that each person met, in groups of at least `least`.

    Everybody is in one group: right at the first try, or the first mistake; groups
    that are too small are joined. Nothing is returned if one group holds them all.
    """
    asked = given[0].task if given else None
    counts = Counter(map(_first_met, given))
    large = {
        name: count
        for name, count in counts.items()
        if count >= least and name != _OTHER
    }
    rest = len(given) - sum(large.values())
    while 0 < rest < least and large:
        smallest = min(large, key=lambda name: large[name])
        rest += large.pop(smallest)
    if asked is None or len(large) + bool(rest) < 2:  # noqa: PLR2004 - one tells of all
        return []
    order = ("", *missed_names(asked))
    said = [
        Count(
            name=mistake_words(asked, name, lang)
            if name
            else label("classroom.straight", lang),
            people=large[name],
        )
        for name in sorted(large, key=order.index)
    ]
    other = Count(name=label("classroom.other", lang), people=rest)
    return [*said, other] if rest else said


def _first_met(each: Given) -> str:
    """Return the first mistake; '' for none, and something else where none is known."""
    if each.missed:
        return each.missed[0]
    return "" if each.correct else _OTHER


def joined_guesses(given: Sequence[Given], lang: Lang, *, least: int) -> list[Count]:
    """Return guesses in neighbouring groups of at least `least` people each.

    The outer groups are open, so that nobody's lowest or highest guess is told; nothing
    is returned if one group holds them all.
    """
    values = np.sort(
        [each.answer for each in given if isinstance(each.answer, float | int)]
    )
    if len(values) < 2 * least:
        return []
    words = Wording(task=given[0].task, lang=lang)
    digits = given[0].task.digits
    shares = np.linspace(0, 1, _PARTS + 1)[1:-1]
    edges = [round(float(edge), digits) for edge in np.quantile(values, shares)]
    kept = _kept_edges(values, edges, least)
    bounds = [-math.inf, *kept, math.inf]
    return [
        Count(
            name=_between(words, low, high),
            people=int(((values >= low) & (values < high)).sum()),
        )
        for low, high in pairwise(bounds)
        if kept
    ]


def _kept_edges(
    values: np.ndarray[tuple[int], np.dtype[np.float64]],
    edges: Sequence[float],
    least: int,
) -> list[float]:
    """Return the edges that leave at least `least` people on every side."""
    kept: list[float] = []
    for edge in dict.fromkeys(edges):
        low = kept[-1] if kept else -math.inf
        inside = ((values >= low) & (values < edge)).sum()
        above = (values >= edge).sum()
        if inside >= least and above >= least:
            kept.append(edge)
    return kept


def _between(words: Wording, low: float, high: float) -> str:
    ends = {"low": words.number(low), "high": words.number(high)}
    key = "below" if low == -math.inf else "above" if high == math.inf else "between"
    return label(f"classroom.{key}", words.lang, **ends)

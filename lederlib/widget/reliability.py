"""Explore reliability: what few answers and few items leave open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from lederlib._checks import NORMAL_95, seed_of
from lederlib.measure import feldt_interval, spearman_brown, usual_alphas
from lederlib.plot import Picture, live_alphas, live_two_scores
from lederlib.text import Lang, format_number, format_range, wording
from lederlib.widget.controls import Control, choice, slider
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

_word = wording("reliability.")

PEOPLE: Final = (12, 30, 60, 200, 600, 2000)
#: Sliders by key: lowest, highest, step, where they begin, and digits shown.
_SLIDERS: Final[Mapping[str, tuple[float, float, float, float, int]]] = {
    "items": (2, 12, 1, 5, 0),
    "likeness": (0.1, 0.7, 0.05, 0.35, 2),
    "spread": (0.4, 1.2, 0.1, 0.8, 1),
    "gap": (0, 2, 0.1, 0.5, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a position of the levers says of a scale.

    Attributes
    ----------
    people, items : int
        Who answers, and to how many items.
    value : float
        Reliability of the mean of the items.
    error : float
        Standard error of measurement of one person's mean, in points.
    needed : float
        How far two people must lie apart before error alone would rarely do it.
    """

    people: int
    items: int
    value: float
    error: float
    needed: float


def explore_reliability(
    *, lang: Lang = "da", rng: int | np.random.Generator = 0
) -> Explorer:
    """Return levers of a scale above what groups would find with it.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    rng : int or numpy.random.Generator
        Which groups are drawn; a generator is used for one seed.

    Examples
    --------
    >>> explorer = explore_reliability(lang="en")
    >>> explorer.levers["items"].description
    'Items in the scale: 5 items'
    """
    seed = seed_of(rng)
    controls = reliability_controls(lang)
    first = {control.key: control.start for control in controls}
    measured = measured_by(first)
    pictures = (
        live_alphas(
            measured.value,
            people=measured.people,
            items=measured.items,
            rng=seed,
            lang=lang,
        ),
        live_two_scores(float(first["gap"]), error=measured.error, lang=lang),
    )
    return Explorer(
        name="reliability",
        controls=controls,
        show=_shower(pictures, lang),
        still=lambda: still_html(pictures),
        lang=lang,
    )


def reliability_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the five levers of a scale in that language."""
    sizes = {str(size): format_number(size, lang, digits=0) for size in PEOPLE}
    return (
        choice("people", _word("lever_people", lang), sizes, start="12"),
        *(_slider(key, lang) for key in _SLIDERS),
    )


def measured_by(values: Values) -> Measured:
    """Return what the levers say of the scale.

    Examples
    --------
    >>> measured_by({"people": "60", "items": 4, "likeness": 0.5, "spread": 1}).value
    0.8
    """
    items = int(values["items"])
    value = float(spearman_brown(values["likeness"], times=items))
    error = float(values["spread"]) * float(np.sqrt(1 - value))
    return Measured(
        people=int(values["people"]),
        items=items,
        value=value,
        error=error,
        needed=NORMAL_95 * np.sqrt(2) * error,
    )


def reliability_words(values: Values, lang: Lang) -> str:
    """Return what the levers lead to, in words."""
    found = measured_by(values)
    scale = {"people": found.people, "items": found.items}
    low, high = map(float, usual_alphas(found.value, **scale))
    lower, upper = map(float, feldt_interval(found.value, **scale))
    gap = float(values["gap"])
    apart = _word(
        "gap_real" if gap > found.needed else "gap_noise",
        lang,
        gap=format_number(gap, lang, digits=1),
        needed=format_number(found.needed, lang, digits=1),
    )
    return _word(
        "words",
        lang,
        items=found.items,
        people=format_number(found.people, lang, digits=0),
        likeness=format_number(float(values["likeness"]), lang),
        value=format_number(found.value, lang),
        range=format_range(lower, upper, lang),
        low=format_number(low, lang),
        high=format_number(high, lang),
        error=format_number(found.error, lang),
        gap=apart,
    )


def _shower(
    pictures: tuple[Picture, Picture], lang: Lang
) -> Callable[[Values, bool], Show]:
    alphas, scores = (scenes_of(picture) for picture in pictures)

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        found = measured_by(values)
        scenes = (
            alphas(value=found.value, people=found.people, items=found.items),
            scores(gap=float(values["gap"]), error=found.error),
        )
        return Show(words=reliability_words(values, lang), scenes=scenes)

    return show


def _slider(key: str, lang: Lang) -> Control:
    low, high, step, start, digits = _SLIDERS[key]

    def words(value: float) -> str:
        return _word(key, lang, number=format_number(value, lang, digits=digits))

    name = _word(f"lever_{key}", lang)
    return slider(key, name, low=low, high=high, step=step, start=start, words=words)

"""Explore reliability: what few answers and few items leave open."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from lederlib._checks import NORMAL_95, seed_of
from lederlib.measure import feldt_interval, spearman_brown, usual_alphas
from lederlib.plot import plot_alphas, plot_two_scores
from lederlib.text import Lang, format_number, format_range, wording
from lederlib.widget.controls import Control, Span, choice, sliders
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("reliability.")

PEOPLE: Final = (12, 30, 60, 200, 600, 2000)
_SLIDERS: Final = {
    "items": Span(2, 12, 1, 5, 0),
    "likeness": Span(0.1, 0.7, 0.05, 0.35, 2),
    "spread": Span(0.4, 1.2, 0.1, 0.8, 1),
    "gap": Span(0, 2, 0.1, 0.5, 1),
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
    >>> explorer.said("items")
    'Items in the scale: 5 items'
    """
    return Explorer(reliability_description(lang, rng=rng))


def reliability_description(
    lang: Lang, *, rng: int | np.random.Generator = 0
) -> Description:
    """Return what the explorer of reliability is."""
    return Description(
        name="reliability",
        lesson="13",
        lang=lang,
        controls=reliability_controls(lang),
        first=("people", "items", "likeness"),
        tours={
            "tour1": {"people": "600"},
            "tour2": {"people": "12", "items": 12.0},
            "tour3": {"likeness": 0.7},
            "tour4": {"gap": 1.5},
        },
        find=lambda values, _: measured_by(values),
        pictures=(
            View(
                name="alphas",
                plot=partial(plot_alphas, rng=seed_of(rng), lang=lang),
                data=lambda _, found: {
                    "value": found.value,
                    "people": found.people,
                    "items": found.items,
                },
            ),
            View(
                name="scores",
                plot=partial(plot_two_scores, lang=lang),
                data=lambda values, found: {
                    "gap": float(values["gap"]),
                    "error": found.error,
                },
            ),
        ),
        sentence=lambda values, _: reliability_words(values, lang),
    )


def reliability_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the five levers of a scale in that language."""
    sizes = {str(size): format_number(size, lang, digits=0) for size in PEOPLE}
    return (
        choice("people", _word("lever_people", lang), sizes, start="12"),
        *sliders("reliability", _SLIDERS, lang),
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

"""Explore agreement: whether a group's mean is the group's answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from lederlib._checks import Floats, seed_of
from lederlib.measure import Agreement, Icc, icc, rwg_j
from lederlib.plot import Picture, live_group_dots, live_group_figures
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    wording,
)
from lederlib.widget.controls import Control, slider
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

_word = wording("agreement.")

GROUPS: Final = 12
_MOST: Final = 30
_AGREE, _APART = 0.7, 0.7
#: Sliders by key: lowest, highest, step, where they begin, and digits shown.
_SLIDERS: Final[Mapping[str, tuple[float, float, float, float, int]]] = {
    "size": (5, _MOST, 1, 8, 0),
    "between": (0, 1, 0.1, 0.3, 1),
    "within": (0.2, 1.6, 0.1, 0.9, 1),
    "draw": (1, 10, 1, 1, 0),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Groups:
    """Twelve groups as drawn, and what is found in them.

    Attributes
    ----------
    answers : numpy.ndarray
        Scores from 1 to 5, shape (people, groups).
    found : Icc
        Differences between the groups.
    agreement : Agreement
        Agreement within each.
    """

    answers: Floats
    found: Icc
    agreement: Agreement


def explore_agreement(
    *, lang: Lang = "da", rng: int | np.random.Generator = 0
) -> Explorer:
    """Return levers of twelve groups above their answers and three figures on them.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.

    Examples
    --------
    >>> explorer = explore_agreement(lang="en")
    >>> explorer.levers["size"].description
    'Size of the groups: 8 people'
    """
    seed = seed_of(rng)
    controls = tuple(_slider(key, lang) for key in _SLIDERS)
    first = draw_groups({key: start[3] for key, start in _SLIDERS.items()}, seed)
    pictures = (
        live_group_dots(first.answers, lang=lang),
        live_group_figures(first.found, first.agreement, lang=lang),
    )
    return Explorer(
        name="agreement",
        controls=controls,
        show=_shower(pictures, seed, lang),
        still=lambda: still_html(pictures),
        lang=lang,
    )


def draw_groups(values: Values, seed: int) -> Groups:
    """Return twelve groups with the spreads that the levers say, and their figures.

    The same people stand in every position of a draw; only the spreads change.

    Examples
    --------
    >>> levers = {"size": 6, "between": 0.5, "within": 0.4, "draw": 1}
    >>> draw_groups(levers, 0).answers.shape
    (6, 12)
    """
    chance = np.random.default_rng([seed, int(values["draw"])])
    groups = chance.standard_normal(GROUPS)
    people = chance.standard_normal((_MOST, GROUPS))[: int(values["size"])]
    spread = values["between"] * groups + values["within"] * people
    answers = np.clip(3.2 + spread, 1, 5)
    names = np.tile(np.arange(1, GROUPS + 1), len(answers))
    return Groups(
        answers=answers,
        found=icc(answers.ravel(), names),
        agreement=rwg_j(answers.ravel(), names),
    )


def agreement_words(groups: Groups, lang: Lang) -> str:
    """Return what is found in the twelve groups, in words."""
    found = groups.found
    rwg = groups.agreement.median
    agree, apart = rwg >= _AGREE, found.icc2 >= _APART
    both = {(True, True): "both", (True, False): "agree", (False, True): "differ"}
    return _word(
        "words",
        lang,
        share=format_share(max(found.icc1, 0), lang),
        interval1=format_range(found.icc1_low, found.icc1_high, lang),
        size=len(groups.answers),
        icc2=format_number(found.icc2, lang),
        interval2=format_range(found.icc2_low, found.icc2_high, lang),
        rwg=format_number(rwg, lang),
        verdict=_word(f"verdict_{both.get((agree, apart), 'neither')}", lang),
    )


def _shower(
    pictures: tuple[Picture, Picture], seed: int, lang: Lang
) -> Callable[[Values, bool], Show]:
    dots, figures = (scenes_of(picture) for picture in pictures)

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        groups = draw_groups(values, seed)
        scenes = (
            dots(answers=groups.answers),
            figures(found=groups.found, agreement=groups.agreement),
        )
        return Show(words=agreement_words(groups, lang), scenes=scenes)

    return show


def _slider(key: str, lang: Lang) -> Control:
    low, high, step, start, digits = _SLIDERS[key]

    def words(value: float) -> str:
        return _word(key, lang, number=format_number(value, lang, digits=digits))

    name = _word(f"lever_{key}", lang)
    return slider(key, name, low=low, high=high, step=step, start=start, words=words)

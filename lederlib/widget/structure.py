"""Explore structure: when answers show the factors behind them, and when not."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import Floats, seed_of
from lederlib.measure import (
    Efa,
    LinedUp,
    ParallelAnalysis,
    efa,
    line_up,
    parallel_analysis,
)
from lederlib.plot import plot_loadings, plot_scree
from lederlib.text import Lang, format_number, format_share, label, wording
from lederlib.widget.controls import Control, Span, choice, sliders
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("structure.")

ITEMS: Final = 12
GROUPS: Final = 4
PEOPLE: Final = (60, 120, 250, 500, 2000)
_DRAWS: Final = 200
_TOP: Final = 4.5
_SLIDERS: Final = {
    "factors": Span(1, GROUPS, 1, GROUPS),
    "loading": Span(0.3, 0.8, 0.05, 0.6, 2),
    "together": Span(0, 0.8, 0.1, 0.3, 2),
    "stray": Span(0, 1, 0.25, 0),
    "draw": Span(1, 10, 1, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Structure:
    """Answers drawn from a known structure, and what is found in them.

    Attributes
    ----------
    true : int
        Factors that the answers were drawn from.
    parallel : ParallelAnalysis
        How many factors rise above chance.
    explored : Efa or None
        As many factors as that, at most four; None where there are none.
    found : LinedUp
        Their loadings beside the factors that the items were thought to measure.
    """

    true: int
    parallel: ParallelAnalysis
    explored: Efa | None
    found: LinedUp


def explore_structure(
    *, lang: Lang = "da", rng: int | np.random.Generator = 0
) -> Explorer:
    """Return levers of twelve items above what factor analysis finds in them.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.

    Examples
    --------
    >>> explorer = explore_structure(lang="en")
    >>> explorer.said("factors")
    'True factors: 4 behind 12 items'
    """
    return Explorer(structure_description(lang, rng=rng))


def structure_description(
    lang: Lang, *, rng: int | np.random.Generator = 0
) -> Description:
    """Return what the explorer of structure is."""
    seed = seed_of(rng)
    return Description(
        name="structure",
        lesson="14",
        lang=lang,
        controls=structure_controls(lang),
        first=("people", "loading", "together"),
        tours={
            "tour1": {"together": 0.6, "people": "60", "draw": 5.0},
            "tour2": {"people": "250", "loading": 0.3},
            "tour3": {"together": 0.8},
            "tour4": {"people": "2000", "stray": 1.0},
        },
        find=lambda values, _: find_structure(values, seed, lang),
        pictures=(
            View(
                name="scree",
                plot=partial(plot_scree, lang=lang, synthetic=True, top=_TOP),
                data=lambda _, structure: {"found": structure.parallel},
            ),
            View(
                name="loadings",
                plot=partial(plot_loadings, lang=lang, synthetic=True),
                data=lambda _, structure: {"found": structure.found},
            ),
        ),
        sentence=lambda _, structure: structure_words(structure, lang),
    )


def structure_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the six levers of a structure in that language."""
    sizes = {str(size): format_number(size, lang, digits=0) for size in PEOPLE}
    return (
        choice("people", _word("lever_people", lang), sizes, start="250"),
        *sliders("structure", _SLIDERS, lang, said=partial(_said, lang)),
    )


def draw_answers(values: Values, seed: int) -> Floats:
    """Return normal answers from the structure that the levers say.

    Each item measures one of the factors, an equal number each. The last item is as
    much on its way to the first factor as the lever says; where there is one factor
    only, it is on its way to none. The same people stand in every position of a draw.

    Examples
    --------
    >>> levers = {"people": "60", "factors": 2, "loading": 0.6, "together": 0.3}
    >>> draw_answers({**levers, "stray": 0, "draw": 1}, 0).shape
    (60, 12)
    """
    chance = np.random.default_rng([seed, int(values["draw"])])
    most, people = max(PEOPLE), int(values["people"])
    shared = chance.standard_normal((most, 1))[:people]
    own = chance.standard_normal((most, GROUPS))[:people, : int(values["factors"])]
    noise = chance.standard_normal((most, ITEMS))[:people]
    together = float(values["together"])
    traits = np.sqrt(together) * shared + np.sqrt(1 - together) * own
    pattern = _pattern(values)
    between = together + (1 - together) * np.eye(len(pattern.T))
    known = np.einsum("if,fg,ig->i", pattern, between, pattern)
    return np.asarray(traits @ pattern.T + np.sqrt(1 - known) * noise)


def find_structure(values: Values, seed: int, lang: Lang) -> Structure:
    """Return what parallel analysis and exploration find where the levers stand."""
    names = [_word("item", lang, number=place + 1) for place in range(ITEMS)]
    answers = pd.DataFrame(draw_answers(values, seed), columns=names)
    parallel = parallel_analysis(answers, kind="factors", draws=_DRAWS, rng=seed)
    count = min(parallel.suggested, GROUPS)
    explored = efa(answers, count, rotation="promax") if count else None
    loadings = explored.loadings if explored else pd.DataFrame(index=names)
    true = int(values["factors"])
    groups = [_word("group", lang, number=place + 1) for place in range(GROUPS)]
    thought = [groups[place] for place in _homes(true)]
    return Structure(
        true=true,
        parallel=parallel,
        explored=explored,
        found=line_up(loadings, thought, groups=groups),
    )


def structure_words(structure: Structure, lang: Lang) -> str:
    """Return what is found, and whether it is the truth, in words."""
    words = _word(
        "words",
        lang,
        true=_factors(structure.true, lang),
        people=format_number(structure.parallel.n, lang, digits=0),
        found=_factors(structure.parallel.suggested, lang),
        verdict=_verdict(structure, lang),
    )
    explored = structure.explored
    if explored and structure.parallel.suggested > GROUPS:
        words = f"{words} {_word('at_most', lang)}"
    if explored and (explored.heywood or not explored.converged):
        words = f"{words} {_word('unsound', lang)}"
    return words


def _verdict(structure: Structure, lang: Lang) -> str:
    seen, true = structure.parallel.suggested, structure.true
    lost = int((~structure.found.landed).sum())
    if not seen:
        return _word("verdict_none", lang)
    if seen != true:
        return _word("verdict_few" if seen < true else "verdict_many", lang)
    if not lost:
        return _word("verdict_right", lang)
    count = (
        _word("lost_one", lang) if lost == 1 else _word("lost_many", lang, count=lost)
    )
    return _word("verdict_astray", lang, lost=count)


def _factors(count: int, lang: Lang) -> str:
    if count == 1:
        return label("structure.factor_one", lang)
    return label("structure.factor_many", lang, count=count)


def _homes(factors: int) -> list[int]:
    return [place * factors // ITEMS for place in range(ITEMS)]


def _pattern(values: Values) -> Floats:
    factors, loading = int(values["factors"]), float(values["loading"])
    pattern = loading * np.eye(factors)[_homes(factors)]
    moved = float(values["stray"])
    pattern[-1] *= 1 - moved
    if factors > 1:
        pattern[-1, 0] = loading * moved
    return np.asarray(pattern)


def _said(lang: Lang, key: str, value: float) -> str:
    if key == "stray":
        number = format_share(value, lang)
    else:
        number = format_number(value, lang, digits=_SLIDERS[key].digits)
    return _word(f"unit_{key}", lang, number=number)

"""Explore agreement: whether a group's mean is the group's answer."""

from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from scipy.special import bdtr

from lederlib._checks import Floats, seed_of
from lederlib.measure import Agreement, Icc, icc, rwg_j
from lederlib.plot import plot_group_dots, plot_group_figures
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    wording,
)
from lederlib.widget.controls import Span, sliders
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("agreement.")

GROUPS: Final = 12
_MOST: Final = 30
_AGREE: Final = 0.7
_SLIDERS: Final = {
    "size": Span(5, _MOST, 1, 8, 0),
    "between": Span(0, 1, 0.1, 0.3, 1),
    "within": Span(0.2, 1.6, 0.1, 0.9, 1),
    "draw": Span(1, 10, 1, 1, 0),
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
    >>> explorer.said("size")
    'Size of the groups: 8 people'
    """
    return Explorer(agreement_description(lang, rng=rng))


def agreement_description(
    lang: Lang, *, rng: int | np.random.Generator = 0
) -> Description:
    """Return what the explorer of agreement is."""
    seed = seed_of(rng)
    return Description(
        name="agreement",
        lesson="16",
        lang=lang,
        controls=sliders("agreement", _SLIDERS, lang),
        first=("size", "between", "within"),
        tours={
            "tour1": {"between": 0.0, "draw": 5.0},
            "tour2": {"between": 0.3, "size": 30.0},
            "tour3": {"between": 0.0, "within": 0.3},
            "tour4": {"between": 1.0, "within": 1.6},
        },
        find=lambda values, _: draw_groups(values, seed),
        pictures=(
            View(
                name="dots",
                plot=partial(plot_group_dots, lang=lang),
                data=lambda _, groups: {"answers": groups.answers},
            ),
            View(
                name="figures",
                plot=partial(plot_group_figures, lang=lang),
                data=lambda _, groups: {
                    "found": groups.found,
                    "agreement": groups.agreement,
                },
            ),
        ),
        sentence=lambda _, groups: agreement_words(groups, lang),
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
    return _word(
        "words",
        lang,
        share=format_share(max(found.icc1, 0), lang),
        interval1=format_range(found.icc1_low, found.icc1_high, lang),
        size=len(groups.answers),
        icc2=format_number(found.icc2, lang),
        interval2=format_range(found.icc2_low, found.icc2_high, lang),
        rwg=format_number(rwg, lang),
        verdict=_verdict(groups, lang),
    )


def _verdict(groups: Groups, lang: Lang) -> str:
    """Return what may be said of the groups; both sides stand on 95 % intervals."""
    low, high = median_interval(groups.agreement.values.to_numpy(float))
    apart = "apart" if groups.found.icc1_low > 0 else "alike"
    agree = "agree" if low >= _AGREE else "disagree" if high < _AGREE else "open"
    return _word(
        f"verdict_{agree}_{apart}",
        lang,
        rwg=format_range(low, high, lang),
        high=format_share(max(groups.found.icc1_high, 0), lang),
    )


def median_interval(values: Floats) -> tuple[float, float]:
    """Return an interval that holds the median of the groups in 95 of 100 draws.

    From the order of the values alone, as a sign test has it.

    Examples
    --------
    >>> median_interval(np.arange(1.0, 13.0))
    (3.0, 10.0)
    """
    ordered = np.sort(values)
    tails = bdtr(np.arange(len(ordered)), len(ordered), 0.5)
    place = int(np.searchsorted(tails, 0.025)) - 1
    return float(ordered[max(place, 0)]), float(ordered[-1 - max(place, 0)])

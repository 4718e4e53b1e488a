"""Explore a draft of ten items: what to keep, and what the statistics can say of it."""

from functools import partial
from typing import Final

import numpy as np

from lederlib._checks import seed_of
from lederlib.plot import plot_draft_items, plot_draft_whole
from lederlib.scenario import (
    DRAFT_FACETS,
    DRAFT_ITEMS,
    DraftTrial,
    draft_answers,
    try_draft,
)
from lederlib.text import Lang, format_number, format_range, wording
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("draft.")

PEOPLE: Final = (12, 60, 600)
_DRAWS: Final = 8
_FEWEST: Final = 2
#: From when alpha looks fine, and from when the scale follows the truth well or badly.
_FINE, _GOOD, _NARROW = 0.8, 0.85, 0.75


def explore_draft(*, lang: Lang = "da", rng: int | np.random.Generator = 0) -> Explorer:
    """Return ten items to keep or leave out above what people's answers say of them.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.

    Examples
    --------
    >>> explorer = explore_draft(lang="en")
    >>> explorer.said("office")
    '10. My office is bright and pleasant to be in.: kept'
    """
    return Explorer(draft_description(lang, rng=rng))


def draft_description(lang: Lang, *, rng: int | np.random.Generator = 0) -> Description:
    """Return what the explorer of ten drafted items is."""
    seed = seed_of(rng)
    return Description(
        name="draft",
        lesson="12",
        lang=lang,
        controls=item_controls(lang),
        first=(next(iter(DRAFT_ITEMS)), "people", "draw"),
        tours={
            "tour2": _only(1, 2),
            "tour3": _only(1, 3, 4, 5, 7),
            "tour4": _only(1, 2, 3, 4, 5, 6, 8, 9, 10),
            "tour5": _only(*range(1, 11)) | {"people": "12", "draw": 2.0},
        },
        settle=partial(_keep_two, lang),
        find=lambda values, _: trial_of(values, seed),
        pictures=tuple(
            View(
                name=name,
                plot=partial(plot, lang=lang),
                data=lambda _, trial: {"trial": trial},
            )
            for name, plot in (("items", plot_draft_items), ("whole", plot_draft_whole))
        ),
        sentence=lambda _, trial: items_in_words(trial, lang),
    )


def _only(*numbers: int) -> dict[str, bool | float | str]:
    return {key: number in numbers for number, key in enumerate(DRAFT_ITEMS, 1)}


def item_controls(lang: Lang) -> tuple[Control, ...]:
    """Return a switch for each item, and levers for who answers, in that language."""
    texts = (_word("left", lang), _word("kept", lang))
    switches = (
        switch(key, f"{number}. {_word(f'text_{key}', lang)}", start=True, texts=texts)
        for number, key in enumerate(DRAFT_ITEMS, 1)
    )
    sizes = {str(size): format_number(size, lang, digits=0) for size in PEOPLE}
    return (
        *switches,
        choice("people", _word("lever_people", lang), sizes, start="60"),
        slider(
            "draw",
            _word("lever_draw", lang),
            low=1,
            high=_DRAWS,
            step=1,
            start=1,
            words=lambda draw: _word("draw", lang, number=int(draw)),
        ),
    )


def trial_of(values: Values, seed: int) -> DraftTrial:
    """Return what the kept items show with the people that the levers ask.

    Examples
    --------
    >>> levers = dict.fromkeys(DRAFT_ITEMS, True) | {"people": "12", "draw": 1}
    >>> trial_of(levers, 0).people
    12
    """
    chance = np.random.default_rng([seed, int(values["draw"])])
    answers = draft_answers(int(values["people"]), rng=chance)
    return try_draft(answers, [key for key in DRAFT_ITEMS if values[key]])


def items_in_words(trial: DraftTrial, lang: Lang) -> str:
    """Return what the kept items show, and what that does not say, in words."""
    missing = [facet for facet in DRAFT_FACETS if facet not in trial.facets]
    names = ", ".join(_word(f"facet_{facet}", lang) for facet in missing)
    key = "words_facets" if missing else "words_all_facets"
    truth = format_number(trial.truth, lang)
    return _word(
        "words",
        lang,
        kept=int(trial.items["kept"].sum()),
        people=format_number(trial.people, lang, digits=0),
        alpha=_alpha_words(trial, lang),
        facets=_word(key, lang, missing=names),
        verdict=_word(f"verdict_{_verdict(trial)}", lang, truth=truth),
    )


def _alpha_words(trial: DraftTrial, lang: Lang) -> str:
    if np.isnan(trial.alpha):
        told = _word("words_no_alpha", lang)
    else:
        told = _word(
            "words_alpha",
            lang,
            value=format_number(trial.alpha, lang),
            range=format_range(trial.alpha_low, trial.alpha_high, lang),
        )
    if not trial.constant:
        return told
    names = ", ".join(_word(f"short_{key}", lang) for key in trial.constant)
    return f"{told} {_word('words_constant', lang, names=names)}"


def _verdict(trial: DraftTrial) -> str:
    if trial.truth >= _GOOD:
        return "good"
    return "narrow" if trial.alpha >= _FINE and trial.truth < _NARROW else "between"


def _keep_two(lang: Lang, values: Values, moved: str) -> tuple[Values, str]:
    if moved not in DRAFT_ITEMS or sum(values[key] for key in DRAFT_ITEMS) >= _FEWEST:
        return values, ""
    item = _word(f"short_{moved}", lang)
    return {**values, moved: True}, _word("at_least_two", lang, item=item)

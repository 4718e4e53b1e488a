"""Explore a draft of ten items: what to keep, and what the statistics can say of it."""

from collections.abc import Callable
from typing import Final

import numpy as np

from lederlib._checks import seed_of
from lederlib.plot import Picture, live_draft_items, live_draft_whole
from lederlib.scenario import (
    DRAFT_FACETS,
    DRAFT_ITEMS,
    DraftTrial,
    draft_answers,
    try_draft,
)
from lederlib.text import Lang, format_number, format_range, wording
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.explorer import Explorer, Settle, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

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
    >>> explorer.levers["office"].description
    '10. My office is bright and pleasant to be in.'
    """
    seed = seed_of(rng)
    controls = item_controls(lang)
    first = trial_of({control.key: control.start for control in controls}, seed)
    pictures = live_draft_items(first, lang=lang), live_draft_whole(first, lang=lang)
    return Explorer(
        name="draft",
        controls=controls,
        show=_shower(pictures, seed, lang),
        still=lambda: still_html(pictures),
        settle=_settler(lang),
        lang=lang,
    )


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


def _settler(lang: Lang) -> Settle:
    def settle(values: Values, moved: str) -> tuple[Values, str]:
        if (
            moved not in DRAFT_ITEMS
            or sum(values[key] for key in DRAFT_ITEMS) >= _FEWEST
        ):
            return values, ""
        item = _word(f"short_{moved}", lang)
        return {**values, moved: True}, _word("at_least_two", lang, item=item)

    return settle


def _shower(
    pictures: tuple[Picture, Picture], seed: int, lang: Lang
) -> Callable[[Values, bool], Show]:
    items, whole = (scenes_of(picture) for picture in pictures)

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        trial = trial_of(values, seed)
        scenes = (items(trial=trial), whole(trial=trial))
        return Show(words=items_in_words(trial, lang), scenes=scenes)

    return show

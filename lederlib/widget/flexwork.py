"""Explore flexible work: who meets whom, how freely, and what it leads to."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import numpy as np

from lederlib.catalogue import Ledger
from lederlib.plot import plot_frontier, plot_provenance, plot_retention, plot_week
from lederlib.scenario import (
    CHOICES,
    EXITS,
    FLEXIBLE_WORK_LEVERS,
    LEVERS,
    Outcome,
    Scenario,
    against_today,
    lever_values,
    outcome_row,
    provenance_share,
    run,
    ways_of_sharing,
)
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    label,
)
from lederlib.widget.conditions import (
    Conditions,
    Profile,
    conditions_of,
    days_in_words,
    exits_control,
)
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.description import Description, Guess, Values, View
from lederlib.widget.explorer import Explorer
from lederlib.widget.week import fit_the_week, week_data

FIRST_LOOK = {"home": 2}


def explore_flexwork(
    *,
    lang: Lang = "da",
    baseline: Profile | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    guess: bool = False,
) -> Explorer:
    """Return the levers of flexible work above the pictures that they move.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    baseline : mapping, Series or DataFrame, optional
        The factors today by key, 0 to 1, or a group's profile; 0.5 where it is silent.
    draws : int
        Possible worlds at every move.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers.
    guess : bool
        Whether the reader first guesses, in the picture, how many are still here.

    Examples
    --------
    >>> explorer = explore_flexwork(lang="en", draws=200)
    >>> explorer.said("home")
    'Days at home: 2 days a week'
    """
    return Explorer(
        flexwork_description(
            lang, baseline=baseline, draws=draws, rng=rng, ledger=ledger, guess=guess
        )
    )


def flexwork_description(
    lang: Lang,
    *,
    baseline: Profile | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    guess: bool = False,
) -> Description:
    """Return what the explorer of flexible work is."""
    conditions = conditions_of(
        lang=lang, baseline=baseline, draws=draws, rng=rng, ledger=ledger
    )
    worlds = conditions.worlds

    @cache
    def today(exits: str) -> Outcome:
        return run(Scenario({"agreement": 0, "exits": exits}), **worlds)

    look: dict[str, Any] = {"lang": lang, "stamp": today(EXITS[0]).stamp}
    return Description(
        name="flexwork",
        lesson="04",
        lang=lang,
        controls=flexwork_controls(lang, conditions.ledger),
        first=("home", "anchor", "agreement"),
        tours={
            "tour1": {"home": 3.0},
            "tour2": {"home": 3.0, "agreement": 1.0},
            "tour3": {"role": "frontline", "home": 3.0, "agreement": 0.0},
            "tour4": {"role": "office", "home": 2.0, "four_day": True},
        },
        settle=partial(fit_the_week, lang=lang),
        find=lambda values, _: run(flexwork_scenario(values), **worlds),
        pictures=(
            View(
                name="week",
                plot=partial(plot_week, lang=lang),
                data=lambda values, _: week_data(values, conditions),
                caption=label("flexwork.caption_week", lang),
            ),
            View(
                name="frontier",
                plot=partial(plot_frontier, **look),
                data=lambda values, outcome: _frontier_data(
                    values, outcome, conditions
                ),
            ),
            View(
                name="retention",
                plot=partial(plot_retention, lang=lang),
                data=lambda values, outcome: {
                    "outcome": outcome,
                    "status_quo": today(values["exits"]),
                },
            ),
            View(
                name="provenance",
                plot=partial(plot_provenance, **look),
                data=lambda values, _: {
                    "shares": provenance_share(
                        (Scenario({}), flexwork_scenario(values)),
                        rng=conditions.seed,
                        ledger=conditions.ledger,
                        baseline=conditions.baseline,
                    )
                },
                caption=label("flexwork.caption_strip", lang),
                at_rest=True,
            ),
        ),
        sentence=lambda _, outcome: flexwork_words(outcome, lang),
        how_sure=lambda values, outcome: certainty_words(
            outcome, against_today(flexwork_scenario(values), lang, **worlds), lang
        ),
        guess=_guess(today(EXITS[0]), lang) if guess else None,
    )


def first_look() -> dict[str, Any]:
    """Return where the levers stand at first."""
    return {key: LEVERS[key].default for key in FLEXIBLE_WORK_LEVERS} | FIRST_LOOK


def flexwork_controls(lang: Lang, ledger: Ledger | None = None) -> tuple[Control, ...]:
    """Return the eleven levers of flexible work in that language."""
    return (
        _slider("home", lang, lambda days: days_in_words(days, lang)),
        _slider("anchor", lang, lambda days: days_in_words(days, lang)),
        _slider("agreement", lang, lambda share: _agreed(share, lang)),
        switch(
            "four_day",
            LEVERS["four_day"].name.to(lang),
            texts=(label("widget.off", lang), label("widget.on", lang)),
        ),
        _slider("team", lang, lambda size: _people(size, lang)),
        _slider("shift_wishes", lang, lambda share: _shifts(share, lang)),
        *(_slider(key, lang, lambda share: _staff(share, lang)) for key in CHOICES),
        _role(lang),
        exits_control(lang, ledger),
    )


def flexwork_scenario(values: Values) -> Scenario:
    """Return the levers as a scenario.

    Examples
    --------
    >>> flexwork_scenario({"home": 2, "four_day": True}).levers["four_day"]
    1.0
    """
    return Scenario(
        {
            key: value if isinstance(value, str) else float(value)
            for key, value in values.items()
        }
    )


def _guess(today: Outcome, lang: Lang) -> Guess:
    """Ask how many are still here in five years; where it is today is said."""
    share = outcome_row(today.table, "retention", 5)["q50"]
    words = {"today": format_share(share, lang)}
    control = slider(
        "stay",
        label("flexwork.guess_stay", lang),
        low=0.2,
        high=1,
        step=0.02,
        start=float(share),
        words=lambda part: format_share(part, lang),
    )
    return Guess(
        picture="retention",
        question=label("flexwork.guess_question", lang, **words),
        control=control,
        axis="y",
        at=5,
    )


def flexwork_words(outcome: Outcome, lang: Lang) -> str:
    """Say how much two colleagues meet, and how many are still here in five years."""
    meet, stay = (
        outcome_row(outcome.table, name, 5)["q50"]
        for name in ("pair_days", "retention")
    )
    facts = {"meet": format_number(meet, lang), "stay": format_share(stay, lang)}
    return label("flexwork.words", lang, **facts)


def certainty_words(outcome: Outcome, today: str, lang: Lang) -> str:
    """Say where the outcomes lie in nine of ten worlds, and what `today` says."""
    stay, community = (
        outcome_row(outcome.table, name, 5) for name in ("retention", "community")
    )
    low, high = 100 * stay["q05"], 100 * stay["q95"]
    facts = {
        "stay": format_range(low, high, lang, digits=0),
        "community": format_range(community["q05"], community["q95"], lang),
        "today": today,
    }
    return label("flexwork.how_sure", lang, **facts)


def _frontier_data(
    values: Values, outcome: Outcome, conditions: Conditions
) -> dict[str, Any]:
    today = lever_values(Scenario({}), conditions.baseline)
    return {
        "combinations": ways_of_sharing(
            values,
            ledger=conditions.ledger,
            seed=conditions.seed,
            community=float(today["collegial_community"]),
        ),
        "home": float(values["home"]),
        "anchor": float(values["anchor"]),
        "freedom": outcome.samples["freedom"],
        "community": outcome.samples["community"],
    }


def _slider(key: str, lang: Lang, words: Callable[[float], str]) -> Control:
    facts = LEVERS[key]
    return slider(
        key,
        facts.name.to(lang),
        low=facts.low,
        high=facts.high,
        step=facts.step,
        start=float(first_look()[key]),
        words=words,
    )


def _role(lang: Lang) -> Control:
    facts = LEVERS["role"]
    options = {str(key): facts.choice_name(key).to(lang) for key in facts.choices}
    return choice("role", facts.name.to(lang), options, start=str(facts.default))


def _people(size: float, lang: Lang) -> str:
    return label("flexwork.people", lang, number=format_number(size, lang, digits=0))


def _shifts(share: float, lang: Lang) -> str:
    return label("flexwork.shifts", lang, share=format_share(share, lang))


def _staff(share: float, lang: Lang) -> str:
    return label("flexwork.staff_share", lang, share=format_share(share, lang))


def _agreed(share: float, lang: Lang) -> str:
    key = {0.0: "agreed_none", 1.0: "agreed_all"}.get(share, "agreed_some")
    return label(f"flexwork.{key}", lang, share=format_share(share, lang))

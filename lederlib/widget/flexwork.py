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
    provenance_share,
    run,
    ways_of_sharing,
)
from lederlib.text import Lang, format_number, format_share, join_words, label
from lederlib.widget.conditions import (
    Conditions,
    Profile,
    conditions_of,
    days_in_words,
    exits_control,
)
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

DAYS = 5
FIRST_LOOK = {"home": 2}


def explore_flexwork(
    *,
    lang: Lang = "da",
    baseline: Profile | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
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

    Examples
    --------
    >>> explorer = explore_flexwork(lang="en", draws=200)
    >>> explorer.levers["home"].description
    'Days at home: 2 days a week'
    """
    return Explorer(
        flexwork_description(
            lang, baseline=baseline, draws=draws, rng=rng, ledger=ledger
        )
    )


def flexwork_description(
    lang: Lang,
    *,
    baseline: Profile | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
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
        sentence=lambda _, outcome: outcome.summary(lang),
        how_sure=lambda values, _: against_today(
            flexwork_scenario(values), lang, **worlds
        ),
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
        _slider("team", lang, lambda size: _people(size, lang)),
        _slider("shift_wishes", lang, lambda share: _shifts(share, lang)),
        *(_slider(key, lang, lambda share: _staff(share, lang)) for key in CHOICES),
        _role(lang),
        switch(
            "four_day",
            LEVERS["four_day"].name.to(lang),
            texts=(label("widget.off", lang), label("widget.on", lang)),
        ),
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


def fit_the_week(
    values: Values, moved: str, *, lang: Lang
) -> tuple[dict[str, Any], str]:
    """Let the other levers give way, so that the days fit into the week, and say so.

    Examples
    --------
    >>> levers = {"home": 4, "anchor": 2, "four_day": False}
    >>> settled, sentence = fit_the_week(levers, "home", lang="en")
    >>> settled["anchor"], sentence
    (1, 'The week has five days, so fixed days at work are set to 1 day a week.')
    """
    settled, changes = dict(values), []
    for key in ("anchor", "four_day", "home"):
        excess = settled["home"] + settled["anchor"] + settled["four_day"] - DAYS
        if key == moved or excess <= 0 or not settled[key]:
            continue
        settled[key] = type(values[key])(max(settled[key] - excess, 0))
        changes.append(_change(key, settled[key], lang))
    joined = join_words(changes, lang)
    return settled, label("flexwork.gave_way", lang, changes=joined) if changes else ""


def week_data(values: Values, conditions: Conditions) -> dict[str, Any]:
    """Return the rules of the sample week; a day off counts as a day away."""
    home = float(values["home"])
    if values["role"] == "frontline":
        home = min(home, DAYS * conditions.ledger["poolable_share"].value)
    return {
        "anchor": int(values["anchor"]),
        "home": home + float(values["four_day"]),
        "agreement": float(values["agreement"]),
        "team": int(values["team"]),
        "rng": conditions.seed,
    }


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


def _change(key: str, value: float, lang: Lang) -> str:
    if key == "four_day":
        return label("flexwork.gave_way_four_day", lang)
    name = LEVERS[key].name.to(lang)
    lever = name[0].lower() + name[1:]
    words = days_in_words(value, lang)
    return label("flexwork.gave_way_days", lang, lever=lever, value=words)

"""Explore flexible work: who meets whom, how freely, and what it leads to."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from lederlib.catalogue import Ledger
from lederlib.plot import (
    Picture,
    live_frontier,
    live_provenance,
    live_retention,
    live_week,
)
from lederlib.scenario import (
    FLEXIBLE_WORK_LEVERS,
    LEVERS,
    Outcome,
    Scenario,
    lever_values,
    provenance_share,
    ways_of_sharing,
)
from lederlib.text import Lang, format_number, format_share, join_words, label
from lederlib.widget.baseline import Profile
from lederlib.widget.conditions import (
    Conditions,
    conditions_of,
    outcome_of,
    verdict_on,
)
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import lagging, scenes_of, still_html
from lederlib.widget.stage import Scene, Show

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
    conditions = conditions_of(
        lang=lang, baseline=baseline, draws=draws, rng=rng, ledger=ledger
    )
    pictures = flexwork_pictures(first_look(), conditions)
    return Explorer(
        name="flexwork",
        controls=flexwork_controls(lang),
        show=_shower(pictures, conditions),
        still=lambda: still_html(list(pictures.values())),
        settle=lambda values, moved: fit_the_week(values, moved, lang=lang),
        lang=lang,
    )


def first_look() -> dict[str, Any]:
    """Return where the levers stand at first."""
    return {key: LEVERS[key].default for key in FLEXIBLE_WORK_LEVERS} | FIRST_LOOK


def flexwork_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the six levers of flexible work in that language."""
    return (
        _slider("home", lang, lambda days: days_in_words(days, lang)),
        _slider("anchor", lang, lambda days: days_in_words(days, lang)),
        _slider("team", lang, lambda size: _people(size, lang)),
        _slider("shift_wishes", lang, lambda share: _shifts(share, lang)),
        _role(lang),
        switch(
            "four_day",
            LEVERS["four_day"].name.to(lang),
            texts=(label("widget.off", lang), label("widget.on", lang)),
        ),
    )


def flexwork_scenario(values: Values) -> Scenario:
    """Return the levers as a scenario.

    Examples
    --------
    >>> flexwork_scenario({"home": 2, "four_day": True}).levers["four_day"]
    1.0
    """
    return Scenario(
        {key: value if key == "role" else float(value) for key, value in values.items()}
    )


def flexwork_words(outcome: Outcome, change: str, lang: Lang) -> str:
    """Return the result in words, `change` being what is said about today."""
    return " ".join(filter(None, (outcome.summary(lang), change)))


def flexwork_change(values: Values, conditions: Conditions) -> str:
    """Say how the share still there in five years differs from today."""
    scenario = flexwork_scenario(values)
    if lever_values(scenario) == lever_values(Scenario({})):
        return label("widget.as_today", conditions.lang)
    verdict = verdict_on(scenario, conditions, outcome="retention")
    return label("widget.against_today", conditions.lang, verdict=verdict)


def flexwork_shares(values: Values, conditions: Conditions) -> pd.DataFrame:
    """Return how the uncertainty about that difference is shared out."""
    return provenance_share(
        (Scenario({}), flexwork_scenario(values)),
        rng=conditions.seed,
        ledger=conditions.ledger,
        baseline=conditions.baseline,
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
    return settled, label("widget.gave_way", lang, changes=joined) if changes else ""


def days_in_words(days: float, lang: Lang) -> str:
    """Return days per week as a reader says it.

    Examples
    --------
    >>> days_in_words(1, "da"), days_in_words(2, "en")
    ('1 dag om ugen', '2 days a week')
    """
    key = "widget.days_one" if days == 1 else "widget.days_many"
    return label(key, lang, number=format_number(days, lang, digits=0))


def flexwork_pictures(values: Values, conditions: Conditions) -> dict[str, Picture]:
    """Return the pictures of one position of the levers, ready to be moved."""
    lang, outcome = conditions.lang, outcome_of(flexwork_scenario(values), conditions)
    today = outcome_of(Scenario({}), conditions)
    frontier = live_frontier(
        lang=lang,
        stamp=outcome.stamp,
        **_frontier_data(values, outcome, conditions),
    )
    return {
        "week": live_week(**week_data(values, conditions), lang=lang),
        "frontier": frontier,
        "retention": live_retention(outcome, status_quo=today, lang=lang),
        "provenance": live_provenance(
            flexwork_shares(values, conditions), lang=lang, stamp=outcome.stamp
        ),
    }


def week_data(values: Values, conditions: Conditions) -> dict[str, Any]:
    """Return the rules of the sample week; a day off counts as a day away."""
    home = float(values["home"])
    if values["role"] == "frontline":
        home = min(home, DAYS * conditions.ledger["poolable_share"].value)
    return {
        "anchor": int(values["anchor"]),
        "home": home + float(values["four_day"]),
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


def _shower(
    pictures: Mapping[str, Picture], conditions: Conditions
) -> Callable[[Values, bool], Show]:
    captions = {
        "week": label("widget.flexwork_week", conditions.lang),
        "provenance": label("widget.flexwork_strip", conditions.lang),
    }
    make = {
        name: scenes_of(picture, caption=captions.get(name, ""))
        for name, picture in pictures.items()
    }
    strip: Scene | None = None

    def show(values: Values, rest: bool) -> Show:
        nonlocal strip
        outcome = outcome_of(flexwork_scenario(values), conditions)
        change = flexwork_change(values, conditions) if rest else ""
        strip = lagging(
            lambda: make["provenance"](shares=flexwork_shares(values, conditions)),
            strip,
            rest=rest,
        )
        moved = (
            make["week"](**week_data(values, conditions)),
            make["frontier"](**_frontier_data(values, outcome, conditions)),
            make["retention"](outcome=outcome),
        )
        words = flexwork_words(outcome, change, conditions.lang)
        return Show(words=words, scenes=(*moved, strip))

    return show


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
    return label("widget.people", lang, number=format_number(size, lang, digits=0))


def _shifts(share: float, lang: Lang) -> str:
    return label("widget.shifts", lang, share=format_share(share, lang))


def _change(key: str, value: float, lang: Lang) -> str:
    if key == "four_day":
        return label("widget.gave_way_four_day", lang)
    name = LEVERS[key].name.to(lang)
    lever = name[0].lower() + name[1:]
    words = days_in_words(value, lang)
    return label("widget.gave_way_days", lang, lever=lever, value=words)

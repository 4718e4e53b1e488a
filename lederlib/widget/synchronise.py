"""Explore portfolios: three interventions of fifteen, and what has to stop first."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from lederlib.catalogue import Ledger, intervention
from lederlib.model import dilution
from lederlib.plot import plot_choices, plot_conflicts
from lederlib.scenario import (
    PortfolioWorld,
    attention,
    best_sets,
    letter_of,
    letters_of,
    pair_effects,
    points,
    portfolio_world,
    prepared_pairs,
    prepared_sets,
    range_in_points,
    set_value,
    stop_first,
    stop_words,
)
from lederlib.text import Lang, format_number, format_share, label
from lederlib.widget.conditions import Profile, baseline_of
from lederlib.widget.controls import Control, choice, slider
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

PICKS = ("pick_1", "pick_2", "pick_3")
FIRST_LOOK = ("fixed_presence_days", "four_day_week", "leader_mentors")
ALL, NOTHING = "all", "nothing"
_SHARPEST = (2, 3, 4, 6, 8)


def explore_synchronise(
    *,
    lang: Lang = "da",
    baseline: Profile | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Explorer:
    """Return three choices of fifteen above what they give, help, hinder and cost.

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
    >>> explorer = explore_synchronise(lang="en", draws=200)
    >>> explorer.values["stop"]
    'nothing'
    """
    return Explorer(
        synchronise_description(
            lang, baseline=baseline, draws=draws, rng=rng, ledger=ledger
        )
    )


def synchronise_description(
    lang: Lang,
    *,
    baseline: Profile | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Description:
    """Return what the explorer of interventions side by side is."""
    world = portfolio_world(
        draws=draws, rng=rng, ledger=ledger, baseline=baseline_of(baseline)
    )
    # At once, so that no later move has to wait for it.
    prepared_pairs(world)
    for position in stops_of(world):
        prepared_sets(world, stops_of(world)[position])
    look: dict[str, Any] = {"lang": lang, "stamp": world.stamp}
    return Description(
        name="synchronise",
        lesson="08",
        lang=lang,
        controls=portfolio_controls(world, lang),
        first=PICKS,
        tours={
            "tour2": {"capacity": 0.1},
            "tour3": {"stop": world.legacies[0]},
            "tour4": {"stop": ALL},
        },
        settle=lambda values, moved: keep_the_order(values, moved, world, lang=lang),
        find=lambda values, _: best_sets(world, **_options(values, world)),
        pictures=(
            View(
                name="choices",
                plot=partial(plot_choices, world.table, **look),
                data=lambda values, sets: {"sets": sets, **_shown(values, world)},
            ),
            View(
                name="conflicts",
                plot=partial(plot_conflicts, world.table, **look),
                data=lambda values, _: {
                    "pairs": pair_effects(world, **_much(values)),
                    **_shown(values, world),
                },
            ),
        ),
        sentence=lambda values, sets: portfolio_words(values, world, lang, sets=sets),
        how_sure=lambda values, _: stop_words(stop_first(world, **_much(values)), lang),
    )


def _shown(values: Values, world: PortfolioWorld) -> dict[str, Any]:
    return {
        "chosen": tuple(values[key] for key in PICKS),
        "locked": _locked(values, world),
    }


def stops_of(world: PortfolioWorld) -> dict[str, tuple[str, ...]]:
    """Return the legacies that each position of the lever `stop` stands for."""
    single = {legacy: (legacy,) for legacy in world.legacies}
    return {NOTHING: (), **single, ALL: world.legacies}


def portfolio_controls(world: PortfolioWorld, lang: Lang) -> tuple[Control, ...]:
    """Return the levers: three choices, what stops, capacity and how abruptly."""
    names = {key: _lettered(place, key, lang) for place, key in enumerate(world.table)}
    picks = [
        choice(
            key,
            label("synchronise.lever_pick", lang, number=place + 1),
            names,
            start=FIRST_LOOK[place],
            kind="choice",
        )
        for place, key in enumerate(PICKS)
    ]
    stops = {key: _stop_name(key, lang) for key in stops_of(world)}
    clear = label("synchronise.lever_stop", lang)
    return (
        *picks,
        choice("stop", clear, stops, start=NOTHING, kind="choice"),
        slider(
            "capacity",
            label("synchronise.lever_capacity", lang),
            low=0.1,
            high=0.5,
            step=0.05,
            start=0.25,
            words=lambda share: label(
                "synchronise.capacity_words", lang, share=format_share(share, lang)
            ),
        ),
        choice(
            "power",
            label("synchronise.lever_power", lang),
            {str(p): label(f"synchronise.power_{p}", lang) for p in _SHARPEST},
            start="4",
        ),
    )


def keep_the_order(
    values: Values, moved: str, world: PortfolioWorld, *, lang: Lang
) -> tuple[dict[str, Any], str]:
    """Let the other levers give way, so that the three can be done, and say so.

    What the moved choice needs stopped is stopped; another choice that is locked then,
    or the same, becomes the first that can be done.

    Examples
    --------
    >>> world = portfolio_world(draws=50)
    >>> levers = {"pick_1": "home_days", "pick_2": "supervision",
    ...           "pick_3": "supervision", "stop": "nothing"}
    >>> settled, sentence = keep_the_order(levers, "pick_1", world, lang="en")
    >>> settled["stop"], settled["pick_3"]
    ('remove_presence_rule', 'fixed_presence_days')
    """
    settled, said = dict(values), []
    if moved in PICKS and settled[moved] in _locked(settled, world):
        settled["stop"] = intervention(settled[moved]).remove_first
        facts = {
            "name": intervention(settled[moved]).name.to(lang),
            "stop": _stop_name(settled["stop"], lang),
        }
        said.append(label("synchronise.gave_way_stop", lang, **facts))
    locked = _locked(settled, world)
    kept = [settled[moved]] if moved in PICKS else []
    for key in PICKS:
        if key == moved:
            continue
        if settled[key] in locked or settled[key] in kept:
            taken = {*locked, *kept, *(settled[other] for other in PICKS)}
            settled[key] = next(one for one in world.table if one not in taken)
            name = intervention(settled[key]).name.to(lang)
            said.append(label("synchronise.gave_way_pick", lang, name=name))
        kept.append(settled[key])
    return settled, " ".join(said)


def portfolio_words(
    values: Values,
    world: PortfolioWorld,
    lang: Lang,
    *,
    sets: pd.DataFrame,
) -> str:
    """Say what the three give, how often they are best, and what too much costs.

    `sets` are the `best_sets` of these levers.
    """
    chosen = frozenset(values[key] for key in PICKS)
    row = next(row for row, keys in enumerate(sets["keys"]) if chosen == {*keys})
    own = sets.iloc[row]
    worth = set_value(world, own["keys"], **_options(values, world))
    low, high = np.quantile(worth, [0.05, 0.95])
    facts = {
        "letters": letters_of(own["keys"], world.table, lang),
        "value": points(own["value"], lang),
        "range": range_in_points(low, high, lang),
        "share": format_share(own["best"], lang),
        "regret": points(own["regret"], lang),
        "best": letters_of(sets["keys"].iloc[0], world.table, lang),
        "left": format_share(_left(own["attention"], values, world), lang),
        "weeks": format_number(own["weeks"], lang, digits=0),
    }
    return label("synchronise.words", lang, **facts)


def _much(values: Values) -> dict[str, float]:
    return {"capacity": float(values["capacity"]), "power": float(values["power"])}


def _options(values: Values, world: PortfolioWorld) -> dict[str, Any]:
    return {"stop": stops_of(world)[values["stop"]], **_much(values)}


def _locked(values: Values, world: PortfolioWorld) -> Sequence[str]:
    return world.locked(stops_of(world)[values["stop"]])


def _lettered(place: int, key: str, lang: Lang) -> str:
    name = intervention(key).name.to(lang)
    return label("synchronise.option", lang, letter=letter_of(place), name=name)


def _stop_name(position: str, lang: Lang) -> str:
    if position in (NOTHING, ALL):
        key = "stop_none" if position == NOTHING else "stop_all"
        return label(f"synchronise.{key}", lang)
    return intervention(position).name.to(lang)


def _left(used: float, values: Values, world: PortfolioWorld) -> float:
    return float(dilution(used, **attention(world, **_much(values))).mean())

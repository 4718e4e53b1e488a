"""Every figure in a few states, made by the public functions from small tables."""

from dataclasses import replace
from functools import cache
from itertools import combinations

import numpy as np
import pandas as pd

from lederlib import plot
from lederlib.catalogue import shortlist
from lederlib.plot.drawing.theme import house_style
from lederlib.scenario import Calendar, run_calendar

from . import conftest as small


@cache
def calendar(**week):
    return run_calendar(Calendar(**week), draws=50)


def pairs():
    """All pairs of the interventions on the shortlist, of every kind."""
    ends = np.array(list(combinations(shortlist(), 2)))
    helps = np.resize([0.03, -0.03, 0.005, -0.01, 0.0, 0.02], len(ends))
    sure = np.resize([0.95, 0.02, 0.6, 0.4, 0.5, 0.91], len(ends))
    columns = {"one": ends[:, 1], "other": ends[:, 0], "help": helps}
    return pd.DataFrame(columns | {"positive": sure})


def sets():
    """Ten threes of the shortlist, of which the ninth is anybody's own."""
    keys = list(combinations(shortlist(), 3))[::20][:10]
    best = np.linspace(0.4, 0.02, len(keys))
    regret = np.linspace(0.006, 0.08, len(keys))
    return pd.DataFrame({"keys": keys, "best": best, "regret": regret})


def own_set():
    return tuple(sets()["keys"].iloc[8])


def beaten_ways():
    """Ways of sharing, some of which give less of both than others."""
    ways = small.ways()
    return ways.assign(community=ways["community"] - 0.05 * ways["anchor"])


def classed(*classes):
    """Effects of numbers that are known in different ways."""
    found = small.effects(1)
    return replace(found, table=found.table.assign(provenance=classes))


def rules():
    """A profile in which some rows hide their colours, and one hides everything."""
    table = small.profile(2)
    table.iloc[3, :5] = np.nan
    table.loc[table.index[3], "hidden"] = "few"
    table.iloc[5, [0, 1]] = np.nan
    return table


#: For each `plot_…`, what it is given in each state.
def guesses(*rows):
    """Guesses of predictions: name, guess, what came, decimals."""
    return pd.DataFrame(rows, columns=["name", "guess", "came", "digits"]).assign(
        low=0, high=100
    )


STATES = {
    "alphas": lambda: [
        {"value": 0.8, "people": 60, "items": 5},
        {"value": 0.5, "people": 12, "items": 2},
    ],
    "bucket": lambda: [
        {"year": small.bucket(), "stamp": small.STAMP},
        {"year": small.bucket(12, 16), "synthetic": True},
    ],
    "bucket_years": lambda: [
        {"table": small.levels_over_years()},
        {"table": small.levels_over_years(0.1), "year": 10, "synthetic": True},
    ],
    "calendar_curves": lambda: [
        {"outcome": calendar()},
        {"outcome": calendar(block=3, interruptions=4, urgent=0.7)},
    ],
    "calendar_week": lambda: [{"rng": 8}, {"booked": 0.4, "gives_way": 0.5, "rng": 2}],
    "change": lambda: [
        {"table": small.moved(), "stamp": small.STAMP},
        {"table": small.moved(0.5).iloc[:4], "synthetic": True},
        {"table": small.moved().iloc[:2]},
    ],
    "choices": lambda: [
        {"table": shortlist(), "sets": sets(), "stamp": small.STAMP},
        {
            "table": shortlist(),
            "sets": sets(),
            "chosen": own_set(),
            "locked": shortlist()[1:2],
        },
    ],
    "conflicts": lambda: [
        {"table": shortlist(), "pairs": pairs(), "stamp": small.STAMP},
        {
            "table": shortlist(),
            "pairs": pairs(),
            "chosen": shortlist()[:3],
            "locked": shortlist()[5:6],
        },
    ],
    "draft_items": lambda: [
        {"trial": small.draft()},
        {"trial": small.draft(12, kept=range(10))},
    ],
    "draft_whole": lambda: [
        {"trial": small.draft()},
        {"trial": small.draft(600, kept=(0, 1))},
    ],
    "effects": lambda: [
        {"found": small.effects(1)},
        {"found": classed("own", "published", "seed")},
        {"found": classed("structure", "own", "published")},
        {"found": classed("direction", "seed", "assumption")},
    ],
    "evidence": lambda: [{}, {"chosen": [row % 3 == 0 for row in range(203)]}],
    "factor_map": lambda: [
        {"profile": small.profile(), "stamp": small.STAMP},
        {"profile": rules(), "synthetic": True},
    ],
    "frontier": lambda: [
        {"combinations": small.ways(), **small.chosen(), "stamp": small.STAMP},
        {"combinations": beaten_ways(), **small.chosen(3, 1, 0.1), "synthetic": True},
    ],
    "group_balance": lambda: [
        {"points": small.POINTS, "stamp": small.STAMP},
        {"points": 1 - small.POINTS, "synthetic": True},
        {"points": small.POINTS.replace(0.7, 0.5).replace(0.6, 0.5)},
    ],
    "group_dots": lambda: [
        {"answers": small.groups()},
        {"answers": small.groups(size=30)},
    ],
    "group_figures": lambda: [
        small.group_figures(),
        small.group_figures(within=0.2, between=1.0),
    ],
    "guesses": lambda: [
        {"table": guesses(("4.1 Pairs", 60, 80, 0), ("1.1 Stay", 3.05, 3.05, 1))},
        {
            "table": guesses(*(("4.1 Pairs", k, 80, 0) for k in (20, 75, 78, 100))),
            "many": True,
        },
    ],
    "invariance_steps": lambda: [
        {"found": small.steps(), "synthetic": True},
        {"found": small.steps(shift=1.0, people=1000)},
    ],
    "item_curves": lambda: [
        {"found": small.graded(), "item": "y1", "synthetic": True},
    ],
    "leader_year": lambda: [
        {"year": small.year()},
        {"year": small.year(load=1.3, budget=1.0, half_point=0.6), "synthetic": True},
    ],
    "loadings": lambda: [
        {"found": small.explored(3), "synthetic": True},
        {"found": small.explored(2)},
    ],
    "phase": lambda: [
        {"year": small.year()},
        {"year": small.year(load=1.3, budget=1.0, reverse=0.5), "synthetic": True},
    ],
    "pilot_effect": lambda: [
        {"table": small.TESTS, "synthetic": True},
        {"table": small.TESTS.assign(predicted=40.0)},
    ],
    "population": lambda: [
        {"found": small.spread()},
        {"found": small.spread(leader_load=1.4), "synthetic": True},
    ],
    "power": lambda: [
        {"effect": 10, "spread": 7, "synthetic": True},
        {"effect": 5, "spread": 7, "teams": 20},
        {"effect": 0, "spread": 7, "teams": 2},
        {"effect": 10, "spread": 7, "teams": 2},
    ],
    "provenance": lambda: [
        {"shares": small.SHARES, "stamp": small.STAMP},
        {"shares": {"seed": 0.45, "structure": 0.3, "assumption": 0.25}},
        {"shares": {"own": 0.5, "published": 0.5}, "synthetic": True},
    ],
    "residuals": lambda: [
        {"fit": small.fitted(3), "synthetic": True},
        {"fit": small.fitted(1)},
    ],
    "retention": lambda: [
        {"outcome": small.fan(), "status_quo": small.fan(1.4)},
        {"outcome": small.fan(1.6), "synthetic": True},
    ],
    "run_chart": lambda: [
        {"values": small.WEEKS, "others": small.WEEKS[::-1], "start": 12},
        {"values": small.WEEKS[::-1], "others": small.WEEKS, "start": 12},
        {"values": small.WEEKS, "synthetic": True},
    ],
    "scale": lambda: [
        {"load": small.LOAD, "resources": small.SUPPORT, "stamp": small.STAMP},
        {"load": {"Krav": 0.1}, "resources": {"Ro": 0.9, "Tid": 0.8}},
    ],
    "path": lambda: [
        {"fit": small.fitted(3), "names": small.NAMES, "synthetic": True},
        {"fit": small.fitted(1)},
    ],
    "scree": lambda: [
        {"found": small.shown(3), "synthetic": True},
        {"found": small.shown(1)},
    ],
    "statement_means": lambda: [
        {"means": small.professions()},
        {"means": small.professions(shift=0.8)},
    ],
    "surface": lambda: [
        {"surface": small.surface(), "stamp": small.STAMP},
        {"surface": small.surface(errors="hc3"), "synthetic": True},
    ],
    "surface_map": lambda: [
        {"found": small.leaders_over()},
        {"found": small.leaders_over("team_climate", shift=2.0)},
    ],
    "surface_walks": lambda: [
        {"found": small.leaders_over()},
        {"found": small.leaders_over("team_climate", shift=2.0)},
    ],
    "teams": lambda: [
        {"found": small.spread(leader_load=1.4)},
        {"found": small.spread(unequal=1.0, span=15), "synthetic": True},
    ],
    "two_scores": lambda: [{"gap": 0.5, "error": 0.3}, {"gap": 2.0, "error": 0.1}],
    "week": lambda: [
        {"home": 2, "rng": 7},
        {"home": 3, "team": 25, "anchor": 1, "synthetic": True},
    ],
    "worlds": lambda: [
        {"values": small.WORLDS, "stamp": small.STAMP},
        {"values": np.repeat([-1, 0, 1], [3, 4, 3])},
    ],
}


def made(name, lang):
    """Return the figure in each state, laid out as it is drawn."""
    make = getattr(plot, f"plot_{name}")
    figures = [make(**given, lang=lang) for given in STATES[name]()]
    with house_style():
        for figure in figures:
            figure.draw_without_rendering()
    return figures


#: The same, once for all laws.
states = cache(made)

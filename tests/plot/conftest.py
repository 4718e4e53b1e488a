"""One example of every figure, made from small tables."""

from functools import cache
from math import comb, log2

import numpy as np
import pandas as pd
import pytest

from lederlib import plot
from lederlib.catalogue import FACTOR_KEYS, Stamp
from lederlib.measure import (
    cfa,
    efa,
    graded_response,
    icc,
    line_up,
    parallel_analysis,
    response_surface,
    rwg_j,
)
from lederlib.scenario import (
    DRAFT_ITEMS,
    BucketYear,
    Calendar,
    Scenario,
    balance_surface,
    compare_professions,
    confront,
    contagion,
    draft_answers,
    draw_professions,
    leader_table,
    leader_year,
    narrowing,
    run_calendar,
    sensitivity,
    statement_means,
    try_draft,
)

STAMP = Stamp(seed=7, draws=10_000, version="0.1.0", fingerprint="ab12cd34ef")


def profile(seed=1):
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet([2, 3, 3], 15)
    table = pd.DataFrame(
        shares,
        columns=["red", "yellow", "green"],
        index=pd.Index(FACTOR_KEYS, name="factor"),
    )
    table["mean"] = shares @ [0.15, 0.5, 0.85]
    table["spread"], table["n"], table["hidden"] = 0.2, 20, ""
    return table


def moved(size=0.15):
    """What moved since last time, with a hidden row and one that has a word only."""
    rng = np.random.default_rng(2)
    change = rng.normal(0, size, 15)
    table = pd.DataFrame(
        {
            "how": "paired",
            "change": change,
            "low": change - 0.15,
            "high": change + 0.15,
            "expect": rng.normal(0, 0.05, 15),
            "chosen": [key in ("onboarding", "values") for key in FACTOR_KEYS],
        },
        index=pd.Index(FACTOR_KEYS, name="factor"),
    )
    up, down = table["low"] > 0, table["high"] < 0
    table["word"] = np.select([up, down], ["up", "down"], "same")
    table.loc["hiring", ["how", "word"]] = ["hidden", ""]
    table.loc["reputation", "how"] = "words"
    table.loc[["hiring", "reputation"], ["change", "low", "high", "expect"]] = np.nan
    return table


def fan(hazard=1.0):
    years = np.arange(0, 10.5, 0.5)
    frailty, base = 2.01, 0.244 * hazard
    still = {
        name: (1 + frailty * base * pace * years) ** (-1 / frailty)
        for name, pace in zip(
            ("q05", "q25", "q50", "q75", "q95"), (1.5, 1.2, 1, 0.8, 0.6), strict=True
        )
    }
    return pd.DataFrame({"outcome": "retention", "years": years, **still})


def ways():
    rows = [
        (home, anchor, log2(sum(comb(5 - anchor, j) for j in range(home + 1))))
        for anchor in range(6)
        for home in range(6 - anchor)
    ]
    table = pd.DataFrame(rows, columns=["home", "anchor", "freedom"])
    return table.assign(community=0.7 - 0.09 * table["freedom"])


def chosen(home=2, anchor=0, shift=0.0):
    rng = np.random.default_rng(0)
    return {
        "home": home,
        "anchor": anchor,
        "freedom": np.full(1000, 4.0),
        "community": np.clip(rng.normal(0.4 + shift, 0.05, 1000), 0, 1),
    }


@cache
def year(**levers):
    return leader_year(**levers, draws=20, rng=7)


@cache
def spread(**levers):
    return contagion(**levers, employees=900, weeks=52, draws=5, rng=7)


def groups(size=8, between=0.3, within=0.9):
    rng = np.random.default_rng(3)
    spread = between * rng.normal(size=12) + within * rng.normal(size=(size, 12))
    return np.clip(3 + spread, 1, 5)


def group_figures(**spreads):
    answers = groups(**spreads)
    names = np.tile(np.arange(12), len(answers))
    scores = answers.ravel()
    return {"found": icc(scores, names), "agreement": rwg_j(scores, names)}


def twelve(factors):
    rng = np.random.default_rng(8)
    traits = np.repeat(rng.normal(size=(200, factors)), 12 // factors, axis=1)
    return traits + rng.normal(size=(200, 12))


def shown(factors):
    return parallel_analysis(twelve(factors), kind="factors", draws=50)


NAMES = {"f0": "Tid til det, der er vigtigt", "f1": "Krav", "f2": "Ro"}
NAMES |= {f"i{place}": f"Et udsagn om arbejdet, nummer {place}" for place in range(12)}


def fitted(factors):
    table = pd.DataFrame(twelve(factors), columns=[f"i{place}" for place in range(12)])
    size = 12 // factors
    lines = [
        f"f{one} =~ " + " + ".join(f"i{size * one + step}" for step in range(size))
        for one in range(factors)
    ]
    return cfa("\n".join(lines), table, std_lv=True)


def graded():
    answers = np.digitize(twelve(1)[:, :4], [-1.5, -0.5, 0.5, 1.5])
    return graded_response(pd.DataFrame(answers, columns=["y1", "y2", "y3", "y4"]))


def explored(factors):
    thought = np.repeat(["Tid", "Krav", "Ro"], 4)
    return line_up(efa(twelve(factors), factors).loadings, thought)


def professions(**levers):
    return statement_means(draw_professions(**levers))


@cache
def steps(**levers):
    return compare_professions(draw_professions(**levers)).found


LOAD = {"Krav": 0.8, "Tid": 0.6, "Uro": 0.7, "Alene": 0.1}
SUPPORT = {"Tillid": 0.5, "Ro": 0.3, "Støtte": float("nan")}
POINTS = pd.DataFrame(
    {"load": [0.5, 0.7], "resources": [0.6, 0.5]}, index=["general", "now"]
)


def bucket(vacancies=4.0, quits=9.0):
    levels = {"vacancies": vacancies, "newcomers": 6.0, "present": 50.0, "alumni": 24.0}
    levels["established"] = 94.0 - vacancies
    flows = {"hires": quits + 3, "returns": 0.6, "newcomer_quits": 1.5}
    flows |= {"quits": quits, "retirements": 2.4}
    return BucketYear(year=5, levels=levels, flows=flows)


def levels_over_years(vacancies=0.04):
    years = np.arange(0, 10.5, 0.5)
    spread = {"q05": 0.4, "q25": 0.7, "q50": 1.0, "q75": 1.4, "q95": 2.2}
    still = fan()
    rows = [
        pd.DataFrame(
            {"outcome": name, "years": years}
            | {quantile: level * times for quantile, times in spread.items()}
        )
        for name, level in (("vacancies", vacancies), ("newcomers", 0.06))
    ]
    return pd.concat([*rows, still.assign(outcome="present")], ignore_index=True)


def surface(**change):
    rng = np.random.default_rng(4)
    people = pd.DataFrame(rng.uniform(1, 5, (80, 2)), columns=["load", "resources"])
    gap = people["load"] - people["resources"]
    people["strain"] = 2 + 0.5 * gap + 0.2 * gap**2 + rng.normal(0, 0.3, 80)
    return response_surface(people, "strain", "load", "resources", **change)


def draft(people=60, *, kept=(0, 2, 3, 4, 6)):
    answers = draft_answers(people, rng=5)
    return try_draft(answers, [list(DRAFT_ITEMS)[place] for place in kept])


@cache
def leaders_over(outcome="strain", **counting):
    return balance_surface(leader_table(), outcome, **counting)


@cache
def held(**given):
    return confront(draws=2000, **given)


@cache
def narrowed(outcome="retention", **given):
    pair = Scenario({"home": 0}), Scenario({"home": 2})
    return narrowing(*pair, outcome=outcome, draws=2000, **given)


SHARES = {"seed": 0.2, "assumption": 0.7, "published": 0.1}

TABLE = ("fixed_presence_days", "home_days", "fewer_meetings", "supervision")
SETS = pd.DataFrame(
    {
        "keys": [TABLE[:2], TABLE[1:3], (TABLE[0], TABLE[3])],
        "best": [0.4, 0.5, 0.1],
        "regret": [0.01, 0.012, 0.09],
    }
)


def helping(shift=0.0):
    """Six pairs of every kind: sure, unsure and next to nothing."""
    ends = [(one, other) for place, one in enumerate(TABLE) for other in TABLE[:place]]
    return pd.DataFrame(
        {
            "one": [one for one, _ in ends],
            "other": [other for _, other in ends],
            "help": np.array([0.03, -0.03, 0.005, -0.01, 0.0, 0.02]) + shift,
            "positive": [0.95, 0.02, 0.6, 0.4, 0.5, 0.91],
        }
    )


WORLDS = np.random.default_rng(3).normal(0.3, 1, 500)


@cache
def effects(slope):
    """Effects of three numbers, of which one matters by its slope."""
    ranges = {"load": (0, 1), "calm": (0, 1), "idle": (0, 1)}
    return sensitivity(
        lambda load, calm, idle: slope * load + calm * bool(slope) + 0 * idle,
        ranges,
        draws=64,
        resamples=20,
    )


WEEKS = np.array([5, 6, 5, 7, 6, 5, 6, 7, 5, 6, 7, 5, *[9, 8, 9, 10, 8, 9] * 2], float)
TESTS = pd.DataFrame(
    {
        "name": ["Mentors", "One fixed day", "A rule"],
        "effect": [-15.0, np.nan, 4.0],
        "low": [-22.0, np.nan, -np.inf],
        "high": [-8.0, np.nan, np.inf],
        "predicted": [-10.0, 5.0, np.nan],
    }
)


#: For each live figure: how to make it, and two sets of data to move it to.
LIVE = {
    "run_chart": (
        lambda lang: plot.plot_run_chart(
            WEEKS, WEEKS[::-1], start=12, limits=(0, 12), lang=lang, synthetic=True
        ),
        [
            {"values": WEEKS + 1, "others": WEEKS},
            {"values": WEEKS, "others": WEEKS + 1, "shown": False},
        ],
    ),
    "pilot_effect": (
        lambda lang: plot.plot_pilot_effect(TESTS, lang=lang, synthetic=True),
        [
            {"table": TESTS.assign(effect=3.0, low=-1.0, high=8.0)},
            {"table": TESTS.assign(predicted=40.0)},
        ],
    ),
    "power": (
        lambda lang: plot.plot_power(effect=10, spread=7, lang=lang),
        [
            {"effect": 5, "spread": 7, "teams": 20},
            {"effect": 0, "spread": 7, "teams": 2},
        ],
    ),
    "conflicts": (
        lambda lang: plot.plot_conflicts(TABLE, helping(), lang=lang, stamp=STAMP),
        [
            {"pairs": helping(-0.01), "chosen": TABLE[:3], "locked": TABLE[3:]},
            {"pairs": helping(0.01), "chosen": TABLE[1:]},
        ],
    ),
    "choices": (
        lambda lang: plot.plot_choices(TABLE, SETS, lang=lang, stamp=STAMP),
        [
            {"sets": SETS, "chosen": (TABLE[3], TABLE[0]), "locked": TABLE[1:2]},
            {"sets": SETS[1:], "chosen": TABLE[1:3]},
        ],
    ),
    "factor_map": (
        lambda lang: plot.plot_factor_map(profile(), lang=lang, stamp=STAMP),
        [{"profile": profile(2)}, {"profile": profile(3)}],
    ),
    "scale": (
        lambda lang: plot.plot_scale(LOAD, SUPPORT, lang=lang, stamp=STAMP),
        [
            {"load": {"Krav": 0.1}, "resources": {"Ro": 0.9, "Tid": 0.8}},
            {"load": LOAD, "resources": {}},
        ],
    ),
    "week": (
        lambda lang: plot.plot_week(home=2, lang=lang, rng=7),
        [{"home": 3, "team": 25, "anchor": 1}, {"home": 0, "team": 5, "anchor": 5}],
    ),
    "effects": (
        lambda lang: plot.plot_effects(effects(1), lang=lang),
        [{"found": effects(4)}, {"found": effects(0)}],
    ),
    "worlds": (
        lambda lang: plot.plot_worlds(WORLDS, lang=lang, stamp=STAMP),
        [{"values": -WORLDS}, {"values": 0 * WORLDS}],
    ),
    "frontier": (
        lambda lang: plot.plot_frontier(ways(), **chosen(), lang=lang, stamp=STAMP),
        [chosen(home=1, shift=0.1), {**chosen(3), "combinations": ways()}],
    ),
    "retention": (
        lambda lang: plot.plot_retention(fan(), status_quo=fan(1.4), lang=lang),
        [{"outcome": fan(0.6)}, {"outcome": fan(1.6)}],
    ),
    "leader_year": (
        lambda lang: plot.plot_leader_year(year(), lang=lang),
        [
            {"year": year(load=1.3, budget=1.0, half_point=0.6)},
            {"year": year(stocks="two", tipping=False, holidays=6)},
        ],
    ),
    "phase": (
        lambda lang: plot.plot_phase(year(), lang=lang),
        [
            {"year": year(load=1.3, budget=1.0, reverse=0.5)},
            {"year": year(stocks="two", resources=1.5, start=0.9)},
        ],
    ),
    "bucket": (
        lambda lang: plot.plot_bucket(bucket(), lang=lang, stamp=STAMP),
        [{"year": bucket(12, 16)}, {"year": bucket(0, 0)}],
    ),
    "bucket_years": (
        lambda lang: plot.plot_bucket_years(levels_over_years(), lang=lang),
        [
            {"table": levels_over_years(0.1), "year": 0},
            {"table": levels_over_years(0.5), "year": 10},
        ],
    ),
    "teams": (
        lambda lang: plot.plot_teams(spread(), lang=lang),
        [{"found": spread(leader_load=1.4)}, {"found": spread(unequal=1.0, span=15)}],
    ),
    "population": (
        lambda lang: plot.plot_population(spread(), lang=lang),
        [{"found": spread(leader_load=1.4)}, {"found": spread(tipping=False, span=15)}],
    ),
    "evidence": (
        lambda lang: plot.plot_evidence(lang=lang),
        [{"chosen": [row % 3 == 0 for row in range(203)]}, {"chosen": False}],
    ),
    "group_dots": (
        lambda lang: plot.plot_group_dots(groups(), lang=lang),
        [{"answers": groups(size=30)}, {"answers": groups(within=0.2)}],
    ),
    "group_figures": (
        lambda lang: plot.plot_group_figures(**group_figures(), lang=lang),
        [group_figures(between=0.0), group_figures(within=0.2, between=1.0)],
    ),
    "draft_items": (
        lambda lang: plot.plot_draft_items(draft(), lang=lang),
        [{"trial": draft(12, kept=range(10))}, {"trial": draft(600, kept=(0, 1))}],
    ),
    "draft_whole": (
        lambda lang: plot.plot_draft_whole(draft(), lang=lang),
        [{"trial": draft(12, kept=range(10))}, {"trial": draft(600, kept=(0, 1))}],
    ),
    "scree": (
        lambda lang: plot.plot_scree(shown(3), lang=lang, synthetic=True, top=4),
        [{"found": shown(1)}, {"found": shown(2)}],
    ),
    "loadings": (
        lambda lang: plot.plot_loadings(explored(3), lang=lang, synthetic=True),
        [{"found": explored(1)}, {"found": explored(2)}],
    ),
    "statement_means": (
        lambda lang: plot.plot_statement_means(professions(), lang=lang),
        [{"means": professions(shift=0.8)}, {"means": professions(people=50)}],
    ),
    "invariance_steps": (
        lambda lang: plot.plot_invariance_steps(steps(), lang=lang, synthetic=True),
        [{"found": steps(shift=1.0, people=1000)}, {"found": steps(loading=0.2)}],
    ),
    "alphas": (
        lambda lang: plot.plot_alphas(0.8, people=60, items=5, lang=lang),
        [
            {"value": 0.5, "people": 12, "items": 2},
            {"value": 0.95, "people": 2000, "items": 12},
        ],
    ),
    "two_scores": (
        lambda lang: plot.plot_two_scores(0.5, error=0.3, lang=lang),
        [{"gap": 0.0, "error": 0.7}, {"gap": 2.0, "error": 0.1}],
    ),
    "calendar_week": (
        lambda lang: plot.plot_calendar_week(rng=8, lang=lang),
        [
            {"booked": 1.0, "gives_way": 1.0, "rng": 1},
            {"booked": 0.4, "gives_way": 0.5, "rng": 2},
        ],
    ),
    "calendar_curves": (
        lambda lang: plot.plot_calendar_curves(run_calendar(draws=50), lang=lang),
        [
            {"outcome": run_calendar(Calendar(block=3, interruptions=4), draws=50)},
            {"outcome": run_calendar(Calendar(urgent=0.7), draws=50)},
        ],
    ),
    "surface_map": (
        lambda lang: plot.plot_surface_map(leaders_over(), lang=lang),
        [
            {"found": leaders_over(rate=0.5, people=30)},
            {"found": leaders_over("team_climate", shift=2.0)},
        ],
    ),
    "surface_walks": (
        lambda lang: plot.plot_surface_walks(leaders_over(), lang=lang),
        [
            {"found": leaders_over(rate=0.5, people=30)},
            {"found": leaders_over("team_climate", shift=2.0)},
        ],
    ),
    "provenance": (
        lambda lang: plot.plot_provenance(SHARES, lang=lang, stamp=STAMP),
        [{"shares": {"assumption": 1.0}}, {"shares": {"seed": 0.5, "structure": 0.5}}],
    ),
}


@pytest.fixture(params=LIVE)
def live(request):
    """Every live figure: its maker by language, and data to move it to."""
    return LIVE[request.param]


@pytest.fixture(params=["da", "en"])
def lang(request):
    """Both languages."""
    return request.param


@cache
def draw(name, lang):
    if name == "group_balance":
        return plot.plot_group_balance(POINTS, lang=lang, stamp=STAMP)
    if name == "surface":
        return plot.plot_surface(surface(), lang=lang, stamp=STAMP)
    return LIVE[name][0](lang)


@pytest.fixture(params=[*LIVE, "group_balance", "surface"])
def drawing(request, lang):
    """Every figure in both languages."""
    return draw(request.param, lang)


@pytest.fixture(params=[*LIVE, "group_balance", "surface"])
def danish_drawing(request):
    """Every figure in Danish, for what takes time and knows no language."""
    return draw(request.param, "da")


@pytest.fixture
def examples():
    """The small tables themselves."""
    return {
        "profile": profile,
        "bucket": bucket,
        "levels_over_years": levels_over_years,
        "fan": fan,
        "ways": ways,
        "chosen": chosen,
        "points": POINTS,
        "stamp": STAMP,
        "load": LOAD,
        "support": SUPPORT,
        "table": TABLE,
        "sets": SETS,
        "helping": helping,
        "weeks": WEEKS,
        "tests": TESTS,
        "surface": surface,
        "held": held,
        "narrowed": narrowed,
    }

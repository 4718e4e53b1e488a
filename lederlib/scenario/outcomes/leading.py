"""What the models of work and leadership give for tasks 01 to 11."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import pandas as pd

from lederlib.answers import profile, read_answers
from lederlib.catalogue import dataset_path, ledger, load_dataset
from lederlib.model import (
    cascade,
    change_power,
    dilution,
    focus_wait,
    folds,
    level,
    never_meet,
    run_chart,
    tilt,
    turnaround,
)
from lederlib.scenario import (
    Bucket,
    Scenario,
    as_if_measured,
    best_sets,
    bucket_table,
    bucket_year,
    compare,
    contagion,
    discover,
    leader_year,
    portfolio_world,
    run,
    run_bucket,
    scenario_model,
)

Numbers = dict[str, float]
_HORIZON: Final = 5


def _five_years(table: pd.DataFrame) -> pd.Series:
    return table[(table["outcome"] == "retention") & (table["years"] == _HORIZON)].iloc[
        0
    ]


def _stay_more(**levers: float) -> float:
    change = compare(Scenario({}), Scenario(levers)).table
    return 100 * float(_five_years(change)["q50"])


def _lift(**levers: float) -> Numbers:
    return {"gain": _stay_more(**levers), "effort": sum(levers.values()) - 1.5}


def _spread_of_nine() -> Numbers:
    nine = profile(read_answers(dataset_path("workshop")))
    return {"spread": float(nine["spread"]["leadership_quality"])}


def _greens(*, green_from: float) -> Numbers:
    means = profile(load_dataset("municipal_survey"))["mean"]
    return {"green": sum(means >= green_from)}


def _balance(*, load: float, resources: float) -> Numbers:
    return {
        "tilt": float(tilt(load, resources)),
        "level": float(level(load, resources)),
    }


def _week(*, home: float, anchor: float) -> Numbers:
    table = run(Scenario({"home": home, "anchor": anchor, "agreement": 0})).table
    middle = table.set_index("outcome")["q50"]
    return {"community": middle["community"], "plans": 2 ** middle["freedom"]}


def _vacant() -> Numbers:
    run_dry = run_bucket(Bucket(applicants=1.0))
    return {"vacancies": bucket_year(run_dry, 5).levels["vacancies"]}


def _patched(*, recruitment: float, quits: float) -> Numbers:
    filled = run_bucket(Bucket(shortage=0.5, recruitment=recruitment, quits=quits))
    middle = 100 * bucket_table(filled).set_index(["outcome", "years"])["q50"]
    return {
        "vacancies": middle["vacancies", 5.0],
        "stay": middle["present", 5.0],
        "effort": -recruitment - quits,
    }


def _hard_year(*, load: float, resources: float) -> Numbers:
    year = leader_year(start=0.8, budget=0, load=load, resources=resources)
    return {"strain": year.strain[48], "effort": 1.2 - load + resources - 1}


def _spared(*, span: float, leader_load: float) -> Numbers:
    found = contagion(span=span, leader_load=leader_load)
    new = found.leader_load.size - contagion(span=29).leader_load.size
    return {"employees": found.employee_mean[-1], "new_leaders": new}


def _below_the_mean() -> Numbers:
    ends = contagion().leader_strain[-1]
    return {"below": 100 * float((ends < ends.mean()).mean())}


def _winner() -> Numbers:
    sets = best_sets(portfolio_world(), stop=["remove_old_introduction"])
    return {"often": 100 * sets["best"].max()}


def _started(*, started: float, stopped: float) -> Numbers:
    used = max(0.06 * started - stopped, 0)
    return {"gain": started * float(dilution(used)), "freed": stopped}


def _alarms() -> Numbers:
    noise = np.random.default_rng(1).normal(size=(24, 10, 2_000))
    return {"alarms": 100 * run_chart(noise).signal.any(axis=0).mean()}


def _power(*, teams: float, weeks: float) -> Numbers:
    spread = (25 + 300 / weeks) ** 0.5
    chance = change_power(int(teams), effect=10, spread=spread)
    return {"chance": float(chance), "asked": 2 * teams * weeks}


def _diary(*, booked: float, interruptions: float) -> Numbers:
    wait = float(focus_wait(1.5, interruptions=interruptions))
    return {"moved": float(cascade(0.75 * booked)), "focus": wait}


def _narrower() -> Numbers:
    both = ledger().replace("autonomy_path", value=1, source="exercise 11")
    known = as_if_measured(both, "isolation_to_retention", found="middle")
    pair = [Scenario({"home": days, "agreement": 0}) for days in (2, 3)]
    before, after = (
        row["q95"] - row["q05"]
        for row in (
            _five_years(compare(*pair, ledger=book).table) for book in (both, known)
        )
    )
    return {"narrower": 100 * (1 - after / before)}


def _turned(*, contact_reach: float, autonomy_to_retention: float) -> Numbers:
    assumed: dict[str, float] = {
        "agreement": 0,
        "autonomy_path": 1,
        "contact_reach": contact_reach,
        "autonomy_to_retention": autonomy_to_retention,
    }
    pair = ({"home": 2, **assumed}, {"home": 3, **assumed})
    found = discover(
        scenario_model(), ledger(), levers=pair, outcome="retention", below=0
    )
    moved = abs(contact_reach - 0.5) + abs(autonomy_to_retention - 0.22)
    return {"turned": 100 * found.fails, "moved": moved}


#: The outcome of each prediction (no levers) and goal (its levers), by task.
LEADING: Final[Mapping[str, Callable[..., Numbers]]] = {
    "01.1": lambda: {"gain": _stay_more(leadership_quality=1)},
    "01.3": _lift,
    "02.1": _spread_of_nine,
    "02.4": _greens,
    "03.1": lambda: {"tips_at": 100 * (float(folds().tip) / 0.30 - 1)},
    "03.4": _balance,
    "04.1": lambda: {"missed": 100 * float(never_meet(5, anchor=0, home=4))},
    "04.3": _week,
    "05.1": _vacant,
    "05.4": _patched,
    "06.1": lambda: {"strain": float(leader_year(load=1.3, budget=1.0).strain[48])},
    "06.3": _hard_year,
    "07.1": lambda: {
        "near": 100
        * contagion(load_coupling=0, recovery_coupling=0, team_feedback=0).near
    },
    "07.3": _spared,
    "07.4": _below_the_mean,
    "08.1": _winner,
    "08.4": _started,
    "09.1": _alarms,
    "09.4": _power,
    "10.1": lambda: {"times": float(turnaround(urgent=0.6, important=0.3))},
    "10.4": _diary,
    "11.1": _narrower,
    "11.4": _turned,
}

"""What measures of answers give for tasks 12 to 17."""

import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import pandas as pd

from lederlib.catalogue import load_dataset
from lederlib.measure import (
    feldt_interval,
    icc,
    parallel_analysis,
    plan_cfa,
    spearman_brown,
    usual_alphas,
)
from lederlib.scenario import (
    balance_surface,
    compare_professions,
    draft_answers,
    draw_professions,
    leader_table,
    try_draft,
)
from lederlib.scenario.outcomes.leading import Numbers

#: Columns of the municipal survey that exercise 14 asks about, by place.
_STRUCTURE: Final = [19, 20, 21, 28, 42, 30, 37, 38, 39, 40, 41, 29]


@cache
def _drafted() -> pd.DataFrame:
    return draft_answers(60, rng=12)


def _twins() -> Numbers:
    return {"alpha": try_draft(_drafted(), ["unbroken", "unbroken_again"]).alpha}


def _kept_items(**levers: float) -> Numbers:
    trial = try_draft(_drafted(), [item for item, kept in levers.items() if kept])
    count = sum(levers.values())
    return {"items": count, "facets": len(trial.facets), "truth": trial.truth}


def _unlucky() -> Numbers:
    return {"lowest": float(usual_alphas(0.70, people=12, items=4)[0])}


def _lower_end(*, items: float, people: float) -> Numbers:
    reliability = float(spearman_brown(0.35, times=items))
    low, _ = feldt_interval(reliability, items=int(items), people=int(people))
    return {"low": float(low), "answers": items * people}


def _four_found() -> Numbers:
    answers = load_dataset("municipal_survey").iloc[:, _STRUCTURE]
    samples = (answers.sample(80, random_state=number) for number in range(100))
    found = [parallel_analysis(one, kind="factors", draws=100) for one in samples]
    return {"found": [one.suggested for one in found].count(4)}


def _lacking(*, items: float, people: float) -> Numbers:
    statements = 4 * int(items)
    needed = plan_cfa(statements * (statements - 3) // 2 - 6).needed
    lacking = math.inf if needed is None else needed - people
    return {"lacking": lacking, "answers": statements * people}


def _caught(people: int, shift: float) -> int:
    draws = (
        draw_professions(people=people, gap=0, shift=shift, rng=seed)
        for seed in range(20)
    )
    return sum(bool(compare_professions(each).let_go) for each in draws)


def _slant_found(*, people: float) -> Numbers:
    return {"found": _caught(int(people), 0.3), "asked": people}


def _between_units() -> Numbers:
    survey = load_dataset("municipal_survey")
    return {
        "between": float(100 * icc(survey["meaning_influence_1"], survey["unit"]).icc1)
    }


def _climate() -> Numbers:
    return {
        "share": float(100 * balance_surface(leader_table(), "team_climate").surface.r2)
    }


#: The outcome of each prediction (no levers) and goal (its levers), by task.
MEASURING: Final[Mapping[str, Callable[..., Numbers]]] = {
    "12.2": _twins,
    "12.4": _kept_items,
    "13.1": _unlucky,
    "13.4": _lower_end,
    "14.1": _four_found,
    "14.4": _lacking,
    "15.1": lambda: {"caught": _caught(50, 0.2)},
    "15.4": _slant_found,
    "16.1": _between_units,
    "17.1": _climate,
}

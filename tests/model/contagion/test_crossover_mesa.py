"""Crossover against the same model in Mesa, agent by agent."""

import importlib.util
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from lederlib.model import crossover, retention_parameters

SIZES, WEEKS = [1, 4, 9, 16, 20, 30], 40
RNG = np.random.default_rng(11)
LOADS, LEADER_LOADS = RNG.uniform(0.6, 1.6, sum(SIZES)), RNG.uniform(0.4, 2, len(SIZES))
# Many leave, so that chance shows.
GONE = {"gone_in_one_year": 0.4, "gone_in_five_years": 0.7}
LEADERS_GONE = 0.3


@pytest.fixture(scope="module")
def run_mesa():
    pytest.importorskip("mesa")
    place = Path(__file__).with_name("mesa_crossover.py")
    spec = importlib.util.spec_from_file_location("mesa_crossover", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.run_mesa


def ours(**options):
    return crossover(
        team_sizes=SIZES,
        weeks=WEEKS,
        load=LOADS,
        load_spread=0,
        leader_load=LEADER_LOADS,
        leader_load_spread=0,
        **options,
    )


@pytest.mark.parametrize("tipping", [True, False])
def test_without_turnover_every_person_has_the_strain_of_the_agent(run_mesa, tipping):
    paths = {
        "load_path": [1.2] * 5 + [1] * (WEEKS - 5),
        "leader_load_path": [1] * 3 + [2] * 13 + [0.5] * (WEEKS - 16),
    }
    path = ours(turnover=False, tipping=tipping, **paths)
    model = run_mesa(
        WEEKS,
        sizes=SIZES,
        loads=LOADS,
        leader_loads=LEADER_LOADS,
        turnover=False,
        tipping=tipping,
        **paths,
    )
    told = model.collected.get_model_vars_dataframe()
    agents = [agent.strain for agent in model.employees]
    assert path.strain == pytest.approx(agents, abs=1e-12)
    leaders = told["leader_mean"].to_numpy()
    assert path.leader_mean == pytest.approx(leaders, abs=1e-12)
    employees = told["employee_mean"].to_numpy()
    assert path.employee_mean == pytest.approx(employees, abs=1e-12)


def test_with_turnover_means_and_quits_agree_within_chance(run_mesa):
    law = retention_parameters(**GONE)
    world = {
        "sizes": SIZES,
        "loads": LOADS,
        "leader_loads": LEADER_LOADS,
        "turnover": True,
        "rate": float(law.rate),
        "frailty": float(law.shape),
        "newcomers": (0.5, 4, 13 / 52),
        "leader_hazard": -np.log1p(-LEADERS_GONE),
    }
    models = [run_mesa(WEEKS, seed=seed, **world) for seed in range(40)]
    paths = [
        ours(
            rng=seed,
            leader_turnover=LEADERS_GONE,
            quit_reference=0.25,
            newcomer_hazard=0.5,
            newcomer_ratio=4,
            onboarding_weeks=13,
            **GONE,
        )
        for seed in range(400)
    ]
    theirs = [model.collected.get_model_vars_dataframe() for model in models]
    pairs = {
        "employees": (
            [path.employee_mean.mean() for path in paths],
            [each["employee_mean"].mean() for each in theirs],
        ),
        "leaders": (
            [path.leader_mean.mean() for path in paths],
            [each["leader_mean"].mean() for each in theirs],
        ),
        "quits": (
            [path.quits.sum() for path in paths],
            [sum(model.quits) for model in models],
        ),
    }
    for name, sides in pairs.items():
        gap = np.subtract(*(np.mean(side) for side in sides))
        error = np.sqrt(sum(np.var(side) / len(side) for side in sides))
        assert abs(gap) < 3.5 * error, name
        assert error < 0.1 * np.mean(sides[0]), name


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_the_default_run_needs_less_than_50_megabytes(precision):
    crossover(weeks=1)
    tracemalloc.start()
    crossover(precision=precision)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50 * 2**20

"""Chance is one argument with one check, in every public function that takes it."""

import importlib
import inspect

import numpy as np
import pandas as pd
import pytest

from lederlib._checks import generator_of, seed_of
from lederlib.answers import Study, read_scale
from lederlib.catalogue import ledger, load_dataset
from lederlib.scenario import Scenario, leader_table

LAYERS = ("catalogue", "measure", "model", "scenario", "plot", "widget", "report")
WRONG = (-1, 1.7, True, "x")


def items():
    latent = np.random.default_rng(1).normal(size=(40, 1))
    noise = np.random.default_rng(2).normal(size=(40, 6))
    return pd.DataFrame(latent + noise, columns=list("abcdef"))


def total(load, calm):
    return {"sum": load + calm}


def study():
    scale = read_scale().only("leadership_quality")
    people = load_dataset("municipal_survey").head(30)
    return Study(scale, people)


HALVES = {"one": list("abc"), "two": list("def")}
RANGES = {"load": (0.0, 1.0), "calm": (0.0, 1.0)}
#: What each function needs beside its chance.
NEEDED = {
    "narrowing": lambda: ((Scenario({}), Scenario({"home": 2})), {}),
    "write_class": lambda: (("hand-ins",), {}),
    "draw_interventions": lambda: ((["home_days"], 10), {}),
    "alpha": lambda: ((items(),), {}),
    "draw_alphas": lambda: ((0.8,), {"people": 20, "items": 5, "draws": 10}),
    "guttman": lambda: ((items(),), {}),
    "htmt": lambda: ((items(), HALVES), {}),
    "omega": lambda: ((items(),), {}),
    "parallel_analysis": lambda: ((items(),), {"draws": 20}),
    "plan_loadings": lambda: ((2, 3, 0.3), {}),
    "plan_reliability": lambda: ((0.8, 5, 0.2), {}),
    "response_surface": lambda: ((items(), "a", "b", "c"), {"center": "mean"}),
    "split_halves": lambda: ((items(),), {}),
    "change_power": lambda: ((8,), {"effect": 5, "spread": 10}),
    "compare_pilot": lambda: (
        (np.arange(60.0).reshape(12, 5), [True, True, False, False, False]),
        {"start": 6},
    ),
    "pilot_power": lambda: ((8,), {}),
    "simulate_cascade": lambda: ((0.5,), {"runs": 10}),
    "simulate_focus_wait": lambda: ((1,), {"interruptions": 1, "runs": 10}),
    "simulate_turnaround": lambda: ((), {"urgent": 0.2, "important": 0.2, "runs": 10}),
    "balance_surface": lambda: ((leader_table(),), {}),
    "compare": lambda: ((Scenario({}), Scenario({"home": 2})), {"draws": 10}),
    "discover": lambda: ((total, RANGES), {"above": 1.0, "outcome": "sum"}),
    "provenance_effects": lambda: ((total, RANGES), {"outcome": "sum"}),
    "provenance_share": lambda: ((Scenario({"home": 2}),), {"draws": 64}),
    "replicate": lambda: ((total,), {"outputs": ("sum",), "runs": 2}),
    "run": lambda: ((Scenario({}),), {"draws": 10}),
    "sensitivity": lambda: ((total, RANGES), {"outcome": "sum"}),
    "sweep": lambda: ((total, {"load": [1.0], "calm": [1.0]}), {"outputs": dict}),
    "plot_alphas": lambda: ((0.8,), {"people": 20, "items": 5}),
    "measure_report": lambda: ((study(),), {}),
}


def takers():
    """Every public function that takes `rng`, by its name."""
    found = {}
    for layer in LAYERS:
        module = importlib.import_module(f"lederlib.{layer}")
        for name in module.__all__:
            thing = getattr(module, name)
            if (
                inspect.isfunction(thing)
                and "rng" in inspect.signature(thing).parameters
            ):
                found[name] = thing
    return found


TAKERS = takers()


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("name", sorted(TAKERS))
def test_chance_that_is_no_seed_is_refused_in_one_sentence(name, wrong):
    arguments, options = NEEDED.get(name, lambda: ((), {}))()
    with pytest.raises(
        ValueError, match=r"^rng must be a generator or a seed, a whole"
    ):
        TAKERS[name](*arguments, **options, rng=wrong)


def test_a_ledger_draws_by_the_same_check():
    with pytest.raises(ValueError, match=r"^rng must be a generator or a seed"):
        ledger().draw(5, rng=1.7)


def test_all_that_is_needed_belongs_to_a_public_function():
    assert set(NEEDED) <= set(TAKERS)


def test_a_seed_stands_for_itself_and_a_generator_gives_one():
    generator = np.random.default_rng(0)
    assert seed_of(np.int64(5)) == 5
    assert seed_of(generator) != seed_of(generator)
    assert generator_of(generator) is generator
    assert generator_of(3).random() == np.random.default_rng(3).random()

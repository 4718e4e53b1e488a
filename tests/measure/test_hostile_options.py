"""A hostile option, or number, gets a result or one sentence too."""

import inspect

import numpy as np
import pandas as pd
import pytest

from lederlib import measure

RNG = np.random.default_rng(4)
SHARED = RNG.normal(size=(80, 1)) + RNG.normal(size=(80, 4))
ANSWERS = pd.DataFrame(np.digitize(SHARED, [-1, 0, 1]) + 1.0, columns=list("abcd"))
UNITS = ["nord", "syd"] * 40
TABLE = ANSWERS.assign(unit=UNITS)
FACTORS = {"calm": ["a", "b"], "load": ["c", "d"]}
MODEL = "f =~ a + b + c + d"
#: What is right for each function that has more to be told than its answers.
RIGHT = {
    "ad_index": {"items": ANSWERS, "groups": UNITS},
    "alpha": {"items": ANSWERS},
    "cfa": {"model": MODEL, "data": TABLE},
    "sem": {"model": "b ~ x*a\nc ~ b", "data": TABLE},
    "criterion_validity": {"data": ANSWERS, "score": "a", "criteria": ["b"]},
    "efa": {"items": ANSWERS, "factors": 1},
    "factor_reliability": {"fit": measure.cfa(MODEL, TABLE)},
    "graded_dif": {"items": ANSWERS, "groups": UNITS},
    "guttman": {"items": ANSWERS},
    "htmt": {"items": ANSWERS, "factors": FACTORS, "draws": 100},
    "icc": {"values": ANSWERS["a"], "groups": UNITS},
    "invariance": {"model": MODEL, "data": TABLE, "group": "unit"},
    "item_table": {"items": ANSWERS},
    "line_up": {
        "loadings": pd.DataFrame({"F1": [0.7, 0.6], "F2": [0.1, 0.2]}),
        "thought": ["x", "y"],
    },
    "measurement_error": {"items": ANSWERS},
    "multilevel": {
        "data": TABLE,
        "outcome": "a",
        "predictors": ["b"],
        "group": "unit",
    },
    "omega": {"items": ANSWERS, "factors": 2},
    "parallel_analysis": {"items": ANSWERS, "draws": 20},
    "r_star_wg": {"items": ANSWERS, "groups": UNITS},
    "response_surface": {"data": ANSWERS, "outcome": "a", "x": "b", "y": "c"},
    "retest": {"first": ANSWERS["a"], "second": ANSWERS["b"]},
    "rwg_j": {"items": ANSWERS, "groups": UNITS},
    "split_halves": {"items": ANSWERS},
}
#: Tables have a test of their own; a switch and a function are for programmers.
ELSEWHERE = {
    *("items", "data", "progress"),
    *("std_lv", "commensurable", "restricted"),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_hostile_option_gives_a_result_or_one_sentence(name, tried, hostile_values):
    call = getattr(measure, name)
    wrong = {
        (key, told): tried(call, **{**RIGHT[name], key: value})
        for key in inspect.signature(call).parameters
        if key not in ELSEWHERE
        for told, value in hostile_values.items()
    }
    assert {told: what for told, what in wrong.items() if what} == {}


def test_a_hostile_number_gives_a_result_or_one_sentence(
    tried, hostile_values, on_numbers
):
    wrong = {
        (name, key, told): tried(getattr(measure, name), **{**right, key: value})
        for name, right in on_numbers.items()
        for key in right
        for told, value in hostile_values.items()
    }
    assert {told: what for told, what in wrong.items() if what} == {}

"""A reversed item that was not turned is named, whichever function is asked."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.measure import (
    Moments,
    alpha,
    cfa,
    efa,
    factor_reliability,
    graded_dif,
    graded_response,
    guttman,
    htmt,
    item_table,
    measurement_error,
    omega,
    split_halves,
    suitability,
)
from lederlib.measure.against import going_against

RNG = np.random.default_rng(8)
TRAIT = np.repeat(RNG.normal(size=(300, 2)), 4, axis=1)
SEEN = TRAIT + RNG.normal(size=(300, 8))
ANSWERS = pd.DataFrame(
    np.digitize(SEEN, [-2, -0.7, 0.7, 2]) + 1, columns=list("abcdefgh")
)
UNTURNED = ANSWERS.assign(b=6 - ANSWERS["b"])
ONE = list("abcd")
FACTORS = {"ro": list("abcd"), "tid": list("efgh")}
MODEL = "ro =~ a + b + c + d\ntid =~ e + f + g + h"
CALLS = {
    "alpha": alpha,
    "ordinal alpha": lambda items: alpha(items, kind="ordinal"),
    "efa": lambda items: efa(items, 2),
    "factor_reliability": lambda items: factor_reliability(cfa(MODEL, items)),
    "ordered": lambda items: factor_reliability(cfa(MODEL, items, "WLSMV")),
    "graded_dif": lambda items: graded_dif(items[ONE], ["x", "y"] * 150),
    "graded_response": lambda items: graded_response(items[ONE]),
    "guttman": guttman,
    "htmt": lambda items: htmt(items, FACTORS, draws=100),
    "item_table": item_table,
    "measurement_error": measurement_error,
    "moments": lambda items: omega(Moments.from_table(items), kind="cfa"),
    "omega": omega,
    "split_halves": split_halves,
    "suitability": suitability,
}


@pytest.mark.parametrize("name", CALLS)
def test_it_is_named_and_nothing_else_is(name):
    right, wrong = CALLS[name](ANSWERS), CALLS[name](UNTURNED)
    assert right.against == ()
    assert wrong.against == ("b",)
    assert "b. Er de vendt rigtigt?" in wrong.summary("da")
    assert "Er de vendt rigtigt?" not in right.summary("da")


def test_gaps_do_not_hide_it():
    gaps = UNTURNED[ONE].mask(RNG.random((300, 4)) < 0.3)
    assert graded_response(gaps).against == ("b",)


def test_factors_that_oppose_each_other_are_no_reversed_items():
    """Load and resources pull apart, and each item goes with its own factor."""
    strain = 0.8 * RNG.normal(size=300) - 0.6 * TRAIT[:, 0]
    apart = np.column_stack([TRAIT[:, :4], np.tile(strain[:, None], 4)])
    load = pd.DataFrame(apart + RNG.normal(size=(300, 8)), columns=list("abcdefgh"))
    assert efa(load, 2).against == ()
    assert htmt(load, FACTORS, draws=100).against == ()
    assert factor_reliability(cfa(MODEL, load)).against == ()


@given(st.sets(st.integers(0, 6), max_size=3), st.integers(0, 99))
def test_fewer_than_half_turned_are_exactly_those_named(turned, seed):
    """Law: items of one trait, of which a minority is reversed."""
    loadings = np.random.default_rng(seed).uniform(0.4, 0.9, 7)
    loadings[list(turned)] *= -1
    between = np.outer(loadings, loadings)
    np.fill_diagonal(between, 1)
    named = going_against(tuple("0123456"), between)
    assert {int(name) for name in named} == turned


def test_two_items_that_oppose_each_other_name_one():
    assert len(going_against(("a", "b"), np.array([[1, -0.5], [-0.5, 1]]))) == 1


def test_a_negative_alpha_is_told_as_it_is():
    table = pd.DataFrame({"a": ANSWERS["a"], "b": 6 - ANSWERS["b"]})
    error = measurement_error(table)
    assert error.reliability == alpha(table).value < 0
    wanted = table.mean(axis=1).std() * np.sqrt(1 - error.reliability)
    assert error.value == pytest.approx(wanted)
    assert "under nul" in error.summary("da")

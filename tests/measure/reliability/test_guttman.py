"""Guttman's bounds and split halves: psych's figures, and every split by hand."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import alpha, guttman, split_halves
from lederlib.measure.reliability.coefficients import guttman_of

PSYCH = pd.read_csv("tests/reference/reliability.csv")
TABLES = ["continuous", "five_points", "three_points", "missing_at_random", "skewed"]
EVEN = [*TABLES, "two_groups"]


def reference_table(name):
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


@pytest.mark.parametrize("name", EVEN)
def test_all_splits_are_psychs(name):
    halves = split_halves(reference_table(name))
    theirs = PSYCH[PSYCH["table"] == name].set_index("quantity")["value"]
    ours = [halves.highest, halves.lowest, halves.mean, halves.median]
    expected = theirs[["lambda4", "lowest", "mean", "median"]]
    np.testing.assert_allclose(ours, expected, rtol=1e-8)


@pytest.mark.parametrize("name", [*EVEN, "forty_groups"])
def test_bounds_are_psychs(name):
    table = reference_table(name)
    theirs = PSYCH[PSYCH["table"] == name].set_index("quantity")["value"]
    bounds = guttman(table).values
    np.testing.assert_allclose(
        bounds[["lambda2", "lambda6"]], theirs[["lambda2", "lambda6"]], rtol=1e-8
    )
    correlations = table.dropna().corr().to_numpy()
    for bound, value in guttman_of(correlations).items():
        assert value == pytest.approx(theirs[f"correlated_{bound}"], rel=1e-8)


def test_an_odd_number_of_items_is_split_in_every_way_too():
    table = reference_table("forty_groups").iloc[:, :5]
    covariance = table.cov().to_numpy()
    by_hand = []
    for half in combinations(range(5), 2):
        rest = [item for item in range(5) if item not in half]
        shared = covariance[np.ix_(half, rest)].sum()
        by_hand.append(4 * shared / covariance.sum())
    halves = split_halves(table)
    np.testing.assert_allclose(np.sort(halves.values), np.sort(by_hand))


def test_the_mean_of_all_splits_is_alpha():
    table = reference_table("continuous")
    assert split_halves(table).mean == pytest.approx(alpha(table).value)


def test_the_best_half_gives_the_highest_value():
    table = reference_table("five_points")
    halves = split_halves(table)
    first = table[list(halves.best)].sum(axis=1)
    second = table.drop(columns=list(halves.best)).sum(axis=1)
    shared = np.cov(first, second)[0, 1]
    value = 4 * shared / np.var(first + second, ddof=1)
    assert halves.highest == pytest.approx(value)


def test_too_many_items_are_split_by_chance_and_that_is_said():
    table = reference_table("continuous")
    drawn = split_halves(table, exact_up_to=11, draws=4000, rng=1)
    assert not drawn.exact
    assert drawn.mean == pytest.approx(split_halves(table).mean, abs=0.005)
    assert "tilfældige" in drawn.summary("da")
    assert "too many to try them all" in drawn.summary("en")
    assert "Alle 462" in split_halves(table).summary("da")


def test_bounds_never_pass_lambda2_the_wrong_way():
    bounds = guttman(reference_table("skewed")).values
    assert bounds["lambda1"] < bounds["lambda3"] <= bounds["lambda2"]
    assert bounds["lambda1"] < bounds["lambda5"]
    assert "λ" in guttman(reference_table("skewed")).summary("en")


def test_items_that_are_alike_do_not_stop_the_bounds():
    table = reference_table("continuous")[["y1", "y2", "y3"]]
    bounds = guttman(table.assign(copy=table["y1"])).values
    assert bounds.between(0, 1).all()


def test_wrong_limits_are_refused():
    table = reference_table("continuous")
    with pytest.raises(ValueError, match="exact_up_to must lie between 2 and 24"):
        split_halves(table, exact_up_to=40)

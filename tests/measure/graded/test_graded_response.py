"""The graded response model against the package mirt, and against the truth."""

import importlib
import os

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import graded_response
from lederlib.measure.graded._em import categories, coded, expect, normal_weights
from lederlib.measure.graded.graded_response import information, score
from lederlib.measure.item_matrix import item_matrix


def their_program():
    if os.environ.get("CI"):
        return importlib.import_module("mirt")
    return pytest.importorskip("mirt", reason="needs the group oracle")


@pytest.mark.parametrize("name", ["five_points", "three_points"])
def test_likelihood_slopes_and_thresholds_agree_with_mirt(name, table):
    mirt = their_program()
    answers = table(name)
    found = graded_response(answers)
    theirs = mirt.fit_mirt(
        answers.to_numpy() - 1, model="GRM", n_quadpts=61, compute_standard_errors=False
    )
    assert found.converged
    assert found.loglik == pytest.approx(theirs.log_likelihood, abs=0.05)
    slopes = theirs.model.parameters["discrimination"]
    np.testing.assert_allclose(found.parameters["slope"], slopes, rtol=0.01)
    thresholds = found.parameters.filter(regex=r"threshold\d$").to_numpy()
    np.testing.assert_allclose(
        thresholds, theirs.model.parameters["thresholds"], rtol=0.02
    )


def test_what_was_built_in_is_found_within_its_errors(drawn):
    answers, slopes, trait = drawn
    found = graded_response(answers)
    away = (found.parameters["slope"] - slopes) / found.parameters["slope_se"]
    assert away.abs().max() < 3
    thresholds = found.parameters.filter(regex=r"threshold\d$") - [-1.0, 0.2, 1.4]
    errors = found.parameters.filter(like="_se").drop(columns="slope_se")
    assert np.abs(thresholds.to_numpy() / errors.to_numpy()).max() < 3.5
    assert np.corrcoef(found.scores["score"], trait)[0, 1] ** 2 == pytest.approx(
        found.reliability, abs=0.04
    )
    outside = np.abs(found.scores["score"] - trait) > 1.96 * found.scores["se"]
    assert outside.mean() == pytest.approx(0.05, abs=0.02)
    assert (found.item_fit["p"] > 0.001).all()


def test_the_errors_come_from_the_curvature_of_the_likelihood(drawn):
    """The exact information against differences of the gradient."""
    answers = drawn[0].iloc[:200, :3]
    matrix = item_matrix(answers)
    held = coded(matrix.values, categories(matrix))
    weights, step = normal_weights(), 1e-5
    items = tuple(np.array([1.0, 1.5, 0.1, -1.4]) * scale for scale in (0.8, 1, 1.3))

    def gradient(flat):
        near = np.split(flat, 3)
        return score(near, expect(held, near, weights).counts)

    flat = np.concatenate(items)
    moves = step * np.eye(len(flat))
    curve = [(gradient(flat - m) - gradient(flat + m)) / (2 * step) for m in moves]
    exact = information(held, items, expect(held, items, weights))
    np.testing.assert_allclose(exact, np.array(curve), atol=1e-5)
    rise = [
        (expect(held, np.split(flat + m, 3), weights).loglik)
        - (expect(held, np.split(flat - m, 3), weights).loglik)
        for m in moves
    ]
    np.testing.assert_allclose(gradient(flat), np.array(rise) / (2 * step), atol=1e-4)


def test_the_coding_and_the_order_of_people_change_nothing(drawn):
    answers = drawn[0].iloc[:300]
    before = graded_response(answers)
    moved = (answers * 2 + 7).sample(frac=1, random_state=3)
    after = graded_response(moved)
    pd.testing.assert_frame_equal(before.parameters, after.parameters, rtol=1e-6)
    pd.testing.assert_frame_equal(before.scores, after.scores.sort_index(), rtol=1e-6)


def test_a_turned_item_has_the_opposite_slope(drawn):
    answers = drawn[0].iloc[:400]
    turned = graded_response(answers.assign(tid=3 - answers["tid"])).parameters
    straight = graded_response(answers).parameters
    assert turned.loc["tid", "slope"] == pytest.approx(
        -straight.loc["tid", "slope"], rel=1e-4
    )
    np.testing.assert_allclose(
        turned["slope"].drop("tid"), straight["slope"].drop("tid"), rtol=1e-4
    )


def test_gaps_cost_information_but_no_people(drawn):
    answers = drawn[0].iloc[:500].astype(float)
    gaps = answers.mask(np.random.default_rng(1).random(answers.shape) < 0.3)
    gaps["håb"] = answers["håb"]
    gaps.iloc[7] = np.nan
    found, whole = graded_response(gaps), graded_response(answers)
    assert (found.n, found.left_out) == (499, 1)
    assert found.scores.iloc[7].isna().all()
    assert found.scores["se"].mean() > whole.scores["se"].mean()
    assert "intet har svaret: 1" in found.summary()


def test_information_adds_up_and_curves_sum_to_one(drawn):
    found = graded_response(drawn[0].iloc[:400])
    table = found.information([-1, 0, 2.5])
    items = table[found.parameters.index]
    np.testing.assert_allclose(table["total"], items.sum(axis=1) + 1)
    np.testing.assert_allclose(table["se"], table["total"] ** -0.5)
    curves = found.curves("støtte", np.linspace(-3, 3, 7))
    np.testing.assert_allclose(curves.sum(axis=1), 1)
    with pytest.raises(ValueError, match=r"item must be one of .*Nearest: 'støtte'"):
        found.curves("stotte", 0)


def test_an_item_that_follows_no_such_curve_is_named(drawn):
    answers, _, trait = drawn
    bent = np.digitize(np.abs(trait), [0.4, 0.8, 1.2]) + (trait > 1.3)
    found = graded_response(answers.assign(mod=bent))
    assert found.item_fit["p"].idxmin() == "mod"
    assert "mod" in found.summary().partition("kurver for")[2]


def test_each_row_of_scores_gives_a_degree_of_freedom_and_each_parameter_takes_one():
    """Five yes-or-no items: scores 1 to 4 can differ, slope and threshold are taken."""
    rng = np.random.default_rng(9)
    trait = rng.normal(size=(2000, 1))
    found = graded_response(1 * (trait + rng.logistic(size=(2000, 5)) > 0.2))
    assert (found.item_fit["df"] == 4 - 2).all()
    assert found.parameters.columns.tolist() == [
        "slope",
        "slope_se",
        "threshold1",
        "threshold1_se",
    ]


def test_two_items_that_say_the_same_are_pointed_out(drawn):
    answers = drawn[0].iloc[:200]
    found = graded_response(answers.assign(tid_igen=answers["tid"]))
    assert {"tid", "tid_igen"} <= set(found.steep)
    assert "tid" in found.summary("en")


def test_items_that_are_all_the_same_have_no_maximum(drawn):
    answers = pd.DataFrame({f"æ{place}": drawn[0]["tid"][:200] for place in range(4)})
    found = graded_response(answers)
    assert not found.converged
    assert found.parameters["slope_se"].isna().all()
    assert "ikke et sikkert maksimum" in found.summary()
    assert "must not be used" in found.summary("en")


def test_an_answer_that_nobody_gave_is_said(drawn):
    answers = drawn[0].iloc[:300].replace({"ro": {1: 2}})
    found = graded_response(answers)
    assert found.gaps == ("ro",)
    assert np.isnan(found.parameters.loc["ro", "threshold3"])
    assert "ro" in found.summary()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"ro": 1}, "Item 'ro' must vary"),
        ({"ro": "ja"}, "Item 'ro' must hold numbers"),
        (
            {"ro": np.arange(60) / 7},
            "Item 'ro' must have at most 20 categories; got 60",
        ),
        ({"ro": np.nan}, "Item 'ro' must have answers"),
    ],
)
def test_one_sentence_says_what_is_wrong(change, sentence, drawn):
    with pytest.raises(ValueError, match=sentence):
        graded_response(drawn[0].iloc[:60].assign(**change))


def test_three_items_are_the_fewest(drawn):
    with pytest.raises(ValueError, match="items must be at least 3; got 2"):
        graded_response(drawn[0][["ro", "tid"]])

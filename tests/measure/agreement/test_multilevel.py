"""The multilevel model against lme4, and the guard around it."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from lederlib.measure import icc, multilevel

MODELS = {
    "intercept_reml": {},
    "intercept_ml": {"restricted": False},
    "slope_reml": {"slope": "g1"},
}


@pytest.mark.parametrize("name", MODELS)
def test_estimates_and_errors_agree_with_lme4(name, forty_groups, reference):
    found = multilevel(forty_groups, "g5", ["g1"], group="unit", **MODELS[name])
    r = reference[name]
    assert found.converged
    assert found.loglik == pytest.approx(r["loglik"], abs=1e-5)
    for column in ("est", "se"):
        wanted = r[[f"{column}_intercept", f"{column}_g1"]].to_numpy()
        np.testing.assert_allclose(found.fixed[column], wanted, rtol=2e-5)
    np.testing.assert_allclose(found.random, r[found.random.index], rtol=5e-4)
    assert "0,41" in found.summary()
    assert "0.41" in found.summary("en")


def test_far_from_zero_a_predictor_gives_the_same_slope(forty_groups):
    """Without centring, statsmodels stops far from the optimum here."""
    moved = forty_groups.assign(g1=forty_groups["g1"] + 10_000)
    near, far = (
        multilevel(table, "g5", ["g1"], group="unit", slope="g1")
        for table in (forty_groups, moved)
    )
    assert far.loglik == pytest.approx(near.loglik, abs=1e-6)
    assert far.fixed.loc["g1", "est"] == pytest.approx(near.fixed.loc["g1", "est"])
    assert far.centres["g1"] == pytest.approx(near.centres["g1"] + 10_000)


def test_without_predictors_it_finds_about_the_icc_of_the_anova(forty_groups):
    found = multilevel(forty_groups, "g1", group="unit")
    anova = icc(forty_groups["g1"], forty_groups["unit"])
    assert found.icc == pytest.approx(anova.icc1_n0, abs=0.03)
    assert found.loglik == found.loglik_intercept


def test_groups_that_differ_less_than_chance_stand_on_the_boundary():
    strain = np.tile([1.0, 2, 3, 4, 5.5], 6)
    table = pd.DataFrame({"strain": strain, "unit": np.repeat(range(6), 5)})
    found = multilevel(table, "strain", group="unit")
    assert "boundary" in found.reasons
    assert found.icc == pytest.approx(0, abs=1e-4)
    assert "nul eller næsten nul" in found.summary()


def test_a_slope_for_each_of_two_groups_is_rejected_or_said_to_be_on_the_edge():
    rng = np.random.default_rng(0)
    table = pd.DataFrame(rng.normal(size=(40, 2)), columns=["strain", "load"])
    table["unit"] = ["a", "b"] * 20
    found = multilevel(table, "strain", ["load"], group="unit", slope="load")
    assert found.reasons
    assert found.fixed["se"].isna().all() == (not found.converged)
    words = "nul eller næsten nul" if found.converged else "forkastet"
    assert words in found.summary()
    assert found.fixed["est"].notna().all()


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ({"outcome": "slid"}, "column must be one of .*; got 'slid'"),
        ({"slope": "g2"}, "slope, a predictor, must be one of g1"),
        ({"outcome": "unit"}, "Item 'unit' must hold numbers"),
        ({"predictors": ["same"]}, "Item 'same' must vary"),
        (
            {"predictors": ["g1", "twice"]},
            "Predictor 'twice' must not follow",
        ),
        ({"outcome": "twice"}, "Outcome 'twice' must not follow"),
        ({"group": "same"}, "groups must be at least 2"),
    ],
)
def test_one_sentence_says_what_is_wrong(call, sentence, forty_groups):
    table = forty_groups.assign(same=1, twice=2 * forty_groups["g1"])
    asked = {"outcome": "g5", "predictors": ["g1"], "group": "unit", **call}
    outcome, predictors = asked.pop("outcome"), asked.pop("predictors")
    with pytest.raises(ValueError, match=sentence):
        multilevel(table, outcome, predictors, **asked)


def test_intervals_reach_as_far_as_a_normal_law_says(forty_groups):
    fixed = multilevel(forty_groups, "g5", ["g1"], group="unit").fixed
    ends = norm.interval(0.95, loc=fixed["est"], scale=fixed["se"])
    np.testing.assert_allclose(fixed[["low", "high"]].T, ends, rtol=1e-12)

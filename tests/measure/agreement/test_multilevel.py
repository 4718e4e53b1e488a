"""The multilevel model against lme4, and the guard around it."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize
from scipy.stats import norm

from lederlib.measure import icc, multilevel
from lederlib.measure.agreement._products import products
from lederlib.measure.agreement.mixed import point

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
    assert found.deviance == pytest.approx(-2 * r["loglik"], abs=1e-6)
    for column in ("est", "se"):
        wanted = r[[f"{column}_intercept", f"{column}_g1"]].to_numpy()
        np.testing.assert_allclose(found.fixed[column], wanted, rtol=1e-6)
    np.testing.assert_allclose(found.random["est"], r[found.random.index], rtol=1e-5)
    assert "0,41" in found.summary()
    assert "0.41" in found.summary("en")


@pytest.mark.parametrize(
    "options",
    [{"restricted": False}, {"restricted": False, "slope": "g1"}],
    ids=["intercept_ml", "slope_ml"],
)
def test_intervals_of_variances_are_those_of_lme4(
    options, forty_groups, reference, request
):
    """lme4 interpolates its profile of the standard deviations."""
    found = multilevel(forty_groups, "g5", ["g1"], group="unit", **options)
    r = reference[request.node.callspec.id]
    for term in found.random.index.drop("covariance", errors="ignore"):
        ends = np.sqrt(found.random.loc[term, ["low", "high"]].to_numpy(dtype=float))
        wanted = np.sqrt(r[[f"low_{term}", f"high_{term}"]].to_numpy())
        np.testing.assert_allclose(ends, wanted, rtol=3e-3)


@pytest.mark.parametrize("name", ["intercept_reml", "intercept_ml"])
def test_the_interval_of_the_icc_is_the_profile_of_lme4(name, forty_groups, reference):
    found = multilevel(forty_groups, "g5", ["g1"], group="unit", **MODELS[name])
    wanted = reference[name][["icc_low", "icc_high"]]
    np.testing.assert_allclose([found.icc_low, found.icc_high], wanted, rtol=1e-6)


def test_the_interval_of_a_covariance_ends_where_its_profile_has_risen(forty_groups):
    """By brute force: the lowest deviance at that covariance, over all the rest."""
    found = multilevel(forty_groups, "g5", ["g1"], group="unit", slope="g1")
    people = forty_groups.dropna(subset=["g1", "g5"])
    design = np.column_stack([np.ones(len(people)), people["g1"] - people["g1"].mean()])
    given = products(
        people["g5"].to_numpy(float),
        design,
        people["unit"].factorize()[0],
        [0, 1],
        restricted=True,
    )

    def deviance(rest, covariance):
        root = np.array([rest[0], covariance * given.units.prod() / rest[0], rest[1]])
        root = root / np.exp([rest[2] / 2, rest[2] / 2, rest[2] / 2])
        return point(given, root).deviance(rest[2])

    for end in found.random.loc["covariance", ["low", "high"]]:
        start = np.array([0.3, 0.2, np.log(1.03)])
        at_end = minimize(
            deviance, start, args=(end,), method="Nelder-Mead", options={"xatol": 1e-9}
        )
        assert at_end.fun - found.deviance == pytest.approx(
            norm.ppf(0.975) ** 2, abs=1e-4
        )


@pytest.mark.parametrize(
    ("name", "outcome", "slope"),
    [("intercept", "alike", None), ("slope", "together", "g1")],
)
def test_a_singular_fit_is_that_of_lme4_and_is_named(
    name, outcome, slope, forty_groups, reference
):
    by_unit = forty_groups.groupby("unit")
    centred = forty_groups["g1"] - forty_groups["g1"].mean()
    number = by_unit.ngroup() + 1
    alike = forty_groups["g3"] - by_unit["g3"].transform("mean") + 3
    together = alike + (1 + centred) * number / 20
    table = forty_groups.assign(alike=alike, together=together)
    found = multilevel(table, outcome, ["g1"], group="unit", slope=slope)
    r = reference[f"singular_{name}"]
    assert found.deviance == pytest.approx(r["deviance"], abs=1e-6)
    assert found.singular
    assert found.converged
    assert "singulær" in found.summary()
    assert "singular" in found.summary("en")
    assert found.random[["low", "high"]].notna().all(axis=None)


def test_far_from_zero_a_predictor_gives_the_same_slope(forty_groups):
    moved = forty_groups.assign(g1=forty_groups["g1"] + 10_000)
    near, far = (
        multilevel(table, "g5", ["g1"], group="unit", slope="g1")
        for table in (forty_groups, moved)
    )
    assert far.loglik == pytest.approx(near.loglik, abs=1e-6)
    assert far.fixed.loc["g1", "est"] == pytest.approx(near.fixed.loc["g1", "est"])
    assert far.centres["g1"] == pytest.approx(near.centres["g1"] + 10_000)


def test_an_outcome_far_from_zero_moves_the_intercept_only(forty_groups):
    moved = forty_groups.assign(g5=forty_groups["g5"] + 1e7)
    near, far = (
        multilevel(table, "g5", ["g1"], group="unit") for table in (forty_groups, moved)
    )
    shift = far.fixed["est"] - near.fixed["est"]
    np.testing.assert_allclose(shift, [1e7, 0], atol=1e-6)
    assert far.deviance == pytest.approx(near.deviance, abs=1e-6)


@pytest.mark.parametrize("seed", range(8))
def test_every_interval_of_a_small_ragged_table_holds_its_estimate(seed):
    rng = np.random.default_rng(seed + 5)
    people = rng.integers(20, 80)
    unit = rng.integers(0, rng.integers(3, 9), people)
    strain = rng.normal(size=people) + rng.normal() * unit
    table = pd.DataFrame({"strain": strain, "load": rng.exponential(size=people)})
    found = multilevel(
        table.assign(unit=unit), "strain", ["load"], group="unit", slope="load"
    )
    assert found.converged
    random = found.random
    assert (random["low"] <= random["est"] + 1e-9).all()
    assert (random["est"] <= random["high"] + 1e-9).all()
    assert found.icc_low <= found.icc <= found.icc_high


def test_without_predictors_it_finds_about_the_icc_of_the_anova(forty_groups):
    found = multilevel(forty_groups, "g1", group="unit")
    anova = icc(forty_groups["g1"], forty_groups["unit"])
    assert found.icc == pytest.approx(anova.icc1_n0, abs=0.03)
    assert found.loglik == found.loglik_intercept


def test_groups_that_differ_less_than_chance_stand_on_the_boundary():
    strain = np.tile([1.0, 2, 3, 4, 5.5], 6)
    table = pd.DataFrame({"strain": strain, "unit": np.repeat(range(6), 5)})
    found = multilevel(table, "strain", group="unit")
    assert found.reasons == ("singular",)
    assert found.icc_low == 0
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
        ({"outcome": "shared"}, "Outcome 'shared' must vary within groups"),
        ({"group": "same"}, "groups must be at least 2"),
        ({"group": "pair", "slope": "g1"}, "needs more than .* people; got"),
    ],
)
def test_one_sentence_says_what_is_wrong(call, sentence, forty_groups):
    pair = np.arange(len(forty_groups)) // 2
    table = forty_groups.assign(same=1, twice=2 * forty_groups["g1"], pair=pair)
    table["shared"] = forty_groups.groupby("unit").ngroup()
    asked = {"outcome": "g5", "predictors": ["g1"], "group": "unit", **call}
    outcome, predictors = asked.pop("outcome"), asked.pop("predictors")
    with pytest.raises(ValueError, match=sentence):
        multilevel(table, outcome, predictors, **asked)


def test_intervals_reach_as_far_as_a_normal_law_says(forty_groups):
    fixed = multilevel(forty_groups, "g5", ["g1"], group="unit").fixed
    ends = norm.interval(0.95, loc=fixed["est"], scale=fixed["se"])
    np.testing.assert_allclose(fixed[["low", "high"]].T, ends, rtol=1e-12)

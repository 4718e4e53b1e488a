"""Models of people in units against lavaan, and the laws that they obey."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import logit
from scipy.stats import multivariate_normal, norm

from lederlib.measure import cfa, factor_icc, factor_reliability, sem

FOLDER = "tests/reference"
ESTIMATES = pd.read_csv(f"{FOLDER}/levels_estimates.csv", keep_default_na=False)
MEASURES = pd.read_csv(f"{FOLDER}/levels_measures.csv").set_index(["model", "quantity"])
WITHIN = "level: 1\n fw1 =~ y1 + y2 + y3\n fw2 =~ y4 + y5 + y6\n"
BOTH = WITHIN + "level: 2\n fb =~ y1 + y2 + y3 + y4 + y5 + y6\n"
MIXED = """
level: within  # w1 varies within units only
 fw1 =~ y1 + y2 + y3 + w1
 fw2 =~ y4 + y5 + y6
 y1 ~~ y4
level: between
 fb =~ y1 + y2 + y3 + y4 + y5 + y6
 trait =~ z1 + z2
"""
TIED = """
level: 1; f =~ 1*y1 + b*y2 + c*y3
level: 2; f =~ 1*y1 + b*y2 + c*y3; y1 ~~ 0*y1
"""
ONE = "y1 + y2 + y3 + y4 + y5 + y6"
SAME = "\n".join(f"y{number} ~~ e*y{number}" for number in range(1, 7))
ALIKE = f"level: 1\n fw =~ {ONE}\nlevel: 2\n fb =~ {ONE}\n{SAME}"
CASES = {
    "balanced": (BOTH, "levels_balanced", {}),
    "unbalanced": (BOTH, "levels_unbalanced", {}),
    "balanced_mixed": (MIXED, "levels_balanced", {}),
    "unbalanced_mixed": (MIXED, "levels_unbalanced", {}),
    "unit_variance": (BOTH, "levels_unbalanced", {"std_lv": True}),
    "tied": (TIED, "levels_unbalanced", {}),
    "alike": (ALIKE, "levels_alike", {}),
}


def table_of(name):
    return pd.read_csv(f"{FOLDER}/tables/{name}.csv")


@pytest.fixture(scope="module")
def fits():
    return {
        name: cfa(model, table_of(table), cluster="unit", **options)
        for name, (model, table, options) in CASES.items()
    }


@pytest.mark.parametrize("name", CASES)
def test_estimates_and_errors_agree_with_lavaan(name, fits):
    theirs = ESTIMATES[ESTIMATES["model"] == name]
    keys = ["lhs", "op", "rhs", "level"]
    wanted = theirs.set_index(keys)[["est", "se", "std.all"]].astype(float)
    ours = fits[name].estimates.rename(columns={"group": "level", "std": "std.all"})
    found = ours.set_index(keys)[list(wanted)]
    assert len(found) == len(wanted)
    for (lhs, op, rhs, level), row in wanted.iterrows():
        key = (lhs, op, rhs, level)
        own = found.loc[key if key in found.index else (rhs, op, lhs, level)]
        np.testing.assert_allclose(own, row, atol=1e-5, rtol=1e-5, err_msg=str(key))


@pytest.mark.parametrize("name", CASES)
def test_tests_and_indices_agree_with_lavaan(name, fits):
    fit, theirs = fits[name], MEASURES.loc[name]["value"]
    # At the edge of what is possible EM gets nearer and nearer, and never there.
    near = 5e-3 if name == "alike" else 1e-4
    assert fit.chi2 == pytest.approx(theirs["chisq"], abs=near)
    assert fit.baseline_chi2 == pytest.approx(theirs["baseline.chisq"], abs=near)
    assert (fit.df, fit.baseline_df) == (theirs["df"], theirs["baseline.df"])
    assert fit.parameters == theirs["npar"]
    for ours in ("loglik", "aic", "bic"):
        wanted = theirs["logl" if ours == "loglik" else ours]
        assert getattr(fit, ours) == pytest.approx(wanted, abs=1e-5)
    # lavaan's indices stand on a saturated model that is not quite arrived.
    for ours, quantity in [
        ("cfi", "cfi"),
        ("tli", "tli"),
        ("rmsea", "rmsea"),
        ("rmsea_low", "rmsea.ci.lower"),
        ("rmsea_high", "rmsea.ci.upper"),
    ]:
        assert getattr(fit, ours) == pytest.approx(theirs[quantity], abs=1e-3)
    for ours in ("srmr_within", "srmr_between"):
        assert getattr(fit.units, ours) == pytest.approx(theirs[ours], abs=2e-3)
    for quantity, value in theirs.items():
        kind, _, item = quantity.partition(" ")
        if kind == "icc":
            assert fit.units.icc[item] == pytest.approx(value, abs=1e-4)
    assert fit.units.at_edge == (name == "alike")


@pytest.mark.parametrize("name", ["balanced", "unbalanced"])
def test_each_level_has_the_omega_of_semtools(name, fits):
    table = factor_reliability(fits[name]).table
    rows = [("within", "fw1"), ("within", "fw2"), ("between", "fb")]
    assert list(table.index) == rows
    for level, factor in rows:
        row = table.loc[(level, factor)]
        wanted = MEASURES.loc[(name, f"omega {factor}"), "value"]
        assert row["composite"] == pytest.approx(wanted, abs=1e-5)
        assert row["low"] < row["composite"] < row["high"]


def test_the_icc_of_a_factor_is_lavaans_with_its_error(fits):
    found = factor_icc(fits["tied"])
    row, theirs = found.table.loc["f"], MEASURES.loc["tied"]["value"]
    value, error = theirs["factor_icc"], theirs["factor_icc_se"]
    assert row["icc"] == pytest.approx(value, abs=1e-5)
    reach = norm.ppf(0.975) * error / (value * (1 - value))
    wanted = logit(value) + np.array([-reach, reach])
    ends = row[["low", "high"]].to_numpy(dtype=float)
    np.testing.assert_allclose(logit(ends), wanted, atol=1e-4)
    assert "f: 0,24 (" in found.summary()
    assert "between the units" in found.summary("en")


def test_the_icc_of_a_factor_needs_equal_loadings_at_two_levels(fits):
    with pytest.raises(ValueError, match="the same labels"):
        factor_icc(fits["balanced"])
    with pytest.raises(ValueError, match="needs a model of two levels"):
        factor_icc(cfa("f =~ y1 + y2 + y3", table_of("levels_balanced")))


def test_the_likelihood_is_that_of_every_unit_written_out(fits):
    """Person by person, as one normal law a unit, with no sufficient figures."""
    fit, table = fits["unbalanced"], table_of("levels_unbalanced")
    items = list(fit.fit.model.frame.items)
    estimate = fit.fit.optimum.estimate
    inside, outside = (fit.fit.model.matrices(estimate, level) for level in (0, 1))
    within, between = (
        part.loadings @ part.factors @ part.loadings.T + part.residuals
        for part in (inside, outside)
    )
    total = 0.0
    for _, unit in table.groupby("unit"):
        size = len(unit)
        cov = np.kron(np.eye(size), within) + np.kron(np.ones((size, size)), between)
        mean = np.tile(outside.intercepts, size)
        total += multivariate_normal.logpdf(unit[items].to_numpy().ravel(), mean, cov)
    assert fit.loglik == pytest.approx(total, abs=1e-6)


def test_the_order_of_people_and_the_names_of_units_do_not_matter(fits):
    table = table_of("levels_unbalanced").sample(frac=1, random_state=3)
    numbered = table.assign(unit=table["unit"].str[4:].astype(int))
    again = cfa(BOTH, numbered, cluster="unit")
    assert again.loglik == pytest.approx(fits["unbalanced"].loglik, abs=1e-8)


def test_a_level_may_have_no_factor_and_all_its_covariances():
    """Then what is left over is what the other level leaves over."""
    pairs = "\n".join(f"y{a} ~~ y{b}" for a in range(2, 7) for b in range(1, a))
    fit = cfa(
        f"{WITHIN}level: 2\n{pairs}", table_of("levels_unbalanced"), cluster="unit"
    )
    assert fit.df == 8
    assert fit.units.srmr_between == pytest.approx(0, abs=0.01)
    alone = cfa(
        "level: 1\n f =~ y1 + y2 + y3\nlevel: 2\ny2 ~~ y1\ny3 ~~ y1 + y2",
        table_of("levels_unbalanced"),
        cluster="unit",
    )
    assert alone.df == 0
    assert alone.chi2 == pytest.approx(0, abs=1e-6)
    assert "intet at teste" in alone.summary()


def test_factors_of_a_level_may_be_unrelated():
    table = table_of("levels_unbalanced")
    apart = cfa(BOTH, table, cluster="unit", orthogonal=True)
    told = cfa(
        BOTH.replace("level: 2", " fw1 ~~ 0*fw2\nlevel: 2"), table, cluster="unit"
    )
    assert apart.df == 18
    assert apart.chi2 == pytest.approx(told.chi2, abs=1e-8)


def test_the_words_tell_of_units_and_of_the_edge(fits):
    told = fits["unbalanced"].summary()
    assert "120 enheder med 1 til 12 personer" in told
    assert "Enhederne skelner ikke" in fits["alike"].summary()
    assert "held to what is possible" in fits["alike"].summary("en")
    frame = fits["unbalanced"].to_frame().set_index("quantity")["value"]
    assert frame["units_count"] == 120
    assert frame["n"] == len(table_of("levels_unbalanced"))


def test_what_is_left_of_correlations_is_told_for_the_items_of_each_level(fits):
    left = fits["unbalanced_mixed"].residuals()
    by_level = left.groupby("group")["item"].unique()
    assert "z1" not in by_level[1]
    assert "w1" not in by_level[2]
    assert left["residual"].notna().all()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"cluster": None}, "A model of levels needs cluster"),
        ({"sampling_weights": "y1"}, "takes sampling_weights=None only; got 'y1'"),
        ({"ordered": ["y1"]}, "takes ordered=None only"),
        (
            {"model": BOTH + " fb ~ z1"},
            "A measurement model has no regressions",
        ),
        ({"estimator": "MLR"}, "takes estimator='ML' only; got 'MLR'"),
        ({"missing": "fiml"}, "takes missing='listwise' only"),
        ({"group": "unit"}, "takes group=None only; got 'unit'"),
        ({"cluster": "person"}, "Each of the 800 units has one person"),
        (
            {"cluster": "few"},
            "There must be more units than items at that level; got 4",
        ),
        (
            {"model": MIXED.replace(" + w1", " + z1")},
            "the same for all people of a unit",
        ),
        ({"model": BOTH + " trait =~ y7 + z1"}, "data has no column 'y7'"),
        (
            {"model": WITHIN + "level: 2\n fb =~ y1 + y2 + y3 + z"},
            "Item 'z' stands at level 2 only but differs within units",
        ),
        ({"model": WITHIN}, "one block 'level: 1' .* and one 'level: 2'"),
        ({"model": BOTH + "level: 3\n f =~ y1"}, "got 1, 2, 3"),
        ({"model": "f =~ y1\n" + BOTH}, "all must stand in one of them; got 'f =~ y1'"),
        (
            {"model": WITHIN + "level: 2\n fw1 =~ y1 + fw2"},
            "an item, at both levels alike",
        ),
        ({"model": WITHIN + "level: 2\n"}, "At the level between:"),
        ({"model": WITHIN + "level: 2\n fb =~ y1 + y2 ? y3"}, "At the level between:"),
    ],
)
def test_one_sentence_says_what_is_wrong(change, sentence):
    table = table_of("levels_balanced")
    table["person"] = np.arange(len(table))
    table["few"] = table["unit"].str[-1].astype(int) % 4
    table["z"] = table["z1"] + table["w1"]
    asked = {"model": BOTH, "cluster": "unit", **change}
    model = asked.pop("model")
    with pytest.raises(ValueError, match=sentence) as caught:
        cfa(model, table, **asked)
    assert "\n" not in str(caught.value)


def test_sem_takes_levels_as_cfa_does():
    table = table_of("levels_balanced")
    one, other = (fit(BOTH, table, cluster="unit") for fit in (cfa, sem))
    pd.testing.assert_frame_equal(one.estimates, other.estimates)


def test_what_is_made_for_one_level_is_refused(fits):
    with pytest.raises(ValueError, match="Factor scores are not made"):
        fits["balanced"].factor_scores()
    with pytest.raises(ValueError, match="Modification indices are not made"):
        fits["balanced"].modification_indices()

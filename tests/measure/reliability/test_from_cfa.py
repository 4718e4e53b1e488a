"""Composite reliability and average variance extracted of a fitted model."""

import numpy as np
import pandas as pd
import pytest
from scipy.special import logit
from scipy.stats import norm

from lederlib.measure import cfa, factor_reliability, omega

R = pd.read_csv("tests/reference/reliability.csv")
MODEL = "f1 =~ y1 + y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8\nf3 =~ y9 + y10 + y11 + y12"


def reference_table(name):
    return pd.read_csv(f"tests/reference/tables/{name}.csv")


@pytest.mark.parametrize(
    "name", ["continuous", "five_points", "three_points", "skewed", "two_groups"]
)
def test_figures_are_semtools(name):
    table = factor_reliability(cfa(MODEL, reference_table(name))).table
    theirs = R[R["table"] == name].set_index("quantity")["value"]
    for factor in ("f1", "f2", "f3"):
        ours = table.loc[factor]
        expected = theirs[f"composite {factor}"]
        assert ours["composite"] == pytest.approx(expected, abs=1e-6)
        assert ours["variance"] == pytest.approx(theirs[f"ave {factor}"], abs=1e-6)


@pytest.mark.parametrize("name", ["five_points", "three_points"])
def test_of_ordered_items_they_are_those_of_the_variables_behind(name):
    fit = cfa(MODEL, reference_table(name), estimator="WLSMV")
    result = factor_reliability(fit)
    theirs = R[R["table"] == name].set_index("quantity")["value"]
    for factor in ("f1", "f2", "f3"):
        ours = result.table.loc[factor, "composite"]
        assert ours == pytest.approx(theirs[f"ordered {factor}"], abs=1e-5)
    assert "bag svarene" in result.summary("da")


def test_one_factor_gives_omega():
    table = reference_table("forty_groups")
    fit = cfa("climate =~ g1 + g2 + g3 + g4 + g5", table)
    composite = factor_reliability(fit).table.loc["climate", "composite"]
    ours = omega(table.drop(columns="unit"), kind="cfa").value
    assert composite == pytest.approx(ours, abs=1e-6)


def test_how_the_factor_is_scaled_does_not_matter():
    table = reference_table("continuous")
    marker = factor_reliability(cfa(MODEL, table)).table
    unit = factor_reliability(cfa(MODEL, table, std_lv=True)).table
    pd.testing.assert_frame_equal(marker, unit, atol=1e-5)


def test_errors_that_go_together_count_in_the_denominator():
    table = reference_table("continuous")
    fit = cfa("f =~ y1 + y2 + y3 + y4\ny1 ~~ y2", table)
    part = fit.estimates.set_index(["lhs", "op", "rhs"])["est"]
    shared = sum(part[("f", "=~", f"y{place}")] for place in range(1, 5)) ** 2
    shared *= part[("f", "~~", "f")]
    errors = sum(part[(f"y{place}", "~~", f"y{place}")] for place in range(1, 5))
    errors += 2 * part[("y1", "~~", "y2")]
    ours = factor_reliability(fit).table.loc["f", "composite"]
    assert ours == pytest.approx(shared / (shared + errors))


def test_each_group_has_its_own_rows():
    fit = cfa(MODEL, reference_table("two_groups"), group="profession")
    result = factor_reliability(fit)
    assert result.table.index.names == ["group", "factor"]
    assert set(result.table.index.get_level_values(0)) == {"nurse", "teacher"}
    assert "nurse, f1" in result.summary("en")


def test_factors_that_blur_are_said():
    rng = np.random.default_rng(1)
    seen = rng.standard_normal((800, 1)) + 1.2 * rng.standard_normal((800, 6))
    table = pd.DataFrame(seen, columns=list("abcdef"))
    result = factor_reliability(cfa("u =~ a + b + c\nv =~ d + e + f", table))
    assert "mere med en anden faktor" in result.summary("da")
    clear = factor_reliability(cfa(MODEL, reference_table("continuous")))
    assert "mere med en anden faktor" not in clear.summary("da")


def test_models_that_it_cannot_answer_for_are_refused():
    table = reference_table("continuous")
    crossed = "f1 =~ y1 + y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8 + y1"
    with pytest.raises(ValueError, match="Item 'y1' loads on more than one"):
        factor_reliability(cfa(crossed, table))
    with pytest.raises(ValueError, match="Factor 'f1' is itself measured by 'g'"):
        factor_reliability(cfa(MODEL + "\ng =~ f1 + f2 + f3", table))


def test_the_interval_does_not_depend_on_how_the_factor_is_scaled():
    table = reference_table("continuous")
    marker, unit = (
        factor_reliability(cfa(MODEL, table, std_lv=fixed)).table
        for fixed in (False, True)
    )
    ends = ["composite", "low", "high"]
    assert marker[ends].to_numpy() == pytest.approx(unit[ends].to_numpy(), abs=1e-5)
    assert (marker["low"] < marker["composite"]).all()


LOADINGS = np.array([0.9, 0.7, 0.6, 0.8])


@pytest.fixture(scope="module")
def studies():
    """The composite reliability that 200 studies of one population find."""
    rng, found = np.random.default_rng(5), []
    for _ in range(200):
        noise = 0.6 * rng.standard_normal((150, 4))
        answers = rng.standard_normal((150, 1)) * LOADINGS + noise
        seen = pd.DataFrame(answers, columns=list("abcd"))
        found.append(factor_reliability(cfa("f =~ a + b + c + d", seen)).table.loc["f"])
    return pd.DataFrame(found)[["composite", "low", "high"]].astype(float)


def test_nineteen_of_twenty_intervals_hold_the_truth(studies):
    true = LOADINGS.sum() ** 2 / (LOADINGS.sum() ** 2 + 4 * 0.36)
    held = (studies["low"] < true) & (true < studies["high"])
    assert 0.9 <= held.mean() <= 0.99


def test_intervals_are_as_wide_as_the_estimates_are_spread(studies):
    """On the scale of log odds, on which the interval is made."""
    odds = logit(studies)
    errors = (odds["high"] - odds["low"]) / 2 / norm.ppf(0.975)
    assert odds["composite"].std() == pytest.approx(errors.mean(), rel=0.12)

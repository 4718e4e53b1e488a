from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import ncx2

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.fit import inverse_or_missing, unidentified
from lederlib.measure.cfa.indices import (
    Misfit,
    cfi,
    p_value,
    rmsea,
    rmsea_interval,
    tli,
)


def test_a_perfect_fit_has_indices_of_one_and_no_error():
    fit = Misfit(chi2=10, df=10, base_chi2=100, base_df=15)
    assert cfi(fit) == 1
    assert tli(fit) == 1
    assert rmsea(10, 10, 200, 1) == 0


def test_no_degrees_of_freedom_leave_no_test():
    assert np.isnan(p_value(0, 0))
    assert rmsea(0, 0, 200, 1) == 0
    assert rmsea_interval(0, 0, 200, 1) == (0, 0)


def test_a_statistic_that_rounding_makes_negative_counts_as_zero():
    assert rmsea_interval(-1e-13, 8, 400, 1) == rmsea_interval(0, 8, 400, 1) == (0, 0)


def test_a_statistic_without_end_has_no_interval():
    assert np.isnan(rmsea_interval(np.inf, 7, 80, 2)).all()


def test_the_interval_ends_where_the_non_central_distribution_says():
    low, high = rmsea_interval(80, 40, 300, 1)
    for end, share in ((low, 0.95), (high, 0.05)):
        assert ncx2.cdf(80, 40, end**2 * 300 * 40) == pytest.approx(share, abs=1e-8)
    assert low < rmsea(80, 40, 300, 1) < high


def test_groups_multiply_the_error_by_their_root():
    assert rmsea(80, 40, 300, 4) == pytest.approx(2 * rmsea(80, 40, 300, 1))


WIDE = np.random.default_rng(5).normal(size=(40, 4))
SOUND = WIDE.T @ WIDE
# The second and the third estimate do the same; only their sum can be told.
TWINS = WIDE[:, [0, 1, 1, 2]].T @ WIDE[:, [0, 1, 1, 2]]


def test_what_the_data_can_tell_has_no_part_in_the_unknown():
    assert (unidentified(SOUND) == 0).all()
    np.testing.assert_allclose(inverse_or_missing(SOUND) @ SOUND, np.eye(4), atol=1e-10)


def test_only_estimates_that_cannot_be_told_apart_take_part():
    part = unidentified(TWINS)
    np.testing.assert_allclose(part, [0, np.sqrt(0.5), np.sqrt(0.5), 0], atol=1e-6)
    assert np.isnan(inverse_or_missing(TWINS)).all()


@pytest.mark.parametrize("curve", [SOUND, TWINS])
def test_the_verdict_does_not_depend_on_units(curve):
    units = np.array([1e-4, 10, 1e3, 0.1])
    scaled = curve * np.outer(units, units)
    np.testing.assert_allclose(unidentified(scaled), unidentified(curve), atol=1e-6)


def test_nothing_to_estimate_is_identified():
    assert inverse_or_missing(np.zeros((0, 0))).shape == (0, 0)


TABLES = Path(__file__).parents[2] / "reference" / "tables"
DATA = pd.read_csv(TABLES / "continuous.csv")


def test_a_model_without_degrees_of_freedom_leaves_nothing():
    found = cfa("f =~ y1 + y2 + y3", DATA)
    assert found.residuals()["residual"].abs().max() < 1e-8
    assert found.srmr == pytest.approx(0, abs=1e-8)


def test_an_unexplained_relation_shows_as_a_residual():
    rng = np.random.default_rng(6)
    data = DATA.copy()
    data[["y1", "y5"]] += rng.normal(size=(len(data), 1))
    model = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8"
    table = cfa(model, data).residuals()
    worst = table.loc[table["residual"].idxmax()]
    assert (worst["item"], worst["other"]) == ("y1", "y5")


def test_srmr_is_the_root_mean_square_of_the_table():
    found = cfa("f =~ y1 + y2 + y3 + y4 + y5", DATA)
    squares = found.residuals()["residual"] ** 2
    assert found.srmr == pytest.approx(float(np.sqrt(squares.mean())))


@pytest.mark.parametrize("kind", ["bentler", "bollen"])
def test_residual_correlations_of_both_kinds_are_those_of_r(kind):
    reference = pd.read_csv("tests/reference/residuals.csv").set_index(
        ["item", "other"]
    )
    data = pd.read_csv("tests/reference/tables/skewed.csv")
    model = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8\ny1 ~~ y5"
    found = cfa(model, data).residuals(kind).set_index(["item", "other"])["residual"]
    away = (found - reference[kind]).abs()
    assert len(away.dropna()) == 36
    assert away.max() < 1e-5


def test_another_kind_of_residual_is_refused():
    data = pd.read_csv("tests/reference/tables/skewed.csv")
    with pytest.raises(ValueError, match="kind must be one of bentler, bollen"):
        cfa("f =~ y1 + y2 + y3 + y4", data).residuals("cor")

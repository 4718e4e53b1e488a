from dataclasses import replace

import numpy as np
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.ordered_robust import ordered_misfit
from lederlib.measure.cfa.weighted import bread_of, group_slopes

MODEL = "f =~ y1 + y2 + y3 + y4"


def misfit(fit, samples=None):
    held = fit.samples if samples is None else samples
    slopes = group_slopes(fit.model, held, fit.optimum.estimate)
    inverse = np.linalg.inv(bread_of(held, slopes))
    return ordered_misfit(fit.model, held, fit.optimum.estimate, slopes, inverse)


@pytest.fixture(scope="module")
def fit(table):
    return cfa(MODEL, table("five_points"), "WLSMV").fit


def test_correlations_that_fit_exactly_leave_no_misfit(fit):
    loadings = fit.model.matrices(fit.optimum.estimate, 0)
    shared = loadings.loadings @ loadings.factors @ loadings.loadings.T
    np.fill_diagonal(shared, 1)
    found = misfit(fit, (replace(fit.samples[0], cov=shared),))
    assert found.chi2 == pytest.approx(0, abs=1e-9)
    assert found.df == 2
    assert found.base_chi2 == pytest.approx(
        -fit.samples[0].n * np.linalg.slogdet(shared)[1]
    )
    assert misfit(fit).chi2 > 1e-6


def test_surer_correlations_leave_less_to_chance(fit):
    sample = fit.samples[0]
    surer = misfit(fit, (replace(sample, gamma=sample.gamma / 4),))
    assert surer.scale == pytest.approx(misfit(fit).scale / 4)
    assert surer.base_scale == pytest.approx(misfit(fit).base_scale / 4)
    assert surer.chi2 == pytest.approx(misfit(fit).chi2)


def test_there_is_none_where_correlations_cannot_all_be_right(fit):
    odd = np.full((4, 4), -0.5) + 1.5 * np.eye(4)
    assert misfit(fit, (replace(fit.samples[0], cov=odd),)) is None


def test_there_is_none_without_a_test_or_with_items_that_are_not_ordered(table):
    data = table("five_points")
    wide = f"{MODEL} + y5 + y6 + y7 + y8"
    assert misfit(cfa("f =~ y1 + y2 + y3", data, "WLSMV").fit) is None
    assert misfit(cfa(wide, data, "WLSMV", ordered=["y1", "y2"]).fit) is None

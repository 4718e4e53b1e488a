from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.implied_statistics import (
    implied_statistics,
    rows_of,
    statistic_slopes,
)
from lederlib.measure.cfa.matrices import build_model
from lederlib.measure.cfa.objective import gather_columns
from lederlib.measure.cfa.ordered_misfit import ordered_misfit
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.syntax import read_syntax
from lederlib.measure.cfa.weighted import bread_of, fit_weighted, group_slopes

MODEL = "f =~ y1 + y2 + y3 + y4"


@pytest.mark.parametrize("ordered", [None, ["y1", "y2"]])
def test_everybody_twice_has_the_same_estimates_and_twice_the_evidence(ordered, table):
    data = table("five_points")
    once = cfa(MODEL, data, "WLSMV", ordered=ordered)
    both = pd.concat(2 * [data], ignore_index=True)
    twice = cfa(MODEL, both, "WLSMV", ordered=ordered)
    np.testing.assert_allclose(twice.estimates["est"], once.estimates["est"], atol=1e-6)
    more = (twice.n - 1) / (once.n - 1)
    assert twice.chi2 == pytest.approx(more * once.chi2, rel=1e-6)
    np.testing.assert_allclose(
        more * twice.fit.covariance, once.fit.covariance, rtol=1e-4, atol=1e-9
    )


def test_the_search_ends_at_the_same_place_wherever_it_began(table):
    first = cfa(MODEL, table("five_points"), "WLSMV").fit
    begun = first.optimum.estimate * 1.3
    again = fit_weighted(first.model, first.samples, start=begun)
    np.testing.assert_allclose(
        again.optimum.estimate, first.optimum.estimate, atol=1e-6
    )


def test_a_model_that_leaves_nothing_to_test_has_no_scaled_test(table):
    found = cfa("f =~ y1 + y2 + y3", table("five_points"), "WLSMV")
    assert found.df == 0
    assert found.chi2 == pytest.approx(0, abs=1e-8)
    assert np.isnan([found.p, found.scaled_p, found.robust_cfi]).all()
    assert found.converged
    assert found.proper


TWO_KINDS = """
f =~ NA*a + b + x*c
g =~ NA*d + x*e + y
f ~~ 1*f
g ~~ 1*g
a ~~ e
f ~ NA*1
b ~ NA*1
"""


def model_of(*, theta, extra=""):
    syntax = read_syntax(TWO_KINDS + extra)
    levels = dict.fromkeys("abcde", 4)
    frame = Frame(
        items=syntax.items(),
        factors=syntax.factors(),
        means=True,
        levels=levels,
        theta=theta,
    )
    return build_model(frame, parameter_table(syntax, frame))


@pytest.mark.parametrize(
    ("theta", "extra"),
    [(False, "b ~*~ NA*b"), (True, "b ~~ NA*b"), (True, ""), (False, "")],
)
def test_slopes_are_what_the_statistics_do(theta, extra):
    model = model_of(theta=theta, extra=extra)
    rows = rows_of(model)
    point = np.random.default_rng(1).uniform(0.4, 0.9, model.estimates)

    def at(estimate):
        return implied_statistics(model, model.matrices(estimate, 0), rows)

    group = model.groups[0]
    moved = statistic_slopes(model, model.matrices(point, 0), group, rows)
    told = gather_columns(model, group, moved)
    for place in range(model.estimates):
        step = np.zeros(model.estimates)
        step[place] = 1e-6
        seen = (at(point + step) - at(point - step)) / 2e-6
        assert np.allclose(told[:, place], seen, atol=1e-7)


def test_a_response_has_variance_one_where_theta_says_so():
    model = model_of(theta=True)
    point = np.random.default_rng(2).uniform(0.4, 0.9, model.estimates)
    rows = rows_of(model)
    wider = point.copy()
    places = [
        target
        for cell, target in zip(model.cells, model.target, strict=True)
        if cell.matrix == "thresholds" and cell.lhs == "a"
    ]
    wider[places] *= 2
    first, second = (
        implied_statistics(model, model.matrices(estimate, 0), rows)
        for estimate in (point, wider)
    )
    assert (first[:3] != second[:3]).all()
    assert (first[3:] == second[3:]).all()


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

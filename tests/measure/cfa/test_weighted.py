import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.weighted import fit_weighted

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

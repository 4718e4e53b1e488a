import numpy as np
import pytest
from scipy.stats import norm

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.estimates import heywood, impossible_factors

TWO = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8"


@pytest.fixture(scope="module", params=["ML", "WLSMV"])
def found(request, table):
    return cfa(TWO, table("five_points"), request.param)


def test_the_ratio_and_its_p_are_those_of_estimate_and_error(found):
    rows = found.estimates
    free = rows[rows["se"] > 0]
    np.testing.assert_allclose(free["z"] * free["se"], free["est"], rtol=1e-12)
    np.testing.assert_allclose(free["p"], 2 * norm.sf(free["z"].abs()), rtol=1e-9)
    assert rows.loc[rows["se"] == 0, ["z", "p"]].isna().all(axis=None)


def test_what_an_item_shares_and_has_of_its_own_add_up_to_one(found):
    rows = found.estimates.set_index(["op", "lhs", "rhs"])["std"]
    for factor, item in rows["=~"].index:
        own = rows["~~", item, item]
        assert rows["=~", factor, item] ** 2 + own == pytest.approx(1, abs=1e-9)


def test_standardised_figures_do_not_care_what_fixes_the_scale(found, table):
    other = cfa(TWO, table("five_points"), found.estimator, std_lv=True)
    np.testing.assert_allclose(
        other.estimates["std"], found.estimates["std"], atol=1e-6
    )


def test_factors_that_correlate_beyond_one_are_impossible(beyond_one):
    whole = cfa("f =~ a + b + c\ng =~ x + y + z", beyond_one, std_lv=True)
    rows = whole.estimates.set_index(["op", "lhs", "rhs"])["est"]
    assert rows["~~", "f", "g"] == pytest.approx(1.1, abs=1e-6)
    assert impossible_factors(whole.fit) == [0]
    assert not heywood(whole.fit)
    one = cfa("f =~ a + b + c", beyond_one)
    assert impossible_factors(one.fit) == []


def test_a_factor_that_is_held_still_is_not_called_impossible(beyond_one):
    still = cfa("f =~ 1*a + 1*b + 1*c\nf ~~ 0*f", beyond_one)
    assert impossible_factors(still.fit) == []
    assert still.proper

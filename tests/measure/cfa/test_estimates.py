import numpy as np
import pytest
from scipy.stats import norm

from lederlib.measure.cfa import cfa

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

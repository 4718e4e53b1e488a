import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import folds, strain_path, two_stock_path
from lederlib.scenario.strain.rest_curve import one_stock_curve, two_stock_curve

ONE = {
    "drain": 0.075,
    "recovery": 0.25,
    "half_point": 0.45,
    "power": 4,
    "tipping": True,
    "reverse": 0.0,
}
TWO = {
    "fatigue_drain": 0.8,
    "fatigue_recovery": 2.0,
    "exhaustion_drain": 0.06,
    "exhaustion_recovery": 0.1,
    "fatigue_weight": 0.5,
    "half_point": 0.45,
    "power": 4,
    "tipping": True,
    "reverse": 0.3,
}


def test_the_edges_of_an_even_scale_lie_37_and_13_percent_up():
    curve = one_stock_curve(ONE)
    assert [curve.tip, curve.recover] == pytest.approx([1.3724, 1.1339], abs=5e-5)
    assert 0.3 * curve.tip == pytest.approx(float(folds().tip))


@given(st.floats(0.1, 2), st.floats(0, 1), st.floats(0.3, 0.5))
def test_the_branches_turn_at_the_edges(recovery, reverse, half):
    numbers = ONE | {"recovery": recovery, "reverse": reverse, "half_point": half}
    curve = one_stock_curve(numbers)
    calm, ridge, strained = (curve.ratio[curve.branch == b] for b in range(3))
    assert calm.max() == pytest.approx(curve.tip, rel=0.01)
    assert strained.min() == pytest.approx(curve.recover, rel=0.01)
    assert (np.diff(ridge) < 0).all()


@pytest.mark.parametrize("numbers", [ONE | {"tipping": False}, ONE | {"power": 2}])
def test_without_an_edge_there_is_one_branch(numbers):
    curve = one_stock_curve(numbers)
    assert np.isnan([curve.tip, curve.recover]).all()
    assert set(curve.branch) == {0}


@pytest.mark.parametrize("place", [60, 80, 190])
def test_strain_stays_where_the_curve_says(place):
    curve = one_stock_curve(ONE)
    load, rest = curve.ratio[place] * 0.6, curve.strain[place]
    end = strain_path(load, 0.6, start=rest, weeks=52).strain[-1]
    assert end == pytest.approx(rest, abs=1e-9)


@pytest.mark.parametrize("start", [0.0, 0.9])
def test_two_stocks_come_to_rest_on_their_curve(start):
    curve = two_stock_curve(TWO, 0.6)
    load = 0.3
    path = two_stock_path(
        load, 0.6, exhaustion=start, weeks=1500, steps_per_week=1, **TWO
    )
    calm = curve.branch == 0
    rest = np.interp(load / 0.6, curve.ratio[calm], curve.strain[calm])
    assert path.strain[-1] == pytest.approx(rest, abs=1e-3)


def test_two_stocks_need_not_have_an_edge_within_reach():
    curve = two_stock_curve(TWO | {"exhaustion_drain": 0.02}, 1.0)
    assert np.isinf(curve.tip)
    assert np.isfinite(curve.ratio).all()

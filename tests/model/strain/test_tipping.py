import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp
from scipy.optimize import brentq

from lederlib.model import folds, largest_half_point, rest_points

RATES = {"drain": 0.075, "recovery": 0.25}


def push(strain, *conditions):
    load, resources, drain, recovery, half_point, power = conditions
    lost = recovery * resources * strain / (1 + (strain / half_point) ** power)
    return drain * load * (1 - strain) - lost


def test_the_folds_are_those_known_for_the_base_model():
    assert tuple(folds()) == pytest.approx((0.41171, 0.34018), abs=5e-6)


def test_from_ratio_30_it_tips_at_37_percent_more_and_recovers_below_13():
    tip, recover = folds(4, 0.45)
    assert tip / 0.30 - 1 == pytest.approx(0.37, abs=0.005)
    assert recover / 0.30 - 1 == pytest.approx(0.13, abs=0.005)


@pytest.mark.parametrize(("power", "limit"), [(2, 0.192), (3, 0.397), (4, 0.528)])
def test_nothing_tips_from_the_largest_half_point_on(power, limit):
    assert largest_half_point(power) == pytest.approx(limit, abs=5e-4)
    assert np.isfinite(folds(power, limit - 0.01)).all()
    assert np.isnan(folds(power, limit + 0.01)).all()


@given(
    st.floats(0.01, 2),
    st.floats(0.01, 2),
    st.floats(0.1, 0.9),
    st.floats(1, 8),
)
def test_nothing_pushes_at_a_rest_point(load, resources, half, power):
    found = rest_points(load, resources, half_point=half, power=power, **RATES)
    points = found[np.isfinite(found)]
    assert len(points) in (1, 3)
    assert (np.diff(points) >= 0).all()
    assert ((points >= 0) & (points <= 1)).all()
    forces = push(points, load, resources, 0.075, 0.25, half, power)
    assert forces == pytest.approx(0, abs=1e-9)


@given(st.floats(0.01, 2), st.floats(0.55, 0.95))
def test_without_tipping_there_is_one_rest_point_as_scipy_finds_it(load, half):
    found = rest_points(load, 1, half_point=half, power=4, **RATES)
    oracle = brentq(push, 0, 1, args=(load, 1, 0.075, 0.25, half, 4), xtol=1e-14)
    assert found[0] == pytest.approx(oracle, abs=1e-9)
    assert np.isnan(found[1:]).all()


def test_between_the_folds_there_are_three_and_outside_one():
    tip, recover = folds()
    ratio = np.array([recover - 0.01, (tip + recover) / 2, tip + 0.01])
    found = rest_points(ratio, 1, drain=1, recovery=1)
    assert np.isfinite(found).sum(axis=0).tolist() == [1, 3, 1]
    assert found[0, 0] < found[0, 1] < found[0, 2]


@pytest.mark.parametrize(("start", "place"), [(0.55, 0), (0.65, 2)])
def test_strain_comes_to_rest_on_its_own_side_of_the_ridge(start, place):
    calm, ridge, strained = rest_points(0.6, 0.5)
    assert calm < ridge < strained
    args = (0.6, 0.5, 0.075, 0.25, 0.45, 4)
    path = solve_ivp(lambda _, s: push(s, *args), (0, 5000), [start], rtol=1e-9)
    assert path.y[0, -1] == pytest.approx((calm, ridge, strained)[place], abs=1e-4)


@given(st.floats(0.1, 5))
def test_scaling_load_and_resources_alike_moves_no_rest_point(scale):
    assert rest_points(0.6 * scale, 0.5 * scale) == pytest.approx(
        rest_points(0.6, 0.5), abs=1e-9
    )


def test_without_load_strain_goes_to_zero_and_without_resources_to_one():
    assert rest_points(0, 1)[0] == pytest.approx(0, abs=1e-12)
    assert rest_points(1, 0)[0] == pytest.approx(1, abs=1e-12)
    assert np.isnan(rest_points(0, 0)).all()


def test_shapes_broadcast_behind_the_three_points():
    assert rest_points(np.ones((4, 1)), np.ones(5)).shape == (3, 4, 5)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"power": 0.5}, "power"),
        ({"half_point": 0}, "half_point"),
        ({"drain": -1}, "drain"),
    ],
)
def test_what_lies_outside_is_named(wrong, name):
    with pytest.raises(ValueError, match=f"{name} must lie between"):
        rest_points(0.5, 0.5, **wrong)

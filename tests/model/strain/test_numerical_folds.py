import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import (
    balancing_ratio,
    folds,
    largest_half_point,
    rest_points,
    strain_folds,
    strain_path,
    two_stock_folds,
    two_stock_path,
)


@given(st.floats(2, 8), st.floats(0.3, 0.97))
def test_without_options_the_numerical_folds_are_the_exact_ones(power, part):
    half = part * float(largest_half_point(power))
    exact = folds(power, half)
    found = strain_folds(power=power, half_point=half)
    assert np.array(found) == pytest.approx(np.array(exact), abs=1e-9)


def test_where_nothing_tips_both_folds_are_missing():
    got = strain_folds(
        tipping=[0, 1, 0], half_point=[0.45, 0.6, 0.3], reverse=[3, 0, 0]
    )
    assert np.isnan(got).all()


def test_strain_that_adds_to_load_makes_tipping_come_sooner():
    tip, recover = strain_folds(reverse=[0, 0.3, 0.6])
    assert (np.diff(tip) < 0).all()
    assert (np.diff(recover) < 0).all()
    assert np.isnan(folds(4, 0.54)).all()
    assert np.isfinite(strain_folds(half_point=0.54, reverse=1)).all()


@pytest.mark.parametrize("reverse", [0, 0.5])
def test_paths_tip_above_the_fold_and_recover_below_the_other(reverse):
    tip, recover = strain_folds(reverse=reverse)
    ratio = np.array([tip * 0.99, tip * 1.01, recover * 1.01, recover * 0.99])
    end = strain_path(
        ratio / 0.3,
        1,
        start=[0, 0, 1, 1],
        reverse=reverse,
        weeks=2000,
        steps_per_week=1,
    ).strain[-1]
    assert (end > 0.5).tolist() == [False, True, True, False]


def test_two_stocks_tip_where_the_balance_of_exhaustion_says():
    tip, recover = two_stock_folds(0.6)
    fatigue = 0.1 * 0.6 * np.array(folds()) / 0.06
    assert np.array([tip, recover]) == pytest.approx(
        1.5 * fatigue / (1 - fatigue), abs=1e-9
    )


@pytest.mark.parametrize("reverse", [0, 0.4])
def test_two_stock_paths_tip_above_the_fold_and_recover_below(reverse):
    tip, recover = two_stock_folds(0.6, reverse=reverse)
    load = np.array([tip * 0.98, tip * 1.02, recover * 1.02, recover * 0.96])
    path = two_stock_path(
        load,
        0.6,
        exhaustion=[0, 0, 1, 1],
        reverse=reverse,
        weeks=1600,
        steps_per_week=2,
    )
    assert (path.exhaustion[-1] > 0.5).tolist() == [False, True, True, False]


def test_where_fatigue_cannot_feed_exhaustion_no_load_tips():
    tip, recover = two_stock_folds(1.0, exhaustion_drain=0.03)
    assert np.isposinf([tip, recover]).all()


@given(st.floats(0.1, 3), st.floats(0.2, 0.9))
def test_at_a_rest_point_the_ratio_is_the_one_that_balances(load, half):
    points = rest_points(load, 1, half_point=half)
    points = points[np.isfinite(points)]
    got = balancing_ratio(points, half_point=half)
    assert got == pytest.approx(0.075 * load / 0.25, rel=1e-6)


def test_full_strain_balances_at_no_ratio():
    assert balancing_ratio([0, 1]).tolist() == [0, np.inf]


def test_shapes_broadcast_and_bad_input_is_named():
    assert strain_folds(power=[[3], [4]], reverse=[0, 1, 2]).tip.shape == (2, 3)
    with pytest.raises(ValueError, match="reverse must lie between"):
        strain_folds(reverse=-1)
    with pytest.raises(ValueError, match="exhaustion_drain must lie between"):
        two_stock_folds(0.6, exhaustion_drain=0)

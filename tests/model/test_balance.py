import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import level, tilt, weighted_mean

SIDES = st.floats(0.01, 1)


@given(SIDES, SIDES, SIDES)
def test_the_tilt_is_the_hyperbolic_tangent_of_half_the_log_ratio(load, support, ref):
    expected = np.tanh((np.log(support / load) - np.log(ref)) / 2)
    assert tilt(load, support, reference=ref) == pytest.approx(expected, abs=1e-12)


@given(SIDES, SIDES, st.floats(0.1, 10))
def test_the_tilt_does_not_change_when_both_sides_grow_alike(load, support, scale):
    assert tilt(scale * load, scale * support) == pytest.approx(
        float(tilt(load, support)), abs=1e-12
    )


@given(SIDES, SIDES)
def test_swapping_the_sides_turns_the_tilt(load, support):
    assert tilt(load, support) == -tilt(support, load)
    assert -1 < tilt(load, support) < 1


def test_one_empty_side_tips_all_the_way_and_two_are_missing():
    assert tilt([0, 1], [1, 0]).tolist() == [1, -1]
    assert np.isnan(tilt(0, 0))


def test_a_missing_side_stays_missing():
    assert np.isnan(tilt(np.nan, 0.5))
    assert np.isnan(level([np.nan], 0.5)).all()


def test_a_balance_at_the_reference_is_level():
    assert tilt(0.3, 0.6, reference=2) == pytest.approx(0)


def test_a_stretched_balance_has_a_higher_level_than_a_calm_one():
    assert tilt(0.2, 0.2) == tilt(0.9, 0.9)
    assert level(0.2, 0.2) < level(0.9, 0.9)


def test_what_is_not_rated_drops_out_and_the_others_share_its_weight():
    ratings = np.array(
        [[0.2, np.nan, np.nan], [0.4, 0.4, np.nan], [0.9, np.nan, np.nan]]
    )
    means = weighted_mean(ratings)
    assert means[:2] == pytest.approx([0.5, 0.4])
    assert np.isnan(means[2])
    assert weighted_mean(ratings[:, 0], [1, 1, 0]) == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: tilt(-1, 0.5), "load must lie between 0"),
        (lambda: tilt(0.5, 0.5, reference=0), "reference must be larger than 0"),
        (lambda: level(0.5, "meget"), "resources must be a number"),
        (lambda: weighted_mean([0.5, 1.5]), "ratings must lie between 0 and 1"),
        (lambda: weighted_mean([0.5], [1, 2]), "one per item"),
        (lambda: weighted_mean([0.5], [-1]), "weights must lie between 0"),
    ],
)
def test_what_lies_outside_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lederlib.model import attractiveness

UNIT = st.floats(0, 1)
PROFILES = arrays(float, 15, elements=UNIT)
CURVATURES = st.floats(0, 10)
WEIGHTS = np.arange(15, 0, -1) / np.arange(16).sum()


@given(PROFILES, CURVATURES)
def test_nothing_moved_adds_exactly_nothing(profile, curvature):
    assert (
        attractiveness(
            profile, baseline=profile, weights=WEIGHTS, size=3, curvature=curvature
        )
        == 0
    )


@given(PROFILES, PROFILES, CURVATURES)
def test_a_better_profile_never_attracts_less(one, other, curvature):
    low, high = (
        attractiveness(profile, weights=WEIGHTS, curvature=curvature)
        for profile in (np.minimum(one, other), np.maximum(one, other))
    )
    assert low <= high + 1e-12


@given(CURVATURES, st.floats(0, 5))
def test_from_all_red_to_all_green_is_the_total_effect(curvature, size):
    total = attractiveness(
        np.ones(15), baseline=0, weights=WEIGHTS, size=size, curvature=curvature
    )
    assert total == pytest.approx(size)


@given(PROFILES, PROFILES)
def test_without_curvature_it_is_a_weighted_sum(profile, baseline):
    straight, nearly = (
        attractiveness(
            profile, baseline=baseline, weights=WEIGHTS, size=2, curvature=curvature
        )
        for curvature in (0, 1e-9)
    )
    expected = 2 * np.dot(WEIGHTS, profile - baseline)
    assert straight == pytest.approx(expected, abs=1e-12)
    assert nearly == pytest.approx(expected, abs=1e-8)


@given(PROFILES, st.permutations(range(15)))
def test_the_order_of_the_factors_does_not_matter(profile, order):
    assert attractiveness(profile[order], weights=WEIGHTS[order]) == pytest.approx(
        float(attractiveness(profile, weights=WEIGHTS)), abs=1e-12
    )


def test_the_curve_is_the_one_that_the_page_prints():
    def curve(x):
        return (1 - np.exp(-1.5 * x)) / (1 - np.exp(-1.5))

    eta = attractiveness([0.9], baseline=0.2, weights=[1], size=1, curvature=1.5)
    assert eta == pytest.approx(curve(0.9) - curve(0.2))


def test_draws_broadcast_behind_the_factors():
    rng = np.random.default_rng(1)
    profile, weights = rng.random(3), rng.random((3, 4)) / 3
    size, curvature = rng.random(4), rng.random(4)
    whole = attractiveness(profile, weights=weights, size=size, curvature=curvature)
    single = [
        attractiveness(
            profile, weights=weights[:, i], size=size[i], curvature=curvature[i]
        )
        for i in range(4)
    ]
    assert whole == pytest.approx(np.array(single))


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"factors": [1.2]}, "factors"),
        ({"weights": [-0.1]}, "weights"),
        ({"size": -1}, "size"),
        ({"curvature": -1}, "curvature"),
        ({"baseline": float("nan")}, "baseline"),
    ],
)
def test_what_lies_outside_is_named(wrong, name):
    given_values = {"factors": [0.5], "weights": [1.0], **wrong}
    with pytest.raises(ValueError, match=f"{name} must lie between"):
        attractiveness(given_values.pop("factors"), **given_values)


def test_weights_that_sum_to_more_than_all_are_refused():
    with pytest.raises(ValueError, match=r"the sum of the weights must lie between 0"):
        attractiveness([0.5, 0.5], weights=[1, 1])

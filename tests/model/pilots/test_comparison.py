from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from lederlib.model import compare_pilot

TREATED = np.array([True, True, True, False, False, False, False, False])
CHANGES = arrays(float, 8, elements=st.floats(-5, 5).map(lambda x: round(x, 3)))


def as_weeks(changes):
    """Return two weeks of teams that start at different levels."""
    level = np.arange(8.0)
    return np.stack([level, level + changes])


def share_as_extreme(changes, treated, effect):
    """Return Fisher's p for a stated effect, all assignments written out."""
    clean = changes - effect * treated
    teams = range(len(clean))

    def gap(chosen):
        others = [team for team in teams if team not in chosen]
        return clean[list(chosen)].mean() - clean[others].mean()

    real = abs(gap(tuple(np.flatnonzero(treated))))
    gaps = [abs(gap(chosen)) for chosen in combinations(teams, int(treated.sum()))]
    return np.mean(np.array(gaps) >= real - 1e-9)


@given(CHANGES)
def test_the_interval_holds_what_fisher_s_test_does_not_contradict(changes):
    pilot = compare_pilot(as_weeks(changes), TREATED, start=1, level=0.9)
    assert pilot.assignments == 56
    for end, outwards in ((pilot.low, -1e-6), (pilot.high, 1e-6)):
        assert share_as_extreme(changes, TREATED, end) > 0.1
        assert share_as_extreme(changes, TREATED, end + outwards) <= 0.1
    assert pilot.low <= pilot.effect + 1e-9
    assert pilot.effect <= pilot.high + 1e-9


@given(CHANGES, st.floats(-10, 10), st.floats(0.1, 10), st.floats(-5, 5))
def test_effect_and_interval_move_with_the_treated_and_the_unit(
    changes, shift, scale, common
):
    plain = compare_pilot(as_weeks(changes), TREATED, start=1)
    moved = compare_pilot(
        as_weeks(scale * (changes + shift * TREATED) + common), TREATED, start=1
    )
    for name in ("effect", "low", "high"):
        expected = scale * (getattr(plain, name) + shift)
        assert getattr(moved, name) == pytest.approx(expected, abs=1e-7)


def test_the_effect_is_the_difference_in_differences_of_means():
    values = np.array([[1, 2, 3], [3, 2, 1], [9, 4, 2], [11, 4, 4]], float)
    pilot = compare_pilot(values, [1, 0, 0], start=2)
    assert pilot.effect == pytest.approx((10 - 2) - np.mean([4 - 2, 3 - 2]))


@pytest.mark.parametrize("draws", [10_000, 100])
def test_the_interval_holds_the_true_effect_as_often_as_it_says(draws):
    rng = np.random.default_rng(9)
    before, after = rng.standard_t(3, (2, 12, 400)), rng.standard_t(3, (6, 12, 400))
    treated = np.arange(12) < 4
    after[:, treated] += 1.5
    pilot = compare_pilot(
        np.concatenate([before, after]), treated, start=2, level=0.9, draws=draws
    )
    assert pilot.effect.shape == (400,)
    assert pilot.assignments == {10_000: 495, 100: 101}[draws]
    assert 0.86 < np.mean((pilot.low <= 1.5) & (pilot.high >= 1.5)) < 0.95
    assert np.mean((pilot.low <= 0) & (pilot.high >= 0)) < 0.75


def test_two_teams_against_two_can_rule_nothing_out():
    pilot = compare_pilot([[1, 1, 1, 1], [9, 8, 1, 2]], [1, 1, 0, 0], start=1)
    assert (pilot.low, pilot.high) == (-np.inf, np.inf)
    assert pilot.effect == 7


def test_what_was_predicted_stands_beside_what_came():
    pilot = compare_pilot(as_weeks(np.zeros(8)), TREATED, start=1, predicted=0.5)
    assert pilot.predicted == 0.5
    assert compare_pilot(as_weeks(np.zeros(8)), TREATED, start=1).predicted is None
    assert not hasattr(pilot, "signal")


def test_a_missing_week_is_passed_over():
    values = np.repeat(as_weeks(np.arange(8.0)), 3, axis=0)
    holes = values.copy()
    holes[[0, 4], [2, 5]] = np.nan
    full, gaps = (compare_pilot(each, TREATED, start=3) for each in (values, holes))
    assert gaps.effect == pytest.approx(full.effect)


def test_a_sample_of_assignments_depends_on_the_seed_alone():
    values = np.random.default_rng(1).normal(size=(6, 30))
    lows = [
        float(
            compare_pilot(values, np.arange(30) < 12, start=3, draws=500, rng=seed).low
        )
        for seed in (1, 1, 2)
    ]
    assert lows[0] == lows[1] != lows[2]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"values": [1, 2]}, "values must have weeks and teams"),
        ({"treated": [1, 0]}, "for each of the 8 teams, at most 1000; got 2"),
        ({"treated": [0.5] * 8}, "treated must be a whole number"),
        ({"treated": [1] * 8}, "treated must hold both kinds of team; got 8 of 8"),
        ({"start": 2}, "start must lie between 1 and 1"),
        ({"level": 1}, "level must lie between"),
        ({"values": [[np.nan] * 8, [1] * 8]}, "before and after the start"),
        ({"values": [[1] * 8]}, "before and after the start"),
        ({"draws": 5}, "draws must lie between 100"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, message):
    good = {"values": as_weeks(np.zeros(8)), "treated": TREATED, "start": 1}
    with pytest.raises(ValueError, match=message):
        compare_pilot(**(good | wrong))

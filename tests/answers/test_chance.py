"""What the intervals of a change and regression to the mean promise, by simulation."""

import numpy as np
import pytest
from scipy import stats

from lederlib.answers import paired_change, regression_to_mean, unpaired_change

CUTS = (-0.43, 0.43)
NOISE = (0.3, 0.6, 1.0)
PEOPLE = (5, 8, 15, 30)


def answers(rng, people, *, noise, drift=0.0, draws=4000):
    """Return red, yellow and green of the same people at two times."""
    steady = rng.normal(0, 0.8, (draws, people))
    seen = [steady + shift + rng.normal(0, noise, steady.shape) for shift in (0, drift)]
    return [np.digitize(each, CUTS) / 2 for each in seen]


def true_change(noise, drift):
    wide = np.hypot(0.8, noise)
    means = [
        sum(stats.norm.sf(cut - by, 0, wide) for cut in CUTS) / 2 for by in (0, drift)
    ]
    return means[1] - means[0]


@pytest.mark.parametrize("people", PEOPLE)
def test_without_a_change_about_one_paired_interval_in_ten_holds_no_zero(people):
    rng = np.random.default_rng(people)
    for noise in NOISE:
        old, new = answers(rng, people, noise=noise)
        _, low, high = paired_change(new - old)
        assert ((low > 0) | (high < 0)).mean() < 0.125


@pytest.mark.parametrize("people", PEOPLE)
def test_a_paired_interval_holds_the_true_change_in_most_draws(people):
    rng = np.random.default_rng(people)
    for noise in NOISE:
        old, new = answers(rng, people, noise=noise, drift=0.5)
        _, low, high = paired_change(new - old)
        true = true_change(noise, 0.5)
        assert 0.83 < ((low <= true) & (true <= high)).mean() < 0.985


@pytest.mark.parametrize("people", PEOPLE)
def test_two_groups_are_told_apart_by_chance_in_one_draw_of_ten(people):
    rng = np.random.default_rng(people)
    (old, _), (new, _) = (answers(rng, people, noise=0.6) for _ in range(2))
    parts = [(x.mean(1), x.std(1, ddof=1), np.full(len(x), people)) for x in (old, new)]
    _, low, high = unpaired_change(*parts)
    assert 0.05 < ((low > 0) | (high < 0)).mean() < 0.125


def test_the_same_people_taken_as_two_groups_are_told_apart_less_often():
    rng = np.random.default_rng(1)
    old, new = answers(rng, 12, noise=0.3)
    parts = [(x.mean(1), x.std(1, ddof=1), np.full(len(x), 12)) for x in (old, new)]
    _, low, high = unpaired_change(*parts)
    assert ((low > 0) | (high < 0)).mean() < 0.02


def test_the_intervals_are_students_and_welchs():
    rng = np.random.default_rng(2)
    old, new = rng.normal(0.4, 0.2, 9), rng.normal(0.5, 0.3, 14)
    own = stats.ttest_rel(new[:9], old).confidence_interval(0.9)
    np.testing.assert_allclose(paired_change(new[:9] - old)[1:], own)
    two = stats.ttest_ind(new, old, equal_var=False).confidence_interval(0.9)
    told = [(x.mean(), x.std(ddof=1), len(x)) for x in (old, new)]
    np.testing.assert_allclose(unpaired_change(*told)[1:], two)


def colours(rng, draws, shares):
    """Return means of eight people on 15 factors that all are alike."""
    steps = np.cumsum(shares)[:2]
    return np.digitize(rng.random((draws, 8, 15)), steps).mean(axis=1) / 2


def lowest_two(rng, means):
    """Return the places of the two lowest factors; ties fall by lot."""
    lots = means + 1e-6 * rng.random(means.shape)
    return np.argsort(lots, axis=1)[:, :2]


def test_without_any_change_the_two_lowest_both_rise_in_73_per_cent():
    rng = np.random.default_rng(4)
    old, new = (colours(rng, 40_000, (0.2, 0.6, 0.2)) for _ in range(2))
    rise = np.take_along_axis(new - old, lowest_two(rng, old), axis=1) > 1e-9
    assert rise.all(axis=1).mean() == pytest.approx(0.73, abs=0.01)


@pytest.mark.parametrize("between", [0.0, 0.1, 0.25])
def test_regression_foretells_how_much_the_lowest_rise_by_chance(between):
    rng = np.random.default_rng(5)
    draws, error = 4000, 0.1
    true = rng.normal(0.5, between, (draws, 15))
    old, new = (true + rng.normal(0, error, true.shape) for _ in range(2))
    low = lowest_two(rng, old)
    told = np.array([regression_to_mean(row, np.full(15, error**2)) for row in old])
    came, foretold = (np.take_along_axis(x, low, 1).mean() for x in (new - old, told))
    assert foretold == pytest.approx(came, rel=0.17)
    np.testing.assert_allclose(told.sum(axis=1), 0, atol=1e-12)


def test_of_few_factors_nothing_is_foretold():
    assert np.isnan(regression_to_mean([0.2, 0.5, 0.8], [0.01] * 3)).all()


def test_means_that_are_all_alike_are_not_expected_to_move():
    assert (regression_to_mean([0.5] * 5, [0.01] * 5) == 0).all()

from itertools import groupby

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from lederlib.model import run_chart

ROWS = st.lists(st.integers(0, 6), min_size=1, max_size=40)


def counted(values):
    """Return median, longest run and crossings, as one would count by hand."""
    median = np.median(values)
    sides = [value > median for value in values if value != median]
    runs = [len(list(run)) for _, run in groupby(sides)]
    return median, max(runs, default=0), max(len(runs) - 1, 0)


@given(ROWS)
def test_runs_and_crossings_are_those_counted_by_hand(values):
    chart = run_chart(values)
    assert (chart.median, chart.longest_run, chart.crossings) == counted(values)
    assert chart.points == sum(value != chart.median for value in values)


@pytest.mark.parametrize(
    ("points", "longest", "fewest"),
    [(10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10)],
)
def test_the_limits_are_the_published_ones(points, longest, fewest):
    chart = run_chart([0, 1] * (points // 2))
    assert (chart.longest_expected, chart.fewest_expected) == (longest, fewest)


@pytest.mark.parametrize("points", [*range(2, 60), 99, 500, 3_999])
def test_the_limits_are_those_of_the_binomial_distribution(points):
    below = points // 2
    chart = run_chart([0] * below + [1, 1] + [2] * (points - below))
    assert chart.points == points
    assert chart.fewest_expected == binom.ppf(0.05, points - 1, 0.5)


def test_chance_alone_seldom_gives_a_signal():
    noise = np.random.default_rng(5).normal(size=(24, 4_000))
    assert 0.02 < run_chart(noise).signal.mean() < 0.10


def test_a_lasting_shift_is_seen_against_the_baseline():
    rng = np.random.default_rng(6)
    noise = rng.normal(size=(24, 500))
    noise[12:] += 3
    chart = run_chart(noise, baseline=12)
    assert chart.signal.mean() > 0.9
    assert run_chart(noise, change=12).signal.mean() < 0.1


def test_a_stated_change_gives_each_part_its_own_median_and_verdict():
    values = [1, 2] * 6 + [8, 9] * 6
    chart = run_chart(values, change=12)
    assert (chart.before.median, chart.median) == (1.5, 8.5)
    assert not chart.signal
    assert not chart.before.signal
    assert run_chart(values).signal


@given(ROWS)
def test_with_fewer_than_ten_useful_points_there_is_no_verdict(values):
    chart = run_chart(values)
    assert chart.enough == (chart.points >= 10)
    assert not (chart.signal and not chart.enough)


def test_a_plain_rise_is_a_signal_from_ten_points_on():
    assert not run_chart(np.arange(9.0)).signal
    assert run_chart(np.arange(10.0)).signal


@given(ROWS, st.integers(-5, 5), st.integers(1, 4))
def test_neither_unit_nor_direction_nor_order_reversed_matters(values, shift, scale):
    chart = run_chart(values)
    turned = run_chart(shift - scale * np.array(values)[::-1])
    for name in ("points", "signal", "longest_run", "crossings"):
        assert getattr(chart, name) == getattr(turned, name)


@given(ROWS, st.integers(0, 40))
def test_a_missing_point_is_passed_over(values, place):
    with_gap = np.insert(np.array(values, float), min(place, len(values)), np.nan)
    assert run_chart(with_gap) == run_chart(values)


def test_many_charts_are_read_at_once():
    values = np.random.default_rng(7).integers(0, 5, (20, 3, 4))
    chart = run_chart(values, change=8)
    assert chart.signal.shape == (3, 4)
    alone = run_chart(values[:, 2, 1], change=8)
    assert chart.longest_run[2, 1] == alone.longest_run
    assert chart.before.crossings[2, 1] == alone.before.crossings


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: run_chart([]), "values must be 1 to 5000 points in order; got 0"),
        (lambda: run_chart(3.0), "points in order; got 0"),
        (lambda: run_chart(["a"]), "values must be a number or an array"),
        (lambda: run_chart([np.nan, np.nan]), "got only missing ones"),
        (lambda: run_chart([1, np.inf]), "got an infinite one"),
        (lambda: run_chart([1, 2], change=2), "change must lie between 1 and 1"),
        (lambda: run_chart([1, 2], baseline=0), "baseline must lie between"),
        (lambda: run_chart([1, 2], change=1, baseline=1), "either a change or a base"),
    ],
)
def test_bad_input_gets_one_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()

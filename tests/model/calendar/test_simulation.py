import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import (
    cascade,
    focus_wait,
    simulate_cascade,
    simulate_focus_wait,
    simulate_turnaround,
    turnaround,
)

MANY = {"runs": 60_000}


@pytest.mark.parametrize("branching", [0, 0.3, 0.6, 0.8])
def test_cascades_are_as_long_on_average_as_the_formula_says(branching):
    sizes = simulate_cascade(branching, **MANY)
    assert sizes.mean() == pytest.approx(cascade(branching), rel=0.03)
    spread = branching / (1 - branching) ** 3
    assert sizes.var() == pytest.approx(spread, rel=0.15, abs=1e-12)


def test_beyond_one_new_cancellation_each_some_cascades_never_end():
    """The share is the root of s = 1 − e^(−b s)."""
    share = np.isinf(simulate_cascade(1.5, runs=20_000)).mean()
    assert share == pytest.approx(1 - np.exp(-1.5 * share), abs=0.01)


@pytest.mark.parametrize(("block", "rate"), [(1, 0.5), (2, 1), (0.5, 3), (2, 0)])
def test_waits_are_as_long_on_average_as_the_formula_says(block, rate):
    waits = simulate_focus_wait(block, interruptions=rate, **MANY)
    assert waits.mean() == pytest.approx(
        focus_wait(block, interruptions=rate), rel=0.03
    )
    at_once = (waits == block).mean()
    assert at_once == pytest.approx(np.exp(-rate * block), abs=0.01)


@pytest.mark.parametrize(
    ("urgent", "important"), [(0, 0.4), (0.3, 0.3), (0.6, 0.1), (0.5, 0.3)]
)
def test_work_takes_as_long_on_average_as_the_formula_says(urgent, important):
    times = simulate_turnaround(urgent=urgent, important=important, **MANY)
    expected = turnaround(urgent=urgent, important=important)
    assert times.mean() == pytest.approx(expected, rel=0.04)


def test_without_urgent_work_the_time_in_a_queue_is_exponential():
    times = simulate_turnaround(urgent=0, important=0.5, **MANY)
    assert np.quantile(times, [0.5, 0.9]) == pytest.approx(
        -2 * np.log([0.5, 0.1]), rel=0.03
    )


def test_what_fills_the_time_never_ends():
    got = simulate_turnaround(urgent=[0.7, 0.2], important=[0.3, 0.1], runs=50)
    assert np.isinf(got[:, 0]).all()
    assert np.isfinite(got[:, 1]).all()


@given(st.integers(0, 1000))
def test_the_same_seed_gives_the_same_cases(seed):
    for call in (
        lambda: simulate_cascade([0.2, 0.7], runs=20, rng=seed),
        lambda: simulate_focus_wait(1, interruptions=[0.5, 2], runs=20, rng=seed),
        lambda: simulate_turnaround(urgent=[0.2, 0.5], important=0.2, runs=20),
    ):
        first, again = call(), call()
        assert first.shape == (20, 2)
        assert (first == again).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: simulate_cascade(-0.1), "branching must lie between 0 and 10"),
        (lambda: simulate_cascade(0.5, runs=0), "runs must lie between 1 and 1e"),
        (lambda: simulate_cascade(np.zeros(10_000), runs=10**6), "must fit into"),
        (
            lambda: simulate_focus_wait(4, interruptions=3),
            "interruptions per block must lie between 0 and 7; got 12",
        ),
        (
            lambda: simulate_turnaround(urgent=float("nan"), important=0),
            "urgent must lie between",
        ),
    ],
)
def test_what_lies_outside_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()

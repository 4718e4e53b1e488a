import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import cascade, focus_wait, turnaround


def test_a_cascade_is_as_long_as_simulated_cancellations():
    rng = np.random.default_rng(1)
    moving = np.ones(40_000)
    total = np.ones(40_000)
    while moving.any():
        moving = rng.poisson(0.6 * moving)
        total += moving
    assert cascade(0.6) == pytest.approx(total.mean(), rel=0.03)


@given(st.floats(0, 0.99), st.floats(0, 0.99))
def test_a_cascade_is_the_first_meeting_and_the_cascades_that_it_starts(one, other):
    assert cascade(one) == pytest.approx(1 + one * cascade(one))
    assert cascade(min(one, other)) <= cascade(max(one, other))


def test_from_one_new_cancellation_each_the_cascade_never_ends():
    assert cascade([1, 1.5]).tolist() == [np.inf, np.inf]


@pytest.mark.parametrize(("block", "rate"), [(1, 0.5), (2, 1), (0.5, 3)])
def test_the_wait_for_focus_is_that_of_simulated_interruptions(block, rate):
    rng = np.random.default_rng(2)
    gaps = rng.exponential(1 / rate, (20_000, 150))
    free = (gaps >= block).argmax(axis=1)
    lost = np.cumsum(gaps, axis=1)[np.arange(len(gaps)), free - 1]
    simulated = np.where(free > 0, lost, 0) + block
    assert focus_wait(block, interruptions=rate) == pytest.approx(
        simulated.mean(), rel=0.03
    )


@given(st.floats(0, 8), st.floats(0, 20), st.floats(0.1, 10))
def test_the_wait_for_focus_knows_no_unit_of_time(block, rate, scale):
    wait = focus_wait(block, interruptions=rate)
    other = focus_wait(block * scale, interruptions=rate / scale)
    assert other == pytest.approx(wait * scale, rel=1e-9)
    assert wait >= block * (1 - 1e-12)


def test_without_interruptions_a_block_takes_its_own_length():
    assert focus_wait(2, interruptions=[0, 1e-12]) == pytest.approx([2, 2])


def test_two_short_blocks_come_sooner_than_one_long():
    assert 2 * focus_wait(1, interruptions=2) < focus_wait(2, interruptions=2)


def test_important_work_takes_as_long_as_in_a_simulated_queue():
    assert turnaround(urgent=0.4, important=0.3) == pytest.approx(
        simulated_turnaround(0.4, 0.3), rel=0.05
    )


def simulated_turnaround(urgent, important, queues=1000, warm_up=500, steps=1500):
    """Return the important work at hand over its arrivals (Little's law)."""
    rng = np.random.default_rng(3)
    first, second = np.zeros(queues), np.zeros(queues)
    area, clock = np.zeros(queues), np.zeros(queues)
    for step in range(steps):
        pace = urgent + important + (first + second > 0)
        if step >= warm_up:
            area, clock = area + second / pace, clock + 1 / pace
        what = rng.random(queues) * pace
        done, came_first = what >= urgent + important, what < urgent
        leaves_first = done & (first > 0)
        leaves_second = done & ~leaves_first
        first = first + came_first - leaves_first
        second = second + (~done & ~came_first) - leaves_second
    return area.sum() / clock.sum() / important


@given(st.floats(0, 0.99))
def test_without_urgent_work_it_is_the_plain_queue(important):
    expected = 1 + important / (1 - important)
    assert turnaround(urgent=0, important=important) == pytest.approx(expected)


@given(st.floats(0, 0.6), st.floats(0, 0.3), st.floats(0.001, 0.05))
def test_urgency_hurts_the_important_more_than_its_own_amount(urgent, own, more):
    extra_urgent = turnaround(urgent=urgent + more, important=own)
    extra_important = turnaround(urgent=urgent, important=own + more)
    assert extra_urgent > extra_important


def test_a_full_calendar_never_gets_to_the_important():
    got = turnaround(urgent=[0.7, 1, 0.9], important=[0.3, 0, 0.5])
    assert got.tolist() == [np.inf] * 3


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: cascade(-0.1), "branching"),
        (lambda: focus_wait(-1, interruptions=1), "block"),
        (lambda: focus_wait(1, interruptions=float("nan")), "interruptions"),
        (lambda: turnaround(urgent=1.2, important=0), "urgent"),
    ],
)
def test_what_lies_outside_is_named(call, name):
    with pytest.raises(ValueError, match=f"{name} must lie between"):
        call()


def test_a_whole_class_is_answered_at_once():
    assert turnaround(urgent=np.zeros((4, 1)), important=np.zeros(5)).shape == (4, 5)

from math import isinf, isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import (
    cascade,
    focus_wait,
    simulate_focus_wait,
    simulate_turnaround,
    turnaround,
)
from lederlib.scenario import Calendar, run_calendar

CALENDARS = st.builds(
    Calendar,
    booked=st.floats(0, 1),
    gives_way=st.floats(0, 1),
    interruptions=st.floats(0, 4),
    block=st.floats(0.25, 3),
    urgent=st.floats(0, 0.95),
    important=st.floats(0.05, 0.95),
)


@given(CALENDARS)
def test_every_calendar_leads_somewhere_and_by_the_formulas(week):
    found = run_calendar(week, draws=50)
    shares = {"urgent": week.urgent, "important": week.important}
    assert found.moved.formula == cascade(week.booked * week.gives_way)
    assert found.focus.formula == focus_wait(
        week.block, interruptions=week.interruptions
    )
    assert found.turnaround.formula == turnaround(**shares)
    for answer in (found.moved, found.focus, found.turnaround):
        assert isnan(answer.low) or answer.low <= answer.high


def test_simulated_cases_stand_beside_the_formula():
    found = run_calendar(draws=40_000)
    for answer in (found.moved, found.focus, found.turnaround):
        assert answer.simulated == pytest.approx(answer.formula, rel=0.05)
        assert answer.low < answer.simulated < answer.high


def test_what_is_too_rare_is_told_by_formula_alone():
    found = run_calendar(Calendar(interruptions=4, block=2))
    assert isnan(found.focus.simulated)
    assert found.focus.formula > 700


def test_a_week_that_is_full_twice_over_never_ends():
    found = run_calendar(Calendar(urgent=0.9, important=0.5, booked=1, gives_way=1))
    assert isinf(found.turnaround.formula)
    assert isinf(found.turnaround.simulated)
    assert isinf(found.moved.formula)


def test_the_same_seed_gives_the_same_answers():
    assert run_calendar(draws=30, rng=3) == run_calendar(draws=30, rng=3)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"booked": 1.1}, "booked must lie between 0 and 1; got 1.1"),
        ({"interruptions": -1}, "interruptions must lie between 0 and 10"),
        ({"block": float("nan")}, "block must lie between 0 and 8"),
        ({"urgent": "much"}, "urgent must be a number"),
    ],
)
def test_what_lies_outside_is_named(wrong, message):
    with pytest.raises(ValueError, match=message):
        Calendar(**wrong)


def test_too_few_or_too_many_cases_are_refused():
    with pytest.raises(ValueError, match="runs must lie between 1 and"):
        run_calendar(draws=0)


def test_eight_of_ten_cases_lie_between_the_ends():
    """Whole cases, as the simulation has them."""
    week = Calendar(block=2)
    found = run_calendar(week, draws=501, rng=4)
    cases = {
        "focus": simulate_focus_wait(
            week.block, interruptions=week.interruptions, runs=501, rng=4
        ),
        "turnaround": simulate_turnaround(
            urgent=week.urgent, important=week.important, runs=501, rng=4
        ),
    }
    for name, waits in cases.items():
        answer, order = getattr(found, name), np.sort(waits)
        assert (answer.low, answer.high) == (order[50], order[450])

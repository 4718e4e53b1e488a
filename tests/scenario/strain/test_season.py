import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.scenario import calendar_weeks, season
from lederlib.scenario.strain.season import BUDGET_WEEKS, HOLIDAY_ORDER


def test_a_year_runs_from_week_31_through_every_week_once():
    weeks = calendar_weeks()
    assert (weeks[0], weeks[-1]) == (31, 30)
    assert sorted(weeks) == list(range(1, 53))


@given(st.floats(0.01, 3), st.floats(0, 2), st.integers(0, 6), st.floats(0, 1))
def test_a_week_is_everyday_budget_or_holiday(load, budget, holidays, rest):
    year = season(load=load, budget=budget, holidays=holidays, holiday_load=rest)
    weeks = calendar_weeks()
    away = np.isin(weeks, HOLIDAY_ORDER[:holidays])
    busy = np.isin(weeks, BUDGET_WEEKS)
    assert away.sum() == holidays
    assert year[away] == pytest.approx(load * rest)
    assert year[busy] == pytest.approx(load * (1 + budget))
    assert year[~away & ~busy] == pytest.approx(load)


def test_draws_stand_behind_the_weeks():
    year = season(load=np.ones((3, 1)), holiday_load=[0.1, 0.2])
    assert year.shape == (52, 3, 2)


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"holidays": 7}, "holidays must lie between 0 and 6; got 7"),
        ({"holidays": 1.5}, "holidays must be a whole number"),
        ({"budget": -0.1}, "budget must lie between 0 and 10"),
        ({"load": float("nan")}, "load must lie between 0 and 100; got nan"),
        ({"holiday_load": 2}, "holiday_load must lie between 0 and 1; got 2"),
    ],
)
def test_bad_input_gets_one_sentence(given_, words):
    with pytest.raises(ValueError, match=words):
        season(**given_)

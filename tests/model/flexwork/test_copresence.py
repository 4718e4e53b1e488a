from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import (
    any_team_day,
    freedom,
    never_meet,
    pair_days,
    peak_desks,
    team_days,
    weeks_to_meet_all,
)

SMALL = [
    {"days": days, "anchor": anchor, "home": home}
    for days in (2, 3, 4)
    for anchor in range(days + 1)
    for home in range(days - anchor + 1)
]
LARGE = [
    {"days": 5, "anchor": anchor, "home": home}
    for anchor, home in ((0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (2, 2))
]


@st.composite
def weeks(draw, whole=False):
    number = st.integers if whole else st.floats
    days = draw(st.integers(1, 5))
    anchor = draw(number(0, days))
    return {"days": days, "anchor": anchor, "home": draw(number(0, days - anchor))}


def counted(present):
    shared = (present[:, 0] & present[:, 1]).sum(axis=-1)
    whole = present.all(axis=1).sum(axis=-1)
    busiest = present.sum(axis=1).max(axis=-1)
    return {
        "pair_days": shared,
        "team_days": whole,
        "never_meet": shared == 0,
        "any_team_day": whole > 0,
        "peak_desks": busiest,
    }


def formulas(week, team):
    return {
        "pair_days": pair_days(**week),
        "team_days": team_days(**week, team=team),
        "never_meet": never_meet(**week),
        "any_team_day": any_team_day(**week, team=team),
        "peak_desks": peak_desks(**week, team=team),
    }


@pytest.mark.parametrize("week", SMALL, ids=str)
@pytest.mark.parametrize("team", [2, 3])
def test_every_formula_equals_the_count_over_all_weeks(week, team, every_week):
    oracle = counted(every_week(**week, team=team))
    for name, value in formulas(week, team).items():
        assert value == pytest.approx(oracle[name].mean(), abs=1e-12), name


@pytest.mark.parametrize("week", LARGE, ids=str)
def test_every_formula_lies_within_the_error_of_a_simulation(week, random_weeks):
    oracle = counted(random_weeks(**week, team=12))
    for name, value in formulas(week, 12).items():
        drawn = oracle[name].astype(float)
        error = 5 * drawn.std() / np.sqrt(drawn.size) + 3e-4
        assert value == pytest.approx(drawn.mean(), abs=error), name


@pytest.mark.parametrize(
    ("home", "anchor", "pairs", "whole", "desks"),
    [(2, 0, 1.80, 0.011, 9.34), (2, 1, 2.00, 1.001, 12), (2, 2, 2.33, 2.0, 12)],
)
def test_the_known_week_of_a_team_of_twelve(home, anchor, pairs, whole, desks):
    assert pair_days(5, anchor=anchor, home=home) == pytest.approx(pairs, abs=5e-3)
    team = {"anchor": anchor, "home": home, "team": 12}
    assert team_days(5, **team) == pytest.approx(whole, abs=5e-4)
    assert peak_desks(5, **team) == pytest.approx(desks, abs=5e-3)


@given(weeks(), st.floats(0, 1), st.integers(2, 30))
def test_a_fixed_day_more_never_takes_contact_away(week, more, team):
    more = min(more, week["days"] - week["anchor"] - week["home"])
    fixed = week | {"anchor": week["anchor"] + more}
    assert pair_days(**fixed) >= pair_days(**week) - 1e-9
    assert team_days(**fixed, team=team) >= team_days(**week, team=team) - 1e-9


@given(weeks(), st.floats(0, 1), st.integers(2, 30))
def test_a_home_day_more_never_adds_contact(week, more, team):
    more = min(more, week["days"] - week["anchor"] - week["home"])
    away = week | {"home": week["home"] + more}
    assert pair_days(**away) <= pair_days(**week) + 1e-9
    assert team_days(**away, team=team) <= team_days(**week, team=team) + 1e-9


@given(weeks(), st.integers(2, 30))
def test_shared_days_lie_between_the_fixed_days_and_the_week(week, team):
    whole, pairs = team_days(**week, team=team), pair_days(**week)
    assert week["anchor"] - 1e-9 <= whole <= pairs + 1e-9
    assert pairs <= week["days"] + 1e-9


@given(weeks(whole=True))
def test_freedom_counts_the_week_plans(week):
    free = range(week["days"] - week["anchor"])
    plans = [
        chosen
        for size in range(week["home"] + 1)
        for chosen in combinations(free, size)
    ]
    assert 2 ** freedom(**week) == pytest.approx(len(plans))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: pair_days(5, anchor=3, home=4), r"at most the 5 days.*got 3 \+ 4 = 7"),
        (lambda: pair_days(5, anchor=-1, home=1), "anchor must lie between 0 and 7"),
        (lambda: team_days(5, anchor=0, home=1, team=0), "team must lie between 1"),
        (lambda: never_meet(5, anchor=0, home=1.5), "home must be a whole number"),
        (lambda: any_team_day(5, anchor=0, home=1, team=2.5), "team must be a whole"),
        (lambda: weeks_to_meet_all(5, anchor=0, home=1, team=1), "team must lie betw"),
        (lambda: peak_desks(5, anchor=0, home=2, team=60), "at most 48 people"),
        (lambda: freedom(9, anchor=0, home=2), "days must lie between 1 and 7"),
        (lambda: pair_days("fem", anchor=0, home=2), "days must be a number"),
    ],
)
def test_what_lies_outside_is_said_in_a_sentence(call, message):
    with pytest.raises(ValueError, match=message):
        call()

"""How home days are chosen, from alone and at random to all on the same days."""

from itertools import combinations
from math import comb

import numpy as np
import pytest

from lederlib.model import (
    any_team_day,
    freedom,
    never_meet,
    pair_days,
    peak_desks,
    peak_desks_law,
    team_days,
    weeks_to_meet_all,
)

SMALL = [
    {"days": days, "anchor": anchor, "home": home}
    for days in (2, 3, 4)
    for anchor in range(2)
    for home in range(days - anchor + 1)
]
ALL = [
    {"days": 5, "anchor": anchor, "home": home}
    for anchor in range(6)
    for home in range(6 - anchor)
]
PARTS = np.linspace(0, 1, 21)
# Desks, chance of a whole-team day and weeks for 1 to 4 home days, before agreement.
BEFORE = (
    [11.228325888000002, 9.335793539039994, 7.030531716959999, 4.308399144959999],
    [
        0.32199731200000026,
        0.010878597279999996,
        8.388607000000005e-05,
        2.0480000000000012e-08,
    ],
    [1.0, 1.0, 3.0092508177993897, 14.03333908708793],
)


def formulas(week, team, agreement):
    pair = week | {"agreement": agreement}
    whole = pair | {"team": team}
    return {
        "pair_days": pair_days(**pair),
        "team_days": team_days(**whole),
        "never_meet": never_meet(**pair),
        "any_team_day": any_team_day(**whole),
        "peak_desks": peak_desks(**whole),
        "weeks_to_meet_all": weeks_to_meet_all(**whole),
    }


def counted(present, chance):
    shared = (present[:, :1] & present[:, 1:]).sum(axis=-1)
    whole = present.all(axis=1).sum(axis=-1)
    return {
        "pair_days": chance @ shared[:, 0],
        "team_days": chance @ whole,
        "never_meet": chance @ (shared[:, 0] == 0),
        "any_team_day": chance @ (whole > 0),
        "peak_desks": chance @ present.sum(axis=1).max(axis=-1),
        "weeks_to_meet_all": weeks_by_inclusion(shared == 0, chance),
    }


def weeks_by_inclusion(missed, chance):
    """Return the mean wait for all, from the risks of missing each set for a week."""
    people = range(missed.shape[1])
    total = 0.0
    for size in range(1, len(people) + 1):
        for some in combinations(people, size):
            risk = chance @ missed[:, some].all(axis=1)
            if risk > 1 - 1e-12:
                return np.inf
            total += (-1) ** (size + 1) / (1 - risk)
    return total


@pytest.mark.parametrize("week", SMALL, ids=str)
@pytest.mark.parametrize("team", [2, 3])
@pytest.mark.parametrize("agreement", [0, 0.3, 1])
def test_every_formula_equals_the_count_over_all_weeks(
    week, team, agreement, every_week, chance_of_each
):
    present = every_week(**week, team=team)
    chance = chance_of_each(present, agreement)
    assert chance.sum() == pytest.approx(1)
    oracle = counted(present, chance)
    for name, value in formulas(week, team, agreement).items():
        assert value == pytest.approx(oracle[name], abs=1e-11), name


@pytest.mark.parametrize(("home", "agreement"), [(2, 0.5), (3, 0.4), (4, 0.8)])
def test_every_formula_lies_within_the_error_of_a_simulation(
    home, agreement, random_weeks
):
    present = random_weeks(5, 0, home, team=12, agreement=agreement)
    equal = np.full(len(present), 1 / len(present))
    week = {"days": 5, "anchor": 0, "home": home}
    found = formulas(week, 12, agreement)
    del found["weeks_to_meet_all"]
    shared = (present[:, 0] & present[:, 1]).sum(axis=-1)
    whole = present.all(axis=1).sum(axis=-1)
    drawn = {
        "pair_days": shared,
        "team_days": whole,
        "never_meet": shared == 0,
        "any_team_day": whole > 0,
        "peak_desks": present.sum(axis=1).max(axis=-1),
    }
    for name, value in found.items():
        error = 5 * drawn[name].std() / np.sqrt(len(equal)) + 3e-4
        assert value == pytest.approx(drawn[name].mean(), abs=error), name


def test_a_newcomers_wait_is_that_of_simulated_newcomers(random_weeks):
    weeks = random_weeks(5, 0, 3, team=6, weeks=60_000, agreement=0.5)
    met = (weeks[:, :1] & weeks[:, 1:]).any(axis=-1).reshape(-1, 30, 5)
    waits = (np.maximum.accumulate(met, axis=1).all(axis=-1)).argmax(axis=1) + 1
    exact = weeks_to_meet_all(5, anchor=0, home=3, team=6, agreement=0.5)
    assert exact == pytest.approx(waits.mean(), abs=5 * waits.std() / 44)


@pytest.mark.parametrize("week", ALL, ids=str)
@pytest.mark.parametrize("team", [2, 12])
def test_alone_gives_the_figures_of_random_choice_to_the_last_digit(week, team):
    days, anchor, home = week.values()
    free = days - anchor
    present = free - home
    found = formulas(week, team, 0)
    chance = present / max(free, 1)
    assert found["pair_days"] == anchor + present**2 / max(free, 1)
    assert found["team_days"] == anchor + free * np.float64(chance) ** team
    never = comb(free - present, present) / comb(free, present) if not anchor else 0
    assert found["never_meet"] == never
    for name, value in formulas(week, team, 0.0).items():
        assert value == found[name]


def test_the_desks_and_weeks_of_random_choice_stay_as_they_were():
    rule = {"anchor": 0, "team": 12, "agreement": 0}
    home = [1, 2, 3, 4]
    desks, chance, weeks = BEFORE
    assert peak_desks(5, home=home, **rule).tolist() == desks
    assert any_team_day(5, home=home, **rule).tolist() == chance
    assert weeks_to_meet_all(5, home=home, **rule).tolist() == weeks


@pytest.mark.parametrize("week", ALL, ids=str)
def test_the_same_days_for_all_are_shared_by_all(week):
    at_work = week["days"] - week["home"]
    found = formulas(week, 12, 1)
    assert found["pair_days"] == pytest.approx(at_work)
    assert found["team_days"] == pytest.approx(at_work)
    assert found["never_meet"] == (at_work == 0)
    assert found["any_team_day"] == (at_work > 0)
    assert found["peak_desks"] == pytest.approx(12 * (at_work > 0))
    assert found["weeks_to_meet_all"] == (1 if at_work else np.inf)


def test_at_two_home_days_of_five_everybody_shares_three():
    agreed = {"anchor": 0, "home": 2, "agreement": 1}
    assert pair_days(5, **agreed) == 3
    assert team_days(5, **agreed, team=12) == pytest.approx(3)


@pytest.mark.parametrize("week", ALL, ids=str)
@pytest.mark.parametrize("team", [2, 7])
def test_more_agreement_never_takes_contact_away(week, team):
    found = formulas(week, team, PARTS)
    for name in ("pair_days", "team_days", "any_team_day", "peak_desks"):
        assert (np.diff(found[name]) >= -1e-12).all(), name
    assert (np.diff(found["never_meet"]) <= 1e-12).all()
    weeks = found["weeks_to_meet_all"]
    assert np.isinf(weeks).all() or (np.diff(weeks) <= 1e-9).all()


@pytest.mark.parametrize("week", ALL, ids=str)
def test_a_common_plan_costs_choice_but_not_all_of_it(week):
    bits = freedom(**week, agreement=PARTS)
    assert bits[0] == freedom(**week)
    assert bits[-1] == week["home"]
    assert (np.diff(bits) <= 1e-12).all()


def test_the_law_of_the_busiest_day_follows_the_plan_too():
    law = peak_desks_law(5, anchor=0, home=2, team=9, agreement=0.6)
    assert law.sum() == pytest.approx(1)
    mean = peak_desks(5, anchor=0, home=2, team=9, agreement=0.6)
    assert law @ np.arange(10) == pytest.approx(float(mean))


@pytest.mark.parametrize("function", [pair_days, never_meet, freedom])
def test_agreement_beyond_all_is_refused_in_a_sentence(function):
    with pytest.raises(ValueError, match="agreement must lie between 0 and 1"):
        function(5, anchor=0, home=2, agreement=1.2)

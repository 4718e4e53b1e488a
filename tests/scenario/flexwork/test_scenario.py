import pandas as pd
import pytest

from lederlib.catalogue import FACTOR_KEYS
from lederlib.scenario import (
    FLEXIBLE_WORK_LEVERS,
    LEVERS,
    Scenario,
    factor_baseline,
    lever_values,
)
from lederlib.scenario.flexwork.scenario import require_lever_value

every_lever = pytest.mark.parametrize("lever", LEVERS.values(), ids=lambda x: x.key)


def test_what_a_scenario_does_not_move_stays_at_the_status_quo():
    values = lever_values(Scenario({"home": 2}))
    today = {key: lever.default for key, lever in LEVERS.items()} | {"home": 2}
    # How home days are chosen is drawn unless the scenario says it.
    del today["agreement"]
    assert values == today


def test_a_groups_own_profile_stands_in_for_the_middle():
    profile = pd.Series({"values": 0.8, "hiring": 0.2})
    values = lever_values(Scenario({"hiring": 0.4}), profile)
    assert (values["values"], values["hiring"], values["onboarding"]) == (0.8, 0.4, 0.5)
    assert tuple(factor_baseline(profile)) == FACTOR_KEYS


def test_equal_scenarios_are_equal_and_can_be_looked_up():
    one, same = Scenario({"home": 2}), Scenario({"home": 2.0})
    assert one == same
    assert {one: "kept"}[same] == "kept"
    assert one != Scenario({"home": 2}, name="to")


def test_the_levers_of_a_scenario_cannot_be_changed_behind_its_back():
    levers = {"home": 2}
    scenario = Scenario(levers)
    levers["home"] = 5
    assert scenario.levers["home"] == 2
    with pytest.raises(TypeError):
        scenario.levers["home"] = 3


@pytest.mark.parametrize(
    ("levers", "got"),
    [
        ({"anchor": 3, "home": 3}, r"3 \+ 3 \+ 0 = 6"),
        ({"anchor": 5}, r"1 \+ 5 \+ 0 = 6"),
        ({"anchor": 2, "home": 3, "four_day": True}, r"3 \+ 2 \+ 1 = 6"),
    ],
)
def test_a_week_that_cannot_hold_the_days_is_refused(levers, got):
    with pytest.raises(ValueError, match=f"at most 5 days; got {got}"):
        Scenario(levers)


@pytest.mark.parametrize(
    ("baseline", "message"),
    [
        ({"value": 0.5}, "factor of the baseline must be one of.*Nearest: 'values'"),
        ({"values": 3}, "baseline of values must lie between 0 and 1; got 3"),
        ({"values": float("nan")}, "baseline of values must lie between 0 and 1"),
    ],
)
def test_a_baseline_that_is_none_is_refused(baseline, message):
    with pytest.raises(ValueError, match=message):
        factor_baseline(baseline)


def test_the_levers_are_flexible_work_and_the_15_factors():
    assert tuple(LEVERS) == (*FLEXIBLE_WORK_LEVERS, *FACTOR_KEYS)


@every_lever
def test_every_lever_has_words_in_both_languages(lever):
    assert lever.name.da
    assert lever.name.en
    assert isinstance(lever.unit.da, str)
    for choice in lever.choices:
        assert lever.choice_name(choice).da


@every_lever
def test_every_default_is_a_value_that_the_lever_allows(lever):
    assert require_lever_value(lever.key, lever.default) == lever.default
    if not lever.choices:
        for end in (lever.low, lever.high):
            assert require_lever_value(lever.key, end) == end


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("homes", 1, "lever must be one of home, anchor.*Nearest: 'home'"),
        ("home", 6, "home must lie between 0 and 5; got 6"),
        ("home", 1.5, "home must be a whole number from 0 to 5; got 1.5"),
        ("team", 1, "team must lie between 2 and 40; got 1"),
        ("role", "manager", "role must be one of office, frontline"),
        ("four_day", 0.5, "four_day must be a whole number from 0 to 1"),
        ("values", "rød", "values must be a number"),
        ("values", float("nan"), "values must lie between 0 and 1"),
    ],
)
def test_what_a_lever_does_not_allow_is_said_in_a_sentence(key, value, message):
    with pytest.raises(ValueError, match=message):
        require_lever_value(key, value)

import pytest

from lederlib.catalogue import FACTOR_KEYS
from lederlib.scenario import FLEXIBLE_WORK_LEVERS, LEVERS, require_lever_value

every_lever = pytest.mark.parametrize("lever", LEVERS.values(), ids=lambda x: x.key)


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

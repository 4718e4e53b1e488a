from collections import Counter

import pytest

from lederlib.catalogue import FACTOR_KEYS, balance_items, balance_names, balance_notice
from lederlib.catalogue.balance import MOMENTS

ITEMS = balance_items()


def test_each_side_has_named_items_and_three_open_slots():
    count = Counter((item.side, item.open) for item in ITEMS)
    assert count == {
        ("load", False): 8,
        ("resource", False): 10,
        ("load", True): 3,
        ("resource", True): 3,
    }


def test_the_open_slots_carry_the_names_that_tables_use():
    slots = {item.key for item in ITEMS if item.open}
    assert slots == {
        f"open_{side}_{number}" for side in ("load", "resource") for number in (1, 2, 3)
    }


def test_no_key_is_used_twice_or_is_a_factor():
    keys = [item.key for item in ITEMS]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & set(FACTOR_KEYS)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_no_short_name_stands_for_two_items(lang):
    names = [item.name.to(lang).casefold() for item in ITEMS]
    assert len(set(names)) == len(names)


def test_every_theme_relation_and_side_has_a_name_and_is_used():
    assert {item.theme for item in ITEMS} == set(balance_names("themes"))
    assert {item.relation for item in ITEMS} == set(balance_names("relations"))
    assert {item.side for item in ITEMS} == set(balance_names("sides"))


def test_the_four_themes_of_the_magazine_are_all_resources():
    themes = {item.theme for item in ITEMS if item.side == "resource"}
    assert themes - {"open"} == {
        "influence_autonomy",
        "safety_trust",
        "restitution_reflection",
        "support",
    }


def test_each_item_is_rated_now_and_in_general():
    assert tuple(balance_names("moments")) == MOMENTS == ("now", "general")


def test_the_notice_says_that_this_is_not_the_official_scale():
    assert "ikke den officielle" in balance_notice().da
    assert "not the official" in balance_notice().en


def test_an_unknown_kind_of_name_lists_the_known_ones():
    with pytest.raises(ValueError, match="sides, moments, themes, relations"):
        balance_names("colours")

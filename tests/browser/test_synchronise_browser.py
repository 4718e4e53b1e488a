"""Three of fifteen in a real browser: keyboard, names, what gives way, and a phone."""

import pytest

from lederlib.scenario import best_sets, portfolio_world
from lederlib.scenario.synchronise.words import points
from lederlib.text import label

from .conftest import await_words, explorer, lever, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def choose(kit, key, value):
    chooser = lever(kit, "synchronise", key)
    options = chooser.locator("option").all_text_contents()
    # The blanks of an option are no-break spaces.
    place = next(k for k, text in enumerate(options) if value in " ".join(text.split()))
    chooser.select_option(index=place)


def test_a_press_on_the_capacity_says_what_the_model_says(kit):
    press(kit, "synchronise", "capacity", "Home")
    table = best_sets(portfolio_world(), capacity=0.1, power=4)
    chosen = {"fixed_presence_days", "four_day_week", "leader_mentors"}
    own = next(row for _, row in table.iterrows() if {*row["keys"]} == chosen)
    await_words(kit, "synchronise", points(own["regret"], kit.lang))
    name = label("synchronise.lever_capacity", kit.lang)
    slider = explorer(kit, "synchronise").get_by_role("slider", name=name, exact=True)
    assert "10" in slider.get_attribute("aria-valuetext")
    stop = label("synchronise.words_stop", kit.lang).partition(":")[0]
    await_words(kit, "synchronise", stop, part="sure")


def test_a_locked_choice_stops_what_stands_in_its_way_and_says_so(kit):
    name = {"da": "Planlagt modtagelse", "en": "Structured onboarding"}[kit.lang]
    choose(kit, "pick_2", name)
    await_words(kit, "synchronise", name, part="notice")
    stopped = {"da": "introprogram", "en": "introduction"}[kit.lang]
    chosen = lever(kit, "synchronise", "stop").locator("option:checked")
    assert stopped in chosen.text_content()
    pictures = explorer(kit, "synchronise").locator(".lederlib-picture")
    assert name in pictures.first.get_attribute("aria-label")
    assert name in pictures.last.get_attribute("aria-label")


def test_every_choice_has_a_name(kit):
    box = explorer(kit, "synchronise")
    lever(kit, "synchronise", "stop")
    for key in ("pick_1", "pick_2", "pick_3", "stop"):
        name = box.locator(f".lederlib-lever-{key} label").inner_text()
        assert box.get_by_role("combobox", name=name, exact=True).count() == 1
    name = label("synchronise.lever_power", kit.lang)
    assert box.get_by_role("group", name=name, exact=True).count() == 1

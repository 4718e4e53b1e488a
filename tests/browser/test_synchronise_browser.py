"""Three of fifteen in a real browser: keyboard, names, what gives way, and a phone."""

import pytest

from lederlib.scenario import best_sets, portfolio_world
from lederlib.scenario.synchronise.words import points
from lederlib.text import label

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOX = ".lederlib-explorer-synchronise"


def box_of(kit):
    return kit.page.locator(BOX)


def await_words(kit, words, part="words"):
    arrived = (
        "([line, words]) => document.querySelector(line).innerText.includes(words)"
    )
    line = f"{BOX} .lederlib-{part}"
    try:
        kit.page.wait_for_function(arrived, arg=[line, words], timeout=15_000)
    except Exception:
        assert words in kit.page.locator(line).inner_text()


def choose(kit, key, value):
    options = box_of(kit).locator(f".lederlib-lever-{key} option").all_text_contents()
    # The blanks of an option are no-break spaces.
    place = next(k for k, text in enumerate(options) if value in " ".join(text.split()))
    box_of(kit).locator(f".lederlib-lever-{key} select").select_option(index=place)


def test_a_press_on_the_capacity_says_what_the_model_says(kit):
    handle = box_of(kit).locator(".lederlib-lever-capacity .noUi-handle")
    handle.focus()
    kit.page.keyboard.press("Home")
    table = best_sets(portfolio_world(), capacity=0.1, power=4)
    chosen = {"fixed_presence_days", "four_day_week", "leader_mentors"}
    own = next(row for _, row in table.iterrows() if {*row["keys"]} == chosen)
    await_words(kit, points(own["regret"], kit.lang))
    name = label("synchronise.lever_capacity", kit.lang)
    assert handle.get_attribute("aria-label") == name
    assert "10" in handle.get_attribute("aria-valuetext")
    await_words(kit, label("synchronise.words_stop", kit.lang).partition(":")[0])


def test_a_locked_choice_stops_what_stands_in_its_way_and_says_so(kit):
    name = {"da": "Planlagt modtagelse", "en": "Structured onboarding"}[kit.lang]
    choose(kit, "pick_2", name)
    await_words(kit, name, part="notice")
    stopped = {"da": "introprogram", "en": "introduction"}[kit.lang]
    chosen = box_of(kit).locator(".lederlib-lever-stop select option:checked")
    assert stopped in chosen.text_content()
    pictures = box_of(kit).locator(".lederlib-picture")
    assert name in pictures.first.get_attribute("aria-label")
    assert name in pictures.last.get_attribute("aria-label")


def test_every_choice_has_a_name(kit):
    fields = box_of(kit).locator("select").all()
    assert len(fields) == 4
    assert all(field.get_attribute("aria-label") for field in fields)
    group = box_of(kit).locator("[role=group]")
    name = label("synchronise.lever_power", kit.lang)
    assert group.get_attribute("aria-label") == name

"""The register and a conclusion in a real browser: keyboard, table, names and phone."""

import pytest

from lederlib.scenario import Scenario, compare
from lederlib.widget.evidence import evidence_words
from lederlib.widget.register import chosen_rows, ordered_rows, readable_register

from .conftest import await_rest, await_words, explorer, lever, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = {"width": 390, "height": 844}
OPEN = {"topic": "all", "seen": "all", "kind": "all", "search": ""}
REGISTER = readable_register()


def said(kit, order="register", **levers):
    rows = chosen_rows(REGISTER, OPEN | levers)
    return evidence_words(REGISTER, rows, order, kit.lang), rows


def first_headings(kit):
    heads = kit.page.locator(".lederlib-listing tbody th").all_inner_texts()
    return [" ".join(text.split()) for text in heads]


def test_the_register_is_filtered_and_sorted_by_keyboard_alone(kit):
    box = explorer(kit, "evidence")
    box.get_by_role("button").nth(1).focus()
    kit.page.keyboard.press("Enter")
    words, _ = said(kit, seen="seen")
    await_words(kit, "evidence", words)
    lever(kit, "evidence", "search").focus()
    kit.page.keyboard.type("leadership")
    kit.page.keyboard.press("Enter")
    words, _ = said(kit, seen="seen", search="leadership")
    await_words(kit, "evidence", words)
    kit.page.locator(".lederlib-sort").nth(1).focus()
    kit.page.keyboard.press("Enter")
    words, rows = said(kit, order="people", seen="seen", search="leadership")
    await_words(kit, "evidence", words)
    order = ordered_rows(REGISTER, rows, "people")
    shown = first_headings(kit)
    assert len(shown) == rows.sum()
    assert shown[0].startswith(REGISTER["from_construct"].iloc[order[0]])


def test_it_is_a_real_table_with_headings_a_name_and_its_order(kit):
    table = explorer(kit, "evidence").get_by_role("table")
    assert table.get_by_role("columnheader").count() == 7
    assert table.locator("caption").inner_text()
    assert table.locator("th[aria-sort=descending]").count() == 1
    region = explorer(kit, "evidence").locator(".lederlib-listing")
    assert region.get_attribute("tabindex") == "0"
    assert table.locator("tbody td[lang=en], tbody th[lang=en]").count() > 0


def test_a_press_on_the_days_says_what_the_model_says(kit):
    press(kit, "conclusion", "home", "ArrowRight")
    pair = Scenario({"home": 0}), Scenario({"home": 3})
    verdict = compare(*pair, draws=4_000).verdict(kit.lang)
    await_words(kit, "conclusion", verdict)
    await_rest(kit, "conclusion")
    assert len(explorer(kit, "conclusion").locator(".lederlib-scene").all()) == 3


def test_on_a_phone_only_the_table_itself_scrolls_sideways(kit):
    kit.page.set_viewport_size(PHONE)
    for name in ("evidence", "conclusion"):
        inner, outer = explorer(kit, name).evaluate(
            "box => [box.scrollWidth, box.clientWidth]"
        )
        assert inner <= outer
    if kit.kind == "voila":
        wide = "() => document.documentElement.scrollWidth <= window.innerWidth"
        assert kit.page.evaluate(wide)

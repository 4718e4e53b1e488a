"""The explorers in a real browser, as a class meets them: keyboard, phone and zoom."""

import re

import pytest

from lederlib.model import tilt
from lederlib.scenario import (
    Bucket,
    Calendar,
    Scenario,
    bucket_change,
    bucket_sentence,
    run,
    run_bucket,
    run_calendar,
)
from lederlib.text import format_number, label
from lederlib.widget.calendar import calendar_words
from lederlib.widget.conditions import conditions_of
from lederlib.widget.factors import factor_words
from lederlib.widget.flexwork import flexwork_words

from .conftest import await_rest, await_words, explorer, lever, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EXPLORERS = ("flexwork", "factors", "balance", "bucket", "calendar", "fragile")
OURS = [[f".lederlib-explorer-{name}"] for name in EXPLORERS]
PHONE = {"width": 390, "height": 844}
ZOOMED = {"width": 320, "height": 256}  # 1280 x 1024 at 400 %


def said_of_flexwork(lang, **levers):
    return flexwork_words(run(Scenario({"home": 2, "agreement": 0, **levers})), lang)


def test_a_lever_moved_by_keyboard_says_what_the_model_says(kit):
    press(kit, "flexwork", "home", "Home", *["ArrowRight"] * 3)
    await_words(kit, "flexwork", said_of_flexwork(kit.lang, home=3))
    press(kit, "flexwork", "home", "ArrowLeft")
    await_words(kit, "flexwork", said_of_flexwork(kit.lang, home=2))


def test_a_press_on_a_factor_says_what_the_model_says(kit):
    press(kit, "factors", "reputation", "End")
    conditions = conditions_of(
        lang=kit.lang, baseline=None, draws=10_000, rng=0, ledger=None
    )
    found, today = (
        run(Scenario(levers), **conditions.worlds)
        for levers in ({"reputation": 1.0}, {})
    )
    await_words(kit, "factors", factor_words(found, today, kit.lang))


def test_ratings_tilt_the_scale_by_what_the_model_says(kit):
    press(kit, "balance", "many_demands_now", "End")
    box = explorer(kit, "balance")
    box.locator("select").select_option(index=8)
    press(kit, "balance", "room_to_decide_now", "End", *["ArrowLeft"] * 5)
    await_words(kit, "balance", format_number(float(tilt(1.0, 0.5)), kit.lang))


def test_a_lever_and_a_loop_of_the_bucket_say_what_the_model_says(kit):
    press(kit, "bucket", "shortage", "Home", *["ArrowRight"] * 5)
    found = run_bucket(Bucket(shortage=0.5))
    await_words(kit, "bucket", bucket_sentence(found, 5, kit.lang))
    press(kit, "bucket", "loop_load", "Space")
    worn = run_bucket(Bucket(shortage=0.5, loops=("load",)))
    await_words(kit, "bucket", bucket_change(run_bucket(), worn, 5, kit.lang))
    kit.page.keyboard.press("Space")
    await_words(kit, "bucket", bucket_sentence(found, 5, kit.lang))


def test_the_bucket_tells_the_year_that_is_looked_at(kit):
    press(kit, "bucket", "year", "End")
    picture = explorer(kit, "bucket").locator(".lederlib-picture").first
    ten = label("bucket.year_many", kit.lang, year=10)
    arrived = """([box, words]) => document.querySelector(box)
        .getAttribute('aria-label').includes(words)"""
    box = ".lederlib-explorer-bucket .lederlib-picture"
    kit.page.wait_for_function(arrived, arg=[box, ten], timeout=15_000)
    assert ten in picture.get_attribute("aria-label")
    press(kit, "bucket", "shortage", "Home")
    await_words(kit, "bucket", label("bucket.change_none", kit.lang))


def test_a_fuller_calendar_says_what_the_formula_says(kit):
    press(kit, "calendar", "booked", "End")
    found = run_calendar(Calendar(booked=1.0))
    await_words(kit, "calendar", calendar_words(found, kit.lang))
    week = explorer(kit, "calendar").locator(".lederlib-picture").first
    assert "40" in week.get_attribute("aria-label")


def test_an_own_name_reaches_the_picture(kit):
    box = explorer(kit, "balance")
    box.locator("select").select_option(index=18)
    box.get_by_role("textbox").fill("Flytning")
    kit.page.keyboard.press("Enter")
    press(kit, "balance", "open_load_1_now", "End")
    await_words(kit, "balance", "Flytning")


def test_after_a_burst_of_forty_presses_the_last_one_stands(kit):
    press(kit, "flexwork", "home", "Home", "ArrowRight", "ArrowRight")
    press(kit, "flexwork", "team", "Home", *["ArrowRight", "ArrowRight", "ArrowLeft"])
    press(kit, "flexwork", "team", *["ArrowRight"] * 36)
    await_words(kit, "flexwork", said_of_flexwork(kit.lang, team=39))
    await_rest(kit, "flexwork")
    assert "39" in lever(kit, "flexwork", "team").get_attribute("aria-valuetext")
    from playwright.sync_api import expect  # noqa: PLC0415 - may be missing

    # The sentence tells of no team's size, so it is the picture that is waited for.
    week = explorer(kit, "flexwork").locator(".lederlib-picture").first
    expect(week).to_have_attribute("aria-label", re.compile(r"\b39\b"), timeout=20_000)


def test_the_strip_follows_when_the_lever_is_released(kit):
    press(kit, "flexwork", "home", "Home", *["ArrowRight"] * 3)
    await_rest(kit, "flexwork")
    said = label("flexwork.against_today", kit.lang, verdict="")[:9]
    await_words(kit, "flexwork", said, part="sure")


def test_days_that_do_not_fit_make_the_other_lever_give_way_in_words(kit):
    press(kit, "flexwork", "home", "Home", *["ArrowRight"] * 3)
    press(kit, "flexwork", "anchor", "Home", *["ArrowRight"] * 3)
    await_words(kit, "flexwork", said_of_flexwork(kit.lang, home=2, anchor=3, team=39))
    assert "2" in lever(kit, "flexwork", "home").get_attribute("aria-valuetext")
    assert explorer(kit, "flexwork").locator(".lederlib-notice").inner_text()
    press(kit, "flexwork", "anchor", "Home")


def test_a_name_is_the_words_that_stand_above_the_lever(kit):
    box = explorer(kit, "flexwork").locator(".lederlib-lever-home")
    name = box.locator("label").inner_text()
    slider = box.get_by_role("slider", name=name, exact=True)
    value = box.locator(".lederlib-value").inner_text()
    assert slider.get_attribute("aria-valuetext") == value


def test_all_fifteen_factors_are_within_reach_by_button_and_named(kit):
    box = explorer(kit, "factors")
    onward = box.get_by_role("button", name=label("widget.forward", kit.lang))
    names = set()
    for _ in range(15):
        names.add(box.locator(".lederlib-card:visible label").inner_text())
        onward.press("Enter")
    assert len(names) == 15


def test_a_failure_is_said_where_the_reader_looks_and_goes_with_the_next_move(kit):
    alarm = explorer(kit, "fragile").locator(".lederlib-alarm")
    press(kit, "fragile", "fuse", "Home", "ArrowRight")
    alarm.get_by_text("the fuse blew.").wait_for()
    press(kit, "fragile", "fuse", "ArrowRight")
    kit.page.wait_for_function(
        "() => !document.querySelector('.lederlib-explorer-fragile .lederlib-alarm')"
        ".innerText"
    )


def test_axe_finds_nothing_that_is_ours(kit):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - may be missing

    found = Axe().run(kit.page, context={"include": OURS})
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("screen", [PHONE, ZOOMED], ids=["phone", "zoom 400 %"])
def test_a_small_screen_needs_no_sideways_scrolling_and_the_levers_work(kit, screen):
    kit.page.set_viewport_size(screen)
    press(kit, "flexwork", "home", "Home", "ArrowRight")
    await_rest(kit, "flexwork")
    for box in kit.page.locator(".lederlib-explorer").all():
        inner, outer = box.evaluate("box => [box.scrollWidth, box.clientWidth]")
        assert inner <= outer
    scenes = explorer(kit, "flexwork").locator(".lederlib-scene:visible")
    edges = scenes.evaluate_all(_EDGES)
    assert len({left for left, _ in edges}) == 1
    if kit.kind == "voila":
        assert max(right for _, right in edges) <= screen["width"]
        wide = "() => document.documentElement.scrollWidth <= window.innerWidth"
        assert kit.page.evaluate(wide)
    lever(kit, "flexwork", "home").focus()
    assert lever(kit, "flexwork", "home").is_visible()


_EDGES = """scenes => scenes.map(scene => {
    const box = scene.getBoundingClientRect();
    return [box.left, box.right];
})"""


def test_the_page_does_not_jump_while_a_lever_moves(kit):
    box = explorer(kit, "flexwork").locator(".lederlib-gallery")
    press(kit, "flexwork", "home", "Home")
    await_rest(kit, "flexwork")
    before = box.bounding_box()["height"]
    box.evaluate("""box => {
        window.heights = [];
        new ResizeObserver(() => window.heights.push(box.clientHeight)).observe(box);
    }""")
    press(kit, "flexwork", "home", *["ArrowRight"] * 4)
    await_rest(kit, "flexwork")
    heights = kit.page.evaluate("window.heights")
    assert all(abs(height - before) <= 1 for height in heights)

"""A small test in a real browser: the prediction comes before the numbers."""

import json

import pytest

from lederlib.scenario import pilot_outcome, pilot_weeks
from lederlib.scenario.pilots import per_cent

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOX = ".lederlib-explorer-pilots"


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


def test_a_prediction_by_keyboard_is_stored_and_only_then_the_numbers_come(kit):
    pilot = pilot_outcome(pilot_weeks("leadership_quality"))
    came = per_cent(float(pilot.effect), kit.lang)
    chart = box_of(kit).locator(".lederlib-picture").first
    assert came not in box_of(kit).inner_text()
    box_of(kit).locator(".lederlib-lever-prediction .noUi-handle").focus()
    for _ in range(4):
        kit.page.keyboard.press("ArrowLeft")
    await_words(kit, per_cent(-4, kit.lang))
    before = chart.get_attribute("aria-label")
    box_of(kit).locator(".lederlib-lever-stored input").focus()
    kit.page.keyboard.press("Space")
    await_words(kit, came)
    assert chart.get_attribute("aria-label") != before
    kept = json.loads((kit.folder / "answers.json").read_text(encoding="utf-8"))
    assert kept["answers"]["09.pilot.leadership_quality.strain"]["answer"] == -4


def test_a_stored_prediction_does_not_move(kit):
    handle = box_of(kit).locator(".lederlib-lever-prediction .noUi-handle")
    handle.focus()
    kit.page.keyboard.press("ArrowRight")
    said = {"da": "Det bliver stående.", "en": "It stays."}[kit.lang]
    await_words(kit, said, part="notice")
    stays = """handle => document.querySelector(handle)
        .getAttribute('aria-valuenow') === '-4.0'"""
    where = f"{BOX} .lederlib-lever-prediction .noUi-handle"
    kit.page.wait_for_function(stays, arg=where, timeout=15_000)

"""A small test in a real browser: the prediction comes before the numbers."""

import json

import pytest

from lederlib.scenario import pilot_outcome, pilot_weeks
from lederlib.scenario.pilots import per_cent

from .conftest import await_words, explorer, lever, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_prediction_by_keyboard_is_stored_and_only_then_the_numbers_come(kit):
    pilot = pilot_outcome(pilot_weeks("leadership_quality"))
    came = per_cent(float(pilot.effect), kit.lang)
    chart = explorer(kit, "pilots").locator(".lederlib-picture").first
    assert came not in explorer(kit, "pilots").inner_text()
    press(kit, "pilots", "prediction", *["ArrowLeft"] * 4)
    await_words(kit, "pilots", per_cent(-4, kit.lang))
    before = chart.get_attribute("aria-label")
    press(kit, "pilots", "stored", "Space")
    await_words(kit, "pilots", came)
    assert chart.get_attribute("aria-label") != before
    kept = json.loads((kit.folder / "answers.json").read_text(encoding="utf-8"))
    assert kept["answers"]["09.pilot.leadership_quality.strain"]["answer"] == -4


def test_a_stored_prediction_does_not_move(kit):
    guess = lever(kit, "pilots", "prediction")
    before = guess.get_attribute("aria-valuetext")
    press(kit, "pilots", "prediction", "ArrowRight")
    said = {"da": "Det bliver stående.", "en": "It stays."}[kit.lang]
    await_words(kit, "pilots", said, part="notice")
    stays = """before => document.querySelector(
        '.lederlib-explorer-pilots .lederlib-lever-prediction input')
        .getAttribute('aria-valuetext') === before"""
    kit.page.wait_for_function(stays, arg=before, timeout=15_000)
    assert guess.evaluate("one => document.activeElement === one")

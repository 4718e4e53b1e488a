"""A small test in a real browser: the prediction comes before the numbers."""

import json
from types import SimpleNamespace

import pytest

from lederlib.scenario import pilot_outcome, pilot_weeks
from lederlib.scenario.pilots import per_cent

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CELL = """
from lederlib.widget import explore_pilots
explore_pilots(lang={lang!r})
"""
BOX = ".lederlib-explorer-pilots"


@pytest.fixture(scope="module", params=[("lab", "da"), ("voila", "en")])
def kit(request, chromium, open_page):
    kind, lang = request.param
    page = open_page(chromium, kind, f"pilot_{lang}.ipynb", [CELL.format(lang=lang)])
    page.locator(f"{BOX} .noUi-handle").first.wait_for()
    folder = request.getfixturevalue(f"{kind}_server").folder
    box = page.locator(BOX)
    yield SimpleNamespace(page=page, lang=lang, box=box, folder=folder)
    assert page.complaints == []
    page.context.close()


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
    chart = kit.box.locator(".lederlib-picture").first
    assert came not in kit.box.inner_text()
    kit.box.locator(".lederlib-lever-prediction .noUi-handle").focus()
    for _ in range(4):
        kit.page.keyboard.press("ArrowLeft")
    await_words(kit, per_cent(-4, kit.lang))
    before = chart.get_attribute("aria-label")
    kit.box.locator(".lederlib-lever-stored input").focus()
    kit.page.keyboard.press("Space")
    await_words(kit, came)
    assert chart.get_attribute("aria-label") != before
    kept = json.loads((kit.folder / "answers.json").read_text(encoding="utf-8"))
    assert kept["answers"]["09.pilot.leadership_quality.strain"]["answer"] == -4


def test_a_stored_prediction_does_not_move(kit):
    handle = kit.box.locator(".lederlib-lever-prediction .noUi-handle")
    handle.focus()
    kit.page.keyboard.press("ArrowRight")
    said = {"da": "Det bliver stående.", "en": "It stays."}[kit.lang]
    await_words(kit, said, part="notice")
    stays = """handle => document.querySelector(handle)
        .getAttribute('aria-valuenow') === '-4.0'"""
    where = f"{BOX} .lederlib-lever-prediction .noUi-handle"
    kit.page.wait_for_function(stays, arg=where, timeout=15_000)

"""A leader's year and contagion in a real browser: keyboard, names and a phone."""

import pytest

from lederlib.catalogue import ledger
from lederlib.widget.contagion import (
    contagion_controls,
    contagion_of,
    contagion_words,
)
from lederlib.widget.strain import year_controls, year_of, year_words

from .conftest import await_words, explorer, press

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def said_of_year(kit, **levers):
    start = {control.key: control.start for control in year_controls(kit.lang)}
    return year_words(year_of(start | levers, draws=150), kit.lang)


def said_of_contagion(kit, **levers):
    controls = contagion_controls(kit.lang, ledger())
    start = {control.key: control.start for control in controls}
    return contagion_words(contagion_of(start | levers), kit.lang)


def test_between_the_edges_the_words_are_the_models_own(kit):
    press(kit, "strain", "load", *["ArrowRight"] * 20)
    await_words(kit, "strain", said_of_year(kit, load=120))
    press(kit, "strain", "start", *["ArrowRight"] * 11)
    await_words(kit, "strain", said_of_year(kit, load=120, start=0.8))
    picture = explorer(kit, "strain").locator(".lederlib-picture").first
    for edge in ("137", "113"):
        assert edge in picture.get_attribute("aria-label")


def test_the_edge_is_switched_off_and_on_by_keyboard(kit):
    press(kit, "strain", "load", "Home")
    press(kit, "strain", "start", "Home")
    press(kit, "strain", "tipping", "Space")
    off = said_of_year(kit, load=60, start=0.05, tipping=False)
    await_words(kit, "strain", off)
    press(kit, "strain", "tipping", "Space")
    await_words(kit, "strain", said_of_year(kit, load=60, start=0.05))


def test_contagion_follows_everyone_and_says_what_the_model_says(kit):
    press(kit, "contagion", "span", "End")
    await_words(kit, "contagion", said_of_contagion(kit, span=60))
    press(kit, "contagion", "tipping", "Space")
    await_words(kit, "contagion", said_of_contagion(kit, span=60, tipping=False))
    press(kit, "contagion", "tipping", "Space")


def test_the_pictures_do_not_jump_while_a_lever_moves(kit):
    for name, key in (("strain", "budget"), ("contagion", "leader_load")):
        press(kit, name, key, "Home")
        gallery = explorer(kit, name).locator(".lederlib-gallery")
        kit.page.wait_for_timeout(500)
        before = gallery.bounding_box()["height"]
        press(kit, name, key, *["ArrowRight"] * 6)
        kit.page.wait_for_timeout(500)
        assert gallery.bounding_box()["height"] == pytest.approx(before, abs=1)

import pytest

from lederlib.scenario import Calendar, run_calendar
from lederlib.widget import explore_calendar
from lederlib.widget.calendar import RANGES, calendar_controls, calendar_words

DRAWS = 60


@pytest.fixture(scope="module")
def explorer():
    return explore_calendar(lang="da", draws=DRAWS)


def test_the_words_are_the_formulas_beside_the_simulation(explorer):
    explorer.move({"booked": 0.8, "urgent": 0.5})
    found = run_calendar(Calendar(booked=0.8, urgent=0.5), draws=DRAWS)
    assert explorer.stage.frame["words"] == calendar_words(found, "da")
    assert "simuleret" in explorer.stage.frame["words"]


def test_another_week_changes_the_week_and_nothing_else(explorer):
    explorer.move({"week": 3})
    before = explorer.stage.frame
    explorer.move({"week": 6})
    after = explorer.stage.frame
    assert before["words"] == after["words"]
    same = [a == b for a, b in zip(before["scenes"], after["scenes"], strict=True)]
    assert same == [False, True]


def test_what_never_ends_is_said_in_words(explorer):
    explorer.move({"urgent": 0.8, "important": 0.5, "booked": 1.0, "gives_way": 1.0})
    words = explorer.stage.frame["words"]
    assert "holder aldrig op" in words
    assert "bliver aldrig færdigt" in words
    explorer.move({"urgent": 0.4, "important": 0.3, "booked": 0.65})


def test_what_is_too_rare_to_simulate_is_said_in_words(explorer):
    explorer.move({"interruptions": 4.0, "block": 3.0})
    assert "så sjældent" in explorer.stage.frame["words"]
    explorer.move({"interruptions": 2.0, "block": 1.0})


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_lever_has_words_and_every_picture_an_alt_text(lang):
    explorer = explore_calendar(lang=lang, draws=20)
    assert explorer.failure is None
    assert len(explorer.stage.frame["scenes"]) == 2
    assert all(s["alt"] and s["caption"] for s in explorer.stage.frame["scenes"])
    keys = [control.key for control in calendar_controls(lang)]
    assert keys == [*RANGES, "week"]


def test_both_ends_of_every_lever_lead_somewhere(explorer):
    for control in calendar_controls("da"):
        for value in (control.values[0], control.values[-1], control.start):
            explorer.move({control.key: value})
            assert explorer.failure is None

import pytest

from lederlib.scenario import compare_professions, draw_professions
from lederlib.widget import explore_invariance
from lederlib.widget.invariance import verdict_words

START = {"people": 300, "gap": 0.5, "shift": 0.0, "loading": 0.8, "draw": 1}


@pytest.fixture(scope="module")
def explorer():
    return explore_invariance(lang="da")


def told(lang="da", **levers):
    values = START | levers
    answers = {name: value for name, value in values.items() if name != "draw"}
    return verdict_words(compare_professions(draw_professions(**answers)), values, lang)


def test_the_words_are_the_functions_own(explorer):
    explorer.move({"people": 500, "shift": 0.6})
    assert told(people=500, shift=0.6) in explorer.stage.frame["sure"]


def test_the_steps_wait_until_the_lever_is_at_rest(explorer):
    explorer.move({"people": 500, "shift": 0.0})
    before = explorer.stage.frame["scenes"]
    explorer.touch("shift", 1.0)
    means, steps = explorer.stage.frame["scenes"]
    assert means["moving"] != before[0]["moving"]
    assert steps["stale"]
    assert steps["alt"] == before[1]["alt"]
    assert "når du slipper" in explorer.stage.frame["sure"]
    explorer.refresh()
    steps = explorer.stage.frame["scenes"][1]
    assert not steps["stale"]
    assert steps["alt"] != before[1]["alt"]


@pytest.mark.parametrize(
    ("levers", "words"),
    [
        ({}, "Må sammenlignes"),
        ({"people": 50}, "For få svar til at sige det"),
        ({"shift": 0.6}, "Afhænger af udsagn 4"),
        ({"loading": 0.3}, "Afhænger af udsagn 3"),
        ({"people": 1000, "shift": 0.6, "loading": 0.3}, "Det kan være flere udsagn"),
    ],
)
def test_the_verdict_follows_the_first_step_that_fails(levers, words):
    assert words in told(**levers)

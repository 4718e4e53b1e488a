"""A step walks the explorer, and says what it says as long as it stands there."""

import pytest

from lederlib.widget import explore_flexwork, step
from lederlib.widget.script import tour_values


@pytest.fixture(scope="module")
def explorer():
    return explore_flexwork(lang="en")


def test_a_press_in_the_browser_sets_the_levers_and_the_line_is_the_explorers(explorer):
    walk = step(explorer, "tour2", lang="en")
    walk.button.pressed = 1
    assert explorer.values == tour_values(explorer.description)["tour2"]
    assert walk.button.line == explorer.stage.frame["words"]


def test_the_line_goes_when_a_lever_is_moved_away(explorer):
    walk = step(explorer, "tour2", lang="en")
    walk.press()
    explorer.touch("home", 0.0)
    assert walk.button.line == ""


def test_a_page_without_a_kernel_holds_its_mark(explorer):
    page = step(explorer, "tour1", lang="en")._repr_mimebundle_()["text/html"]
    assert 'data-lederlib="step" data-tour="tour1"' in page


def test_an_unknown_tour_is_refused(explorer):
    with pytest.raises(ValueError, match="tour1"):
        step(explorer, "tour99")

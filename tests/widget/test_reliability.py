import pytest

from lederlib.measure import spearman_brown
from lederlib.widget import explore_reliability
from lederlib.widget.reliability import (
    measured_by,
    reliability_controls,
    reliability_words,
)

START = {control.key: control.start for control in reliability_controls("da")}


@pytest.fixture(scope="module")
def explorer():
    return explore_reliability(lang="da")


def test_the_words_are_the_functions_own(explorer):
    explorer.move({"people": "600", "items": 8})
    words = reliability_words(START | {"people": "600", "items": 8}, "da")
    assert explorer.stage.frame["words"] == words


def test_more_or_more_alike_items_lower_the_error():
    usual = measured_by(START)
    assert measured_by(START | {"items": 12}).error < usual.error
    assert measured_by(START | {"likeness": 0.6}).error < usual.error
    assert usual.value == spearman_brown(0.35, times=5)
    assert measured_by(START | {"people": "2000"}).error == usual.error


@pytest.mark.parametrize(
    ("levers", "words"),
    [
        ({"gap": 0.5}, "kan godt være målefejl"),
        ({"gap": 2.0}, "er mere, end målefejl plejer at give"),
        ({"spread": 0.4, "items": 12, "gap": 0.6}, "er mere, end målefejl"),
    ],
)
def test_a_difference_is_held_against_the_error(levers, words):
    assert words in reliability_words(START | levers, "da")

import numpy as np
import pytest

from lederlib.measure import Moments, measurement_error, spearman_brown
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


def test_the_error_is_that_of_a_scale_with_such_items():
    """Five items that correlate by .4, whose mean spreads by .8."""
    between = np.full((5, 5), 0.4) + 0.6 * np.eye(5)
    answers = Moments(
        names=tuple("abcde"),
        n=60,
        dropped=0,
        mean=np.zeros(5),
        covariance=0.8**2 * between / between.mean(),
    )
    wanted = measurement_error(answers)
    found = measured_by(START | {"items": 5, "likeness": 0.4, "spread": 0.8})
    assert found.error == pytest.approx(wanted.value)
    assert found.needed == pytest.approx(wanted.smallest_change, rel=1e-4)

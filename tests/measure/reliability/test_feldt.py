"""Feldt's law: exact coverage, and the same law read both ways."""

import numpy as np
import pytest

from lederlib.measure import alpha, draw_alphas, feldt_interval, usual_alphas


def test_nineteen_of_twenty_groups_catch_the_truth():
    found = draw_alphas(0.7, people=15, items=4, draws=40_000, rng=1)
    low, high = feldt_interval(found, people=15, items=4)
    assert np.mean((low <= 0.7) & (high >= 0.7)) == pytest.approx(0.95, abs=0.004)


def test_nine_of_ten_groups_find_theirs_in_between():
    found = draw_alphas(0.6, people=20, items=3, draws=40_000, rng=4)
    low, high = usual_alphas(0.6, people=20, items=3)
    assert np.mean(found < low) == pytest.approx(0.05, abs=0.004)
    assert np.mean(found > high) == pytest.approx(0.05, abs=0.004)


def test_the_law_is_that_of_alpha_itself():
    rng = np.random.default_rng(3)
    answers = rng.normal(size=(20_000, 12, 1)) + 1.2 * rng.normal(size=(20_000, 12, 4))
    away = answers - answers.mean(axis=1, keepdims=True)
    covariances = away.swapaxes(1, 2) @ away
    total = covariances.sum(axis=(1, 2))
    own = np.trace(covariances, axis1=1, axis2=2)
    simulated = 4 / 3 * (1 - own / total)
    true = 4 / (4 + 1.2**2)
    drawn = draw_alphas(true, people=12, items=4, draws=40_000, rng=2)
    levels = [0.1, 0.5, 0.9]
    assert np.quantile(simulated, levels) == pytest.approx(
        np.quantile(drawn, levels), abs=0.02
    )


def test_more_people_and_a_lower_confidence_narrow_the_interval():
    low, high = feldt_interval(0.8, people=[12, 60, 600], items=5)
    assert (np.diff(high - low) < 0).all()
    sure = np.subtract(*feldt_interval(0.8, people=60, items=5, confidence=0.99)[::-1])
    bold = np.subtract(*feldt_interval(0.8, people=60, items=5, confidence=0.5)[::-1])
    assert bold < sure


def test_it_is_the_interval_that_alpha_gives():
    answers = np.random.default_rng(0).normal(size=(30, 3)).cumsum(axis=1)
    found = alpha(answers)
    ends = feldt_interval(found.value, people=30, items=3)
    assert (found.low, found.high) == pytest.approx([float(end) for end in ends])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"value": 1.2}, "value must lie between -inf and 1; got 1.2"),
        ({"people": 1}, "people must lie between 2"),
        ({"items": 2.5}, "items must be a whole number"),
        ({"confidence": 95}, "confidence must lie between"),
    ],
)
def test_one_sentence_says_what_is_wrong(wrong, sentence):
    right = {"value": 0.8, "people": 12, "items": 5}
    with pytest.raises(ValueError, match=sentence):
        feldt_interval(**{**right, **wrong})

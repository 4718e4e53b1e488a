import numpy as np
import pytest

from lederlib.measure import half_width


def test_the_interval_holds_the_true_mean_nine_times_of_ten():
    answers = np.random.default_rng(1).normal(0.5, 0.2, (20_000, 9))
    half = half_width(answers.std(axis=1, ddof=1), 9)
    assert np.mean(np.abs(answers.mean(axis=1) - 0.5) < half) == pytest.approx(
        0.9, abs=0.007
    )


def test_one_answer_has_no_interval():
    assert np.isnan(half_width([0.2, np.nan, 0.2], [1, 9, 0])).all()


def test_more_answers_narrow_it():
    assert (np.diff(half_width(0.2, np.arange(2, 50))) < 0).all()

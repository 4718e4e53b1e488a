"""The standard error of measurement."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import alpha, measurement_error

TABLE = pd.read_csv("tests/reference/tables/five_points.csv")


def test_true_and_error_variance_add_up():
    error = measurement_error(TABLE)
    true = error.reliability * error.spread**2
    assert true + error.value**2 == pytest.approx(TABLE.mean(axis=1).var())
    assert error.reliability == alpha(TABLE).value


def test_a_sum_has_as_many_times_the_error_as_items():
    mean, total = measurement_error(TABLE), measurement_error(TABLE, score="sum")
    assert total.value == pytest.approx(12 * mean.value)


def test_it_is_how_far_repeated_answers_lie_apart():
    rng = np.random.default_rng(1)
    true = rng.standard_normal((20_000, 1))
    first, second = (true + rng.standard_normal((20_000, 8)) for _ in range(2))
    apart = (first.mean(axis=1) - second.mean(axis=1)).std() / np.sqrt(2)
    error = measurement_error(first)
    assert error.value == pytest.approx(apart, rel=0.02)
    rare = np.abs(first.mean(axis=1) - second.mean(axis=1)) > error.smallest_change
    assert rare.mean() == pytest.approx(0.05, abs=0.01)


def test_perfect_reliability_leaves_no_error():
    assert measurement_error(TABLE, reliability=1).value == 0
    assert measurement_error(TABLE, reliability=0).value == pytest.approx(
        TABLE.mean(axis=1).std()
    )


def test_words_and_limits():
    assert "målefejl" in measurement_error(TABLE).summary("da")
    assert "sum" in measurement_error(TABLE, score="sum").to_frame().index
    with pytest.raises(ValueError, match="reliability must lie between 0 and 1"):
        measurement_error(TABLE, reliability=1.2)
    with pytest.raises(ValueError, match="score must be one of mean, sum"):
        measurement_error(TABLE, score="median")

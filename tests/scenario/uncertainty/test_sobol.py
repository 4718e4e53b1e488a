import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.scenario.uncertainty.sobol import resampled_effects, sobol_effects


def outcomes(function, inputs, draws=2**14, seed=0):
    """Return the outcome in both samples and in the first with one input swapped."""
    a, b = np.random.default_rng(seed).normal(size=(2, inputs, draws))
    mixed = []
    for one in range(inputs):
        swapped = a.copy()
        swapped[one] = b[one]
        mixed.append(function(swapped))
    return function(a), function(b), np.array(mixed)


@given(st.lists(st.floats(0.1, 3), min_size=1, max_size=5))
def test_in_a_sum_first_and_total_are_the_share_of_the_variance(sizes):
    found = outcomes(lambda x: np.tensordot(sizes, x, 1), len(sizes))
    squares = np.square(sizes) / np.square(sizes).sum()
    assert np.abs(sobol_effects(*found) - squares).max() < 0.06


def test_in_a_product_nothing_is_first_and_everything_is_total():
    first, total = sobol_effects(*outcomes(lambda x: x[0] * x[1], 2))
    assert np.abs(first).max() < 0.05
    assert total == pytest.approx([1, 1], abs=0.08)


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e4))
def test_a_shift_and_a_stretch_change_no_effect(shift, stretch):
    found = outcomes(lambda x: x[0] + x[0] * x[1], 2, draws=512)
    moved = tuple(shift + stretch * part for part in found)
    assert sobol_effects(*moved) == pytest.approx(sobol_effects(*found), abs=1e-6)


def test_an_outcome_that_never_varies_has_no_effects():
    still = np.ones(64), np.ones(64), np.ones((3, 64))
    rng = np.random.default_rng(0)
    assert (sobol_effects(*still) == 0).all()
    assert (resampled_effects(*still, resamples=5, rng=rng) == 0).all()


def test_resamples_spread_around_the_estimate_as_other_samples_do():
    def function(x):
        return x[0] + 2 * x[1] ** 2

    found = outcomes(function, 2, draws=1024)
    again = resampled_effects(*found, resamples=600, rng=np.random.default_rng(1))
    others = np.array(
        [
            sobol_effects(*outcomes(function, 2, draws=1024, seed=seed))
            for seed in range(1, 200)
        ]
    )
    assert again.shape == (2, 2, 600)
    assert again.mean(axis=2) == pytest.approx(sobol_effects(*found), abs=0.02)
    assert again.std(axis=2) == pytest.approx(others.std(axis=0), rel=0.4)


def test_blocks_of_resamples_are_what_one_block_would_be(monkeypatch):
    found = outcomes(lambda x: x[0] + x[1], 2, draws=256)
    whole = resampled_effects(*found, resamples=50, rng=np.random.default_rng(1))
    monkeypatch.setattr("lederlib.scenario.uncertainty.sobol._BLOCK", 256 * 7)
    parts = resampled_effects(*found, resamples=50, rng=np.random.default_rng(1))
    assert parts == pytest.approx(whole)

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.scenario.uncertainty.shapley import shapley_shares


def picked(function, inputs, draws=20_000, seed=0):
    """Return an evaluation that freezes the chosen inputs to a first sample."""
    first, second = np.random.default_rng(seed).normal(size=(2, inputs, draws))

    def evaluate(chosen):
        return function([first[i] if i in chosen else second[i] for i in range(inputs)])

    return evaluate


@given(st.lists(st.floats(0.1, 3), min_size=1, max_size=5))
def test_a_sum_is_shared_in_proportion_to_the_variances(sizes):
    evaluate = picked(
        lambda x: sum(s * v for s, v in zip(sizes, x, strict=True)), len(sizes)
    )
    shares = shapley_shares(evaluate, range(len(sizes)))
    squares = np.square(sizes)
    assert list(shares.values()) == pytest.approx(squares / squares.sum(), abs=0.03)
    assert sum(shares.values()) == pytest.approx(1)


def test_a_product_is_shared_equally():
    shares = shapley_shares(picked(lambda x: x[0] * x[1], 2), range(2))
    assert list(shares.values()) == pytest.approx([0.5, 0.5], abs=0.03)


def test_a_sum_with_an_interaction_splits_the_interaction():
    # Variances 1 (first), 4 (second) and 4 (together): shares 3/9 and 6/9.
    shares = shapley_shares(
        picked(lambda x: x[0] + 2 * x[1] + 2 * x[0] * x[1], 2), range(2)
    )
    assert list(shares.values()) == pytest.approx([3 / 9, 6 / 9], abs=0.03)


def test_three_inputs_that_only_matter_together_share_what_is_theirs():
    # The first alone has variance 1, all three together 1: shares 4/6, 1/6, 1/6.
    evaluate = picked(lambda x: x[0] + x[0] * x[1] * x[2], 3, draws=400_000)
    shares = shapley_shares(evaluate, range(3))
    assert list(shares.values()) == pytest.approx([4 / 6, 1 / 6, 1 / 6], abs=0.02)


def test_an_input_without_effect_gets_exactly_nothing():
    shares = shapley_shares(picked(lambda x: np.exp(x[0]), 3), range(3))
    assert list(shares.values()) == [1, 0, 0]


def test_an_outcome_that_never_varies_shares_nothing():
    shares = shapley_shares(picked(lambda x: np.ones_like(x[0]), 2), range(2))
    assert list(shares.values()) == [0, 0]

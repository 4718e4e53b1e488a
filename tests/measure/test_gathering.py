"""What rests on moments is the same from moments as from the answers."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import (
    Moments,
    alpha,
    efa,
    guttman,
    measurement_error,
    omega,
    parallel_analysis,
    partial_test,
    split_halves,
    suitability,
)
from lederlib.measure.gathering import only_items

GAPS = pd.read_csv("tests/reference/tables/missing_at_random.csv")
PIECES = Moments.from_batches(GAPS.iloc[at : at + 60] for at in range(0, 500, 60))
CALLS = {
    "alpha": alpha,
    "standardized": lambda items: alpha(items, kind="standardized"),
    "error": measurement_error,
    "guttman": guttman,
    "halves": split_halves,
    "omega": omega,
    "hierarchical": lambda items: omega(items, kind="hierarchical"),
    "cfa": lambda items: omega(items, kind="cfa"),
    "efa": lambda items: efa(items, 3, "ml"),
    "suitability": suitability,
    "partial": partial_test,
    "parallel": lambda items: parallel_analysis(items, draws=50),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_moments_of_pieces_give_the_same_as_the_whole_table(call):
    whole, pieces = call(GAPS), call(PIECES)
    assert (whole.n, whole.dropped) == (pieces.n, pieces.dropped)
    assert whole.summary("en") == pieces.summary("en")
    ours = whole.to_frame().select_dtypes("number").to_numpy()
    theirs = pieces.to_frame().select_dtypes("number").to_numpy()
    np.testing.assert_allclose(theirs, ours, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(
    "call",
    [
        lambda items: alpha(items, interval="bootstrap"),
        lambda items: alpha(items, kind="ordinal"),
        lambda items: omega(items, draws=10),
        lambda items: efa(items, 2, correlations="polychoric"),
        lambda items: parallel_analysis(items, null="permuted", draws=20),
    ],
)
def test_what_needs_the_answers_says_so(call):
    with pytest.raises(ValueError, match="needs the answers themselves"):
        call(PIECES)


def test_an_item_without_variance_is_named():
    covariance = PIECES.covariance.copy()
    covariance[3] = covariance[:, 3] = 0
    flat = dataclasses.replace(PIECES, covariance=covariance)
    with pytest.raises(ValueError, match="Item 'y4' must vary; its variance is 0"):
        alpha(flat)
    with pytest.raises(ValueError, match="at least 3; got 2"):
        suitability(Moments.from_table(GAPS[["y1", "y2"]]))


def test_some_items_of_moments_are_the_moments_of_some_items():
    whole = GAPS.select_dtypes("number").dropna()
    wanted = Moments.from_table(whole[["y7", "y2"]])
    found = only_items(Moments.from_table(whole), ["y7", "y2"])
    assert (found.names, found.n) == (wanted.names, wanted.n)
    np.testing.assert_allclose(found.mean, wanted.mean, rtol=1e-12)
    np.testing.assert_allclose(found.covariance, wanted.covariance, rtol=1e-12)

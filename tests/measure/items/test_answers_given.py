"""How often each answer was given, and which are missing together."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import item_frequencies, missing_patterns

FIVE = pd.read_csv("tests/reference/tables/five_points.csv")
GAPS = pd.read_csv("tests/reference/tables/missing_at_random.csv")


def test_shares_add_up_and_agree_with_counting():
    table = item_frequencies(FIVE)
    assert table.columns.tolist() == [1, 2, 3, 4, 5, "n", "missing"]
    np.testing.assert_allclose(table[[1, 2, 3, 4, 5]].sum(axis=1), 1)
    counted = FIVE["y3"].value_counts(normalize=True).sort_index()
    np.testing.assert_allclose(table.loc["y3", [1, 2, 3, 4, 5]], counted)


def test_an_item_that_nobody_answered_has_no_shares():
    table = item_frequencies(FIVE.assign(y2=np.nan))
    assert table.loc["y2", [1, 2, 3, 4, 5]].isna().all()
    assert table.loc["y2", ["n", "missing"]].tolist() == [0, 600]


def test_answers_of_one_item_and_half_points_are_counted():
    table = item_frequencies(pd.DataFrame({"å": [1, 1.5, 1.5, None]}))
    assert table.columns.tolist() == [1, 1.5, "n", "missing"]
    assert table.loc["å", 1.5] == pytest.approx(2 / 3)


def test_too_many_different_answers_are_not_counted():
    with pytest.raises(ValueError, match=r"at most 20 different answers .* got 5"):
        item_frequencies(pd.read_csv("tests/reference/tables/continuous.csv"))


def test_patterns_cover_everyone_once():
    patterns = missing_patterns(GAPS)
    assert patterns.table["people"].sum() == patterns.n == 500
    assert patterns.table["people"].is_monotonic_decreasing
    assert patterns.complete == len(GAPS.dropna())
    assert not patterns.table.duplicated(list(GAPS.columns)).any()
    missing = (patterns.table["missing"] * patterns.table["people"]).sum()
    assert missing == GAPS.isna().to_numpy().sum()
    np.testing.assert_allclose(patterns.items["share"], GAPS.isna().mean())


def test_the_order_of_people_does_not_matter():
    mixed = missing_patterns(GAPS.sample(frac=1, random_state=2))
    pd.testing.assert_frame_equal(mixed.table, missing_patterns(GAPS).to_frame())


def test_the_summary_says_where_most_is_missing():
    worst = GAPS.isna().mean().idxmax()
    assert worst in missing_patterns(GAPS).summary("da")
    assert "No answers are missing" in missing_patterns(FIVE).summary("en")

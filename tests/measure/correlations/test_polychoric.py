"""Polychoric correlations from a user's table."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import polychoric

LAVAAN = pd.read_csv("tests/reference/polychoric.csv")
FIVE = pd.read_csv("tests/reference/tables/five_points.csv")


def lavaan(quantity):
    rows = LAVAAN[(LAVAAN["table"] == "five_points")]
    return rows.set_index("quantity")["value"][quantity]


def test_tables_are_named_by_the_items():
    result = polychoric(FIVE, covariance=True)
    assert result.correlations.loc["y1", "y2"] == pytest.approx(
        lavaan("correlation y1 y2"), abs=1e-7
    )
    assert result.thresholds.loc["y2", "t3"] == pytest.approx(
        lavaan("threshold y2|t3"), abs=1e-7
    )
    assert result.covariance.loc["y1|t2", "y1|t2"] * 600 == pytest.approx(
        lavaan("gamma 2 2"), rel=1e-6
    )
    pair = result.to_frame().iloc[0]
    assert (pair["first"], pair["second"]) == ("y1", "y2")
    assert pair["se"] * np.sqrt(600) == pytest.approx(
        np.sqrt(lavaan("gamma 49 49")), rel=1e-6
    )


def test_answers_may_be_any_ordered_numbers_or_categories():
    graded = FIVE.map(lambda answer: (answer - 3) * 2.5)
    words = FIVE.astype(pd.CategoricalDtype(range(1, 6), ordered=True))
    ours = polychoric(FIVE).correlations
    pd.testing.assert_frame_equal(polychoric(graded).correlations, ours)
    pd.testing.assert_frame_equal(polychoric(words).correlations, ours)


def test_only_people_who_answered_everything_count():
    gaps = FIVE.astype(float)
    gaps.iloc[:50, 3] = np.nan
    result = polychoric(gaps)
    assert (result.n, result.dropped) == (550, 50)
    pd.testing.assert_frame_equal(
        result.correlations, polychoric(FIVE.iloc[50:]).correlations
    )
    assert "50" in result.summary("en")


def test_the_summary_names_items_that_are_almost_the_same():
    twin = FIVE[["y1", "y2"]].assign(æble=FIVE["y1"])
    result = polychoric(twin)
    assert result.nearly_one == (("y1", "æble"),)
    assert "y1 × æble" in result.summary("da")
    assert "nobody gave" in result.summary("en")


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (FIVE.assign(y3=2), "'y3' must vary; every answer is 2"),
        (FIVE.assign(y3=np.nan), "'y3' must have answers; all 600"),
        (FIVE.assign(y3="ofte"), "'y3' must hold numbers; got 'ofte' in row 1"),
        (FIVE.assign(y3=range(600)), "'y3' must have at most 20 .* got 600"),
        (FIVE[["y1"]], "at least 2; got 1"),
    ],
)
def test_one_sentence_says_what_is_wrong(table, sentence):
    with pytest.raises(ValueError, match=sentence):
        polychoric(table)

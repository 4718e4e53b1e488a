"""A table of answers becomes a matrix, or one sentence says why not."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.item_matrix import item_matrix


def test_gaps_of_every_kind_are_missing():
    table = pd.DataFrame(
        {"a": pd.array([1, None], dtype="Int8"), "b": [2.0, np.nan], "c": [True, None]}
    )
    assert np.isnan(item_matrix(table).values[1]).all()


def test_ordered_categories_count_from_one():
    grades = pd.Categorical(["no", "yes", None], ["no", "yes"], ordered=True)
    table = pd.DataFrame({"a": grades, "b": [1, 2, 3]})
    assert item_matrix(table).values[:, 0].tolist()[:2] == [1, 2]
    assert np.isnan(item_matrix(table).values[2, 0])


def test_a_plain_array_gets_names():
    assert item_matrix(np.eye(3)).names == ("item1", "item2", "item3")


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (
            {"æble": [1, 2], "b": [1, "ja"]},
            "Item 'b' .* numbers; got 'ja' in row 2",
        ),
        ({"a": [1, np.inf], "b": [1, 2]}, "infinity in row 2"),
        ({"a": [1, 2]}, "at least 2; got 1"),
        ({"a": [1], "b": [2]}, "at least 2 rows"),
        ({"a": [1, 2], "b": pd.Categorical(["x", "y"])}, "Item 'b' must hold numbers"),
    ],
)
def test_one_sentence_says_what_is_wrong(table, sentence):
    with pytest.raises(ValueError, match=sentence):
        item_matrix(pd.DataFrame(table))


def test_two_items_of_one_name_are_refused():
    table = pd.DataFrame(np.eye(3), columns=["a", "b", "a"])
    with pytest.raises(ValueError, match="'a' stands twice"):
        item_matrix(table)


def test_only_those_who_answered_everything_are_complete():
    matrix = item_matrix([[1, 2], [None, 3], [4, 5]])
    assert matrix.complete().values.tolist() == [[1, 2], [4, 5]]
    with pytest.raises(ValueError, match="all 2 rows have a gap"):
        item_matrix([[1, None], [None, 2]]).complete()


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [([2, 2, np.nan], "every answer is 2"), ([np.nan] * 3, "all 3 are missing")],
)
def test_an_item_without_spread_is_named(answers, sentence):
    matrix = item_matrix(pd.DataFrame({"trivsel": answers, "b": [1, 2, 3]}))
    with pytest.raises(ValueError, match=f"'trivsel'.*{sentence}"):
        matrix.require_spread()

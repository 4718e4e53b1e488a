"""ICC(1) and ICC(2) against R's multilevel and psych, and laws that always hold."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.measure import Moments, icc

FIGURES = ["icc1", "icc2", "icc1_n0", "icc1_low", "icc1_high", "icc2_low", "icc2_high"]


@pytest.fixture
def score(forty_groups):
    return forty_groups.filter(like="g").mean(axis=1)


def test_unequal_groups_agree_with_multilevel(score, forty_groups, reference):
    found, r = icc(score, forty_groups["unit"]), reference["icc"]
    for name in ("icc1", "icc2", "icc1_n0", "f"):
        assert getattr(found, name) == pytest.approx(r[name], rel=1e-8), name
    assert found.p == pytest.approx(r["p"], rel=1e-6)
    assert not found.balanced
    assert "approximate" in found.summary("en")
    assert "tilnærmede" in found.summary()


def test_equal_groups_and_their_intervals_agree_with_psych(
    score, forty_groups, reference
):
    unit = forty_groups["unit"]
    kept = (unit.groupby(unit).cumcount() < 5) & (unit.map(unit.value_counts()) >= 5)
    found, r = icc(score[kept], unit[kept]), reference["icc_even"]
    for name in r.index:
        assert getattr(found, name) == pytest.approx(r[name], rel=1e-8), name
    assert found.balanced
    assert "approximate" not in found.summary("en")
    assert found.icc1 == pytest.approx(found.icc1_n0, rel=1e-12)


@given(seed=st.integers(0, 10**6), shift=st.floats(-9, 9), factor=st.floats(0.01, 4))
def test_order_and_a_linear_recoding_change_nothing(seed, shift, factor):
    rng = np.random.default_rng(seed)
    values, groups = rng.normal(size=60), rng.integers(0, 9, 60)
    order = rng.permutation(60)
    recoded = shift - factor * values
    before, after = icc(values, groups), icc(recoded[order], groups[order])
    for name in FIGURES:
        assert getattr(after, name) == pytest.approx(getattr(before, name), rel=1e-6)
    assert before.icc1_low <= before.icc1 <= before.icc1_high


def test_groups_that_are_all_of_one_mind_have_an_icc_of_one():
    found = icc([1, 1, 4, 4, 2, 2], list("aabbcc"))
    assert [getattr(found, name) for name in FIGURES] == [1.0] * 7
    assert found.p == 0


def test_means_that_do_not_differ_are_worse_than_chance():
    found = icc([1, 3, 3, 1], list("aabb"))
    assert found.icc1 == pytest.approx(-1)
    assert found.icc2 == -np.inf
    assert "negativt" in found.summary()


def test_people_without_group_or_answer_are_left_out_and_counted():
    values, groups = [1, 2, 4, 5, None, 3], ["a", "a", "b", "b", "b", " "]
    found = icc(values, groups)
    assert (found.n, found.left_out, found.groups) == (4, 2, 2)
    assert found.icc1 == icc([1, 2, 4, 5], list("aabb")).icc1
    assert "mangler: 2" in found.summary()


def test_a_group_of_one_counts_between_groups(score, forty_groups):
    whole = icc(score, forty_groups["unit"])
    assert whole.groups == 40
    assert whole.to_frame().loc["mean_size", "value"] == pytest.approx(421 / 40)


@pytest.mark.parametrize(
    ("values", "groups", "sentence"),
    [
        ([1, "ja", 2], ["a", "a", "b"], "Item 'values' .* got 'ja' in row 2"),
        ([1, 2, 3], ["a"] * 3, "groups must be at least 2; got 1"),
        ([1, 2, 3], list("abc"), "all 3 are of one person"),
        ([2, 2, 2], list("aab"), "Item 'values' must vary; every answer is 2"),
        ([1, 2, 3], list("ab"), "each of the 3 people; got 2"),
        ([1, 2, 3], [None] * 3, "found nobody"),
        ([None] * 3, list("aab"), "found nobody"),
        ([[1, 2], [2, 3], [4, 5]], list("aab"), "one value a person; got 2 columns"),
    ],
)
def test_one_sentence_says_what_is_wrong(values, groups, sentence):
    with pytest.raises(ValueError, match=sentence):
        icc(values, groups)


def test_rows_in_another_order_are_not_matched_by_chance():
    table = pd.DataFrame({"trivsel": [1, 2, 4, 5], "unit": list("aabb")})
    with pytest.raises(ValueError, match="same index"):
        icc(table["trivsel"], table["unit"].sort_index(ascending=False))


def test_moments_by_group_say_what_the_answers_say(score, forty_groups):
    score = score.dropna()
    units = forty_groups["unit"].loc[score.index]
    several = units.duplicated(keep=False)  # a group of one has no moments
    score, units = score[several], units[several]
    known = {
        str(unit): Moments.from_batches([own[:1].to_frame(), own[1:].to_frame()])
        for unit, own in score.groupby(units)
    }
    told = icc(score, units).to_frame()["value"].drop("left_out")
    found = icc(known).to_frame()["value"].drop("left_out")
    assert found.to_numpy() == pytest.approx(told.to_numpy(), rel=1e-9)


@pytest.mark.parametrize(
    ("known", "groups", "sentence"),
    [
        ({}, None, "groups must be at least 2; got 0"),
        ({"øst": Moments.from_table([[1], [2]])}, None, "at least 2; got 1"),
        ({"øst": Moments.from_table([[1], [2]])}, ["øst"], "groups must be None"),
        ({"øst": Moments.from_table([[1, 2], [2, 4]])}, None, "group 'øst' has 2"),
        (
            {name: Moments.from_table([[1], [1]]) for name in ("øst", "vest")},
            None,
            "values must vary",
        ),
    ],
)
def test_one_sentence_says_what_is_wrong_with_the_moments(known, groups, sentence):
    with pytest.raises(ValueError, match=sentence) as caught:
        icc(known, groups)
    assert "\n" not in str(caught.value)

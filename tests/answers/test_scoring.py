from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers import Study, read_answers, read_scale, score
from lederlib.catalogue import FACTOR_KEYS

SCALE = read_scale()
KEYS = [item.key for item in SCALE.items]
ANSWER = st.one_of(st.none(), st.integers(1, 5))


@st.composite
def item_tables(draw):
    people = draw(st.integers(1, 6))
    rows = draw(
        st.lists(
            st.lists(ANSWER, min_size=45, max_size=45),
            min_size=people,
            max_size=people,
        )
    )
    return pd.DataFrame(rows, columns=KEYS, dtype=float)


def scored_by_hand(table):
    scores = {}
    for factor in FACTOR_KEYS:
        turned = pd.DataFrame(
            {
                item.key: 6 - table[item.key] if item.reversed else table[item.key]
                for item in SCALE.items
                if item.factor == factor
            }
        )
        mean = (turned.mean(axis=1) - 1) / 4
        scores[factor] = mean.where(turned.notna().sum(axis=1) >= 2)
    return pd.DataFrame(scores)


@given(item_tables())
def test_scores_agree_with_the_plain_definition(table):
    pd.testing.assert_frame_equal(score(table), scored_by_hand(table))


@given(item_tables())
def test_every_number_type_gives_the_same_scores(table):
    expected = score(table)
    for kind in ("Int8", "Int64", "Float64", object):
        pd.testing.assert_frame_equal(score(table.astype(kind)), expected)
    whole = table.fillna(3).astype("int8")
    pd.testing.assert_frame_equal(score(whole), score(whole.astype(float)))


@given(item_tables())
def test_answering_the_other_way_round_mirrors_every_score(table):
    np.testing.assert_allclose(score(6 - table), 1 - score(table), atol=1e-12)


def test_one_answer_of_three_gives_no_score_and_two_do():
    table = pd.DataFrame({"values_1": [5.0, 5.0], "values_2": [np.nan, 3.0]})
    assert score(table)["values"].isna().tolist() == [True, False]


def test_agreeing_with_a_reversed_item_lowers_the_score():
    low = pd.DataFrame({"reputation_1": [3], "reputation_2": [5]})
    high = pd.DataFrame({"reputation_1": [3], "reputation_2": [1]})
    assert score(low)["reputation"][0] < 0.5 < score(high)["reputation"][0]


def test_more_people_than_one_pass_holds_are_all_scored():
    rng = np.random.default_rng(1)
    table = pd.DataFrame(rng.integers(1, 6, (40_000, 45)), columns=KEYS)
    pd.testing.assert_frame_equal(score(table), scored_by_hand(table))


@pytest.mark.parametrize("wrong", [0, 6, -1, np.inf])
def test_an_answer_off_the_scale_is_named_with_item_and_row(wrong):
    table = pd.DataFrame({"values_1": [1.0, 2.0], "values_2": [3.0, wrong]})
    table.index = ["Anna", "Bo"]
    with pytest.raises(ValueError, match=r"values_2, row Bo: .* 1 and 5; got"):
        score(table)


def test_text_where_a_number_belongs_is_named_with_item_and_row():
    with pytest.raises(ValueError, match=r"values_1, row 1: .*got 'ofte'"):
        score(pd.DataFrame({"values_1": [1, "ofte"]}))


def test_a_table_without_items_names_the_nearest():
    with pytest.raises(ValueError, match="Nearest: 'values_1'"):
        score(pd.DataFrame({"value_1": [1]}))


def test_a_long_scale_in_small_whole_numbers_does_not_overflow():
    long_scale = replace(SCALE, low=0, high=100)
    table = pd.DataFrame({f"values_{place}": [100, 0, 50] for place in (1, 2, 3)})
    scores = score(table.astype("Int8"), long_scale)["values"]
    assert scores.tolist() == [1, 0, 0.5]


@pytest.mark.parametrize("kind", ["int8", "uint8", "Int8", "int64"])
@pytest.mark.parametrize("wrong", [0, 6, 127])
@pytest.mark.parametrize("item", ["reputation_1", "reputation_2"])
def test_whole_numbers_off_the_scale_are_found_in_every_type(kind, wrong, item):
    with pytest.raises(ValueError, match=f"{item}, row 0"):
        score(pd.DataFrame({item: [wrong]}).astype(kind))


def test_an_item_in_two_columns_is_refused():
    table = pd.DataFrame([[1, 2]], columns=["values_1", "values_1"])
    with pytest.raises(ValueError, match="values_1 stands in two columns"):
        score(table)


def test_columns_that_are_no_items_are_left_alone_and_the_index_is_kept():
    table = pd.DataFrame({"unit": ["a"], "values_1": [5], "values_2": [5]}, index=[7])
    scores = score(table)
    assert list(scores.columns) == list(FACTOR_KEYS)
    assert scores.loc[7, "values"] == 1


def test_progress_ends_at_one():
    told = []
    score(pd.DataFrame({"values_1": [5]}), progress=told.append)
    assert told[-1] == 1
    assert told == sorted(told)


def test_an_empty_table_gives_no_scores():
    assert score(pd.DataFrame({"values_1": []}, dtype=float)).shape == (0, 15)


def test_a_scale_scores_and_turns_its_own_answers():
    scale = read_scale()
    table = pd.DataFrame({"balanced_demands_1": [5, 1], "balanced_demands_2": [1, 5]})
    assert scale.score(table)["balanced_demands"].tolist() == [1, 0]
    assert scale.score(table, range="1-5")["balanced_demands"].tolist() == [5, 1]
    turned = scale.turn(table.assign(team="a"))
    assert turned["balanced_demands_2"].tolist() == [5, 1]
    assert turned["team"].tolist() == ["a", "a"]


def test_another_range_is_refused():
    with pytest.raises(ValueError, match="range must be one of 0-1, 1-5"):
        read_scale().score(pd.DataFrame({"values_1": [1]}), range="0-10")


def test_a_study_whose_items_are_turned_is_not_turned_again(tmp_path):
    path = tmp_path / "svar.csv"
    rows = ["5;" * 45, "1;" * 45]
    path.write_text("\n".join([";".join(KEYS), *(row[:-1] for row in rows)]))
    answers = read_answers(path)
    assert SCALE.score(answers).equals(score(answers))
    with pytest.raises(ValueError, match="what read_answers returns, or a table"):
        SCALE.score(Study(SCALE, answers))

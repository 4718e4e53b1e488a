import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers import (
    Answers,
    balance_table,
    coarsen,
    describe_hidden,
    profile,
    profiles,
    read_scale,
    score,
)
from lederlib.catalogue import FACTOR_KEYS

COLOURS = ["red", "yellow", "green"]


def mixed(people=30, seed=1):
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(
        rng.choice([0, 0.5, 1], (people, 15)), columns=list(FACTOR_KEYS)[::-1]
    )
    table["unit"] = np.array(["south", "north", "east"])[np.arange(people) % 3]
    table["age"] = np.array([10, 9])[np.arange(people) // (people // 2)]
    return table


def as_answers(table, background):
    return Answers(
        factors=table[[key for key in table if key in FACTOR_KEYS]],
        items=table[[key for key in table if key[-1].isdigit()]],
        balance=pd.DataFrame(index=table.index),
        background=table[background],
        respondents=pd.Series(table.index.astype(str)),
        source="table.csv",
        columns=pd.DataFrame(),
        left_out=pd.DataFrame(),
    )


@given(st.lists(st.sampled_from([0, 0.5, 1]), min_size=5, max_size=40))
def test_a_row_is_the_plain_description_of_its_answers(values):
    row = profile(pd.DataFrame({"values": values})).loc["values"]
    if len(set(values)) == 1:
        assert row["hidden"] == "unanimous"
        return
    assert row["mean"] == pytest.approx(np.mean(values))
    assert row["spread"] == pytest.approx(np.std(values, ddof=1))
    shares = [values.count(colour) / len(values) for colour in (0, 0.5, 1)]
    assert row[COLOURS].tolist() == pytest.approx(shares)
    assert row["n"] == len(values)
    assert row["hidden"] == ""


def test_factors_stand_in_the_magazines_order_and_groups_are_sorted():
    table = mixed()
    assert profile(table).index.tolist() == list(FACTOR_KEYS)
    rows = profile(table, "unit")
    assert rows.index.names == ["group", "factor"]
    expected = [(unit, f) for unit in ("east", "north", "south") for f in FACTOR_KEYS]
    assert rows.index.tolist() == expected
    assert profile(table, "age").index.get_level_values(0).unique().tolist() == [9, 10]


def test_each_group_is_described_by_its_own_answers():
    table = mixed()
    rows = profile(table, "unit")
    for unit in ("east", "north", "south"):
        own = table[table["unit"] == unit]
        shown = rows.loc[unit][rows.loc[unit, "hidden"] == ""]
        assert len(shown) > 10
        means = own[shown.index].mean()
        np.testing.assert_allclose(shown["mean"], means)
        np.testing.assert_allclose(shown["green"], (own[shown.index] == 1).mean())


def test_several_cuts_are_shown_each_by_itself():
    rows = profile(mixed(60), ["unit", "age"])
    assert rows.index.names == ["cut", "group", "factor"]
    assert rows.index.get_level_values("cut").unique().tolist() == ["unit", "age"]


def test_a_score_on_the_border_belongs_to_the_upper_colour():
    thirds = pd.DataFrame(
        {
            "values_1": [1, 2, 3, 5, 5, 3],
            "values_2": [3, 3, 4, 4, 1, 3],
            "values_3": [3, 3, 4, 2, 1, 3],
        }
    )
    scores = score(thirds)["values"]
    assert scores.tolist() == pytest.approx([1 / 3, 5 / 12, 2 / 3, 2 / 3, 1 / 3, 0.5])
    row = profile(thirds).loc["values"]
    assert row[COLOURS].tolist() == pytest.approx([0, 2 / 3, 1 / 3])


def test_the_borders_can_be_moved_but_never_past_a_given_colour():
    scores = pd.DataFrame({"values": [0.3, 0.4, 0.5, 0.6, 0.9]})
    moved = profile(scores, red_below=0.45, green_from=0.55).loc["values"]
    assert moved[COLOURS].tolist() == pytest.approx([0.4, 0.2, 0.4])
    with pytest.raises(ValueError, match="red_below must lie between"):
        profile(scores, red_below=0.6)
    with pytest.raises(ValueError, match="green_from must lie between"):
        profile(scores, green_from=0.5)


def test_a_factor_of_its_own_wins_over_its_items_and_items_fill_the_rest():
    table = mixed(20)[["values", "unit"]]
    rng = np.random.default_rng(2)
    for item in read_scale().items:
        table[item.key] = rng.integers(1, 6, 20)
    rows = profile(table)
    assert rows.loc["values", "mean"] == pytest.approx(table["values"].mean())
    scored = score(table)["hiring"].mean()
    assert rows.loc["hiring", "mean"] == pytest.approx(scored)
    same = profile(as_answers(table, ["unit"]))
    pd.testing.assert_frame_equal(rows, same)


def test_answers_are_grouped_by_their_background():
    table = mixed()
    answers = as_answers(table, ["unit"])
    pd.testing.assert_frame_equal(profile(answers, "unit"), profile(table, "unit"))


def test_blank_and_missing_groups_are_no_groups():
    table = mixed()
    table["unit"] = table["unit"].replace({"south": " "}).mask(table["unit"] == "east")
    groups = profile(table, "unit").index.get_level_values("group")
    assert groups.unique().tolist() == ["north"]


def test_an_unknown_group_column_names_the_nearest():
    with pytest.raises(ValueError, match=r"'units'.*Nearest: 'unit'"):
        profile(mixed(), "units")


def test_a_factor_is_no_group_and_a_cut_is_named_once():
    with pytest.raises(ValueError, match="No column of groups"):
        profile(mixed(), "values")
    with pytest.raises(ValueError, match="twice"):
        profile(mixed(), ["unit", "unit"])


@pytest.mark.parametrize("limit", [0, 1, 4, 11, 5.5])
def test_the_limit_is_never_below_five_nor_above_ten(limit):
    with pytest.raises(ValueError, match="min_group"):
        profile(mixed(), min_group=limit)


def test_a_value_off_the_scale_names_its_factor():
    with pytest.raises(ValueError, match="values must lie between 0 and 1; got 3"):
        profile(pd.DataFrame({"values": [3, 0, 1, 1, 1]}))


def test_a_table_with_neither_factor_nor_item_is_refused():
    with pytest.raises(ValueError, match="No column is"):
        profile(pd.DataFrame({"value": [1]}))


def test_progress_ends_at_one():
    told = []
    profile(mixed(), progress=told.append)
    assert told[-1] == 1


def test_limits_count_people_and_not_rows():
    table = mixed(6).assign(respondent=["a", "b", "c", "d", "d", "d"])
    with pytest.raises(ValueError, match="the respondent d has 3"):
        profile(table)
    with pytest.raises(ValueError, match="the respondent d has 3"):
        balance_table(table.assign(many_demands_now=0.5))


def test_what_is_hidden_to_protect_others_is_said_with_a_way_out():
    table = pd.DataFrame({"values": [0, 0.5, 1] * 5, "unit": ["a"] * 3 + ["b"] * 12})
    rows = profile(table, "unit")
    assert "coarser division" in describe_hidden(rows, "en")
    assert "grovere opdeling" in describe_hidden(rows, "da")
    assert describe_hidden(profile(table), "en") == ""


def test_everyones_row_is_hidden_where_it_alone_tells_about_few():
    table = pd.DataFrame({"values": [1.0] * 11 + [0], "unit": ["a"] * 2 + ["b"] * 10})
    whole, parts = profiles(table, "unit")
    assert whole["hidden"].tolist() == ["protect"]
    assert not (parts["hidden"] == "").any()
    assert profile(table)["hidden"].tolist() == [""]


def test_a_coarse_profile_has_places_and_rounded_means_alone():
    coarse = coarsen(profile(mixed(), "unit"))
    assert coarse.columns.tolist() == ["place", "mean", "hidden"]
    first = coarse.loc["east"].dropna().sort_values("place", kind="stable")
    assert first["mean"].is_monotonic_decreasing
    assert (first["mean"] * 10 % 1).round(6).isin([0, 1]).all()

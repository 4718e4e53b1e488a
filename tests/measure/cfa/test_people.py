import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa.people import read_people

RNG = np.random.default_rng(2)
ANSWERS = pd.DataFrame(RNG.normal(size=(60, 3)), columns=list("abc")).assign(
    unit=["south", "north"] * 30, team=np.repeat(range(10), 6), note="text"
)


def with_gaps():
    table = ANSWERS.astype({"unit": object, "team": float})
    table.loc[[0, 5], "a"] = np.nan
    table.loc[7, ["a", "b", "c"]] = np.nan
    table.loc[11, "unit"] = None
    table.loc[20, "team"] = np.nan
    return table


@pytest.mark.parametrize("gaps", [False, True])
def test_every_row_is_in_one_group_or_left_out(gaps):
    table = with_gaps()
    found = read_people(table, ["a", "b"], group="unit", cluster="team", gaps=gaps)
    rows = np.concatenate([part.rows for part in found.parts])
    assert len(set(rows)) == len(rows) == found.n
    assert found.n + found.left_out == len(table)
    assert set(range(60)) - set(rows) == ({7, 11, 20} if gaps else {0, 5, 7, 11, 20})
    for part in found.parts:
        assert (table["unit"].iloc[part.rows] == part.name).all()
        np.testing.assert_array_equal(part.values, table[["a", "b"]].iloc[part.rows])


def test_groups_stand_in_the_order_in_which_they_first_appear():
    names = [part.name for part in read_people(ANSWERS, ["a"], group="unit").parts]
    assert names == ["south", "north"]
    turned = read_people(ANSWERS[::-1], ["a"], group="unit")
    assert [part.name for part in turned.parts] == ["north", "south"]


def test_clusters_are_counted_afresh_in_each_group():
    found = read_people(ANSWERS, ["a", "b"], group="unit", cluster="team")
    for part in found.parts:
        teams = ANSWERS["team"].iloc[part.rows].to_numpy()
        assert sorted(set(part.cluster)) == list(range(10))
        assert len(set(zip(part.cluster, teams, strict=True))) == 10
    assert not read_people(ANSWERS, ["a"]).parts[0].cluster.size


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"team": 1}, "cluster must have at least 2 clusters in group 'south'; got 1"),
        ({"unit": None}, "Column 'unit' must have values; all 60 are missing"),
        ({"team": np.nan}, "Column 'team' must have values; all 60 are missing"),
        ({"a": 1.5}, "Item 'a' must vary in group 'south'; every answer is 1.5"),
    ],
)
def test_what_a_group_lacks_is_said_with_its_name(changed, message):
    table = ANSWERS.assign(**changed)
    with pytest.raises(ValueError, match=message):
        read_people(table, ["a", "b"], group="unit", cluster="team")


def test_an_item_without_answers_in_one_group_is_named_even_where_gaps_may_be():
    table = ANSWERS.assign(a=ANSWERS["a"].where(ANSWERS["unit"] == "south"))
    with pytest.raises(ValueError, match="'a' must vary in group 'north'; all are"):
        read_people(table, ["a", "b"], group="unit", gaps=True)


def test_a_long_list_of_columns_is_cut():
    wide = pd.DataFrame(np.eye(30), columns=[f"q{place}" for place in range(30)])
    with pytest.raises(ValueError, match="q19 …") as caught:
        read_people(wide, ["q29a"])
    assert "q20" not in str(caught.value)
    assert "Nearest: 'q29'" in str(caught.value)

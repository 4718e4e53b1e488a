import numpy as np
import pandas as pd
import pytest

from lederlib.answers import AnswersError, change, compare_chosen, profile
from lederlib.catalogue import FACTOR_KEYS

NUMBERS = ["before", "now", "change", "low", "high", "expect"]


ASKED = FACTOR_KEYS[:8]


def table(people=12, *, seed=0, shift=0.0, factors=ASKED):
    """Return answers of people who mostly answer alike at every time."""
    steady = np.random.default_rng(99).normal(0, 0.7, (60, len(factors)))[:people]
    noise = np.random.default_rng(seed).normal(0, 0.6, steady.shape)
    values = np.digitize(steady + shift + noise, [-0.4, 0.4]) / 2
    told = pd.DataFrame(values, columns=list(factors))
    told["respondent"] = [f"p{number}" for number in range(people)]
    return told


def test_the_same_people_are_compared_each_with_themselves():
    old, new = table(seed=1), table(seed=2, shift=0.8)
    found = change(new, old)
    assert found.paired
    assert found.matched == 12
    told = found.table[found.table["how"] == "paired"]
    assert len(told) > 4
    own = new[told.index] - old[told.index]
    np.testing.assert_allclose(told["change"], own.mean())
    assert set(told["pairs"]) == {12}
    mixed = new.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(change(mixed, old).table, found.table)


def test_without_names_the_two_times_are_two_groups():
    old, new = (table(seed=s).drop(columns="respondent") for s in (1, 2))
    found = change(new, old)
    assert not found.paired
    assert found.matched is None
    assert set(found.table["how"]) <= {"totals", "hidden"}
    told = found.table[found.table["how"] == "totals"]
    means = profile(new)["mean"] - profile(old)["mean"]
    np.testing.assert_allclose(told["change"], means[told.index])


@pytest.mark.parametrize(("joined", "left"), [(1, 0), (0, 1), (4, 5), (5, 4), (2, 2)])
@pytest.mark.parametrize("named", [True, False])
def test_where_few_came_or_left_only_a_word_is_told(joined, left, named):
    everyone = table(30, seed=1)
    again = table(30, seed=2)
    old, new = everyone[: 20 + left], again.drop(index=range(20, 20 + left))
    new = new[: 20 + joined]
    if not named:
        old, new = (each.drop(columns="respondent") for each in (old, new))
    found = change(new, old)
    shown = found.table[found.table["how"] != "hidden"]
    if named or joined != left:
        assert set(shown["how"]) == {"words"}
        assert shown[NUMBERS].isna().all(axis=None)
        assert shown["pairs"].isna().all()
    assert set(shown["word"]) <= {"up", "same", "down"}
    assert found.matched is None


@pytest.mark.parametrize(("joined", "left"), [(0, 0), (5, 0), (0, 6), (7, 5)])
def test_where_none_or_many_came_and_left_numbers_are_told(joined, left):
    old = table(30, seed=1)[: 18 + left]
    new = table(30, seed=2).drop(index=range(18, 18 + left))[: 18 + joined]
    found = change(new, old)
    assert found.matched == 18
    assert "paired" in set(found.table["how"])


def test_who_left_one_factor_out_counts_as_few_on_it():
    old, new = table(seed=1), table(seed=2)
    new.loc[3, "values"] = np.nan
    row = change(new, old).table.loc["values"]
    assert row["how"] == "words"
    assert row[NUMBERS].isna().all()


def test_where_all_moved_alike_nobodys_move_is_told():
    given = [0, 0.5, 0, 0.5, 0, 0.5]
    old = pd.DataFrame({"respondent": list("abcdef"), "values": given})
    row = change(old.assign(values=old["values"] + 0.5), old).table.loc["values"]
    assert row["how"] == "totals"


def test_what_one_time_hides_the_change_hides():
    old, new = table(seed=1), table(seed=2)
    old["values"] = 1.0
    row = change(new, old).table.loc["values"]
    assert row["how"] == "hidden"
    assert row["word"] == ""


def test_small_groups_beside_keep_their_changes_to_themselves():
    old, new = table(seed=1), table(seed=2)
    for each in (old, new):
        each["team"] = ["a"] * 3 + ["b"] * 9
    assert "paired" in set(change(new, old).table["how"])
    assert "paired" not in set(change(new, old, "team").table["how"])


def test_a_word_stands_on_its_interval():
    found = change(table(seed=2, shift=1.0), table(seed=1)).table
    told = found[found["change"].notna()]
    words = np.select([told["low"] > 0, told["high"] < 0], ["up", "down"], "same")
    assert told["word"].tolist() == words.tolist()
    assert (told["word"] == "up").sum() > 3


@pytest.mark.parametrize("named", [True, False])
def test_without_a_change_no_more_are_told_than_expected_by_chance(named):
    moved = judged = expected = 0.0
    for seed in range(8):
        old, new = (table(10, seed=2 * seed + each) for each in (1, 2))
        if not named:
            old, new = (each.drop(columns="respondent") for each in (old, new))
        found = change(new, old)
        moved, judged = moved + found.moved, judged + found.judged
        expected += found.expected_by_chance
    assert judged > 45
    assert expected == pytest.approx(judged / 10)
    assert moved < 1.6 * expected


def test_the_chosen_stand_beside_the_others():
    found = change(table(seed=2), table(seed=1), chosen=["values", "hiring"])
    both = compare_chosen(found)
    own = found.table.loc[["values", "hiring"]]
    assert both.loc[True, "change"] == pytest.approx(own["change"].mean())
    words = both[["up", "same", "down"]].sum(axis=1)
    assert words.tolist() == [2, found.judged - 2]


def test_the_lowest_are_expected_to_rise_and_the_highest_to_fall():
    found = change(table(seed=2), table(seed=1)).table
    told = found[found["expect"].notna()].sort_values("before")
    assert (told["expect"].diff().dropna() <= 1e-12).all()
    assert told["expect"].iloc[0] > 0 > told["expect"].iloc[-1]


def test_without_a_common_factor_there_is_nothing_to_compare():
    with pytest.raises(AnswersError, match="no factor in common"):
        change(table(factors=["values"]), table(factors=["hiring"]))


def test_what_is_no_factor_cannot_have_been_chosen():
    with pytest.raises(ValueError, match="coffee"):
        change(table(), table(seed=1), chosen=["coffee"])

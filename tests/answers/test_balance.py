import numpy as np
import pandas as pd
import pytest

from lederlib.answers import balance_points, balance_table, load_steps
from lederlib.catalogue import balance_items

LOADS = [item.key for item in balance_items() if item.side == "load"]
RESOURCES = [item.key for item in balance_items() if item.side == "resource"]


def ratings(people=6):
    rng = np.random.default_rng(3)
    names = [
        f"{key}_{when}" for key in LOADS + RESOURCES for when in ("now", "general")
    ]
    return pd.DataFrame(rng.random((people, len(names))).round(1), columns=names)


def test_points_are_the_rounded_means_of_what_the_table_tells():
    points = balance_points(ratings())
    told = balance_table(ratings())["mean"]
    for name, keys in (("load", LOADS), ("resources", RESOURCES)):
        for moment in ("now", "general"):
            mean = np.mean([told[key, moment] for key in keys])
            assert points.loc[moment, name] == pytest.approx(round(20 * mean) / 20)


def test_what_is_not_rated_drops_out():
    table = ratings()
    fewer = table.drop(columns=[f"{LOADS[0]}_now"])
    unrated = table.assign(**{f"{LOADS[0]}_now": np.nan})
    pd.testing.assert_frame_equal(balance_points(fewer), balance_points(unrated))


def test_a_weight_of_zero_is_as_good_as_no_rating():
    table = ratings()
    without = table.drop(columns=[f"{LOADS[0]}_now", f"{LOADS[0]}_general"])
    points = balance_points(table, weights={LOADS[0]: 0})
    pd.testing.assert_frame_equal(points, balance_points(without))


def test_points_know_nobody_so_that_answers_may_change_owners():
    table, rng = ratings(), np.random.default_rng(1)
    mixed = table.apply(rng.permutation)
    pd.testing.assert_frame_equal(balance_points(table), balance_points(mixed))
    pd.testing.assert_frame_equal(balance_table(table), balance_table(mixed))


def test_too_few_respondents_give_no_points_and_no_means():
    table = ratings(4)
    assert balance_points(table).isna().all(axis=None)
    rows = balance_table(table)
    assert (rows["hidden"] == "few").all()
    assert rows[["mean", "spread", "n"]].isna().all(axis=None)


def test_an_item_on_which_all_agree_takes_no_part_in_the_groups_mean():
    table = ratings()
    alike = table.assign(**{f"{LOADS[0]}_now": 1.0})
    without = table.drop(columns=[f"{LOADS[0]}_now", f"{LOADS[0]}_general"])
    pd.testing.assert_frame_equal(balance_points(alike), balance_points(without))
    only = alike[[f"{LOADS[0]}_now", f"{LOADS[0]}_general"]]
    assert balance_points(only).isna().all(axis=None)


def test_a_spread_is_told_from_ten_people():
    name = (LOADS[0], "now")
    assert pd.isna(balance_table(ratings(9)).loc[name, "spread"])
    told = balance_table(ratings(10)).loc[name, "spread"]
    assert told == pytest.approx(ratings(10)[f"{LOADS[0]}_now"].std(), abs=0.006)


@pytest.mark.parametrize(
    ("loads", "told"),
    [
        ([0.1] * 5 + [0.9] * 5, [5, 0, 5]),
        ([0.1] * 5 + [0.5] * 6 + [0.9] * 5, [5, 6, 5]),
        ([0.1] * 4 + [0.9] * 9, []),
        ([0.1] * 5 + [0.5] * 2 + [0.9] * 5, []),
        ([0.5, 0.4, 0.6] * 4, []),
    ],
)
def test_how_evenly_the_load_lies_is_told_of_steps_of_many(loads, told):
    table = pd.DataFrame({f"{LOADS[0]}_now": loads})
    assert load_steps(table).tolist() == told


def test_a_rating_that_all_share_is_not_told():
    table = ratings().assign(**{f"{LOADS[0]}_now": 0.4})
    row = balance_table(table).loc[(LOADS[0], "now")]
    assert row["hidden"] == "unanimous"
    assert pd.isna(row["mean"])
    assert row["n"] == 6


def test_the_table_gives_mean_spread_and_count():
    table = ratings(12)
    table.loc[0, f"{RESOURCES[1]}_general"] = np.nan
    row = balance_table(table).loc[(RESOURCES[1], "general")]
    answers = table[f"{RESOURCES[1]}_general"]
    assert row["mean"] == pytest.approx(answers.mean(), abs=0.006)
    assert row["spread"] == pytest.approx(answers.std(), abs=0.006)
    assert row["n"] == 11
    assert row["side"] == "resource"


def test_a_rating_out_of_range_names_its_column():
    with pytest.raises(ValueError, match=f"{LOADS[0]}_now must lie between 0 and 1"):
        balance_points(ratings().assign(**{f"{LOADS[0]}_now": 7}))


def test_a_table_without_ratings_is_refused():
    with pytest.raises(ValueError, match="No column is a rating"):
        balance_table(pd.DataFrame({"values": [1]}))


def test_an_unknown_weight_names_the_nearest():
    with pytest.raises(ValueError, match=f"Nearest: '{LOADS[0]}'"):
        balance_points(ratings(), weights={LOADS[0] + "s": 1})

import numpy as np
import pandas as pd
import pytest

from lederlib.answers import balance_points, balance_table
from lederlib.catalogue import balance_items

LOADS = [item.key for item in balance_items() if item.side == "load"]
RESOURCES = [item.key for item in balance_items() if item.side == "resource"]


def ratings(people=6):
    rng = np.random.default_rng(3)
    names = [
        f"{key}_{when}" for key in LOADS + RESOURCES for when in ("now", "general")
    ]
    return pd.DataFrame(rng.random((people, len(names))).round(1), columns=names)


def test_points_are_the_means_of_loads_and_of_resources():
    table = ratings()
    points = balance_points(table)
    expected = table[[f"{key}_now" for key in LOADS]].mean(axis=1)
    np.testing.assert_allclose(sorted(points["load_now"]), sorted(expected))
    expected = table[[f"{key}_general" for key in RESOURCES]].mean(axis=1)
    np.testing.assert_allclose(sorted(points["resources_general"]), sorted(expected))


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


def test_points_do_not_keep_the_order_of_the_respondents():
    table = ratings()
    shuffled = table.iloc[::-1]
    pd.testing.assert_frame_equal(balance_points(table), balance_points(shuffled))


def test_too_few_respondents_give_no_points_and_no_means():
    table = ratings(4)
    assert balance_points(table).empty
    rows = balance_table(table)
    assert (rows["hidden"] == "few").all()
    assert rows[["mean", "spread", "n"]].isna().all(axis=None)


def test_a_rating_that_all_share_is_not_told():
    table = ratings().assign(**{f"{LOADS[0]}_now": 0.4})
    row = balance_table(table).loc[(LOADS[0], "now")]
    assert row["hidden"] == "unanimous"
    assert pd.isna(row["mean"])
    assert row["n"] == 6


def test_the_table_gives_mean_spread_and_count():
    table = ratings()
    table.loc[0, f"{RESOURCES[1]}_general"] = np.nan
    row = balance_table(table).loc[(RESOURCES[1], "general")]
    answers = table[f"{RESOURCES[1]}_general"]
    assert row["mean"] == pytest.approx(answers.mean())
    assert row["spread"] == pytest.approx(answers.std())
    assert row["n"] == 5
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

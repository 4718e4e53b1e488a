"""Items one by one: psych's figures, and what deserves another look."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, alpha, item_table

PSYCH = pd.read_csv("tests/reference/reliability.csv")
TABLES = [
    "continuous",
    "five_points",
    "three_points",
    "missing_at_random",
    "skewed",
    "two_groups",
    "forty_groups",
]


def reference_table(name):
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


FIVE = reference_table("five_points")


@pytest.mark.parametrize("name", TABLES)
def test_rest_correlations_and_alpha_without_are_psychs(name):
    table = reference_table(name)
    result = item_table(table)
    theirs = PSYCH[PSYCH["table"] == name].set_index("quantity")["value"]
    for item in table.columns:
        row = result.table.loc[item]
        expected = theirs[f"dropped {item}"]
        assert row["alpha_dropped"] == pytest.approx(expected, rel=1e-8)
        expected = theirs[f"item_rest {item}"]
        assert row["item_rest"] == pytest.approx(expected, rel=1e-8)
    assert result.alpha == alpha(table).value


def test_an_item_rests_on_all_answers_to_it():
    table = reference_table("missing_at_random")
    result = item_table(table).table
    assert result.loc["y7", "mean"] == pytest.approx(table["y7"].mean())
    assert result.loc["y7", "sd"] == pytest.approx(table["y7"].std())
    assert result.loc["y7", "n"] == table["y7"].count()
    assert (result["n"] + result["missing"] == len(table)).all()


def test_floor_and_ceiling_are_those_of_the_scale():
    table = reference_table("five_points")
    result = item_table(table, low=1, high=5).table
    assert result.loc["y1", "floor"] == (table["y1"] == 1).mean()
    assert result.loc["y1", "ceiling"] == (table["y1"] == 5).mean()
    wide = item_table(table, low=0, high=6).table
    assert (wide[["floor", "ceiling"]] == 0).all(axis=None)


def test_nothing_is_a_floor_or_ceiling_that_nobody_named():
    """The lowest answer seen may be the middle of the scale."""
    table = reference_table("five_points").clip(lower=3)
    untold, floor = item_table(table), item_table(table, low=1)
    assert untold.table[["floor", "ceiling"]].isna().all(axis=None)
    assert (floor.table["floor"] == 0).all()
    assert floor.table["ceiling"].isna().all()
    assert "ends of the scale are not given" in untold.summary("en")
    assert "ends of the scale" not in item_table(table, low=1, high=5).summary("en")


def test_moments_give_the_table_of_those_who_answered_everything():
    table = reference_table("missing_at_random")
    parts = [Moments.from_table(table.iloc[at::4]) for at in range(4)]
    found = item_table(parts[0].merge(*parts[1:]))
    whole = item_table(table.dropna())
    same = ["n", "mean", "sd", "item_rest", "alpha_dropped"]
    np.testing.assert_allclose(found.table[same], whole.table[same], rtol=1e-12)
    assert found.alpha == pytest.approx(alpha(table).value, rel=1e-12)
    assert (found.n, found.dropped) == (whole.n, len(table) - whole.n)
    assert found.table[["missing", "floor", "ceiling"]].isna().all(axis=None)
    assert np.isnan([found.low, found.high]).all()
    assert "bund eller top" not in found.summary("da")


@pytest.mark.parametrize("end", ["low", "high"])
def test_moments_have_no_lowest_and_highest_answer(end):
    with pytest.raises(ValueError, match="needs the answers themselves"):
        item_table(Moments.from_table(FIVE), **{end: 1})


def test_two_items_have_no_alpha_without_one():
    result = item_table(reference_table("five_points")[["y1", "y2"]])
    assert result.table["alpha_dropped"].isna().all()
    first, second = result.table["item_rest"]
    assert first == pytest.approx(second)


def test_others_that_cancel_out_leave_no_figure():
    table = FIVE[["y1", "y2"]].assign(turned=6 - FIVE["y1"])
    result = item_table(table).table
    assert np.isnan(result.loc["y2", "item_rest"])
    assert np.isnan(result.loc["y2", "alpha_dropped"])


def test_the_summary_points_at_items():
    table = reference_table("skewed")
    noise = np.random.default_rng(1).integers(1, 6, len(table))
    result = item_table(table.assign(støj=noise), low=1, high=5)
    words = result.summary("da")
    assert "Alfa bliver højere uden: støj" in words
    assert "Svag sammenhæng" in words
    assert "Mere end 15" in words
    gaps = item_table(reference_table("missing_at_random"))
    assert "lack at least one answer" in gaps.summary("en")
    assert gaps.to_frame() is gaps.table


@pytest.mark.parametrize(
    ("table", "options", "sentence"),
    [
        (FIVE.assign(y2=1), {}, "'y2' must vary"),
        (FIVE.assign(y2=np.nan), {}, "'y2' must have answers"),
        (FIVE.assign(y2="æ"), {}, "'y2' must hold numbers; got 'æ'"),
        (FIVE, {"high": 4}, "Item 'y1' must lie between -inf and 4; got 5"),
    ],
)
def test_one_sentence_says_what_is_wrong(table, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        item_table(table, **options)

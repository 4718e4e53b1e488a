import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.measure import ad_index, null_variance, r_star_wg, rwg_j

ITEMS = ["g1", "g2", "g3", "g4", "g5"]
INDICES = {
    "rwg_j": rwg_j,
    "rwg_j_heavy": lambda *a, **k: rwg_j(*a, null="heavy", **k),
    "r_star_wg": r_star_wg,
    "ad_mean": ad_index,
    "ad_median": lambda *a, **k: ad_index(*a, around="median", **k),
}


@pytest.mark.parametrize("name", INDICES)
def test_every_group_agrees_with_multilevel(name, forty_groups, reference):
    found = INDICES[name](forty_groups[ITEMS], forty_groups["unit"])
    sizes = forty_groups["unit"].value_counts()
    r = reference[name].where(sizes >= 5)
    pd.testing.assert_series_equal(
        found.values, r, check_names=False, rtol=1e-8, atol=1e-12
    )
    assert found.mean == pytest.approx(r.mean(), rel=1e-8)
    assert found.median == pytest.approx(r.median(), rel=1e-8)


def test_hidden_groups_are_missing_and_take_no_part(forty_groups):
    found = rwg_j(forty_groups[ITEMS], forty_groups["unit"], min_group=8)
    table = found.to_frame()
    few = forty_groups["unit"].value_counts().loc[table.index] < 8
    assert ((table["hidden"] == "few") == few).all()
    assert table.loc[few, ["value", "n"]].isna().all(axis=None)
    assert found.mean == pytest.approx(table.loc[~few, "value"].mean())
    assert "under 8 personer" in found.summary()
    assert "fewer than 8" in found.summary("en")


def test_a_group_just_large_enough_is_shown_and_one_short_of_it_is_not():
    answers = np.random.default_rng(3).integers(1, 6, (15, 2))
    found = rwg_j(answers, np.repeat(["a", "b"], [8, 7]), min_group=8)
    assert found.values.notna().to_dict() == {"a": True, "b": False}


@given(seed=st.integers(0, 10**6))
def test_the_order_of_people_and_the_coding_change_nothing(seed):
    rng = np.random.default_rng(seed)
    answers, groups = rng.integers(1, 6, (60, 3)), rng.integers(0, 6, 60)
    order = rng.permutation(60)
    for measure in INDICES.values():
        before = measure(answers, groups).values
        after = measure(6 - answers[order], groups[order]).values
        pd.testing.assert_series_equal(before, after)
    capped = rwg_j(answers, groups).values.dropna()
    assert capped.between(0, 1).all()


def test_disagreement_beyond_the_null_counts_as_none_but_shows_in_r_star():
    answers = pd.DataFrame({"a": [1, 5, 1, 5, 1, 5], "b": [5, 1, 5, 1, 5, 1]})
    assert rwg_j(answers, ["u"] * 6).values["u"] == 0
    assert r_star_wg(answers, ["u"] * 6).values["u"] == pytest.approx(1 - 4.8 / 2)


def test_a_group_of_one_mind_agrees_wholly():
    for name, measure in INDICES.items():
        value = measure([[3, 4]] * 5, ["u"] * 5).values["u"]
        assert value == (0 if name.startswith("ad") else 1)


def test_more_items_raise_rwg_but_not_r_star(forty_groups):
    one, unit = forty_groups[["g1"]], forty_groups["unit"]
    many = pd.concat([one.rename(columns={"g1": str(i)}) for i in range(4)], axis=1)
    assert rwg_j(many, unit).mean > rwg_j(one, unit).mean
    assert r_star_wg(many, unit).mean == pytest.approx(r_star_wg(one, unit).mean)
    assert r_star_wg(one, unit).mean == pytest.approx(r_star_wg(one["g1"], unit).mean)


def test_a_group_in_which_nobody_answered_everything_stands_as_hidden():
    answers = pd.DataFrame({"a": [1.0, 2, 3, 2, 1, np.nan], "b": [2, 2, 3, 2, 1, 4]})
    found = ad_index(answers, ["x"] * 5 + ["y"], around="median")
    assert found.to_frame()["hidden"].to_dict() == {"x": "", "y": "few"}
    assert found.left_out == 1


def test_where_no_group_is_large_enough_the_summary_says_so():
    found = rwg_j([[1, 2], [2, 2], [3, 4]], ["a", "a", "b"])
    assert np.isnan(found.mean)
    assert found.shown == 0
    assert "vises ikke" in found.summary()
    assert "not shown" in found.summary("en")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"min_group": 4}, "min_group must lie between 5 and 10; got 4"),
        ({"options": 3}, "Item 'g1' must have at most 3 options; .* from 1 to 5"),
        ({"null": "hevy"}, "null must be one of uniform.*Nearest: 'heavy'"),
    ],
)
def test_one_sentence_says_what_is_wrong(change, sentence, forty_groups):
    with pytest.raises(ValueError, match=sentence):
        rwg_j(forty_groups[ITEMS], forty_groups["unit"], **change)


def test_text_among_the_answers_names_the_item(forty_groups):
    table = forty_groups.assign(g2="meget enig")
    with pytest.raises(ValueError, match="Item 'g2' must hold numbers"):
        ad_index(table[ITEMS], table["unit"])


@pytest.mark.parametrize(
    ("null", "variance"),
    [
        ("uniform", 2.0),
        ("slight", 1.34),
        ("moderate", 0.90),
        ("heavy", 0.44),
        (1.5, 1.5),
    ],
)
def test_the_variances_of_five_options_are_the_published_ones(null, variance):
    assert null_variance(null) == pytest.approx(variance, abs=1e-12)


@pytest.mark.parametrize("options", [2, 3, 7, 11])
def test_equal_shares_are_the_uniform_null(options):
    shares = np.full(options, 1 / options)
    given = null_variance(shares, options=options)
    assert given == pytest.approx(null_variance(options=options))


@pytest.mark.parametrize(
    ("null", "options", "sentence"),
    [
        ("heavy", 7, "'heavy' is known for 5 options only; with 7"),
        ([0.5, 0.5], 5, "each of the 5 options; got 2"),
        ([0.5, 0.6], 2, "sum to 1; they sum to 1.1"),
        ([1, 0], 2, "at least two options"),
        (0, 5, "null, a variance, must lie between"),
        ("uniform", 1, "options must lie between 2 and 101; got 1"),
    ],
)
def test_one_sentence_says_what_is_no_null(null, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        null_variance(null, options=options)

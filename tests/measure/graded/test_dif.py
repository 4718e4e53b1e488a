"""Differential item functioning, where it was built in and where it was not."""

import numpy as np
import pytest
from scipy.stats import chi2, f
from statsmodels.stats.multitest import multipletests

from lederlib.measure import graded_dif

ITEMS = ["y1", "y2", "y3", "y4", "y5", "y6"]


@pytest.fixture(scope="module")
def found(table):
    answers = table("two_groups_ordered")
    seen = []
    result = graded_dif(answers[ITEMS], answers["profession"], progress=seen.append)
    assert seen == pytest.approx(np.arange(1, 7) / 6)
    return result


def test_the_items_that_were_made_to_differ_are_found(found):
    flagged = found.table[found.table["rank"] > 0].sort_values("rank")
    assert flagged.index.tolist() == ["y3", "y6"]
    assert found.settled
    assert (found.table["df"] == 5).all()
    for lang in ("da", "en"):
        assert "y3" in found.summary(lang)


def test_the_groups_may_differ_in_the_trait(found):
    assert found.groups.loc["nurse", ["mean", "spread"]].tolist() == [0, 1]
    assert found.groups.loc["teacher", "mean"] == pytest.approx(0.5, abs=0.2)
    assert found.groups["n"].tolist() == [400, 350]


def test_groups_drawn_at_random_differ_in_no_item(drawn):
    answers = drawn[0].iloc[:500]
    groups = np.random.default_rng(7).choice(["a", "b"], 500)
    found = graded_dif(answers, groups)
    assert found.table["p_holm"].min() > 0.05
    assert found.table["difference"].max() < 0.3
    assert "Ingen af de 5" in found.summary()


def test_an_answer_that_one_group_never_gave_cannot_be_tested(drawn):
    answers = drawn[0].iloc[:300].copy()
    groups = np.repeat(["a", "b"], 150)
    answers.loc[(groups == "b") & (answers["ro"] == 3), "ro"] = 2
    found = graded_dif(answers, groups)
    assert found.table["p"].isna().to_dict()["ro"]
    assert found.table["p"].notna().sum() == 4
    assert "ro" in found.summary("en").partition("Cannot be tested")[2]


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        (["a"] * 60, "groups must be at least 2; got 1"),
        (["a"] * 50 + ["b"] * 10, "Group 'b' must have at least 30 people; got 10"),
        (["a", "b"], "each of the 60 people; got 2"),
    ],
)
def test_one_sentence_says_what_is_wrong(groups, sentence, drawn):
    with pytest.raises(ValueError, match=sentence):
        graded_dif(drawn[0].iloc[:60], groups)


def test_p_values_are_those_of_chi_square_and_adjusted_as_by_statsmodels(found):
    table = found.table
    np.testing.assert_allclose(table["p"], chi2.sf(table["chi2"], table["df"]))
    judged = f.sf(table["chi2"] / table["df"], table["df"], 350)
    np.testing.assert_allclose(table["p_holm"], multipletests(judged, method="holm")[1])


def test_an_item_that_differs_does_not_draw_the_others_with_it():
    rng = np.random.default_rng(1)
    trait = rng.standard_normal((2000, 1))
    told = 1.5 * trait + rng.logistic(size=(2000, 5))
    told[1000:, 3] += 0.9
    groups = np.repeat(["a", "b"], 1000)
    found = graded_dif(np.digitize(told, [-1.5, 0, 1.5]), groups)
    assert (found.table["p_holm"] < 0.05).sum() > 1
    assert found.table["rank"].tolist() == [0, 0, 0, 1, 0]
    assert found.groups.loc["b", "mean"] == pytest.approx(0, abs=0.1)

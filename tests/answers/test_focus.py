import numpy as np
import pandas as pd
import pytest

from lederlib.answers import describe_focus, disagreement, profile, suggest_focus
from lederlib.answers.focus import _rank_means
from lederlib.catalogue import FACTOR_KEYS, ledger


def group(**changes):
    """Return a profile in which all is well, but for the factors named."""
    table = pd.DataFrame(
        {"mean": 0.9, "spread": 0.1, "red": 0.0, "green": 1.0, "hidden": ""},
        index=list(FACTOR_KEYS),
    )
    for key, values in changes.items():
        table.loc[key, list(values)] = list(values.values())
    return table


def test_a_low_important_factor_that_all_agree_on_is_suggested():
    focus = suggest_focus(group(leadership_quality={"mean": 0.2}))
    assert focus.index[focus["suggested"]].tolist() == ["leadership_quality"]
    assert "Ledelseskvalitet" in describe_focus(focus, "da")
    assert "Leadership" in describe_focus(focus, "en")


def test_where_all_is_well_nothing_is_low():
    focus = suggest_focus(group())
    assert not focus["low"].any()
    assert describe_focus(focus, "en").startswith("No factor is low")


def test_nothing_suggested_names_what_came_closest():
    low_but_divided = {"mean": 0.2, "spread": 0.5}
    focus = suggest_focus(group(leadership_quality=low_but_divided))
    assert not focus["suggested"].any()
    sentence = describe_focus(focus, "en")
    assert "Closest is" in sentence
    assert "not agreed on (spread 0.50)" in focus.loc["leadership_quality", "reason_en"]


def test_a_red_factor_is_low_even_if_others_are_lower():
    reds = {key: {"mean": 0.1} for key in FACTOR_KEYS[:8]}
    reds["pay_benefits"] = {"mean": 0.3}
    assert suggest_focus(group(**reds)).loc["pay_benefits", "low"]


def test_the_ranking_leaves_the_border_of_the_important_ones_undecided():
    focus = suggest_focus(group(), outcome="attraction")
    sure = set(focus.index[focus["important"]])
    assert sure == {
        "meaning_influence",
        "competence_development",
        "career_development",
    }
    assert focus["tied"].sum() == 12
    assert "ranking does not tell" in focus.loc["hiring", "reason_en"]


def test_leaders_culture_and_the_working_environment_are_important_for_staying():
    focus = suggest_focus(group(), outcome="retention")
    assert set(focus.index[focus["important"]]) == {
        "leadership_quality",
        "values",
        "collegial_community",
        "psychological_safety",
        "balanced_demands",
        "physical_environment",
    }
    assert not focus["tied"].any()


def test_your_own_weights_decide_without_ties():
    weights = {key: 15.0 - place for place, key in enumerate(FACTOR_KEYS)}
    focus = suggest_focus(group(), weights=weights)
    assert focus.index[focus["important"]].tolist() == list(FACTOR_KEYS[:6])
    assert not focus["tied"].any()


@pytest.mark.parametrize("outcome", ["retention", "attraction"])
def test_the_weights_are_the_means_of_the_ledgers_draws(outcome):
    quantity = ledger()[f"{outcome}_weights"]
    drawn = ledger().draw(4000, rng=1)[quantity.name].mean(axis=1)
    means = _rank_means(quantity.order)
    assert means.sum() == pytest.approx(1)
    assert means.max() == pytest.approx(quantity.value, abs=5e-4)
    np.testing.assert_allclose(means, drawn, atol=0.01)


@pytest.mark.parametrize("reason", ["few", "protect", "unanimous"])
def test_a_hidden_factor_is_not_suggested_and_says_so(reason):
    missing = {"mean": np.nan, "spread": np.nan, "hidden": reason}
    focus = suggest_focus(group(leadership_quality=missing))
    row = focus.loc["leadership_quality"]
    assert not row[["low", "agreed", "suggested"]].any()
    assert row["reason_en"].startswith("Cannot be suggested")
    assert row["reason_da"].startswith("Kan ikke foreslås")


def test_a_group_that_is_all_hidden_gets_a_sentence():
    focus = suggest_focus(profile(pd.DataFrame({"values": [0, 0.5, 1]})))
    assert "hidden" in describe_focus(focus, "en")
    assert "skjult" in describe_focus(focus, "da")


def test_several_groups_at_once_are_refused():
    answers = pd.DataFrame({"values": [0, 0.5, 1] * 4, "unit": list("ab") * 6})
    with pytest.raises(ValueError, match="one group"):
        suggest_focus(profile(answers, "unit"))


def test_a_divided_group_is_named_widest_first():
    divided = {"red": 0.5, "green": 0.5, "spread": 0.5}
    less = {"red": 0.2, "green": 0.5, "spread": 0.35}
    neighbours = {"red": 0.0, "green": 0.5, "spread": 0.35}
    table = group(hiring=less, values=divided, reputation=neighbours)
    assert disagreement(table).index.tolist() == ["values", "hiring"]

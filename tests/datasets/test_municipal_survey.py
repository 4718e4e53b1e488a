import numpy as np
import pandas as pd
import pytest

from lederlib.catalogue import FACTOR_KEYS
from lederlib.catalogue.datasets import load_dataset

REVERSED = [
    "reputation_2",
    "onboarding_3",
    "balanced_demands_2",
    "psychological_safety_3",
    "collegial_community_3",
    "meaning_influence_2",
]
ITEMS = {key: [f"{key}_{number}" for number in (1, 2, 3)] for key in FACTOR_KEYS}
EVERY = [item for items in ITEMS.values() for item in items]


@pytest.fixture(scope="module")
def survey():
    return load_dataset("municipal_survey")


@pytest.fixture(scope="module")
def items(survey):
    """Return the answers, reversed items turned."""
    turned = {key: 6 - survey[key] for key in REVERSED}
    return survey[EVERY].assign(**turned)


@pytest.fixture(scope="module")
def scores(items):
    return pd.DataFrame(
        {
            key: items[three].mean(axis=1).where(items[three].count(axis=1) >= 2)
            for key, three in ITEMS.items()
        }
    )


def one_way_icc(values, groups):
    """ICC(1) of a one-way analysis of variance with unequal groups."""
    known = values.notna()
    values, groups = values[known], groups[known]
    sizes = values.groupby(groups).transform("size")
    means = values.groupby(groups).transform("mean")
    count = groups.nunique()
    between = ((means - values.mean()) ** 2).sum() / (count - 1)
    within = ((values - means) ** 2).sum() / (len(values) - count)
    usual = (len(values) - sizes.sum() / len(values)) / (count - 1)
    return (between - within) / (between + (usual - 1) * within)


def partial(first, second, *others):
    """Correlate two columns once a straight line in the others is taken out."""
    lines = np.column_stack([np.ones(len(first)), *others])
    left = [y - lines @ np.linalg.lstsq(lines, y)[0] for y in (first, second)]
    return np.corrcoef(left)[0, 1]


def logit(predictors, answer, steps=15):
    """Fit a logistic regression by Newton's method."""
    weights = np.zeros(predictors.shape[1])
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-predictors @ weights))
        bend = predictors.T @ (predictors * (chance * (1 - chance))[:, None])
        weights += np.linalg.solve(bend, predictors.T @ (answer - chance))
    return weights


def test_it_has_the_size_of_the_survey(survey):
    sizes = survey.groupby("unit").size()
    assert len(survey) == 5234
    assert survey["municipality"].nunique() == 98
    assert len(sizes) == 400
    assert (sizes < 5).sum() >= 20
    assert survey.groupby("unit")["municipality"].nunique().eq(1).all()
    assert survey["respondent"].is_unique


@pytest.mark.parametrize(
    ("answer", "percent"), [("gone_1", "18"), ("gone_5", "46"), ("could_return", "63")]
)
def test_the_printed_percentages_come_back(survey, answer, percent):
    assert f"{100 * survey[answer].mean():.0f}" == percent


def test_whoever_is_gone_in_a_year_is_gone_in_five(survey):
    assert (survey["gone_5"] >= survey["gone_1"]).all()


@pytest.mark.parametrize("key", FACTOR_KEYS)
def test_units_differ_as_units_do(survey, scores, key):
    assert 0.03 < one_way_icc(scores[key], survey["unit"]) < 0.18


@pytest.mark.parametrize("key", FACTOR_KEYS)
def test_the_three_items_of_a_factor_point_the_same_way(items, key):
    together = items[ITEMS[key]].corr().to_numpy()
    assert together[np.triu_indices(3, 1)].min() > 0.25


def test_unturned_reversed_items_point_the_other_way(survey, scores):
    for key in REVERSED:
        assert survey[key].corr(scores[key[:-2]]) < -0.4


def test_factors_correlate_more_inside_their_block(scores):
    together = scores.corr()
    assert together.loc["values", "leadership_quality"] > 0.4
    assert together.loc["values", "pay_benefits"] < 0.35
    assert together.to_numpy().min() > 0.15


def test_the_first_item_of_leadership_carries_more_than_that_of_reputation(items):
    first = items[ITEMS["leadership_quality"]].corr().to_numpy()
    second = items[ITEMS["reputation"]].corr().to_numpy()
    assert first[0, 1] > second[0, 1] + 0.1


def test_flexible_work_and_community_pull_apart_between_units_only(survey, scores):
    units = scores.groupby(survey["unit"]).mean()
    pair = units["flexible_work"], units["collegial_community"]
    climate = units.drop(columns=["flexible_work", "collegial_community"]).mean(axis=1)
    assert -0.45 < partial(*pair, climate) < -0.2
    assert scores["flexible_work"].corr(scores["collegial_community"]) > 0.15


def test_the_conflict_also_stands_within_occupations(survey, scores):
    units = scores.groupby(survey["unit"]).mean()
    pair = units["flexible_work"], units["collegial_community"]
    climate = units.drop(columns=["flexible_work", "collegial_community"]).mean(axis=1)
    trade = survey.groupby("unit")["occupation"].agg(lambda names: names.mode().iloc[0])
    dummies = pd.get_dummies(trade, drop_first=True, dtype=float)
    assert partial(*pair, climate, dummies) < -0.1


def test_the_front_line_has_less_flexible_work(survey, scores):
    means = scores["flexible_work"].groupby(survey["occupation"]).mean()
    front, desk = ["care_health", "childcare", "teaching"], ["administration"]
    assert means[front].max() < means[desk].min() - 0.2


def test_leadership_quality_keeps_people_most_then_values_and_community(survey, scores):
    known = ((scores - scores.mean()) / scores.std()).fillna(0)
    ages = pd.get_dummies(survey["age_group"], dtype=float)
    table = pd.concat([known, ages, survey["tenure"] < 2], axis=1).astype(float)
    weights = pd.Series(
        logit(table.to_numpy(), survey["gone_5"].to_numpy()), table.columns
    )[list(FACTOR_KEYS)]
    assert weights.nsmallest(3).index[0] == "leadership_quality"
    assert set(weights.nsmallest(3).index) == {
        "leadership_quality",
        "values",
        "collegial_community",
    }
    assert -0.8 < weights["leadership_quality"] < -0.4


def test_answers_are_missing_for_the_reasons_that_the_card_gives(survey):
    empty = survey[EVERY].isna()
    early = ITEMS["hiring"] + ITEMS["onboarding"]
    growth = ITEMS["competence_development"] + ITEMS["career_development"]
    reasons = {
        "long tenure": (survey["tenure"] >= 10, early, 0.30),
        "high age": (survey["age_group"] == "60_plus", growth, 0.20),
        "low trust": (
            survey["psychological_safety_1"] <= 2, ITEMS["leadership_quality"], 0.25
        ),
    }  # fmt: skip
    for who, asked, more in reasons.values():
        assert empty.loc[who, asked].to_numpy().mean() == pytest.approx(
            more + 0.01, abs=0.03
        )
        assert empty.loc[~who, asked].to_numpy().mean() == pytest.approx(
            0.01, abs=0.004
        )


def test_everyone_answered_the_item_that_gaps_depend_on(survey):
    assert survey["psychological_safety_1"].notna().all()


def test_those_who_skip_leadership_would_have_answered_low(survey, scores):
    quiet = survey[ITEMS["leadership_quality"]].isna().any(axis=1)
    culture = scores["values"]
    assert culture[quiet].mean() < culture[~quiet].mean() - 0.2

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, criterion_validity


@pytest.fixture
def answers(table):
    held = table("continuous")
    return held.assign(trivsel=held[["y1", "y2", "y3", "y4"]].mean(axis=1))


def test_correlations_and_corrections_agree_with_r(answers, reference):
    found = criterion_validity(
        answers,
        "trivsel",
        ["y5", "y9"],
        reliability=0.8,
        criterion_reliability=0.7,
        level=0.9,
    )
    for name in ("y5", "y9"):
        for figure, value in reference[name].items():
            ours = found.table.loc[name, figure]
            assert ours == pytest.approx(value, rel=1e-8), figure


def test_rank_correlations_agree_with_r(table, reference):
    found = criterion_validity(table("five_points"), "y1", ["y5"], method="spearman")
    for figure, value in reference["ranks"].items():
        assert found.table.loc["y5", figure] == pytest.approx(value, rel=1e-8)
    assert "Rangkorrelationer" in found.summary()


def test_moments_of_batches_give_the_correlations_of_the_rows(answers):
    kept = answers[["y9", "trivsel", "y1", "y5"]]
    parts = [Moments.from_table(kept.iloc[at::3]) for at in range(3)]
    call = {"score": "trivsel", "criteria": ["y5", "y9"], "reliability": 0.8}
    found = criterion_validity(parts[0].merge(*parts[1:]), **call)
    rows = criterion_validity(kept, **call)
    pd.testing.assert_frame_equal(found.table, rows.table, rtol=1e-12)
    assert found.summary() == rows.summary()


@pytest.mark.parametrize(
    ("people", "criterion", "options", "sentence"),
    [
        (9, "y2", {"method": "spearman"}, "A correlation of ranks needs the answers"),
        (9, "y3", {}, "column must be one of y1, y2; got 'y3'"),
        (9, "y1", {}, "'y1' stands twice"),
        (4, "y2", {}, "At least 5 people must have both y1 and y2; got 4"),
    ],
)
def test_moments_are_refused_in_one_sentence(
    people, criterion, options, sentence, answers
):
    known = Moments.from_table(answers[["y1", "y2"]].iloc[:people])
    with pytest.raises(ValueError, match=sentence):
        criterion_validity(known, "y1", [criterion], **options)


def test_ranks_do_not_care_how_a_score_is_stretched(table):
    answers = table("five_points")
    straight = criterion_validity(answers, "y1", ["y5"], method="spearman")
    bent = criterion_validity(
        answers.assign(y1=np.exp(answers["y1"])), "y1", ["y5"], method="spearman"
    )
    assert straight.table.equals(bent.table)


def test_the_correction_gives_back_the_true_correlation():
    rng = np.random.default_rng(8)
    true, other = rng.multivariate_normal([0, 0], [[1, 0.6], [0.6, 1]], 50_000).T
    noisy = true + rng.normal(0, 0.5, 50_000)
    table = pd.DataFrame({"scale": noisy, "criterion": other})
    found = criterion_validity(table, "scale", ["criterion"], reliability=1 / 1.25)
    assert found.table["corrected"].iloc[0] == pytest.approx(0.6, abs=0.01)
    assert found.table["r"].iloc[0] < 0.56


def test_without_a_reliability_nothing_is_corrected(answers):
    found = criterion_validity(answers, "trivsel", ["y5"])
    assert found.table["corrected"].isna().all()
    assert "renset" not in found.summary()


def test_each_criterion_may_have_its_own_reliability(answers):
    found = criterion_validity(
        answers,
        "trivsel",
        ["y5", "y9"],
        reliability=1,
        criterion_reliability={"y5": 0.64},
    )
    table = found.table
    assert table.loc["y5", "corrected"] == pytest.approx(table.loc["y5", "r"] / 0.8)
    assert table.loc["y9", "corrected"] == table.loc["y9", "r"]


def test_a_figure_beyond_one_is_shown_and_doubted(answers):
    near = answers.assign(igen=answers["trivsel"] + 0.3 * answers["y5"])
    found = criterion_validity(near, "trivsel", ["igen"], reliability=0.5)
    assert found.table.loc["igen", "corrected"] > 1
    assert "kan ikke være sandt" in found.summary()
    assert "cannot be true" in found.summary("en")


def test_every_row_says_how_many_it_rests_on(answers):
    gaps = answers.copy()
    gaps.loc[:9, "y5"] = np.nan
    found = criterion_validity(gaps, "trivsel", ["y5", "y9"])
    assert found.table["n"].tolist() == [490, 500]
    assert "n = 490" in found.summary()


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ({"score": "trivsell"}, "column must be one of .*Nearest: 'trivsel'"),
        ({"criteria": ["ord"]}, "Item 'ord' must hold numbers"),
        ({"criteria": ["same"]}, "Item 'same' must vary"),
        ({"criteria": ["few"]}, "At least 5 people must have both trivsel and few"),
        ({"reliability": 0}, "reliability must lie between"),
        ({"reliability": 0.8, "criterion_reliability": 2}, "the reliability of y5"),
        ({"method": "kendall"}, "method must be one of pearson, spearman"),
    ],
)
def test_one_sentence_says_what_is_wrong(call, sentence, answers):
    few = [1.0, 2, 3] + [np.nan] * 497
    data = answers.assign(ord="ja", same=1, few=few)
    asked = {"score": "trivsel", "criteria": ["y5"], **call}
    with pytest.raises(ValueError, match=sentence):
        criterion_validity(data, **asked)


def test_the_corrected_interval_is_stretched_as_the_correlation_is(answers):
    found = criterion_validity(
        answers, "trivsel", ["y5"], reliability=0.8, criterion_reliability=0.7
    )
    row = found.table.loc["y5"]
    corrected = row[["corrected", "corrected_low", "corrected_high"]].to_numpy()
    plain = row[["r", "low", "high"]].to_numpy()
    np.testing.assert_allclose(corrected / plain, row["corrected"] / row["r"])

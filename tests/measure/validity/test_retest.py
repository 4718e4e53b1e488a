import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, retest


def test_every_figure_agrees_with_psych_and_r(table, reference):
    answers = table("continuous")
    found = retest(answers["y1"], answers["y2"])
    for name, value in reference["retest"].items():
        assert getattr(found, name) == pytest.approx(value, rel=1e-8), name


def test_a_shift_of_everybody_lowers_agreement_but_not_consistency(table):
    answers = table("continuous")
    still = retest(answers["y1"], answers["y2"])
    moved = retest(answers["y1"], answers["y2"] + 3)
    assert moved.r == pytest.approx(still.r)
    assert moved.consistency == pytest.approx(still.consistency)
    assert moved.agreement < still.agreement - 0.1
    assert moved.change == pytest.approx(still.change + 3)


def test_the_same_scores_again_have_no_error():
    found = retest([1, 2, 3, 4, 6], [1, 2, 3, 4, 6])
    assert found.r == found.r_low == 1
    assert [found.agreement, found.consistency] == pytest.approx([1, 1])
    assert found.error == pytest.approx(0, abs=1e-6)


def test_one_persons_change_is_error_19_times_in_20():
    rng = np.random.default_rng(2)
    true = rng.normal(0, 1, 40_000)
    first, second = true + rng.normal(0, 0.5, (2, 40_000))
    found = retest(first, second)
    assert found.error == pytest.approx(0.5, rel=0.02)
    assert (np.abs(second - first) > found.real_change).mean() == pytest.approx(
        0.05, abs=0.005
    )


def test_people_with_one_score_are_left_out_and_counted():
    found = retest([1, 2, 3, 4, 5, None], [2, 2, 3, 5, 5, 4])
    assert (found.n, found.left_out) == (5, 1)
    assert "mangler: 1" in found.summary()
    assert "missing: 1" in found.summary("en")
    assert len(found.to_frame()) == 17


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        ([1, 2, 3], [1, 2], "got 3 and 2"),
        ([1, 2, 3, 4], [1, 2, 3, 5], "At least 5 people must have both scores; got 4"),
        ([3] * 6, [1, 2, 3, 4, 5, 6], "Item 'first' must vary"),
        ([1, 2, "x", 4, 5], [1, 2, 3, 4, 5], "Item 'first' must hold numbers; got 'x'"),
    ],
)
def test_one_sentence_says_what_is_wrong(first, second, sentence):
    with pytest.raises(ValueError, match=sentence):
        retest(first, second)


def test_two_series_must_be_of_the_same_people():
    first = pd.Series([1, 2, 3, 4, 5.5])
    with pytest.raises(ValueError, match="same index"):
        retest(first, first.iloc[::-1])


def test_moments_say_what_the_scores_say():
    rng = np.random.default_rng(4)
    scores = rng.standard_normal((300, 1)) + 0.6 * rng.standard_normal((300, 2)) + 3
    scores[:7, 1] = np.nan
    known = Moments.from_batches([scores[:100], scores[100:]])
    told = retest(*scores.T).to_frame()["value"]
    assert retest(known).to_frame()["value"].to_numpy() == pytest.approx(
        told.to_numpy(), rel=1e-10
    )


def test_moments_are_of_two_scores_and_stand_alone():
    three = Moments.from_table(np.random.default_rng(1).standard_normal((50, 3)))
    with pytest.raises(ValueError, match=r"Moments must be of both .* 3 items"):
        retest(three)
    with pytest.raises(ValueError, match="second must be the scores"):
        retest([1, 2, 3, 4, 5, 6])

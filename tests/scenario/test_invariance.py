import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm, sem

from lederlib.scenario import compare_professions, draw_professions, statement_means


def test_the_same_people_answer_for_every_position_of_the_levers():
    few, many = (draw_professions(people=n) for n in (50, 400))
    assert np.array_equal(few.first, many.first[:50])
    assert np.array_equal(few.second, many.second[:50])
    shifted = draw_professions(people=50, shift=0.5)
    assert np.allclose(shifted.second - few.second, [0, 0, 0, 0.5])
    assert not np.array_equal(few.first, draw_professions(people=50, rng=1).first)


@given(st.floats(-2, 2), st.integers(0, 20))
def test_a_difference_in_all_alike_is_expected_in_all_alike(gap, seed):
    level = statement_means(draw_professions(gap=0, people=1000, rng=seed))
    moved = statement_means(draw_professions(gap=gap, people=1000, rng=seed))
    change = moved.expected - level.expected
    assert np.allclose(change, 0.8 * gap, atol=0.05 * abs(gap) + 1e-9)


def test_equal_measurement_is_passed_and_its_difference_found():
    compared = compare_professions(draw_professions(people=1000, gap=0.5, rng=2))
    assert compared.found.failed == ""
    assert (compared.let_go, compared.freed, compared.freed_gap) == ("", None, None)
    assert compared.gap.low < 0.5 < compared.gap.high


def test_a_statement_read_otherwise_is_found_and_the_difference_is_mended():
    compared = compare_professions(
        draw_professions(people=1000, gap=0.0, shift=0.6, rng=3)
    )
    assert compared.found.failed == "scalar"
    assert compared.let_go == "q4"
    assert compared.gap.low > 0
    assert compared.freed_gap.low < 0 < compared.freed_gap.high
    assert compared.freed.failed == ""


def test_a_statement_that_follows_less_fails_at_the_loadings():
    compared = compare_professions(draw_professions(people=1000, loading=0.4, rng=3))
    assert (compared.found.failed, compared.let_go) == ("metric", "q3")
    assert "view =~ q3" in compared.freed.free
    assert "q3 ~1" in compared.freed.free


@pytest.mark.parametrize(
    ("levers", "message"),
    [
        ({"people": 10}, "people must lie between 50 and 1000; got 10"),
        ({"gap": 3}, "gap must lie between -2 and 2; got 3"),
        ({"loading": 1.2}, "loading must lie between 0 and 1; got 1.2"),
    ],
)
def test_impossible_levers_are_named(levers, message):
    with pytest.raises(ValueError, match=message):
        draw_professions(**levers)


def test_intervals_of_means_reach_as_far_as_a_normal_law_says():
    answers = draw_professions(people=80)
    means = statement_means(answers)
    for part, half in (
        (answers.first, means.first_half),
        (answers.second, means.second_half),
    ):
        np.testing.assert_allclose(half, norm.ppf(0.975) * sem(part), rtol=1e-4)


def test_the_gap_has_the_interval_of_its_estimate():
    compared = compare_professions(draw_professions(people=200))
    rows = compared.found.fits["scalar"].estimates
    mean = rows[(rows["lhs"] == "view") & (rows["op"] == "~1")].iloc[-1]
    ends = norm.interval(0.95, loc=mean["est"], scale=mean["se"])
    gap = compared.gap
    found = (gap.value, gap.low, gap.high)
    assert found == pytest.approx((mean["est"], *ends), rel=1e-4)

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import delivered_quality, results, wish_to_leave

shares = st.floats(0, 1)


@given(shares, shares)
def test_the_more_strained_the_sooner_gone(one, two):
    low, high = sorted((one, two))
    assert 0 <= wish_to_leave(low) <= wish_to_leave(high) < 1


def test_at_normal_strain_leaders_leave_as_they_usually_do():
    turnover = np.array([0.0, 0.05, 0.2])
    assert wish_to_leave(0.25, leader_turnover=turnover) == pytest.approx(turnover)
    found = wish_to_leave([0, 1], strain_to_quits=0)
    assert found == pytest.approx([0.1, 0.1])


@given(shares, shares, shares)
def test_a_larger_wish_never_leads_better(quality, one, two):
    low, high = sorted((one, two))
    little, much = (delivered_quality(quality, wish) for wish in (low, high))
    assert 0 <= much <= little <= 1


@given(shares, shares)
def test_no_effect_changes_no_digit(quality, wish):
    assert delivered_quality(quality, wish, wish_to_leadership=0) == quality
    assert delivered_quality(quality, wish, usual_wish=wish) == quality
    assert results(quality, leadership_to_results=0) == 1
    assert results(quality, usual_quality=quality) == 1


@given(shares, shares)
def test_better_leadership_achieves_no_less(one, two):
    low, high = sorted((one, two))
    assert 0 < results(low) <= results(high)


@pytest.mark.parametrize(
    ("function", "given_", "name"),
    [
        (wish_to_leave, {"strain": 1.1}, "strain"),
        (wish_to_leave, {"strain": np.nan}, "strain"),
        (wish_to_leave, {"strain": 0.5, "leader_turnover": 1}, "leader_turnover"),
        (delivered_quality, {"quality": 0.5, "wish": -0.1}, "wish"),
        (results, {"quality": 0.5, "leadership_to_results": -1}, "leadership_to"),
    ],
)
def test_what_cannot_be_is_refused(function, given_, name):
    with pytest.raises(ValueError, match=name):
        function(**given_)

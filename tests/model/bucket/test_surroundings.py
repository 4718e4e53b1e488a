import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import (
    bad_press,
    shortage_of,
    time_to_fill,
    workforce_path,
)

shares = st.floats(0, 1)


@given(shares, shares)
def test_worse_press_takes_from_applicants_from_meaning_and_from_staying(one, two):
    low, high = sorted((one, two))
    for mild, bad in zip(bad_press(low), bad_press(high), strict=True):
        assert bad <= mild <= 0


def test_no_press_and_no_effect_are_nothing_at_all():
    still = {"press_to_applicants": 0, "press_to_meaning": 0}
    for found in (bad_press(0.0), bad_press(0.7, **still)):
        assert [float(part) for part in found] == [0.0, 0.0, 0.0]
        assert not any(np.signbit(part) for part in found)


def test_meaning_is_the_only_way_from_press_to_staying():
    assert bad_press(1, press_to_meaning=0).eta_retention == 0
    assert bad_press(1, press_to_meaning=0).eta_attraction < 0
    assert bad_press(1, meaning_to_retention=0).meaning < 0


@given(shares, st.floats(0.01, 0.9))
def test_a_shortage_is_a_share_that_grows_with_those_missing(missing, vacant):
    some, more = (shortage_of(x, vacant=vacant) for x in (missing / 2, missing))
    assert 0 <= some <= more <= 1
    assert shortage_of(0.0, vacant=vacant) == 0


def test_the_time_to_fill_grows_by_what_the_vacancies_do():
    gone = shortage_of(0.03, vacant=0.04)
    slower = float(time_to_fill(shortage=gone) / time_to_fill())
    assert slower == pytest.approx(0.07 / 0.93 / (0.04 / 0.96))


def test_so_many_are_missing_in_the_long_run_of_the_bucket():
    # One law for all staff, hired from outside only: the case that the formula is of.
    law = {
        "newcomer_ratio": 1.0,
        "newcomer_hazard": 0.2,
        "return_rate": 0.0,
        "retirement": 0.0,
    }
    rest = workforce_path(2080, step=4, **law).vacancies[-1] / 8000
    gone = shortage_of(0.03, vacant=rest)
    after = workforce_path(2080, step=4, shortage=gone, vacant=rest, **law)
    assert after.vacancies[-1] / 8000 - rest == pytest.approx(0.03, abs=0.001)


@pytest.mark.parametrize("wrong", [-0.1, 1.1, np.nan])
def test_a_share_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="press"):
        bad_press(wrong)
    with pytest.raises(ValueError, match="missing"):
        shortage_of(wrong)

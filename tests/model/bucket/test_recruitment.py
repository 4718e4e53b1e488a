import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from lederlib.model import applicants, no_applicant, time_to_fill

SHARES = st.floats(0.01, 1)


def test_the_wait_is_that_of_simulated_rounds():
    rng = np.random.default_rng(4)
    rounds, open_ = np.zeros(20_000), np.ones(20_000, dtype=bool)
    while open_.any():
        rounds[open_] += 1
        open_[open_] = rng.poisson(4 * 0.2, open_.sum()) == 0
    got = time_to_fill(applicants_per_advert=4, acceptance=0.2, recruitment_weeks=6)
    assert got == pytest.approx(6 * rounds.mean(), rel=0.03)


@given(st.floats(-2, 2), SHARES, st.floats(0, 0.9))
def test_more_attraction_fills_sooner_but_never_within_a_round(eta, accept, shortage):
    today, better = time_to_fill([eta, eta + 0.5], acceptance=accept, shortage=shortage)
    assert today >= better >= 10


@given(st.floats(0, 0.9))
def test_a_shortage_is_undone_by_as_much_attraction(shortage):
    eta = -np.log(1 - shortage)
    assert time_to_fill(eta, shortage=shortage) == pytest.approx(time_to_fill(0))


def test_where_nobody_would_come_a_position_stays_vacant():
    assert time_to_fill(shortage=1) == time_to_fill(acceptance=0) == np.inf


@pytest.mark.parametrize("name", ["shortage", "acceptance"])
def test_a_share_outside_is_named(name):
    with pytest.raises(ValueError, match=f"{name} must lie between 0 and 1; got 2"):
        time_to_fill(**{name: 2})


@given(st.floats(-3, 3), st.floats(0.1, 30))
def test_the_risk_of_none_is_that_of_a_poisson_count(eta, mean):
    expected = applicants(eta, mean=mean)
    assert expected == pytest.approx(mean * np.exp(eta))
    assert no_applicant(eta, mean=mean) == pytest.approx(poisson.pmf(0, expected))


def test_more_attraction_brings_more_applicants_and_less_risk():
    eta = np.linspace(-1, 1, 5)
    assert (np.diff(applicants(eta, mean=5)) > 0).all()
    assert (np.diff(no_applicant(eta, mean=5)) < 0).all()


def test_a_negative_mean_is_refused():
    with pytest.raises(ValueError, match="mean must lie between 0"):
        applicants(0, mean=-1)

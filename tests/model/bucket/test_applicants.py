import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from lederlib.model import applicants, no_applicant


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

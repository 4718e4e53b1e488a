import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import FAMILIES, exit_ratio, retention

YEARS = [0, 0.5, 1, 2, 5, 10]


@pytest.mark.parametrize("family", FAMILIES)
@given(observed=st.floats(0.01, 0.9))
def test_after_one_year_the_observed_share_is_gone_in_every_family(family, observed):
    ratio = exit_ratio(observed)
    left = retention(YEARS, eta=-np.log(ratio), family=family)
    assert left[2] == pytest.approx(1 - observed, rel=1e-12)
    assert left == pytest.approx(retention(YEARS, family=family) ** ratio, rel=1e-12)


def test_what_staff_expect_is_no_change():
    assert exit_ratio([0.18, 0.2], gone_in_one_year=[0.18, 0.2]).tolist() == [1, 1]


@given(st.floats(0.01, 0.9), st.floats(0.01, 0.9))
def test_more_exits_are_a_larger_ratio(one, other):
    small, large = sorted((one, other))
    assert exit_ratio(small) <= exit_ratio(large)


@pytest.mark.parametrize("observed", [0, 1, -0.1, float("nan")])
def test_a_share_that_is_none_is_refused(observed):
    with pytest.raises(ValueError, match="observed must"):
        exit_ratio(observed)
    with pytest.raises(ValueError, match="gone_in_one_year must"):
        exit_ratio(0.2, gone_in_one_year=observed)

import numpy as np
import pytest
from scipy.stats import ncx2

from lederlib.measure.cfa.indices import (
    Misfit,
    cfi,
    p_value,
    rmsea,
    rmsea_interval,
    tli,
)


def test_a_perfect_fit_has_indices_of_one_and_no_error():
    fit = Misfit(chi2=10, df=10, base_chi2=100, base_df=15)
    assert cfi(fit) == 1
    assert tli(fit) == 1
    assert rmsea(10, 10, 200, 1) == 0


def test_no_degrees_of_freedom_leave_no_test():
    assert np.isnan(p_value(0, 0))
    assert rmsea(0, 0, 200, 1) == 0
    assert rmsea_interval(0, 0, 200, 1) == (0, 0)


def test_a_statistic_that_rounding_makes_negative_counts_as_zero():
    assert rmsea_interval(-1e-13, 8, 400, 1) == rmsea_interval(0, 8, 400, 1) == (0, 0)


def test_a_statistic_without_end_has_no_interval():
    assert np.isnan(rmsea_interval(np.inf, 7, 80, 2)).all()


def test_the_interval_ends_where_the_non_central_distribution_says():
    low, high = rmsea_interval(80, 40, 300, 1)
    for end, share in ((low, 0.95), (high, 0.05)):
        assert ncx2.cdf(80, 40, end**2 * 300 * 40) == pytest.approx(share, abs=1e-8)
    assert low < rmsea(80, 40, 300, 1) < high


def test_groups_multiply_the_error_by_their_root():
    assert rmsea(80, 40, 300, 4) == pytest.approx(2 * rmsea(80, 40, 300, 1))

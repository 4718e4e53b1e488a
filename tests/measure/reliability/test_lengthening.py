"""More items of the same kind: Spearman and Brown's law."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.measure import spearman_brown, times_needed
from lederlib.measure.reliability.coefficients import alpha_of

shares = st.floats(0.01, 0.99)


@given(shares, st.integers(2, 30))
def test_it_is_alpha_of_items_that_all_correlate_alike(correlation, items):
    table = np.full((items, items), correlation) + (1 - correlation) * np.eye(items)
    assert spearman_brown(correlation, times=items) == pytest.approx(alpha_of(table))


@given(shares, shares)
def test_the_length_needed_leads_to_what_was_wanted(today, wanted):
    times = times_needed(today, wanted=wanted)
    assert spearman_brown(today, times=times) == pytest.approx(wanted)


@given(shares, st.floats(0.1, 10), st.floats(0.1, 10))
def test_lengthening_twice_is_lengthening_once(today, first, second):
    stepwise = spearman_brown(spearman_brown(today, times=first), times=second)
    assert stepwise == pytest.approx(spearman_brown(today, times=first * second))


def test_bounds_are_told():
    with pytest.raises(ValueError, match="reliability must lie between 0 and 1"):
        spearman_brown(1.1, times=2)
    with pytest.raises(ValueError, match="times must lie between"):
        spearman_brown(0.5, times=0)
    with pytest.raises(ValueError, match="wanted must lie between"):
        times_needed(0.5, wanted=1)

import numpy as np
import pytest

from lederlib.model import never_meet, weeks_to_meet_all


def test_up_to_two_home_days_every_pair_meets_and_on_the_third_30_percent_do_not():
    risks = never_meet(5, anchor=0, home=np.arange(6))
    assert risks == pytest.approx([0, 0, 0, 0.3, 0.8, 1])
    assert not never_meet(5, anchor=1, home=[2, 3, 4]).any()


def test_a_newcomers_wait_is_that_of_the_slowest_colleague():
    rng = np.random.default_rng(3)
    waits = rng.geometric(0.7, size=(200_000, 11)).max(axis=1)
    weeks_needed = weeks_to_meet_all(5, anchor=0, home=3, team=12)
    assert weeks_needed == pytest.approx(waits.mean(), abs=0.02)
    assert weeks_needed == pytest.approx(3.0, abs=0.05)


def test_where_nobody_is_at_work_the_newcomer_waits_for_ever():
    waits = weeks_to_meet_all(5, anchor=[0, 1, 0], home=[5, 4, 2], team=12)
    assert waits.tolist() == [np.inf, 1, 1]

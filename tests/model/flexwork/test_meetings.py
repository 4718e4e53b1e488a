import numpy as np
import pytest

from lederlib.model import never_meet


def test_up_to_two_home_days_every_pair_meets_and_on_the_third_30_percent_do_not():
    risks = never_meet(5, anchor=0, home=np.arange(6))
    assert risks == pytest.approx([0, 0, 0, 0.3, 0.8, 1])
    assert not never_meet(5, anchor=1, home=[2, 3, 4]).any()

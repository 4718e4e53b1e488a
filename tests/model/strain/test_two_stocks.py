import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from lederlib.model import two_stock_path

SHARES = st.floats(0, 1)


def adaptive(load, resources, reverse, weeks):
    def push(_, stocks):
        f, e = stocks
        fast = 0.8 * load * (1 + reverse * e) * (1 - f) - 2 * resources * f
        slow = 0.06 * f * (1 - e) - 0.1 * resources * e / (1 + (e / 0.45) ** 4)
        return fast, slow

    weekly = np.arange(weeks + 1)
    return solve_ivp(push, (0, weeks), (0.3, 0.25), t_eval=weekly, rtol=1e-9).y


@pytest.mark.parametrize("load", [0.3, 0.8, 1.2, 2.0])
@pytest.mark.parametrize("reverse", [0, 0.7])
def test_both_stocks_agree_with_an_adaptive_solver(load, reverse):
    path = two_stock_path(load, 0.6, weeks=104, reverse=reverse)
    fatigue, exhaustion = adaptive(load, 0.6, reverse, 104)
    assert np.abs(path.fatigue - fatigue).max() < 0.003
    assert np.abs(path.exhaustion - exhaustion).max() < 0.001


@given(
    st.floats(0, 5),
    st.floats(0, 5),
    st.fixed_dictionaries(
        {
            "fatigue": SHARES,
            "exhaustion": SHARES,
            "fatigue_weight": SHARES,
            "reverse": st.floats(0, 5),
        }
    ),
)
def test_both_stocks_and_what_is_felt_stay_within_0_and_1(load, resources, options):
    path = two_stock_path(load, resources, weeks=4, steps_per_week=1, **options)
    for stock in (path.fatigue, path.exhaustion, path.strain):
        assert ((stock >= 0) & (stock <= 1)).all()
    low = np.minimum(path.fatigue, path.exhaustion)
    high = np.maximum(path.fatigue, path.exhaustion)
    assert ((path.strain >= low - 1e-12) & (path.strain <= high + 1e-12)).all()


def test_a_holiday_is_gone_in_three_weeks_while_exhaustion_stays_for_months():
    load = np.r_[np.full(104, 1.0), np.zeros(3), np.full(26, 1.0)]
    path = two_stock_path(load, np.full(133, 0.6), weeks=133, by_week=True)
    before, back, later = path.fatigue[[104, 107, 110]]
    assert back < 0.1 * before
    assert later > 0.95 * before
    eased = path.exhaustion[104] - path.exhaustion[107]
    assert 0 < eased < 0.3 * path.exhaustion[104]


@given(st.floats(0, 2), st.floats(0.1, 2), st.sampled_from([2, 3]))
def test_faster_rates_in_less_time_are_the_same_path(load, resources, c):
    rates = {
        "fatigue_drain": 0.8,
        "fatigue_recovery": 2.0,
        "exhaustion_drain": 0.06,
        "exhaustion_recovery": 0.1,
    }
    slow = two_stock_path(load, resources, weeks=3, **rates)
    faster = {name: c * each for name, each in rates.items()}
    fast = two_stock_path(load, resources, weeks=1, steps_per_week=7 * c, **faster)
    assert fast.strain[1] == pytest.approx(slow.strain[c], abs=1e-12)


def test_shapes_broadcast_behind_time():
    path = two_stock_path(np.ones((4, 1)), np.ones(3), weeks=2, fatigue_weight=0.2)
    assert path.strain.shape == path.fatigue.shape == (3, 4, 3)


@pytest.mark.parametrize("name", ["fatigue", "exhaustion", "fatigue_weight"])
def test_a_share_outside_is_named(name):
    with pytest.raises(ValueError, match=f"{name} must lie between 0 and 1; got 2"):
        two_stock_path(0.5, 0.5, **{name: 2})

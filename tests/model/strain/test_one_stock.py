import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from lederlib.model import folds, leadership_quality, rest_points, strain_path

TIP, RECOVER = (float(ratio) for ratio in folds())
LOADS, SHARES = st.floats(0, 3), st.floats(0, 1)


def adaptive(load, resources, start, weeks, *, drain=0.075, recovery=0.25, reverse=0):
    """Return the strain of many leaders at the end of each week, by scipy's solver."""

    def push(_, s):
        felt = drain * load * (1 + reverse * s)
        return felt * (1 - s) - recovery * resources * s / (1 + (s / 0.45) ** 4)

    return solve_ivp(
        push,
        (0, weeks),
        np.broadcast_to(start, np.shape(load)),
        t_eval=np.arange(weeks + 1),
        method="DOP853",
        rtol=1e-10,
        atol=1e-12,
    ).y.T


@pytest.mark.parametrize(
    ("recovery", "limit"), [(0.15, 1e-4), (0.45, 1e-4), (1.2, 0.002)]
)
@pytest.mark.parametrize("start", [0.0, 0.25, 0.95])
def test_daily_steps_agree_with_an_adaptive_solver_folds_included(
    recovery, limit, start
):
    off = np.array([1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2])
    near = np.r_[1 - off, 1, 1 + off]
    ratios = np.r_[0.05, 0.2, 0.3, RECOVER * near, TIP * near, 0.8, 2.0, 8.0]
    load = ratios * recovery / 0.075
    exact = adaptive(load, 1.0, start, 156, recovery=recovery)
    ours = strain_path(load, 1, start=start, weeks=156, recovery=recovery)
    assert np.abs(ours.strain - exact).max() < limit


def test_strain_that_adds_to_load_agrees_with_an_adaptive_solver():
    load = np.linspace(0.1, 2, 12)
    exact = adaptive(load, 1.0, 0.2, 104, reverse=0.8)
    ours = strain_path(load, 1, start=0.2, weeks=104, reverse=0.8)
    assert np.abs(ours.strain - exact).max() < 0.001


def test_steps_half_as_long_come_more_than_eight_times_closer():
    load = np.linspace(0.5, 2, 7)
    exact = adaptive(load, 1.0, 0.2, 40, recovery=1)
    coarse, fine = (
        strain_path(load, 1, start=0.2, weeks=40, recovery=1, steps_per_week=n).strain
        for n in (1, 2)
    )
    assert np.abs(fine - exact).max() < np.abs(coarse - exact).max() / 8


@given(
    LOADS,
    LOADS,
    st.fixed_dictionaries(
        {
            "start": SHARES,
            "recovery": st.floats(0, 100),
            "tipping": st.booleans(),
            "reverse": st.floats(0, 5),
        }
    ),
)
def test_strain_stays_within_0_and_1_however_long_the_step(load, resources, options):
    path = strain_path(load, resources, weeks=5, steps_per_week=1, **options)
    assert ((path.strain >= 0) & (path.strain <= 1)).all()
    assert path.strain[0] == options["start"]


@given(LOADS, LOADS, SHARES, st.sampled_from([2, 3, 6]), st.booleans())
def test_more_of_both_in_less_time_is_the_same_path(load, resources, start, c, tips):
    same = {"start": start, "tipping": tips}
    slow = strain_path(load, resources, weeks=6, **same)
    fast = strain_path(c * load, c * resources, weeks=1, steps_per_week=7 * c, **same)
    assert fast.strain[1] == pytest.approx(slow.strain[c], abs=1e-12)


@given(st.floats(0.5, 3), SHARES, st.booleans())
def test_strain_fades_without_load_and_fills_without_resources(amount, start, tips):
    long = {"start": start, "weeks": 200, "steps_per_week": 1, "tipping": tips}
    assert strain_path(0, amount, recovery=1, **long).strain[-1] < 0.02
    assert strain_path(amount, 0, drain=1, **long).strain[-1] > 0.98


def test_where_nothing_acts_strain_stays():
    assert strain_path(0, 0, start=0.3, weeks=3).strain.tolist() == [0.3] * 4


@given(st.floats(0.6, 0.95), st.floats(0.1, 2))
def test_from_the_largest_half_point_on_all_starts_meet(half, load):
    ends = strain_path(
        load, 1, start=[0, 0.5, 1], half_point=half, weeks=2_000, steps_per_week=1
    ).strain[-1]
    assert ends == pytest.approx(rest_points(load, 1, half_point=half)[0], abs=1e-6)


@pytest.mark.parametrize("start", [0.0, 0.5, 0.7, 1.0])
def test_a_path_ends_at_one_of_the_rest_points(start):
    end = strain_path(0.6, 0.5, start=start, weeks=600).strain[-1]
    calm, ridge, strained = rest_points(0.6, 0.5)
    assert end == pytest.approx(calm if start < ridge else strained, abs=1e-4)


def test_a_leader_just_above_the_fold_tips_and_comes_back_only_below_the_other():
    ratio = np.array([TIP - 0.004, TIP + 0.004, RECOVER + 0.004, RECOVER - 0.004])
    start = [0.1, 0.1, 0.95, 0.95]
    end = strain_path(ratio / 0.3, 1, start=start, weeks=1500).strain[-1]
    assert (end > 0.5).tolist() == [False, True, True, False]


def test_without_the_tipping_term_strain_is_a_plain_balance():
    end = strain_path(1.2, 0.6, tipping=False, weeks=500).strain[-1]
    wear, mend = 0.075 * 1.2, 0.25 * 0.6
    assert end == pytest.approx(wear / (wear + mend), abs=1e-9)


def test_the_switch_can_differ_from_draw_to_draw():
    both = strain_path(1.5, 0.6, tipping=[0, 1], weeks=30).strain
    alone = [strain_path(1.5, 0.6, tipping=t, weeks=30).strain for t in (False, True)]
    assert pytest.approx(np.array(alone), abs=1e-14) == both.T


@given(LOADS, SHARES, st.floats(0, 2), st.floats(0, 2))
def test_more_load_or_more_of_the_reverse_path_never_calms(load, start, more, reverse):
    paths = strain_path(
        [load, load + more, load], 0.5, start=start, weeks=20, reverse=[0, 0, reverse]
    ).strain
    assert (paths[:, 1:] >= paths[:, :1] - 1e-12).all()


def test_a_holiday_counts_in_its_own_weeks():
    load = np.r_[np.full(20, 0.8), np.zeros(3), np.full(20, 0.8)]
    path = strain_path(load, np.full(43, 0.6), weeks=43, by_week=True)
    before = strain_path(0.8, 0.6, weeks=20)
    away = strain_path(0, 0.6, start=before.strain[-1], weeks=3)
    assert path.strain[:21] == pytest.approx(before.strain, abs=1e-14)
    assert path.strain[20:24] == pytest.approx(away.strain, abs=1e-14)
    assert path.weeks.tolist() == list(range(44))


def test_time_comes_first_and_draws_broadcast_behind():
    rows = np.full((4, 3), 0.6)
    assert strain_path(np.ones((5, 1)), np.ones(3), weeks=4).strain.shape == (5, 5, 3)
    by_week = strain_path(rows, rows, weeks=4, start=[[0.1], [0.2]], by_week=True)
    assert by_week.strain.shape == (5, 2, 3)
    scalar_rows = strain_path(
        rows[:, 0], rows[:, 0], weeks=4, start=[0.1, 0.2], by_week=True
    )
    assert scalar_rows.strain == pytest.approx(by_week.strain[:, :, 0])


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"start": 1.2}, "start must lie between 0 and 1; got 1.2"),
        ({"load": float("nan")}, "load must lie between"),
        ({"drain": -1}, "drain must lie between"),
        ({"tipping": 0.5}, "tipping must be a whole number"),
        ({"weeks": 0}, "weeks must lie between 1 and 5200"),
        ({"steps_per_week": 2.5}, "steps_per_week must be a whole number"),
        ({"by_week": True}, "one row for each of the 52 weeks; got a single number"),
        ({"load": [1, 2], "by_week": True}, "the 52 weeks; got 2 rows"),
        ({"weeks": 5000, "start": np.zeros(200_000)}, "fit into 4 GB"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, message):
    with pytest.raises(ValueError, match=message):
        strain_path(**({"load": 0.5, "resources": 0.5} | wrong))


@given(SHARES, SHARES, SHARES)
def test_more_strain_never_leads_better(quality, calm, more):
    led = leadership_quality([min(calm, more), max(calm, more)], quality=quality)
    assert led[0] >= led[1]
    assert ((led >= 0) & (led <= 1)).all()


def test_at_the_reference_leadership_is_as_rated():
    assert leadership_quality(0.4, quality=0.7, strain_reference=0.4) == 0.7

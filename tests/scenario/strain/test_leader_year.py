import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.model import (
    folds,
    leadership_quality,
    strain_path,
    two_stock_path,
    wish_to_leave,
)
from lederlib.scenario import calendar_weeks, leader_year, season
from lederlib.scenario.strain.leader_year import EVEN
from lederlib.scenario.strain.rest_curve import one_stock_curve, two_stock_curve
from lederlib.scenario.strain.season import BUDGET_WEEKS, HOLIDAY_ORDER
from lederlib.scenario.worlds import draw_worlds

FEW = {"draws": 30}
ONE = {
    "drain": 0.075,
    "recovery": 0.25,
    "half_point": 0.45,
    "power": 4,
    "tipping": True,
    "reverse": 0.0,
}
TWO = {
    "fatigue_drain": 0.8,
    "fatigue_recovery": 2.0,
    "exhaustion_drain": 0.06,
    "exhaustion_recovery": 0.1,
    "fatigue_weight": 0.5,
    "half_point": 0.45,
    "power": 4,
    "tipping": True,
    "reverse": 0.3,
}


def test_the_middle_is_the_model_at_the_ledgers_values():
    year = leader_year(load=1.2, budget=0.8, holidays=4, reverse=0.5, **FEW)
    load = season(load=EVEN * 1.2, budget=0.8, holidays=4)
    exact = strain_path(load, np.full(52, EVEN), by_week=True, reverse=0.5)
    assert year.strain == pytest.approx(exact.strain, abs=0.001)


def test_two_stocks_agree_with_daily_steps():
    year = leader_year(stocks="two", load=1.6, start=0.4, **FEW)
    load = season(load=EVEN * 1.6)
    tired = 0.8 * load[0] / (0.8 * load[0] + 2 * EVEN)
    exact = two_stock_path(
        load, np.full(52, EVEN), by_week=True, fatigue=tired, exhaustion=0.4
    )
    assert year.strain == pytest.approx(exact.strain, abs=0.001)


def test_between_the_edges_the_past_decides():
    calm, worn = (
        leader_year(load=1.2, budget=0, holidays=0, start=start, **FEW)
        for start in (0.25, 0.85)
    )
    assert calm.curve.recover < 1.2 < calm.curve.tip
    assert calm.strain[-1] < 0.35
    assert worn.strain[-1] > 0.7


def test_without_the_edge_the_past_is_forgotten():
    ends = [
        leader_year(load=1.2, budget=0, start=s, tipping=False, **FEW).strain[-1]
        for s in (0.25, 0.85)
    ]
    assert ends[0] == pytest.approx(ends[1], abs=0.01)


def test_a_budget_season_can_tip_a_leader_whom_every_day_would_not():
    calm, tipped = (leader_year(load=1.3, budget=b, **FEW) for b in (0.3, 1.0))
    assert calm.strain[-5] < 0.45 < tipped.strain[-5]


@settings(max_examples=15, deadline=None)
@given(st.floats(0.6, 1.6), st.floats(0, 1), st.booleans())
def test_more_load_never_calms_and_quantiles_are_in_order(load, budget, two):
    stocks = "two" if two else "one"
    less, more = (
        leader_year(load=x, budget=budget, stocks=stocks, **FEW)
        for x in (load, load + 0.2)
    )
    assert (more.strain >= less.strain - 1e-9).all()
    assert (more.fan >= less.fan - 1e-9).all()
    assert (np.diff(less.fan, axis=0) >= 0).all()
    assert more.quality[0] <= less.quality[0] + 1e-9
    assert less.quality[1] <= less.quality[2]


def test_the_recovery_lever_is_a_multiple_of_the_ledger():
    fast = leader_year(recovery=2, **FEW)
    book = ledger().replace("recovery", value=0.5, source="own count")
    assert leader_year(ledger=book, **FEW).strain == pytest.approx(fast.strain)
    assert fast.curve.tip == pytest.approx(2 * 1.3724, abs=1e-3)


def test_a_year_can_be_made_again():
    first, again = leader_year(rng=5, **FEW), leader_year(rng=5, **FEW)
    assert (first.fan == again.fan).all()
    assert (first.stamp.seed, first.stamp.draws) == (5, 30)
    assert first.stamp.fingerprint == ledger().fingerprint


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"load": -1}, "load must lie between 0 and 5; got -1"),
        ({"resources": 0}, "resources must lie between 0.05 and 5; got 0"),
        ({"start": 2}, "start must lie between 0 and 1; got 2"),
        (
            {"start": float("nan"), "stocks": "two"},
            "start must lie between 0 and 1; got nan",
        ),
        ({"recovery": "fast"}, "recovery must be a number"),
        ({"half_point": 0}, "half_point must lie between 0.01 and 10; got 0"),
        ({"reverse": 11}, "reverse must lie between 0 and 10; got 11"),
        ({"tipping": 2}, "tipping must lie between 0 and 1; got 2"),
        ({"stocks": "three"}, "stocks must be one of one, two"),
        ({"draws": 1e9}, "draws must lie between 2 and 20000; got 1e"),
        ({"holidays": 9}, "holidays must lie between 0 and 6; got 9"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        leader_year(**wrong)


def test_a_year_runs_from_week_31_through_every_week_once():
    weeks = calendar_weeks()
    assert (weeks[0], weeks[-1]) == (31, 30)
    assert sorted(weeks) == list(range(1, 53))


@given(st.floats(0.01, 3), st.floats(0, 2), st.integers(0, 6), st.floats(0, 1))
def test_a_week_is_everyday_budget_or_holiday(load, budget, holidays, rest):
    year = season(load=load, budget=budget, holidays=holidays, holiday_load=rest)
    weeks = calendar_weeks()
    away = np.isin(weeks, HOLIDAY_ORDER[:holidays])
    busy = np.isin(weeks, BUDGET_WEEKS)
    assert away.sum() == holidays
    assert year[away] == pytest.approx(load * rest)
    assert year[busy] == pytest.approx(load * (1 + budget))
    assert year[~away & ~busy] == pytest.approx(load)


def test_draws_stand_behind_the_weeks():
    year = season(load=np.ones((3, 1)), holiday_load=[0.1, 0.2])
    assert year.shape == (52, 3, 2)


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"holidays": 7}, "holidays must lie between 0 and 6; got 7"),
        ({"holidays": 1.5}, "holidays must be a whole number"),
        ({"budget": -0.1}, "budget must lie between 0 and 10"),
        ({"load": float("nan")}, "load must lie between 0 and 100; got nan"),
        ({"holiday_load": 2}, "holiday_load must lie between 0 and 1; got 2"),
    ],
)
def test_a_bad_season_gets_one_sentence(given_, words):
    with pytest.raises(ValueError, match=words):
        season(**given_)


def test_the_edges_of_an_even_scale_lie_37_and_13_percent_up():
    curve = one_stock_curve(ONE)
    assert [curve.tip, curve.recover] == pytest.approx([1.3724, 1.1339], abs=5e-5)
    assert 0.3 * curve.tip == pytest.approx(float(folds().tip))


@settings(max_examples=20, deadline=None)
@given(st.floats(0.1, 2), st.floats(0, 1), st.floats(0.3, 0.5))
def test_the_branches_turn_at_the_edges(recovery, reverse, half):
    numbers = ONE | {"recovery": recovery, "reverse": reverse, "half_point": half}
    curve = one_stock_curve(numbers)
    calm, ridge, strained = (curve.ratio[curve.branch == b] for b in range(3))
    assert calm.max() == pytest.approx(curve.tip, rel=0.01)
    assert strained.min() == pytest.approx(curve.recover, rel=0.01)
    assert (np.diff(ridge) < 0).all()


@pytest.mark.parametrize("numbers", [ONE | {"tipping": False}, ONE | {"power": 2}])
def test_without_an_edge_there_is_one_branch(numbers):
    curve = one_stock_curve(numbers)
    assert np.isnan([curve.tip, curve.recover]).all()
    assert set(curve.branch) == {0}


@pytest.mark.parametrize("place", [60, 80, 190])
def test_strain_stays_where_the_curve_says(place):
    curve = one_stock_curve(ONE)
    load, rest = curve.ratio[place] * 0.6, curve.strain[place]
    end = strain_path(load, 0.6, start=rest, weeks=52).strain[-1]
    assert end == pytest.approx(rest, abs=1e-9)


@pytest.mark.parametrize("start", [0.0, 0.9])
def test_two_stocks_come_to_rest_on_their_curve(start):
    curve = two_stock_curve(TWO, 0.6)
    load = 0.3
    path = two_stock_path(
        load, 0.6, exhaustion=start, weeks=1500, steps_per_week=1, **TWO
    )
    calm = curve.branch == 0
    rest = np.interp(load / 0.6, curve.ratio[calm], curve.strain[calm])
    assert path.strain[-1] == pytest.approx(rest, abs=1e-3)


def test_two_stocks_need_not_have_an_edge_within_reach():
    curve = two_stock_curve(TWO | {"exhaustion_drain": 0.02}, 1.0)
    assert np.isinf(curve.tip)
    assert np.isfinite(curve.ratio).all()


def test_the_fan_and_the_quality_are_quantiles_of_the_worlds():
    year = leader_year(load=1.2, tipping=True, rng=4, **FEW)
    drawn = draw_worlds(ledger(), seed=4, draws=30).quantities
    load = season(
        load=EVEN * 1.2, budget=0.5, holidays=3, holiday_load=drawn["holiday_load"]
    )
    paths = strain_path(
        load,
        np.full_like(load, EVEN),
        by_week=True,
        steps_per_week=1,
        start=0.25,
        drain=drawn["drain"],
        power=drawn["tipping_power"],
    ).strain
    fan = np.quantile(paths, [0.05, 0.25, 0.5, 0.75, 0.95], axis=1)
    np.testing.assert_allclose(year.fan, fan)
    normal = ledger()["strain_reference"].value
    able = leadership_quality(
        paths[-1],
        leadership_reach=drawn["leadership_reach"],
        strain_reference=normal,
    )
    leaving = {key: drawn[key] for key in ("leader_turnover", "strain_to_quits")}
    wish, usual = (wish_to_leave(at, **leaving) for at in (paths[-1], normal))
    led = np.clip(able - drawn["wish_to_leadership"] * (wish - usual), 0, 1)
    np.testing.assert_allclose(year.wish[1:], np.quantile(wish, [0.05, 0.95]))
    reached = np.exp(drawn["leadership_to_results"] * (led - 0.5))
    np.testing.assert_allclose(year.results[1:], np.quantile(reached, [0.05, 0.95]))
    np.testing.assert_allclose(year.quality[1:], np.quantile(led, [0.05, 0.95]))


def test_a_wish_without_effect_leaves_leadership_to_strain_alone():
    book = ledger().replace("wish_to_leadership", value=0.0, source="none")
    year = leader_year(load=1.4, ledger=book, **FEW)
    led = leadership_quality(year.strain[-1])
    assert year.quality[0] == led


def test_one_foot_out_costs_leadership_and_results_only_once_strain_is_up():
    calm, worn = (leader_year(load=load, start=0.25, **FEW) for load in (1.0, 1.6))
    without = leadership_quality(worn.strain[-1])
    assert worn.quality[0] < without
    assert worn.wish[0] > calm.wish[0]
    assert worn.results[0] < min(1, calm.results[0])

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.model import strain_path, two_stock_path
from lederlib.scenario import leader_year, season
from lederlib.scenario.strain.year import EVEN

FEW = {"draws": 30}


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
    assert (first.seed, first.draws) == (5, 30)
    assert first.fingerprint == ledger().fingerprint


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

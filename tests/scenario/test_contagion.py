import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.model import crossover, mean_field
from lederlib.scenario import contagion, contagion_worlds
from lederlib.scenario.contagion import near_the_mean
from lederlib.scenario.teams import (
    USUAL_SPAN,
    leader_loads,
    mean_leader_load,
    team_sizes,
)
from lederlib.scenario.worlds import draw_worlds

SMALL = {"employees": 900, "weeks": 60, "draws": 5}
APART = {"load_coupling": 0, "recovery_coupling": 0, "team_feedback": 0}


def test_the_population_is_crossover_with_the_ledgers_numbers():
    found = contagion(span=30, unequal=0.6, rng=4, **SMALL)
    sizes = team_sizes(900, span=30, unequal=0.6, rng=4)
    loads = leader_loads(sizes, load=1.1, span_to_load=0.3, rng=4)
    path = crossover(
        team_sizes=sizes,
        leader_load=loads,
        leader_load_spread=0,
        weeks=60,
        rng=4,
    )
    assert (found.leader_strain == path.leader_strain).all()
    assert (found.strain == path.strain).all()
    assert found.quits == path.quits[-52:].sum() / 900


def test_the_average_pair_has_the_mean_loads_of_the_population():
    found = contagion(**SMALL)
    alone = mean_field(leader_load=found.leader_load.mean(), weeks=60)
    assert found.average_leader == pytest.approx(alone.leader_strain)
    assert found.average_employee == pytest.approx(alone.employee_strain)
    low, high = found.average_range
    assert low <= high


def test_the_tipping_switch_decides_whether_an_average_leader_exists():
    on, off = (contagion(tipping=tipping) for tipping in (True, False))
    assert on.near < 0.5
    assert off.near > 0.9
    assert on.employee_mean[-1] - on.average_employee[-1] > 0.05
    assert off.employee_mean[-1] - off.average_employee[-1] == pytest.approx(
        0, abs=0.01
    )


def test_without_coupling_leaders_differ_and_employees_do_not_notice():
    calm, hard = (contagion(leader_load=load, **APART, **SMALL) for load in (0.5, 1.6))
    assert hard.leader_mean[-1] > calm.leader_mean[-1] + 0.1
    assert (hard.strain == calm.strain).all()


def test_a_shock_to_the_leaders_reaches_the_teams_and_the_average_pair():
    quarter = np.where(np.arange(60) < 13, 1.5, 1.0)
    calm, shock = (contagion(leader_load_path=p, **SMALL) for p in (None, quarter))
    for name in ("leader_mean", "employee_mean", "average_leader", "average_employee"):
        assert (getattr(shock, name)[2:] > getattr(calm, name)[2:]).all(), name
    with pytest.raises(ValueError, match="leader_load_path must be one number for"):
        contagion(leader_load_path=quarter[1:], **SMALL)


def test_more_coupling_reaches_more_employees():
    ends = [
        contagion(load_coupling=c, leader_load=1.5, **SMALL).employee_mean[-1]
        for c in (0.0, 0.6, 1.2)
    ]
    assert (np.diff(ends) > 0).all()


def test_a_larger_span_leaves_fewer_leaders_with_more_to_carry():
    few, many = (contagion(span=span, **SMALL) for span in (60, 15))
    assert few.leader_load.size < many.leader_load.size
    assert few.leader_load.mean() > many.leader_load.mean()
    free = ledger().replace("span_to_load", value=0, source="own guess")
    few, many = (contagion(span=span, ledger=free, **SMALL) for span in (60, 15))
    assert few.leader_load.mean() == pytest.approx(many.leader_load.mean(), rel=0.15)


def test_single_precision_agrees():
    double, single = (
        contagion(precision=kind, **SMALL) for kind in ("float64", "float32")
    )
    assert single.leader_mean == pytest.approx(double.leader_mean, abs=2e-3)
    assert single.strain.dtype == np.float64


def test_a_run_can_be_made_again():
    first, again = contagion(rng=3, **SMALL), contagion(rng=3, **SMALL)
    assert (first.strain == again.strain).all()
    assert (first.stamp.seed, first.stamp.draws) == (3, 5)
    assert first.stamp.fingerprint == ledger().fingerprint


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_a_share_near_the_mean_is_a_share(strain):
    assert 0 <= near_the_mean(np.array(strain)) <= 1


def test_without_the_edge_the_average_leader_exists_in_every_world():
    table = contagion_worlds(tipping=False, draws=8)
    assert len(table) == 8
    assert table["gap"].abs().max() < 0.02
    assert table["near"].min() > 0.6


def test_worlds_can_be_made_again():
    first, again = (contagion_worlds(draws=2, weeks=10, rng=5) for _ in range(2))
    assert first.equals(again)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"weeks": 51}, "weeks must lie between 52 and 5200; got 51"),
        ({"draws": 1e9}, "draws must lie between 2 and 2000; got 1e"),
        ({"load": -1}, "load must lie between 0 and 50; got -1"),
        ({"leader_load": "much"}, "load must be a number"),
        ({"load_coupling": 11}, "load_coupling must lie between 0 and 10; got 11"),
        ({"tipping": 1}, "tipping must be True or False; got 1"),
        ({"precision": "float16"}, "precision must be one of float64, float32"),
        ({"rng": -2}, "rng must be a generator or a seed"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        contagion(**SMALL | wrong)


@pytest.mark.parametrize("load", [[], [1.0, 1.2, 0.9]])
def test_the_leaders_load_is_one_number(load):
    with pytest.raises(ValueError, match="load must be one number; got"):
        contagion(leader_load=load, employees=1000, weeks=52)


def test_the_average_leaders_range_is_that_of_the_worlds():
    found = contagion(rng=4, tipping=True, **{**SMALL, "draws": 30})
    drawn = draw_worlds(ledger(), seed=4, draws=30).quantities
    pair = mean_field(
        leader_load=mean_leader_load(
            found.team_sizes,
            load=1.1,
            span_to_load=drawn["span_to_load"],
            best_span=np.where(drawn["span_structure"], drawn["best_span"], 1),
            rng=4,
        ),
        weeks=60,
        drain=drawn["drain"],
        recovery=drawn["recovery"],
        half_point=drawn["half_point"],
        power=drawn["tipping_power"],
        strain_reference=drawn["strain_reference"],
    )
    ends = np.quantile(pair.leader_strain[-1], [0.05, 0.95])
    np.testing.assert_allclose(found.average_range, ends)


@given(st.integers(1, 3000), st.floats(1, 200), st.floats(0, 2), st.integers(0, 100))
def test_everyone_has_a_leader_and_every_leader_somebody(people, span, unequal, seed):
    sizes = team_sizes(people, span=span, unequal=unequal, rng=seed)
    assert sizes.sum() == people
    assert sizes.min() >= 1
    assert sizes.size == max(round(people / span), 1)


def test_equal_teams_differ_by_one_at_most():
    sizes = team_sizes(8000, span=USUAL_SPAN)
    assert sizes.size == 280
    assert np.ptp(sizes) <= 1


def test_teams_spread_as_asked():
    sizes = team_sizes(80_000, span=100, unequal=0.5, rng=3)
    assert np.log(sizes).std() == pytest.approx(0.5, abs=0.02)


def test_the_same_leaders_carry_more_when_they_lead_more():
    small, large = (
        leader_loads(np.full(50, size), load=1.1, span_to_load=0.3) for size in (20, 40)
    )
    assert large / small == pytest.approx(2**0.3)


@given(st.floats(0, 3), st.integers(0, 50))
def test_at_the_usual_span_loads_lie_around_the_mean(load, seed):
    sizes = np.full(400, USUAL_SPAN)
    carried = leader_loads(sizes, load=load, span_to_load=0.6, rng=seed)
    assert carried.mean() == pytest.approx(load, rel=0.06)
    assert (np.abs(carried - load) <= load * 5 / 11 + 1e-12).all()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"employees": 0}, "employees must lie between 1 and 100000; got 0"),
        ({"employees": 1e9}, "employees must lie between"),
        ({"span": 0.5}, "span must lie between 1 and 1000; got 0.5"),
        ({"unequal": float("nan")}, "unequal must lie between 0 and 2; got nan"),
    ],
)
def test_bad_teams_get_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        team_sizes(**{"employees": 100, "span": 10} | wrong)

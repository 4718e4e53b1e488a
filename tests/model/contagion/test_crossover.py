import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import crossover, mean_field, newcomer_retention, retention

ALIKE = {"load_spread": 0.0, "leader_load_spread": 0.0, "turnover": False}
SMALL = {"leaders": 12, "employees": 200, "weeks": 60}
UNCOUPLED = {"load_coupling": 0.0, "team_feedback": 0.0}
# The figures of the design page: frailty .9 and a hazard of .1985 a year.
DESIGNED = {"gone_in_one_year": 0.16693, "gone_in_five_years": 0.50797}
WORLDS = st.fixed_dictionaries(
    {
        "load": st.floats(0, 3),
        "leader_load": st.floats(0, 3),
        "resources": st.floats(0, 3),
        "leader_resources": st.floats(0, 3),
        "load_coupling": st.floats(0, 3),
        "recovery_coupling": st.none() | st.floats(0, 3),
        "team_feedback": st.floats(0, 3),
        "drain": st.floats(0, 1),
        "recovery": st.floats(0, 2),
        "half_point": st.floats(0.05, 2),
        "power": st.sampled_from([1, 2.5, 4, 20]),
        "tipping": st.booleans(),
        "start": st.floats(0, 1),
        "steps_per_week": st.sampled_from([1, 7]),
        "weeks": st.just(30),
    }
)


@given(WORLDS, st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_people_who_are_alike_follow_the_mean_field(world, sizes):
    path = crossover(team_sizes=sizes, **ALIKE, **world)
    mean = mean_field(**world)
    assert path.employee_mean == pytest.approx(mean.employee_strain, abs=1e-12)
    assert path.leader_mean == pytest.approx(mean.leader_strain, abs=1e-12)
    assert path.team_strain == pytest.approx(
        np.tile(mean.employee_strain[:, None], len(sizes)), abs=1e-12
    )


@given(WORLDS, st.sampled_from(["float64", "float32"]), st.floats(-5, 5))
def test_strain_stays_within_bounds_and_positions_filled(world, precision, eta):
    path = crossover(
        team_sizes=[3, 1, 20],
        precision=precision,
        eta=eta,
        load_spread=0,
        leader_load_spread=0,
        **world,
    )
    for strain in (path.leader_strain, path.team_strain, path.strain):
        assert ((strain >= 0) & (strain <= 1 + 1e-6)).all()
    assert path.team_sizes.sum() == path.strain.size == 24
    gone = path.stayers[0] - path.stayers[1:]
    assert (np.diff(path.stayers) <= 0).all()
    assert (gone <= path.quits.cumsum()).all()
    assert (path.quits <= 24 * world["steps_per_week"]).all()


@pytest.mark.parametrize("name", ["load", "leader_load", "start", "team_feedback"])
def test_draws_of_one_input_alone_reach_both_means(name):
    values = np.array([0.2, 0.5, 1.0])
    path = mean_field(weeks=20, **{name: values})
    assert path.leader_strain.shape == path.employee_strain.shape == (21, 3)
    alone = [mean_field(weeks=20, **{name: value}) for value in values]
    for place, one in enumerate(alone):
        assert path.leader_strain[:, place] == pytest.approx(one.leader_strain)
        assert path.employee_strain[:, place] == pytest.approx(one.employee_strain)


@pytest.mark.parametrize("precision", ["float64", "float32"])
def test_a_whole_municipality_needs_less_than_50_megabytes(precision):
    tracemalloc.start()
    crossover(precision=precision)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50e6


def test_positions_are_conserved_and_team_means_add_up():
    path = crossover(team_sizes=[1, 5, 40, 14], weeks=80, eta=-2)
    assert path.strain.size == path.team_sizes.sum() == path.stayers[0] == 60
    assert path.quits.sum() > 60
    ends = np.split(path.strain, np.cumsum(path.team_sizes)[:-1])
    assert path.team_strain[-1] == pytest.approx([end.mean() for end in ends])
    assert path.employee_mean[-1] == pytest.approx(path.strain.mean())


def test_without_coupling_the_leaders_load_has_exactly_no_effect():
    calm, hard = (
        crossover(leader_load=load, load_coupling=0, **SMALL) for load in (0.5, 3)
    )
    assert hard.leader_mean[-1] > calm.leader_mean[-1] + 0.2
    for name in ("team_strain", "strain", "quits", "stayers"):
        assert (getattr(calm, name) == getattr(hard, name)).all()


def test_with_coupling_the_leaders_load_reaches_everyone():
    calm, hard = (crossover(leader_load=load, **SMALL) for load in (0.5, 3))
    assert (hard.team_strain[-1] > calm.team_strain[-1]).all()
    assert hard.quits.sum() > calm.quits.sum()


def test_teams_reach_their_leader_only_through_feedback():
    def leader(load, feedback):
        path = crossover(load=load, team_feedback=feedback, **SMALL)
        return path.leader_strain

    assert (leader(0.5, 0) == leader(2, 0)).all()
    assert (leader(0.5, 0.4)[-1] <= leader(2, 0.4)[-1]).all()
    assert leader(0.5, 0.4)[-1].mean() < leader(2, 0.4)[-1].mean()


def test_half_of_the_load_coupling_is_the_recovery_coupling():
    path = crossover(load_coupling=0.8, **SMALL)
    same = crossover(load_coupling=0.8, recovery_coupling=0.4, **SMALL)
    assert (path.strain == same.strain).all()


@pytest.mark.parametrize("seed", range(3))
def test_single_precision_agrees_over_the_means_of_the_path(seed):
    double, single = (
        crossover(precision=kind, rng=seed) for kind in ("float64", "float32")
    )
    assert single.strain.dtype == np.float32
    for name in ("leader_mean", "employee_mean"):
        gap = getattr(double, name).mean() - getattr(single, name).mean()
        assert abs(gap) < 1e-5
    assert abs(double.quits.mean() / single.quits.mean() - 1) < 1e-3


def test_at_the_reference_people_leave_as_stated():
    path = crossover(drain=0, recovery=0, quit_reference=0.25, rng=3)
    left = path.stayers[[52, 260]] / 8000
    assert left == pytest.approx(retention([1, 5]), abs=4 * np.sqrt(0.25 / 8000))
    assert path.leader_quits.sum() / 280 / 5 == pytest.approx(0.105, abs=0.035)


def test_the_default_population_leaves_as_the_survey_says():
    seeds = range(8)
    left = np.mean(
        [crossover(rng=seed).stayers[52::52] / 8000 for seed in seeds], axis=0
    )
    # Chance alone: a share of 64,000 people, and a little more as teams share a fate.
    chance = 4 * np.sqrt(0.25 / 8000 / len(seeds))
    assert left == pytest.approx(retention(np.arange(1, 6)), abs=chance)


@pytest.mark.parametrize(("eta", "years"), [(0.0, 3), (0.3, 3), (-0.7, 1)])
def test_retention_and_strain_change_quits_as_hazards(eta, years):
    still = {"drain": 0, "recovery": 0, "strain_to_quits": 2, "quit_reference": 0.25}
    path = crossover(start=0.5, weeks=52 * years, eta=eta, **still)
    wanted = retention(years, eta=eta - 2 * 0.25)
    assert path.stayers[-1] / 8000 == pytest.approx(wanted, abs=0.02)


def test_those_who_follow_leave_by_a_law_of_their_own():
    law = {"newcomer_hazard": 0.4, "newcomer_ratio": 4, "onboarding_weeks": 13}
    gone = {"gone_in_one_year": 0.5, "gone_in_five_years": 0.8}
    still = {"drain": 0, "recovery": 0, "strain_to_quits": 0}
    path = crossover(eta=-0.3, employees=40_000, **law, **gone, **still)
    # The renewal equation: a week's quits are first holders' and those of every
    # earlier week's successors.
    years = np.arange(261) / 52
    first = -np.diff(retention(years, eta=-0.3, **gone))
    after = -np.diff(newcomer_retention(years, eta=-0.3, **law))
    quits = np.zeros(260)
    for week in range(260):
        quits[week] = first[week] + quits[:week] @ after[:week][::-1]
    wanted = quits.reshape(20, 13).sum(axis=1)
    found = path.quits.reshape(20, 13).sum(axis=1) / 40_000
    assert found == pytest.approx(wanted, abs=4 * np.sqrt(wanted.max() / 40_000))
    assert path.quits.sum() / 40_000 == pytest.approx(quits.sum(), rel=0.01)


def test_a_shock_is_felt_while_it_lasts_and_after():
    quarter = np.where(np.arange(60) < 13, 1.5, 1.0)
    calm, shock = crossover(**SMALL), crossover(leader_load_path=quarter, **SMALL)
    gap = shock.leader_mean - calm.leader_mean
    assert (gap[1:] > 0).all()
    assert gap.argmax() == 13
    assert (shock.employee_mean[2:] > calm.employee_mean[2:]).all()


def test_a_path_of_ones_changes_nothing_and_a_steady_one_is_another_load():
    still = {"load_spread": 0.0, "leader_load_spread": 0.0, **SMALL}
    ones, twice = np.ones(60), np.full(60, 2.0)
    plain, path = crossover(**SMALL), crossover(load_path=ones, **SMALL)
    assert (plain.strain == path.strain).all()
    path = crossover(load_path=twice, leader_load_path=twice, **still)
    steady = crossover(load=2, leader_load=2.2, **still)
    assert path.strain == pytest.approx(steady.strain)


def test_draws_may_have_a_path_of_load_each():
    paths = np.column_stack([np.ones(20), np.linspace(1, 3, 20)])
    both = mean_field(weeks=20, leader_load_path=paths)
    alone = mean_field(weeks=20, leader_load_path=paths[:, 1])
    assert both.employee_strain.shape == (21, 2)
    assert both.employee_strain[:, 1] == pytest.approx(alone.employee_strain)


def test_the_tipping_switch_decides_whether_the_average_leader_exists():
    def gap(tipping):
        seeds = range(3)
        many = [crossover(tipping=tipping, rng=s, **DESIGNED) for s in seeds]
        ends = np.mean([path.employee_mean[-1] for path in many])
        return ends, mean_field(tipping=tipping).employee_strain[-1]

    population, average = gap(tipping=True)
    assert average == pytest.approx(0.25, abs=0.005)
    assert population == pytest.approx(0.37, abs=0.015)
    assert np.subtract(*gap(tipping=False)) == pytest.approx(0, abs=0.005)


def variance(coupled, **numbers):
    coupling = {"load_coupling": 2.0} if coupled else UNCOUPLED
    ends = [
        crossover(
            weeks=15,
            rng=seed,
            load_spread=0.9,
            leader_load_spread=1.0,
            tipping=False,
            turnover=False,
            **coupling,
            **numbers,
        ).employee_mean[-1]
        for seed in range(150)
    ]
    return np.var(ends)


def test_independent_people_vary_by_their_number_coupled_ones_by_their_teams():
    few, many = {"leaders": 5, "employees": 100}, {"leaders": 5, "employees": 1600}
    assert 8 < variance(False, **few) / variance(False, **many) < 32
    assert variance(True, **few) / variance(True, **many) < 4
    teams = {"leaders": 80, "employees": 1600}
    assert 8 < variance(True, **many) / variance(True, **teams) < 32


def test_one_seed_has_the_same_people_and_another_has_others():
    first, again, other = (crossover(rng=seed, **SMALL) for seed in (1, 1, 2))
    assert (first.strain == again.strain).all()
    assert (first.strain != other.strain).any()
    drawn = crossover(rng=np.random.default_rng(5), **SMALL)
    assert drawn.strain.shape == (200,)


def test_weekly_and_daily_steps_err_by_as_little_as_stated():
    weekly, daily, fine = (
        crossover(steps_per_week=steps).employee_mean for steps in (1, 7, 35)
    )
    assert daily == pytest.approx(fine, abs=0.002)
    assert weekly == pytest.approx(fine, abs=0.01)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"leaders": 0}, "leaders must lie between 1 and 8000; got 0."),
        ({"leaders": 9, "employees": 5}, "leaders must lie between 1 and 5; got 9."),
        ({"employees": 1e9}, "employees must lie between 1 and 1e"),
        ({"team_sizes": [3, 0]}, "team_sizes must lie between 1 and"),
        ({"team_sizes": []}, "team_sizes must be one number per leader"),
        ({"team_sizes": [[3]]}, "team_sizes must be one number per leader"),
        ({"weeks": 0}, "weeks must lie between 1 and 5200; got 0."),
        ({"load": [1, 2]}, "load must be one number or one for each employee"),
        ({"leader_resources": [1, 2]}, "one for each leader"),
        ({"load_spread": 1.5}, "load_spread must lie between 0 and 1; got 1.5."),
        ({"load": float("nan")}, "load must lie between 0 and 100; got nan."),
        ({"drain": "much"}, "drain must be a number"),
        ({"drain": [0.1, 0.2]}, "drain must be a single number"),
        ({"start": -1}, "start must lie between 0 and 1; got -1."),
        ({"tipping": 2}, "tipping must be True or False; got 2."),
        ({"turnover": "no"}, "turnover must be True or False; got 'no'."),
        ({"precision": "float16"}, "precision must be one of float64, float32"),
        ({"steps_per_week": 0}, "steps_per_week must lie between 1 and 100; got 0."),
        ({"leader_turnover": 1}, "leader_turnover must lie between 0 and 0.99"),
        ({"eta": 9}, "eta must lie between -5 and 5; got 9."),
        ({"gone_in_one_year": 0.5}, "gone_in_five_years must lie above"),
        ({"quit_reference": 2}, "quit_reference must lie between 0 and 1; got 2."),
        ({"quit_reference": [0.2] * 3}, "one for each of 260 weeks; got shape (3,)."),
        ({"load_path": 2}, "load_path must be one number for each of 260 weeks"),
        ({"leader_load_path": [1, -1]}, "leader_load_path must lie between 0 and 100"),
        ({"newcomer_hazard": [0.1, 0.2]}, "newcomer_hazard must be a single number"),
        ({"rng": -1}, "rng must be a generator or a seed"),
        (
            {"leaders": 500_000, "employees": 500_000, "weeks": 5200},
            "weeks × leaders must fit into 4 GB",
        ),
    ],
)
def test_bad_input_gets_one_sentence(given, words):
    with pytest.raises(ValueError, match=r".") as caught:
        crossover(**given)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import (
    FAMILIES,
    LOOPS,
    newcomer_retention,
    retention,
    time_to_fill,
    vacancy_at_rest,
    workforce_path,
)

SHARES = st.floats(0, 1)
WORLDS = st.fixed_dictionaries(
    {
        "vacant": SHARES,
        "alumni": st.floats(0, 5_000),
        "eta_retention": st.floats(-2, 2),
        "eta_attraction": st.floats(-2, 2),
        "shortage": SHARES,
        "wellbeing_change": st.floats(-1, 1),
        "newcomer_hazard": st.floats(0, 5),
        "newcomer_ratio": st.floats(0, 10),
        "onboarding_weeks": st.floats(1, 104),
        "retirement": st.floats(0, 0.09),
        "recruitment_weeks": st.floats(0.1, 52),
        "could_return": SHARES,
        "return_rate": st.floats(0, 20),
        "alumni_fading": st.floats(0, 10),
        "vacancies_to_quits": st.floats(0, 10),
        "vacancies_to_wellbeing": st.floats(0, 10),
        "loops": st.sets(st.sampled_from(LOOPS)),
        "family": st.sampled_from(FAMILIES),
    }
)
# Nobody of today is left, so that the law of new hires is alone.
EMPTY = {"vacant": 1.0, "positions": 1000.0}
NO_RETURN = {"could_return": 0.0}


@given(WORLDS, st.sampled_from([1, 4, 12]))
def test_positions_are_conserved_at_every_step(world, step):
    path = workforce_path(60, **world, step=step)
    held = path.vacancies + path.newcomers + path.established
    assert held == pytest.approx(path.positions, rel=1e-12)
    assert (path.positions == 8000).all()
    for stock in (path.vacancies, path.newcomers, path.established, path.alumni):
        assert (stock >= -1e-9).all()
    for flow in (path.hires, path.returns, path.quits, path.retirements):
        assert (flow >= -1e-9).all()
    assert (path.returns <= path.hires + 1e-9).all()
    assert (path.newcomer_quits >= -1e-9).all()
    assert (path.newcomer_quits <= path.quits + 1e-9).all()


@given(WORLDS)
def test_every_stock_changes_by_its_flows(world):
    path = workforce_path(30, **world)
    exits = path.quits + path.retirements
    assert np.diff(path.vacancies) == pytest.approx(exits - path.hires, abs=1e-8)
    kept = path.alumni[:-1] * np.exp(-world["alumni_fading"] / 52)
    gained = world["could_return"] * path.quits - path.returns
    assert path.alumni[1:] == pytest.approx(kept + gained, abs=1e-8)


@given(
    st.fixed_dictionaries(
        {
            "newcomer_hazard": st.floats(1, 4),
            "newcomer_ratio": st.floats(0, 6),
            "onboarding_weeks": st.floats(2, 40),
            "retirement": st.floats(0, 0.1),
        }
    ),
    st.floats(1, 30),
    st.floats(-0.5, 0.5),
    st.sampled_from([1, 4]),
)
def test_vacancies_come_to_rest_where_the_renewal_form_says(law, wait, eta, step):
    path = workforce_path(
        1500,
        step=step,
        **EMPTY,
        **NO_RETURN,
        **law,
        recruitment_weeks=wait,
        eta_retention=eta,
    )
    fill = time_to_fill(recruitment_weeks=wait)
    expected = vacancy_at_rest(fill, eta=eta, **law)
    assert path.vacancies[-1] / 1000 == pytest.approx(expected, rel=1e-6)


def test_returning_colleagues_shorten_the_wait_as_the_renewal_form_says():
    law = {"newcomer_hazard": 2.0, "retirement": 0.05}
    path = workforce_path(1500, **EMPTY, **law, alumni_fading=0.5)
    rate = 1 / time_to_fill() + path.alumni[-1] / 1000 / 52
    expected = vacancy_at_rest(1 / rate, **law)
    assert path.vacancies[-1] / 1000 == pytest.approx(expected, rel=1e-6)
    assert path.returns[-1] > 0


@pytest.mark.parametrize("family", FAMILIES)
def test_todays_staff_leave_as_the_survey_says_whatever_the_family(family):
    path = workforce_path(260, vacant=0, family=family, retirement=0.03)
    assert path.present[[52, 260]] / 8000 == pytest.approx([0.82, 0.54], abs=1e-12)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("eta", [-0.4, 0, 0.7])
def test_todays_staff_follow_retention_and_nothing_of_the_new_hires(family, eta):
    path = workforce_path(
        520,
        vacant=0,
        retirement=0,
        family=family,
        eta_retention=eta,
        newcomer_hazard=[0, 9],
        newcomer_ratio=[1, 15],
    )
    expected = 8000 * retention(path.weeks / 52, eta=eta, family=family)
    assert pytest.approx(np.stack([expected] * 2), rel=1e-11) == path.present.T


def test_new_hires_follow_their_own_law_and_nothing_of_the_survey():
    law = {"newcomer_hazard": 0.8, "newcomer_ratio": 4.0, "onboarding_weeks": 13.0}
    surveys = {"gone_in_one_year": [0.05, 0.4], "gone_in_five_years": [0.2, 0.7]}
    world = EMPTY | NO_RETURN | surveys
    path = workforce_path(104, **world, **law, retirement=0.04)
    ages = np.arange(104)[:, None] + (np.arange(400) + 0.5) / 400
    alive = newcomer_retention(ages / 52, **law) * np.exp(-0.04 * ages / 52)
    expected = (path.hires[::-1] * alive.mean(axis=1)[:, None]).sum(axis=0)
    staff = path.newcomers[-1] + path.established[-1]
    assert staff == pytest.approx(expected, rel=1e-6)
    assert staff[0] == pytest.approx(staff[1], rel=1e-12)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_longer_step_loses_nobody_of_todays_staff(family):
    world = {"family": family, "eta_retention": 0.3, "weeks": 520}
    weekly, monthly = (workforce_path(**world, step=step) for step in (1, 4))
    assert monthly.weeks.tolist() == weekly.weeks[::4].tolist()
    assert monthly.present == pytest.approx(weekly.present[::4], rel=1e-12)


def test_a_longer_step_tells_the_same_story_also_with_loops():
    world = {"loops": LOOPS, "shortage": 0.5, "eta_retention": -0.2, "weeks": 520}
    weekly, monthly = (workforce_path(**world, step=step) for step in (1, 4))
    apart = np.abs(monthly.vacancies - weekly.vacancies[::4]) / 8000
    assert apart.max() < 0.003
    assert monthly.quits.sum() == pytest.approx(weekly.quits.sum(), rel=0.005)
    assert monthly.newcomer_quits.sum() == pytest.approx(
        weekly.newcomer_quits.sum(), rel=0.02
    )


def test_whoever_quits_where_all_are_new_is_a_newcomer():
    path = workforce_path(60, **EMPTY, newcomer_hazard=0.8, onboarding_weeks=20)
    assert path.newcomer_quits[:20] == pytest.approx(path.quits[:20], rel=1e-12)
    assert path.newcomer_quits[40] < 0.9 * path.quits[40]


def test_a_better_start_spares_newcomers_and_nobody_else():
    hard, soft = (
        workforce_path(104, newcomer_ratio=ratio, **NO_RETURN) for ratio in (6, 1)
    )
    assert soft.newcomer_quits.sum() < 0.5 * hard.newcomer_quits.sum()
    assert soft.present[-1] == pytest.approx(hard.present[-1], rel=1e-12)


def test_newcomers_are_those_hired_within_the_onboarding_weeks():
    path = workforce_path(
        60, **EMPTY, newcomer_hazard=0, retirement=0, onboarding_weeks=12
    )
    hired = np.cumsum(path.hires)
    assert path.newcomers[-1] == pytest.approx(hired[-1] - hired[-13])
    assert path.established[12] == 0
    assert path.established[13] > 0


@pytest.mark.parametrize("loop", LOOPS)
def test_each_loop_makes_more_vacancies_breed_vacancies(loop):
    world = {"vacant": 0.02, "shortage": 0.8, "weeks": 208}
    assert workforce_path(**world, loops=[loop]).vacancies[-1] > (
        workforce_path(**world).vacancies[-1] + 1
    )


@pytest.mark.parametrize("loop", LOOPS)
def test_a_loop_of_no_strength_does_nothing(loop):
    off = {
        "vacancies_to_wellbeing": 0,
        "vacancies_to_quits": 0,
        "weeks": 40,
        "shortage": 0.5,
    }
    one, none = workforce_path(**off, loops=[loop]), workforce_path(**off)
    assert one.vacancies.tolist() == none.vacancies.tolist()


def test_wellbeing_from_elsewhere_works_only_through_a_loop():
    lifted = {"wellbeing_change": 0.3, "weeks": 104}
    plain = workforce_path(104)
    assert (workforce_path(**lifted).vacancies == plain.vacancies).all()
    for loop in ("reputation", "meaning", "onboarding"):
        path = workforce_path(**lifted, loops=[loop])
        assert path.vacancies[-1] < plain.vacancies[-1]
        assert path.wellbeing[-1] == pytest.approx(0.3, abs=0.1)


def test_pressure_that_lasts_is_a_change_of_retention():
    """A wellbeing that nothing disturbs acts as η from the week it has arrived."""
    settled = {"wellbeing_change": 0.4, "wellbeing_weeks": 0.1, "weeks": 156}
    for family in FAMILIES:
        path = workforce_path(
            **settled,
            vacancies_to_wellbeing=0,
            loops=["meaning"],
            family=family,
            vacant=0,
            retirement=0,
        )
        expected = 8000 * retention([1, 3], eta=0.4, family=family)
        assert path.present[[52, 156]] == pytest.approx(expected, rel=0.006)


@given(st.floats(-1, 1), st.floats(0.05, 1))
def test_attraction_and_retention_both_lower_the_bucket_s_loss(eta, more):
    etas = {"eta_retention": [eta, eta + more, eta]}
    path = workforce_path(104, eta_attraction=[eta, eta, eta + more], **etas)
    same, kept, drawn = path.vacancies[-1]
    assert kept < same
    assert drawn < same


def test_a_class_of_families_can_be_followed_at_once():
    path = workforce_path(104, family=[0, 1, 2], eta_retention=[[0], [0.2]])
    assert path.vacancies.shape == (105, 2, 3)
    assert path.quits.shape == (104, 2, 3)
    for place, family in enumerate(FAMILIES):
        alone = workforce_path(104, family=family, eta_retention=0.2)
        assert path.present[:, 1, place] == pytest.approx(alone.present, rel=1e-12)


def test_the_flow_of_people_scales_with_the_positions():
    small, large = (workforce_path(52, positions=n, loops=LOOPS) for n in (100, 8000))
    assert small.quits * 80 == pytest.approx(large.quits, rel=1e-12)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"positions": -5}, "positions must lie between"),
        ({"vacant": 1.5}, "vacant must lie between 0 and 1; got 1.5"),
        ({"eta_retention": float("nan")}, "eta_retention must lie between"),
        ({"loops": ["fame"]}, "loop must be one of reputation, meaning, onb"),
        ({"family": "normal"}, "family must be one of gamma"),
        ({"retirement": 0.5}, "retirement must leave room for people who quit"),
        ({"step": 0}, "step must lie between 1 and 13; got 0"),
        ({"step": 4, "weeks": 25}, "weeks must be a whole number of steps of 4 weeks"),
        ({"weeks": 10_000}, "weeks must lie between 1 and 5200"),
        ({"positions": np.ones(200_000)}, "weeks × draws must fit into 4 GB"),
        ({"shortage": "none"}, "shortage must be a number"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, message):
    with pytest.raises(ValueError, match=message):
        workforce_path(**wrong)


def test_a_draw_fares_among_others_as_it_does_alone():
    worlds = {
        "newcomer_hazard": [0.2, 0.9, 0.05],
        "newcomer_ratio": [5.0, 0.5, 3.0],
        "onboarding_weeks": [8.0, 13.0, 40.0],
    }
    together = workforce_path(520, step=4, loops=LOOPS, shortage=0.3, **worlds)
    for place in range(3):
        one = {key: values[place] for key, values in worlds.items()}
        alone = workforce_path(520, step=4, loops=LOOPS, shortage=0.3, **one)
        found = together.vacancies[:, place]
        assert found == pytest.approx(alone.vacancies, rel=1e-5)


def test_one_loop_may_be_given_by_its_name():
    one, listed = (workforce_path(8, loops=x) for x in ("load", ["load"]))
    assert one.vacancies.tolist() == listed.vacancies.tolist()
    with pytest.raises(ValueError, match=r"loop must be one of reputation, .*'lo'"):
        workforce_path(8, loops="lo")


@pytest.mark.filterwarnings("error")
def test_a_long_wait_is_told_before_it_begins():
    with pytest.raises(RuntimeWarning, match=r"about 7 minutes: 2600 steps of 10000"):
        workforce_path(2600, eta_retention=np.zeros(10_000), onboarding_weeks=520)

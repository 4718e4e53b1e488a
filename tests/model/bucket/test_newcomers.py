import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad

from lederlib.model import newcomer_retention, vacancy_at_rest

LAWS = st.fixed_dictionaries(
    {
        "newcomer_hazard": st.floats(0.01, 2),
        "newcomer_ratio": st.floats(0, 10),
        "onboarding_weeks": st.floats(2, 104),
        "eta": st.floats(-1, 1),
    }
)


@given(LAWS, st.floats(0.5, 100), st.floats(0, 0.2))
def test_vacancies_at_rest_are_those_of_the_renewal_integral(law, wait, retirement):
    def staying(t):
        return float(newcomer_retention(t, **law)) * np.exp(-retirement * t)

    pace = law["newcomer_hazard"] * np.exp(-law["eta"]) + retirement
    settling = law["onboarding_weeks"] / 52
    stops = sorted({settling, 4 * settling, 1 / pace, 40 / pace})
    stay = sum(
        quad(staying, low, high, epsabs=1e-11)[0]
        for low, high in zip([0, *stops[:-1]], stops, strict=True)
    )
    expected = wait / 52 / (wait / 52 + stay)
    got = vacancy_at_rest(wait, retirement=retirement, **law)
    assert got == pytest.approx(expected, abs=1e-8)


@given(st.floats(0.01, 5), st.floats(0, 200))
def test_a_constant_hazard_gives_the_plain_form(hazard, wait):
    got = vacancy_at_rest(wait, newcomer_hazard=hazard, newcomer_ratio=1, retirement=0)
    assert got == pytest.approx(hazard * wait / 52 / (1 + hazard * wait / 52))


@given(LAWS, st.floats(0, 5), st.floats(0.01, 5))
def test_survival_falls_from_one_by_the_stated_hazard(law, t, more):
    alive = newcomer_retention([0, t, t + more], **law)
    assert alive[0] == 1
    assert (np.diff(alive) <= 0).all()
    step = 1e-6
    before, after = newcomer_retention([t, t + step], **law)
    hazard = law["newcomer_hazard"] * np.exp(-law["eta"])
    excess = (law["newcomer_ratio"] - 1) * np.exp(-t * 52 / law["onboarding_weeks"])
    slope = -(np.log(after) - np.log(before)) / step
    assert slope == pytest.approx(hazard * (1 + excess), rel=1e-3, abs=1e-4)


@given(LAWS, st.floats(1, 50))
def test_better_retention_leaves_fewer_positions_vacant(law, wait):
    better = law | {"eta": law["eta"] + 0.3}
    assert vacancy_at_rest(wait, **better) < vacancy_at_rest(wait, **law)


def test_the_ends():
    nobody = {"newcomer_hazard": 0, "retirement": 0}
    assert vacancy_at_rest([0, 10], **nobody).tolist() == [0, 0]
    assert vacancy_at_rest([0, np.inf]).tolist() == [0, 1]
    assert vacancy_at_rest(np.inf, **nobody) == 1


def test_time_comes_first_and_draws_behind():
    assert newcomer_retention(np.ones(4), newcomer_hazard=[0.1, 0.2]).shape == (4, 2)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"newcomer_hazard": -1}, "newcomer_hazard"),
        ({"newcomer_ratio": float("nan")}, "newcomer_ratio"),
        ({"onboarding_weeks": 0}, "onboarding_weeks"),
    ],
)
def test_what_lies_outside_is_named(wrong, name):
    with pytest.raises(ValueError, match=f"{name} must lie between"):
        newcomer_retention(1, **wrong)

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import pilot_power, retention


def test_turnover_cannot_judge_one_team():
    got = pilot_power([1, 10, 40, 140])
    assert got == pytest.approx([0.06, 0.24, 0.71, 1.0], abs=0.005)


def test_the_effect_by_default_is_three_tenths_less_hazard():
    assert 1 - retention(1, eta=-np.log(0.696)) == pytest.approx(0.129, abs=0.0005)


@pytest.mark.parametrize(
    ("case", "off"),
    [
        ({"teams": [10, 40, 90]}, 0.02),
        ({"teams": 15, "icc": 0}, 0.02),
        ({"teams": 12, "share_without": 0.4, "share_with": 0.55}, 0.02),
        ({"teams": 30, "team_size": 8, "level": 0.9}, 0.02),
        ({"teams": 1}, 0.02),
    ],
)
def test_the_formula_agrees_with_simulated_tests(case, off):
    simulated = pilot_power(**case, simulations=8_000, rng=8)
    assert pilot_power(**case) == pytest.approx(simulated, abs=off)


@given(st.floats(1, 100), st.floats(1, 60), st.floats(0, 0.5))
def test_more_teams_help_and_alike_people_hurt(teams, size, icc):
    plain, more, alike = pilot_power(
        [teams, teams + 5, teams], team_size=size, icc=[icc, icc, icc + 0.1]
    )
    assert more >= plain
    assert alike <= plain + 1e-12


@given(st.floats(1, 50), st.floats(2, 60), st.floats(0.05, 0.45))
def test_naming_the_other_outcome_changes_nothing(teams, size, share):
    said = {"teams": teams, "team_size": size}
    stay = pilot_power(share_without=1 - share, share_with=0.5, **said)
    assert stay == pytest.approx(
        pilot_power(share_without=share, share_with=0.5, **said)
    )


def test_in_ever_larger_teams_power_stays_short_of_certainty():
    few = pilot_power(4, team_size=1e6)
    assert few == pytest.approx(pilot_power(4, team_size=1e5), abs=1e-3)
    assert few < 0.5


def test_without_an_effect_only_chance_shows_one():
    assert pilot_power(20, share_with=0.18) == pytest.approx(0.025)
    assert pilot_power(20, share_without=0, share_with=0) == pytest.approx(0.025)
    assert pilot_power(20, share_without=0, share_with=1) == 1


def test_the_same_seed_gives_the_same_simulation():
    first, second = (pilot_power(5, simulations=200, rng=3) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"teams": 0}, "teams must lie between 1"),
        ({"teams": 2.5, "simulations": 10}, "teams must be a whole number"),
        ({"teams": 1e5, "simulations": 10_000}, "teams must lie between 1 and 2000"),
        ({"icc": 1}, "icc must lie between 0 and 0.99; got 1"),
        ({"share_with": -0.1}, "share_with must lie between"),
        ({"level": 95}, "level must lie between 0.5 and 0.999; got 95"),
        ({"simulations": -1}, "simulations must lie between"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, message):
    with pytest.raises(ValueError, match=message):
        pilot_power(**({"teams": 3} | wrong))

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import nct, t

from lederlib.model import change_power


@pytest.mark.parametrize(
    ("case", "off"),
    [
        ({"teams": [2, 8, 20], "effect": 0.03, "spread": 0.03}, 0.02),
        ({"teams": 5, "effect": -1.5, "spread": 1, "level": 0.9}, 0.02),
        ({"teams": 12, "effect": 0, "spread": 2}, 0.01),
    ],
)
def test_the_formula_agrees_with_simulated_tests(case, off):
    simulated = change_power(**case, simulations=8_000, rng=4)
    assert change_power(**case) == pytest.approx(simulated, abs=off)


def test_the_formula_is_the_noncentral_t_of_scipy():
    limit = t.ppf(0.975, 14)
    expected = nct.sf(limit, 14, 2 / np.sqrt(2 / 8))
    assert change_power(8, effect=2, spread=1) == pytest.approx(expected, abs=1e-9)


@given(st.integers(2, 100), st.floats(0, 5), st.floats(0.1, 5))
def test_more_teams_and_larger_changes_help_and_spread_hurts(teams, effect, spread):
    plain, more, larger, apart = change_power(
        [teams, teams + 3, teams, teams],
        effect=[effect, effect, effect * 1.5, effect],
        spread=[spread, spread, spread, spread * 1.5],
    )
    assert more >= plain - 1e-9
    assert larger >= plain - 1e-9
    assert apart <= plain + 1e-9
    assert 0 <= plain <= 1


@given(st.integers(2, 50), st.floats(0.01, 1000), st.floats(-3, 3))
def test_neither_the_unit_nor_the_direction_matters(teams, unit, effect):
    one = change_power(teams, effect=effect, spread=1)
    other = change_power(teams, effect=-effect * unit, spread=unit)
    assert one == pytest.approx(other, abs=1e-9)


def test_without_an_effect_only_chance_shows_one():
    assert change_power([2, 9, 400], effect=0, spread=1) == pytest.approx(0.025)


def test_a_change_far_above_the_spread_is_certain():
    assert change_power(40, effect=1e6, spread=1) == 1


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"teams": 1}, "teams must lie between 2"),
        ({"spread": 0}, "spread must lie between"),
        ({"effect": np.nan}, "effect must lie between"),
        ({"level": 95}, "level must lie between 0.5 and 0.999; got 95"),
        ({"teams": 2.5, "simulations": 10}, "teams must be a whole number"),
        ({"simulations": 1e9}, "simulations must lie between"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, message):
    with pytest.raises(ValueError, match=message):
        change_power(**({"teams": 4, "effect": 1, "spread": 1} | wrong))

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import brentq

from lederlib.catalogue import ledger
from lederlib.model import (
    FAMILIES,
    RetentionParameters,
    newcomer_retention,
    remaining_share,
    retention,
    retention_parameters,
    vacancy_at_rest,
)

families = pytest.mark.parametrize("family", FAMILIES)
SURVEYS = st.tuples(st.floats(0.01, 0.5), st.floats(0.02, 0.98))


def fitting(survey):
    one, part = survey
    return one, one + part * (1 - (1 - one) ** 5 - one)


@families
def test_the_two_survey_numbers_come_back(family):
    assert abs(retention(1.0, family=family) - 0.82) < 1e-9
    assert abs(retention(5.0, family=family) - 0.54) < 1e-9


@families
@given(SURVEYS)
def test_any_two_numbers_that_fit_come_back(family, survey):
    one, five = fitting(survey)
    curve = retention(
        [0, 1, 5], gone_in_one_year=one, gone_in_five_years=five, family=family
    )
    assert curve == pytest.approx([1, 1 - one, 1 - five], abs=1e-10)


def test_the_parameters_are_those_known_for_18_and_46_percent():
    known = {
        "gamma": (2.01, 0.1985),
        "mover_stayer": (0.524, 0.421),
        "weibull": (0.704, 0.1985),
    }
    for family, expected in known.items():
        _, shape, rate = retention_parameters(family=family)
        assert (shape, rate) == pytest.approx(expected, abs=6e-4)


def test_frailty_agrees_with_a_root_finder():
    def gap(frailty):
        hazard = (0.82**-frailty - 1) / frailty
        return (1 + 5 * frailty * hazard) ** (-1 / frailty) - 0.54

    oracle = brentq(gap, 1e-3, 20, xtol=1e-13)
    assert retention_parameters().shape == pytest.approx(oracle, abs=1e-11)


def test_a_constant_hazard_would_overshoot_after_five_years():
    constant = 1 - 0.82**5
    assert constant == pytest.approx(0.629, abs=5e-4)
    assert 1 - retention(5) < constant - 0.15


def test_the_families_agree_on_the_survey_and_part_ways_later():
    gone = [1 - float(retention(10, family=family)) for family in FAMILIES]
    assert gone == pytest.approx([0.587, 0.516, 0.634], abs=6e-4)


@families
@given(st.floats(-2, 2), st.floats(0.01, 1))
def test_more_attraction_never_loses_anyone(family, eta, more):
    years = np.arange(0, 10.5, 0.5)
    before = retention(years, eta=eta, family=family)
    after = retention(years, eta=eta + more, family=family)
    assert (after >= before).all()
    assert ((before > 0) & (before <= 1)).all()
    assert (np.diff(before) < 0).all()


@families
def test_change_scales_the_hazard_in_proportion(family):
    halved = retention([1, 3, 20], eta=np.log(2), family=family)
    assert halved == pytest.approx(retention([1, 3, 20], family=family) ** 0.5)


def test_one_effect_means_the_same_in_every_family():
    first, *others = (retention([1, 5], eta=0.5, family=family) for family in FAMILIES)
    for other in others:
        assert other == pytest.approx(first)


@pytest.mark.parametrize(
    ("one", "five"),
    [
        (0.18, 0.18036),
        (0.05, 0.0501),
        (0.1, 0.1002),
        (0.4, 0.4002),
        (0.18, 0.18 + 1e-9),
    ],
)
def test_a_frailty_beyond_all_floats_still_returns_the_two_numbers(one, five):
    curve = retention([0, 1, 5], gone_in_one_year=one, gone_in_five_years=five)
    assert curve == pytest.approx([1, 1 - one, 1 - five], abs=1e-10)


@pytest.mark.parametrize("eta", [np.nan, np.inf, [0.1, np.nan]])
def test_a_missing_effect_is_refused_and_never_passed_on(eta):
    calls = (
        lambda: retention(1, eta=eta),
        lambda: remaining_share(1, retention_parameters(), eta=eta),
        lambda: newcomer_retention(1, eta=eta),
        lambda: vacancy_at_rest(12, eta=eta),
    )
    for call in calls:
        with pytest.raises(ValueError, match="eta must be finite"):
            call()


def test_frailty_towards_zero_is_the_exponential_law():
    years = np.array([0.5, 1, 7])
    for frailty in (0.0, 1e-9):
        law = RetentionParameters(np.array(0), np.array(frailty), np.array(0.2))
        assert remaining_share(years, law) == pytest.approx(np.exp(-0.2 * years))
    edge = retention(5, gone_in_one_year=0.2, gone_in_five_years=1 - 0.8**5)
    assert edge == pytest.approx(0.8**5)


def test_every_draw_may_have_its_own_family_and_numbers():
    one, five = np.array([0.17, 0.18, 0.19]), np.array([0.45, 0.46, 0.47])
    eta = np.array([0.1, 0.2, -0.1])
    curve = retention(
        [1, 2], eta=eta, gone_in_one_year=one, gone_in_five_years=five, family=[2, 0, 1]
    )
    assert curve.shape == (2, 3)
    for draw, family in enumerate(("weibull", "gamma", "mover_stayer")):
        alone = retention(
            [1, 2],
            eta=eta[draw],
            gone_in_one_year=one[draw],
            gone_in_five_years=five[draw],
            family=family,
        )
        assert curve[:, draw] == pytest.approx(alone, abs=1e-13)


def test_the_defaults_are_the_ledgers():
    book = ledger()
    from_book = retention(
        3,
        gone_in_one_year=book["gone_in_one_year"].value,
        gone_in_five_years=book["gone_in_five_years"].value,
        family=[book["retention_family"].value],
    )
    assert from_book == pytest.approx(float(retention(3)))


@given(st.floats(0.01, 0.9), st.floats(0.01, 0.99))
def test_numbers_that_no_curve_fits_are_refused(one, five):
    assume(five <= one or five > 1 - (1 - one) ** 5)
    with pytest.raises(ValueError, match="gone_in_five_years must lie above"):
        retention(1, gone_in_one_year=one, gone_in_five_years=five)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"t": -1}, "t must lie between 0"),
        ({"family": "gama"}, "Nearest: 'gamma'"),
        ({"family": [0.5]}, "family must be one of gamma"),
        ({"gone_in_one_year": 1.2}, "gone_in_one_year must lie between 0 and 1"),
    ],
)
def test_what_lies_outside_is_named(wrong, message):
    with pytest.raises(ValueError, match=message):
        retention(wrong.pop("t", 1), **wrong)

import numpy as np
import pytest
from scipy.stats import ttest_ind

from lederlib.measure import plan_difference


def test_people_needed_and_power_are_those_of_r(reference):
    for difference, _, _, needed in reference("difference_n"):
        assert plan_difference(difference).needed == needed
    for difference, people, _, power in reference("difference_power"):
        plan = plan_difference(difference, power=power - 1e-9)
        assert plan.needed == people
        assert plan.table.loc[people, "chance"] == pytest.approx(power, abs=1e-9)


def test_a_formula_has_no_error_and_no_interval():
    plan = plan_difference(0.3)
    assert (plan.low, plan.needed, plan.high) == (176, 176, 176)
    assert (plan.table["se"] == 0).all()
    assert "ikke-central t" in plan.summary("da")


def test_the_power_is_that_of_studies_drawn_person_by_person():
    """Twelve groups of 5 an arm, with an ICC of .2."""
    rng = np.random.default_rng(6)
    groups = rng.normal(0, 0.2**0.5, (20_000, 2, 12))
    means = groups + rng.normal(0, (0.8 / 5) ** 0.5, (20_000, 2, 12))
    means[:, 1] += 0.5
    seen = ttest_ind(means[:, 0], means[:, 1], axis=1).pvalue < 0.05
    plan = plan_difference(0.5, icc=0.2, size=5, power=0.5)
    chance = plan.table["chance"].get(12)
    if chance is None:
        chance = np.interp(12, plan.table.index, plan.table["chance"])
    assert seen.mean() == pytest.approx(chance, abs=0.012)


def test_people_in_groups_count_for_less():
    """With an ICC of 1/7 and 6 in a group, a person counts for the design effect."""
    alone = plan_difference(0.4).needed
    grouped = plan_difference(0.4, icc=1 / 7, size=6).needed
    assert 6 * grouped == pytest.approx(alone * (1 + 5 / 7), rel=0.1)


def test_an_unreliable_measure_hides_a_difference():
    clear = plan_difference(0.5).needed
    dim = plan_difference(0.5, reliability=0.5).needed
    assert dim == pytest.approx(2 * clear, rel=0.06)


def test_the_chance_rises_with_the_number():
    table = plan_difference(0.3).table
    assert (np.diff(table["chance"]) > 0).all()


def test_persons_and_groups_are_called_by_their_names():
    assert "mange personer" in plan_difference(0.8).summary()
    assert "grupper på 5" in plan_difference(0.8, size=5).summary()
    assert "groups of 5" in plan_difference(0.8, size=5).summary("en")


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ({"difference": 0}, "difference must lie between"),
        ({"icc": 1}, "icc must lie between"),
        ({"size": 1.5}, "size must be a whole number"),
        ({"power": 1}, "power must lie between"),
    ],
)
def test_one_sentence_says_what_is_wrong(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        plan_difference(**({"difference": 0.5} | call))

import numpy as np
import pytest

from lederlib.measure import plan_difference


def test_people_needed_agree_with_r_within_monte_carlo_error(reference):
    for difference, _, _, needed in reference("difference_n"):
        plan = plan_difference(difference, draws=20_000, rng=3)
        assert plan.needed == pytest.approx(needed, rel=0.04, abs=1)
    for difference, people, _, power in reference("difference_power"):
        plan = plan_difference(difference, power=power, draws=20_000, rng=3)
        assert plan.needed == pytest.approx(people, abs=1)


def test_people_in_groups_count_for_less():
    """With an ICC of 1/7 and 6 in a group, a person counts for the design effect."""
    alone = plan_difference(0.4, draws=20_000).needed
    grouped = plan_difference(0.4, icc=1 / 7, size=6, draws=20_000).needed
    assert 6 * grouped == pytest.approx(alone * (1 + 5 / 7), rel=0.1)


def test_an_unreliable_measure_hides_a_difference():
    clear = plan_difference(0.5, draws=20_000).needed
    dim = plan_difference(0.5, reliability=0.5, draws=20_000).needed
    assert dim == pytest.approx(2 * clear, rel=0.06)


def test_the_chance_rises_with_the_number():
    table = plan_difference(0.3, draws=20_000).table
    assert (np.diff(table["chance"]) > -0.02).all()


def test_persons_and_groups_are_called_by_their_names():
    assert "mange personer" in plan_difference(0.8, draws=300).summary()
    assert "grupper på 5" in plan_difference(0.8, size=5, draws=300).summary()
    assert "groups of 5" in plan_difference(0.8, size=5, draws=300).summary("en")


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

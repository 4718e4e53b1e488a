import numpy as np
import pytest
from scipy.stats import pearsonr

from lederlib.measure import feldt_interval, smallest_effects


@pytest.mark.parametrize("what", ["halves", "change"])
def test_the_smallest_differences_agree_with_r(what, reference):
    for people, _, _, smallest in reference(what):
        ours = smallest_effects(int(people)).effects[what]
        assert ours == pytest.approx(smallest, rel=1e-4), "R seeks to four digits"


def test_the_interval_of_a_share_agrees_with_r(reference):
    for people, _, _, low in reference("share"):
        ours = smallest_effects(int(people)).intervals.loc["share", "low"]
        assert ours == pytest.approx(low, rel=1e-8)


def test_ten_leaders_are_told_what_they_can_never_show():
    found = smallest_effects()
    assert found.people == 10
    assert "aldrig" in found.summary()
    assert "never show" in found.summary("en")
    assert "2,02" in found.summary()
    assert "never show" not in smallest_effects(600).summary("en")


def test_more_people_show_smaller_effects_with_narrower_intervals():
    few, many = smallest_effects(10), smallest_effects(1000)
    assert (many.effects < few.effects).all()
    wide, narrow = (
        found.intervals["high"] - found.intervals["low"] for found in (few, many)
    )
    assert (narrow < wide / 5).all()
    assert len(few.to_frame()) == 7


def test_three_people_are_too_few_for_any_figure():
    with pytest.raises(ValueError, match="people must lie between 4 and"):
        smallest_effects(3)


def test_the_interval_of_a_correlation_is_scipys():
    """Ten people whose two scores correlate by exactly 0.3."""
    first, noise = np.linalg.qr(np.random.default_rng(1).normal(size=(10, 3)))[0].T[1:]
    first, noise = (part - part.mean() for part in (first, noise))
    noise -= first * (first @ noise) / (first @ first)
    second = 0.3 * first / np.linalg.norm(first)
    second += np.sqrt(1 - 0.3**2) * noise / np.linalg.norm(noise)
    theirs = pearsonr(first, second)
    assert theirs.statistic == pytest.approx(0.3)
    ours = smallest_effects(10).intervals.loc["correlation", ["low", "high"]]
    assert ours.tolist() == pytest.approx(theirs.confidence_interval(0.95), rel=1e-8)


def test_the_interval_of_alpha_is_feldts():
    """As held against psych elsewhere."""
    _, low, high = smallest_effects(10).intervals.loc["alpha"]
    value = float(smallest_effects(10).intervals.loc["alpha", "est"])
    wanted = feldt_interval(value, people=10, items=5)
    assert (low, high) == pytest.approx(tuple(map(float, wanted)))


def test_the_interval_of_a_spread_holds_the_true_one_as_often_as_it_says():
    _, low, high = smallest_effects(10).intervals.loc["spread"]
    seen = np.random.default_rng(2).normal(size=(40_000, 10)).std(axis=1, ddof=1)
    assert np.mean(seen * low > 1) == pytest.approx(0.025, abs=0.003)
    assert np.mean(seen * high < 1) == pytest.approx(0.025, abs=0.003)

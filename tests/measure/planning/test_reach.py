import pytest

from lederlib.measure import smallest_effects


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

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lederlib.model import peak_desks, peak_desks_law


@given(st.integers(1, 5), st.integers(0, 5), st.integers(0, 5), st.integers(2, 8))
def test_the_law_of_the_busiest_day_is_a_probability_with_the_right_mean(
    days, anchor, home, team
):
    assume(anchor + home <= days)
    week = {"days": days, "anchor": anchor, "home": home}
    law = peak_desks_law(**week, team=team)
    assert law.shape == (team + 1,)
    assert (law >= 0).all()
    assert law.sum() == pytest.approx(1)
    mean_day = team * (1 - week["home"] / week["days"])
    mean = law @ np.arange(team + 1)
    assert mean == pytest.approx(float(peak_desks(**week, team=team)))
    assert mean_day - 1e-9 <= mean <= team


def test_the_law_of_the_busiest_day_equals_the_count_over_all_weeks(every_week):
    present = every_week(5, 0, 3, team=3)
    busiest = present.sum(axis=1).max(axis=-1)
    counts = np.bincount(busiest, minlength=4) / len(busiest)
    assert peak_desks_law(5, anchor=0, home=3, team=3) == pytest.approx(counts)


def test_forty_people_on_five_days_can_be_counted(random_weeks):
    law = peak_desks_law(5, anchor=0, home=2, team=40)
    assert law.sum() == pytest.approx(1)
    drawn = random_weeks(5, 0, 2, team=40, weeks=4000).sum(axis=1).max(axis=-1)
    assert law @ np.arange(41) == pytest.approx(drawn.mean(), abs=0.15)


def test_a_fixed_day_needs_a_desk_for_everyone():
    law = peak_desks_law(5, anchor=1, home=3, team=7)
    assert law.tolist() == [0] * 7 + [1]


def test_a_team_too_large_to_count_is_refused_with_the_largest_that_is_not():
    with pytest.raises(ValueError, match="at most 48 people"):
        peak_desks(5, anchor=0, home=2, team=60)
    with pytest.raises(ValueError, match="home must be a whole number"):
        peak_desks_law(5, anchor=0, home=1.5, team=6)

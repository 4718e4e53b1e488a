import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.scenario import leader_loads, team_sizes
from lederlib.scenario.contagion.teams import USUAL_SPAN


@given(st.integers(1, 3000), st.floats(1, 200), st.floats(0, 2), st.integers(0, 100))
def test_everyone_has_a_leader_and_every_leader_somebody(people, span, unequal, seed):
    sizes = team_sizes(people, span=span, unequal=unequal, rng=seed)
    assert sizes.sum() == people
    assert sizes.min() >= 1
    assert sizes.size == max(round(people / span), 1)


def test_equal_teams_differ_by_one_at_most():
    sizes = team_sizes(8000, span=USUAL_SPAN)
    assert sizes.size == 280
    assert np.ptp(sizes) <= 1


def test_teams_spread_as_asked():
    sizes = team_sizes(80_000, span=100, unequal=0.5, rng=3)
    assert np.log(sizes).std() == pytest.approx(0.5, abs=0.02)


def test_the_same_leaders_carry_more_when_they_lead_more():
    small, large = (
        leader_loads(np.full(50, size), load=1.1, span_to_load=0.3) for size in (20, 40)
    )
    assert large / small == pytest.approx(2**0.3)


@given(st.floats(0, 3), st.integers(0, 50))
def test_at_the_usual_span_loads_lie_around_the_mean(load, seed):
    sizes = np.full(400, USUAL_SPAN)
    carried = leader_loads(sizes, load=load, span_to_load=0.6, rng=seed)
    assert carried.mean() == pytest.approx(load, rel=0.06)
    assert (np.abs(carried - load) <= load * 5 / 11 + 1e-12).all()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"employees": 0}, "employees must lie between 1 and 100000; got 0"),
        ({"employees": 1e9}, "employees must lie between"),
        ({"span": 0.5}, "span must lie between 1 and 1000; got 0.5"),
        ({"unequal": float("nan")}, "unequal must lie between 0 and 2; got nan"),
    ],
)
def test_bad_input_gets_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        team_sizes(**{"employees": 100, "span": 10} | wrong)

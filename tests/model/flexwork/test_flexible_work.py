import inspect

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.model import flexible_work, freedom, pair_days, team_days

HOME = st.integers(0, 5)
ANCHOR = st.integers(0, 5)
UNIT = st.floats(0, 1)
QUANTITIES = [
    name
    for name in inspect.signature(flexible_work).parameters
    if name in set(ledger())
]


def middle(**levers):
    """Return the model with both factors in the middle and small reaches."""
    return flexible_work(contact_reach=0.3, **{"home": 1} | levers)


@given(UNIT, UNIT, st.booleans(), st.integers(2, 40), st.integers(0, 99))
def test_the_status_quo_gives_both_factors_back_exactly(x11, x12, front, team, seed):
    drawn = ledger().draw(20, rng=seed)
    result = flexible_work(
        home=1,
        team=team,
        frontline=front,
        community=x11,
        flexibility=x12,
        **{name: drawn[name] for name in QUANTITIES},
    )
    assert (result["community"] == x11).all()
    assert (result["flexibility"] == x12).all()


@given(HOME, ANCHOR, st.integers(0, 1))
def test_a_home_day_more_gives_freedom_and_takes_contact(home, anchor, four):
    assume(home + anchor + four < 5)
    one, more = (middle(home=k, anchor=anchor, four_day=four) for k in (home, home + 1))
    assert more["freedom"] > one["freedom"]
    assert more["pair_days"] <= one["pair_days"]
    assert more["community"] <= one["community"]
    assert more["flexibility"] >= one["flexibility"]


@given(HOME, ANCHOR, st.integers(0, 1))
def test_a_fixed_day_more_gives_contact_and_no_freedom(home, anchor, four):
    assume(home + anchor + four < 5)
    one, more = (
        middle(home=home, anchor=a, four_day=four) for a in (anchor, anchor + 1)
    )
    assert more["pair_days"] >= one["pair_days"]
    assert more["team_days"] >= one["team_days"]
    assert more["community"] >= one["community"]
    assert more["freedom"] <= one["freedom"]
    assert more["flexibility"] <= one["flexibility"]


@given(HOME, ANCHOR, st.integers(2, 40), st.booleans(), st.integers(0, 99))
def test_both_factors_stay_between_red_and_green(home, anchor, team, front, seed):
    assume(home + anchor <= 5)
    drawn = ledger().draw(50, rng=seed)
    result = flexible_work(
        home=home,
        anchor=anchor,
        team=team,
        frontline=front,
        **{name: drawn[name] for name in QUANTITIES},
    )
    for name in ("community", "flexibility"):
        assert ((result[name] >= 0) & (result[name] <= 1)).all()


def test_the_days_are_those_of_the_co_presence_functions():
    week = {"anchor": 1, "home": 2}
    result = flexible_work(**week, team=9)
    assert result["pair_days"] == pair_days(5, **week)
    assert result["team_days"] == team_days(5, **week, team=9)
    assert result["freedom"] == freedom(5, **week)


def test_a_four_day_week_takes_a_shared_day_but_isolates_nobody():
    plain, short = middle(home=1), middle(home=1, four_day=1)
    home_instead = middle(home=2)
    assert short["pair_days"] == home_instead["pair_days"] < plain["pair_days"]
    assert home_instead["community"] < short["community"] <= plain["community"]
    assert short["flexibility"] - plain["flexibility"] == pytest.approx(0.2)


def test_at_the_front_home_days_are_capped_by_what_can_be_pooled():
    capped = flexible_work(home=[1, 2, 3], frontline=True, poolable_share=0.15)
    assert capped["pair_days"] == pytest.approx(
        np.full(3, float(pair_days(anchor=0, home=0.75)))
    )
    assert capped["freedom"] == pytest.approx(0.75 * np.log2(6))
    assert (capped["community"] == 0.5).all()


def test_choice_runs_straight_between_whole_home_days():
    share = np.array([0.2, 0.25, 0.3])
    bits = flexible_work(home=3, frontline=True, poolable_share=share)["freedom"]
    assert bits[1] == pytest.approx((bits[0] + bits[2]) / 2)
    assert bits[0] == freedom(anchor=0, home=1)


def test_wishes_for_shifts_raise_flexibility_alone():
    plain, wished = middle(), middle(shift_wishes=0.5)
    assert wished["flexibility"] - plain["flexibility"] == pytest.approx(0.15)
    assert wished["community"] == plain["community"]


def test_beyond_the_boundary_isolation_grows_faster():
    only_isolation = {"contact_reach": 0, "community": 1, "home_now": 0}
    community = [
        float(flexible_work(home=k, **only_isolation)["community"]) for k in range(5)
    ]
    steps = -np.diff(community)
    assert steps == pytest.approx([0.01, 0.01, 0.01 + 0.04, 0.01 + 0.08])


@given(st.integers(0, 99))
def test_up_to_two_home_days_nothing_to_speak_of_is_lost_and_then_more(seed):
    drawn = ledger().draw(50, rng=seed)
    worlds = {name: drawn[name] for name in QUANTITIES}
    found = [flexible_work(home=k, community=1, home_now=0, **worlds) for k in range(5)]
    steps = -np.diff([one["community"] for one in found], axis=0)
    assert (steps[:2] <= 0.0201).all()
    assert (steps[2:] > steps[0]).all()


def test_autonomy_needs_no_days_together_and_isolation_takes_them_back():
    alone = {"isolation_to_retention": 0, "home_now": 0}
    stay = [float(flexible_work(home=k, **alone)["staying"]) for k in range(6)]
    assert stay[0] == 0
    assert stay[5] == pytest.approx(0.22)
    assert (np.diff(stay) > 0).all()
    assert (np.diff(stay, 2) < 0).all()
    apart = flexible_work(home=[2, 4], autonomy_to_retention=0, home_now=0)
    lost = apart["community"] - 0.5
    assert apart["staying"] == pytest.approx(0.45 * lost)
    assert lost[1] < lost[0] <= 0


def test_the_same_days_for_all_keep_community_on_the_third_day():
    third = [
        flexible_work(home=3, agreement=share, home_now=2) for share in (0, 0.5, 1)
    ]
    community = [float(one["community"]) for one in third]
    assert community[0] < community[1] < community[2]
    assert community[2] == pytest.approx(0.5 - 0.01 - 0.04)


def test_the_defaults_are_the_ledgers():
    for name in QUANTITIES:
        default = inspect.signature(flexible_work).parameters[name].default
        assert default == ledger()[name].value, name


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"home": 4, "anchor": 2}, r"got 2 \+ 4 = 6"),
        ({"home": 8}, "home must lie between 0 and 7"),
        ({"home": 1, "shift_wishes": 2}, "shift_wishes must lie between 0 and 1"),
        ({"home": 1, "community": -1}, "community must lie between 0 and 1"),
        ({"home": 1, "poolable_share": 2}, "poolable_share must lie between 0 and 1"),
    ],
)
def test_what_lies_outside_is_said_in_a_sentence(wrong, message):
    with pytest.raises(ValueError, match=message):
        flexible_work(**wrong)


@pytest.mark.parametrize("lever", ["hours", "content", "contract"])
def test_a_say_over_the_job_moves_flexibility_and_nothing_else(lever):
    plain, chosen = middle(), middle(**{lever: 0.5})
    assert chosen["flexibility"] - plain["flexibility"] == pytest.approx(0.075)
    for name in plain.keys() - {"flexibility"}:
        assert np.array_equal(chosen[name], plain[name])
    without = middle(**{lever: 1.0}, choice_reach=0)
    assert without["flexibility"] == plain["flexibility"]


def test_days_at_home_are_as_asked_for_unless_citizens_limit_them():
    assert middle(home=3)["home_days"] == 3
    limited = middle(home=3, frontline=True, poolable_share=[0.1, 0.3, 0.8])
    assert limited["home_days"] == pytest.approx([0.5, 1.5, 3])

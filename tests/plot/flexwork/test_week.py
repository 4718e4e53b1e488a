import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.plot import plot_week
from lederlib.plot.flexwork.week import sample_week


@st.composite
def rules(draw):
    days = draw(st.integers(1, 5))
    anchor = draw(st.integers(0, days))
    home = draw(st.integers(0, days - anchor))
    team = draw(st.integers(1, 40))
    return {"days": days, "anchor": anchor, "home": home, "team": team}


@given(rules(), st.integers(0, 1000))
def test_everyone_keeps_the_rules(rule, seed):
    present = sample_week(**rule, rng=seed)
    assert present.shape == (rule["team"], rule["days"])
    assert (~present).sum(axis=1).tolist() == [rule["home"]] * rule["team"]
    assert present.all(axis=0).sum() >= rule["anchor"]


@given(st.integers(0, 4), st.integers(0, 100))
def test_one_more_home_day_only_takes_a_day_away(home, seed):
    fewer, more = (
        sample_week(5, anchor=0, home=days, team=12, rng=seed)
        for days in (home, home + 1)
    )
    assert (more <= fewer).all()


def test_half_a_home_day_is_shared_out_among_people():
    away = (~sample_week(5, anchor=1, home=1.5, team=100, rng=0)).sum(axis=1)
    assert set(away.tolist()) == {1, 2}
    assert abs(away.mean() - 1.5) < 0.15


def test_colleagues_share_the_days_that_the_model_expects():
    weeks = [
        sample_week(5, anchor=1, home=2, team=2, rng=seed).all(axis=0).sum()
        for seed in range(3000)
    ]
    assert np.mean(weeks) == pytest.approx(1 + 2**2 / 4, abs=0.06)


def test_words_count_who_is_at_work(lang):
    present = sample_week(5, anchor=0, home=2, team=12, rng=3)
    alt = plot_week(home=2, team=12, rng=3, lang=lang).alt
    monday = {"da": f"{present[:, 0].sum()} mandag", "en": "on Monday"}[lang]
    assert monday in alt
    assert str(present[:, 4].sum()) in alt


def test_too_many_days_are_refused():
    with pytest.raises(ValueError, match="home must lie between 0 and 2; got 3"):
        plot_week(5, anchor=3, home=3)


def test_a_team_that_agrees_is_at_home_on_the_same_days():
    agreed = sample_week(5, anchor=1, home=2, team=12, rng=3, agreement=1)
    assert (agreed == agreed[0]).all()
    assert agreed.sum(axis=1).tolist() == [3] * 12
    half = sample_week(5, anchor=0, home=2, team=100, rng=3, agreement=0.5)
    plans, people = np.unique(half, axis=0, return_counts=True)
    assert len(plans) > 1
    assert 40 <= people.max() <= 65


def test_agreement_leaves_the_weeks_of_those_who_choose_alone_as_they_are():
    alone = sample_week(5, anchor=0, home=2, team=12, rng=3)
    some = sample_week(5, anchor=0, home=2, team=12, rng=3, agreement=0.25)
    assert 0 < (alone != some).any(axis=1).sum() < 9

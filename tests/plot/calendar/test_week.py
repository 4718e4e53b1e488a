import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import cascade
from lederlib.plot import plot_calendar_week
from lederlib.plot.calendar.week import sample_chain

SHARES = st.floats(0, 1)


@given(SHARES, SHARES, st.integers(0, 500))
def test_only_booked_hours_give_way_and_only_free_ones_are_landed_in(
    booked, gives_way, seed
):
    chain = sample_chain(booked=booked, gives_way=gives_way, rng=seed)
    assert chain.booked[chain.moved].all()
    assert len({*chain.moved.tolist()}) == len(chain.moved)
    assert bool(len(chain.moved)) == bool(chain.booked.any())
    if chain.landed is not None:
        assert not chain.booked[chain.landed]


@given(SHARES, st.integers(0, 500))
def test_where_nothing_gives_way_one_meeting_moves(booked, seed):
    chain = sample_chain(booked=booked, gives_way=0, rng=seed)
    assert len(chain.moved) == bool(chain.booked.any())


@given(st.floats(0, 0.9), st.floats(0, 0.9), st.integers(0, 200))
def test_a_firmer_calendar_never_moves_more(firm, loose, seed):
    low, high = sorted((firm, loose))
    few, many = (
        sample_chain(booked=0.7, gives_way=share, rng=seed) for share in (low, high)
    )
    assert (few.booked == many.booked).all()
    assert len(few.moved) <= len(many.moved)


def test_chains_are_as_long_on_average_as_the_formula_says():
    lengths = [
        len(sample_chain(booked=0.65, gives_way=0.75, rng=seed).moved)
        for seed in range(2500)
    ]
    assert np.mean(lengths) == pytest.approx(cascade(0.65 * 0.75), rel=0.05)


def test_words_count_what_moved(lang):
    chain = sample_chain(booked=0.65, gives_way=0.75, rng=8)
    alt = plot_calendar_week(rng=8, lang=lang).alt
    assert f"{chain.booked.sum()} " in alt
    assert f"{len(chain.moved)} " in alt


def test_a_share_beyond_one_is_refused():
    with pytest.raises(ValueError, match=r"booked must lie between 0 and 1; got 1\.2"):
        plot_calendar_week(booked=1.2)

"""Oracles of co-presence: every possible week counted, and weeks at random."""

from itertools import combinations, product

import numpy as np
import pytest


@pytest.fixture(scope="session")
def every_week():
    return count_every_week


@pytest.fixture(scope="session")
def random_weeks():
    return draw_weeks


def count_every_week(days, anchor, home, team):
    """Return who is at work when in every possible week: (weeks, people, days)."""
    free = range(anchor, days)
    plans = [
        [day < anchor or day in chosen for day in range(days)]
        for chosen in combinations(free, days - anchor - home)
    ]
    return np.array(list(product(plans, repeat=team)))


def draw_weeks(days, anchor, home, team, weeks=40_000):
    rng = np.random.default_rng(7)
    order = rng.random((weeks, team, days - anchor)).argsort(axis=-1)
    fixed = np.ones((weeks, team, anchor), dtype=bool)
    return np.concatenate([fixed, order >= home], axis=-1)

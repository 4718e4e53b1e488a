"""Oracles of co-presence: every possible week counted, and weeks at random."""

from itertools import combinations, product

import numpy as np
import pytest


@pytest.fixture(scope="session")
def every_week():
    return count_every_week


@pytest.fixture(scope="session")
def chance_of_each():
    return chance_of


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


def chance_of(weeks, agreement):
    """Return how likely each is of `count_every_week`, the first being all agreed."""
    follows = (weeks == weeks[0, 0]).all(axis=-1)
    plans = round(len(weeks) ** (1 / weeks.shape[1]))
    return (agreement * follows + (1 - agreement) / plans).prod(axis=1)


def draw_weeks(days, anchor, home, team, *, weeks=40_000, agreement=0.0):
    rng = np.random.default_rng(7)
    order = rng.random((weeks, team, days - anchor)).argsort(axis=-1)
    agreed = rng.random((weeks, team, 1)) < agreement
    order = np.where(agreed, np.arange(days - anchor)[::-1], order)
    fixed = np.ones((weeks, team, anchor), dtype=bool)
    return np.concatenate([fixed, order >= home], axis=-1)

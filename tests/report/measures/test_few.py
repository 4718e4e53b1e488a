"""What is told of people leaves open whether few of them did anything."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.report.measures.few import nearest_multiple, size_class, told_item


@given(everyone=st.integers(10, 400), few=st.integers(0, 400), limit=st.integers(5, 10))
def test_who_subtracts_finds_nought_or_at_least_the_limit_possible(
    everyone, few, limit
):
    told = nearest_multiple(max(everyone - few, 0), limit)
    fits = [n for n in range(everyone + 1) if nearest_multiple(n, limit) == told]
    rest = {everyone - n for n in fits}
    assert rest & {0, *range(limit, everyone + 1)}
    assert set(fits) & {0, *range(limit, everyone + 1)}


@given(people=st.integers(5, 100_000))
def test_a_size_lies_in_its_class_and_a_class_holds_five_or_more(people):
    low, high = size_class(people)
    assert low <= people
    assert high is None or (people <= high and high - low >= 4)


def tables(people, options):
    """Return every table of whole numbers of so many people, a row a table."""
    cuts = np.array(list(combinations(range(people + options - 1), options - 1)))
    walls = np.column_stack(
        [np.full(len(cuts), -1), cuts, np.full(len(cuts), people + options - 1)]
    )
    return np.diff(walls, axis=1) - 1


ANSWERS = np.arange(1, 6)
TABLES = {people: tables(people, 5) for people in range(8, 21)}


def figures(counts):
    """Return number, mean, spread, floor and ceiling of many tables."""
    people = counts.sum(axis=1)
    mean = counts @ ANSWERS / people
    square = counts @ ANSWERS**2 - people * mean**2
    return people, mean, np.sqrt(np.maximum(square, 0) / (people - 1))


def fitting(told, *, whole, limit=5):
    """Return the tables that would be told in the same words."""
    about = [
        n for n in TABLES if (n if whole else nearest_multiple(n, limit)) == told.n
    ]
    counts = np.vstack([TABLES[n] for n in about])
    _, mean, sd = figures(counts)
    fits = np.ones(len(counts), dtype=bool)
    half = 0.5 * 10.0**-told.digits + 1e-9
    for found, shown in ((mean, told.mean), (sd, told.sd)):
        if not np.isnan(shown):
            fits &= np.abs(found - round(shown, told.digits)) <= half
    for place, shown in ((0, told.floor), (-1, told.ceiling)):
        if not np.isnan(shown):
            near = [nearest_multiple(int(c), limit) / told.n for c in counts[:, place]]
            fits &= np.isclose(near, shown)
    return counts[fits]


@pytest.mark.parametrize("whole", [True, False])
def test_no_answer_is_sure_to_have_been_given_by_few(whole):
    rng = np.random.default_rng(4)
    shown = 0
    for _ in range(20):
        people = int(rng.integers(10, 16))
        chances = rng.dirichlet(np.full(5, rng.choice([0.3, 1.0, 4.0])))
        counts = rng.multinomial(people, chances)
        answers = pd.Series(np.repeat(ANSWERS, counts), dtype=float)
        told = told_item(answers, (1, 5), whole=whole, limit=5)
        shown += not np.isnan(told.mean)
        possible = fitting(told, whole=whole)
        assert (possible == counts).all(axis=1).any()
        for place in np.flatnonzero((counts > 0) & (counts < 5)):
            at = possible[:, place]
            assert ((at == 0) | (at >= 5)).any(), (counts, told)
    assert shown > 5


def test_many_answers_keep_their_decimals():
    answers = pd.Series(np.repeat(ANSWERS, [20, 60, 90, 70, 10]), dtype=float)
    told = told_item(answers, (1, 5), whole=True, limit=5)
    assert told.digits == 2
    assert (told.floor, told.ceiling) == (0.08, 0.04)


def test_of_an_item_almost_all_answered_alike_no_spread_is_told_exactly():
    answers = pd.Series([3.0] * 30 + [2.0])
    assert told_item(answers, (1, 5), whole=True, limit=5).digits < 2

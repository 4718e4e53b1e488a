from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers.small_cells import cross
from lederlib.answers.small_sets import computable, smallest_leak


def rank(rows):
    return np.linalg.matrix_rank(np.asarray(rows, dtype=float))


def leaks_by_trying_all(shown, people, limit):
    """Try every combination with weights -1, 0 and 1 of fewer people than the limit."""
    for weights in product((-1, 0, 1), repeat=len(people)):
        few = 0 < people[np.array(weights) != 0].sum() < limit
        if few and rank([*shown, weights]) == rank(shown):
            return True
    return False


@st.composite
def crossings(draw):
    cuts = draw(st.integers(1, 3))
    codes = st.lists(st.integers(-1, 2), min_size=cuts, max_size=cuts)
    groups = np.array(draw(st.lists(codes, min_size=1, max_size=14)))
    cells = cross(groups, np.zeros(len(groups), dtype=int), 5)
    told = draw(st.lists(st.booleans(), min_size=len(cells.cut)))
    told = np.resize(np.array([*told, True]), len(cells.cut))
    told[0] = True
    return cells, told


@given(crossings(), st.integers(2, 5))
def test_the_search_finds_a_leak_exactly_when_trying_all_finds_one(case, limit):
    cells, told = case
    if len(cells.counts) > 7:
        return
    shown, people = cells.member[told], cells.atom_people
    found = smallest_leak(shown, people, limit)
    expected = leaks_by_trying_all(shown, people, limit)
    assert found.any() >= expected
    if found.any():
        spread = rank([*shown[:, ~found].T, np.zeros(len(shown))])
        assert spread < rank(shown), "what was found is no leak of any weights"


def test_two_nearly_equal_groups_tell_their_two_odd_people_apart():
    first, second = [True, True, False, True], [True, False, True, True]
    shown, people = np.array([first, second]), np.array([9, 1, 1, 4])
    assert smallest_leak(shown, people, 5).tolist() == [False, True, True, False]


def test_a_well_filled_table_leaks_nothing():
    groups = np.array(list(product(range(6), range(6))) * 3)
    cells = cross(groups, np.zeros(len(groups), dtype=int), 5)
    assert not smallest_leak(cells.member, cells.atom_people, 5).any()


def test_a_large_remainder_is_computable_and_half_of_it_is_not():
    shown = np.array([[True, True, True], [True, False, False]])
    cells = np.array([[False, True, True], [False, True, False]])
    assert computable(shown, cells).tolist() == [True, False]

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.answers.exchanges import Exchanges, open_blocks, whole_blocks


def one_cut(*counts, told, limit=5):
    """Return a cut into groups of (red, yellow, green) under a shown total."""
    counts = np.array(counts)
    people = counts.sum(axis=1)
    return Exchanges(
        place=np.arange(1, len(counts) + 1)[:, None],
        counts=counts,
        told=np.array([True, *told]),
        people=np.array([people.sum(), *people]),
        limit=limit,
    )


def test_few_who_share_a_block_with_enough_others_are_safe():
    table = one_cut((1, 1, 1), (2, 2, 2), (9, 9, 9), told=(False, False, True))
    assert not open_blocks(table).size


def test_few_in_a_block_of_nearly_one_colour_take_the_next_smallest_group_in():
    table = one_cut((3, 0, 0), (0, 2, 0), (9, 9, 9), (5, 5, 5), told=(0, 0, 1, 1))
    assert open_blocks(table).tolist() == [4]


def test_everyones_row_gives_way_only_where_nothing_else_is_left():
    counts = (2, 0, 0), (9, 0, 1)
    assert open_blocks(one_cut(*counts, told=(False, True))).tolist() == [2]
    assert open_blocks(one_cut(*counts, told=(False, False))).tolist() == [0]


def test_where_cuts_cross_the_one_with_most_cells_gives_way():
    place = np.array([[1, 4], [1, 5], [2, 4], [3, 5]])
    counts = np.array([[4, 4, 4], [1, 1, 0], [4, 4, 4], [4, 4, 4]])
    members = [place == cell for cell in range(1, 6)]
    people = [counts[cell.any(axis=1)].sum() for cell in members]
    table = Exchanges(
        place=place,
        counts=counts,
        told=np.ones(6, dtype=bool),
        people=np.array([counts.sum(), *people]),
        limit=5,
    )
    assert open_blocks(table).tolist() == [1]


@given(st.lists(st.tuples(*[st.integers(0, 4)] * 3), min_size=2, max_size=5))
def test_a_block_is_open_exactly_when_some_few_cannot_be_freed_of_a_colour(counts):
    counts = [each for each in counts if sum(each)]
    if not counts:
        return
    table = one_cut(*counts, told=(False,) * len(counts))
    sizes, total = np.sum(counts, axis=1), np.sum(counts, axis=0)
    unions = [
        sum(size for k, size in enumerate(sizes) if which >> k & 1)
        for which in range(1 << len(sizes))
    ]
    most = max(union for union in unions if union < 5)
    assert bool(open_blocks(table).size) == (most > total.sum() - total.max())


@pytest.mark.parametrize(("cell", "whole"), [((1, 1, 0), True), ((1, 0, 0), False)])
def test_a_cell_is_computable_only_if_it_cuts_no_block_in_two(cell, whole):
    table = one_cut((2, 2, 2), (2, 2, 2), (3, 3, 3), told=(False, False, True))
    assert whole_blocks(table, np.array([cell], dtype=bool)).tolist() == [whole]

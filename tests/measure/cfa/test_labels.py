from itertools import permutations

import pytest

from lederlib.measure.cfa.labels import tie_cells
from lederlib.measure.cfa.parameters import Cell


def labelled(label, value=None):
    return Cell(
        lhs="f",
        op="=~",
        rhs="y",
        group=0,
        matrix="loadings",
        row=0,
        column=0,
        free=value is None,
        value=value,
        label=label,
    )


LABELLED = [labelled(name) for name in ("a", "b", "c", "d", "")]


@pytest.mark.parametrize("ties", [*permutations([("a", "b"), ("c", "b"), ("c", "d")])])
def test_a_chain_of_ties_is_one_parameter_in_any_order(ties):
    found = tie_cells(LABELLED, ties)
    assert len({held.label for held in found[:4]}) == 1
    assert all(held.free for held in found)
    assert found[4] == LABELLED[4]


@pytest.mark.parametrize("ties", [*permutations([("a", "b"), ("b", "c"), ("c", 0.5)])])
def test_a_number_reaches_all_that_are_tied_to_it(ties):
    found = tie_cells(LABELLED, ties)
    assert [held.value for held in found] == [0.5, 0.5, 0.5, None, None]
    assert [held.free for held in found] == [False, False, False, True, True]


def test_a_fixed_parameter_fixes_all_that_are_tied_to_it():
    found = tie_cells([labelled("a", 1.0), labelled("b"), labelled("c")], [("b", "a")])
    assert [held.value for held in found] == [1, 1, None]


@pytest.mark.parametrize("tie", [("q", "a"), ("a", "q"), ("q", 0.5)])
def test_a_label_that_no_parameter_has_is_named(tie):
    with pytest.raises(ValueError, match="ties the label 'q', which no parameter has"):
        tie_cells(LABELLED, [tie])


@pytest.mark.parametrize(
    ("cells", "ties"),
    [
        (LABELLED, [("a", 1), ("a", 2)]),
        (LABELLED, [("a", 1), ("b", 2), ("a", "b")]),
        ([labelled("a", 1.0), labelled("b")], [("b", "a"), ("b", 2)]),
    ],
)
def test_a_label_is_never_fixed_to_two_numbers(cells, ties):
    with pytest.raises(
        ValueError, match=r"model fixes the label '.' to both . and .[.]"
    ):
        tie_cells(cells, ties)


def test_the_same_number_said_twice_is_no_contradiction():
    assert tie_cells(LABELLED, [("a", 1), ("a", 1.0)])[0].value == 1

from itertools import permutations

import numpy as np
import pytest

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.implied import implied
from lederlib.measure.cfa.labels import tie_cells
from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.parameters import Cell, make_cell, place_of
from lederlib.measure.cfa.plain_models import at_moments, plain_model
from lederlib.measure.cfa.syntax import read_syntax

FRAME = Frame(items=("y1", "y2", "meaning"), factors=("f", "g", "h"), levels={"y1": 4})


def placed(*name, **said):
    return make_cell(FRAME, name, 0, Modifier(**said))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (("g", "=~", "y2"), ("loadings", 1, 1)),
        (("h", "=~", "f"), ("paths", 0, 2)),
        (("y2", "~~", "meaning"), ("residuals", 1, 2)),
        (("f", "~~", "h"), ("factors", 0, 2)),
        (("meaning", "~1", ""), ("intercepts", 2, 0)),
        (("h", "~1", ""), ("means", 2, 0)),
        (("y1", "|", "t3"), ("thresholds", 0, 2)),
        (("y1", "~*~", "y1"), ("scales", 0, 0)),
    ],
)
def test_every_parameter_has_its_place(name, place):
    assert place_of(placed(*name)) == place


@pytest.mark.parametrize(("first", "second"), [("y1", "meaning"), ("f", "g")])
def test_a_covariance_has_one_place_whichever_way_it_is_written(first, second):
    ways = [placed(first, "~~", second), placed(second, "~~", first)]
    assert place_of(ways[0]) == place_of(ways[1])
    assert place_of(placed("f", "=~", "y2")) != place_of(placed("g", "=~", "y1"))


def test_only_a_number_fixes_a_parameter():
    held = placed("f", "=~", "y2", fixed=0.0, label="a")
    assert (held.free, held.value, held.label) == (False, 0, "a")
    begun = placed("f", "=~", "y2", start=0.3)
    assert (begun.free, begun.value, begun.label) == (True, 0.3, "")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (("f", "=~", "meanin"), "'meanin', which is no item. Nearest: 'meaning'"),
        (("f", "~~", "y1"), "two items or two factors; got 'f ~~ y1'"),
        (("y1", "|", "t4"), "'y1' has the thresholds t1, t2, t3; got 't4'"),
        (("y2", "|", "t1"), "Only ordered items have .* got 'y2 | t1'"),
        (("y2", "~*~", "y2"), "Only ordered items have"),
    ],
)
def test_what_has_no_place_is_named(name, message):
    with pytest.raises(ValueError, match=message.replace("|", r"\|")):
        placed(*name)


def cells(model, **options):
    syntax = read_syntax(model)
    frame = Frame(
        items=syntax.items(), factors=syntax.factors(), **{"levels": {}, **options}
    )
    table = parameter_table(syntax, frame)
    return {(cell.lhs, cell.op, cell.rhs, cell.group): cell for cell in table}


def test_the_first_loading_is_one_unless_factors_have_variance_one():
    first = cells("f =~ y1 + y2 + y3")
    assert (first["f", "=~", "y1", 0].value, first["f", "~~", "f", 0].free) == (1, True)
    second = cells("f =~ y1 + y2 + y3", std_lv=True)
    assert second["f", "=~", "y1", 0].free
    assert second["f", "~~", "f", 0].value == 1


def test_a_freed_first_loading_stays_free():
    assert cells("f =~ NA*y1 + y2 + y3\nf ~~ 1*f")["f", "=~", "y1", 0].free


def test_only_factors_that_no_other_factor_measures_covary():
    found = cells("f =~ y1 + y2\ng =~ y3 + y4\nk =~ y5 + y6\nh =~ f + g")
    covary = {key[:3] for key in found if key[1] == "~~" and key[0] != key[2]}
    assert covary == {("k", "~~", "h")}
    assert found["h", "=~", "g", 0].matrix == "paths"


def test_an_item_alone_on_its_factor_has_no_residual():
    found = cells("f =~ y1\ng =~ y2 + y3")
    assert not found["y1", "~~", "y1", 0].free
    assert found["y2", "~~", "y2", 0].free


def test_a_label_shared_with_a_fixed_parameter_fixes_the_rest():
    found = cells("f =~ a*y1 + a*y2 + y3")
    assert not found["f", "=~", "y2", 0].free
    assert found["f", "=~", "y2", 0].value == 1


def test_ties_join_labels_and_fix_them_to_numbers():
    found = cells("f =~ y1 + a*y2 + b*y3 + d*y4\na == b\nd == 0.5")
    assert found["f", "=~", "y2", 0].label == found["f", "=~", "y3", 0].label
    assert found["f", "=~", "y4", 0].value == 0.5


def test_every_group_has_its_own_cells():
    found = cells("f =~ y1 + c(0.5, NA)*y2 + y3", groups=2, means=True)
    assert found["f", "=~", "y2", 0].value == 0.5
    assert found["f", "=~", "y2", 1].free
    assert ("y1", "~1", "", 1) in found


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("f =~ y1 + y2\nf ~~ y1", "two items or two factors"),
        ("f =~ y1 + c(1, 2, 3)*y2", "one for each of 1 groups; got 3"),
        ("f =~ a*y1 + y2\nq == a", "label 'q'"),
        ("f =~ y1 + y2\ny1 | t1", "Only ordered items"),
    ],
)
def test_what_a_measurement_model_has_not_is_named(model, message):
    with pytest.raises(ValueError, match=message):
        cells(model)


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


GROUPED = "f =~ y1 + c(a, a)*y2 + y3\ng =~ y4 + y5\ny1 ~~ y4"
FIXED = "f =~ 1*y1 + 0.5*y2\nf ~~ 1*f\ny1 ~~ 1*y1\ny2 ~~ 2*y2"


def test_equal_labels_are_one_estimate_in_every_group(build):
    model = build(GROUPED, groups=2)
    point = np.arange(1.0, model.estimates + 1)
    first, second = (model.matrices(point, number) for number in range(2))
    assert first.loadings[1, 0] == second.loadings[1, 0]
    assert first.loadings[2, 0] != second.loadings[2, 0]
    assert all(group.distinct for group in model.groups)
    assert model.estimates == 2 * build(GROUPED.replace("c(a, a)*", "")).estimates - 1
    assert not build("f =~ y1 + a*y2 + a*y3").groups[0].distinct


def test_covariances_stand_on_both_sides_of_the_diagonal(build):
    model = build(GROUPED, groups=2)
    for number in range(2):
        found = model.matrices(np.arange(1.0, model.estimates + 1), number)
        for square in (found.factors, found.residuals):
            assert (square == square.T).all()
            assert square.any()


def test_estimates_move_only_what_is_free(build):
    model = build(GROUPED, groups=2)
    low, high = (model.values(np.full(model.estimates, at)) for at in (1.0, 2.0))
    assert (high[model.target >= 0] - low[model.target >= 0] == 1).all()
    assert (high[model.target < 0] == low[model.target < 0]).all()


def test_a_model_may_have_nothing_to_estimate(build):
    model = build(FIXED)
    assert model.estimates == 0
    found = model.matrices(np.zeros(0), 0)
    assert found.loadings.ravel().tolist() == [1, 0.5]
    assert np.diag(found.residuals).tolist() == [1, 2]


RNG = np.random.default_rng(9)
MOMENTS = [
    (RNG.normal(size=4), np.cov(RNG.normal(size=(30, 4)), rowvar=False))
    for _ in range(2)
]


def frame(*, means):
    return Frame(items=tuple("abcd"), factors=("f",), groups=2, means=means, levels={})


@pytest.mark.parametrize("means", [False, True])
def test_everything_related_gives_back_any_moments(means):
    model = plain_model(frame(means=means), related=True)
    estimate = at_moments(model, MOMENTS)
    assert model.estimates == 2 * (10 + 4 * means)
    for number, (mean, cov) in enumerate(MOMENTS):
        found = implied(model.matrices(estimate, number))
        np.testing.assert_allclose(found.cov, cov, rtol=1e-12)
        np.testing.assert_allclose(found.mean, mean * means, rtol=1e-12)


@pytest.mark.parametrize("means", [False, True])
def test_nothing_related_keeps_only_variances_and_means(means):
    model = plain_model(frame(means=means), related=False)
    estimate = at_moments(model, MOMENTS)
    assert model.estimates == 2 * (4 + 4 * means)
    for number, (mean, cov) in enumerate(MOMENTS):
        found = implied(model.matrices(estimate, number))
        np.testing.assert_allclose(found.cov, np.diag(np.diag(cov)), rtol=1e-12)
        np.testing.assert_allclose(found.mean, mean * means, rtol=1e-12)

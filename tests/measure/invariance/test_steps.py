from itertools import pairwise

import pytest

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.matrices import build_model
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.syntax import read_syntax
from lederlib.measure.invariance.steps import (
    CONTINUOUS,
    ORDERED,
    parameter_names,
    step_cells,
)

MODEL = "f =~ a + b + c + d\ng =~ e + h + i + k"


def estimates(levels, free=(), groups=2):
    syntax = read_syntax(MODEL)
    ordered = dict.fromkeys(syntax.items(), levels) if levels else {}
    frame = Frame(
        items=syntax.items(),
        factors=syntax.factors(),
        groups=groups,
        means=True,
        std_lv=True,
        levels=ordered,
        theta=True,
    )
    cells = parameter_table(syntax, frame)
    steps = ORDERED if levels else CONTINUOUS
    counts = [
        build_model(frame, step_cells(cells, frame, syntax, step, free)).estimates
        for step in steps
    ]
    return [before - after for before, after in pairwise(counts)]


@pytest.mark.parametrize("levels", [3, 4, 5, 7])
def test_ordered_steps_save_as_many_as_wu_and_estabrook_say(levels):
    assert estimates(levels) == [8 * (levels - 3), 8 - 2, 8 - 2, 8]


def test_two_answers_are_only_tested_together():
    assert estimates(2) == [0, 0, 8 - 2 * 2, 8]


def test_continuous_steps_save_loadings_intercepts_and_residuals():
    assert estimates(0) == [6, 6, 8]
    assert estimates(0, groups=4) == [18, 18, 24]


def test_what_stays_free_is_not_saved():
    assert estimates(0, free=["f =~ b", "e ~1", "k ~~ k"]) == [5, 5, 7]
    assert estimates(5, free=["f =~ b", "e ~1", "k ~~ k"]) == [16, 5, 5, 7]


def test_only_what_some_step_holds_equal_can_stay_free():
    syntax = read_syntax(MODEL)
    frame = Frame(items=syntax.items(), factors=syntax.factors(), means=True, levels={})
    names = parameter_names(parameter_table(syntax, frame), frame)
    assert "f =~ a" in names
    assert "a ~1" in names
    assert "f ~~ g" not in names

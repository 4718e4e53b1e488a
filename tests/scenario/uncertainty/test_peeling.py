import importlib
import os
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.scenario.uncertainty.peeling import (
    MOST_LINES,
    find_box,
    fit,
    inside,
    peeled_boxes,
)

RANDOM = np.random.default_rng(0)
VALUES = RANDOM.random((5, 3000))
NOISE = RANDOM.random(3000) < 0.05
CORNER = (VALUES[0] > 0.6) & (VALUES[1] < 0.4)


def box_of(marks, values=VALUES):
    return find_box(values, marks, peel=0.05, smallest=0.05)


def prim():
    """Import the EMA workbench's PRIM; a user may lack it, and CI may not."""
    if os.environ.get("CI"):
        return importlib.import_module("ema_workbench.analysis.prim")
    return pytest.importorskip(
        "ema_workbench.analysis.prim", reason="needs the group oracle"
    )


@pytest.mark.filterwarnings("ignore")
def test_peeling_takes_the_steps_of_the_ema_workbenchs_prim():
    module = prim()
    names = list("abcde")
    marks = CORNER | NOISE
    theirs = module.Prim(
        pd.DataFrame(VALUES.T, columns=names), marks, threshold=0.5, peel_alpha=0.05
    )
    start = module.PrimBox(theirs, theirs.box_init, theirs.yi_remaining[:])
    steps = theirs._peel(start).peeling_trajectory
    ours = peeled_boxes(VALUES, marks)
    within = [inside(box, VALUES) for box in ours]
    assert len(ours) == len(steps)
    assert [one.mean() for one in within] == pytest.approx(steps["mass"], abs=0.002)
    assert [marks[one].mean() for one in within] == pytest.approx(
        steps["density"], abs=0.02
    )
    assert [marks[one].sum() / marks.sum() for one in within] == pytest.approx(
        steps["coverage"], abs=0.02
    )


@given(st.floats(0.2, 0.8), st.floats(0.2, 0.8), st.integers(0, 4), st.integers(0, 4))
def test_a_corner_is_found_again_where_it_lies(left, top, column, other):
    marks = (VALUES[column] > left) & (VALUES[other] < top)
    if not 0.05 < marks.mean() < 0.6:
        return
    box = box_of(marks | NOISE)
    assert box.lines == sorted({column, other})
    assert box.low[column] == pytest.approx(left, abs=0.05)
    assert box.high[other] == pytest.approx(top, abs=0.05)


def test_every_step_of_a_peeling_holds_less_and_is_denser():
    marks = CORNER | NOISE
    within = [inside(box, VALUES) for box in peeled_boxes(VALUES, marks)]
    shares = [marks[one].mean() for one in within]
    assert all(after > before for before, after in pairwise(shares))
    assert not any((after & ~before).any() for before, after in pairwise(within))
    assert within[-1].mean() >= 0.05


def test_choices_are_cut_between_whole_numbers():
    values = np.stack([RANDOM.integers(0, 3, 2000).astype(float), RANDOM.random(2000)])
    box = box_of(values[0] == 2, values)
    assert box.lines == [0]
    assert box.low[0] == 1.5


def test_a_rule_keeps_no_idle_line_and_at_most_three():
    tight = np.abs(VALUES - 0.5).max(axis=0) < 0.4
    assert len(box_of(tight).lines) <= MOST_LINES
    assert box_of(CORNER | NOISE).lines == [0, 1]


def test_where_nothing_can_be_told_apart_no_line_is_drawn():
    values = np.ones((2, 50))
    assert box_of(np.arange(50) < 20, values).lines == []


def test_the_fit_is_between_density_and_coverage():
    chosen, marks = np.arange(100) < 40, np.arange(100) < 10
    assert 0.25 < fit(chosen, marks) < 1
    assert fit(marks, marks) == 1
    assert fit(~marks & False, marks & False) == 0

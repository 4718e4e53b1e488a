import numpy as np
import pytest

from lederlib.measure.cfa.least_squares import (
    implied_statistics,
    rows_of,
    statistic_slopes,
)
from lederlib.measure.cfa.parameters import Frame, build_model, parameter_table
from lederlib.measure.cfa.search import gather_columns
from lederlib.measure.cfa.syntax import read_syntax

MODEL = """
f =~ NA*a + b + x*c
g =~ NA*d + x*e + y
f ~~ 1*f
g ~~ 1*g
a ~~ e
f ~ NA*1
b ~ NA*1
"""


def model_of(*, theta, extra=""):
    syntax = read_syntax(MODEL + extra)
    levels = dict.fromkeys("abcde", 4)
    frame = Frame(
        items=syntax.items(),
        factors=syntax.factors(),
        means=True,
        levels=levels,
        theta=theta,
    )
    return build_model(frame, parameter_table(syntax, frame))


@pytest.mark.parametrize(
    ("theta", "extra"),
    [(False, "b ~*~ NA*b"), (True, "b ~~ NA*b"), (True, ""), (False, "")],
)
def test_slopes_are_what_the_statistics_do(theta, extra):
    model = model_of(theta=theta, extra=extra)
    rows = rows_of(model)
    point = np.random.default_rng(1).uniform(0.4, 0.9, model.estimates)

    def at(estimate):
        return implied_statistics(model, model.matrices(estimate, 0), rows)

    group = model.groups[0]
    moved = statistic_slopes(model, model.matrices(point, 0), group, rows)
    told = gather_columns(model, group, moved)
    for place in range(model.estimates):
        step = np.zeros(model.estimates)
        step[place] = 1e-6
        seen = (at(point + step) - at(point - step)) / 2e-6
        assert np.allclose(told[:, place], seen, atol=1e-7)


def test_a_response_has_variance_one_where_theta_says_so():
    model = model_of(theta=True)
    point = np.random.default_rng(2).uniform(0.4, 0.9, model.estimates)
    rows = rows_of(model)
    wider = point.copy()
    places = [
        target
        for cell, target in zip(model.cells, model.target, strict=True)
        if cell.matrix == "thresholds" and cell.lhs == "a"
    ]
    wider[places] *= 2
    first, second = (
        implied_statistics(model, model.matrices(estimate, 0), rows)
        for estimate in (point, wider)
    )
    assert (first[:3] != second[:3]).all()
    assert (first[3:] == second[3:]).all()

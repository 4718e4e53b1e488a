from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa.implied import implied, slope
from lederlib.measure.cfa.maximum_likelihood import (
    casewise_scores,
    ml_objective,
    observed_curve,
)
from lederlib.measure.cfa.parameters import Frame, build_model, parameter_table
from lederlib.measure.cfa.sample import sample_of
from lederlib.measure.cfa.search import gather_columns, starting_values
from lederlib.measure.cfa.syntax import read_syntax

TABLES = Path(__file__).parents[2] / "reference" / "tables"
MODEL = (
    "f =~ y1 + a*y2 + a*y3\ng =~ y5 + y6 + y7\nk =~ y9 + y10\nh =~ f + g + k\ny1 ~~ y5"
)


@pytest.fixture(params=["continuous", "missing_at_random"])
def task(request):
    syntax = read_syntax(MODEL)
    frame = Frame(items=syntax.items(), factors=syntax.factors(), means=True, levels={})
    data = pd.read_csv(TABLES / f"{request.param}.csv")
    sample = sample_of(data[list(syntax.items())].to_numpy())
    model = build_model(frame, parameter_table(syntax, frame))
    return model, sample, starting_values(model, [(sample.mean, sample.cov)])


def differences(function, point, step=1e-5):
    rows = []
    for place in range(len(point)):
        move = np.zeros(len(point))
        move[place] = step
        rows.append((function(point + move) - function(point - move)) / (2 * step))
    return np.array(rows)


def test_the_gradient_is_what_the_discrepancy_does(task):
    model, sample, point = task
    objective = ml_objective(model, [sample])
    told = objective.slopes(point)[0]
    assert np.allclose(told, differences(objective.value, point), atol=1e-6)


def test_the_observed_curve_is_what_the_gradient_does(task):
    model, sample, point = task
    objective = ml_objective(model, [sample])
    seen = differences(lambda at: objective.slopes(at)[0], point)
    assert np.allclose(observed_curve(model, [sample], point), seen, atol=1e-5)


def test_scores_of_all_people_add_up_to_the_gradient(task):
    model, sample, point = task
    moments = implied(model.matrices(point, 0))
    moved = slope(moments, model.groups[0].free)
    scores = casewise_scores(moments, moved, sample, means=True)
    total = gather_columns(model, model.groups[0], scores).sum(axis=0)
    gradient = ml_objective(model, [sample]).slopes(point)[0]
    assert np.allclose(total, -gradient * sample.n / 2, atol=1e-6)


def test_impossible_covariances_have_an_infinite_discrepancy(task):
    model, sample, point = task
    bad = point.copy()
    places = [
        target
        for cell, target in zip(model.cells, model.target, strict=True)
        if cell.op == "~~" and cell.lhs == cell.rhs and target >= 0
    ]
    bad[places] = -5.0
    assert np.isinf(ml_objective(model, [sample]).value(bad))

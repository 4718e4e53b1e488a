from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.implied import implied, slope
from lederlib.measure.cfa.information import casewise_scores, observed_information
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.matrices import build_model
from lederlib.measure.cfa.objective import gather_columns
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.sample import sample_of
from lederlib.measure.cfa.starting_values import starting_values
from lederlib.measure.cfa.syntax import read_syntax

MODEL = "f =~ y1 + y2 + y3 + y4"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("skewed", {}),
        ("skewed", {"estimator": "MLR"}),
        ("missing_at_random", {"estimator": "MLR", "missing": "fiml"}),
    ],
)
def test_everybody_twice_is_twice_the_evidence(name, options, table):
    once = cfa(MODEL, table(name), **options)
    twice = cfa(MODEL, pd.concat(2 * [table(name)], ignore_index=True), **options)
    np.testing.assert_allclose(twice.estimates["est"], once.estimates["est"], rtol=1e-6)
    assert twice.chi2 == pytest.approx(2 * once.chi2, rel=1e-6)
    assert twice.loglik == pytest.approx(2 * once.loglik, rel=1e-9)
    np.testing.assert_allclose(
        twice.fit.covariance, once.fit.covariance / 2, rtol=1e-4, atol=1e-10
    )
    scale = once.scaling_factor
    assert twice.scaling_factor == pytest.approx(scale, rel=1e-5, nan_ok=True)


def test_clusters_of_one_person_are_no_clusters(table):
    data = table("skewed").assign(person=lambda rows: rows.index)
    plain = cfa(MODEL, data, "MLR").estimates
    alone = cfa(MODEL, data, "MLR", cluster="person").estimates
    both = plain.merge(alone, on=["lhs", "op", "rhs"], suffixes=("", "_alone"))
    assert len(both) == len(plain)
    correction = np.sqrt(len(data) / (len(data) - 1))
    np.testing.assert_allclose(both["est_alone"], both["est"], rtol=1e-6)
    np.testing.assert_allclose(both["se_alone"], correction * both["se"], rtol=1e-6)


def test_without_gaps_full_information_is_the_same_fit(table):
    plain, full = (
        cfa(MODEL, table("skewed")),
        cfa(MODEL, table("skewed"), missing="fiml"),
    )
    assert full.chi2 == pytest.approx(plain.chi2, rel=1e-8)
    assert full.loglik == pytest.approx(plain.loglik, rel=1e-10)
    # Nothing is missing, so that the correction for gaps has nothing to correct.
    for name in ("cfi", "tli", "rmsea", "rmsea_low", "rmsea_high"):
        found = getattr(full, f"robust_{name}")
        assert found == pytest.approx(getattr(plain, name), abs=1e-6), name


TABLES = Path(__file__).parents[2] / "reference" / "tables"
SECOND_ORDER = (
    "f =~ y1 + a*y2 + a*y3\ng =~ y5 + y6 + y7\nk =~ y9 + y10\nh =~ f + g + k\ny1 ~~ y5"
)


@pytest.fixture(params=["continuous", "missing_at_random"])
def task(request):
    syntax = read_syntax(SECOND_ORDER)
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
    assert np.allclose(observed_information(model, [sample], point), seen, atol=1e-5)


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

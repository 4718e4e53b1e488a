"""What `sem` refuses, what it leaves to others, and laws that its figures obey."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize

from lederlib.measure import Moments, cfa, factor_reliability, sem
from lederlib.measure.cfa.frame import Frame, raised_items
from lederlib.measure.cfa.group_equal import KINDS, kind_of
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.parameters import make_cell
from lederlib.measure.cfa.syntax import DERIVED, MEASURED, STRUCTURAL, read_syntax

FACTORS = "trust =~ t1 + t2 + t3 + t4\nbond =~ b1 + b2 + b3 + b4\n"
PATH = "strain ~ a*load + woman\nleave ~ b*strain + load"


@pytest.fixture(scope="module")
def data(table):
    return table("structure")


def estimate(found, lhs, op, rhs=""):
    keys = found.estimates.set_index(["lhs", "op", "rhs"])
    return float(keys.loc[(lhs, op, rhs), "est"])


def test_a_regression_is_that_of_least_squares(data):
    found = sem("leave ~ strain + load + age", data)
    table = np.column_stack([np.ones(len(data)), data[["strain", "load", "age"]]])
    weights, left, *_ = np.linalg.lstsq(table, data["leave"], rcond=None)
    for name, weight in zip(["strain", "load", "age"], weights[1:], strict=True):
        assert estimate(found, "leave", "~", name) == pytest.approx(weight, abs=1e-8)
    residual = estimate(found, "leave", "~~", "leave")
    assert residual == pytest.approx(left[0] / len(data), abs=1e-8)
    assert found.df == 0


def test_a_measurement_model_is_the_same_by_both_names(data):
    first, second = cfa(FACTORS, data), sem(FACTORS, data)
    pd.testing.assert_frame_equal(first.estimates, second.estimates)


def test_moments_give_the_same_structure_as_the_answers(data):
    names = ["load", "woman", "strain", "leave"]
    first, second = sem(PATH, data), sem(PATH, Moments.from_table(data[names]))
    assert second.chi2 == pytest.approx(first.chi2, rel=1e-8)
    assert np.allclose(second.estimates["se"], first.estimates["se"], atol=1e-8)


def test_items_that_covary_with_what_is_raised_are_raised():
    model = f"{FACTORS}leave ~ bond\nt1 ~~ leave\nt2 ~~ t1\nb1 ~~ b2"
    syntax = read_syntax(model, (*MEASURED, *STRUCTURAL, *DERIVED))
    assert raised_items(syntax) == ("t1", "t2", "leave")


def test_a_figure_that_cannot_be_worked_out_is_missing_with_its_error(data):
    last = sem(f"{PATH}\nodd := log(a - 5)", data).estimates.iloc[-1]
    assert np.isnan([last["est"], last["se"], last["std"], last["std_se"]]).all()


def test_a_constraint_that_would_hold_anyway_changes_nothing(data):
    loose, held = sem(PATH, data), sem(f"{PATH}\na > 0\nb < 5", data)
    assert held.chi2 == pytest.approx(loose.chi2, abs=1e-9)
    assert held.df == loose.df
    assert np.allclose(held.estimates["se"], loose.estimates["se"])


def test_what_binds_lies_on_its_bound(data):
    found = sem(f"{PATH}\na < 0.2\na + b < 0.5", data)
    a, b = (
        estimate(found, "strain", "~", "load"),
        estimate(found, "leave", "~", "strain"),
    )
    assert a == pytest.approx(0.2, abs=1e-9) or a < 0.2
    assert a + b == pytest.approx(0.5, abs=1e-9)
    assert "a + b < 0.5" in found.summary("en")
    assert "holder tallene fast" in found.summary()
    assert found.proper


@pytest.mark.parametrize(
    "extra",
    [
        "a + b < 0.5\na < 0.4",
        "d > 0.2\nb < 0.2\nb + d < 0.3",
        # The first bound that is met does not bind in the end.
        "2*a - 2*b - 2*d < 0.02\n2*a + 2*d < 0.59\nb > -0.01",
        "a + 0*b < 0.39\n2*a + b + 2*d < 0.11\n2*a + d > -0.63",
    ],
)
def test_no_other_search_finds_better_within_the_bounds(data, extra):
    found = sem(f"strain ~ a*load + woman\nleave ~ b*strain + d*load\n{extra}", data)
    model, optimum = found.fit.model, found.fit.optimum
    objective, most = ml_objective(model, found.fit.samples), model.rules.most
    other = minimize(
        objective.value,
        model.rules.nearest(optimum.estimate + 0.05),
        jac=lambda at: objective.slopes(at)[0],
        method="SLSQP",
        constraints={
            "type": "ineq",
            "fun": lambda at: most.bounds - most.weights @ at,
        },
        options={"ftol": 1e-13, "maxiter": 500},
    )
    assert found.converged
    assert (most.weights @ optimum.estimate <= most.bounds + 1e-9).all()
    assert optimum.value == pytest.approx(other.fun, abs=1e-8)


def test_kinds_are_told_by_operator_and_side():
    frame = Frame(items=("y1", "y2"), factors=("f",), levels={"y1": 3})
    kinds = {
        kind_of(make_cell(frame, name, 0, Modifier()), frame)
        for name in [
            *[("f", "=~", "y1"), ("y1", "|", "t1"), ("y1", "~*~", "y1")],
            *[("y1", "~1", ""), ("f", "~1", ""), ("y1", "~~", "y1")],
            *[("y1", "~~", "y2"), ("f", "~~", "f")],
        ]
    }
    assert kinds == {*KINDS, ""} - {"regressions", "lv.covariances"}


@pytest.mark.parametrize("extra", ["a == b + 0\nb == a", "a + b == 2*b", "a == 0 + b"])
def test_sums_that_say_the_same_as_a_tie_give_its_fit(data, extra):
    tied, summed = sem(f"{PATH}\na == b", data), sem(f"{PATH}\n{extra}", data)
    assert summed.chi2 == pytest.approx(tied.chi2, abs=1e-8)
    assert (summed.df, summed.parameters) == (tied.df, tied.parameters)
    assert np.allclose(summed.estimates["se"], tied.estimates["se"], atol=1e-8)


def test_a_defined_figure_may_be_held(data):
    found = sem(f"{PATH}\nsum := a + b\nsum == 1", data)
    last = found.estimates.iloc[-1]
    assert (last["est"], last["se"]) == pytest.approx((1, 0), abs=1e-7)


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ("indirect := a*d", "label 'd' in 'indirect', which no parameter has"),
        ("a == d + b", "label 'd' in 'a == d"),
        ("a == d", "ties the label 'd'"),
        ("a*b == 0.1", "must compare sums of labels; got 'a\\*b == 0.1'"),
        ("a > 2\na < 1", "No estimates can fulfil 'a > 2' and 'a < 1'"),
        ("a == b + 1\na == b", "No estimates can fulfil 'a == b \\+ 1'"),
        ("a == a + 1", "No estimates can fulfil"),
        ("x := y2\ny2 := x", "must not rest on itself"),
        ("x := 1/0", "must be worked out from labels"),
        ("leave ~~ 0*leave", "leaves a variable no residual"),
        ("leave ~ lod", "no column 'lod'.*Nearest: 'load'"),
    ],
)
def test_bad_structures_get_one_sentence(data, extra, message):
    with pytest.raises(ValueError, match=message):
        sem(f"{PATH}\n{extra}", data)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"group_equal": ["loadings"]}, "group_equal needs groups"),
        ({"group_equal": ["slopes"], "group": "unit"}, "group_equal must be one of"),
        (
            {"sampling_weights": "woman"},
            "must be numbers above 0; 'woman' has 0 in row",
        ),
        ({"sampling_weights": "wait"}, "no column 'wait'"),
        ({"estimator": "WLSMV", "sampling_weights": "weight"}, "need the estimator ML"),
        ({"estimator": "WLSMV", "fixed_x": False}, "fixed_x must be True"),
        ({"estimator": "WLSMV"}, "'strain' predicts others and cannot be ordered"),
        ({"missing": "pairwise"}, "needs the estimator WLSMV"),
    ],
)
def test_options_that_do_not_go_together_get_one_sentence(data, options, message):
    with pytest.raises(ValueError, match=message):
        sem(PATH, data, **options)


def test_a_predictor_that_another_determines_is_named(data):
    twice = data.assign(double=2 * data["load"])
    with pytest.raises(ValueError, match="'load', 'double' determine each other"):
        sem("leave ~ load + double", twice)


def test_regressions_that_cannot_be_told_apart_are_said(data):
    found = sem("strain ~ leave\nleave ~ strain", data)
    assert not found.proper
    assert "leave ~ strain" in found.summary("en")


def test_regressions_belong_to_sem(data):
    with pytest.raises(ValueError, match="Regressions are for `sem`"):
        cfa(PATH, data)


def test_reliability_is_of_factors_that_nothing_explains(data):
    with pytest.raises(ValueError, match="regression"):
        factor_reliability(sem(f"{FACTORS}bond ~ load", data))


def test_defined_figures_do_not_disturb_the_reliability(data):
    plain = factor_reliability(cfa(FACTORS.replace("t2", "u*t2"), data)).table
    more = factor_reliability(cfa(f"{FACTORS.replace('t2', 'u*t2')}v := 2*u", data))
    pd.testing.assert_frame_equal(plain, more.table)


def test_people_who_miss_a_given_predictor_are_left_out_and_counted(table):
    gaps = table("structure_gaps")
    found = sem("leave + strain ~ age", gaps, missing="fiml")
    assert found.left_out == int(gaps["age"].isna().sum())


def test_weights_of_one_give_the_fit_of_mlr(data):
    even = sem(PATH, data.assign(one=3.0), sampling_weights="one")
    robust = sem(PATH, data, "MLR")
    assert even.estimator == "MLR"
    assert np.allclose(even.estimates["se"], robust.estimates["se"], atol=1e-10)
    assert even.scaled_chi2 == pytest.approx(robust.scaled_chi2, rel=1e-9)


def test_whole_weights_give_the_estimates_of_people_repeated(data):
    some = data.head(150).assign(times=np.tile([1, 2, 3], 50))
    spread = some.loc[some.index.repeat(some["times"])]
    first = sem(PATH, some, sampling_weights="times").estimates
    assert np.allclose(first["est"], sem(PATH, spread).estimates["est"], atol=1e-7)

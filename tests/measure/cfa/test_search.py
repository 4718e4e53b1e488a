import numpy as np
import pytest
from scipy.optimize import rosen, rosen_der, rosen_hess

from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.objective import Objective
from lederlib.measure.cfa.sample import sample_of_moments
from lederlib.measure.cfa.search import optimise
from lederlib.measure.cfa.starting_values import starting_values

TWO = "f =~ y1 + y2 + y3\ng =~ y4 + y5 + y6"


def begin(build, text, cov, **options):
    model = build(text, **options)
    estimate = starting_values(model, [(np.zeros(len(cov)), np.asarray(cov))])
    return model, estimate, model.matrices(estimate, 0)


def block(between, within=0.5):
    cov = np.full((6, 6), between)
    cov[:3, :3] = cov[3:, 3:] = within
    np.fill_diagonal(cov, 1)
    return cov


@pytest.mark.parametrize("between", [0.0, 0.3, 0.6, -0.6])
@pytest.mark.parametrize("std_lv", [False, True])
@pytest.mark.parametrize("extra", ["", "\nh =~ NA*f + g\nh ~~ 1*h"])
def test_every_search_begins_where_a_fit_is_possible(build, between, std_lv, extra):
    cov = block(between)
    model, estimate, matrices = begin(build, TWO + extra, cov, std_lv=std_lv)
    objective = ml_objective(model, [sample_of_moments(np.zeros(6), cov, 100)])
    assert np.isfinite(objective.value(estimate))
    assert np.linalg.eigvalsh(matrices.factors)[0] > 0
    assert (np.diag(matrices.residuals) > 0).all()


def test_factors_that_cannot_all_be_so_close_begin_further_apart(build):
    signs = np.array([[0, 1, 1], [1, 0, -1], [1, -1, 0]])
    cov = np.kron(0.3 * signs + 0.5 * np.eye(3), np.ones((2, 2))) + 0.5 * np.eye(6)
    three = "f =~ y1 + y2\ng =~ y3 + y4\nh =~ y5 + y6"
    factors = begin(build, three, cov, std_lv=True)[2].factors
    assert np.linalg.eigvalsh(factors)[0] > 0
    assert (np.sign(factors) == signs + np.eye(3)).all()


def test_a_reversed_item_begins_below_zero(build):
    turn = np.diag([1, -1, 1, 1, 1, 1])
    found = begin(build, TWO, turn @ block(0.2) @ turn)[2]
    assert (np.sign(found.loadings[:3, 0]) == [1, -1, 1]).all()


def test_units_move_the_start_as_they_move_the_items(build):
    units = np.array([1, 10, 0.1, 2, 1, 1])
    plain = begin(build, TWO, block(0.2), std_lv=True)[2]
    scaled = begin(build, TWO, block(0.2) * np.outer(units, units), std_lv=True)[2]
    np.testing.assert_allclose(scaled.loadings, plain.loadings * units[:, None])
    np.testing.assert_allclose(
        np.diag(scaled.residuals), np.diag(plain.residuals) * units**2
    )


def test_a_model_may_say_where_to_start(build):
    told = TWO.replace("y2", "start(0.123)*y2").replace("y5", "2*y5")
    found = begin(build, told, block(0.2))[2]
    assert found.loadings[1, 0] == 0.123
    assert found.loadings[4, 1] == 2


def test_tied_parameters_begin_at_their_mean(build):
    cov = block(0.2)
    cov[0, 1] = cov[1, 0] = 0.7
    apart = begin(build, TWO, cov, std_lv=True)[2].loadings[:, 0]
    tied = begin(build, TWO.replace("y1 + y2", "a*y1 + a*y2"), cov, std_lv=True)[2]
    assert tied.loadings[0, 0] == tied.loadings[1, 0]
    assert tied.loadings[0, 0] == pytest.approx(apart[:2].mean())


def test_an_item_alone_carries_its_factor_whole(build):
    cov = block(0.2)[2:, 2:] * 4
    found = begin(build, "f =~ y1\ng =~ y2 + y3 + y4", cov)[2]
    assert found.factors[0, 0] == pytest.approx(cov[0, 0])


VALLEY = Objective(
    estimates=2,
    value=lambda at: float(rosen(at)),
    slopes=lambda at: (rosen_der(at), rosen_hess(at)),
)


def test_the_bottom_of_a_curved_valley_is_found():
    found = optimise(VALLEY, np.array([-1.2, 1.0]))
    assert found.converged
    assert found.estimate == pytest.approx([1, 1], abs=1e-8)


def test_too_few_steps_are_not_called_converged():
    assert not optimise(VALLEY, np.array([-1.2, 1.0]), most_steps=2).converged


def test_a_wrong_curve_is_made_good_by_bfgs():
    flat = Objective(
        estimates=2,
        value=VALLEY.value,
        slopes=lambda at: (rosen_der(at), 1e4 * np.eye(2)),
    )
    found = optimise(flat, np.array([-1.2, 1.0]))
    assert found.value < 1e-8


def test_nothing_to_find_is_found_at_once():
    empty = Objective(estimates=0, value=lambda _: 2.0, slopes=VALLEY.slopes)
    assert optimise(empty, np.zeros(0)).converged

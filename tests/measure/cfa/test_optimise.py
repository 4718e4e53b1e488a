import numpy as np
import pytest
from scipy.optimize import rosen, rosen_der, rosen_hess

from lederlib.measure.cfa.objective import Objective
from lederlib.measure.cfa.optimise import optimise

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

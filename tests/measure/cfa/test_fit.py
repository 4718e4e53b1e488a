import numpy as np
import pytest

from lederlib.measure.cfa.fit import inverse_or_missing, unidentified

WIDE = np.random.default_rng(5).normal(size=(40, 4))
SOUND = WIDE.T @ WIDE
# The second and the third estimate do the same; only their sum can be told.
TWINS = WIDE[:, [0, 1, 1, 2]].T @ WIDE[:, [0, 1, 1, 2]]


def test_what_the_data_can_tell_has_no_part_in_the_unknown():
    assert (unidentified(SOUND) == 0).all()
    np.testing.assert_allclose(inverse_or_missing(SOUND) @ SOUND, np.eye(4), atol=1e-10)


def test_only_estimates_that_cannot_be_told_apart_take_part():
    part = unidentified(TWINS)
    np.testing.assert_allclose(part, [0, np.sqrt(0.5), np.sqrt(0.5), 0], atol=1e-6)
    assert np.isnan(inverse_or_missing(TWINS)).all()


@pytest.mark.parametrize("curve", [SOUND, TWINS])
def test_the_verdict_does_not_depend_on_units(curve):
    units = np.array([1e-4, 10, 1e3, 0.1])
    scaled = curve * np.outer(units, units)
    np.testing.assert_allclose(unidentified(scaled), unidentified(curve), atol=1e-6)


def test_nothing_to_estimate_is_identified():
    assert inverse_or_missing(np.zeros((0, 0))).shape == (0, 0)

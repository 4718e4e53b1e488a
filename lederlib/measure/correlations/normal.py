"""The standard normal distribution of one variable, and of two that correlate."""

import numpy as np
from scipy.special import ndtr, owens_t

from lederlib._checks import Floats

# Owen's function divides by each point; a point this near zero gives zero's value.
_ALMOST_ZERO = 1e-20


def joint_below(first: Floats, second: Floats, correlation: Floats) -> Floats:
    """Return P(X ≤ first, Y ≤ second) for standard normal X and Y.

    Exact to rounding for every correlation strictly between −1 and 1, by Owen's
    function (Owen, 1956, https://doi.org/10.1214/aoms/1177728074).

    Examples
    --------
    >>> float(joint_below(np.array(0.0), np.array(0.0), np.array(0.5)).round(12))
    0.333333333333
    """
    first = np.where(first == 0, _ALMOST_ZERO, first)
    second = np.where(second == 0, _ALMOST_ZERO, second)
    root = np.sqrt((1 - correlation) * (1 + correlation))
    corner = owens_t(first, (second / first - correlation) / root)
    corner += owens_t(second, (first / second - correlation) / root)
    opposite = np.where(np.signbit(first) != np.signbit(second), 0.5, 0.0)
    return np.asarray((ndtr(first) + ndtr(second)) / 2 - corner - opposite)


def joint_density(first: Floats, second: Floats, correlation: Floats) -> Floats:
    """Return the density of two standard normal variables at a point.

    It is also the derivative of `joint_below` by the correlation.

    Examples
    --------
    >>> float(joint_density(np.array(0.0), np.array(0.0), np.array(0.0)).round(6))
    0.159155
    """
    left = (1 - correlation) * (1 + correlation)
    distance = first * first - 2 * correlation * first * second + second * second
    return np.asarray(np.exp(-distance / (2 * left)) / (2 * np.pi * np.sqrt(left)))


def density(points: Floats) -> Floats:
    """Return the standard normal density."""
    return np.asarray(np.exp(-(points**2) / 2) / np.sqrt(2 * np.pi))

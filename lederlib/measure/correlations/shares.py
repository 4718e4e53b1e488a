"""Correlations from covariances, and how far the other items explain each item."""

import numpy as np

from lederlib._checks import Floats


def to_correlations(covariance: Floats) -> Floats:
    """Return the correlations behind covariances."""
    spread = np.sqrt(np.diag(covariance))
    return np.asarray(covariance / np.outer(spread, spread))


def squared_multiple(covariance: Floats) -> Floats:
    """Return each item's variance that the other items explain, in its own units.

    Items that others determine exactly are explained wholly, whatever the rest.
    """
    spread = np.diag(covariance)
    inverse = np.linalg.pinv(to_correlations(covariance), hermitian=True)
    return np.asarray(spread * np.clip(1 - 1 / np.diag(inverse), 0, 1))

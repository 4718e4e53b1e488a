"""Correlations from covariances, whether they are possible, and what they explain."""

import numpy as np

from lederlib._checks import Floats
from lederlib.text import Lang, format_number, label

#: An eigenvalue no larger than this is zero.
NOTHING = 1e-10


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


def lowest_root(correlations: Floats) -> float:
    """Return the smallest eigenvalue; below zero no answers have such correlations.

    Examples
    --------
    >>> between = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])
    >>> round(lowest_root(between), 2)
    -0.8
    """
    return float(np.linalg.eigvalsh(correlations)[0])


def told_impossible(root: float, lang: Lang) -> list[str]:
    """Return the warning of polychoric correlations that contradict one another."""
    if not root <= NOTHING:
        return []
    shown = format_number(min(root, 0.0), lang, digits=3)
    return [label("correlations.impossible", lang, root=shown)]

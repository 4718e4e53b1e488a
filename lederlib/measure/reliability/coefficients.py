"""Reliability of a sum of items from their covariances; one figure a function."""

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.correlations.shares import squared_multiple


def alpha_of(covariance: Floats) -> float:
    r"""Return coefficient alpha, :math:`\frac{k}{k-1}(1 - \sum_j s_j^2 / s_t^2)`.

    Examples
    --------
    >>> alpha_of(np.array([[1, 0.5], [0.5, 1]])).__round__(6)
    0.666667
    """
    items = len(covariance)
    share = float(np.trace(covariance)) / total_of(covariance)
    return items / (items - 1) * (1 - share)


def guttman_of(covariance: Floats) -> dict[str, float]:
    """Return Guttman's λ1, λ2, λ3, λ5 and λ6; λ4 is the best split half's.

    Guttman (1945), https://doi.org/10.1007/BF02288892.
    """
    items, total = len(covariance), total_of(covariance)
    off = covariance - np.diag(np.diag(covariance))
    first = off.sum() / total
    squares = (off**2).sum(axis=0)
    unexplained = np.diag(covariance) - squared_multiple(covariance)
    return {
        "lambda1": float(first),
        "lambda2": float(first + np.sqrt(items / (items - 1) * squares.sum()) / total),
        "lambda3": alpha_of(covariance),
        "lambda5": float(first + 2 * np.sqrt(squares.max()) / total),
        "lambda6": float(1 - unexplained.sum() / total),
    }


def total_of(covariance: Floats) -> float:
    """Return the variance of the items' sum.

    Raises
    ------
    ValueError
        If the items cancel one another out.
    """
    total = float(covariance.sum())
    if total <= 1e-12 * float(np.trace(covariance)):
        msg = (
            "The sum of the items must vary, but they cancel one another out; "
            "turn the reversed items round first."
        )
        raise ValueError(msg)
    return total

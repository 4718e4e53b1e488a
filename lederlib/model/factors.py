"""How a profile of the 15 factors adds up to attraction or retention."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between

# Small enough that the curve is a straight line to the last digit.
_STRAIGHT = 1e-100
# All of the effect, and room for rounding.
_ALL = 1 + 1e-9


def attractiveness(
    factors: npt.ArrayLike,
    *,
    weights: npt.ArrayLike,
    baseline: npt.ArrayLike = 0.5,
    size: npt.ArrayLike = 2.0,
    curvature: npt.ArrayLike = 1.5,
) -> Floats:
    r"""Return what a change of the factors adds to attraction or retention.

    .. math::

        \eta = B \sum_i w_i \left[g(x_i) - g(x_i^0)\right], \qquad
        g(x) = \frac{1 - e^{-\kappa x}}{1 - e^{-\kappa}}

    Parameters
    ----------
    factors : array-like, shape (factors, ...)
        The profile :math:`x`, 0 to 1 (red 0, yellow 0.5, green 1).
    weights : array-like, shape (factors, ...)
        Share of each factor in the total effect, 0 to 1; together at most 1.
    baseline : array-like, default 0.5
        The profile today :math:`x^0`: one value, or shape (factors, ...).
    size : array-like, default 2
        Total effect :math:`B` of moving every factor from 0 to 1, in log units, 0 to
        100. Nobody has measured it: an assumption.
    curvature : array-like, default 1.5
        Diminishing returns :math:`\kappa`, 0 to 100; 0 is a straight line.

    Returns
    -------
    numpy.ndarray
        :math:`\eta` in log units, without the factor axis; 0 at the baseline.

    Raises
    ------
    ValueError
        If a factor or weight lies outside 0 to 1, the weights sum to more than 1, or
        size or curvature lies outside 0 to 100.

    Notes
    -----
    Own teaching model. It is monotone in every factor; the curve is written so that
    an unmoved factor adds exactly nothing.

    Examples
    --------
    >>> float(attractiveness([0.5, 1.0], weights=[0.6, 0.4], size=2, curvature=0))
    0.4
    """
    profile = require_between(factors, 0, 1, name="factors")
    share = require_between(weights, 0, 1, name="weights")
    whole = share.sum(axis=0) if share.ndim else share
    require_between(whole, 0, _ALL, name="the sum of the weights")
    today = require_between(baseline, 0, 1, name="baseline")
    bend = require_between(curvature, 0, 100, name="curvature")
    total = require_between(size, 0, 100, name="size")
    dims = max(profile.ndim, share.ndim, today.ndim)
    profile, share, today = (_pad(x, dims) for x in (profile, share, today))
    lift = _lift(profile, today, np.maximum(bend, _STRAIGHT))
    return np.asarray(total * (share * lift).sum(axis=0))


def _lift(profile: Floats, today: Floats, bend: Floats) -> Floats:
    r"""Return :math:`g(x) - g(x^0)`, exactly zero where nothing moved."""
    steps = np.expm1(-bend * (profile - today)) / np.expm1(-bend)
    return np.asarray(np.exp(-bend * today) * steps)


def _pad(values: Floats, dims: int) -> Floats:
    """Return values with the factor axis first and room for draws behind it."""
    if values.ndim == 0:
        return values
    return values.reshape(values.shape + (1,) * (dims - values.ndim))

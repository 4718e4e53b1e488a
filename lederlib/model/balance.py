"""Load against resources: the tilt of the balance and its level."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, as_floats, require_between


def tilt(
    load: npt.ArrayLike, resources: npt.ArrayLike, *, reference: npt.ArrayLike = 1.0
) -> Floats:
    r"""Return which way the balance tips, from −1 (all load) to 1 (all resources).

    .. math::

        b = \frac{R - cL}{R + cL}
          = \tanh\left(\tfrac12\left[\ln(R/L) - \ln c\right]\right)

    Parameters
    ----------
    load, resources : array-like, broadcastable
        Load :math:`L` and resources :math:`R`, each at least 0 and in any unit that
        both share; a missing one gives a missing tilt.
    reference : array-like, default 1
        The ratio of resources to load :math:`c` that is called balance. Load and
        resources are not measured in the same unit, so 1 is a convention.

    Returns
    -------
    numpy.ndarray
        −1 to 1; missing where both sides are zero.

    Raises
    ------
    ValueError
        If a side is negative, or the reference is not above zero.

    Notes
    -----
    The logarithm of the ratio is that of effort–reward imbalance [1]_; the form here
    stays finite when one side is zero.

    References
    ----------
    .. [1] Siegrist (1996). Journal of Occupational Health Psychology, 1(1), 27–41.
       https://doi.org/10.1037/1076-8998.1.1.27

    Examples
    --------
    >>> round(float(tilt(0.4, 0.6)), 3)
    0.2
    """
    weight = require_between(reference, 0, np.inf, name="reference")
    if (weight == 0).any():
        msg = "reference must be larger than 0; got 0."
        raise ValueError(msg)
    burden = weight * _at_least_zero(load, name="load")
    support = _at_least_zero(resources, name="resources")
    total = support + burden
    with np.errstate(invalid="ignore"):
        return np.asarray((support - burden) / np.where(total > 0, total, np.nan))


def level(load: npt.ArrayLike, resources: npt.ArrayLike) -> Floats:
    r"""Return how much lies on the balance in all: a calm one is not a stretched one.

    .. math:: n = L + R

    Parameters
    ----------
    load, resources : array-like, broadcastable
        Load and resources, each at least 0.

    Returns
    -------
    numpy.ndarray
        From 0 to 2 where both sides are rated from 0 to 1.

    Raises
    ------
    ValueError
        If a side is negative.

    Notes
    -----
    The second axis of the job demand–control quadrants [1]_.

    References
    ----------
    .. [1] Karasek (1979). Administrative Science Quarterly, 24(2), 285–308.
       https://doi.org/10.2307/2392498

    Examples
    --------
    >>> float(level(0.4, 0.6))
    1.0
    """
    return np.asarray(
        _at_least_zero(load, name="load") + _at_least_zero(resources, name="resources")
    )


def weighted_mean(
    ratings: npt.ArrayLike, weights: npt.ArrayLike | None = None
) -> Floats:
    r"""Return the mean rating of one side; what is not rated drops out.

    .. math:: L = \sum_k w_k l_k \Big/ \sum_k w_k \quad \text{over the rated } k

    Parameters
    ----------
    ratings : array-like, shape (items, ...)
        Ratings from 0 to 1; a missing one drops out and the weights of the others
        grow in proportion.
    weights : array-like, shape (items,), optional
        How much each item counts, at least 0; equal if left out.

    Returns
    -------
    numpy.ndarray, shape (...)
        0 to 1; missing where nothing was rated.

    Raises
    ------
    ValueError
        If a rating lies outside 0 to 1, a weight is negative, or the two differ in
        number.

    Notes
    -----
    Own convention; an empty open slot is an item that is not rated.

    Examples
    --------
    >>> round(float(weighted_mean([0.2, float("nan"), 0.6], weights=[1, 5, 3])), 3)
    0.5
    """
    rated = _at_least_zero(ratings, name="ratings")
    require_between(rated[~np.isnan(rated)], 0, 1, name="ratings")
    share = (
        np.ones(len(rated)) if weights is None else as_floats(weights, name="weights")
    )
    require_between(share, 0, np.inf, name="weights")
    if share.shape != rated.shape[:1]:
        msg = f"weights must be one per item ({len(rated)}); got {share.size}."
        raise ValueError(msg)
    share = share.reshape(-1, *(1,) * (rated.ndim - 1))
    counted = np.where(np.isnan(rated), 0, share)
    total = counted.sum(axis=0)
    summed = (counted * np.nan_to_num(rated)).sum(axis=0)
    return np.asarray(summed / np.where(total > 0, total, np.nan))


def _at_least_zero(values: npt.ArrayLike, *, name: str) -> Floats:
    numbers = as_floats(values, name=name)
    require_between(numbers[~np.isnan(numbers)], 0, np.inf, name=name)
    return numbers

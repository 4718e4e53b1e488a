"""What more items of the same kind do to a scale."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between


def spearman_brown(reliability: npt.ArrayLike, *, times: npt.ArrayLike) -> Floats:
    r"""Return the reliability of a scale made so many times as long.

    .. math:: \rho_t = \frac{t \rho}{1 + (t - 1) \rho}

    Parameters
    ----------
    reliability : array-like
        Reliability today, 0 to 1; the correlation between two items if the scale is to
        be made of single items.
    times : array-like
        How many times as long, above 0.

    Returns
    -------
    numpy.ndarray
        Between 0 and 1.

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Notes
    -----
    Holds where the new items are as good as the old ones. Brown (1910),
    https://doi.org/10.1111/j.2044-8295.1910.tb00207.x; Spearman (1910),
    https://doi.org/10.1111/j.2044-8295.1910.tb00206.x.

    Examples
    --------
    >>> spearman_brown(0.6, times=[1, 2]).round(2).tolist()
    [0.6, 0.75]
    """
    today = require_between(reliability, 0, 1, name="reliability")
    length = require_between(times, np.nextafter(0, 1), 1e9, name="times")
    return np.asarray(length * today / (1 + (length - 1) * today))


def times_needed(reliability: npt.ArrayLike, *, wanted: npt.ArrayLike) -> Floats:
    """Return how many times as long a scale must be for the reliability wanted.

    Parameters
    ----------
    reliability, wanted : array-like
        Today's reliability and the one wanted, above 0 and below 1.

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Examples
    --------
    >>> times_needed(0.5, wanted=[0.75, 0.8]).round(2).tolist()
    [3.0, 4.0]
    """
    inside = (np.nextafter(0, 1), np.nextafter(1, 0))
    today = require_between(reliability, *inside, name="reliability")
    goal = require_between(wanted, *inside, name="wanted")
    return np.asarray(goal * (1 - today) / (today * (1 - goal)))

"""Say how far a group's mean could have fallen elsewhere."""

import numpy as np
import numpy.typing as npt
from scipy.special import stdtrit

from lederlib._checks import Floats, as_floats

COVERAGE = 0.9


def half_width(spread: npt.ArrayLike, n: npt.ArrayLike) -> Floats:
    r"""Return half the width of the 90 % interval of a mean.

    .. math:: t_{0.95,\,n-1} \, s / \sqrt{n}

    It treats the answers as a random sample of those that could have been given.

    Parameters
    ----------
    spread : array-like
        Standard deviation (n−1) of the answers.
    n : array-like
        Number of answers; with fewer than two there is no interval.

    Returns
    -------
    numpy.ndarray
        In the units of `spread`; NaN where there is no interval.

    Examples
    --------
    >>> float(half_width(0.25, 9).round(3))
    0.155
    """
    counts = as_floats(n, name="n")
    counts = np.where(counts > 1, counts, np.nan)
    t = stdtrit(counts - 1, (1 + COVERAGE) / 2)
    return np.asarray(t * as_floats(spread, name="spread") / np.sqrt(counts))

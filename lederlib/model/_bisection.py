"""Find a root between two ends, for many problems at once."""

from collections.abc import Callable

import numpy as np

from lederlib._checks import Floats

# Halving 1 fifty-five times leaves less than the last digit of a float.
_HALVINGS = 55


def root_between(
    function: Callable[[Floats], Floats], low: Floats, high: Floats, *, rising: bool
) -> Floats:
    """Return where `function` crosses zero between `low` and `high`.

    Parameters
    ----------
    function : callable
        Elementwise, with one crossing in each interval.
    low, high : numpy.ndarray, one shape
        Ends of the intervals.
    rising : bool
        Whether the function crosses from below zero to above it.
    """
    low, high = low.copy(), high.copy()
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        beyond = (function(middle) > 0) == rising
        high = np.where(beyond, middle, high)
        low = np.where(beyond, low, middle)
    return np.asarray((low + high) / 2)

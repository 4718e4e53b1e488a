"""Whether two colleagues meet at all within a week.

Everyone has the same fixed days at work and places the home days independently and at
random on the days that are left.
"""

from functools import lru_cache
from math import comb

import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model.flexwork.copresence import count_each, whole_week


def never_meet(
    days: npt.ArrayLike = 5, *, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> Floats:
    r"""Return the risk that two colleagues do not meet in a week.

    .. math:: P_0 = \binom{M-m}{m} \Big/ \binom{M}{m} \text{ if } a = 0, \text{ else } 0

    Parameters
    ----------
    days, anchor, home : array-like, broadcastable
        As for `pair_days`; whole numbers, `days` 1 to 7.

    Returns
    -------
    numpy.ndarray
        A probability; 0 as soon as there is a fixed day, or more than half of the
        days are spent at work.

    Raises
    ------
    ValueError
        If a number is not whole, or the days do not fit into the week.

    Notes
    -----
    Own derivation by counting.

    Examples
    --------
    >>> never_meet(5, anchor=0, home=[2, 3]).tolist()
    [0.0, 0.3]
    """
    return count_each(_never_meet, *whole_week(days, anchor, home))


@lru_cache(maxsize=1024)
def _never_meet(days: int, anchor: int, home: int) -> float:
    free = days - anchor
    present = free - home
    if anchor > 0:
        return 0.0
    return comb(free - present, present) / comb(free, present)

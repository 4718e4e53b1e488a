"""What is left of interventions when too much is going on at once."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between


def dilution(
    attention: npt.ArrayLike,
    *,
    capacity: npt.ArrayLike = 0.25,
    power: npt.ArrayLike = 4,
) -> Floats:
    r"""Return what is left of the effect when this much is going on at once.

    .. math:: \frac{1}{1 + (c / C)^{\nu}}

    Parameters
    ----------
    attention : array-like
        Attention used :math:`c`, as a share of the year's, at least 0.
    capacity : array-like, default 0.25
        Attention :math:`C` at which half of the effect is left, above 0.
    power : array-like, default 4
        How sharply it falls :math:`\nu`, 1 to 100.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model: nobody has measured it.

    Examples
    --------
    >>> dilution([0, 0.25, 0.5]).round(2).tolist()
    [1.0, 0.5, 0.06]
    """
    used = require_between(attention, 0, np.inf, name="attention")
    most = require_between(capacity, 1e-9, np.inf, name="capacity")
    sharp = require_between(power, 1, 100, name="power")
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + (used / most) ** sharp))


def best_effort(capacity: npt.ArrayLike = 0.25, *, power: npt.ArrayLike = 4) -> Floats:
    r"""Return how much attention to use when all interventions are alike.

    .. math:: c^* = C (\nu - 1)^{-1/\nu}

    Parameters
    ----------
    capacity, power : array-like
        As in `dilution`; a power above 1, since at 1 more is always better.

    Returns
    -------
    numpy.ndarray
        Attention at which effort times `dilution` is highest.

    Raises
    ------
    ValueError
        If an input is out of range.

    Examples
    --------
    >>> best_effort(0.25, power=[2, 4]).round(3).tolist()
    [0.25, 0.19]
    """
    most = require_between(capacity, 1e-9, 1e9, name="capacity")
    sharp = require_between(power, 1 + 1e-9, 100, name="power")
    return np.asarray(most * (sharp - 1) ** (-1 / sharp))

"""What cancellations, interruptions and urgency do to a leader's calendar."""

import numpy as np
import numpy.typing as npt
from scipy.special import exprel

from lederlib._checks import Floats, require_between

# A year of hours; beyond it the exponential says nothing.
_MOST_HOURS = 10_000.0
# Shares that fill the time but for rounding fill it.
_FULL = 1 - 1e-12


def cascade(branching: npt.ArrayLike) -> Floats:
    r"""Return how many meetings move in all when one is cancelled.

    .. math:: N = \frac{1}{1 - b}

    Parameters
    ----------
    branching : array-like
        Further meetings that each moved one displaces :math:`b`, at least 0: the
        chance that a new time is already taken, times the chance that what stands
        there has to give way.

    Returns
    -------
    numpy.ndarray
        Meetings, the first one included; infinite from :math:`b = 1`, where every
        cancellation makes at least one more.

    Raises
    ------
    ValueError
        If the branching is negative.

    Notes
    -----
    Own teaching model: the mean total of a branching process.

    Examples
    --------
    >>> cascade([0, 0.5, 0.9, 1]).round(6).tolist()
    [1.0, 2.0, 10.0, inf]
    """
    b = require_between(branching, 0, np.inf, name="branching")
    return _one_over(1 - b)


def focus_wait(block: npt.ArrayLike, *, interruptions: npt.ArrayLike) -> Floats:
    r"""Return the time it takes to get one undisturbed block of time.

    .. math:: W = \frac{e^{\gamma\tau} - 1}{\gamma}

    Parameters
    ----------
    block : array-like
        Length of the block :math:`\tau` in hours, at least 0. After an interruption
        it starts all over.
    interruptions : array-like
        Interruptions per hour :math:`\gamma`, at random, at least 0.

    Returns
    -------
    numpy.ndarray
        Hours, never shorter than the block.

    Raises
    ------
    ValueError
        If an input is negative or infinite.

    Notes
    -----
    Own derivation: the mean wait for a gap in a Poisson stream.

    Examples
    --------
    >>> focus_wait(2, interruptions=[0, 1, 2]).round(1).tolist()
    [2.0, 6.4, 26.8]
    """
    length, rate = np.broadcast_arrays(
        require_between(block, 0, _MOST_HOURS, name="block"),
        require_between(interruptions, 0, _MOST_HOURS, name="interruptions"),
    )
    return np.asarray(length * exprel(rate * length))


def turnaround(*, urgent: npt.ArrayLike, important: npt.ArrayLike) -> Floats:
    r"""Return how long important work takes when all that is urgent goes first.

    .. math::

        T = \frac{1}{1 - r_1} + \frac{r_1 + r_2}{(1 - r_1)(1 - r_1 - r_2)}

    Parameters
    ----------
    urgent, important : array-like, broadcastable
        Share of the working time that urgent work :math:`r_1` and important work
        :math:`r_2` would fill, 0 to 1.

    Returns
    -------
    numpy.ndarray
        From arrival to completion, in units of the time that one piece of work takes
        undisturbed; infinite where the two fill the time or more.

    Raises
    ------
    ValueError
        If a share lies outside 0 to 1.

    Notes
    -----
    Textbook queue: one server, random arrivals, exponential durations of equal mean,
    urgent work interrupts and the rest is taken up where it was left.

    Examples
    --------
    >>> turnaround(urgent=[0, 0.3, 0.6], important=0.3).round(1).tolist()
    [1.4, 3.6, 25.0]
    """
    first = require_between(urgent, 0, 1, name="urgent")
    both = first + require_between(important, 0, 1, name="important")
    served, waited = _one_over(1 - first), _one_over(1 - both)
    with np.errstate(invalid="ignore"):
        whole = served + both * served * waited
    return np.asarray(np.where(both < _FULL, whole, np.inf))


def _one_over(left: Floats) -> Floats:
    open_ = left > 0
    return np.asarray(np.where(open_, 1 / np.where(open_, left, 1), np.inf))

"""Where strain comes to rest, and when it tips from calm to strained."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between

# Halving 1 fifty-five times leaves less than the last digit of a float.
_HALVINGS = 55


class Folds(NamedTuple):
    """Ratios of load to recovery between which strain has two resting places.

    Attributes
    ----------
    tip : numpy.ndarray
        Above it the calm resting place is gone.
    recover : numpy.ndarray
        Below it the strained resting place is gone.
    """

    tip: Floats
    recover: Floats


def rest_points(
    load: npt.ArrayLike,
    resources: npt.ArrayLike,
    *,
    drain: npt.ArrayLike = 0.075,
    recovery: npt.ArrayLike = 0.25,
    half_point: npt.ArrayLike = 0.45,
    power: npt.ArrayLike = 4,
) -> Floats:
    r"""Return the strains at which wear and recovery balance, calmest first.

    .. math:: d L (1 - s) = \frac{r R s}{1 + (s/K)^n}

    Parameters
    ----------
    load, resources : array-like, broadcastable
        Load :math:`L` and resources :math:`R`, at least 0.
    drain, recovery : array-like, default 0.075 and 0.25
        Rates :math:`d` and :math:`r`, per week, at least 0.
    half_point : array-like, default 0.45
        Strain :math:`K` that halves recovery, above 0.
    power : array-like, default 4
        How abruptly recovery fails :math:`n`, 1 to 20.

    Returns
    -------
    numpy.ndarray, shape (3, ...)
        One rest point, or three of which the middle one is the ridge that strain
        tips over; the rest is missing. All missing where neither side acts.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model: that recovery fails under strain, and so that there is a
    tipping point at all, is an assumption. Compare Homer (1985), System Dynamics
    Review, 1(1), 42–62, and Veldhuis et al. (2020), International Journal of
    Environmental Research and Public Health, 17(16), 5964,
    https://doi.org/10.3390/ijerph17165964.

    Examples
    --------
    >>> rest_points(0.6, 0.6).round(2).tolist()
    [0.25, nan, nan]
    >>> rest_points(0.6, 0.5).round(2).tolist()
    [0.3, 0.6, 0.79]
    """
    wear, mend, half, steep = np.broadcast_arrays(
        _rate(load, "load") * _rate(drain, "drain"),
        _rate(resources, "resources") * _rate(recovery, "recovery"),
        _half_point(half_point),
        require_between(power, 1, 20, name="power"),
    )

    def push(strain: Floats) -> Floats:
        lasting = 1 + (strain / half) ** steep
        return np.asarray(wear * (1 - strain) * lasting - mend * strain)

    low, high = _turns(half, steep)
    bottom, top = np.zeros_like(half), np.ones_like(half)
    # Without a fold (missing turns) the whole range is one falling stretch.
    calm_end = np.where(np.isnan(low), top, low)
    calm = root_between(push, bottom, calm_end, rising=False)
    ridge = root_between(push, low, high, rising=True)
    strained = root_between(push, high, top, rising=False)
    found = np.stack(
        [
            np.where(push(calm_end) <= 0, calm, np.nan),
            np.where((push(low) <= 0) & (push(high) >= 0), ridge, np.nan),
            np.where(push(high) >= 0, strained, np.nan),
        ]
    )
    return np.sort(np.where((wear == 0) & (mend == 0), np.nan, found), axis=0)


def folds(power: npt.ArrayLike = 4, half_point: npt.ArrayLike = 0.45) -> Folds:
    r"""Return the ratios of load to recovery at which strain tips and recovers.

    .. math::

        q(s) = \frac{s}{(1-s)(1 + (s/K)^n)} \quad\text{where}\quad
        s^n (n - 1 - ns) = K^n

    Parameters
    ----------
    power : array-like, default 4
        How abruptly recovery fails :math:`n`, 1 to 20.
    half_point : array-like, default 0.45
        Strain :math:`K` that halves recovery, above 0.

    Returns
    -------
    Folds
        Values of :math:`dL/(rR)`; both missing where :math:`K \ge K_c(n)` and nothing
        tips, see `largest_half_point`.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model, see `rest_points`.

    Examples
    --------
    >>> [round(float(ratio), 5) for ratio in folds()]
    [0.41171, 0.34018]
    """
    steep, half = np.broadcast_arrays(
        require_between(power, 1, 20, name="power"), _half_point(half_point)
    )
    tip, recover = (
        np.asarray(turn / ((1 - turn) * (1 + (turn / half) ** steep)))
        for turn in _turns(half, steep)
    )
    return Folds(tip, recover)


def largest_half_point(power: npt.ArrayLike = 4) -> Floats:
    r"""Return the half point from which strain no longer tips.

    .. math:: K_c(n) = \left(\frac{n-1}{n+1}\right)^{(n+1)/n}

    Parameters
    ----------
    power : array-like, default 4
        How abruptly recovery fails :math:`n`, 1 to 20.

    Returns
    -------
    numpy.ndarray
        Strain, 0 to 1.

    Raises
    ------
    ValueError
        If the power is out of range.

    Notes
    -----
    Own teaching model, see `rest_points`.

    Examples
    --------
    >>> largest_half_point([2, 4]).round(3).tolist()
    [0.192, 0.528]
    """
    steep = require_between(power, 1, 20, name="power")
    return np.asarray(((steep - 1) / (steep + 1)) ** ((steep + 1) / steep))


def _turns(half: Floats, steep: Floats) -> tuple[Floats, Floats]:
    """Return the strains at the two folds, missing where there are none."""

    def bend(strain: Floats) -> Floats:
        # Divided by K to the n, so that a steep power does not vanish.
        return np.asarray((strain / half) ** steep * (steep - 1 - steep * strain) - 1)

    tips = half < largest_half_point(steep)
    peak = (steep - 1) / (steep + 1)
    low = root_between(bend, np.zeros_like(half), peak, rising=True)
    high = root_between(bend, peak, (steep - 1) / steep, rising=False)
    return np.where(tips, low, np.nan), np.where(tips, high, np.nan)


def _rate(values: npt.ArrayLike, name: str) -> Floats:
    return require_between(values, 0, np.inf, name=name)


def _half_point(values: npt.ArrayLike) -> Floats:
    return require_between(values, 0.01, 10, name="half_point")


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

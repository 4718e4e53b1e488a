"""Where strain tips and recovers once options are switched on, found numerically."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between
from lederlib.model.strain._steps import failing, rate, slowed
from lederlib.model.strain.tipping import Folds

# Strains between which a turn is looked for; a dip narrower than that is not seen.
_GRID = np.linspace(0, 1, 1002)[1:-1]
_GOLDEN = (np.sqrt(5) - 1) / 2
_NARROWINGS = 45


def balancing_ratio(
    strain: npt.ArrayLike,
    *,
    half_point: npt.ArrayLike = 0.45,
    power: npt.ArrayLike = 4,
    tipping: npt.ArrayLike = True,
    reverse: npt.ArrayLike = 0.0,
) -> Floats:
    r"""Return the ratio of load to recovery at which a given strain is at rest.

    .. math:: \frac{dL}{rR} = q(s) = \frac{s}{(1 - s)(1 + us)} \cdot
              \frac{1}{1 + (s/K)^n}

    Drawn against strain it is the curve that tipping is read from.

    Parameters
    ----------
    strain : array-like
        Strain :math:`s`, 0 to 1.
    half_point, power, tipping, reverse : array-like
        As for `strain_path`.

    Returns
    -------
    numpy.ndarray
        Values of :math:`dL/(rR)`; infinite at strain 1.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model, see `strain_path`.

    Examples
    --------
    >>> balancing_ratio([0.25, 0.5, 0.75]).round(2).tolist()
    [0.3, 0.4, 0.34]
    """
    s = require_between(strain, 0, 1, name="strain")
    terms = failing(half_point, power, tipping)
    opposed = (1 - s) * (1 + rate(reverse, "reverse") * s) * slowed(s, terms)
    return np.asarray(
        np.where(opposed > 0, s / np.where(opposed > 0, opposed, 1), np.inf)
    )


def strain_folds(
    *,
    half_point: npt.ArrayLike = 0.45,
    power: npt.ArrayLike = 4,
    tipping: npt.ArrayLike = True,
    reverse: npt.ArrayLike = 0.0,
) -> Folds:
    r"""Return where strain tips and recovers when strain adds to the load felt.

    The turns of `balancing_ratio`, found numerically; those of `folds` for
    :math:`u = 0`.

    Parameters
    ----------
    half_point, power, tipping, reverse : array-like
        As for `strain_path`.

    Returns
    -------
    Folds
        Values of :math:`dL/(rR)`; both missing where nothing tips.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model, see `strain_path`. A pair of folds less than 0.002 apart in
    strain may go unseen.

    Examples
    --------
    >>> [round(float(ratio), 3) for ratio in strain_folds(reverse=0.5)]
    [0.342, 0.25]
    """
    terms = failing(half_point, power, tipping)
    again = rate(reverse, "reverse")

    def ratio(strain: Floats) -> Floats:
        return np.asarray(
            strain / ((1 - strain) * (1 + again * strain) * slowed(strain, terms))
        )

    shape = np.broadcast_shapes(terms.power.shape, again.shape)
    return Folds(*_turns(ratio, shape))


def two_stock_folds(
    resources: npt.ArrayLike,
    *,
    fatigue_drain: npt.ArrayLike = 0.8,
    fatigue_recovery: npt.ArrayLike = 2.0,
    exhaustion_drain: npt.ArrayLike = 0.06,
    exhaustion_recovery: npt.ArrayLike = 0.1,
    half_point: npt.ArrayLike = 0.45,
    power: npt.ArrayLike = 4,
    tipping: npt.ArrayLike = True,
    reverse: npt.ArrayLike = 0.0,
) -> Folds:
    r"""Return the loads at which exhaustion tips and recovers.

    At rest exhaustion :math:`e` needs the fatigue :math:`f = r_e R\, q(e) / d_e`, and
    that needs the load :math:`L = r_f R f / [d_f (1 - f)(1 + ue)]`; the turns of
    this load over :math:`e` are found numerically.

    Parameters
    ----------
    resources : array-like
        Resources :math:`R`, at least 0.
    fatigue_drain, fatigue_recovery, exhaustion_drain, exhaustion_recovery : array-like
        As for `two_stock_path`; the drains above 0.
    half_point, power, tipping, reverse : array-like
        As for `two_stock_path`.

    Returns
    -------
    Folds
        Loads; infinite where no load is enough, missing where nothing tips.

    Raises
    ------
    ValueError
        If an input is out of range.

    Notes
    -----
    Own teaching model, see `two_stock_path` and `strain_folds`.

    Examples
    --------
    >>> [round(float(load), 2) for load in two_stock_folds(0.6)]
    [1.05, 0.77]
    """
    terms = failing(half_point, power, tipping)
    support, again = rate(resources, "resources"), rate(reverse, "reverse")
    fast = rate(fatigue_recovery, "fatigue_recovery") / _above_zero(
        fatigue_drain, "fatigue_drain"
    )
    slow = rate(exhaustion_recovery, "exhaustion_recovery") / _above_zero(
        exhaustion_drain, "exhaustion_drain"
    )

    def against_load(worn: Floats) -> Floats:
        # Minus one over the load: rises with it, and stays finite past infinity.
        needed = slow * support * worn / ((1 - worn) * slowed(worn, terms))
        return np.asarray((needed - 1) / needed * (1 + again * worn) / (fast * support))

    shape = np.broadcast_shapes(
        *(each.shape for each in (terms.power, support, again, fast, slow))
    )
    return Folds(*(_as_load(turn) for turn in _turns(against_load, shape)))


def _as_load(turn: Floats) -> Floats:
    finite = turn < 0
    load = np.where(finite, -1 / np.where(finite, turn, -1), np.inf)
    return np.asarray(np.where(np.isnan(turn), np.nan, load))


def _turns(
    curve: Callable[[Floats], Floats], shape: tuple[int, ...]
) -> tuple[Floats, Floats]:
    """Return the first peak of a rising curve and the trough after it, or missing."""
    grid = _GRID.reshape(-1, *(1,) * len(shape))
    values = np.broadcast_to(curve(grid), (len(_GRID), *shape))
    rises = np.diff(values, axis=0) > 0
    falls = ~rises
    peak = falls.argmax(axis=0)
    places = np.arange(len(rises)).reshape(-1, *(1,) * len(shape))
    again = rises & (places > peak)
    trough = again.argmax(axis=0)
    turns = falls.any(axis=0) & again.any(axis=0)
    tip = _refined(curve, peak, sign=1.0)
    recover = _refined(curve, trough, sign=-1.0)
    return np.where(turns, tip, np.nan), np.where(turns, recover, np.nan)


def _refined(
    curve: Callable[[Floats], Floats], place: npt.NDArray[np.int64], *, sign: float
) -> Floats:
    """Return the extreme value next to a place of the grid, by golden sections."""
    low = _GRID[np.maximum(place - 1, 0)]
    high = _GRID[np.minimum(place + 1, len(_GRID) - 1)]
    for _ in range(_NARROWINGS):
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        keep_left = sign * curve(left) > sign * curve(right)
        high = np.where(keep_left, right, high)
        low = np.where(keep_left, low, left)
    return np.asarray(curve((low + high) / 2))


def _above_zero(values: npt.ArrayLike, name: str) -> Floats:
    return require_between(values, 1e-12, 1e6, name=name)

"""What is left of interventions when too much is going on at once."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between
from lederlib.model.synchronise._terms import Places, PortfolioEffects

Reals = npt.NDArray[np.floating[Any]]
_DIGITS = 12


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


class Spending(NamedTuple):
    """The different amounts of attention, and which of them each set takes.

    Attributes
    ----------
    used : numpy.ndarray, shape (amounts,)
        Attention taken.
    freeing : tuple of tuple of int
        Interventions that set attention free, for each amount.
    place : numpy.ndarray of int, shape (sets,)
        The amount that each set takes.
    """

    used: Floats
    freeing: tuple[Places, ...]
    place: npt.NDArray[np.int64]


def spending(sets: Sequence[Places], effects: PortfolioEffects) -> Spending:
    """Return the different amounts of attention that these sets take."""
    frees = set(np.flatnonzero(effects.frees.any(axis=-1)).tolist())
    known: dict[tuple[float, Places], int] = {}
    amounts, places = [], []
    for one in sets:
        used = float(effects.costs[list(one)].sum())
        freeing = tuple(place for place in one if place in frees)
        # A sum of decimals hangs on its order, in its last digit.
        key = (round(used, _DIGITS), freeing)
        if key not in known:
            known[key] = len(known)
            amounts.append(used)
        places.append(known[key])
    return Spending(
        used=np.array(amounts),
        freeing=tuple(freeing for _, freeing in known),
        place=np.array(places, dtype=np.int64),
    )


def net_attention(spent: Spending, effects: PortfolioEffects) -> Floats:
    """Return each amount less what it sets free, at least 0; (amounts, draws or 1)."""
    freed = [effects.frees[list(places)].sum(axis=0) for places in spent.freeing]
    return np.asarray(np.maximum(spent.used[:, None] - np.array(freed), 0))


def shares_left(net: Floats, capacity: Floats, power: Floats) -> Floats:
    """Return what too much at once leaves of the effect, (amounts, draws or 1)."""
    with np.errstate(over="ignore", divide="ignore"):
        # A product of logarithms, since raising to a power takes three times as long.
        return np.asarray(1 / (1 + np.exp(power * (np.log(net) - np.log(capacity)))))


def overloaded(values: Reals, left: Reals, overload: Reals) -> Reals:
    """Return what sets are worth once too much at once has taken and cost its part.

    What helps is diluted; what harms is not, and the overload itself is one more load.
    Rises with `values` and never falls with `left`, so that the best of sets that take
    the same attention stays the best.
    """
    kept = np.where(values > 0, values * left, values)
    return np.asarray(kept - overload * (1 - left))


def attention_of(sets: Sequence[Places], effects: PortfolioEffects) -> Floats:
    """Return the attention that each set takes, on average over the draws."""
    spent = spending(sets, effects)
    return np.asarray(net_attention(spent, effects).mean(axis=1)[spent.place])

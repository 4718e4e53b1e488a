"""How alpha varies from one group of people to the next, by Feldt's F distribution."""

import numpy as np
import numpy.typing as npt
from scipy.special import fdtri

from lederlib._checks import (
    Floats,
    generator_of,
    require_between,
    require_count,
    require_number,
    require_whole,
)

MOST = 1_000_000
_MOST_PEOPLE, _MOST_ITEMS = 1_000_000_000, 10_000


def feldt_interval(
    value: npt.ArrayLike,
    *,
    people: npt.ArrayLike,
    items: npt.ArrayLike,
    confidence: float = 0.95,
) -> tuple[Floats, Floats]:
    """Return the ends of the interval around an alpha that was found.

    Parameters
    ----------
    value : array-like
        Alpha as found, at most 1.
    people, items : array-like of int
        How many people and items it rests on, at least 2 of each.
    confidence : float, default 0.95
        Coverage of the interval.

    Returns
    -------
    tuple of numpy.ndarray
        Low and high, in the shape of the arguments together.

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Notes
    -----
    Exact for normal items that are equally good. Feldt (1965),
    https://doi.org/10.1007/BF02289499.

    Examples
    --------
    >>> low, high = feldt_interval(0.8, people=[12, 600], items=5)
    >>> low.round(2).tolist(), high.round(2).tolist()
    ([0.54, 0.77], [0.93, 0.82])
    """
    found = require_between(value, -np.inf, 1, name="value")
    freedom = _freedom(people, items)
    tail = (1 - require_number(confidence, 0.5, 0.999, name="confidence")) / 2
    low, high = (1 - (1 - found) * fdtri(*freedom, share) for share in (1 - tail, tail))
    return np.asarray(low), np.asarray(high)


def usual_alphas(
    value: npt.ArrayLike,
    *,
    people: npt.ArrayLike,
    items: npt.ArrayLike,
    share: float = 0.9,
) -> tuple[Floats, Floats]:
    """Return between which two alphas the middle `share` of groups find theirs.

    Parameters
    ----------
    value : array-like
        Alpha among all whom the scale is for, at most 1.
    people, items : array-like of int
        How many people each group has, and how many items the scale has.
    share : float, default 0.9
        How much of the groups, in the middle.

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Examples
    --------
    >>> low, high = usual_alphas(0.8, people=[12, 600], items=5)
    >>> low.round(2).tolist(), high.round(2).tolist()
    ([0.5, 0.78], [0.9, 0.82])
    """
    true = require_between(value, -np.inf, 1, name="value")
    freedom = _freedom(people, items)
    tail = (1 - require_number(share, 0.01, 0.999, name="share")) / 2
    low, high = (1 - (1 - true) / fdtri(*freedom, place) for place in (tail, 1 - tail))
    return np.asarray(low), np.asarray(high)


def draw_alphas(
    value: float,
    *,
    people: int,
    items: int,
    draws: int,
    rng: int | np.random.Generator = 0,
) -> Floats:
    """Return what so many groups of people would each find where alpha is `value`.

    Parameters
    ----------
    value : float
        Alpha among all whom the scale is for, at most 1.
    people, items : int
        How many people each group has, and how many items the scale has.
    draws : int
        How many groups.
    rng : int or numpy.random.Generator
        Where chance comes from.

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Notes
    -----
    Feldt's law turned round: (1 − α) / (1 − α̂) follows an F distribution.

    Examples
    --------
    >>> few = draw_alphas(0.8, people=12, items=5, draws=999)
    >>> many = draw_alphas(0.8, people=600, items=5, draws=999)
    >>> bool(few.std() > 5 * many.std())
    True
    """
    true = require_number(value, -np.inf, 1, name="value")
    groups = require_count(draws, 1, MOST, name="draws")
    persons = require_count(people, 2, _MOST_PEOPLE, name="people")
    parts = require_count(items, 2, _MOST_ITEMS, name="items")
    chance = generator_of(rng).f(*_freedom(persons, parts), size=groups)
    return np.asarray(1 - (1 - true) / chance)


def _freedom(people: npt.ArrayLike, items: npt.ArrayLike) -> tuple[Floats, Floats]:
    persons = require_whole(people, 2, _MOST_PEOPLE, name="people").astype(float)
    parts = require_whole(items, 2, _MOST_ITEMS, name="items").astype(float)
    return persons - 1, (persons - 1) * (parts - 1)

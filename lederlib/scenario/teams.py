"""Teams of a municipality: how large they are, and what their leaders carry."""

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from lederlib._checks import Floats, require_count, require_number, seed_of
from lederlib.model import span_load

#: Employees per leader at which the leader's load is as stated: 8,000 / 280.
USUAL_SPAN: Final = 200 / 7
#: Loads of leaders lie evenly from so much below the mean to so much above it.
LEADER_SPREAD: Final = 5 / 11
MOST_EMPLOYEES: Final = 100_000
_STREAM: Final = 7


def team_sizes(
    employees: int, *, span: float, unequal: float = 0.0, rng: int = 0
) -> npt.NDArray[np.int64]:
    """Return teams of a mean size, all alike or of very unequal size.

    Parameters
    ----------
    employees : int
        Employees in all, 1 to 100,000.
    span : float
        Employees per leader, 1 to 1,000.
    unequal : float, default 0
        Standard deviation of the logarithm of the sizes, 0 to 2.
    rng : int, default 0
        A seed: which leader has which team.

    Returns
    -------
    numpy.ndarray of int, shape (leaders,)
        At least 1 each; they sum to `employees`.

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Examples
    --------
    >>> team_sizes(100, span=25).tolist()
    [25, 25, 25, 25]
    >>> team_sizes(100, span=25, unequal=0.8, rng=1).tolist()
    [49, 16, 26, 9]
    """
    people = require_count(employees, 1, MOST_EMPLOYEES, name="employees")
    mean = require_number(span, 1, 1000, name="span")
    width = require_number(unequal, 0, 2, name="unequal")
    leaders = max(round(people / mean), 1)
    order = np.random.default_rng([seed_of(rng), _STREAM]).permutation(leaders)
    weights = np.exp(width * ndtri((order + 0.5) / leaders))
    # Everyone leads somebody; the rest is shared by weight, without losing anyone.
    edges = np.cumsum(weights) / weights.sum() * (people - leaders)
    return np.asarray(1 + np.diff(np.round(edges).astype(np.int64), prepend=0))


def leader_loads(
    sizes: npt.NDArray[np.int64],
    *,
    load: float,
    span_to_load: float = 0.0,
    best_span: float = 1.0,
    rng: int = 0,
) -> Floats:
    """Return the load of each leader: some carry more, and large teams weigh more.

    Parameters
    ----------
    sizes : numpy.ndarray of int, shape (leaders,)
        Employees of each leader.
    load : float
        Mean load at the usual span of 28.6, 0 to 50.
    span_to_load : float, default 0
        Log load per log span, 0 to 2.
    best_span : float, default 1
        Employees at which load is least, as for `lederlib.model.span_load`; with 1 it
        only grows with the team.
    rng : int, default 0
        A seed: who carries more than the mean.

    Returns
    -------
    numpy.ndarray, shape (leaders,)

    Examples
    --------
    >>> loads = leader_loads(np.full(500, 30), load=1.1)
    >>> [round(float(end), 1) for end in (loads.min(), loads.max())]
    [0.6, 1.6]
    """
    mean = require_number(load, 0, 50, name="load")
    power = require_number(span_to_load, 0, 2, name="span_to_load")
    best = require_number(best_span, 1, 1000, name="best_span")
    grown = span_load(sizes, usual=USUAL_SPAN, span_to_load=power, best_span=best)
    return np.asarray(mean * grown * _own_share(sizes.size, rng))


def mean_leader_load(
    sizes: npt.NDArray[np.int64],
    *,
    load: float,
    span_to_load: Floats,
    best_span: Floats,
    rng: int = 0,
) -> Floats:
    """Return the mean of `leader_loads` in each possible world.

    Parameters
    ----------
    sizes, load, rng
        As for `leader_loads`.
    span_to_load, best_span : numpy.ndarray, shape (draws,)
        One of each in every world.

    Returns
    -------
    numpy.ndarray, shape (draws,)

    Examples
    --------
    >>> worlds = {"span_to_load": np.array([0, 0.3]), "best_span": np.ones(2)}
    >>> mean_leader_load(np.full(500, 60), load=1.1, **worlds).round(1).tolist()
    [1.1, 1.4]
    """
    # Teams of one size share a factor, so that their leaders are counted once.
    spans, place = np.unique(sizes, return_inverse=True)
    shares = np.bincount(place, weights=_own_share(sizes.size, rng)) / sizes.size
    grown = span_load(
        spans[:, np.newaxis],
        usual=USUAL_SPAN,
        span_to_load=span_to_load,
        best_span=best_span,
    )
    return np.asarray(load * (shares @ grown))


def _own_share(leaders: int, rng: int) -> Floats:
    """Return how many times the mean each leader carries."""
    chance = np.random.default_rng([seed_of(rng), _STREAM + 1])
    return np.asarray(1 + LEADER_SPREAD * chance.uniform(-1, 1, leaders))

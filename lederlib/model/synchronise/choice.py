"""Choose among too many portfolios to try them all, by a linear model and HiGHS."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import exprel

from lederlib._checks import Floats, require_between, require_count, require_number
from lederlib.model.synchronise._sets import Pairs, require_first
from lederlib.model.synchronise._terms import Places, PortfolioEffects
from lederlib.model.synchronise.dilution import dilution, overloaded

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_HALF = 0.5

# One row of the problem: places, their factors, and the most their sum may be.
_Row = tuple[tuple[int, ...], tuple[float, ...], float]
_MOST = 1_000_000.0
# Of the highest cost: far above the solver's tolerance, far below what matters.
_STEP = 1e-4


class Problem(NamedTuple):
    """Which sets are allowed, and what each is worth, apart from the limit.

    Attributes
    ----------
    value, price : numpy.ndarray, shape (interventions,)
        What each adds, and the attention that it takes.
    meet : tuple of (int, int)
        Pairs that add something together.
    joint : tuple of float
        How much.
    needs : tuple of (int, int)
        (p, r): p only together with r.
    picks : int or None
        How many to choose.
    """

    value: Floats
    price: Floats
    meet: Pairs
    joint: tuple[float, ...]
    needs: Pairs
    picks: int | None


def solve(problem: Problem, limit: float) -> Places | None:
    """Return the set with the highest sum under the limit, or None if there is none.

    A product of two choices is one more unknown between its two bounds (McCormick's
    envelope).
    """
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - slow to load

    n = len(problem.value)
    rows = [_row(tuple(range(n)), tuple(problem.price.tolist()), limit)]
    rows += [_row((p, r), (1, -1), 0) for p, r in problem.needs]
    for place, pair in enumerate(problem.meet):
        rows += _product(n + place, *pair)
    rows += _count(n, problem.picks)
    worth = np.concatenate([problem.value, problem.joint])
    found = milp(
        -worth,
        constraints=LinearConstraint(
            _matrix(rows, len(worth)), -np.inf, [most for _, _, most in rows]
        ),
        integrality=np.arange(len(worth)) < n,
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    if found.x is None:
        return None
    return tuple(np.flatnonzero(found.x[:n] > _HALF).tolist())


def _row(places: tuple[int, ...], by: tuple[float, ...], most: float) -> _Row:
    return places, by, float(most)


def _product(both: int, one: int, other: int) -> list[_Row]:
    """Return the rows that make unknown `both` the product of two choices."""
    return [
        _row((both, one), (1, -1), 0),
        _row((both, other), (1, -1), 0),
        _row((one, other, both), (1, 1, -1), 1),
    ]


def _count(n: int, picks: int | None) -> list[_Row]:
    if picks is None:
        return []
    every = tuple(range(n))
    return [_row(every, (1,) * n, picks), _row(every, (-1,) * n, -picks)]


def _matrix(rows: list[_Row], unknowns: int) -> "csr_array":
    from scipy.sparse import csr_array  # noqa: PLC0415 - slow to load

    places = [place for where, _, _ in rows for place in where]
    factors = [factor for _, by, _ in rows for factor in by]
    row_of = np.repeat(np.arange(len(rows)), [len(where) for where, _, _ in rows])
    return csr_array((factors, (row_of, places)), shape=(len(rows), unknowns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The best set of a linear problem.

    Attributes
    ----------
    chosen : tuple of int
        Places of the interventions.
    value : float
        Gains and pairs added up, less what too much at once takes of them and costs.
    attention : float
        Attention that it takes, less what it sets free; at least 0.
    """

    chosen: Places
    value: float
    attention: float


def linear_gains(effects: PortfolioEffects) -> Floats:
    r"""Return what each intervention adds at the margin of the profile today.

    .. math:: v_p = B \sum_i w_i\, g'(x_i^0)\, \Delta x_{ip}

    Parameters
    ----------
    effects : PortfolioEffects
        From `portfolio_effects`.

    Returns
    -------
    numpy.ndarray, shape (interventions, draws)
        Log units. A straight line through today: it overstates large steps, and knows
        neither 0 and 1 nor what too much at once costs.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects([[0.1]], costs=[0.1], weights=[1], size=1,
    ...     curvature=0)
    >>> linear_gains(effects).tolist()
    [[0.1]]
    """
    bend, today = effects.curvature, effects.baseline
    slope = effects.size * effects.weights * np.exp(-bend * today) / exprel(-bend)
    return np.asarray((slope[:, None] * effects.moves).sum(axis=0))


def choose_portfolio(
    gains: npt.ArrayLike,
    *,
    costs: npt.ArrayLike,
    limit: float = np.inf,
    pairs: npt.ArrayLike = 0,
    picks: int | None = None,
    first: Iterable[tuple[int, int]] = (),
    capacity: float = np.inf,
    power: float = 4,
    overload: float = 0,
) -> Choice:
    r"""Return the set with the highest sum of gains and pairs that is left.

    .. math::

        \max_{y \in \{0, 1\}^n}
        \max(U, 0)\, \ell + \min(U, 0) - J_o (1 - \ell), \qquad
        U = \sum_p v_p y_p + \sum_{p<q} J_{pq} y_p y_q, \\
        \ell = \frac{1}{1 + (c(y) / C)^{\nu}}, \qquad
        c(y) = \sum_p c_p y_p \le L, \quad y_p \le y_r

    Parameters
    ----------
    gains : array-like, shape (interventions,)
        What each adds, for instance the mean of `linear_gains` over the draws.
    costs : array-like, shape (interventions,)
        Attention that each takes; negative where it sets attention free.
    limit : float
        Most attention to use.
    pairs : array-like, shape (interventions, interventions)
        Conflict and synergy in the units of the gains; symmetric.
    picks : int, optional
        How many to choose; without it as many as pay.
    first : iterable of (int, int)
        Places (p, r): p only together with r.
    capacity, power : float
        As in `dilution`; with an infinite capacity nothing is ever too much.
    overload : float, default 0
        What far too much at once costs by itself, in the units of the gains.

    Raises
    ------
    ValueError
        If a number is out of range, shapes do not fit, or no set is allowed.

    Notes
    -----
    Solved exactly by HiGHS through `scipy.optimize.milp`: the highest sum under the
    limit, then under ever lower ones, until no sum is as high as the best that was
    left: of two sets the one with the higher sum and no more attention is worth more.
    Sets whose attention differs by less than a ten-thousandth of the highest cost
    count as alike.

    Examples
    --------
    >>> choose_portfolio([3, 2, 2], costs=[3, 2, 2], limit=4).chosen
    (1, 2)
    >>> choose_portfolio([3, 2, 2], costs=[3, 2, 2], capacity=3).chosen
    (1,)
    """
    most = require_number(limit, 0, np.inf, name="limit")
    load = np.asarray(require_number(overload, 0, np.inf, name="overload"))
    problem = _problem(gains, costs, pairs, picks, first)
    best, step = None, _STEP * max(float(np.abs(problem.price).max()), _STEP)
    under = min(most, float(np.maximum(problem.price, 0).sum()))
    while (chosen := solve(problem, under)) is not None:
        total = _total(chosen, problem)
        used = max(float(problem.price[list(chosen)].sum()), 0.0)
        left = dilution(used, capacity=capacity, power=power)
        value = float(overloaded(np.asarray(total), left, load))
        found = Choice(chosen=chosen, value=value, attention=used)
        best = found if best is None or found.value > best.value else best
        if total <= best.value or used <= step:
            break
        under = used - step
    if best is None:
        msg = (
            f"No set of {len(problem.value)} interventions keeps to a limit of "
            f"{limit:g}, to the number to pick and to what must come first."
        )
        raise ValueError(msg)
    return best


def _problem(
    gains: npt.ArrayLike,
    costs: npt.ArrayLike,
    pairs: npt.ArrayLike,
    picks: int | None,
    first: Iterable[tuple[int, int]],
) -> Problem:
    value = require_between(gains, -_MOST, _MOST, name="gains")
    price = require_between(costs, -_MOST, _MOST, name="costs")
    n = len(np.atleast_1d(value))
    joint = _joint(pairs, n)
    if value.shape != (n,) or price.shape != (n,):
        msg = (
            "gains and costs must have one number for each intervention; got shapes "
            f"{value.shape} and {price.shape}."
        )
        raise ValueError(msg)
    meet = tuple(pair for pair in combinations(range(n), 2) if joint[pair] != 0)
    return Problem(
        value=value,
        price=price,
        meet=meet,
        joint=tuple(float(joint[pair]) for pair in meet),
        needs=require_first(first, n),
        picks=picks if picks is None else require_count(picks, 1, n, name="picks"),
    )


def _joint(pairs: npt.ArrayLike, n: int) -> Floats:
    joint = require_between(pairs, -_MOST, _MOST, name="pairs")
    joint = np.full((n, n), float(joint)) if joint.ndim == 0 else joint
    if joint.shape != (n, n) or not np.array_equal(joint, joint.T):
        msg = f"pairs must be symmetric, {n} × {n}; got shape {joint.shape}."
        raise ValueError(msg)
    return joint


def _total(chosen: Places, problem: Problem) -> float:
    together = (
        joint
        for pair, joint in zip(problem.meet, problem.joint, strict=True)
        if set(pair) <= set(chosen)
    )
    return float(problem.value[list(chosen)].sum()) + sum(together)

"""Choose among too many portfolios to try them all, by a linear model and HiGHS."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array
from scipy.special import exprel

from lederlib._checks import Floats, require_between, require_whole
from lederlib.model._portfolio_terms import Places, PortfolioEffects
from lederlib.model.portfolio import require_first

_MOST = 1_000_000.0
_HALF = 0.5

# One row of the problem: places, their factors, and the most their sum may be.
_Row = tuple[tuple[int, ...], tuple[float, ...], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The best set of a linear problem.

    Attributes
    ----------
    chosen : tuple of int
        Places of the interventions.
    value : float
        Gains and pairs added up.
    attention : float
        Attention that it takes.
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
    limit: float,
    pairs: npt.ArrayLike = 0,
    picks: int | None = None,
    first: Iterable[tuple[int, int]] = (),
) -> Choice:
    r"""Return the set with the highest sum of gains and pairs under a limit.

    .. math::

        \max_{y \in \{0, 1\}^n} \sum_p v_p y_p + \sum_{p<q} J_{pq} y_p y_q, \qquad
        \sum_p c_p y_p \le L, \quad y_p \le y_r

    Parameters
    ----------
    gains : array-like, shape (interventions,)
        What each adds, for instance the mean of `linear_gains` over the draws.
    costs : array-like, shape (interventions,)
        Attention that each takes.
    limit : float
        Most attention to use.
    pairs : array-like, shape (interventions, interventions)
        Conflict and synergy in the units of the gains; symmetric.
    picks : int, optional
        How many to choose; without it as many as pay.
    first : iterable of (int, int)
        Places (p, r): p only together with r.

    Raises
    ------
    ValueError
        If a number is out of range, shapes do not fit, or no set is allowed.

    Notes
    -----
    Solved exactly by HiGHS through `scipy.optimize.milp`; a product of two choices is
    one more unknown between its two bounds (McCormick's envelope).

    Examples
    --------
    >>> choose_portfolio([3, 2, 2], costs=[3, 2, 2], limit=4).chosen
    (1, 2)
    """
    value = require_between(gains, -_MOST, _MOST, name="gains")
    n = len(np.atleast_1d(value))
    price = require_between(costs, 0, _MOST, name="costs")
    most = float(require_between(limit, 0, np.inf, name="limit"))
    joint = _joint(pairs, n)
    if value.shape != (n,) or price.shape != (n,):
        msg = (
            "gains and costs must have one number for each intervention; got shapes "
            f"{value.shape} and {price.shape}."
        )
        raise ValueError(msg)
    meet = [pair for pair in combinations(range(n), 2) if joint[pair] != 0]
    rows = [_row(tuple(range(n)), tuple(price.tolist()), min(most, price.sum()))]
    rows += [_row((p, r), (1, -1), 0) for p, r in require_first(first, n)]
    rows += [row for k, pair in enumerate(meet) for row in _product(n + k, *pair)]
    rows += _count(n, picks)
    worth = np.concatenate([value, [joint[pair] for pair in meet]])
    return _result(_solve(worth, n, rows, most), value, joint, price)


def _joint(pairs: npt.ArrayLike, n: int) -> Floats:
    joint = require_between(pairs, -_MOST, _MOST, name="pairs")
    joint = np.full((n, n), float(joint)) if joint.ndim == 0 else joint
    if joint.shape != (n, n) or not np.array_equal(joint, joint.T):
        msg = f"pairs must be symmetric, {n} × {n}; got shape {joint.shape}."
        raise ValueError(msg)
    return joint


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
    count = int(require_whole(picks, 1, n, name="picks"))
    every = tuple(range(n))
    return [_row(every, (1,) * n, count), _row(every, (-1,) * n, -count)]


def _solve(worth: Floats, n: int, rows: list[_Row], limit: float) -> Places:
    places = [place for where, _, _ in rows for place in where]
    factors = [factor for _, by, _ in rows for factor in by]
    lengths = [len(where) for where, _, _ in rows]
    row_of = np.repeat(np.arange(len(rows)), lengths)
    shape = (len(rows), len(worth))
    matrix = csr_array((factors, (row_of, places)), shape=shape)
    found = milp(
        -worth,
        constraints=LinearConstraint(matrix, -np.inf, [most for _, _, most in rows]),
        integrality=np.arange(len(worth)) < n,
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    if found.x is None:
        msg = (
            f"No set of {n} interventions keeps to a limit of {limit:g}, to the number "
            "to pick and to what must come first."
        )
        raise ValueError(msg)
    return tuple(np.flatnonzero(found.x[:n] > _HALF).tolist())


def _result(chosen: Places, value: Floats, joint: Floats, price: Floats) -> Choice:
    together = sum(float(joint[pair]) for pair in combinations(chosen, 2))
    where = list(chosen)
    return Choice(
        chosen=chosen,
        value=float(value[where].sum()) + together,
        attention=float(price[where].sum()),
    )

"""A choice of interventions as a mixed-integer linear problem, solved by HiGHS."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from lederlib._checks import Floats
from lederlib.model.synchronise._sets import Pairs
from lederlib.model.synchronise._terms import Places

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_HALF = 0.5

# One row of the problem: places, their factors, and the most their sum may be.
_Row = tuple[tuple[int, ...], tuple[float, ...], float]


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

"""Which interventions go well together, and which set is best how often."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from lederlib._checks import Floats, require_between, require_whole
from lederlib.model._portfolio_terms import (
    Places,
    PortfolioEffects,
    blocks,
    gather,
    whole_values,
)

_MOST_SETS = 200_000
_MOST_VALUES = 2**31
_ROUNDING = 1e-12
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BestPortfolios:
    """Every set that is allowed, the one with the highest mean value first.

    Attributes
    ----------
    sets : tuple of tuple of int
        Places of the interventions in each set.
    value : numpy.ndarray, shape (sets,)
        Mean value over the draws, in log units.
    best : numpy.ndarray, shape (sets,)
        In which share of the draws it is the best of them all; sums to 1.
    regret : numpy.ndarray, shape (sets,)
        What it costs on average to choose this set rather than, with hindsight, the
        best one; log units, at least 0.
    attention : numpy.ndarray, shape (sets,)
        Attention that it takes.
    """

    sets: tuple[Places, ...]
    value: Floats
    best: Floats
    regret: Floats
    attention: Floats


def portfolio_values(
    effects: PortfolioEffects, sets: Sequence[Sequence[int]]
) -> Floats:
    r"""Return what each set of interventions is worth in each draw.

    .. math::

        V(S) = \frac{\eta(x^0 + \sum_{p \in S} \Delta x_p) + \sum_{p<q \in S} J_{pq}}
                    {1 + (c_S / C)^{\nu}}

    Parameters
    ----------
    effects : PortfolioEffects
        From `portfolio_effects`.
    sets : sequence of sequence of int
        Places of the interventions in each set; sets may differ in size.

    Returns
    -------
    numpy.ndarray, shape (sets, draws)
        Log units: what the set adds to attraction or retention. The combined profile
        stops at 0 and 1.

    Raises
    ------
    ValueError
        If a set names an intervention that is not there, or one of them twice.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects(
    ...     [[0.2, 0.2]], costs=[0.1, 0.1], weights=[1], size=1, curvature=0,
    ...     pairs=[[0, -0.05], [-0.05, 0]],
    ... )
    >>> portfolio_values(effects, [(), (0,), (0, 1)]).round(2).ravel().tolist()
    [0.0, 0.2, 0.35]
    """
    chosen = [_places(one, len(effects.costs)) for one in sets]
    gathered, used = gather(chosen, effects), attention_of(chosen, effects.costs)
    values = np.empty((len(chosen), effects.draws))
    for where, part in blocks(effects, len(chosen)):
        values[:, where] = whole_values(gathered, part, used)
    return values


def best_portfolios(
    effects: PortfolioEffects,
    picks: int = 3,
    *,
    limit: float = np.inf,
    first: Iterable[tuple[int, int]] = (),
) -> BestPortfolios:
    """Return every allowed set of that size: how good it is, and how often the best.

    Parameters
    ----------
    effects : PortfolioEffects
        From `portfolio_effects`.
    picks : int, default 3
        How many interventions to choose.
    limit : float
        Most attention that a set may take.
    first : iterable of (int, int)
        Places (p, r): p is only allowed together with r, which removes what stands
        in its way.

    Raises
    ------
    ValueError
        If no set is allowed, or there are too many to try them all: then
        `choose_portfolio` finds the best one.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects([[0.3, 0.2, 0.1]], costs=[0.2, 0.1, 0.1],
    ...     weights=[1])
    >>> best_portfolios(effects, 2, limit=0.25).sets
    ((1, 2),)
    """
    sets = _allowed(effects, picks, limit, tuple(first))
    gathered, used = gather(sets, effects), attention_of(sets, effects.costs)
    total, wins, top = np.zeros(len(sets)), np.zeros(len(sets)), 0.0
    for _, part in blocks(effects, len(sets)):
        values = whole_values(gathered, part, used)
        winners = values.argmax(axis=0)
        total += values.sum(axis=1)
        wins += np.bincount(winners, minlength=len(sets))
        top += values[winners, np.arange(len(winners))].sum()
    mean = total / effects.draws
    order = np.argsort(-mean, kind="stable")
    return BestPortfolios(
        sets=tuple(sets[place] for place in order),
        value=mean[order],
        best=wins[order] / effects.draws,
        regret=np.maximum(top / effects.draws - mean[order], 0),
        attention=used[order],
    )


def pair_help(effects: PortfolioEffects) -> Floats:
    """Return how much each pair helps (above 0) or hinders (below 0) each other.

    The value of both less the value of each alone. It holds conflict and synergy,
    diminishing returns where both move the same factor, and what it costs to do two
    things at once.

    Returns
    -------
    numpy.ndarray, shape (interventions, interventions, draws)
        Log units; 0 on the diagonal.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects([[0.2, 0.2]], costs=[0, 0], weights=[1], size=1)
    >>> pair_help(effects)[..., 0].round(3).tolist()
    [[0.0, -0.041], [-0.041, 0.0]]
    """
    n = len(effects.costs)
    pairs = list(combinations(range(n), 2))
    alone = portfolio_values(effects, [(place,) for place in range(n)])
    both = portfolio_values(effects, pairs)
    helped = np.zeros((n, n, effects.draws))
    for (one, other), value in zip(pairs, both, strict=True):
        helped[one, other] = helped[other, one] = value - alone[one] - alone[other]
    return helped


def attention_of(sets: Sequence[Places], costs: Floats) -> Floats:
    """Return the attention that each set takes."""
    return np.array([float(costs[list(one)].sum()) for one in sets])


def require_first(
    first: Iterable[tuple[int, int]], n: int
) -> tuple[tuple[int, int], ...]:
    """Return the pairs (p, r), or raise if they name what is not there."""
    pairs = tuple(_places(pair, n, name="first") for pair in first)
    for pair in pairs:
        if len(pair) != _TWO:
            msg = f"first must hold pairs (p, r); got {pair}."
            raise ValueError(msg)
    return tuple((pair[0], pair[1]) for pair in pairs)


def _allowed(
    effects: PortfolioEffects,
    picks: int,
    limit: float,
    first: tuple[tuple[int, int], ...],
) -> list[Places]:
    n = len(effects.costs)
    size = int(require_whole(picks, 1, n, name="picks"))
    most = float(require_between(limit, 0, np.inf, name="limit")) + _ROUNDING
    needs = require_first(first, n)
    _require_few(comb(n, size), effects.draws)
    sets = [
        one
        for one in combinations(range(n), size)
        if effects.costs[list(one)].sum() <= most
        and all(r in one for p, r in needs if p in one)
    ]
    if not sets:
        msg = (
            f"No set of {size} of {n} interventions keeps to a limit of {limit:g} and "
            "to what must come first; raise the limit or pick fewer."
        )
        raise ValueError(msg)
    return sets


def _require_few(sets: int, draws: int) -> None:
    if sets > _MOST_SETS or sets * draws > _MOST_VALUES:
        msg = (
            f"{sets:,} sets × {draws:,} draws are too many to try them all; the most "
            f"is {_MOST_SETS:,} sets and {_MOST_VALUES:,} values: pick fewer, or use "
            "choose_portfolio."
        )
        raise ValueError(msg)


def _places(one: Sequence[int], n: int, *, name: str = "sets") -> Places:
    places = tuple(require_whole(list(one), 0, n - 1, name=name).tolist())
    if len(set(places)) < len(places):
        msg = f"{name} must name each intervention once; got {places}."
        raise ValueError(msg)
    return places

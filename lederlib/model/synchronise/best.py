"""Which interventions go well together, and which set is best how often."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from lederlib._checks import Floats
from lederlib.model.synchronise._sets import allowed_sets, require_places
from lederlib.model.synchronise._terms import (
    Gather,
    Places,
    PortfolioEffects,
    blocks,
    gather,
    undiluted_values,
)
from lederlib.model.synchronise.dilution import (
    Spending,
    net_attention,
    overloaded,
    shares_left,
    spending,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BestPortfolios:
    """Every set that is allowed, the one with the highest mean value first.

    Attributes
    ----------
    sets : tuple of tuple of int
        Places of the interventions in each set, without what is done beforehand.
    value : numpy.ndarray, shape (sets,)
        Mean value over the draws, in log units.
    best : numpy.ndarray, shape (sets,)
        In which share of the draws it is the best of them all; sums to 1.
    regret : numpy.ndarray, shape (sets,)
        What it costs on average to choose this set rather than, with hindsight, the
        best one; log units, at least 0.
    attention : numpy.ndarray, shape (sets,)
        Attention that it takes on average, less what it sets free.
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

        V(S) = \max(U, 0)\, \ell + \min(U, 0) - J_o (1 - \ell), \qquad
        U = \eta(x^0 + \sum_{p \in S} \Delta x_p) + \sum_{p<q \in S} J_{pq}, \qquad
        \ell = \frac{1}{1 + (c_S / C)^{\nu}}

    with :math:`c_S` the attention that the set takes less what it sets free, at least
    0. Too much at once takes of what a set does where it helps on the whole, leaves
    harm as it is, and costs up to :math:`J_o` by itself. So no set gains by taking
    more attention.

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
    chosen = [require_places(one, effects) for one in sets]
    gathered, spent = gather(chosen, effects), spending(chosen, effects)
    values = np.empty((len(chosen), effects.draws))
    for where, part in blocks(effects, len(chosen)):
        values[:, where] = _values(gathered, spent, part)
    return values


def best_portfolios(
    effects: PortfolioEffects,
    picks: int = 3,
    *,
    limit: float = np.inf,
    first: Iterable[tuple[int, int]] = (),
    done: Iterable[int] = (),
    among: Iterable[int] | None = None,
) -> BestPortfolios:
    """Return every allowed set of that size: how good it is, and how often the best.

    Parameters
    ----------
    effects : PortfolioEffects
        From `portfolio_effects`.
    picks : int, default 3
        How many interventions to choose.
    limit : float
        Most attention that a set may take on average.
    first : iterable of (int, int)
        Places (p, r): p is only allowed together with r, which removes what stands
        in its way.
    done : iterable of int
        Places of what is done beforehand: part of every set, beside the picks.
    among : iterable of int, optional
        Places to pick from; all unless given.

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
    allowed = allowed_sets(
        effects, picks, limit=limit, first=first, done=done, among=among
    )
    sets = allowed.picked
    gathered, spent = gather(allowed.whole, effects), spending(allowed.whole, effects)
    total, wins, top = np.zeros(len(sets)), np.zeros(len(sets)), 0.0
    for _, part in blocks(effects, len(sets)):
        values = _values(gathered, spent, part)
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
        attention=allowed.attention[order],
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


def _values(gathered: Gather, spent: Spending, effects: PortfolioEffects) -> Floats:
    """Return the value of each set in each draw, shape (sets, draws)."""
    values = undiluted_values(gathered, effects)
    if not np.isfinite(effects.capacity).any():
        return values
    net = net_attention(spent, effects)
    left = shares_left(net, effects.capacity, effects.power)[spent.place]
    return np.asarray(overloaded(values, left, effects.overload), dtype=float)

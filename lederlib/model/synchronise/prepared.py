"""Judge the same portfolios again and again, while the hand is on the lever.

Which of the sets that take the same attention is best in a draw does not hang on how
much is too much. So the best of each amount is found once, and a move only compares
the amounts.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, Ints, as_floats, require_between
from lederlib.model.synchronise._sets import allowed_sets
from lederlib.model.synchronise._terms import (
    Places,
    PortfolioEffects,
    blocks,
    gather,
    undiluted_values,
)
from lederlib.model.synchronise.best import BestPortfolios
from lederlib.model.synchronise.dilution import (
    net_attention,
    overloaded,
    shares_left,
    spending,
)

Singles = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPortfolios:
    """The allowed sets and all about them that no capacity changes.

    Attributes
    ----------
    sets : tuple of tuple of int
        Places of the interventions, without what is done beforehand; sets that take
        the same attention stand together.
    attention : numpy.ndarray, shape (sets,)
        Attention that each takes on average, less what it sets free.
    values : numpy.ndarray of float32, shape (sets, draws)
        Value before too much at once takes its part of it.
    starts : numpy.ndarray of int, shape (amounts,)
        The first set of each amount of attention.
    net : numpy.ndarray, shape (amounts, draws or 1)
        The amounts.
    overload : numpy.ndarray of float32, shape (draws or 1,)
        What far too much at once costs by itself.
    top, winner : numpy.ndarray, shape (amounts, draws)
        The highest value among the sets of that amount, and the set that has it.
    """

    sets: tuple[Places, ...]
    attention: Floats
    values: Singles
    starts: Ints
    net: Floats
    overload: Singles
    top: Singles
    winner: Ints


def prepare_portfolios(
    effects: PortfolioEffects,
    picks: int = 3,
    *,
    limit: float = np.inf,
    first: Iterable[tuple[int, int]] = (),
    done: Iterable[int] = (),
    among: Iterable[int] | None = None,
) -> PreparedPortfolios:
    """Return what can be worked out about the sets before the capacity is known.

    Parameters
    ----------
    effects, picks, limit, first, done, among
        As in `best_portfolios`; the capacity and power of the effects are not used.

    Raises
    ------
    ValueError
        As `best_portfolios`.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects([[0.3, 0.2, 0.1]], costs=[0.2, 0.1, 0.1],
    ...     weights=[1])
    >>> prepare_portfolios(effects, 2).values.shape
    (3, 1)
    """
    allowed = allowed_sets(
        effects, picks, limit=limit, first=first, done=done, among=among
    )
    spent = spending(allowed.whole, effects)
    order = np.argsort(spent.place, kind="stable")
    values = _undiluted([allowed.whole[place] for place in order], effects)
    starts = np.searchsorted(spent.place[order], np.arange(len(spent.used)))
    parts = np.split(values, starts[1:])
    winner = [part.argmax(axis=0) for part in parts]
    top = [part.max(axis=0) for part in parts]
    return PreparedPortfolios(
        sets=tuple(allowed.picked[place] for place in order),
        attention=allowed.attention[order],
        values=values,
        starts=starts,
        net=net_attention(spent, effects),
        overload=effects.overload.astype(np.float32),
        top=np.array(top),
        winner=np.array(winner) + starts[:, None],
    )


def judge_portfolios(
    prepared: PreparedPortfolios,
    *,
    capacity: npt.ArrayLike,
    power: npt.ArrayLike = 4,
) -> BestPortfolios:
    """Return what `best_portfolios` does, to single precision, in a few milliseconds.

    Parameters
    ----------
    prepared : PreparedPortfolios
        From `prepare_portfolios`.
    capacity, power : array-like, shape () or (draws,)
        As in `dilution`.

    Raises
    ------
    ValueError
        If a number is out of range, or there are not as many as draws.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects([[0.3, 0.2, 0.1]], costs=[0.2, 0.1, 0.1],
    ...     weights=[1])
    >>> judge_portfolios(prepare_portfolios(effects, 2), capacity=0.2).sets
    ((1, 2), (0, 1), (0, 2))
    """
    left = what_is_left(prepared, capacity=capacity, power=power)
    draws = prepared.values.shape[1]
    tops = overloaded(prepared.top, left, prepared.overload)
    amount = tops.argmax(axis=0)
    every = np.arange(draws)
    wins = np.bincount(prepared.winner[amount, every], minlength=len(prepared.sets))
    mean = _means(prepared, np.broadcast_to(left, prepared.top.shape))
    best = float(tops[amount, every].mean(dtype=float))
    order = np.argsort(-mean, kind="stable")
    return BestPortfolios(
        sets=tuple(prepared.sets[place] for place in order),
        value=mean[order],
        best=wins[order] / draws,
        regret=np.maximum(best - mean[order], 0),
        attention=prepared.attention[order],
    )


def what_is_left(
    prepared: PreparedPortfolios, *, capacity: npt.ArrayLike, power: npt.ArrayLike = 4
) -> Singles:
    """Return what is left of the effect at each amount, (amounts, draws or 1).

    Parameters and errors as `judge_portfolios`.
    """
    draws = prepared.values.shape[1]
    most = require_between(capacity, 1e-9, np.inf, name="capacity")
    sharp = require_between(power, 1, 100, name="power")
    for name, numbers in (("capacity", most), ("power", sharp)):
        _require_draws(numbers, draws, name)
    return shares_left(prepared.net, most, sharp).astype(np.float32)


def value_of(
    prepared: PreparedPortfolios,
    one: Iterable[int],
    *,
    capacity: npt.ArrayLike,
    power: npt.ArrayLike = 4,
) -> Floats:
    """Return what one of the sets is worth in each draw, shape (draws,).

    Raises
    ------
    ValueError
        If the set is not among those prepared, or as `judge_portfolios`.
    """
    chosen = tuple(sorted(one))
    if chosen not in prepared.sets:
        msg = f"{chosen} is not among the {len(prepared.sets)} sets that are allowed."
        raise ValueError(msg)
    row = prepared.sets.index(chosen)
    left = what_is_left(prepared, capacity=capacity, power=power)
    amount = int(_amounts(prepared)[row])
    worth = overloaded(prepared.values[row], left[amount], prepared.overload)
    return as_floats(worth, name="values")


def values_of(
    prepared: PreparedPortfolios, *, capacity: npt.ArrayLike, power: npt.ArrayLike = 4
) -> Singles:
    """Return what every set is worth in each draw, shape (sets, draws).

    Parameters and errors as `judge_portfolios`.
    """
    left = what_is_left(prepared, capacity=capacity, power=power)
    return overloaded(prepared.values, left[_amounts(prepared)], prepared.overload)


def _amounts(prepared: PreparedPortfolios) -> Ints:
    """Return the amount of attention that each set takes."""
    rows = np.arange(len(prepared.sets))
    return np.asarray(np.searchsorted(prepared.starts, rows, side="right") - 1)


def _undiluted(whole: list[Places], effects: PortfolioEffects) -> Singles:
    gathered = gather(whole, effects)
    values = np.empty((len(whole), effects.draws), dtype=np.float32)
    for where, part in blocks(effects, len(whole)):
        values[:, where] = undiluted_values(gathered, part)
    return values


def _means(prepared: PreparedPortfolios, left: Singles) -> Floats:
    parts = np.split(prepared.values, prepared.starts[1:])
    sums = [
        np.maximum(part, 0) @ share + np.minimum(part, 0).sum(axis=1)
        for part, share in zip(parts, left, strict=True)
    ]
    load = (prepared.overload * (1 - left)).sum(axis=1)
    sums = [whole - cost for whole, cost in zip(sums, load, strict=True)]
    return np.asarray(np.concatenate(sums) / prepared.values.shape[1], dtype=float)


def _require_draws(numbers: Floats, draws: int, name: str) -> None:
    if numbers.shape not in ((), (1,), (draws,)):
        msg = f"{name} must be one number or {draws}; got shape {numbers.shape}."
        raise ValueError(msg)

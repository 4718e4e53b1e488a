"""Draw what interventions do: one possible world per column."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, require_count, seed_of
from lederlib.catalogue.factors import FACTOR_KEYS
from lederlib.catalogue.interventions import (
    PairKind,
    intervention,
    intervention_pairs,
    intervention_quantities,
)
from lederlib.catalogue.ledger import values_at

_MOST_DRAWS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionDraws:
    """Draws of what a choice of interventions does, in the order of `keys`.

    Attributes
    ----------
    keys : tuple of str
        The interventions.
    moves : numpy.ndarray, shape (factors, interventions, draws)
        Factor units.
    pairs : numpy.ndarray, shape (interventions, interventions, draws)
        Conflict (negative) and synergy in log units; symmetric, 0 on the diagonal.
    costs : numpy.ndarray, shape (interventions,)
        Share of the year's attention.
    frees : numpy.ndarray, shape (interventions, draws)
        Share of the year's attention that each sets free.
    first : tuple of tuple of int
        Places (p, r): p needs r, which removes the legacy in its way.
    capacity, power : numpy.ndarray, shape (draws,)
        Attention before it becomes too much, and how sharply.
    overload : numpy.ndarray, shape (draws,)
        What far too much at once costs by itself, in log units.
    """

    keys: tuple[str, ...]
    moves: Floats
    pairs: Floats
    costs: Floats
    frees: Floats
    first: tuple[tuple[int, int], ...]
    capacity: Floats
    power: Floats
    overload: Floats


def draw_interventions(
    keys: Sequence[str], n: int, *, rng: int | np.random.Generator
) -> InterventionDraws:
    """Draw `n` possible worlds of what these interventions do.

    Every move, what is set free and the two strengths of pairs are uniform on their
    ranges. Each has its own stream, made from its name: leaving one intervention out
    leaves the draws of the others as they were. A legacy whose removal is not among
    `keys` counts as already removed. The attention that an intervention takes is one
    number: how much is too much is drawn with the capacity.

    Parameters
    ----------
    keys : sequence of str
        Keys of `interventions()`, each once.
    n : int
        Number of draws, 1 to 1,000,000.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.

    Raises
    ------
    ValueError
        If a key is unknown or stands twice, or n is out of range.

    Examples
    --------
    >>> drawn = draw_interventions(["home_days", "fixed_presence_days"], 100, rng=1)
    >>> drawn.moves.shape, bool((drawn.pairs[0, 1] <= 0).all())
    ((15, 2, 100), True)
    """
    chosen = tuple(intervention(key).key for key in keys)
    if len(set(chosen)) < len(chosen):
        msg = f"keys must name each intervention once; got {', '.join(chosen)}."
        raise ValueError(msg)
    draws, seed = require_count(n, 1, _MOST_DRAWS, name="n"), seed_of(rng)
    return InterventionDraws(
        keys=chosen,
        moves=_moves(chosen, draws, seed),
        pairs=_pairs(chosen, draws, seed),
        costs=np.array([intervention(key).attention for key in chosen]),
        frees=_frees(chosen, draws, seed),
        first=_first(chosen),
        capacity=_quantity("attention_capacity", draws, seed),
        power=_quantity("dilution_power", draws, seed),
        overload=_quantity("overload_cost", draws, seed),
    )


def _moves(keys: tuple[str, ...], n: int, seed: int) -> Floats:
    moves = np.zeros((len(FACTOR_KEYS), len(keys), n))
    for place, key in enumerate(keys):
        for move in intervention(key).moves:
            share = _stream(f"{key}.{move.factor}", seed).random(n)
            row = FACTOR_KEYS.index(move.factor)
            moves[row, place] = move.low + (move.high - move.low) * share
    return moves


def _frees(keys: tuple[str, ...], n: int, seed: int) -> Floats:
    frees = np.zeros((len(keys), n))
    for place, key in enumerate(keys):
        freed = intervention(key).frees
        share = _stream(f"{key}.frees", seed).random(n)
        frees[place] = freed.low + (freed.high - freed.low) * share
    return frees


def _pairs(keys: tuple[str, ...], n: int, seed: int) -> Floats:
    kinds: tuple[PairKind, PairKind] = ("conflict", "synergy")
    strength = {kind: _quantity(f"{kind}_strength", n, seed) for kind in kinds}
    pairs = np.zeros((len(keys), len(keys), n))
    for pair in intervention_pairs():
        if set(pair.keys) <= set(keys):
            one, other = map(keys.index, pair.keys)
            pairs[one, other] = pairs[other, one] = strength[pair.kind]
    return pairs


def _first(keys: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    return tuple(
        (place, keys.index(intervention(key).remove_first))
        for place, key in enumerate(keys)
        if intervention(key).remove_first in keys
    )


def _quantity(name: str, n: int, seed: int) -> Floats:
    return values_at(intervention_quantities()[name], _stream(name, seed).random(n))


def _stream(name: str, seed: int) -> np.random.Generator:
    return np.random.default_rng([seed, zlib.crc32(name.encode())])

"""The value of a set of interventions as a sum of terms that sets share.

A factor only sees those interventions of a set that move it, so its lift is worked out
once for each such group; a set then gathers its terms by a sparse product.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model.factors import attractiveness

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Places = tuple[int, ...]
# A term: the factor that a group of interventions moves; _PAIR for two that meet.
Group = tuple[int, Places]
_PAIR = -1
# An eighth of a gigabyte of floats at a time.
_BLOCK = 2**24


class PortfolioEffects(NamedTuple):
    """What the interventions do, as `portfolio_effects` has checked it.

    Attributes
    ----------
    moves : numpy.ndarray, shape (factors, interventions, draws or 1)
        Factor units.
    weights, baseline : numpy.ndarray, shape (factors, draws or 1)
        Share of each factor in the effect, and the profile today.
    pairs : numpy.ndarray, shape (interventions, interventions, draws or 1)
        Conflicts and synergies in log units.
    size, curvature, capacity, power : numpy.ndarray, shape (draws or 1,)
        As in `attractiveness` and `dilution`.
    overload : numpy.ndarray, shape (draws or 1,)
        What far too much at once costs, in log units.
    frees : numpy.ndarray, shape (interventions, draws or 1)
        Attention that each sets free.
    costs : numpy.ndarray, shape (interventions,)
        Attention that each takes.
    """

    moves: Floats
    weights: Floats
    baseline: Floats
    pairs: Floats
    size: Floats
    curvature: Floats
    capacity: Floats
    power: Floats
    overload: Floats
    frees: Floats
    costs: Floats

    @property
    def draws(self) -> int:
        """Number of draws."""
        return max(int(part.shape[-1]) for part in self[:-1])


def blocks(
    effects: PortfolioEffects, sets: int
) -> Iterator[tuple[slice, PortfolioEffects]]:
    """Yield the effects a few draws at a time, so that the values fit into memory."""
    step = max(1, _BLOCK // max(sets, 1))
    for start in range(0, effects.draws, step):
        yield slice(start, start + step), _part(effects, start, start + step)


def _part(effects: PortfolioEffects, start: int, stop: int) -> PortfolioEffects:
    parts = {
        name: part[..., start:stop]
        for name, part in effects._asdict().items()
        if name != "costs" and part.shape[-1] > 1
    }
    return effects._replace(**parts)


class Gather(NamedTuple):
    """The terms in use, and which of them each set adds up."""

    terms: tuple[Group, ...]
    sums: "csr_array"


def gather(sets: Sequence[Places], effects: PortfolioEffects) -> Gather:
    """Return the terms that these sets share."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - slow to load

    movers = [set(np.flatnonzero(row.any(axis=-1)).tolist()) for row in effects.moves]
    meeting = np.asarray(effects.pairs.any(axis=-1))
    places: dict[Group, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    for row, chosen in enumerate(sets):
        for group in (*_moved(chosen, movers), *_met(chosen, meeting)):
            rows.append(row)
            columns.append(places.setdefault(group, len(places)))
    shape = (len(sets), max(len(places), 1))
    return Gather(
        tuple(places), csr_array((np.ones(len(rows)), (rows, columns)), shape=shape)
    )


def _moved(chosen: Places, movers: list[set[int]]) -> Iterator[Group]:
    for factor, some in enumerate(movers):
        group = tuple(place for place in chosen if place in some)
        if group:
            yield factor, group


def _met(chosen: Places, meeting: npt.NDArray[np.bool_]) -> Iterator[Group]:
    for pair in combinations(chosen, 2):
        if meeting[pair]:
            yield _PAIR, pair


def undiluted_values(gathered: Gather, effects: PortfolioEffects) -> Floats:
    """Return the value of each set before too much at once takes its part of it."""
    terms = np.zeros((gathered.sums.shape[1], effects.draws))
    for place, group in enumerate(gathered.terms):
        terms[place] = _term(group, effects)
    return np.asarray(gathered.sums @ terms)


def _term(group: Group, effects: PortfolioEffects) -> Floats:
    factor, places = group
    if factor == _PAIR:
        return np.asarray(effects.pairs[places])
    today = effects.baseline[factor]
    moved = today + effects.moves[factor, list(places)].sum(axis=0)
    return attractiveness(
        np.clip(moved, 0, 1)[None],
        weights=effects.weights[[factor]],
        baseline=today[None],
        size=effects.size,
        curvature=effects.curvature,
    )

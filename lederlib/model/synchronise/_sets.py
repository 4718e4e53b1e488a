"""Which sets of interventions are allowed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from lederlib._checks import Floats, require_count, require_number, require_whole
from lederlib.model.synchronise._terms import Places, PortfolioEffects
from lederlib.model.synchronise.dilution import attention_of

_MOST_SETS = 200_000
_MOST_VALUES = 2**31
_ROUNDING = 1e-12
_TWO = 2
Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedSets:
    """The sets to choose among, the same with what is done beforehand, and their cost.

    Attributes
    ----------
    picked, whole : tuple of tuple of int
        Places of the interventions.
    attention : numpy.ndarray, shape (sets,)
        Attention that the whole takes on average, less what it sets free.
    """

    picked: tuple[Places, ...]
    whole: tuple[Places, ...]
    attention: Floats


def allowed_sets(
    effects: PortfolioEffects,
    picks: int,
    *,
    limit: float,
    first: Iterable[tuple[int, int]],
    done: Iterable[int],
    among: Iterable[int] | None,
) -> AllowedSets:
    """Return every set of that size that keeps to the limit and to what comes first."""
    n, before = len(effects.costs), require_places(list(done), effects, name="done")
    every = range(n) if among is None else sorted(among)
    rest = [p for p in require_places(every, effects, name="among") if p not in before]
    size = require_count(picks, 1, len(rest), name="picks")
    most = require_number(limit, 0, np.inf, name="limit") + _ROUNDING
    needs = require_first(first, n)
    _require_few(comb(len(rest), size), effects.draws)
    sets = [one for one in combinations(rest, size) if _ready({*one, *before}, needs)]
    whole = [tuple(sorted({*one, *before})) for one in sets]
    attention = attention_of(whole, effects) if whole else np.zeros(0)
    keeps = np.flatnonzero(attention <= most)
    if not len(keeps):
        msg = (
            f"No set of {size} of {n} interventions keeps to a limit of {limit:g} and "
            "to what must come first; raise the limit or pick fewer."
        )
        raise ValueError(msg)
    return AllowedSets(
        picked=tuple(sets[place] for place in keeps),
        whole=tuple(whole[place] for place in keeps),
        attention=attention[keeps],
    )


def require_first(first: Iterable[tuple[int, int]], n: int) -> Pairs:
    """Return the pairs (p, r), or raise if they name what is not there."""
    pairs = tuple(_places(pair, n, name="first") for pair in first)
    for pair in pairs:
        if len(pair) != _TWO:
            msg = f"first must hold pairs (p, r); got {pair}."
            raise ValueError(msg)
    return tuple((pair[0], pair[1]) for pair in pairs)


def require_places(
    one: Sequence[int], effects: PortfolioEffects, *, name: str = "sets"
) -> Places:
    """Return the places of one set, or raise if one is unknown or stands twice."""
    return _places(one, len(effects.costs), name=name)


def _places(one: Sequence[int], n: int, *, name: str) -> Places:
    places = tuple(require_whole(list(one), 0, n - 1, name=name).tolist())
    if len(set(places)) < len(places):
        msg = f"{name} must name each intervention once; got {places}."
        raise ValueError(msg)
    return places


def _ready(chosen: set[int], needs: Pairs) -> bool:
    return all(r in chosen for p, r in needs if p in chosen)


def _require_few(sets: int, draws: int) -> None:
    if sets > _MOST_SETS or sets * draws > _MOST_VALUES:
        msg = (
            f"{sets:,} sets × {draws:,} draws are too many to try them all; the most "
            f"is {_MOST_SETS:,} sets and {_MOST_VALUES:,} values: pick fewer, or use "
            "choose_portfolio."
        )
        raise ValueError(msg)

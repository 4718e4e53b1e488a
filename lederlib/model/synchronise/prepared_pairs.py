"""Judge again and again how pairs get on, while the hand is on the lever."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model.synchronise._terms import PortfolioEffects
from lederlib.model.synchronise.prepared import (
    PreparedPortfolios,
    prepare_portfolios,
    values_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPairs:
    """Every intervention alone and every pair, before the capacity is known.

    Attributes
    ----------
    alone, both : PreparedPortfolios
        Sets of one and of two.
    """

    alone: PreparedPortfolios
    both: PreparedPortfolios


def prepare_pairs(
    effects: PortfolioEffects, *, among: Iterable[int] | None = None
) -> PreparedPairs:
    """Return what can be worked out about pairs before the capacity is known.

    Parameters
    ----------
    effects, among
        As in `best_portfolios`.

    Raises
    ------
    ValueError
        As `best_portfolios`.
    """
    places = None if among is None else list(among)
    alone, both = (prepare_portfolios(effects, k, among=places) for k in (1, 2))
    return PreparedPairs(alone=alone, both=both)


def judge_pairs(
    prepared: PreparedPairs, *, capacity: npt.ArrayLike, power: npt.ArrayLike = 4
) -> dict[tuple[int, ...], Floats]:
    """Return how much each pair helps or hinders, as `pair_help`, by places.

    Parameters
    ----------
    prepared : PreparedPairs
        From `prepare_pairs`.
    capacity, power : array-like, shape () or (draws,)
        As in `dilution`.

    Returns
    -------
    dict of (int, int) to numpy.ndarray, shape (draws,)
        Log units, to single precision.

    Raises
    ------
    ValueError
        As `judge_portfolios`.

    Examples
    --------
    >>> from lederlib.model import portfolio_effects
    >>> effects = portfolio_effects([[0.2, 0.2]], costs=[0, 0], weights=[1], size=1)
    >>> helped = judge_pairs(prepare_pairs(effects), capacity=1)
    >>> {pair: round(float(values[0]), 3) for pair, values in helped.items()}
    {(0, 1): -0.041}
    """
    alone = values_of(prepared.alone, capacity=capacity, power=power)
    both = values_of(prepared.both, capacity=capacity, power=power)
    row = {one[0]: place for place, one in enumerate(prepared.alone.sets)}
    first, second = np.array([[row[p] for p in one] for one in prepared.both.sets]).T
    both -= alone[first]
    both -= alone[second]
    return dict(zip(prepared.both.sets, both, strict=True))

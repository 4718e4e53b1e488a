"""Quantities: every number of a model with its range, unit, provenance and source."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from scipy.special import ndtri

from lederlib._checks import NORMAL_95, Floats, generator_of, require_known
from lederlib.text import Phrase

Provenance = Literal[
    "seed", "published", "direction", "assumption", "derived", "unverified"
]
PROVENANCES: tuple[Provenance, ...] = get_args(Provenance)
Distribution = Literal["fixed", "uniform", "loguniform", "normal", "choice", "ranks"]
DISTRIBUTIONS: tuple[Distribution, ...] = get_args(Distribution)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One number that a model rests on.

    Attributes
    ----------
    name, symbol, unit : str
        Key in the ledger, mathematical symbol and unit.
    title, note : Phrase
        What it is, and what a reader should know before trusting it.
    value, low, high : float
        Best value and range, in `unit`.
    distribution : str
        How a draw is made. `fixed`: always `value`. `uniform`, `loguniform`: between
        `low` and `high`. `normal`: mean `value`, with `low` and `high` as its 95 %
        range, and never outside twice that range. `choice`: a whole number from `low`
        to `high`. `ranks`: weights uniform on the simplex that respects `order`.
    provenance : str
        One of `PROVENANCES`; an `unverified` quantity enters no draw.
    source : str
        Key of `sources()`, or the words of whoever replaced the quantity.
    order : tuple of tuple of str
        For `ranks`: factor keys from the heaviest group to the lightest; the factors
        that are not named share the last place.
    """

    name: str
    symbol: str
    unit: str
    title: Phrase
    value: float
    low: float
    high: float
    distribution: Distribution
    provenance: Provenance
    source: str
    note: Phrase
    order: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        require_known(self.provenance, PROVENANCES, name=f"provenance of {self.name}")
        require_known(
            self.distribution, DISTRIBUTIONS, name=f"distribution of {self.name}"
        )
        if not self.low <= self.value <= self.high:
            msg = (
                f"{self.name} must have low <= value <= high; "
                f"got {self.low:g}, {self.value:g}, {self.high:g}."
            )
            raise ValueError(msg)
        if not self.unit or not self.source:
            msg = f"{self.name} must name its unit and its source."
            raise ValueError(msg)


def values_at(quantity: Quantity, share: Floats) -> Floats:
    """Return the values of a single number below which those shares of it lie.

    Parameters
    ----------
    quantity : Quantity
        A number with any distribution but `ranks`.
    share : numpy.ndarray
        From 0 up to 1; uniform shares give draws of the quantity.
    """
    low, value, high = quantity.low, quantity.value, quantity.high
    match quantity.distribution:
        case "uniform":
            return np.asarray(low + (high - low) * share)
        case "loguniform":
            return np.asarray(low * (high / low) ** share)
        case "normal":
            sd = (high - low) / (2 * NORMAL_95)
            drawn = np.asarray(value + sd * ndtri(share))
            return np.asarray(np.clip(drawn, 2 * low - value, 2 * high - value))
        case "choice":
            return np.asarray(low + np.floor(share * (high - low + 1)))
        case _:
            return np.full(share.shape, value)


def draw_weights(
    keys: tuple[str, ...],
    order: tuple[tuple[str, ...], ...],
    n: int,
    rng: int | np.random.Generator,
) -> Floats:
    """Return weights uniform on the simplex that respects a ranking with ties.

    Parameters
    ----------
    keys : tuple of str
        Every factor, in the order of the rows returned.
    order : tuple of tuple of str
        The heaviest group first; keys that no group names share the last place.

    Returns
    -------
    numpy.ndarray, shape (keys, n)
        Weights that sum to 1 in every column.
    """
    chance = generator_of(rng)
    named = [key for group in order for key in group]
    rest = tuple(key for key in keys if key not in named)
    drawn = chance.standard_exponential((n, len(keys)))
    drawn = np.sort(drawn, axis=1)[:, ::-1]
    drawn /= drawn.sum(axis=1, keepdims=True)
    weights = np.empty((len(keys), n))
    start = 0
    for group in (*order, rest):
        block = chance.permuted(drawn[:, start : start + len(group)], axis=1)
        weights[[keys.index(key) for key in group]] = block.T
        start += len(group)
    return weights

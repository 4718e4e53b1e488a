"""Quantities: every number of a model with its range, unit, provenance and source."""

from dataclasses import dataclass
from typing import Literal, get_args

from lederlib._checks import require_known
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

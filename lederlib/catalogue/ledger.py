"""The quantities of the models, the ledger of them, and the worlds drawn from it."""

import hashlib
import numbers
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Literal, get_args

import numpy as np
import pandas as pd
from scipy.special import ndtri

from lederlib._checks import NORMAL_95, Floats, generator_of, require_known, seed_of
from lederlib.catalogue.factors import FACTOR_KEYS
from lederlib.catalogue.files import read_toml
from lederlib.catalogue.provenance import PROVENANCES, Provenance, weakest
from lederlib.text import Lang, Phrase, both, label

Distribution = Literal[
    "fixed", "uniform", "loguniform", "normal", "lognormal", "choice", "ranks"
]
DISTRIBUTIONS: tuple[Distribution, ...] = get_args(Distribution)
Standing = Literal["own", "assumption"]
STANDINGS: tuple[Standing, ...] = get_args(Standing)
# An estimate with its interval, in place of a range with hard ends.
_ESTIMATED: Mapping[Distribution, Distribution] = MappingProxyType(
    {"fixed": "normal", "uniform": "normal", "loguniform": "lognormal"}
)


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
        `low` and `high`. `normal`: median `value`, with `low` and `high` as its
        95 % range, and never outside twice that range. `lognormal`: the same of its
        logarithm. `choice`: a whole number from `low` to `high`. `ranks`: weights
        uniform on the simplex that respects `order`.
    provenance : str
        One of `PROVENANCES`; an `unverified` quantity enters no draw.
    source : str
        Key of `sources()`, or the words of whoever replaced the quantity.
    allowed : tuple of float
        The lowest and highest value that makes sense, in `unit`.
    order : tuple of tuple of str
        For `ranks`: factor keys from the heaviest group to the lightest; the factors
        that are not named share the last place.
    parents : tuple of str
        For a `derived` quantity: the quantities that it follows from.
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
    allowed: tuple[float, float] = (-np.inf, np.inf)
    order: tuple[tuple[str, ...], ...] = ()
    parents: tuple[str, ...] = ()

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
        least, most = self.allowed
        if not (least <= self.low and self.high <= most):
            msg = (
                f"{self.name} must lie between {least:g} and {most:g}, in {self.unit}; "
                f"got {self.low:g} to {self.high:g}."
            )
            raise ValueError(msg)
        if not self.unit or not self.source:
            msg = f"{self.name} must name its unit and its source."
            raise ValueError(msg)
        if (self.provenance == "derived") != bool(self.parents):
            msg = f"{self.name} must name its parents if it is derived, and only then."
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger(Mapping[str, Quantity]):
    """The quantities of the models by name; a draw from it is one possible world."""

    quantities: Mapping[str, Quantity]

    def __getitem__(self, name: str) -> Quantity:
        """Return one quantity; an unknown name lists the known ones."""
        return self.quantities[require_known(name, self.quantities, name="quantity")]

    def __contains__(self, name: object) -> bool:
        return name in self.quantities

    def __iter__(self) -> Iterator[str]:
        return iter(self.quantities)

    def __len__(self) -> int:
        return len(self.quantities)

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ledger) and self.fingerprint == other.fingerprint

    @property
    def fingerprint(self) -> str:
        """Ten letters that change when any number, range or standing changes."""
        facts = repr([_facts(quantity) for quantity in self.quantities.values()])
        return hashlib.sha256(facts.encode()).hexdigest()[:10]

    def class_of(self, name: str) -> Provenance:
        """Return what a quantity rests on; a derived one on its weakest parent.

        Examples
        --------
        >>> ledger().class_of("span_of_control"), ledger().class_of("drain")
        ('seed', 'assumption')
        """
        one = self[name]
        if one.provenance != "derived":
            return one.provenance
        return weakest(*(self.class_of(parent) for parent in one.parents))

    def draw(self, n: int, *, rng: int | np.random.Generator) -> dict[str, Floats]:
        """Draw `n` possible worlds.

        Each quantity has its own stream, made from its name: replacing one leaves the
        draws of the others as they were.

        Parameters
        ----------
        n : int
            Number of draws.
        rng : int or numpy.random.Generator
            A seed, or a generator from which one seed is taken.

        Returns
        -------
        dict of str to numpy.ndarray
            Shape (n,) by name; for weights, shape (factors, n).
        """
        seed = seed_of(rng)
        return {
            name: _draw(quantity, n, np.random.default_rng([seed, _stream(name)]))
            for name, quantity in self.quantities.items()
            if quantity.provenance not in ("derived", "unverified")
        }

    def replace(
        self,
        name: str,
        *,
        value: float,
        source: str,
        low: float | None = None,
        high: float | None = None,
        provenance: Standing = "assumption",
    ) -> "Ledger":
        """Return a ledger in which your number stands in for ours.

        Parameters
        ----------
        name : str
            The quantity.
        value, low, high : float
            Your number and its range; without a range it is taken as exact.
        source : str
            Where you have it from, in your own words.
        provenance : {"assumption", "own"}
            `assumption`: your guess, drawn as ours was, between `low` and `high`.
            `own`: you measured it; `value` is the estimate, and `low` and `high` are
            its 95 % interval, so that draws thin out towards and beyond them.

        Raises
        ------
        ValueError
            If the name is unknown, the source is empty, one of the numbers is none or
            lies outside what is allowed, or the range does not hold the value.

        Examples
        --------
        >>> measured = ledger().replace(
        ...     "strain_to_quits",
        ...     value=1.4,
        ...     low=1.1,
        ...     high=1.7,
        ...     source="our survey of 2026, n = 412",
        ...     provenance="own",
        ... )["strain_to_quits"]
        >>> measured.provenance, measured.distribution
        ('own', 'normal')
        """
        old = self[name]
        if old.distribution == "ranks":
            msg = f"{name} is a set of weights; replace a single number instead."
            raise ValueError(msg)
        if not source.strip():
            msg = f"{name} needs a source: say where {value} comes from."
            raise ValueError(msg)
        low, high = value if low is None else low, value if high is None else high
        for part, number in (("value", value), ("low", low), ("high", high)):
            if isinstance(number, bool) or not isinstance(number, numbers.Real):
                msg = f"{part} of {name} must be a number; got {number!r:.60}."
                raise ValueError(msg)
        require_known(provenance, STANDINGS, name="provenance")
        if old.distribution == "choice" and not {value, low, high} <= {*range(21)}:
            msg = f"{name} is a choice of whole numbers; got {low:g} to {high:g}."
            raise ValueError(msg)
        new = replace(
            old,
            value=value,
            low=low,
            high=high,
            distribution=_replaced(old.distribution, provenance, exact=low == high),
            provenance=provenance,
            source=source,
            note=both(f"catalogue.note_{provenance}"),
        )
        return Ledger(quantities=MappingProxyType({**self.quantities, name: new}))

    def table(self, lang: Lang = "da") -> pd.DataFrame:
        """Return one row per quantity, as a reader would want to check it."""
        return pd.DataFrame(
            [
                {
                    "name": quantity.name,
                    "title": quantity.title.to(lang),
                    "symbol": quantity.symbol,
                    "unit": quantity.unit,
                    "value": quantity.value,
                    "low": quantity.low,
                    "high": quantity.high,
                    "provenance": self._standing(quantity, lang),
                    "source": quantity.source,
                    "note": quantity.note.to(lang),
                }
                for quantity in self.quantities.values()
            ]
        ).set_index("name")

    def _standing(self, quantity: Quantity, lang: Lang) -> str:
        """Say the class of a quantity, and what a derived one rests on."""
        own = label(f"catalogue.{quantity.provenance}", lang)
        if quantity.provenance != "derived":
            return own
        return f"{own} ({label(f'catalogue.{self.class_of(quantity.name)}', lang)})"


@cache
def ledger() -> Ledger:
    """Return the quantities that the models rest on.

    Examples
    --------
    >>> ledger()["gone_in_one_year"].value
    0.18
    """
    facts = read_toml("quantities.toml")
    quantities = {name: _quantity(name, entry) for name, entry in facts.items()}
    return Ledger(quantities=MappingProxyType(quantities))


def _replaced(old: Distribution, provenance: Standing, *, exact: bool) -> Distribution:
    """Return how a quantity is drawn once another number stands in for it."""
    if exact:
        return "fixed"
    if provenance == "own":
        return _ESTIMATED.get(old, old)
    return "uniform" if old == "fixed" else old


def _draw(quantity: Quantity, n: int, rng: np.random.Generator) -> Floats:
    if quantity.distribution == "ranks":
        return draw_weights(FACTOR_KEYS, quantity.order, n, rng)
    return values_at(quantity, rng.random(n))


def _quantity(name: str, entry: dict[str, object]) -> Quantity:
    facts = dict(entry)
    facts["title"] = Phrase(**facts["title"])  # type: ignore[arg-type]
    facts["note"] = Phrase(**facts["note"])  # type: ignore[arg-type]
    facts["allowed"] = tuple(facts["allowed"])  # type: ignore[arg-type]
    facts["parents"] = tuple(facts.get("parents", ()))  # type: ignore[arg-type]
    facts["order"] = tuple(tuple(keys) for keys in facts.get("order", ()))  # type: ignore[attr-defined]
    return Quantity(name=name, **facts)  # type: ignore[arg-type]


def _facts(quantity: Quantity) -> dict[str, object]:
    """Return all but the words, which may be polished without changing a result."""
    words = ("title", "note", "symbol", "allowed")
    return {k: v for k, v in asdict(quantity).items() if k not in words}


def _stream(name: str) -> int:
    return zlib.crc32(name.encode())


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
            return np.clip(_normal(low, value, high, share), *quantity.allowed)
        case "lognormal":
            ends = np.log([low, value, high])
            return np.asarray(np.exp(_normal(ends[0], ends[1], ends[2], share)))
        case "choice":
            return np.asarray(low + np.floor(share * (high - low + 1)))
        case _:
            return np.full(share.shape, value)


def _normal(low: float, mean: float, high: float, share: Floats) -> Floats:
    """Return draws of a normal law, none further out than twice its 95 % range.

    Where the range is longer on one side, so is the law, half to either side.
    """
    steps = np.clip(ndtri(share) / NORMAL_95, -2, 2)
    return np.asarray(mean + np.where(steps < 0, mean - low, high - mean) * steps)


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

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

from lederlib._checks import Floats, require_known, seed_of
from lederlib.catalogue.factors import FACTOR_KEYS
from lederlib.catalogue.files import read_toml
from lederlib.catalogue.laws import normal_at, weights_at
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
        return self.at(self.shares(n, rng=rng))

    def shares(self, n: int, *, rng: int | np.random.Generator) -> dict[str, Floats]:
        """Draw how far up in its law each quantity lies; `at` makes worlds of it.

        Parameters
        ----------
        n, rng
            As for `draw`.

        Returns
        -------
        dict of str to numpy.ndarray
            Uniform from 0 up to 1, in the shapes of `draw`.
        """
        seed = seed_of(rng)
        return {
            name: np.random.default_rng([seed, _stream(name)]).random(
                (len(FACTOR_KEYS), n) if quantity.distribution == "ranks" else n
            )
            for name, quantity in self.quantities.items()
            if quantity.provenance not in ("derived", "unverified")
        }

    def at(self, shares: Mapping[str, Floats]) -> dict[str, Floats]:
        """Return the worlds in which the quantities lie that far up in their laws.

        Examples
        --------
        >>> ledger().at({"contact_enough": np.array([0.0, 0.5])})["contact_enough"]
        array([0.8 , 1.25])
        """
        return {name: values_at(self[name], share) for name, share in shares.items()}

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
    """Return the values of a quantity below which those shares of it lie.

    Parameters
    ----------
    quantity : Quantity
        A number, or weights.
    share : numpy.ndarray
        From 0 up to 1; uniform shares give draws of the quantity. Weights take one
        row per factor, of which the larger makes the heavier within its rank.
    """
    low, value, high = quantity.low, quantity.value, quantity.high
    match quantity.distribution:
        case "uniform":
            values = low + (high - low) * share
        case "loguniform":
            values = low * (high / low) ** share
        case "normal":
            values = np.clip(normal_at(low, value, high, share), *quantity.allowed)
        case "lognormal":
            ends = np.log([low, value, high])
            values = np.exp(normal_at(ends[0], ends[1], ends[2], share))
        case "choice":
            values = low + np.floor(share * (high - low + 1))
        case "ranks":
            values = weights_at(FACTOR_KEYS, quantity.order, share)
        case _:
            values = np.full(share.shape, value)
    return np.asarray(values)

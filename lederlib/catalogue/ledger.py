"""The ledger: the quantities of the models, and the worlds drawn from them."""

import hashlib
import numbers
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from types import MappingProxyType

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_known, seed_of
from lederlib.catalogue.factors import FACTOR_KEYS
from lederlib.catalogue.files import read_toml
from lederlib.catalogue.quantities import Quantity, draw_weights, values_at
from lederlib.text import Lang, Phrase, label


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
    ) -> "Ledger":
        """Return a ledger in which your number stands in for ours, as an assumption.

        Parameters
        ----------
        name : str
            The quantity.
        value, low, high : float
            Your number and its range; without a range it is taken as exact.
        source : str
            Where you have it from, in your own words.

        Raises
        ------
        ValueError
            If the name is unknown, the source is empty, one of the numbers is none,
            or the range does not hold the value.
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
            if not isinstance(number, numbers.Real):
                msg = f"{part} of {name} must be a number; got {number!r:.60}."
                raise ValueError(msg)
        new = replace(
            old,
            value=value,
            low=low,
            high=high,
            distribution="fixed" if low == high else "uniform",
            provenance="assumption",
            source=source,
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
                    "provenance": label(f"catalogue.{quantity.provenance}", lang),
                    "source": quantity.source,
                    "note": quantity.note.to(lang),
                }
                for quantity in self.quantities.values()
            ]
        ).set_index("name")


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


def _draw(quantity: Quantity, n: int, rng: np.random.Generator) -> Floats:
    if quantity.distribution == "ranks":
        return draw_weights(FACTOR_KEYS, quantity.order, n, rng)
    return values_at(quantity, rng.random(n))


def _quantity(name: str, entry: dict[str, object]) -> Quantity:
    facts = dict(entry)
    facts["title"] = Phrase(**facts["title"])  # type: ignore[arg-type]
    facts["note"] = Phrase(**facts["note"])  # type: ignore[arg-type]
    facts["order"] = tuple(tuple(keys) for keys in facts.get("order", ()))  # type: ignore[attr-defined]
    return Quantity(name=name, **facts)  # type: ignore[arg-type]


def _facts(quantity: Quantity) -> dict[str, object]:
    """Return all but the words, which may be polished without changing a result."""
    words = ("title", "note", "symbol")
    return {k: v for k, v in asdict(quantity).items() if k not in words}


def _stream(name: str) -> int:
    return zlib.crc32(name.encode())

"""Interventions: what a workplace can do, what it moves and what it costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from lederlib._checks import require_known
from lederlib.catalogue.files import read_toml
from lederlib.catalogue.ledger import Quantity
from lederlib.catalogue.provenance import Provenance
from lederlib.text import Phrase

PairKind = Literal["conflict", "synergy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """How far an intervention moves one factor.

    Attributes
    ----------
    factor : str
        Key of `factors()`.
    value, low, high : float
        Best guess and range in factor units (0 red, 1 green); may be negative.
    provenance : str
        Where the size comes from: an assumption for every move we ship.
    """

    factor: str
    value: float
    low: float
    high: float
    provenance: Provenance = "assumption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freed:
    """How much attention an intervention sets free, as a share of the year's.

    Attributes
    ----------
    value, low, high : float
        Best guess and range; all 0 where it sets nothing free.
    provenance : str
        Where the size comes from: an assumption for every one we ship.
    """

    value: float = 0.0
    low: float = 0.0
    high: float = 0.0
    provenance: Provenance = "assumption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One thing that a workplace can do.

    Attributes
    ----------
    key : str
        Name in code and tables.
    name, text : Phrase
        Its name, and one sentence on what is done.
    moves : tuple of Move
        The factors that it moves. The sizes are assumptions.
    attention : float
        Share of the year's attention that it takes, 0 to 1; an assumption.
    frees : Freed
        What it sets free, where it stops something.
    weeks : int
        Weeks until it shows; an assumption.
    conflicts, synergies : tuple of str
        Interventions that it hinders or helps; see `intervention_pairs()`.
    remove_first : str
        Key of the intervention that removes the legacy in its way, or "".
    evidence : tuple of str
        Rows of `evidence()` on the same subject. They say that it matters, not how
        far the intervention moves anything.
    provenance, source : str
        Where the idea comes from; `seed` if the magazine tells of it.
    """

    key: str
    name: Phrase
    text: Phrase
    moves: tuple[Move, ...]
    attention: float
    frees: Freed
    weeks: int
    conflicts: tuple[str, ...]
    synergies: tuple[str, ...]
    remove_first: str
    evidence: tuple[str, ...]
    provenance: Provenance
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionPair:
    """Two interventions that pull apart or help each other.

    Attributes
    ----------
    kind : {"conflict", "synergy"}
        Whether they hinder or help each other.
    keys : tuple of str
        The two interventions.
    why : Phrase
        One sentence on the reason.
    provenance, source : str
        Where the pair comes from. How much it matters is always an assumption: see
        `intervention_quantities()`.
    """

    kind: PairKind
    keys: tuple[str, str]
    why: Phrase
    provenance: Provenance
    source: str


@cache
def interventions() -> tuple[Intervention, ...]:
    """Return the interventions of the catalogue; those that remove something last.

    Examples
    --------
    >>> first = interventions()[0]
    >>> first.name.da, first.conflicts
    ('Faste fremmødedage', ('home_days', 'four_day_week'))
    """
    facts = read_toml("interventions.toml")["items"]
    return tuple(_intervention(key, entry) for key, entry in facts.items())


@cache
def shortlist() -> tuple[str, ...]:
    """Return the keys of fifteen interventions that a municipality may choose among.

    Four of them need a legacy removed first, and what removes it is not on the list.

    Examples
    --------
    >>> len(shortlist()), shortlist()[0]
    (15, 'fixed_presence_days')
    """
    return tuple(read_toml("interventions.toml")["shortlist"])


def intervention(key: str) -> Intervention:
    """Return the intervention with that key.

    Raises
    ------
    ValueError
        If there is no such intervention; the message lists the known ones.
    """
    keys = [one.key for one in interventions()]
    return interventions()[keys.index(require_known(key, keys, name="intervention"))]


@cache
def intervention_pairs() -> tuple[InterventionPair, ...]:
    """Return the pairs that hinder or help each other, and why.

    Examples
    --------
    >>> pair = intervention_pairs()[0]
    >>> pair.kind, pair.keys, pair.provenance
    ('conflict', ('fixed_presence_days', 'home_days'), 'seed')
    """
    return tuple(
        InterventionPair(
            kind=entry["kind"],
            keys=(entry["keys"][0], entry["keys"][1]),
            why=Phrase(**entry["why"]),
            provenance=entry["provenance"],
            source=entry["source"],
        )
        for entry in read_toml("interventions.toml")["pairs"]
    )


@cache
def intervention_quantities() -> Mapping[str, Quantity]:
    """Return what pairs are worth and how much attention there is: all assumptions.

    Returns
    -------
    mapping of str to Quantity
        `conflict_strength`, `synergy_strength` (log units), `attention_capacity`
        (share of the year's attention), `dilution_power` and `overload_cost` (log
        units).

    Examples
    --------
    >>> intervention_quantities()["attention_capacity"].value
    0.25
    """
    facts = read_toml("interventions.toml")["quantities"]
    return MappingProxyType(
        {name: _quantity(name, entry) for name, entry in facts.items()}
    )


def _intervention(key: str, facts: dict[str, Any]) -> Intervention:
    words = {"name": Phrase(**facts["name"]), "text": Phrase(**facts["text"])}
    lists = {
        "moves": tuple(_move(name, size) for name, size in facts["moves"].items()),
        "frees": _freed(facts.get("frees", (0, 0, 0))),
        "evidence": tuple(facts["evidence"]),
        "conflicts": _partners(key, "conflict"),
        "synergies": _partners(key, "synergy"),
    }
    return Intervention(key=key, **(facts | words | lists))


def _move(name: str, size: list[float]) -> Move:
    value, low, high = size
    return Move(factor=name, value=value, low=low, high=high)


def _freed(size: Sequence[float]) -> Freed:
    value, low, high = map(float, size)
    return Freed(value=value, low=low, high=high)


def _partners(key: str, kind: PairKind) -> tuple[str, ...]:
    """Return the others in its pairs of that kind: symmetric by construction."""
    return tuple(
        other
        for pair in intervention_pairs()
        if pair.kind == kind and key in pair.keys
        for other in pair.keys
        if other != key
    )


def _quantity(name: str, facts: dict[str, Any]) -> Quantity:
    words = {"title": Phrase(**facts["title"]), "note": Phrase(**facts["note"])}
    return Quantity(name=name, **(facts | words))

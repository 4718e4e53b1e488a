"""The leader's balance: loads and resources to be rated, now and in general."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from lederlib._checks import require_known
from lederlib.catalogue.files import read_toml
from lederlib.text import Phrase

BalanceSide = Literal["load", "resource"]
Moment = Literal["now", "general"]
MOMENTS: tuple[Moment, ...] = ("now", "general")
NAMED = ("sides", "moments", "themes", "relations")


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceItem:
    """One load or resource on the scale, rated from 0 to 1.

    Attributes
    ----------
    key : str
        Name in code and, with ``_now`` or ``_general``, in tables.
    side : {"load", "resource"}
        The pan of the scale that it lies in.
    theme, relation : str
        What it is about and whom it concerns; keys of `balance_names`.
    name, text : Phrase
        Its short name, and the sentence that a leader rates.
    open : bool
        Whether it is a slot for something that the group names itself.
    source : str
        Key of `sources()`: who states the subject. The wording is ours.
    """

    key: str
    side: BalanceSide
    theme: str
    relation: str
    name: Phrase
    text: Phrase
    source: str
    open: bool = False


@cache
def balance_items() -> tuple[BalanceItem, ...]:
    """Return the loads, the resources and the open slots of the prototype.

    Examples
    --------
    >>> [item.key for item in balance_items()][:2]
    ['many_demands', 'limited_time']
    """
    items = read_toml("balance.toml")["items"]
    return tuple(_item(key, facts) for key, facts in items.items())


@cache
def balance_names(kind: str) -> Mapping[str, Phrase]:
    """Return the names of the sides, moments, themes or relations by their keys.

    Raises
    ------
    ValueError
        If `kind` is none of these.

    Examples
    --------
    >>> balance_names("moments")["now"].da
    'lige nu'
    """
    require_known(kind, NAMED, name="kind of name")
    return {
        key: Phrase(**both) for key, both in read_toml("balance.toml")[kind].items()
    }


def balance_notice() -> Phrase:
    """Return the words that say this is a prototype, not the official scale."""
    return Phrase(**read_toml("balance.toml")["notice"])


def _item(key: str, facts: dict[str, Any]) -> BalanceItem:
    both = {"name": Phrase(**facts["name"]), "text": Phrase(**facts["text"])}
    return BalanceItem(key=key, **(facts | both))

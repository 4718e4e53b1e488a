"""Every name under which a file may know a factor, an item or a balance item."""

import re
from dataclasses import dataclass
from functools import cache

from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.moments import OPEN_SLOT, without_moment
from lederlib.answers.scales import Scale
from lederlib.catalogue import balance_items, factors

_NUMBERED = re.compile(
    r"^\s*(?:q|spm\.?|nr\.?|faktor|factor)?\s*\d+\s*[.):–-]\s*", re.I
)
LONGEST = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a column stands for.

    Attributes
    ----------
    role : str
        "factor", "item", "balance", "respondent", "group", "background" or "unplaced".
    key : str
        Key of the factor, the item or, with its moment, the balance item.
    """

    role: str
    key: str = ""


@cache
def known_names(scale: Scale) -> dict[str, str]:
    """Return every known name in plain sight, by its folded form."""
    names = [name for name, _ in _factor_names() + _item_names(scale)]
    balance = [f"{name} {moment}" for name, moment in _balance_forms()]
    return {fold(name): name for name in names + balance}


@cache
def meanings(scale: Scale) -> dict[str, Meaning]:
    """Return what each folded name of a factor or an item stands for."""
    parts = (("factor", _factor_names()), ("item", _item_names(scale)))
    return {
        fold(name): Meaning(role=role, key=key)
        for role, pairs in parts
        for name, key in pairs
    }


def meaning_of(name: str, scale: Scale) -> Meaning | None:
    """Return what a name stands for, or None if it is not known."""
    for text in (name, _NUMBERED.sub("", name)) if len(name) < LONGEST else ():
        found = meanings(scale).get(fold(text)) or balance_meaning(text)
        if found:
            return found
    return None


def balance_meaning(name: str) -> Meaning | None:
    """Return the balance item and moment that a name stands for, or None."""
    text, moment = without_moment(name)
    named = OPEN_SLOT.match(text)
    for words in (text, named[2] if named else text):
        key = balance_keys().get(fold(_NUMBERED.sub("", words)))
        if key and moment:
            return Meaning(role="balance", key=f"{key}_{moment}")
    return None


@cache
def balance_keys() -> dict[str, str]:
    """Return the balance item of each folded name, whatever the moment."""
    return {
        fold(name): item.key
        for item in balance_items()
        for name in _balance_texts(item.key)
    }


@cache
def _balance_texts(key: str) -> tuple[str, ...]:
    item = next(item for item in balance_items() if item.key == key)
    short = (item.key, item.name.da, item.name.en)
    return short if item.open else (*short, item.text.da, item.text.en)


def _balance_forms() -> list[tuple[str, str]]:
    return [
        (name, moment)
        for item in balance_items()
        for name, moments in (
            (item.name.da, ("nu", "generelt")),
            (item.name.en, ("right now", "in general")),
        )
        for moment in moments
    ]


def _factor_names() -> list[tuple[str, str]]:
    return [
        (name, factor.key)
        for factor in factors()
        for name in (*factor.aliases, factor.key, factor.name.en, factor.name.da)
    ]


def _item_names(scale: Scale) -> list[tuple[str, str]]:
    return [
        (name, item.key)
        for item in scale.items
        for name in (item.key, item.text.da, item.text.en)
    ]

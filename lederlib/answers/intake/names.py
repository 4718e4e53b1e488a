"""Every name under which a file may know a factor, an item or a balance item."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from lederlib.answers.scales import Scale
from lederlib.catalogue import balance_items, factors

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "&": " og "})
_AND = re.compile(r"\band\b")
_NUMBERED = re.compile(
    r"^\s*(?:q|spm\.?|nr\.?|faktor|factor)?\s*\d+\s*[.):–-]\s*", re.I
)
_MOMENTS = {
    "now": ("lige nu", "right now", "netop nu", "nu", "now"),
    "general": ("i almindelighed", "in general", "generelt", "generally", "general"),
}
_WORDS = "|".join(word for words in _MOMENTS.values() for word in words)
_AT_END = re.compile(rf"^(.*?)[\s,;:._–([-]+({_WORDS})[\s)\].:]*$", re.I | re.S)
_AT_START = re.compile(rf"^\s*({_WORDS})\s*[:,–-]\s*(.+)$", re.I | re.S)
_OPEN = re.compile(
    r"^\s*(belastning|load|ressource|resource)\s*[:–-]\s*(.+?)\s*$", re.I | re.S
)
_SIDES = {
    "belastning": "load",
    "load": "load",
    "ressource": "resource",
    "resource": "resource",
}
RESPONDENT = [
    "respondent",
    "respondentid",
    "respondentnr",
    "respondentnummer",
    "deltager",
    "deltagernr",
    "deltagerid",
    "participant",
    "participantid",
    "person",
    "personid",
    "responseid",
    "svarid",
    "besvarelsesid",
    "loebenummer",
]
GROUP = [
    "gruppe",
    "group",
    "groupid",
    "gruppenavn",
    "groupname",
    "enhed",
    "unit",
    "enhedsnavn",
    "unitname",
    "team",
    "teamnavn",
    "teamname",
    "afdeling",
    "department",
    "ledergruppe",
    "leadergroup",
    "arbejdsplads",
    "workplace",
    "institution",
]
BACKGROUND = [
    "kommune",
    "municipality",
    "region",
    "alder",
    "age",
    "aldersgruppe",
    "agegroup",
    "koen",
    "gender",
    "sex",
    "stilling",
    "position",
    "stillingsbetegnelse",
    "occupation",
    "occupationgroup",
    "faggruppe",
    "profession",
    "anciennitet",
    "tenure",
    "leder",
    "leader",
    "ledelsesspaend",
    "spanofcontrol",
    "gone1",
    "gone5",
    "couldreturn",
    "strain",
    "intentiontoleave",
    "teamclimate",
    "dato",
    "date",
    "tidsstempel",
    "timestamp",
]


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


def fold(text: str) -> str:
    """Return a name without case, blanks, signs and Danish letters; "and" is "og".

    Examples
    --------
    >>> fold("Omdømme: ") == fold("OMDOEMME")
    True
    >>> fold("Løn & goder") == fold("Løn og goder")
    True
    """
    lower = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", _AND.sub("og", lower))
    return "".join(letter for letter in plain if letter.isalnum())


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
    for text in (name, _NUMBERED.sub("", name)):
        found = meanings(scale).get(fold(text)) or _balance_meaning(text)
        if found:
            return found
    return None


def without_moment(name: str) -> tuple[str, str]:
    """Return a name without the moment it asks about, and that moment or "".

    Examples
    --------
    >>> without_moment("Tid til at tænke (lige nu)")
    ('Tid til at tænke', 'now')
    >>> without_moment("time_off_general"), without_moment("Omdømme")
    (('time_off', 'general'), ('Omdømme', ''))
    """
    ending, starting = _AT_END.match(name), _AT_START.match(name)
    if ending:
        return ending[1].strip(), _moment(ending[2])
    if starting:
        return starting[2].strip(), _moment(starting[1])
    return name, ""


def open_slot(name: str) -> tuple[str, str, str] | None:
    """Return side, own words and moment of a balance item that a group named itself.

    Examples
    --------
    >>> open_slot("Belastning: Nyt it-system nu")
    ('load', 'Nyt it-system', 'now')
    """
    text, moment = without_moment(name)
    parts = _OPEN.match(text)
    if not (parts and moment):
        return None
    return _SIDES[parts[1].casefold()], parts[2], moment


def _moment(word: str) -> str:
    spoken = " ".join(word.casefold().split())
    return next(moment for moment, words in _MOMENTS.items() if spoken in words)


def _balance_meaning(name: str) -> Meaning | None:
    text, moment = without_moment(name)
    named = _OPEN.match(text)
    for words in (text, named[2] if named else text):
        key = _balance_keys().get(fold(_NUMBERED.sub("", words)))
        if key and moment:
            return Meaning(role="balance", key=f"{key}_{moment}")
    return None


@cache
def _balance_keys() -> dict[str, str]:
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

"""Every name under which a file may know a factor, an item or a balance item."""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path

from lederlib.answers.scales import Scale
from lederlib.catalogue import balance_items, factors

_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "&": " og "})
_AND = re.compile(r"\band\b")
_NUMBERED = re.compile(
    r"^\s*(?:q|spm\.?|nr\.?|faktor|factor)?\s*\d+\s*[.):–-]\s*", re.I
)
_FILE = Path(__file__).with_name("names.toml")
_BREAK = re.compile(r"\s*(?:[\r\n]+|<br\s*/?>|</p>\s*<p>)\s*", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CODED_ITEM = re.compile(r"^(\w+?)[_.\[]SQ?0*(\d+)\]?$", re.I)
_MOST_SEAMS = 14
_LONGEST = 1_000
# Where a header may be cut: signs that stand between a name and what is round it.
_SEAM = re.compile(
    r"\s*[\[\](){}:;|>/–—_=*«»“”\"]+\s*"
    r"|\s+-+\s*|(?<=[?.!])\s*-\s*|(?<=[?.!)])\s*\.?\s*(?=\w)|(?<=\d)[\s.-]+"
    r"|(?<=\bspørgsmål)\s|(?<=\bquestion)\s",
    re.I,
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
    "medarbejder",
    "medarbejdernr",
    "medarbejderid",
    "medarbejdernummer",
    "employee",
    "employeeid",
    "deltager",
    "deltagernr",
    "deltagerid",
    "participant",
    "participantid",
    "person",
    "personid",
    "responseid",
    "responsenumber",
    "svarnummer",
    "svarid",
    "besvarelsesid",
    "loebenummer",
    "id",
    "recordid",
    "navn",
    "name",
    "fuldenavn",
    "fullname",
    "initialer",
    "initials",
    "email",
    "mail",
    "emailaddress",
    "medarbejdernr",
    "medarbejdernummer",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """What a header means under its wrapping.

    Attributes
    ----------
    meaning : Meaning or None
        What is meant, if that is one thing only.
    several : tuple of str
        The keys of what may be meant, if more than one known name stands in it.
    """

    meaning: Meaning | None = None
    several: tuple[str, ...] = ()


def unwrap(header: str, scale: Scale) -> Unwrapped:
    """Return the one known name that stands whole in a header, whatever is round it.

    Examples
    --------
    >>> from lederlib.answers import read_scale
    >>> unwrap("Spørgsmål 1: Omdømme (1-3)", read_scale()).meaning.key
    'reputation'
    >>> unwrap("Omdømme - Andet - Text", read_scale()).meaning
    """
    # What is asked about stands last in a long header.
    text = plain_header(header[-_LONGEST:])
    coded = _CODED_ITEM.match(text)
    if coded:
        item = meanings(scale).get(fold(f"{coded[1]}_{coded[2]}"))
        if item:
            return Unwrapped(meaning=item)
    cuts = [(0, 0), *(found.span() for found in _SEAM.finditer(text))]
    cuts.append((len(text), len(text)))
    if len(cuts) > _MOST_SEAMS:
        cuts = [cuts[0], *cuts[1 - _MOST_SEAMS :]]
    found = _largest_spans(text, cuts, scale)
    rest = _outside(text, [span for span, _ in found])
    if any(fold(word) in word_list("something_else") for word in rest.split()):
        return Unwrapped()
    meant = dict.fromkeys(meaning for _, meaning in found)
    if len(meant) > 1:
        return Unwrapped(several=tuple(meaning.key for meaning in meant))
    return Unwrapped(meaning=next(iter(meant), None))


def plain_header(header: str) -> str:
    """Return a header without tags and what cannot be seen; lines end with a bar.

    Examples
    --------
    >>> plain_header("<b>Om\u00addømme</b>&nbsp;")
    'Omdømme'
    """
    broken = _BREAK.sub(" | ", header.strip())
    text = unicodedata.normalize("NFKC", unescape(_TAG.sub(" ", broken)))
    return " ".join(_UNSEEN.sub("", text).split())


def _largest_spans(
    text: str, cuts: list[tuple[int, int]], scale: Scale
) -> list[tuple[tuple[int, int], Meaning]]:
    """Return the known names between seams that lie inside no longer known name."""
    known, balance = meanings(scale), _balance_keys()
    moments = {
        _moment(piece)
        for start, end in pairwise(cuts)
        if fold(piece := text[start[1] : end[0]].strip()) in _moment_words()
    }
    spans: list[tuple[tuple[int, int], Meaning]] = []
    for length in range(len(cuts) - 1, 0, -1):
        for first in range(len(cuts) - length):
            start, end = cuts[first][1], cuts[first + length][0]
            if any(low <= start and end <= high for (low, high), _ in spans):
                continue
            piece = text[start:end]
            folded = fold(piece)
            meaning = known.get(folded) or (_balance_meaning(piece) if folded else None)
            if meaning is None and folded in balance and len(moments) == 1:
                meaning = Meaning(
                    role="balance", key=f"{balance[folded]}_{next(iter(moments))}"
                )
            if meaning:
                spans.append(((start, end), meaning))
    return spans


def _outside(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the words that stand outside the spans, letters and digits only."""
    kept = [
        " " if any(low <= place < high for low, high in spans) else letter
        for place, letter in enumerate(text)
    ]
    return "".join(letter if letter.isalnum() else " " for letter in kept)


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the folded words of one list in names.toml."""
    section = tomllib.loads(_FILE.read_text(encoding="utf-8"))[name]
    return frozenset(fold(word) for word in section["words"])


@cache
def words_for(name: str, part: str) -> frozenset[str]:
    """Return the folded words of one part of a table in names.toml."""
    facts = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return frozenset(fold(word) for word in facts[name][part])


@cache
def _moment_words() -> frozenset[str]:
    return frozenset(fold(word) for words in _MOMENTS.values() for word in words)


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
    for text in (name, _NUMBERED.sub("", name)) if len(name) < _LONGEST else ():
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
    spoken = fold(word)
    return next(
        moment
        for moment, words in _MOMENTS.items()
        if spoken in {fold(each) for each in words}
    )


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

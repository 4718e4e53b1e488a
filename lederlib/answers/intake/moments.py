"""Which moment the name of a balance item asks about: now, or in general."""

import re
from functools import cache

from lederlib.answers.intake.folding import fold

_MOMENTS = {
    "now": ("lige nu", "right now", "netop nu", "nu", "now"),
    "general": ("i almindelighed", "in general", "generelt", "generally", "general"),
}
_WORDS = "|".join(word for words in _MOMENTS.values() for word in words)
_AT_END = re.compile(rf"^(.*?)[\s,;:._–([-]+({_WORDS})[\s)\].:]*$", re.I | re.S)
_AT_START = re.compile(rf"^\s*({_WORDS})\s*[:,–-]\s*(.+)$", re.I | re.S)
OPEN_SLOT = re.compile(
    r"^\s*(belastning|load|ressource|resource)\s*[:–-]\s*(.+?)\s*$", re.I | re.S
)
_SIDES = {
    "belastning": "load",
    "load": "load",
    "ressource": "resource",
    "resource": "resource",
}


@cache
def moment_words() -> frozenset[str]:
    """Return the folded words for either moment."""
    return frozenset(fold(word) for words in _MOMENTS.values() for word in words)


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
        return ending[1].strip(), moment_of(ending[2])
    if starting:
        return starting[2].strip(), moment_of(starting[1])
    return name, ""


def open_slot(name: str) -> tuple[str, str, str] | None:
    """Return side, own words and moment of a balance item that a group named itself.

    Examples
    --------
    >>> open_slot("Belastning: Nyt it-system nu")
    ('load', 'Nyt it-system', 'now')
    """
    text, moment = without_moment(name)
    parts = OPEN_SLOT.match(text)
    if not (parts and moment):
        return None
    return _SIDES[parts[1].casefold()], parts[2], moment


def moment_of(word: str) -> str:
    """Return "now" or "general", whichever a word tells of."""
    spoken = fold(word)
    return next(
        moment
        for moment, words in _MOMENTS.items()
        if spoken in {fold(each) for each in words}
    )

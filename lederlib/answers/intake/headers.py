"""What a header means under its wrapping: tags, numbers and words round a name."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise

from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.known_words import word_list
from lederlib.answers.intake.moments import moment_of, moment_words
from lederlib.answers.intake.names import (
    LONGEST,
    Meaning,
    balance_keys,
    balance_meaning,
    meanings,
)
from lederlib.answers.scales import Scale

_BREAK = re.compile(r"\s*(?:[\r\n]+|<br\s*/?>|</p>\s*<p>)\s*", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CODED_ITEM = re.compile(r"^(\w+?)[_.\[]SQ?0*(\d+)\]?$", re.I)
_MOST_SEAMS = 14
# Where a header may be cut: signs that stand between a name and what is round it.
_SEAM = re.compile(
    r"\s*[\[\](){}:;|>/–—_=*«»“”\"]+\s*"
    r"|\s+-+\s*|(?<=[?.!])\s*-\s*|(?<=[?.!)])\s*\.?\s*(?=\w)|(?<=\d)[\s.-]+"
    r"|(?<=\bspørgsmål)\s|(?<=\bquestion)\s",
    re.I,
)


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
    text = plain_header(header[-LONGEST:])
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
    known, balance = meanings(scale), balance_keys()
    moments = {
        moment_of(piece)
        for start, end in pairwise(cuts)
        if fold(piece := text[start[1] : end[0]].strip()) in moment_words()
    }
    spans: list[tuple[tuple[int, int], Meaning]] = []
    for length in range(len(cuts) - 1, 0, -1):
        for first in range(len(cuts) - length):
            start, end = cuts[first][1], cuts[first + length][0]
            if any(low <= start and end <= high for (low, high), _ in spans):
                continue
            piece = text[start:end]
            folded = fold(piece)
            meaning = known.get(folded) or (balance_meaning(piece) if folded else None)
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

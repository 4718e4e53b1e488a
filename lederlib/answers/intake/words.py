"""Know the words of the common answer scales, and which way they point."""

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lederlib.answers.intake.folding import fold
from lederlib.answers.scales import Scale

_FILE = Path(__file__).with_name("words.toml")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)?$")
_LED = re.compile(r"^[(\[]?([+-]?\d+(?:[.,]\d+)?)[)\]]?\s*[-–—.:=)]?\s*(\D.*)$", re.S)
_TRAILED = re.compile(
    r"^(.*\D)\s*(?:[(\[]\s*([+-]?\d+(?:[.,]\d+)?)\s*[)\]]"
    r"|[-–—:=]\s*([+-]?\d+(?:[.,]\d+)?))$",
    re.S,
)
_SIGNS = {"", "-", "–", "—", "−", ".", "?", "/", "*", ".."}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerScale:
    """The words of a scale: which step each folded word is, from 0, of how many.

    `spoken` holds the same words as people write them.
    """

    kind: str
    steps: int
    places: Mapping[str, int]
    spoken: tuple[str, ...] = ()

    def share(self, word: str) -> float:
        """Return how far up the scale a folded word stands, 0 to 1."""
        return self.places[word] / (self.steps - 1)


def clean(word: str) -> str:
    """Return a cell without what cannot be seen, and without a closing semicolon.

    Examples
    --------
    >>> clean(" R\u00f8d\u200b;"), clean("Helt\u00a0enig")
    ('Rød', 'Helt enig')
    """
    text = _UNSEEN.sub("", unicodedata.normalize("NFKC", word))
    return " ".join(text.split()).rstrip("; ")


def number_of(word: str) -> float | None:
    """Return a number written with a point or a comma, or None.

    Examples
    --------
    >>> number_of("2,5"), number_of("4"), number_of("fire")
    (2.5, 4.0, None)
    """
    return float(word.replace(",", ".")) if _NUMBER.match(word) else None


def code_and_word(cell: str) -> tuple[float | None, str]:
    """Return the number and the words of an answer; either may be lacking.

    Examples
    --------
    >>> code_and_word("Helt enig (5)"), code_and_word("4 - enig"), code_and_word("3")
    ((5.0, 'Helt enig'), (4.0, 'enig'), (3.0, ''))
    """
    text = clean(cell)
    number = number_of(text)
    if number is not None:
        return number, ""
    led, trailed = _LED.match(text), _TRAILED.match(text)
    if led:
        return number_of(led[1]), led[2].strip()
    if trailed:
        return number_of(trailed[2] or trailed[3]), trailed[1].strip()
    return None, text


def is_no_answer(word: str) -> bool:
    """Return whether a cell is empty or says that there is no answer."""
    text = clean(word)
    return text in _SIGNS or fold(text) in _no_answers()


def is_missing_code(number: float | None) -> bool:
    """Return whether a number is what survey programs write for no answer."""
    return number is not None and number in _facts()["no_answer"]["codes"]


def own_words(scale: Scale) -> AnswerScale:
    """Return the words of a questionnaire's own answers, in both languages."""
    places = {
        fold(name): step
        for step, label in enumerate(scale.labels)
        for name in (label.da, label.en)
    }
    return AnswerScale(kind="own", steps=len(scale.labels), places=places)


def fitting(
    words: Collection[str],
    known: Sequence[AnswerScale],
    *,
    beside: Iterable[str] = (),
    steps: Sequence[int] = (),
) -> AnswerScale | None:
    """Return the answer scale that the words belong to, or None if that is not certain.

    Parameters
    ----------
    words : collection of str
        Folded words of one column.
    known : sequence of AnswerScale
        Scales to choose from; the first is preferred where several fit.
    beside : iterable of str
        Folded words of the columns beside it, which decide where its own do not.
    steps : sequence of int
        Numbers of steps to prefer, the first most.
    """
    fit = [each for each in known if all(word in each.places for word in words)]
    others = {*words, *beside}
    # Two words that people could choose between do not stand on the same step.
    covered = [
        len({each.places[word] for word in others if word in each.places})
        for each in fit
    ]
    fit = [
        each for each, count in zip(fit, covered, strict=True) if count == max(covered)
    ]
    own = [each for each in fit if each.kind == "own"]
    for wanted in steps:
        fit = [each for each in fit if each.steps == wanted] or fit
    fit = own or fit
    shares = {tuple(each.share(word) for word in sorted(words)) for each in fit}
    return fit[0] if len(shares) == 1 else None


@cache
def answer_scales() -> tuple[AnswerScale, ...]:
    """Return the common answer scales, in Danish and English."""
    return tuple(
        AnswerScale(
            kind=each["kind"],
            steps=len(each["steps"]),
            places={
                fold(word): step
                for step, words in enumerate(each["steps"])
                for word in words
            },
            spoken=tuple(word for words in each["steps"] for word in words),
        )
        for each in _facts()["scales"]
    )


@cache
def _no_answers() -> frozenset[str]:
    return frozenset(fold(word) for word in _facts()["no_answer"]["words"])


@cache
def _facts() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))

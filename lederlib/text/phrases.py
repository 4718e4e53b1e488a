"""Look up a phrase by its key, in the reader's language."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, get_args

from lederlib._checks import require_known

Lang = Literal["da", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)
#: How a workshop answers a factor, from worst to best: 0, ½ and 1.
COLOURS: Final = ("red", "yellow", "green")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One piece of text in every language we teach in."""

    da: str
    en: str

    def to(self, lang: Lang) -> str:
        """Return the phrase in `lang`.

        Examples
        --------
        >>> Phrase(da="uge", en="week").to("en")
        'week'
        """
        return self.da if require_known(lang, LANGS, name="lang") == "da" else self.en


@cache
def phrases(area: str) -> dict[str, Phrase]:
    """Return every phrase of one area by its key."""
    source = files(__package__).joinpath(f"{area}.toml").read_text(encoding="utf-8")
    return {key: Phrase(**both) for key, both in tomllib.loads(source).items()}


def phrase(key: str) -> Phrase:
    """Return the phrase named ``area.key`` in both languages.

    Raises
    ------
    ValueError
        If the area has no phrase of that name.
    """
    area, _, name = key.partition(".")
    known = phrases(area)
    return known[require_known(name, known, name=f"phrase in {area}.toml")]


def label(key: str, lang: Lang, **values: object) -> str:
    """Return the phrase named ``area.key`` in `lang`, with `values` put in place.

    Examples
    --------
    >>> label("common.red", "da")
    'rød'

    Raises
    ------
    ValueError
        If there is no such phrase or language.
    """
    text = phrase(key).to(lang)
    return text.format(**values) if values else text


def wording(beginning: str) -> Callable[..., str]:
    """Return `label` for the phrases whose names have that beginning.

    Examples
    --------
    >>> word = wording("common.")
    >>> word("red", "en")
    'red'
    """

    def word(key: str, lang: Lang, **values: object) -> str:
        return label(beginning + key, lang, **values)

    return word


def both(key: str, /, **values: object) -> Phrase:
    """Return the phrase named ``area.key`` in both languages, with `values` put in.

    A value that is itself a `Phrase` is put in its own language.

    Examples
    --------
    >>> both("common.and").da
    'og'
    """
    return Phrase(*(_filled(key, lang, values) for lang in LANGS))


def _filled(key: str, lang: Lang, values: dict[str, object]) -> str:
    spoken = {
        name: value.to(lang) if isinstance(value, Phrase) else value
        for name, value in values.items()
    }
    return label(key, lang, **spoken)


def join_words(words: Sequence[str], lang: Lang) -> str:
    """Join words as a sentence does.

    Examples
    --------
    >>> join_words(["tid", "ro", "tillid"], "da")
    'tid, ro og tillid'
    """
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} {label('common.and', lang)} {words[-1]}"

"""Take the facts of a scale out of its file, or say in one sentence what is wrong."""

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from lederlib.text import LANGS, Lang, Phrase, both

Facts = Mapping[str, Any]
_T = TypeVar("_T")
_KINDS: dict[type, str] = {
    str: "text",
    int: "whole",
    bool: "yes_no",
    dict: "table",
    list: "list",
}


class ScaleError(ValueError):
    """A scale breaks a rule; one sentence says which and where, in both languages.

    Examples
    --------
    >>> ScaleError(told("empty", file="mini.toml")).phrase.en
    'mini.toml: items is empty; a scale has at least one item.'
    """

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase

    def __reduce__(self) -> tuple[type["ScaleError"], tuple[Phrase]]:
        return type(self), (self.phrase,)


class NoScaleError(FileNotFoundError):
    """There is no such scale; the sentence names those there are."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.en)
        self.phrase = phrase

    def __reduce__(self) -> tuple[type["NoScaleError"], tuple[Phrase]]:
        return type(self), (self.phrase,)


def told(rule: str, /, **values: object) -> Phrase:
    """Return what is wrong, in both languages."""
    return both(f"codebook.{rule}", **values)


def place(file: str, part: str = "", *, item: int = 0) -> Phrase:
    """Return where in a scale's file something stands."""
    if item:
        return told("where_item", file=file, number=item)
    return Phrase(*[f"{file}, {part}" if part else file] * 2)


def get_fact(facts: Facts, name: str, kind: type[_T], where: Phrase) -> _T:
    """Return one fact of the kind it must have.

    Raises
    ------
    ScaleError
        If it is not there, or of another kind.
    """
    allowed = told(f"kind_{_KINDS[kind]}")
    if name not in facts:
        raise ScaleError(told("lacks", where=where, name=repr(name), kind=allowed))
    value = facts[name]
    if type(value) is not kind:
        found = f"{value!r:.60}"
        raise ScaleError(
            told("wrong_kind", where=where, name=repr(name), kind=allowed, found=found)
        )
    return value


def languages_of(facts: Facts) -> tuple[Lang, ...]:
    """Return the languages in which a scale's items and answers are written.

    A scale may be written in one; a text that lacks a language of the others is a
    mistake. Where nothing is written, both are expected.
    """
    options = facts.get("options")
    labels = options.get("labels") if isinstance(options, dict) else None
    items = facts.get("items")
    written = [*(items if isinstance(items, list) else []), labels]
    used = {key for each in written if isinstance(each, dict) for key in each}
    return tuple(lang for lang in LANGS if lang in used) or LANGS


def get_phrase(
    facts: Facts, name: str, where: Phrase, langs: Sequence[Lang] = LANGS
) -> Phrase:
    """Return a text in the scale's languages, or one text that serves for both.

    Raises
    ------
    ScaleError
        If it is neither.
    """
    if isinstance(facts.get(name), str):
        return Phrase(facts[name], facts[name])
    inside = Phrase(f"{where.da}, {name}", f"{where.en}, {name}")
    return languages(get_fact(facts, name, dict, where), inside, langs)


def languages(facts: Facts, where: Phrase, langs: Sequence[Lang] = LANGS) -> Phrase:
    """Return the texts `da` and `en`; of a scale in one language, that text twice.

    Raises
    ------
    ScaleError
        If one is missing or no text.
    """
    texts = [
        get_fact(facts, lang, str, where)
        for lang in LANGS
        if lang in langs or lang in facts
    ]
    return Phrase(texts[0], texts[-1])


def get_labels(
    options: Facts, where: Phrase, langs: Sequence[Lang] = LANGS
) -> tuple[Phrase, ...]:
    """Return what each answer is called in the scale's languages.

    Raises
    ------
    ScaleError
        If the languages have not equally many labels.
    """
    inside = Phrase(f"{where.da}, labels", f"{where.en}, labels")
    table = get_fact(options, "labels", dict, where)
    named = [get_fact(table, lang, list, inside) for lang in langs]
    da, en = named[0], named[-1]
    if len(da) != len(en):
        raise ScaleError(told("labels_differ", where=where, da=len(da), en=len(en)))
    return tuple(
        Phrase(str(first), str(second)) for first, second in zip(da, en, strict=True)
    )


def closest(word: str, known: Collection[str]) -> Phrase:
    """Return a closing sentence that names the known word nearest to `word`, or ''."""
    found = get_close_matches(word, list(known), n=1)
    return told("nearest", name=repr(found[0])) if found else Phrase("", "")

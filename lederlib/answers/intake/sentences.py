"""Say in one sentence, in both languages, what was found in a file of answers."""

from collections.abc import Sequence

from lederlib.text import Phrase, both

_LONGEST = 60
_MOST = 3


def say(key: str, /, **values: object) -> Phrase:
    """Return a phrase of ``measure.toml`` in both languages, with `values` put in.

    A value that is itself a `Phrase` is put in its own language.
    """
    return both(f"answers.{key}", **values)


def shown(value: object) -> str:
    r"""Return a value as it can stand in a sentence: on one line, and not too long.

    Examples
    --------
    >>> shown("two\nlines")
    '“two lines”'
    """
    text = " ".join(str(value).split())
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"“{short}”"


def listed(names: Sequence[str]) -> str:
    """Return the first three names, and a mark if there are more."""
    more = ", …" if len(names) > _MOST else ""
    return ", ".join(shown(name) for name in names[:_MOST]) + more

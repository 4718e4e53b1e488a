"""The sentences of the report as pieces of it."""

from lederlib.report.measures.reasons import reason_words
from lederlib.report.pieces import Words
from lederlib.text import Lang, label


def words(key: str, lang: Lang, **values: object) -> Words:
    """Return a sentence of the report."""
    return Words(text=label(f"measure.{key}", lang, **values))


def failed(reason: str, lang: Lang, which: str = "") -> Words:
    """Return why there is no result, and of which model, in a frame."""
    why = reason_words(reason, lang)
    told = f"{which}: {why}" if which else why
    return Words(text=label("measure.failed", lang, reason=told), kind="notice")

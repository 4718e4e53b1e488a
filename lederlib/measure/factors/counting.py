"""Say how many factors there are, as a sentence does."""

from typing import Literal

from lederlib.text import Lang, label


def how_many(
    count: int, lang: Lang, *, of: Literal["factor", "component"] = "factor"
) -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> how_many(1, "da"), how_many(3, "en")
    ('1 faktor', '3 factors')
    """
    form = "one" if count == 1 else "many"
    key = f"structure.{of}_{form}"
    return label(key, lang) if count == 1 else label(key, lang, count=count)

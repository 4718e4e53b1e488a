"""Sources: who said it, when and where."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from lederlib._checks import require_known
from lederlib.catalogue.files import read_toml
from lederlib.text import Lang, Phrase, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of the catalogue's facts.

    Attributes
    ----------
    key, authors : str
        Name in the catalogue, and who wrote it.
    year : int or None
        Year of publication; None where none is stated.
    title, where : str
        Title, and journal or publisher; empty where they were not seen.
    form : Phrase or None
        What kind of text it is, or what it is about, where that needs saying.
    doi, url : str
        Digital object identifier and address; empty where there is none.
    """

    key: str
    authors: str
    year: int | None = None
    title: str = ""
    where: str = ""
    form: Phrase | None = None
    doi: str = ""
    url: str = ""

    @property
    def link(self) -> str:
        """Address at which a reader can look it up; empty where there is none."""
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    def citation(self, lang: Lang) -> str:
        """Return the source as a line of a list of references.

        Examples
        --------
        >>> source("poem_2025").citation("en")[:47]
        'Larsen, C. (2025). Aflysningernes psykologi. Of'
        """
        year = label("catalogue.no_year", lang) if self.year is None else self.year
        form = f"[{self.form.to(lang)}]" if self.form else ""
        place = " ".join(part for part in (self.where, form) if part)
        parts = [f"{self.authors} ({year})", self.title, place, self.link]
        return ". ".join(part for part in parts if part).replace("?.", "?")


@cache
def sources() -> tuple[Source, ...]:
    """Return every source, the magazine's articles first.

    Examples
    --------
    >>> sources()[0].key
    'helhedsmodel_2025'
    """
    facts = read_toml("sources.toml")
    return tuple(_source(key, entry) for key, entry in facts.items())


def source(key: str) -> Source:
    """Return the source with that key.

    Raises
    ------
    ValueError
        If there is no such source.
    """
    keys = [one.key for one in sources()]
    return sources()[keys.index(require_known(key, keys, name="source"))]


def _source(key: str, facts: dict[str, Any]) -> Source:
    form = Phrase(**facts["form"]) if "form" in facts else None
    return Source(key=key, **(facts | {"form": form}))

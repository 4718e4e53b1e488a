"""The sources of a lesson, folded at its end."""

from dataclasses import dataclass
from html import escape

from lederlib._checks import require_known
from lederlib.catalogue import source
from lederlib.text import LANGS, Lang, label


@dataclass(frozen=True, kw_only=True, slots=True)
class Cited:
    """A folded list of references in one language.

    Attributes
    ----------
    lines : tuple of str
        One reference each.
    """

    lines: tuple[str, ...]
    lang: Lang

    def __str__(self) -> str:
        return "\n".join(self.lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        name = escape(label("report.cited", self.lang))
        lines = "".join(f"<li>{escape(line)}</li>" for line in self.lines)
        return (
            f'<details lang="{self.lang}"><summary>{name}</summary>'
            f"<ul>{lines}</ul></details>"
        )


def show_sources(*keys: str, lang: Lang = "da") -> Cited:
    """Return sources of the catalogue as a folded list.

    Parameters
    ----------
    *keys : str
        Keys of sources, in the order in which they are to stand.
    lang : {"da", "en"}
        Language of the list.

    Raises
    ------
    ValueError
        If there is no such source or language.

    Examples
    --------
    >>> str(show_sources("poem_2025", lang="en"))[:43]
    'Larsen, C. (2025). Aflysningernes psykologi'
    """
    require_known(lang, LANGS, name="lang")
    return Cited(lines=tuple(source(key).citation(lang) for key in keys), lang=lang)

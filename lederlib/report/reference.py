"""A column of means from elsewhere beside the group's own, with source and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_lowercase

import pandas as pd

from lederlib.answers import AnswersError, Reference
from lederlib.text import Lang, both, format_number, label
from lederlib.text.html import cell, paragraph

_ORIGIN = ["source", "year", "scale"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Beside:
    """What stands beside one table; without references nothing does.

    Attributes
    ----------
    rows : pandas.DataFrame
        The references of what the table shows.
    top : int
        The highest value of the table's scale, from 0.
    digits : int
        Decimals in the table.
    """

    rows: pd.DataFrame
    top: int
    digits: int

    def head(self, names: list[str], at: int, lang: Lang) -> list[str]:
        """Return the headings with that of the references put in."""
        own = [label("reference.head", lang)] if len(self.rows) else []
        return [*names[:at], *own, *names[at:]]

    def row(self, cells: list[str], at: int, key: str, lang: Lang) -> list[str]:
        """Return a row's cells with its reference put in."""
        own = [self._cell(key, lang)] if len(self.rows) else []
        return [*cells[:at], *own, *cells[at:]]

    def note(self, lang: Lang) -> str:
        """Return where the references come from."""
        if not len(self.rows):
            return ""
        marks = self._marks()
        key = "note_marked" if len(marks) > 1 else "note"
        lines = [
            label(
                f"reference.{key}",
                lang,
                mark=f"({mark})",
                source=source,
                year=year,
                scale=scale,
                turned=self._turned(str(scale), lang),
            )
            for (source, year, scale), mark in marks.items()
        ]
        words = " ".join([*lines, label("reference.caution", lang)])
        return paragraph(words, kind="small")

    def _cell(self, key: str, lang: Lang) -> str:
        if key not in self.rows.index:
            return cell("–")
        marks = self._marks()
        found = self.rows["mean"].to_dict()[key]
        mean = format_number(self.top * found, lang, digits=self.digits)
        origin = tuple(self.rows.loc[key, _ORIGIN])
        mark = f" ({marks[origin]})" if len(marks) > 1 else ""
        return cell(f"{mean}{mark}")

    def _marks(self) -> dict[tuple[object, ...], str]:
        """Return a mark for each origin, in the order of the rows."""
        origins = dict.fromkeys(self.rows[_ORIGIN].itertuples(index=False, name=None))
        return {origin: _mark(place) for place, origin in enumerate(origins)}

    def _turned(self, scale: str, lang: Lang) -> str:
        if scale == f"0–{self.top}":
            return ""
        return label("reference.turned", lang, top=self.top)


def beside(
    reference: Reference | None,
    keys: Iterable[object],
    *,
    top: int = 1,
    digits: int = 2,
) -> Beside:
    """Return the references of the factors or items that a table shows."""
    shown = list(map(str, keys))
    table = pd.DataFrame() if reference is None else reference.table
    rows = table[table.index.isin(shown)]
    order = [key for key in shown if key in rows.index]
    return Beside(rows=rows.loc[list(dict.fromkeys(order))], top=top, digits=digits)


def require_common(
    reference: Reference,
    profile: pd.DataFrame | None,
    items: pd.DataFrame | None,
) -> None:
    """Raise if no reference is of anything that the report shows."""
    factors = set() if profile is None else set(profile.index)
    rated = set() if items is None else set(items.index.get_level_values("item"))
    if not (factors | rated) & set(reference.table.index):
        raise AnswersError(both("reference.no_common", file=reference.file))


def _mark(place: int) -> str:
    letters = len(ascii_lowercase)
    return ascii_lowercase[place % letters] * (1 + place // letters)

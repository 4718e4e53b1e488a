"""How a result is read: its table under a caption, and what it says in words."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import pandas as pd

from lederlib.text import Lang
from lederlib.text.html import paragraph
from lederlib.text.phrases import phrases
from lederlib.text.tables import CHANCES, Table, written_table

LONGEST = 160
COUNTS = ("n", "items", "groups", "left_out", "df", "delta_df")
#: Columns that name the figure in each row.
FIGURES = ("figure", "quantity")
DIGIT = "0123456789"
#: Columns whose cells are names that lederlib gives, not names of the reader's.
NAMING = (
    *("quantity", "figure", "part", "alpha", "omega", "score", "bound"),
    *("split_half", "step", "method", "note"),
)
#: Columns whose cells are names of the reader's, but for a class's `_own_rows`.
KEYED = ("item", "term")
DIGITS = dict.fromkeys((*CHANCES, "cfi", "tli", "rmsea", "srmr", "delta_cfi"), 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A result as read: a table, and the words below it."""

    table: Table
    summary: str

    def to_html(self) -> str:
        """Return the table and the words as HTML."""
        return f"{self.table.to_html()}\n{paragraph(self.summary)}"

    def _repr_html_(self) -> str:
        return self.to_html()

    def __str__(self) -> str:
        return f"{self.table}\n\n{self.summary}"


class Readable(ABC):
    """What every result has: a page piece, and one line in a notebook.

    A result that is read best by other figures than its `to_frame` names them in
    `_figures`, and in `_brief_names` what its line tells. Among rows of the reader's
    names `_own_rows` are lederlib's.
    """

    __slots__ = ()
    _brief_names: tuple[str, ...] = ()
    _own_rows: tuple[str, ...] = ()

    def show(self, lang: Lang = "da") -> Shown:
        """Return the result as read: caption, table and summary.

        Examples
        --------
        >>> from lederlib.measure import plan_reliability
        >>> found = plan_reliability(reliability=0.8, items=5, width=0.2)
        >>> found.show("en").table.caption
        'How many people it takes'
        """
        frame = _whole(_read(self._figures().dropna(axis=1, how="all")))
        figures = list(frame.iloc[:, 0]) if frame.columns[0] in FIGURES else ()
        given = self._given_names()
        for name in frame.columns.intersection([*NAMING, *KEYED]).difference(given):
            known = self._own_rows if name in KEYED else None
            frame[name] = [_cell_named(cell, known, lang) for cell in frame[name]]
        table = written_table(
            frame,
            lang,
            caption=named(type(self).__name__, lang),
            head=[
                str(name) if name in given else named(str(name), lang)
                for name in frame.columns
            ],
            digits=DIGITS,
            figures=figures,
        )
        return Shown(table=table, summary=self.summary(lang))

    @abstractmethod
    def summary(self, lang: Lang = "da") -> str:
        """Return the result in plain words."""

    @abstractmethod
    def to_frame(self) -> pd.DataFrame:
        """Return the result as a table."""

    def _figures(self) -> pd.DataFrame:
        return self.to_frame()

    def _given_names(self) -> list[str]:
        """Return the columns that have a name of the reader's."""
        return []

    def _repr_html_(self) -> str:
        return self.show("da").to_html()

    def __repr__(self) -> str:
        names = self._brief_names or [field.name for field in fields(self)]  # type: ignore[arg-type]
        told = ((name, getattr(self, name)) for name in names)
        parts = [f"{name}={_brief(value)}" for name, value in told if _brief(value)]
        ends = np.cumsum([len(part) + 2 for part in parts])
        kept = [part for part, end in zip(parts, ends, strict=True) if end <= LONGEST]
        more = ["…"] if len(kept) < len(parts) else []
        return f"{type(self).__name__}({', '.join([*kept, *more])})"


def _brief(value: object) -> str:
    """Return a number or a word; nothing of what is longer."""
    if isinstance(value, bool | str | int | np.integer):
        return str(value)
    return f"{value:.4g}" if isinstance(value, float) else ""


def _read(figures: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose first column names its rows; one row is read downwards."""
    if len(figures) == 1 and figures.index.name in NAMING:
        return figures.T.set_axis(["value"], axis=1).rename_axis("figure").reset_index()
    if isinstance(figures.index, pd.RangeIndex) and figures.index.name is None:
        return figures.copy()
    names = [str(name or "item") for name in figures.index.names]
    return figures.rename_axis(names).reset_index()


def _whole(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table with counts as whole numbers, among figures of other kinds."""
    first, *columns = frame.columns
    if first not in FIGURES:
        return frame
    whole = {
        column: pd.Series(map(_counted, frame[first], frame[column]), dtype=object)
        for column in columns
    }
    return frame.assign(**whole)


def _counted(name: str, value: Any) -> Any:  # noqa: ANN401 - a cell
    """Return a count as a whole number, and any other cell as it is."""
    return int(value) if name in COUNTS and value % 1 == 0 else value


def _cell_named(cell: object, known: tuple[str, ...] | None, lang: Lang) -> str:
    """Return what a row is called: lederlib's names, or those `known`, in words."""
    if known is not None and cell not in known:
        return str(cell)
    return named(str(cell), lang) if cell else "–"


def named(name: str, lang: Lang) -> str:
    """Return what a figure is called, or its name where there are no words.

    A name of more parts is told by them: `icc1_low` is "ICC(1), from".
    """
    known = phrases("shown")
    if name in known:
        return known[name].to(lang)
    start, _, end = name.rpartition("_")
    if end in known and {start, start.rstrip(DIGIT)} & known.keys():
        return f"{named(start, lang)}, {named(end, lang)}"
    stem = name.rstrip(DIGIT)
    return f"{named(stem, lang)} {name[len(stem) :]}" if stem == "threshold" else name

"""How a result is read: its table under a caption, and what it says in words."""

from abc import ABC, abstractmethod
from dataclasses import dataclass, fields

import numpy as np
import pandas as pd

from lederlib.text import Lang
from lederlib.text.html import paragraph
from lederlib.text.phrases import phrases
from lederlib.text.tables import Table, written_table

LONGEST = 160
COUNTS = ("n", "items", "groups", "left_out")
DIGIT = "0123456789"
#: Columns whose cells are names that lederlib gives, not names of the reader's.
NAMING = (
    *("quantity", "figure", "part", "alpha", "omega", "score", "bound"),
    *("split_half", "step", "method", "note"),
)
DIGITS = dict.fromkeys(
    ("p", "p_holm", "p_judged", "cfi", "tli", "rmsea", "srmr", "delta_cfi"), 3
)


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
    `_figures`, and in `_brief_names` what its line tells.
    """

    __slots__ = ()
    _brief_names: tuple[str, ...] = ()

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
        for name in frame.columns.intersection(list(NAMING)):
            frame[name] = [
                named(str(cell), lang) if cell else "–" for cell in frame[name]
            ]
        table = written_table(
            frame,
            lang,
            caption=named(type(self).__name__, lang),
            head=[named(str(name), lang) for name in frame.columns],
            digits=DIGITS,
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
    if list(frame.columns[1:]) != ["value"]:
        return frame
    cells = [
        int(cell) if name in COUNTS else cell
        for name, cell in frame.itertuples(index=False)
    ]
    return frame.assign(value=pd.Series(cells, dtype=object))


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

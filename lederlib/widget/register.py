"""The register of evidence as rows that a reader can filter, sort and doubt."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from lederlib._checks import Bools
from lederlib.catalogue import evidence, evidence_kind
from lederlib.text import Lang, format_number, format_range, label
from lederlib.widget.description import Values
from lederlib.widget.listing import Cell, Column, Listing, Table

ORDERS = ("register", "people", "studies", "source", "seen")
#: Columns of the table; those that sort name the order that they ask for.
COLUMNS = {
    "what": "",
    "figure": "",
    "studies": "studies",
    "people": "people",
    "seen": "seen",
    "source": "source",
    "note": "",
}
_MOST_DIGITS = 4
_INTERVALS = {"95% CI": "interval_ci", "range of studies": "interval_studies"}


def readable_register() -> pd.DataFrame:
    """Return the register with the kind of each figure, and what a search looks in."""
    register = evidence()
    columns = ["from_construct", "to_construct", "citation", "note", "estimate_type"]
    return register.assign(
        kind=[evidence_kind(name) for name in register["estimate_type"]],
        text=register[columns].agg(" ".join, axis=1).str.casefold(),
    )


def chosen_rows(register: pd.DataFrame, values: Values) -> Bools:
    """Return which rows the levers let through.

    Parameters
    ----------
    register : DataFrame
        As `readable_register` returns.
    values : mapping
        topic (a factor, `none` or `all`), seen (`seen`, `not seen` or `all`), kind (one
        of `EVIDENCE_KINDS` or `all`) and search (words that all have to be found).

    Examples
    --------
    >>> levers = {"topic": "all", "seen": "seen", "kind": "all", "search": "hospital"}
    >>> int(chosen_rows(readable_register(), levers).sum())
    13
    """
    rows = np.ones(len(register), dtype=bool)
    if values["topic"] != "all":
        factor = "" if values["topic"] == "none" else values["topic"]
        rows &= np.asarray(register["factor"] == factor)
    if values["seen"] != "all":
        rows &= np.asarray(register["verified"] == values["seen"])
    if values["kind"] != "all":
        rows &= np.asarray(register["kind"] == values["kind"])
    for word in str(values["search"]).casefold().split():
        rows &= np.asarray(register["text"].str.contains(word, regex=False))
    return rows


def ordered_rows(register: pd.DataFrame, rows: Bools, order: str) -> tuple[int, ...]:
    """Return the places of the rows in that order; rows that tie stay as they were."""
    table = register.assign(seen=register["verified"] != "seen")
    by = {"people": "n", "studies": "k", "source": "citation", "seen": "seen"}
    if order != "register":
        falling = order in ("people", "studies")
        table = table.reset_index(drop=True).sort_values(
            by[order],
            ascending=not falling,
            kind="stable",
            key=lambda one: one.str.casefold() if order == "source" else one,
        )
    return tuple(int(place) for place in table.index if rows[place])


def register_table(register: pd.DataFrame, lang: Lang) -> Table:
    """Return every row of the register as cells."""
    columns = tuple(
        Column(
            title=label(f"evidence.column_{name}", lang),
            lever="order" if order else "",
            value=order,
            direction="descending" if order in ("people", "studies") else "ascending",
        )
        for name, order in COLUMNS.items()
    )
    rows = tuple(_cells(row, lang) for _, row in register.iterrows())
    caption = label("evidence.table", lang)
    return Table(caption=caption, columns=columns, rows=rows)


def register_listing(
    table: Table, register: pd.DataFrame, rows: Bools, order: str
) -> Listing:
    """Return the rows that are let through, in that order."""
    shown = ordered_rows(register, rows, order)
    return Listing(table=table, order=shown, sorted_by=order)


def _cells(row: Mapping[str, object] | pd.Series, lang: Lang) -> tuple[Cell, ...]:
    what = label(
        "evidence.arrow", lang, start=row["from_construct"], end=row["to_construct"]
    )
    seen = "seen" if row["verified"] == "seen" else "not_seen"
    doi = str(row["doi"])
    return (
        Cell(text=what, lang="en"),
        Cell(text=figure_words(row, lang)),
        Cell(text=_count(row["k"], lang)),
        Cell(text=_count(row["n"], lang)),
        Cell(text=label(f"evidence.{seen}", lang)),
        Cell(text=str(row["citation"]), href=f"https://doi.org/{doi}" if doi else ""),
        Cell(text=str(row["note"]), lang="en"),
    )


def figure_words(row: Mapping[str, object] | pd.Series, lang: Lang) -> str:
    """Return an estimate, its type and what its bounds are; or the type alone.

    Examples
    --------
    >>> figure_words({"estimate": 1.4, "estimate_type": "RR", "low": 1.1, "high": 1.8,
    ...               "interval": "95% CI"}, "da")
    '1,4 RR (1,1 til 1,8, 95 %-interval)'
    """
    estimate = float(str(row["estimate"]))
    if np.isnan(estimate):
        return str(row["estimate_type"])
    number = format_number(estimate, lang, digits=_digits(estimate))
    figure = f"{number} {row['estimate_type']}"
    low, high = float(str(row["low"])), float(str(row["high"]))
    if np.isnan(low) or np.isnan(high):
        return figure
    digits = max(_digits(low), _digits(high))
    return label(
        "evidence.with_range",
        lang,
        figure=figure,
        range=format_range(low, high, lang, digits=digits),
        what=label(f"evidence.{_INTERVALS[str(row['interval'])]}", lang),
    )


def _count(value: object, lang: Lang) -> str:
    return format_number(float(str(value)), lang, digits=0)


def _digits(value: float) -> int:
    """Return as many decimals as the register holds."""
    text = f"{value:.{_MOST_DIGITS}f}".rstrip("0") if np.isfinite(value) else "0."
    return len(text.partition(".")[2])

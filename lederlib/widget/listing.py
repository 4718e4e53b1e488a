"""A table on the stage: real rows and headings, sent once and then only reordered."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: its text, the language of it if not the page's, and where it leads."""

    text: str
    lang: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading, and the position of the lever that sorts by it.

    Attributes
    ----------
    title : str
        The heading.
    lever, value : str
        Key and position of the lever that the heading moves; empty where it moves none.
    direction : {"ascending", "descending"}
        Which way the rows then run.
    """

    title: str
    lever: str = ""
    value: str = ""
    direction: str = "ascending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first cell of each row is the row's own heading."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Which rows of a table are shown, in which order, and what they are sorted by."""

    table: Table
    order: tuple[int, ...]
    sorted_by: str = ""


def listing_html(listing: Listing) -> str:
    """Return the table for a page without a kernel."""
    table = listing.table
    heads = "".join(
        f'<th scope="col"{_sorted(column, listing.sorted_by)}>'
        f"{escape(column.title)}</th>"
        for column in table.columns
    )
    rows = "".join(_row_html(table.rows[place]) for place in listing.order)
    return (
        '<div style="max-height: 28rem; overflow: auto" tabindex="0" role="region" '
        f'aria-label="{escape(table.caption)}"><table><caption>'
        f"{escape(table.caption)}</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def direction_of(column: Column, sorted_by: str) -> str:
    """Return which way the rows run by this column, or ''."""
    return column.direction if column.value and column.value == sorted_by else ""


def sent_once(table: Table) -> dict[str, Any]:
    """Return the table as the browser takes it."""
    return {
        "caption": table.caption,
        "columns": [
            {"title": one.title, "lever": one.lever, "value": one.value}
            for one in table.columns
        ],
        "rows": [
            [[cell.text, cell.lang, cell.href] for cell in row] for row in table.rows
        ],
    }


def sent_each_time(listing: Listing) -> dict[str, Any]:
    """Return what changes at a move."""
    return {
        "order": list(listing.order),
        "sorted": [
            direction_of(column, listing.sorted_by) for column in listing.table.columns
        ],
    }


def _sorted(column: Column, sorted_by: str) -> str:
    direction = direction_of(column, sorted_by)
    return f' aria-sort="{direction}"' if direction else ""


def _row_html(row: Sequence[Cell]) -> str:
    cells = [_cell_html(cell) for cell in row]
    return (
        f'<tr><th scope="row"{cells[0]}</th>'
        + "".join(f"<td{cell}</td>" for cell in cells[1:])
        + "</tr>"
    )


def _cell_html(cell: Cell) -> str:
    text = escape(cell.text)
    if cell.href:
        text = f'<a href="{escape(cell.href)}">{text}</a>'
    return f' lang="{cell.lang}">{text}' if cell.lang else f">{text}"

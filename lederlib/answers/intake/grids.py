"""Hold the cells of a file before it is known where in it the table stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lederlib.text import Phrase

Record = tuple[int, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """One sheet of cells.

    Attributes
    ----------
    name : str
        Its title, "" where the file has one sheet only.
    rows : callable
        Begins anew with the first row: its number, and its cells as text.
    visible : bool
        Whether the reader of the file sees it.
    hidden, totals : frozenset of int
        Rows that a filter hides, and rows of formulas over the rows above.
    strict : bool
        Whether a row that is longer than its header is a mistake.
    """

    name: str = ""
    rows: Callable[[], Iterator[Record]]
    visible: bool = True
    hidden: frozenset[int] = frozenset()
    totals: frozenset[int] = frozenset()
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Book:
    """The sheets of a file, and how they were read."""

    source: str
    grids: tuple[Grid, ...]
    notes: tuple[Phrase, ...] = ()
    kind: str = "text"
    about: Mapping[str, object] = field(default_factory=dict)


def grid_of(rows: Iterable[Record], **facts: object) -> Grid:
    """Return a grid of rows that are held in memory."""
    held = list(rows)
    return Grid(rows=lambda: iter(held), **facts)  # type: ignore[arg-type]

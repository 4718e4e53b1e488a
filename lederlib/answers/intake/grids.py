"""Hold the cells of a file before it is known where in it the table stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lederlib._checks import Ints
from lederlib.text import Phrase

Record = tuple[int, list[str]]
_CHUNK = 20_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stretch:
    """Rows that follow each other, each with a cell in every column.

    Attributes
    ----------
    rows : array of int
        Their numbers.
    columns : sequence of pairs
        For each column which word stands in each row, and the words.
    """

    rows: Ints
    columns: Sequence[tuple[Ints, Sequence[str]]]


Part = list[Record] | Stretch


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Grid:
    """One sheet of cells.

    Attributes
    ----------
    name : str
        Its title, "" where the file has one sheet only.
    rows : callable
        Begins anew with the first row: its number, and its cells as text.
    quick : callable, optional
        What stands below a row, told the number of that row and of the columns; faster
        than one record after the other.
    visible : bool
        Whether the reader of the file sees it.
    hidden, totals : frozenset of int
        Rows that a filter hides, and rows of formulas over the rows above.
    strict : bool
        Whether a row that is longer than its header is a mistake.
    """

    name: str = ""
    rows: Callable[[], Iterator[Record]]
    quick: Callable[[int, int], Iterator[Part]] | None = None
    visible: bool = True
    hidden: frozenset[int] = frozenset()
    totals: frozenset[int] = frozenset()
    strict: bool = False

    def below(self, row: int, width: int) -> Iterator[Part]:
        """Return the rows below a row in parts; `width` columns have a header."""
        if self.quick:
            return self.quick(row, width)
        return in_parts(record for record in self.rows() if record[0] > row)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Book:
    """The sheets of a file, and how they were read."""

    source: str
    grids: tuple[Grid, ...]
    notes: tuple[Phrase, ...] = ()
    kind: str = "text"


def grid_of(rows: Iterable[Record], **facts: object) -> Grid:
    """Return a grid of rows that are held in memory."""
    held = list(rows)
    return Grid(rows=lambda: iter(held), **facts)  # type: ignore[arg-type]


def in_parts(records: Iterator[Record]) -> Iterator[list[Record]]:
    """Return records in lists that are worked on together."""
    return iter(lambda: list(islice(records, _CHUNK)), [])

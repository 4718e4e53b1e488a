"""Hold a file's cells as text, before anything is understood of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from lederlib._checks import Bools, Ints
from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.sentences import say
from lederlib.text import Phrase

LONGEST_LIST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Rows or answers that were left out.

    Attributes
    ----------
    reason : str
        ``label(f"answers.left_{reason}", lang)`` says it in words.
    where : str
        The rows, or the column.
    count : int
        How many rows or answers.
    """

    reason: str
    where: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Column:
    """One column of a file.

    Attributes
    ----------
    name, place : str, int
        Its header, and its number in the file, from 1.
    cells : pandas.Categorical
        Its cells as text without blanks around; "" where empty. Each category stands
        in a cell.
    readings : tuple of str
        What else the file calls it: a question's text, a variable's label.
    codes : mapping
        The number behind a value label, where the file holds both.
    metadata : str
        "respondent" or "background" if the survey system made the column, else "".
    """

    name: str
    place: int
    cells: pd.Categorical
    readings: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    metadata: str = ""

    @property
    def title(self) -> str:
        """Its header, or its number where it has none."""
        return self.name or f"({self.place})"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """The cells of a file, and where each row stood in it.

    Attributes
    ----------
    source : str
        Name of the file.
    columns : tuple of Column
        In the file's order.
    rows : array of int
        Number of each row as the reader of the file sees it.
    notes, left_out : tuple
        How it was read, and what was left out.
    layout : str
        "plain", "qualtrics", "limesurvey", "surveyxact", "spss" or "hands".
    short : mapping of int to int
        How many cells a row has that ends before its header does.
    header : int
        Number of the row of headers.
    """

    source: str
    columns: tuple[Column, ...]
    rows: Ints
    notes: tuple[Phrase, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    layout: str = "plain"
    short: Mapping[int, int] = field(default_factory=dict)
    header: int = 1


def text_cells(values: Iterable[str]) -> pd.Categorical:
    """Return texts as categories, without blanks around them."""
    codes, words = pd.factorize(np.asarray(list(values), dtype=object))
    known: dict[str, int] = {}
    places = np.asarray(
        [known.setdefault(word.strip(), len(known)) for word in words], dtype=np.int64
    )
    return as_category(places[codes], known)


def as_category(codes: Ints, words: Iterable[str]) -> pd.Categorical:
    """Return the words that `codes` point to."""
    dtype = pd.CategoricalDtype(pd.Index(list(words), dtype=object))
    cells: pd.Categorical = pd.Categorical.from_codes(codes, dtype=dtype)
    return cells


def where(column: Column, says: Callable[[str], object]) -> Bools:
    """Return which cells `says` is true of; it is asked of each different text once."""
    found = np.array([bool(says(str(word))) for word in column.cells.categories])
    rows = len(column.cells)
    return found[column.cells.codes] if found.any() else np.zeros(rows, dtype=bool)


def is_empty(column: Column) -> Bools:
    """Return which cells of a column are empty."""
    return where(column, lambda word: word == "")


def keep_rows(sheet: Sheet, kept: Bools, reason: str = "") -> Sheet:
    """Return the sheet with only the rows `kept`; the others count under `reason`."""
    if kept.all():
        return sheet
    columns = tuple(
        replace(column, cells=column.cells[kept].remove_unused_categories())
        for column in sheet.columns
    )
    gone = sheet.rows[~kept]
    counted = LeftOut(reason=reason, where=some(gone), count=len(gone))
    return replace(
        sheet,
        columns=columns,
        rows=sheet.rows[kept],
        left_out=(*sheet.left_out, counted) if reason else sheet.left_out,
    )


def drop_blank(sheet: Sheet) -> Sheet:
    """Return the sheet without nameless empty columns and without blank rows."""
    columns = tuple(
        column for column in sheet.columns if column.name or not is_empty(column).all()
    )
    blank = np.ones(len(sheet.rows), dtype=bool)
    for column in columns:
        blank &= is_empty(column)
    return keep_rows(replace(sheet, columns=columns), ~blank, "blank_row")


def some(values: Sequence[int] | Ints) -> str:
    """Return the first few values as a list in text.

    Examples
    --------
    >>> some([2, 5]), some(range(20))
    ('2, 5', '0, 1, 2, 3, 4, 5, 6, 7, …')
    """
    first = ", ".join(str(value) for value in values[:LONGEST_LIST])
    return f"{first}, …" if len(values) > LONGEST_LIST else first


def require_rows(sheet: Sheet) -> Sheet:
    """Return the sheet, or say that it holds a header but no answers."""
    if len(sheet.rows) == 0:
        raise AnswersError(say("only_header", file=sheet.source))
    return sheet

"""Read means from elsewhere, each with source and year, to show beside one's own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pandas as pd

from lederlib.answers.intake.answers import AnswersError
from lederlib.answers.intake.files import read_file
from lederlib.answers.intake.folding import fold
from lederlib.answers.intake.grids import Book, Grid, Record
from lederlib.answers.intake.sentences import shown
from lederlib.answers.intake.words import clean, number_of
from lederlib.catalogue import FACTOR_KEYS, balance_items, factor
from lederlib.text import LANGS, Phrase, both

#: What each column may be called.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "factor": ("faktor", "factor", "tema", "theme", "navn", "name", "key"),
    "mean": ("gennemsnit", "mean", "middel", "snit"),
    "source": ("kilde", "source"),
    "year": ("år", "year", "årstal"),
    "scale": ("skala", "scale"),
}
NEEDED = ("factor", "mean", "source", "year")
_SCALE = re.compile(r"(-?[\d.,]+)\s*(?:-|–|til|to)\s*([\d.,]+)")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:[.,]0+)?")
_FIRST_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reference:
    """Means from elsewhere.

    Attributes
    ----------
    table : pandas.DataFrame, indexed by factor key or item key of the balance
        `mean`, turned into 0 to 1; `source`; `year`; and the `scale` in the file.
    file : str
        Its name.
    """

    table: pd.DataFrame
    file: str


def read_reference(path: str | Path) -> Reference:
    r"""Return the reference means in a text table or a workbook.

    Parameters
    ----------
    path : str or Path
        A table with the columns factor, mean, source and year, in Danish or English;
        a column scale, such as 1-5, says between which numbers the mean lies: 0-1 for
        factors and 0-10 for items of the balance unless told.

    Raises
    ------
    AnswersError
        If a column, a source, a year or a number is missing, or a mean lies outside
        its scale; one sentence names file and row.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "national.csv"
    ...     head, row = "faktor;gennemsnit;kilde;år;skala", "Onboarding;3,4;Os;2025;1-5"
    ...     _ = path.write_text(f"{head}\n{row}\n", "utf-8")
    ...     float(read_reference(path).table.at["onboarding", "mean"])
    0.6
    """
    file = Path(path)
    found = read_file(file)
    grids = [g for g in found.grids if g.visible] if isinstance(found, Book) else []
    if not grids:
        raise AnswersError(_say("no_table", file))
    header, places, records = _below_header(grids[0], file)
    rows: dict[str, dict[str, object]] = {}
    stands: dict[str, int] = {}
    for row, cells in records:
        told = {name: _cell(cells, place) for name, place in places.items()}
        if row <= header or not any(told.values()):
            continue
        key = _key(told["factor"], row, file)
        if key in rows:
            where = {"found": shown(told["factor"]), "first": stands[key], "row": row}
            raise AnswersError(_say("twice", file, **where))
        rows[key], stands[key] = _facts(key, told, row, file), row
    if not rows:
        raise AnswersError(_say("no_rows", file))
    return Reference(table=pd.DataFrame.from_dict(rows, orient="index"), file=file.name)


def _below_header(
    grid: Grid, file: Path
) -> tuple[int, dict[str, int], Sequence[Record]]:
    """Return the row of the header, where each column stands, and all rows."""
    records = list(grid.rows())
    best: dict[str, int] = {}
    header = 0
    for row, cells in records[:_FIRST_ROWS]:
        places = _places(cells)
        if len(places) > len(best):
            best, header = places, row
    missing = [name for name in NEEDED if name not in best]
    if missing:
        danish, english = COLUMNS[missing[0]][:2]
        raise AnswersError(
            _say("no_columns", file, missing=Phrase(shown(danish), shown(english)))
        )
    return header, best, records


def _places(cells: Sequence[str]) -> dict[str, int]:
    names = [fold(cell) for cell in cells]
    known = {
        name: [names.index(fold(word)) for word in words if fold(word) in names]
        for name, words in COLUMNS.items()
    }
    return {name: found[0] for name, found in known.items() if found}


def _cell(cells: Sequence[str], place: int) -> str:
    return clean(cells[place]) if place < len(cells) else ""


def _key(name: str, row: int, file: Path) -> str:
    """Return the key of a factor or an item of the balance, by key or name."""
    known = _known()
    if fold(name) in known:
        return known[fold(name)]
    near = get_close_matches(fold(name), known, n=1)
    where = {"found": shown(name), "row": row}
    if near:
        raise AnswersError(
            _say("unknown", file, nearest=_name(known[near[0]]), **where)
        )
    raise AnswersError(_say("unknown_far", file, **where))


def _known() -> dict[str, str]:
    keys = (*FACTOR_KEYS, *(item.key for item in balance_items()))
    spoken = {fold(_name(key).to(lang)): key for key in keys for lang in LANGS}
    return spoken | {fold(key): key for key in keys}


def _name(key: str) -> Phrase:
    if key in FACTOR_KEYS:
        return factor(key).name
    return next(item.name for item in balance_items() if item.key == key)


def _facts(
    key: str, told: Mapping[str, str], row: int, file: Path
) -> dict[str, object]:
    """Return mean, source, year and scale of one row."""
    where = {"row": row, "found": shown(told["factor"])}
    if not told["source"]:
        raise AnswersError(_say("no_source", file, **where))
    year = _YEAR.fullmatch(told["year"])
    if year is None:
        raise AnswersError(_say("no_year", file, year=shown(told["year"]), **where))
    mean = number_of(told["mean"])
    if mean is None:
        raise AnswersError(_say("no_mean", file, mean=shown(told["mean"]), **where))
    written = told.get("scale") or ("0-1" if key in FACTOR_KEYS else "0-10")
    low, high = _ends(written, where, file)
    scale = f"{low:g}–{high:g}"
    if not low <= mean <= high:
        raise AnswersError(
            _say("outside", file, mean=told["mean"], scale=scale, **where)
        )
    share = (mean - low) / (high - low)
    source = " ".join(told["source"].split())
    return {"mean": share, "source": source, "year": int(year[1]), "scale": scale}


def _ends(written: str, where: Mapping[str, object], file: Path) -> tuple[float, float]:
    """Return the lowest and the highest value of a scale."""
    match = _SCALE.fullmatch(written)
    ends = [number_of(part) for part in match.groups()] if match else []
    low, high = ends if len(ends) == 2 else (None, None)  # noqa: PLR2004 - two ends
    if low is None or high is None or low >= high:
        raise AnswersError(_say("no_scale", file, scale=shown(written), **where))
    return low, high


def _say(key: str, file: Path, **values: object) -> Phrase:
    return both(f"reference.{key}", file=file.name, **values)

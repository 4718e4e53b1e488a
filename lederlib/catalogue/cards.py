"""Dataset cards: what a table holds, where it comes from and what was built into it.

A dataset is a folder of `datasets/` with a table, the `make.py` that wrote it, and a
`card.toml` such as this one:

.. code-block:: toml

    title = { da = "Lederdagbog", en = "Leader diary" }
    synthetic = true
    origin = { da = "Trukket af make.py.", en = "Drawn by make.py." }
    licence = "CC0-1.0"
    source = "lederlib"                    # a key of sources()
    truth = { da = "Pres slider.", en = "Pressure wears." }   # what was built in
    rows = 1040

    [file]
    name = "leader_diary.csv"
    encoding = "utf-8"                     # or "cp1252"
    separator = ","
    decimal = "."
    as_typed = false                       # true: load every column as the text it is

    [[columns]]                            # with low and high: a column of numbers
    name = "week"
    unit = "week"
    low = 1
    high = 26
    meaning = { da = "Uge i forløbet", en = "Week of the study" }

    [[columns]]                            # `names`: several columns of one kind
    names = ["load_1", "load_2"]
    unit = "share"
    low = 0
    high = 1
    missing = true                         # empty cells are allowed
    meaning = { da = "Belastning", en = "Load" }

    [[columns]]                            # without low and high: a column of text
    name = "role"
    unit = "text"
    values = ["leder", "medarbejder"]      # leave out where any text may stand
    meaning = { da = "Rolle", en = "Role" }
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lederlib._checks import require_known
from lederlib.catalogue.files import shipped
from lederlib.text import Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a dataset.

    Attributes
    ----------
    name, unit : str
        Heading in the file, and the unit of its numbers ("text" for words).
    meaning : Phrase
        What stands in it.
    low, high : float or None
        Range of the numbers; None for a column of text.
    values : tuple of str
        The words that may stand in a column of text; empty where any may.
    missing : bool
        Whether cells may be empty.
    """

    name: str
    unit: str
    meaning: Phrase
    low: float | None = None
    high: float | None = None
    values: tuple[str, ...] = ()
    missing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """How the table of a dataset is written.

    Attributes
    ----------
    name, encoding, separator, decimal : str
        File name, and how its text is encoded, its columns and decimals set apart.
    as_typed : bool
        Whether it is loaded as text, just as somebody typed it.
    """

    name: str
    encoding: str = "utf-8"
    separator: str = ","
    decimal: str = "."
    as_typed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetCard:
    """What a reader should know before trusting a dataset.

    Attributes
    ----------
    name : str
        Name of its folder.
    title, origin, truth : Phrase
        What it is, how it was made, and what was built into it.
    synthetic : bool
        Whether the rows are drawn by a program, and so describe nobody.
    licence, source : str
        Licence, and key of `sources()`.
    rows : int
        Number of rows.
    file : TableFile
        How the table is written.
    columns : tuple of Column
        The columns, in the order of the file.
    """

    name: str
    title: Phrase
    origin: Phrase
    truth: Phrase
    synthetic: bool
    licence: str
    source: str
    rows: int
    file: TableFile
    columns: tuple[Column, ...]


def dataset_names() -> tuple[str, ...]:
    """Return the names of the shipped datasets, in alphabetical order."""
    folders = shipped("datasets").glob("*/card.toml")
    return tuple(sorted(card.parent.name for card in folders))


def read_card(name: str) -> DatasetCard:
    """Return the card of a shipped dataset.

    Raises
    ------
    ValueError
        If no dataset has that name; the message lists those there are.
    """
    require_known(name, dataset_names(), name="dataset")
    return _read(shipped("datasets") / name / "card.toml")


def dataset_path(name: str) -> Path:
    """Return the path of a shipped dataset's table.

    Raises
    ------
    ValueError
        If no dataset has that name.
    """
    return shipped("datasets") / name / read_card(name).file.name


@cache
def _read(path: Path) -> DatasetCard:
    return card_from(tomllib.loads(path.read_text(encoding="utf-8")), path.parent.name)


def card_from(facts: dict[str, Any], name: str) -> DatasetCard:
    """Return the card that the contents of a `card.toml` describe.

    Raises
    ------
    ValueError
        If the card lacks something or names something unknown.
    """
    try:
        return DatasetCard(
            **facts
            | {key: Phrase(**facts[key]) for key in ("title", "origin", "truth")}
            | {
                "name": name,
                "file": TableFile(**facts["file"]),
                "columns": tuple(
                    column for entry in facts["columns"] for column in _columns(entry)
                ),
            }
        )
    except (KeyError, TypeError) as error:
        msg = f"The card of {name} is not complete: {error}."
        raise ValueError(msg) from error


def _columns(entry: dict[str, Any]) -> tuple[Column, ...]:
    facts = dict(entry)
    names = facts.pop("names") if "names" in facts else [facts.pop("name")]
    facts["meaning"] = Phrase(**facts["meaning"])
    facts["values"] = tuple(facts.get("values", ()))
    return tuple(Column(name=name, **facts) for name in names)

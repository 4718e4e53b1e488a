"""Load the shipped datasets, each checked against its card."""

import pandas as pd

from lederlib.catalogue.cards import (
    Column,
    DatasetCard,
    dataset_names,
    dataset_path,
    read_card,
)
from lederlib.text import Lang, label


def list_datasets(lang: Lang = "da") -> pd.DataFrame:
    """Return one row per shipped dataset: title, size, licence and what was built in.

    Examples
    --------
    >>> list_datasets("en").columns.tolist()
    ['title', 'rows', 'columns', 'synthetic', 'licence', 'origin', 'truth']
    """
    cards = [read_card(name) for name in dataset_names()]
    columns = ["title", "rows", "columns", "synthetic", "licence", "origin", "truth"]
    return pd.DataFrame(
        [_line(card, lang) for card in cards],
        columns=columns,
        index=pd.Index([card.name for card in cards], name="name", dtype="str"),
    )


def load_dataset(name: str) -> pd.DataFrame:
    """Return a shipped dataset, checked against its card.

    A dataset whose card says `as_typed` comes as text, just as somebody typed it.

    Raises
    ------
    ValueError
        If no dataset has that name, or its table does not keep what its card says.
    """
    card = read_card(name)
    typed = pd.read_csv(
        dataset_path(name),
        sep=card.file.separator,
        encoding=card.file.encoding,
        dtype="str",
        keep_default_na=False,
        na_values=[""],
    )
    table = check_table(typed, card)
    return typed if card.file.as_typed else table


def check_table(typed: pd.DataFrame, card: DatasetCard) -> pd.DataFrame:
    """Return a table of text with its columns of numbers as numbers.

    Raises
    ------
    ValueError
        If columns, rows, ranges, words or empty cells break what the card says.
    """
    promised = [column.name for column in card.columns]
    if typed.columns.tolist() != promised:
        wrong = sorted(set(typed.columns) ^ set(promised)) or ["their order"]
        msg = f"{card.name} does not have the columns of its card: {', '.join(wrong)}."
        raise ValueError(msg)
    if len(typed) != card.rows:
        msg = (
            f"{card.name} must have the {card.rows} rows of its card; got {len(typed)}."
        )
        raise ValueError(msg)
    return pd.DataFrame(
        {
            column.name: _checked(typed[column.name], column, card)
            for column in card.columns
        }
    )


def _checked(cells: pd.Series, column: Column, card: DatasetCard) -> pd.Series:
    where = f"{card.name}, column {column.name}"
    if cells.isna().any() and not column.missing:
        msg = f"{where} has empty cells, which its card does not allow."
        raise ValueError(msg)
    if column.low is not None and column.high is not None:
        plain = cells.str.replace(card.file.decimal, ".", regex=False)
        return _numbers(plain, column.low, column.high, where=where)
    unknown = cells[cells.notna() & ~cells.isin(column.values)]
    if column.values and not unknown.empty:
        allowed = ", ".join(column.values)
        msg = f"{where} must be one of {allowed}; got {unknown.iloc[0]!r}."
        raise ValueError(msg)
    return cells


def _numbers(cells: pd.Series, low: float, high: float, *, where: str) -> pd.Series:
    numbers = pd.to_numeric(cells, errors="coerce")
    broken = cells[cells.notna() & ~numbers.between(low, high)]
    if not broken.empty:
        got = broken.iloc[0]
        msg = f"{where} must be a number from {low:g} to {high:g}; got {got!r}."
        raise ValueError(msg)
    return numbers


def _line(card: DatasetCard, lang: Lang) -> dict[str, object]:
    return {
        "title": card.title.to(lang),
        "rows": card.rows,
        "columns": len(card.columns),
        "synthetic": label(f"catalogue.{'yes' if card.synthetic else 'no'}", lang),
        "licence": card.licence,
        "origin": card.origin.to(lang),
        "truth": card.truth.to(lang),
    }

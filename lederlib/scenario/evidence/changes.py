"""How each number of the ledger looks before and after it was held against targets."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.catalogue import FACTOR_KEYS, Ledger, Quantity

_CUTS: Final = (0.05, 0.5, 0.95)
_ENDS: Final = ("low", "", "high")
_BEFORE, _AFTER = (
    [f"{when}_{end}".rstrip("_") for end in _ENDS] for when in ("before", "after")
)


def before_and_after(
    book: Ledger, drawn: Mapping[str, Floats], found: Mapping[str, Floats]
) -> pd.DataFrame:
    """Return the table of `Confrontation`.

    Parameters
    ----------
    book : Ledger
        The prior.
    drawn, found : mapping of str to numpy.ndarray
        Worlds before, of every quantity, and after, of those that a target touches.
    """
    before = _rows(book, drawn)
    after = {**before, **_rows(book, found)}
    table = pd.DataFrame.from_dict(
        {name: [*ends, *after[name]] for name, ends in before.items()},
        orient="index",
        columns=[*_BEFORE, *_AFTER],
    )
    width = (table["before_high"] - table["before_low"]).replace(0.0, np.inf)
    later = table["after_high"] - table["after_low"]
    # A share of worlds has no range; it moves by points.
    table["narrowed"] = ((width - later) / width).where(np.isfinite(width), 0.0)
    went = table["after"] - table["before"]
    table["moved"] = (went / width).where(width.notna(), went)
    return table.rename_axis("quantity")


def most_changed(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that changed, the most first; of a choice what gained most."""
    size = table[["narrowed", "moved"]].abs().max(axis=1)
    parts = pd.Series(table.index, index=table.index).str.partition(".")[0]
    is_option = table["before_low"].isna()
    gained = table["moved"].where(is_option).groupby(parts).transform("max")
    kept = (size > 0) & (~is_option | (table["moved"] == gained))
    return table.loc[size[kept].sort_values(ascending=False, kind="stable").index]


def middle_of(quantity: Quantity, values: Floats) -> float:
    """Return the median, or of a choice what is chosen most; weights have none."""
    if quantity.distribution == "ranks":
        return quantity.value
    if quantity.distribution == "choice":
        kinds, often = np.unique(values, return_counts=True)
        return float(kinds[often.argmax()])
    return float(np.median(values))


def _rows(book: Ledger, drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    return {
        name: ends
        for key, values in drawn.items()
        for name, ends in _parts(book[key], values).items()
    }


def _parts(quantity: Quantity, values: Floats) -> dict[str, Floats]:
    """Return the rows of a quantity: one, or one for each factor or each choice."""
    name = quantity.name
    if quantity.distribution == "choice":
        options = range(round(quantity.low), round(quantity.high) + 1)
        return {
            f"{name}.{one}": np.array([np.nan, (values == one).mean(), np.nan])
            for one in options
        }
    if quantity.distribution == "ranks":
        ends = np.quantile(values, _CUTS, axis=1).T
        return {f"{name}.{key}": ends[row] for row, key in enumerate(FACTOR_KEYS)}
    return {name: np.quantile(values, _CUTS)}

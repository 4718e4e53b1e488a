"""How often each answer was given, and which answers are missing together."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib.measure.correlations.polychoric import MOST_CATEGORIES
from lederlib.measure.item_matrix import Table, item_matrix
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_share, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class MissingPatterns(Readable):
    """Which items people left out together.

    Attributes
    ----------
    table : pandas.DataFrame
        A row a pattern, the most common first: a column an item, True where it is
        missing; `missing`, how many items are; and `people` with this pattern.
    items : pandas.DataFrame
        A row an item: how many answers are `missing`, and their `share`.
    complete, n : int
        People who answered everything, and all people.
    """

    table: pd.DataFrame
    items: pd.DataFrame
    complete: int
    n: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table of patterns."""
        return self.table

    def _given_names(self) -> list[str]:
        return [str(name) for name in self.items.index]

    def summary(self, lang: Lang = "da") -> str:
        """Return in words how much is missing, and where most is."""
        if self.complete == self.n:
            return label(
                "items.nothing_missing",
                lang,
                n=format_number(self.n, lang, digits=0),
            )
        worst = str(self.items["share"].idxmax())
        return label(
            "items.missing",
            lang,
            complete=format_number(self.complete, lang, digits=0),
            n=format_number(self.n, lang, digits=0),
            share=format_share(float(self.items["share"].mean()), lang, digits=1),
            patterns=len(self.table) - (self.complete > 0),
            worst=worst,
            worst_share=format_share(float(self.items["share"].max()), lang, digits=1),
        )


def item_frequencies(items: Table) -> pd.DataFrame:
    """Return how often each answer was given to each item.

    Parameters
    ----------
    items : DataFrame or array-like, shape (people, items)
        Answers with up to 20 different values in all.

    Returns
    -------
    pandas.DataFrame
        A row an item and a column an answer, in order: the share of the item's answers;
        then `n` answers and `missing` ones. Shares are NaN where nobody answered.

    Raises
    ------
    ValueError
        If a cell is no number, or there are more than 20 different answers.

    Examples
    --------
    >>> item_frequencies([[1, 2], [1, 3], [2, None]]).round(2)
              1     2    3  n  missing
    item1  0.67  0.33  0.0  3        0
    item2  0.00  0.50  0.5  2        1
    """
    matrix = item_matrix(items, fewest=1)
    options = np.unique(matrix.values[~np.isnan(matrix.values)])
    if len(options) > MOST_CATEGORIES:
        msg = (
            f"items must have at most {MOST_CATEGORIES} different answers to be "
            f"counted one by one; got {len(options)}."
        )
        raise ValueError(msg)
    counts = (matrix.values[:, :, None] == options).sum(axis=0)
    given = counts.sum(axis=1)
    shares = np.full(counts.shape, np.nan)
    np.divide(counts, given[:, None], out=shares, where=given[:, None] > 0)
    names = [int(option) if option == round(option) else option for option in options]
    table = pd.DataFrame(shares, index=list(matrix.names), columns=names)
    return table.assign(n=given, missing=len(matrix.values) - given)


def missing_patterns(items: Table) -> MissingPatterns:
    """Return which items people left out together.

    Parameters
    ----------
    items : DataFrame or array-like, shape (people, items)
        Answers; NaN, None and NA are missing.

    Raises
    ------
    ValueError
        If a cell is no number.

    Examples
    --------
    >>> patterns = missing_patterns([[1, 2], [None, 3], [2, 1]])
    >>> patterns.table["people"].to_list(), patterns.complete
    ([2, 1], 2)
    """
    matrix = item_matrix(items, fewest=1)
    missing = np.isnan(matrix.values)
    found, people = np.unique(missing, axis=0, return_counts=True)
    # Ties stand in the order of how much is missing, so that the table repeats itself.
    order = np.lexsort((found.sum(axis=1), -people))
    table = pd.DataFrame(found[order], columns=list(matrix.names))
    share = {"missing": missing.sum(axis=0), "share": missing.mean(axis=0)}
    return MissingPatterns(
        table=table.assign(missing=found[order].sum(axis=1), people=people[order]),
        items=pd.DataFrame(share, index=list(matrix.names)),
        complete=int((~missing.any(axis=1)).sum()),
        n=len(matrix.values),
    )

"""Polychoric correlations of a table of ordered answers."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats, Ints
from lederlib.measure.correlations.ordinal import OrdinalMoments, ordinal_moments
from lederlib.measure.correlations.shares import lowest_root, told_impossible
from lederlib.measure.item_matrix import ItemMatrix, Table, complete_items
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, join_words, label

MOST_CATEGORIES = 20
_NEARLY_ONE = 0.99


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Polychoric(Readable):
    """Correlations of the normal variables that ordered answers are taken to cut.

    Attributes
    ----------
    correlations : pandas.DataFrame
        Item by item, ones in the diagonal.
    thresholds : pandas.DataFrame
        A row an item, columns `t1`, `t2`, …; NaN beyond an item's last threshold.
    covariance : pandas.DataFrame or None
        Asymptotic covariance of the estimates, rows and columns in lavaan's order and
        names: `y1|t1`, …, `y1~~y2`, …; None unless asked for.
    empty_cells : pandas.DataFrame
        How many cells of each pair's table have nobody.
    n, dropped : int
        People who answered every item, and those left out because they did not.
    """

    correlations: pd.DataFrame
    thresholds: pd.DataFrame
    covariance: pd.DataFrame | None
    empty_cells: pd.DataFrame
    n: int
    dropped: int

    @property
    def lowest_root(self) -> float:
        """Smallest eigenvalue; below 0 the correlations are impossible together."""
        return lowest_root(self.correlations.to_numpy())

    @property
    def nearly_one(self) -> tuple[tuple[str, str], ...]:
        """The pairs of items whose correlation is beyond ±.99."""
        table = self.to_frame()
        close = table[table["correlation"].abs() > _NEARLY_ONE]
        return tuple(zip(close["first"], close["second"], strict=True))

    def to_frame(self) -> pd.DataFrame:
        """Return a row a pair: the items, their correlation, its error, empty cells."""
        first, second = np.triu_indices(len(self.correlations), 1)
        names = self.correlations.index
        errors = np.full(len(first), np.nan)
        if self.covariance is not None:
            errors = np.sqrt(np.diag(self.covariance))[-len(first) :]
        return pd.DataFrame(
            {
                "first": names[first],
                "second": names[second],
                "correlation": self.correlations.to_numpy()[first, second],
                "se": errors,
                "empty_cells": self.empty_cells.to_numpy()[first, second],
            }
        )

    def summary(self, lang: Lang = "da") -> str:
        """Return in words what was correlated, and what to be wary of."""
        pairs = self.to_frame()
        low, mean, high = (
            format_number(value, lang)
            for value in pairs["correlation"].agg(["min", "mean", "max"])
        )
        words = [
            label(
                "correlations.polychoric",
                lang,
                items=len(self.correlations),
                n=format_number(self.n, lang, digits=0),
                low=low,
                mean=mean,
                high=high,
            )
        ]
        if self.dropped:
            words.append(label("correlations.dropped", lang, dropped=self.dropped))
        if pairs["empty_cells"].any():
            count = int((pairs["empty_cells"] > 0).sum())
            words.append(label("correlations.empty", lang, count=count))
        if self.nearly_one:
            named = [" × ".join(pair) for pair in self.nearly_one]
            words.append(label("correlations.one", lang, names=join_words(named, lang)))
        words += told_impossible(self.lowest_root, lang)
        return " ".join(words)


def polychoric(items: Table, *, covariance: bool = False) -> Polychoric:
    """Correlate ordered answers as if each cut a normal variable in steps.

    Parameters
    ----------
    items : DataFrame or array-like, shape (people, items)
        Ordered answers, up to 20 different ones an item. Only the people who answered
        every item count (listwise).
    covariance : bool, default False
        Whether to work out the asymptotic covariance too, and so the standard errors.

    Raises
    ------
    ValueError
        If the table has no numbers, an item does not vary or has more than 20 different
        answers, or nobody answered everything.

    Notes
    -----
    As lavaan, in two steps: the margins give the thresholds, and given these each pair
    gets the most likely correlation. No cell is corrected for continuity; only a 2 × 2
    table with one empty cell is mended, by half a person. Cells of the covariance are
    weighed by the share of people observed in them. Olsson (1979),
    https://doi.org/10.1007/BF02296207.

    Examples
    --------
    >>> answers = [[1, 1], [1, 2], [2, 1], [2, 2], [2, 2], [1, 1]]
    >>> polychoric(answers).correlations.round(3).to_numpy().tolist()
    [[1.0, 0.5], [0.5, 1.0]]
    """
    answered, dropped = complete_items(items)
    codes = answer_codes(answered)
    moments = ordinal_moments(codes, names=answered.names, influence=covariance)
    names = list(answered.names)
    return Polychoric(
        correlations=_table(moments.correlations, names),
        thresholds=_thresholds(moments, names),
        covariance=_covariance(moments, names) if covariance else None,
        empty_cells=pd.DataFrame(moments.empty_cells, index=names, columns=names),
        n=moments.n,
        dropped=dropped,
    )


def answer_codes(answered: ItemMatrix) -> Ints:
    """Return complete answers as whole numbers from 0, one for each that occurs.

    Raises
    ------
    ValueError
        If an item has more than 20 different answers.
    """
    codes = np.empty(answered.values.shape, dtype=np.int64)
    for place, name in enumerate(answered.names):
        options = np.unique(answered.values[:, place])
        codes[:, place] = np.searchsorted(options, answered.values[:, place])
        if len(options) > MOST_CATEGORIES:
            msg = (
                f"Item {name!r} must have at most {MOST_CATEGORIES} different answers "
                f"to count as ordered; got {len(options)}."
            )
            raise ValueError(msg)
    return codes


def _table(values: Floats, names: list[str]) -> pd.DataFrame:
    return pd.DataFrame(values, index=names, columns=names)


def _thresholds(moments: OrdinalMoments, names: list[str]) -> pd.DataFrame:
    rows = [pd.Series(cuts) for cuts in moments.thresholds]
    table = pd.DataFrame(rows, index=names)
    return table.rename(columns=lambda place: f"t{place + 1}")


def _covariance(moments: OrdinalMoments, names: list[str]) -> pd.DataFrame:
    cuts = [
        f"{name}|t{place + 1}"
        for name, cuts in zip(names, moments.thresholds, strict=True)
        for place in range(len(cuts))
    ]
    pairs = [
        f"{name}~~{other}"
        for place, name in enumerate(names)
        for other in names[place + 1 :]
    ]
    return _table(moments.gamma() / moments.n, [*cuts, *pairs])

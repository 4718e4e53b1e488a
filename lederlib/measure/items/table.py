"""What each item does on its own and to the scale."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_between, require_number
from lederlib.measure.against import told_against
from lederlib.measure.gathering import Gathered, gather
from lederlib.measure.has_items import ends_of
from lederlib.measure.item_matrix import LARGEST, ItemMatrix, Table, item_matrix
from lederlib.measure.moments import Moments
from lederlib.measure.reliability.coefficients import alpha_of
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_share, label

# Shares and correlations at which the summary speaks up; textbooks name these.
CROWDED = 0.15
WEAK = 0.3
_NOTHING = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ItemTable(Readable):
    """Items one by one.

    Attributes
    ----------
    table : pandas.DataFrame
        A row an item: `n` answers and `missing` ones; their `mean` and `sd`; `floor`
        and `ceiling`, the share at the lowest and highest answer that could be given,
        NaN where that is not known; `item_rest`, the correlation with the sum of the
        others; `alpha_dropped`, raw alpha of the others; both NaN where the others
        cancel out. From moments, `missing`, `floor` and `ceiling` are NaN.
    alpha : float
        Raw alpha of all items.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    low, high : float
        The lowest and the highest answer that could be given; NaN where not told.
    n, dropped : int
        People who answered everything, on whom `item_rest`, `alpha_dropped` and
        `alpha` rest, and people left out of these.
    """

    table: pd.DataFrame
    alpha: float
    against: tuple[str, ...]
    low: float
    high: float
    n: int
    dropped: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return in words which items deserve another look, and why."""
        words = [
            label(
                "items.table",
                lang,
                items=len(self.table),
                n=format_number(self.n, lang, digits=0),
                alpha=format_number(self.alpha, lang),
            )
        ]
        if self.dropped:
            words.append(label("items.dropped", lang, dropped=self.dropped))
        crowded = self.table[["floor", "ceiling"]].max(axis=1) > CROWDED
        remarks = {
            "crowded": crowded,
            "weak": self.table["item_rest"] < WEAK,
            "better": self.table["alpha_dropped"] > self.alpha,
        }
        for remark, flags in remarks.items():
            names = ", ".join(self.table.index[flags])
            if names:
                limit = format_share(CROWDED, lang)
                words.append(
                    label(
                        f"items.{remark}",
                        lang,
                        names=names,
                        share=limit,
                        weak=format_number(WEAK, lang, digits=1),
                    )
                )
        if np.isnan(self.low) or np.isnan(self.high):
            words.append(label("items.no_ends", lang))
        return " ".join(words + told_against(self.against, lang))


def item_table(
    items: Table | Moments, *, low: float | None = None, high: float | None = None
) -> ItemTable:
    """Return what each item does on its own and to the scale.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers with reversed items turned round. Means, spreads, floor and ceiling
        rest on all answers to the item; correlations and alpha on the people who
        answered every item (listwise). From moments everything rests on the latter,
        and there is no floor or ceiling.
    low, high : float, optional
        The lowest and highest answer that could be given; a study knows them. Nothing
        shows them where nobody gave them, so that floor and ceiling are told only of an
        end that is.

    Raises
    ------
    ValueError
        If an item does not vary, has an answer outside `low` and `high`, nobody
        answered everything, or `low` or `high` is given with moments.

    Notes
    -----
    The correlation with the rest leaves the item itself out of the sum.

    Examples
    --------
    >>> answers = [[1, 2, 1], [2, 2, 3], [3, 4, 3], [5, 4, 5], [None, 5, 4]]
    >>> item_table(answers).table[["n", "missing", "item_rest"]].round(2)
           n  missing  item_rest
    item1  4        1       0.98
    item2  5        0       0.79
    item3  5        0       0.89
    """
    if isinstance(items, Moments):
        return _from_moments(items, low, high)
    everyone = item_matrix(items)
    lowest, highest = _ends(everyone.require_spread(), *ends_of(items, low, high))
    missing = np.isnan(everyone.values)
    given = (~missing).sum(axis=0)
    facts = {
        "n": given,
        "missing": missing.sum(axis=0),
        "mean": np.nanmean(everyone.values, axis=0),
        "sd": np.nanstd(everyone.values, axis=0, ddof=1),
        "floor": _share_at(lowest, everyone.values),
        "ceiling": _share_at(highest, everyone.values),
    }
    return _with_alpha(facts, gather(items), lowest, highest)


def _from_moments(items: Moments, low: float | None, high: float | None) -> ItemTable:
    held = gather(items)
    if low is not None or high is not None:
        held.answers(needed_by="The share at the lowest and highest answer")
    facts = {
        "n": held.n,
        "missing": np.nan,
        "mean": items.mean,
        "sd": np.sqrt(np.diag(held.covariance)),
        "floor": np.nan,
        "ceiling": np.nan,
    }
    return _with_alpha(facts, held, np.nan, np.nan)


def _with_alpha(
    facts: Mapping[str, object], held: Gathered, low: float, high: float
) -> ItemTable:
    alpha, without = _alphas(held.covariance)
    rest = {"item_rest": _with_rest(held.covariance), "alpha_dropped": without}
    return ItemTable(
        table=pd.DataFrame({**facts, **rest}, index=list(held.names)),
        alpha=alpha,
        against=held.against,
        low=low,
        high=high,
        n=held.n,
        dropped=held.dropped,
    )


def _ends(
    everyone: ItemMatrix, low: float | None, high: float | None
) -> tuple[float, float]:
    """Return both ends of the scale, NaN where one is not told."""
    ends = [
        np.nan if end is None else require_number(end, -LARGEST, LARGEST, name=name)
        for name, end in (("low", low), ("high", high))
    ]
    within = np.nan_to_num(ends[0], nan=-np.inf), np.nan_to_num(ends[1], nan=np.inf)
    for name, column in zip(everyone.names, everyone.values.T, strict=True):
        given = column[~np.isnan(column)]
        require_between(given, *map(float, within), name=f"Item {name!r}")
    return ends[0], ends[1]


def _share_at(end: float, values: Floats) -> Floats:
    """Return the share of each item's answers at an end of the scale."""
    given = ~np.isnan(values)
    shares = (values == end).sum(axis=0) / given.sum(axis=0)
    return np.asarray(np.where(np.isnan(end), np.nan, shares))


def _alphas(covariance: Floats) -> tuple[float, Floats]:
    """Return alpha of all items, and of the others without each."""
    items, own, rest = len(covariance), np.diag(covariance), _rest(covariance)
    if items == 2:  # noqa: PLR2004
        return alpha_of(covariance), np.full(2, np.nan)
    share = _where_positive(own.sum() - own, rest)
    return alpha_of(covariance), (items - 1) / (items - 2) * (1 - share)


def _with_rest(covariance: Floats) -> Floats:
    own = np.diag(covariance)
    shared = covariance.sum(axis=0) - own
    return _where_positive(shared, np.sqrt(own * np.maximum(_rest(covariance), 0)))


def _rest(covariance: Floats) -> Floats:
    """Return the variance of the sum of the others, without each item."""
    rest = covariance.sum() - 2 * covariance.sum(axis=0) + np.diag(covariance)
    return np.asarray(np.where(rest > _NOTHING * np.trace(covariance), rest, 0))


def _where_positive(above: Floats, below: Floats) -> Floats:
    none = np.full_like(above, np.nan)
    return np.asarray(np.divide(above, below, out=none, where=below > 0))

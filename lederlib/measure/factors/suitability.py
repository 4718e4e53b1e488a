"""Whether items share enough for factors, and Velicer's count of them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from lederlib._checks import Floats
from lederlib.measure.against import told_against
from lederlib.measure.factors.between import require_positive_definite
from lederlib.measure.factors.counting import how_many
from lederlib.measure.gathering import gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, format_p, label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Suitability(Readable):
    """How much items share, by Kaiser, Meyer and Olkin, and by Bartlett.

    Attributes
    ----------
    kmo : float
        Sampling adequacy of all items, from 0 to 1.
    kmo_items : pandas.Series
        The same of each item.
    chi2, df, p : float, int, float
        Bartlett's test that no two items correlate.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    n, dropped : int
        People who answered everything, and people left out.
    """

    kmo: float
    kmo_items: pd.Series
    chi2: float
    df: int
    p: float
    against: tuple[str, ...]
    n: int
    dropped: int

    _own_rows = ("all",)

    def to_frame(self) -> pd.DataFrame:
        """Return a row an item, and one for all."""
        overall = pd.Series({"all": self.kmo})
        return pd.DataFrame({"kmo": pd.concat([self.kmo_items, overall])})

    def summary(self, lang: Lang = "da") -> str:
        """Return both figures in words, and the item that fits worst."""
        told = label(
            "structure.suitability",
            lang,
            kmo=format_number(self.kmo, lang),
            worst=str(self.kmo_items.idxmin()),
            lowest=format_number(float(self.kmo_items.min()), lang),
            chi2=format_number(self.chi2, lang, digits=1),
            df=self.df,
            p=format_p(self.p, lang),
            n=format_number(self.n, lang, digits=0),
        )
        return " ".join([told, *told_against(self.against, lang)])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PartialTest(Readable):
    """Velicer's test: what correlates still when components are taken out.

    Attributes
    ----------
    suggested : int
        Components at which the mean squared partial correlation is smallest; 0 if
        taking out even one makes it larger.
    table : pandas.DataFrame
        Indexed by `components`, from 0: the mean `squared` partial correlation.
    n, dropped : int
        People who answered everything, and people left out.
    """

    suggested: int
    table: pd.DataFrame
    n: int
    dropped: int

    def to_frame(self) -> pd.DataFrame:
        """Return the table."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return the suggestion in words."""
        return label(
            "structure.map",
            lang,
            suggested=how_many(self.suggested, lang, of="component"),
            squared=format_number(float(self.table["squared"].min()), lang, digits=3),
            n=format_number(self.n, lang, digits=0),
        )


def suitability(items: Table | Moments) -> Suitability:
    """Return the Kaiser–Meyer–Olkin measure and Bartlett's test of sphericity.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers; only people who answered every item count. Pearson correlations.

    Raises
    ------
    ValueError
        If an item does not vary, items determine one another, or nobody answered
        everything.

    Notes
    -----
    KMO sets squared correlations beside squared partial ones. Kaiser and Rice (1974),
    https://doi.org/10.1177/001316447403400115.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> trait = rng.standard_normal((300, 1))
    >>> result = suitability(trait + rng.standard_normal((300, 6)))
    >>> round(result.kmo, 1), result.df
    (0.9, 15)
    """
    held = gather(items, fewest=3)
    between = held.correlations
    require_positive_definite(between, held.names)
    inverse = np.asarray(np.linalg.inv(between), dtype=float)
    shared, partial = _squares(between), _squares(_partial(inverse))
    people, count = held.n, len(held.names)
    logarithm = float(np.linalg.slogdet(between)[1])
    chi2 = -logarithm * (people - 1 - (2 * count + 5) / 6)
    df = count * (count - 1) // 2
    return Suitability(
        kmo=float(shared.sum() / (shared.sum() + partial.sum())),
        kmo_items=pd.Series(
            shared / (shared + partial), index=list(held.names), name="kmo"
        ),
        chi2=chi2,
        df=df,
        p=float(chdtrc(df, chi2)),
        against=held.against,
        n=people,
        dropped=held.dropped,
    )


def partial_test(items: Table | Moments) -> PartialTest:
    """Return Velicer's minimum average partial (MAP) test.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers; only people who answered every item count. Pearson correlations.

    Raises
    ------
    ValueError
        If an item does not vary, items determine one another, or nobody answered
        everything.

    Notes
    -----
    Principal components are taken out one after another; squared correlations, as in
    Velicer (1976), https://doi.org/10.1007/BF02293557.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> trait = rng.standard_normal((300, 1))
    >>> partial_test(trait + rng.standard_normal((300, 6))).suggested
    1
    """
    held = gather(items, fewest=3)
    between = held.correlations
    require_positive_definite(between, held.names)
    roots, vectors = np.linalg.eigh(between)
    components = (vectors * np.sqrt(roots))[:, ::-1]
    items_left = len(between)
    pairs = items_left * (items_left - 1)
    means = []
    for taken in range(items_left - 1):
        out = components[:, :taken]
        means.append(_squares(_partial(between - out @ out.T)).sum() / pairs)
    index = pd.RangeIndex(len(means), name="components")
    return PartialTest(
        suggested=int(np.argmin(means)),
        table=pd.DataFrame({"squared": means}, index=index),
        n=held.n,
        dropped=held.dropped,
    )


def _partial(matrix: Floats) -> Floats:
    """Return a matrix scaled to ones in the diagonal."""
    spread = np.sqrt(np.diag(matrix))
    return np.asarray(matrix / np.outer(spread, spread))


def _squares(correlations: Floats) -> Floats:
    """Return, by item, the sum of its squared correlations with the others."""
    off = correlations - np.diag(np.diag(correlations))
    return np.asarray((off**2).sum(axis=0))

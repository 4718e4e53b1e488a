"""Guttman's lower bounds, and every way to split a scale in two."""

from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats, generator_of, require_count
from lederlib.measure.against import told_against
from lederlib.measure.gathering import gather
from lederlib.measure.item_matrix import Table
from lederlib.measure.moments import Moments
from lederlib.measure.reliability.coefficients import guttman_of, total_of
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, label

# With 20 items there are 92,378 splits; with 24 there are 1,352,078.
EXACT_UP_TO = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SplitHalves(Readable):
    """Reliability by every split of the items into two halves.

    Attributes
    ----------
    values : numpy.ndarray
        Guttman's coefficient of each split, 4 × covariance of the halves / variance of
        the sum.
    mean, median, lowest, highest : float
        Of these; the highest is λ4 where all splits were tried. With an even number of
        items the mean of all is alpha.
    best : tuple of str
        One half of the split with the highest value.
    exact : bool
        Whether all splits were tried; otherwise they were drawn by chance.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    n, dropped : int
        People who answered everything, and people left out.
    """

    values: Floats
    best: tuple[str, ...]
    exact: bool
    against: tuple[str, ...]
    n: int
    dropped: int

    @property
    def mean(self) -> float:
        """Mean over the splits."""
        return float(self.values.mean())

    @property
    def median(self) -> float:
        """Median over the splits."""
        return float(np.median(self.values))

    @property
    def lowest(self) -> float:
        """Lowest value of the splits tried."""
        return float(self.values.min())

    @property
    def highest(self) -> float:
        """Highest value of the splits tried."""
        return float(self.values.max())

    def to_frame(self) -> pd.DataFrame:
        """Return a row a figure."""
        names = ["mean", "median", "lowest", "highest"]
        figures = [self.mean, self.median, self.lowest, self.highest]
        index = pd.Index(names, name="split_half")
        return pd.DataFrame({"value": figures, "splits": len(self.values)}, index=index)

    def summary(self, lang: Lang = "da") -> str:
        """Return the range of the splits in words, and whether all were tried."""
        values = {
            name: format_number(getattr(self, name), lang)
            for name in ("mean", "lowest", "highest")
        }
        told = label(
            f"reliability.halves_{'exact' if self.exact else 'drawn'}",
            lang,
            splits=format_number(len(self.values), lang, digits=0),
            n=format_number(self.n, lang, digits=0),
            names=", ".join(self.best),
            **values,
        )
        return " ".join([told, *told_against(self.against, lang)])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Guttman(Readable):
    """Guttman's six lower bounds of the reliability of a sum.

    Attributes
    ----------
    values : pandas.Series
        `lambda1` to `lambda6`; `lambda3` is alpha, `lambda4` the best split half.
    exact : bool
        Whether λ4 was sought among all splits.
    against : tuple of str
        Items that go against the sum of the others; perhaps they are reversed.
    n, dropped : int
        People who answered everything, and people left out.
    """

    values: pd.Series
    exact: bool
    against: tuple[str, ...]
    n: int
    dropped: int

    def to_frame(self) -> pd.DataFrame:
        """Return a row a bound."""
        return self.values.to_frame()

    def summary(self, lang: Lang = "da") -> str:
        """Return the highest bound in words."""
        best = str(self.values.idxmax())
        told = label(
            "reliability.guttman",
            lang,
            value=format_number(self.values[best], lang),
            name=f"λ{best[-1]}",
            alpha=format_number(self.values["lambda3"], lang),
            n=format_number(self.n, lang, digits=0),
        )
        return " ".join([told, *told_against(self.against, lang)])


def split_halves(
    items: Table | Moments,
    *,
    exact_up_to: int = EXACT_UP_TO,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
) -> SplitHalves:
    """Return the reliability by every split of the items into two halves.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers with reversed items turned round; only people who answered every item
        count. With an odd number of items one half has one item more.
    exact_up_to : int, default 20
        Up to how many items all splits are tried; at most 24. With more items `draws`
        splits are drawn by chance, and `exact` is False.
    draws : int, default 10,000
        Splits drawn where not all are tried.
    rng : int or numpy.random.Generator
        Where that chance comes from.

    Raises
    ------
    ValueError
        If an item does not vary, the items cancel out, or nobody answered everything.

    Examples
    --------
    >>> halves = split_halves([[1, 2, 1, 2], [2, 2, 3, 3], [3, 4, 3, 5], [5, 4, 5, 4]])
    >>> len(halves.values), halves.exact
    (3, True)
    """
    require_count(exact_up_to, 2, 24, name="exact_up_to")
    require_count(draws, 100, 10_000_000, name="draws")
    chance = generator_of(rng)
    held = gather(items)
    covariance = held.covariance
    exact = len(held.names) <= exact_up_to
    count = len(held.names)
    sides = _all_splits(count) if exact else _some_splits(count, draws, chance)
    apart = np.einsum("si,si->s", sides @ covariance, sides)
    values = 1 - apart / total_of(covariance)
    half = sides[np.argmax(values)] > 0
    return SplitHalves(
        values=values,
        best=tuple(np.array(held.names)[half].tolist()),
        exact=exact,
        against=held.against,
        n=held.n,
        dropped=held.dropped,
    )


def guttman(items: Table | Moments, *, rng: int | np.random.Generator = 0) -> Guttman:
    """Return Guttman's λ1 to λ6, of covariances.

    Parameters
    ----------
    items : DataFrame, array-like of shape (people, items), or Moments
        Answers with reversed items turned round; only people who answered every item
        count. Standardise them first for the bounds of correlations.
    rng : int or numpy.random.Generator
        Draws splits for λ4 where there are more than 20 items.

    Raises
    ------
    ValueError
        If an item does not vary, the items cancel out, or nobody answered everything.

    Notes
    -----
    λ6 rests on how well each item is explained by the others. Guttman (1945),
    https://doi.org/10.1007/BF02288892. The best of many bounds in a small sample is
    high by chance too.

    Examples
    --------
    >>> bounds = guttman([[1, 2, 1], [2, 2, 3], [3, 4, 3], [5, 4, 5]])
    >>> bounds.values.round(3).to_dict()["lambda3"]
    0.932
    """
    halves = split_halves(items, rng=rng)
    bounds = guttman_of(gather(items).covariance)
    bounds["lambda4"] = halves.highest
    index = pd.Index(sorted(bounds), name="bound")
    values = pd.Series(bounds, name="value").reindex(index)
    return Guttman(
        values=values,
        exact=halves.exact,
        against=halves.against,
        n=halves.n,
        dropped=halves.dropped,
    )


def _all_splits(items: int) -> Floats:
    """Return each way to split once, as rows of 1 and −1."""
    if items % 2:
        chosen = _subsets(items, items // 2)
    else:
        # The first item stays where it is, or every split would come twice.
        chosen = _subsets(items - 1, items // 2) + 1
    sides = np.full((len(chosen), items), -1.0)
    np.put_along_axis(sides, chosen, 1.0, axis=1)
    return sides


def _subsets(items: int, size: int) -> npt.NDArray[np.int64]:
    flat = (place for subset in combinations(range(items), size) for place in subset)
    every = np.fromiter(flat, dtype=np.int64, count=comb(items, size) * size)
    return every.reshape(-1, size)


def _some_splits(items: int, draws: int, rng: np.random.Generator) -> Floats:
    half = np.where(np.arange(items) < items // 2, 1.0, -1.0)
    return rng.permuted(np.tile(half, (draws, 1)), axis=1)

"""Means and covariances of items, from tables that need not fit into memory."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure._batches import parts_of_files, parts_of_tables
from lederlib.measure._sums import Part, Sums, folded
from lederlib.measure.item_matrix import Table

_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moments:
    """Means and covariances of the people who answered every item.

    Attributes
    ----------
    names : tuple of str
        The items.
    n, dropped : int
        People who answered all of them, and people left out because of a gap
        (listwise).
    mean : numpy.ndarray, shape (items,)
        Means.
    covariance : numpy.ndarray, shape (items, items)
        Covariances, divided by `n` − 1.
    """

    names: tuple[str, ...]
    n: int
    dropped: int
    mean: Floats
    covariance: Floats

    @classmethod
    def from_table(cls, items: Table) -> Self:
        """Return the moments of one table, a row a person and a column an item.

        Raises
        ------
        ValueError
            If a cell is no number, or fewer than two people answered everything.

        Examples
        --------
        >>> Moments.from_table([[1, 2], [3, 6], [None, 9]]).covariance.tolist()
        [[2.0, 4.0], [4.0, 8.0]]
        """
        return cls.from_batches([items])

    @classmethod
    def from_batches(
        cls,
        batches: Iterable[Table] | str | Path,
        *,
        items: Iterable[str] | None = None,
        n_jobs: int | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> Self:
        """Return the moments of a table that comes in pieces, in constant memory.

        Parameters
        ----------
        batches : iterable of tables, or path
            Tables with the same columns; or a Parquet file, or a folder of them.
        items : iterable of str, optional
            The columns to take; all of them unless told.
        n_jobs : int, optional
            Workers that read a Parquet file at once, a row group each; by default as
            `joblib.parallel_config` says. The result is the same for any number.
        progress : callable, optional
            Told the share of row groups that are read.

        Returns
        -------
        Moments
            The same as of the whole table, to rounding.

        Raises
        ------
        ValueError
            If a cell is no number, columns differ between the pieces, or fewer than
            two people answered everything.
        ModuleNotFoundError
            If a path is given and pyarrow is not installed.

        Notes
        -----
        Each piece is taken about its own mean and the pieces are joined pairwise
        [1]_, so that nothing is lost where means are large beside the spread.

        References
        ----------
        .. [1] Chan, Golub & LeVeque (1983). The American Statistician, 37(3), 242–247.
           https://doi.org/10.1080/00031305.1983.10483115

        Examples
        --------
        >>> pieces = (pd.DataFrame({"a": [at, 1], "b": [2, at]}) for at in range(5))
        >>> Moments.from_batches(pieces).n
        10
        """
        wanted = None if items is None else tuple(map(str, items))
        if isinstance(batches, str | Path):
            return cls._joined(parts_of_files(batches, wanted, n_jobs, progress))
        return cls._joined(parts_of_tables(batches, wanted))

    def merge(self, *others: "Moments") -> "Moments":
        """Return the moments of these people and those of others together.

        Raises
        ------
        ValueError
            If the items differ.

        Examples
        --------
        >>> here, there = (Moments.from_table([[1, 2], [at, 5]]) for at in (3, 4))
        >>> here.merge(there).mean.tolist()
        [2.25, 3.5]
        """
        parts = [(each.names, each._sums()) for each in (self, *others)]
        return Moments._joined(parts)

    @property
    def correlations(self) -> Floats:
        """Correlations of the items; missing where one does not vary."""
        spread = np.sqrt(np.diag(self.covariance))
        product = np.outer(spread, spread)
        shown = np.where(product > 0, product, np.nan)
        return np.asarray(self.covariance / shown)

    def to_frame(self) -> pd.DataFrame:
        """Return one row per item: mean, standard deviation and number of people."""
        facts = {
            "mean": self.mean,
            "sd": np.sqrt(np.diag(self.covariance)),
            "n": self.n,
        }
        return pd.DataFrame(facts, index=pd.Index(self.names, name="item"))

    def _sums(self) -> Sums:
        scatter = np.asarray(self.covariance * (self.n - 1))
        return Sums(self.n, self.dropped, self.mean, 0 * self.mean, scatter)

    @classmethod
    def _joined(cls, parts: Iterable[Part]) -> Self:
        names, sums = folded(parts)
        if sums.n < _FEWEST:
            msg = (
                f"items must have at least {_FEWEST} people who answered all "
                f"{len(names)} of them; got {sums.n} of {sums.n + sums.dropped}."
            )
            raise ValueError(msg)
        return cls(
            names=names,
            n=sums.n,
            dropped=sums.dropped,
            mean=sums.origin + sums.offset,
            covariance=sums.scatter / (sums.n - 1),
        )

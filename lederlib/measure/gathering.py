"""People's answers, or only their moments: what a measure can be worked out from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.against import going_against
from lederlib.measure.item_matrix import (
    ItemMatrix,
    Table,
    complete_items,
    require_own_names,
)
from lederlib.measure.moments import Moments


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Gathered:
    """The people who answered every item, with or without the answers themselves.

    Attributes
    ----------
    names : tuple of str
        The items.
    n, dropped : int
        People who answered everything, and people left out.
    covariance : numpy.ndarray
        Of the items, divided by n − 1.
    table : ItemMatrix or None
        The answers; None where only moments were given.
    """

    names: tuple[str, ...]
    n: int
    dropped: int
    covariance: Floats
    table: ItemMatrix | None

    @property
    def correlations(self) -> Floats:
        """Pearson correlations of the items."""
        spread = np.sqrt(np.diag(self.covariance))
        return np.asarray(self.covariance / np.outer(spread, spread))

    @property
    def against(self) -> tuple[str, ...]:
        """Items that go against the sum of the others; perhaps they are reversed."""
        return going_against(self.names, self.covariance)

    def answers(self, *, needed_by: str) -> ItemMatrix:
        """Return the answers themselves.

        Raises
        ------
        ValueError
            If only moments were given.
        """
        if self.table is None:
            msg = f"{needed_by} needs the answers themselves, not only their moments."
            raise ValueError(msg)
        return self.table


def gather(items: Table | Moments, *, fewest: int = 2) -> Gathered:
    """Return what is known of the people who answered every item.

    Raises
    ------
    ValueError
        As `complete_items`; for moments, if there are too few items or one does not
        vary.

    Examples
    --------
    >>> gather(Moments.from_table([[1, 2], [3, 6]])).correlations.round(6).tolist()
    [[1.0, 1.0], [1.0, 1.0]]
    """
    if isinstance(items, Moments):
        _require_moments(items, fewest)
        return Gathered(
            names=items.names,
            n=items.n,
            dropped=items.dropped,
            covariance=items.covariance,
            table=None,
        )
    answered, dropped = complete_items(items, fewest=fewest)
    return Gathered(
        names=answered.names,
        n=len(answered.values),
        dropped=dropped,
        covariance=np.asarray(np.cov(answered.values, rowvar=False)),
        table=answered,
    )


def only_items(
    items: pd.DataFrame | Moments, names: Sequence[str]
) -> pd.DataFrame | Moments:
    """Return the answers to some of the items, or their moments.

    Moments keep their people: who had a gap in any of their items stays left out.

    Raises
    ------
    ValueError
        If an item of the moments is asked for twice.

    Examples
    --------
    >>> only_items(Moments.from_table([[1, 2], [3, 6]]), ["item2"]).mean.tolist()
    [4.0]
    """
    if not isinstance(items, Moments):
        return items[list(names)]
    require_own_names(names)
    places = [items.names.index(name) for name in names]
    covariance = items.covariance[np.ix_(places, places)]
    return replace(
        items, names=tuple(names), mean=items.mean[places], covariance=covariance
    )


def _require_moments(items: Moments, fewest: int) -> None:
    if len(items.names) < fewest:
        msg = f"items must be at least {fewest}; got {len(items.names)}."
        raise ValueError(msg)
    for name, spread in zip(items.names, np.diag(items.covariance), strict=True):
        if not spread > 0:
            msg = f"Item {name!r} must vary; its variance is {spread:g}."
            raise ValueError(msg)

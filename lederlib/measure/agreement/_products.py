"""All that a mixed model needs to know of people in groups: products of columns."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from lederlib._checks import Bools, Floats, Ints

_STILL = 1e-10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Products:
    """All that a mixed model needs to know of the people.

    Attributes
    ----------
    varying : numpy.ndarray, shape (groups, random, random)
        Products of the columns whose coefficients differ between groups.
    cross : numpy.ndarray, shape (groups, random, terms + 1)
        Products of these with the fixed columns and, last, the outcome.
    total : numpy.ndarray, shape (terms + 1, terms + 1)
        Products of the fixed columns and the outcome over everyone.
    units : numpy.ndarray, shape (random,)
        What each varying column was divided by, so that none dwarfs the others.
    n : int
        People.
    restricted : bool
        Whether the likelihood is the restricted one.
    """

    varying: Floats
    cross: Floats
    total: Floats
    units: Floats
    n: int
    restricted: bool

    @property
    def random(self) -> int:
        """Return how many coefficients differ between groups."""
        return len(self.units)

    @property
    def freedom(self) -> int:
        """Return the number of residuals that the likelihood counts."""
        return self.n - (len(self.total) - 1) * self.restricted

    @property
    def triangle(self) -> tuple[Ints, Ints]:
        """Return rows and columns of what is searched for in T."""
        return _triangle(self.random)

    @property
    def diagonal(self) -> Bools:
        """Return which of these stand on the diagonal, and so are not negative."""
        rows, columns = self.triangle
        return np.asarray(rows == columns)

    def varies_within(self) -> bool:
        """Return whether the outcome varies beyond each group's own coefficients."""
        own = self.cross[:, :, -1]
        told = np.einsum("gr,grs,gs->", own, np.linalg.pinv(self.varying), own)
        return bool(self.total[-1, -1] - told > _STILL * self.total[-1, -1])

    def only(self, columns: list[int]) -> "Products":
        """Return the same with fewer coefficients that differ between groups."""
        return Products(
            varying=self.varying[:, columns][:, :, columns],
            cross=self.cross[:, columns],
            total=self.total,
            units=self.units[columns],
            n=self.n,
            restricted=self.restricted,
        )


def products(
    outcome: Floats, design: Floats, codes: Ints, random: list[int], *, restricted: bool
) -> Products:
    """Return the products of the columns, group by group.

    Parameters
    ----------
    outcome : numpy.ndarray, shape (people,)
    design : numpy.ndarray, shape (people, terms)
        The fixed columns.
    codes : numpy.ndarray of int, shape (people,)
        Number of each person's group.
    random : list of int
        The columns whose coefficients differ between groups.
    restricted : bool
        REML or ML.
    """
    order = np.argsort(codes, kind="stable")
    columns = np.column_stack([design, outcome])[order]
    _, first = np.unique(codes[order], return_index=True)
    units = np.sqrt((design[:, random] ** 2).mean(axis=0))
    cross = [
        np.add.reduceat(columns[:, [column]] / unit * columns, first, axis=0)
        for column, unit in zip(random, units, strict=True)
    ]
    by_group = np.stack(cross, axis=1)
    return Products(
        varying=by_group[:, :, random] / units,
        cross=by_group,
        total=columns.T @ columns,
        units=units,
        n=len(outcome),
        restricted=restricted,
    )


@cache
def _triangle(size: int) -> tuple[Ints, Ints]:
    return np.tril_indices(size)

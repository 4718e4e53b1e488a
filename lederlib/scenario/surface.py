"""An outcome of leaders over load and resources, counted as the reader chooses."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import (
    Floats,
    generator_of,
    require_count,
    require_known,
    require_number,
)
from lederlib.catalogue import balance_items, load_dataset
from lederlib.measure import ResponseSurface, response_surface

#: Outcomes of `leader_balance`: strain from 0 to 1, the others from 1 to 5.
SURFACE_OUTCOMES: Final = ("strain", "intention_to_leave", "team_climate")
#: The middle of the ratings from 0 to 10, from which load and resources are counted.
MIDDLE: Final = 5.0
#: Points of a walk from the centre; about one standard deviation of either rating.
WALK: Final = 2.0
_FEWEST: Final = 12
_SIDES: Final = {"load": "load", "resources": "resource"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BalanceSurface:
    """A response surface, and how its resources were counted.

    Attributes
    ----------
    surface : ResponseSurface
        Fitted on load as measured and on resources as counted; HC3 errors.
    outcome : str
        One of `SURFACE_OUTCOMES`.
    rate, shift : float
        Points of load that one point of resources counts for, and points added.
    points : numpy.ndarray, shape (people, 2)
        Load and resources as measured, 0 to 10.
    walks : pandas.DataFrame, indexed by a1 to a5
        `est`, `low`, `high` (95 %) of the change over `WALK` points from the centre,
        in standard deviations of the outcome in the whole table.
    """

    surface: ResponseSurface
    outcome: str
    rate: float
    shift: float
    points: Floats
    walks: pd.DataFrame

    def counted(self, resources: npt.ArrayLike) -> Floats:
        """Return resources as counted, from resources as measured."""
        return MIDDLE + self.rate * (np.asarray(resources) - MIDDLE) + self.shift

    def measured(self, counted: npt.ArrayLike) -> Floats:
        """Return resources as measured, from resources as counted."""
        return MIDDLE + (np.asarray(counted) - self.shift - MIDDLE) / self.rate

    def expected(self, load: npt.ArrayLike, resources: npt.ArrayLike) -> Floats:
        """Return the expected outcome at load and resources as measured."""
        return self.surface.predict(load, self.counted(resources))

    def has_people(
        self, load: npt.ArrayLike, resources: npt.ArrayLike
    ) -> npt.NDArray[np.bool_]:
        """Return whether load and resources, as measured, lie among the people."""
        return self.surface.has_people(load, self.counted(resources))

    def outline(self) -> Floats:
        """Return the outline of the people as measured, shape (corners, 2)."""
        load, counted = self.surface.hull.T
        return np.column_stack([load, self.measured(counted)])


def leader_table() -> pd.DataFrame:
    """Return load, resources and outcomes right now of 280 invented leaders.

    Returns
    -------
    pandas.DataFrame
        `load` and `resources`, the means of the rated items, 0 to 10, and a column
        for each of `SURFACE_OUTCOMES`.

    Examples
    --------
    >>> leader_table().shape
    (280, 5)
    """
    leaders = load_dataset("leader_balance")
    means = {
        name: leaders[
            [
                f"{item.key}_now"
                for item in balance_items()
                if item.side == side and not item.open
            ]
        ].mean(axis=1)
        for name, side in _SIDES.items()
    }
    return pd.DataFrame(means).join(leaders[list(SURFACE_OUTCOMES)].astype(float))


def balance_surface(
    table: pd.DataFrame,
    outcome: str = "strain",
    *,
    people: int | None = None,
    rate: float = 1.0,
    shift: float = 0.0,
    rng: int | np.random.Generator = 0,
) -> BalanceSurface:
    r"""Return the outcome as a surface over load and resources counted in that way.

    .. math:: R' = 5 + \text{rate} \cdot (R - 5) + \text{shift}

    Counting moves a1–a5 and the line where load equals resources, never the surface
    over the ratings themselves.

    Parameters
    ----------
    table : DataFrame
        As `leader_table` returns it.
    outcome : str
        One of `SURFACE_OUTCOMES`.
    people : int, optional
        How many are drawn from the table, at least 12; everyone unless told. A larger
        draw of the same chance holds the smaller one.
    rate : float
        Points of load that one point of resources counts for, 0.1 to 10.
    shift : float
        Points added to resources, −10 to 10.
    rng : int or numpy.random.Generator
        Who is drawn.

    Raises
    ------
    ValueError
        If the outcome is unknown, or a number lies outside its range.

    Examples
    --------
    >>> found = balance_surface(leader_table())
    >>> float(found.surface.surface["est"]["a3"].round(2))
    0.12
    """
    require_known(outcome, SURFACE_OUTCOMES, name="outcome")
    require_number(rate, 0.1, 10, name="rate")
    require_number(shift, -10, 10, name="shift")
    size = len(table) if people is None else people
    size = require_count(size, _FEWEST, len(table), name="people")
    order = generator_of(rng).permutation(len(table))[:size]
    drawn = table.iloc[order]
    counted = MIDDLE + rate * (drawn["resources"] - MIDDLE) + shift
    surface = response_surface(
        drawn.assign(resources=counted),
        outcome,
        "load",
        "resources",
        MIDDLE,
        errors="hc3",
    )
    return BalanceSurface(
        surface=surface,
        outcome=outcome,
        rate=rate,
        shift=shift,
        points=drawn[["load", "resources"]].to_numpy(dtype=float),
        walks=_walks(surface, float(table[outcome].std())),
    )


def _walks(surface: ResponseSurface, spread: float) -> pd.DataFrame:
    lengths = np.array([WALK, WALK**2, WALK, WALK**2, WALK**2])
    figures = surface.surface[["est", "low", "high"]]
    return figures.mul(lengths, axis=0) / spread

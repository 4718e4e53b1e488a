"""People in units as the few figures that a model of two levels needs.

What people differ by within their unit goes into one matrix of covariances. Units of
one size are alike to the model, so their means go into one mean and one matrix a size.
"""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.people import Part
from lederlib.measure.cfa.sample import require_positive
from lederlib.measure.cfa.two_level import TwoLevels

_STILL = 1e-9
_LEAST = 0.05


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class UnitMoments:
    """Moments within and between units; items of level 1 come first.

    A unit of s people is told by √s times its means of the items of level 1, and by its
    values of those of level 2 alone.

    Attributes
    ----------
    people, units : int
        How many there are.
    inner, outer : numpy.ndarray of int
        Places of the items of level 1 and of level 2.
    within : numpy.ndarray, shape (inner items, inner items)
        Covariances within units, divided by the people less the units.
    sizes, counts : numpy.ndarray of int, shape (sizes,)
        The sizes of units, and how many units have them.
    scale : numpy.ndarray, shape (sizes, items)
        √s for the items of level 1, 1 for the others.
    mean : numpy.ndarray, shape (sizes, items)
    cov : numpy.ndarray, shape (sizes, items, items)
        Of the units of each size, divided by their number.
    start : numpy.ndarray, shape (items, items)
        Covariances between units as far as their means tell them, for items at level 2.
    grand : numpy.ndarray, shape (items,)
        Means over people.
    """

    people: int
    units: int
    inner: Ints
    outer: Ints
    within: Floats
    sizes: Ints
    counts: Ints
    scale: Floats
    mean: Floats
    cov: Floats
    start: Floats
    grand: Floats

    @property
    def answers(self) -> int:
        """Return how many numbers the units' likelihood counts."""
        alone = len(self.grand) - len(self.inner)
        return self.people * len(self.inner) + self.units * alone


def unit_moments(part: Part, levels: TwoLevels) -> UnitMoments:
    """Return the moments of people in units.

    Raises
    ------
    ValueError
        If all units have one person, there are too few units, an item of level 1 does
        not vary within units, one of level 2 alone does, or items determine each other.
    """
    values, codes = part.values, part.cluster
    sizes = np.bincount(codes)
    inner, outer = _places(levels)
    people, units = len(values), len(sizes)
    _require_units(people, units, levels)
    sums = np.zeros((units, values.shape[1]))
    np.add.at(sums, codes, values)
    means = sums / sizes[:, None]
    apart = values - means[codes]
    _require_levels(apart, values, levels)
    within = apart[:, inner].T @ apart[:, inner] / (people - units)
    require_positive(within, levels.inner, " within units")
    between = np.cov(means.T, ddof=0).reshape(len(levels.items), -1)
    names = levels.outer
    require_positive(between[np.ix_(outer, outer)], names, " between units")
    own = np.isin(np.arange(len(levels.items)), inner)
    kinds, which, counts = np.unique(sizes, return_inverse=True, return_counts=True)
    scale = np.where(own, np.sqrt(kinds)[:, None], 1.0)
    told = means * scale[which]
    mean = np.zeros((len(kinds), len(levels.items)))
    np.add.at(mean, which, told)
    mean /= counts[:, None]
    gaps = told - mean[which]
    cov = np.zeros((len(kinds), gaps.shape[1], gaps.shape[1]))
    np.add.at(cov, which, gaps[:, :, None] * gaps[:, None, :])
    return UnitMoments(
        people=people,
        units=units,
        inner=inner,
        outer=outer,
        within=within,
        sizes=kinds,
        counts=counts,
        scale=scale,
        mean=mean,
        cov=cov / counts[:, None, None],
        start=_start(between, within, (inner, outer), sizes),
        grand=values.mean(axis=0),
    )


def _start(
    between: Floats, within: Floats, places: tuple[Ints, Ints], sizes: Ints
) -> Floats:
    """Return the covariances of means without their chance, kept possible."""
    inner, outer = places
    people = sizes.sum()
    typical = (people - (sizes**2).sum() / people) / (len(sizes) - 1)
    left = between.copy()
    left[np.ix_(inner, inner)] -= within / typical
    spread = np.sqrt(np.diag(between)[outer])
    roots, axes = np.linalg.eigh(left[np.ix_(outer, outer)] / np.outer(spread, spread))
    held = np.zeros_like(left)
    possible = (axes * np.maximum(roots, _LEAST)) @ axes.T
    held[np.ix_(outer, outer)] = possible * np.outer(spread, spread)
    return held


def _places(levels: TwoLevels) -> tuple[Ints, Ints]:
    items = levels.items
    inner = np.array([items.index(name) for name in levels.inner])
    return inner, np.array([items.index(name) for name in levels.outer])


def _require_units(people: int, units: int, levels: TwoLevels) -> None:
    if people == units:
        msg = (
            f"Each of the {units} units has one person, so nothing varies within them; "
            "fit a model without levels."
        )
        raise ValueError(msg)
    for name, count, items in (
        ("units", units, levels.outer),
        ("people beyond one a unit", people - units, levels.inner),
    ):
        if count <= len(items):
            msg = (
                f"There must be more {name} than items at that level; got {count} with "
                f"{len(items)} items."
            )
            raise ValueError(msg)


def _require_levels(apart: Floats, values: Floats, levels: TwoLevels) -> None:
    """Name the first item that varies where its level does not let it."""
    moved = np.abs(apart).max(axis=0) > _STILL * np.abs(values).max(axis=0)
    for place, name in enumerate(levels.items):
        if name in levels.inner and not moved[place]:
            msg = (
                f"Item {name!r} stands at level 1 but is the same for all people of a "
                "unit; write it at level 2 only."
            )
            raise ValueError(msg)
        if name not in levels.inner and moved[place]:
            msg = (
                f"Item {name!r} stands at level 2 only but differs within units; write "
                "it at level 1 too, or give each unit one value."
            )
            raise ValueError(msg)

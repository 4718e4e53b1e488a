"""A model ready for numbers: where each parameter stands in each group's matrices."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.parameters import SYMMETRIC, Cell
from lederlib.measure.cfa.space import Rules, no_rules


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Places:
    """The cells of one matrix in one group: rows, columns and places in the table."""

    row: Ints
    column: Ints
    cell: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Matrices:
    """One group's matrices at some values of the parameters."""

    loadings: Floats
    paths: Floats
    factors: Floats
    residuals: Floats
    intercepts: Floats
    means: Floats
    thresholds: Floats
    scales: Floats
    given: Floats
    given_means: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Group:
    """One group of a model.

    Attributes
    ----------
    all, free : mapping of matrix to Places
        Where every parameter stands, and where those that are estimated do.
    free_cells : numpy.ndarray
        Places in the table of the group's free parameters, matrix by matrix.
    target : numpy.ndarray
        For each of them the number of the estimate that it is.
    distinct : bool
        Whether no two of them are the same estimate.
    """

    all: dict[str, Places]
    free: dict[str, Places]
    free_cells: Ints
    target: Ints
    distinct: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """A measurement model ready for numbers.

    Attributes
    ----------
    frame : Frame
        Items, factors and choices.
    cells : tuple of Cell
        Its parameters.
    target : numpy.ndarray
        For each cell the number of its estimate, -1 where it is fixed.
    fixed : numpy.ndarray
        For each cell its fixed value, NaN where it is free.
    groups : tuple of Group
        The groups.
    estimates : int
        How many parameters are estimated.
    rules : Rules
        What is asked of them.
    shape : mapping of str to tuple of int
        Of each matrix.
    """

    frame: Frame
    cells: tuple[Cell, ...]
    target: Ints
    fixed: Floats
    groups: tuple[Group, ...]
    estimates: int
    rules: Rules
    shape: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def unknowns(self) -> int:
        """Return how many numbers the estimates are worked out from."""
        space = self.rules.space()
        return self.estimates if space is None else space.size

    def values(self, estimate: Floats) -> Floats:
        """Return the value of every cell, of each of many sets of estimates if told."""
        if not self.estimates:
            return self.fixed
        return np.where(self.target >= 0, estimate[..., self.target], self.fixed)

    def matrices(self, estimate: Floats, group: int) -> Matrices:
        """Return one group's matrices, stacked where there are many sets."""
        return self.filled(self.values(estimate), group)

    def filled(self, values: Floats, group: int) -> Matrices:
        """Return one group's matrices from the value of every cell."""
        filled = {}
        for name, shape in self.shape.items():
            matrix = np.zeros((*values.shape[:-1], *shape))
            if name == "loadings":
                matrix[..., self.frame.raised_items, self.frame.raised_places] = 1
            if (places := self.groups[group].all.get(name)) is not None:
                own = values[..., places.cell]
                matrix[_index(shape, places.row, places.column)] = own
                if name in SYMMETRIC:
                    matrix[..., places.column, places.row] = own
            filled[name] = matrix
        return Matrices(**filled)


def build_model(frame: Frame, cells: Sequence[Cell]) -> Model:
    """Return the model of a table of parameters: equal labels are one estimate."""
    target = np.full(len(cells), -1)
    numbers: dict[object, int] = {}
    for place, cell in enumerate(cells):
        if cell.free:
            target[place] = numbers.setdefault(cell.label or place, len(numbers))
    fixed = [np.nan if cell.free else cell.value for cell in cells]
    groups = tuple(_group(cells, target, number) for number in range(frame.groups))
    return Model(
        frame=frame,
        cells=tuple(cells),
        target=target,
        fixed=np.array(fixed, dtype=float),
        groups=groups,
        estimates=len(numbers),
        rules=no_rules(len(numbers)),
        shape=_shapes(frame),
    )


def _shapes(frame: Frame) -> dict[str, tuple[int, ...]]:
    items, factors = len(frame.items), len(frame.latent)
    most = max(frame.levels.values(), default=1) - 1
    return {
        "loadings": (items, factors),
        "paths": (factors, factors),
        "factors": (factors, factors),
        "residuals": (items, items),
        "intercepts": (items,),
        "means": (factors,),
        "thresholds": (items, most),
        "scales": (items,),
        "given": (factors, factors),
        "given_means": (factors,),
    }


def _index(shape: tuple[int, ...], row: Ints, column: Ints) -> tuple[Any, ...]:
    return (..., row) if len(shape) == 1 else (..., row, column)


def _group(cells: Sequence[Cell], target: Ints, number: int) -> Group:
    own = [place for place, cell in enumerate(cells) if cell.group == number]
    everything = _by_matrix(cells, own)
    free = _by_matrix(cells, [place for place in own if cells[place].free])
    order = [places.cell for places in free.values()]
    free_cells = np.concatenate(order) if order else np.zeros(0, dtype=np.int64)
    aims = target[free_cells]
    distinct = np.unique(aims).size == aims.size
    return Group(
        all=everything, free=free, free_cells=free_cells, target=aims, distinct=distinct
    )


def _by_matrix(cells: Sequence[Cell], places: Sequence[int]) -> dict[str, Places]:
    parts: dict[str, list[int]] = {}
    for place in places:
        parts.setdefault(cells[place].matrix, []).append(place)
    return {
        matrix: Places(
            row=np.array([cells[place].row for place in part]),
            column=np.array([cells[place].column for place in part]),
            cell=np.array(part),
        )
        for matrix, part in parts.items()
    }

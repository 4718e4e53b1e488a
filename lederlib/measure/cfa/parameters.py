"""The parameters of a model: from its text to their places in the matrices.

What the model says comes first, then what lavaan's `cfa()` adds by itself; labels that
are tied are made one; and arrays tell where each parameter stands in each group.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

import numpy as np

from lederlib._checks import Floats, Ints, nearest
from lederlib.measure.cfa.space import Rules, no_rules
from lederlib.measure.cfa.syntax import Modifier, Syntax, Term

SYMMETRIC = ("factors", "residuals", "given")
FREE = Modifier(free=True)
ZERO = Modifier(fixed=0.0)
ONE = Modifier(fixed=1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One parameter in one group, and the place in a matrix where it stands.

    Attributes
    ----------
    lhs, op, rhs : str
        As in the model.
    group : int
        Counted from 0.
    matrix : str
        loadings, paths (of the structural part), factors (its covariances), residuals,
        intercepts, means, thresholds or scales; given and given_means of predictors
        that all else is conditional on.
    row, column : int
        Place in the matrix; of thresholds, the item and the number of the threshold.
    free : bool
        Whether it is estimated.
    value : float or None
        Its fixed value, or where the model told to start.
    label : str
        Free parameters with one label are one; '' where there is none.
    """

    lhs: str
    op: str
    rhs: str
    group: int
    matrix: str
    row: int
    column: int
    free: bool
    value: float | None
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Given:
    """Predictors that are taken as they are, with their moments in each group.

    Attributes
    ----------
    names : tuple of str
        The items.
    mean : numpy.ndarray, shape (groups, names)
    cov : numpy.ndarray, shape (groups, names, names)
    """

    names: tuple[str, ...]
    mean: Floats
    cov: Floats


NOTHING = Given(names=(), mean=np.zeros((1, 0)), cov=np.zeros((1, 0, 0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a model is about, and the choices that its automatic parameters depend on.

    Attributes
    ----------
    items, factors : tuple of str
        Observed variables and factors.
    groups : int
        How many groups.
    means : bool
        Whether the model has intercepts.
    std_lv : bool
        Whether factors have variance 1 rather than a first loading of 1.
    marked : frozenset of str
        Factors that have a first loading of 1 all the same.
    levels : mapping of str to int
        How many categories each ordered item has.
    theta : bool
        Whether ordered items have a residual variance (theta parameterisation) rather
        than a scale (delta).
    raised : tuple of str
        Items that stand among the factors because regressions or factors tell of them.
    exogenous : tuple of str
        Observed predictors of which the model says nothing else; they covary.
    given : Given
        Those of them that are no part of what is modelled.
    orthogonal : bool
        Whether factors are unrelated unless the model says otherwise.
    equal : tuple of str
        Kinds of parameters that are the same in all groups.
    """

    items: tuple[str, ...]
    factors: tuple[str, ...]
    groups: int = 1
    means: bool = False
    std_lv: bool = False
    marked: frozenset[str] = frozenset()
    levels: Mapping[str, int]
    theta: bool = False
    raised: tuple[str, ...] = ()
    exogenous: tuple[str, ...] = ()
    given: Given = NOTHING
    orthogonal: bool = False
    equal: tuple[str, ...] = ()

    @property
    def latent(self) -> tuple[str, ...]:
        """Return what the structural part is about: the factors, then raised items."""
        return self.factors + self.raised

    @property
    def raised_items(self) -> list[int]:
        """Return where the raised items stand among the items."""
        return [self.items.index(name) for name in self.raised if name in self.items]

    @property
    def given_items(self) -> list[int]:
        """Return where the given predictors stand among the items."""
        return [self.items.index(name) for name in self.given.names]

    @property
    def raised_places(self) -> list[int]:
        """Return where the raised items stand in the structural part."""
        return [self.latent.index(name) for name in self.raised if name in self.items]

    @property
    def condition(self) -> list[int]:
        """Return where predictors that are no items stand in the structural part."""
        names = (name for name in self.given.names if name not in self.items)
        return [self.latent.index(name) for name in names]

    def is_standard(self, factor: str) -> bool:
        """Return whether a factor has variance 1 unless the model says otherwise."""
        return self.std_lv and factor not in self.marked


def make_cell(
    frame: Frame, name: tuple[str, str, str], group: int, modifier: Modifier
) -> Cell:
    """Return one parameter, told by its left side, operator and right side.

    Raises
    ------
    ValueError
        If a measurement model has no such parameter.
    """
    lhs, op, rhs = name
    matrix = _matrix(frame, lhs, op, rhs)
    row, column = _place(frame, lhs, op, rhs)
    free = modifier.fixed is None
    return Cell(
        lhs=lhs,
        op=op,
        rhs=rhs,
        group=group,
        matrix=matrix,
        row=row,
        column=column,
        free=free,
        value=modifier.start if free else modifier.fixed,
        label=modifier.label or "",
    )


def place_of(cell: Cell) -> tuple[str, int, int]:
    """Return where a parameter stands, the same for `a ~~ b` and `b ~~ a`."""
    row, column = cell.row, cell.column
    if cell.matrix in SYMMETRIC and row > column:
        row, column = column, row
    return cell.matrix, row, column


def _matrix(frame: Frame, lhs: str, op: str, rhs: str) -> str:
    latent = lhs in frame.latent
    if op == "~":
        return "paths"
    if op == "=~":
        return "paths" if rhs in frame.latent else "loadings"
    if op == "~1":
        return "means" if latent else "intercepts"
    if op == "~~" and latent == (rhs in frame.latent):
        return "factors" if latent else "residuals"
    if op == "~~":
        msg = f"A covariance must join two items or two factors; got '{lhs} ~~ {rhs}'."
        raise ValueError(msg)
    if not frame.levels.get(lhs):
        shown = f"{lhs} {op} {rhs}"
        msg = f"Only ordered items have thresholds and scales; got '{shown}'."
        raise ValueError(msg)
    return "scales" if op == "~*~" else "thresholds"


def _place(frame: Frame, lhs: str, op: str, rhs: str) -> tuple[int, int]:
    if op == "=~":
        return _number(frame, rhs), _number(frame, lhs)
    if op == "|":
        return frame.items.index(lhs), _threshold(frame, lhs, rhs)
    if op == "~*~":
        return frame.items.index(lhs), 0
    if op in ("~~", "~"):
        return _number(frame, lhs), _number(frame, rhs)
    return _number(frame, lhs), 0


def _number(frame: Frame, name: str) -> int:
    """Return which of the factors and raised items, or else of the items, it is."""
    if name in frame.latent:
        return frame.latent.index(name)
    if name not in frame.items:
        msg = f"model names {name!r}, which is no item.{nearest(name, frame.items)}"
        raise ValueError(msg)
    return frame.items.index(name)


def _threshold(frame: Frame, item: str, name: str) -> int:
    known = [f"t{number}" for number in range(1, frame.levels[item])]
    if name not in known:
        msg = f"Item {item!r} has the thresholds {', '.join(known)}; got {name!r}."
        raise ValueError(msg)
    return known.index(name)


def named_cells(syntax: Syntax, frame: Frame) -> list[Cell]:
    """Return every parameter of every group: the model's own, then the automatic ones.

    Raises
    ------
    ValueError
        If a term is about nothing that a measurement model has, or gives modifiers for
        another number of groups.
    """
    terms = _merge(syntax.terms)
    cells: list[Cell] = []
    for group in range(frame.groups):
        own = _fix_first([_own(frame, term, group) for term in terms], terms, frame)
        taken = {place_of(cell) for cell in own}
        added = automatic_cells(frame, syntax, group)
        cells += [*own, *(cell for cell in added if place_of(cell) not in taken)]
    return cells


def parameter_table(syntax: Syntax, frame: Frame) -> list[Cell]:
    """Return every parameter of every group, with tied labels made one.

    Raises
    ------
    ValueError
        As `named_cells` and `tie_cells`.
    """
    return tie_cells(named_cells(syntax, frame), syntax.ties)


def _merge(terms: Iterable[Term]) -> list[Term]:
    """Return each parameter once, with all modifiers that were said of it."""
    merged: dict[tuple[str, ...], Term] = {}
    for term in terms:
        ends = sorted((term.lhs, term.rhs)) if term.op == "~~" else [term.lhs, term.rhs]
        key = (term.op, *ends)
        held = merged.get(key)
        said = (*held.modifiers, *term.modifiers) if held else term.modifiers
        merged[key] = replace(held or term, modifiers=said)
    return list(merged.values())


def _own(frame: Frame, term: Term, group: int) -> Cell:
    modifier = Modifier()
    for said in term.modifiers:
        if len(said) not in (1, frame.groups):
            msg = (
                f"'{term.lhs} {term.op} {term.rhs}' must have one modifier, or one for "
                f"each of {frame.groups} groups; got {len(said)}."
            )
            raise ValueError(msg)
        modifier = _both(modifier, said[group if len(said) > 1 else 0])
    return make_cell(frame, (term.lhs, term.op, term.rhs), group, modifier)


def _both(first: Modifier, second: Modifier) -> Modifier:
    return Modifier(
        fixed=first.fixed if second.fixed is None else second.fixed,
        free=first.free or second.free,
        label=second.label or first.label,
        start=first.start if second.start is None else second.start,
    )


def _fix_first(own: list[Cell], terms: Sequence[Term], frame: Frame) -> list[Cell]:
    """Return the cells with each first loading 1, unless the model frees it."""
    seen = {name for name in frame.factors if frame.is_standard(name)}
    fixed = []
    for cell, term in zip(own, terms, strict=True):
        first = cell.op == "=~" and cell.lhs not in seen
        freed = any(part.free for said in term.modifiers for part in said)
        if cell.op == "=~":
            seen.add(cell.lhs)
        one = first and cell.free and not freed
        fixed.append(replace(cell, free=False, value=1.0) if one else cell)
    return fixed


def automatic_cells(frame: Frame, syntax: Syntax, group: int) -> Iterator[Cell]:
    """Yield the parameters that one group has unless the model says otherwise.

    As lavaan's `cfa` and `sem`: factors that nothing tells of covary, and so do the
    residuals of outcomes that tell of nothing.
    """
    yield from _variances(frame, syntax, group)
    yield from _covariances(frame, syntax, group)
    yield from _ordered_cells(frame, group)
    yield from _given_cells(frame, group)
    if frame.means:
        for name in (name for name in frame.items if name not in frame.given.names):
            level = ZERO if name in frame.levels else FREE
            yield make_cell(frame, (name, "~1", ""), group, level)
        freed = group > 0 and {"intercepts", "thresholds"} & set(frame.equal)
        for name in frame.factors:
            own = FREE if freed and "means" not in frame.equal else ZERO
            yield make_cell(frame, (name, "~1", ""), group, own)


def _variances(frame: Frame, syntax: Syntax, group: int) -> Iterator[Cell]:
    alone = _alone(syntax)
    for item in (item for item in frame.items if item not in frame.given.names):
        own = ONE if item in frame.levels else ZERO if item in alone else FREE
        yield make_cell(frame, (item, "~~", item), group, own)
    freed = "loadings" in frame.equal and "lv.variances" not in frame.equal
    for factor in frame.factors:
        standard = frame.is_standard(factor) and not (group and freed)
        own = ONE if standard else FREE
        yield make_cell(frame, (factor, "~~", factor), group, own)


def _alone(syntax: Syntax) -> set[str]:
    """Return the items that alone measure their factor, and so have no residual."""
    measured: dict[str, set[str]] = {}
    for term in syntax.terms:
        if term.op == "=~":
            measured.setdefault(term.lhs, set()).add(term.rhs)
    return {name for items in measured.values() if len(items) == 1 for name in items}


def _covariances(frame: Frame, syntax: Syntax, group: int) -> Iterator[Cell]:
    """Yield the covariances of exogenous factors, and of outcomes' residuals."""
    measured = {term.rhs for term in syntax.terms if term.op == "=~"}
    outcomes, predictors = syntax.outcomes(), syntax.predictors()
    above = [name for name in frame.factors if name not in {*measured, *outcomes}]
    below = [
        name
        for name in (*frame.factors, *frame.items)
        if name in outcomes and name not in {*measured, *predictors}
    ]
    free = [name for name in frame.exogenous if name not in frame.given.names]
    for part in (above, below, free):
        for pair in combinations(part, 2):
            latent = set(pair) <= set(frame.factors)
            own = ZERO if latent and frame.orthogonal else FREE
            yield make_cell(frame, (pair[0], "~~", pair[1]), group, own)


def _given_cells(frame: Frame, group: int) -> Iterator[Cell]:
    given = frame.given
    for place, name in enumerate(given.names):
        for other, also in enumerate(given.names[: place + 1]):
            known = Modifier(fixed=float(given.cov[group, place, other]))
            cell = make_cell(frame, (also, "~~", name), group, known)
            yield cell if name in frame.items else replace(cell, matrix="given")
        if frame.means:
            known = Modifier(fixed=float(given.mean[group, place]))
            cell = make_cell(frame, (name, "~1", ""), group, known)
            yield cell if name in frame.items else replace(cell, matrix="given_means")


def _ordered_cells(frame: Frame, group: int) -> Iterator[Cell]:
    for item, levels in frame.levels.items():
        for number in range(1, levels):
            yield make_cell(frame, (item, "|", f"t{number}"), group, FREE)
    scale = FREE if group and "thresholds" in frame.equal else ONE
    for item in () if frame.theta else frame.levels:
        yield make_cell(frame, (item, "~*~", item), group, scale)


Tie = tuple[str, str | float]


def tie_cells(cells: list[Cell], ties: Iterable[Tie]) -> list[Cell]:
    """Return the cells with tied labels made one label, or fixed to their number.

    A label that a fixed parameter has fixes all that share it.

    Raises
    ------
    ValueError
        If no parameter has a label that is tied, or one is fixed to two numbers.
    """
    names = {cell.label: cell.label for cell in cells if cell.label}
    numbers: list[tuple[str, float]] = []
    for label, other in ties:
        _require_label(label, names)
        if isinstance(other, str):
            _require_label(other, names)
            old, new = names[other], names[label]
            names = {key: new if held == old else held for key, held in names.items()}
        else:
            numbers.append((label, other))
    numbers += [
        (cell.label, cell.value)
        for cell in cells
        if cell.label and not cell.free and cell.value is not None
    ]
    fixed: dict[str, float] = {}
    for label, number in numbers:
        held = fixed.setdefault(names[label], number)
        if held != number:
            msg = f"model fixes the label {label!r} to both {held:g} and {number:g}."
            raise ValueError(msg)
    return [_labelled(cell, names, fixed) for cell in cells]


def _require_label(label: str, names: Mapping[str, str]) -> None:
    if label not in names:
        near = nearest(label, names)
        msg = f"model ties the label {label!r}, which no parameter has.{near}"
        raise ValueError(msg)


def _labelled(cell: Cell, names: Mapping[str, str], fixed: Mapping[str, float]) -> Cell:
    if not cell.label:
        return cell
    label = names[cell.label]
    if label in fixed:
        return replace(cell, label=label, free=False, value=fixed[label])
    return replace(cell, label=label)


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


def plain_model(frame: Frame, *, related: bool) -> Model:
    """Return a model without factors, in which all items covary or no two of them do.

    Every other model lies between these two. Exogenous items covary in both.
    """
    pairs = combinations(frame.items if related else frame.exogenous, 2)
    terms = tuple(
        Term(lhs=one, op="~~", rhs=other, modifiers=())
        for one, other in pairs
        if not {one, other} <= set(frame.given.names)
    )
    bare = replace(
        frame, factors=(), raised=(), std_lv=False, marked=frozenset(), equal=()
    )
    return build_model(bare, parameter_table(Syntax(terms=terms, ties=()), bare))


def at_moments(model: Model, moments: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return the estimates of a plain model that give these means and covariances."""
    estimate = np.zeros(model.estimates)
    for cell, target in zip(model.cells, model.target, strict=True):
        mean, cov = moments[cell.group]
        if target >= 0 and cell.matrix == "residuals":
            estimate[target] = cov[cell.row, cell.column]
        elif target >= 0:
            estimate[target] = mean[cell.row]
    return estimate

"""Every parameter of a model: what its text says, then what lavaan's `cfa()` adds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.labels import tie_cells
from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.parameters import Cell, make_cell, place_of
from lederlib.measure.cfa.syntax import Syntax, Term

FREE = Modifier(free=True)
ZERO = Modifier(fixed=0.0)
ONE = Modifier(fixed=1.0)


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

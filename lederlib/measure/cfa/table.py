"""The parameters of a measurement model, with what lavaan's `cfa()` adds by itself."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lederlib.measure.cfa.automatic import automatic_cells
from lederlib.measure.cfa.frame import Cell, Frame
from lederlib.measure.cfa.placing import make_cell, place_of
from lederlib.measure.cfa.syntax import Modifier, Syntax, Term
from lederlib.measure.cfa.ties import tie_cells


def parameter_table(syntax: Syntax, frame: Frame) -> list[Cell]:
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
    return tie_cells(cells, syntax.ties)


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
    if frame.std_lv:
        return own
    seen: set[str] = set()
    fixed = []
    for cell, term in zip(own, terms, strict=True):
        first = cell.op == "=~" and cell.lhs not in seen
        freed = any(part.free for said in term.modifiers for part in said)
        if cell.op == "=~":
            seen.add(cell.lhs)
        one = first and cell.free and not freed
        fixed.append(replace(cell, free=False, value=1.0) if one else cell)
    return fixed

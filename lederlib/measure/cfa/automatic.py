"""What lavaan's `cfa()` adds to a model by itself."""

from collections.abc import Iterator

from lederlib.measure.cfa.frame import Cell, Frame
from lederlib.measure.cfa.placing import make_cell
from lederlib.measure.cfa.syntax import Modifier, Syntax

FREE = Modifier(free=True)
ZERO = Modifier(fixed=0.0)
ONE = Modifier(fixed=1.0)


def automatic_cells(frame: Frame, syntax: Syntax, group: int) -> Iterator[Cell]:
    """Yield the parameters that one group has unless the model says otherwise."""
    yield from _variances(frame, syntax, group)
    yield from _factor_covariances(frame, syntax, group)
    yield from _ordered(frame, group)
    if frame.means:
        for name in frame.items:
            level = ZERO if name in frame.levels else FREE
            yield make_cell(frame, (name, "~1", ""), group, level)
        for name in frame.factors:
            yield make_cell(frame, (name, "~1", ""), group, ZERO)


def _variances(frame: Frame, syntax: Syntax, group: int) -> Iterator[Cell]:
    alone = _alone(syntax)
    for item in frame.items:
        own = ONE if item in frame.levels else ZERO if item in alone else FREE
        yield make_cell(frame, (item, "~~", item), group, own)
    for factor in frame.factors:
        own = ONE if frame.std_lv else FREE
        yield make_cell(frame, (factor, "~~", factor), group, own)


def _alone(syntax: Syntax) -> set[str]:
    """Return the items that alone measure their factor, and so have no residual."""
    measured: dict[str, set[str]] = {}
    for term in syntax.terms:
        if term.op == "=~":
            measured.setdefault(term.lhs, set()).add(term.rhs)
    return {name for items in measured.values() if len(items) == 1 for name in items}


def _factor_covariances(frame: Frame, syntax: Syntax, group: int) -> Iterator[Cell]:
    """Yield the covariances of the factors that no other factor measures."""
    measured = {term.rhs for term in syntax.terms if term.op == "=~"}
    top = [factor for factor in frame.factors if factor not in measured]
    for place, factor in enumerate(top):
        for other in top[place + 1 :]:
            yield make_cell(frame, (factor, "~~", other), group, FREE)


def _ordered(frame: Frame, group: int) -> Iterator[Cell]:
    for item, levels in frame.levels.items():
        for number in range(1, levels):
            yield make_cell(frame, (item, "|", f"t{number}"), group, FREE)
    for item in () if frame.theta else frame.levels:
        yield make_cell(frame, (item, "~*~", item), group, ONE)

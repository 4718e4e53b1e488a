"""Where a parameter stands among a model's matrices."""

from lederlib._checks import nearest
from lederlib.measure.cfa.frame import SYMMETRIC, Cell, Frame
from lederlib.measure.cfa.syntax import Modifier


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
    matrix, row, column = _where(frame, lhs, op, rhs)
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


def _where(frame: Frame, lhs: str, op: str, rhs: str) -> tuple[str, int, int]:
    factors = frame.factors
    if op == "=~":
        if rhs in factors:
            return "paths", factors.index(rhs), factors.index(lhs)
        return "loadings", _item(frame, rhs), factors.index(lhs)
    if op == "~~":
        return _covariance(frame, lhs, rhs)
    if op == "~1" and lhs in factors:
        return "means", factors.index(lhs), 0
    if op == "~1":
        return "intercepts", _item(frame, lhs), 0
    return _ordered(frame, lhs, op, rhs)


def _covariance(frame: Frame, lhs: str, rhs: str) -> tuple[str, int, int]:
    factors = frame.factors
    if lhs in factors and rhs in factors:
        return "factors", factors.index(lhs), factors.index(rhs)
    if lhs in factors or rhs in factors:
        msg = f"A covariance must join two items or two factors; got '{lhs} ~~ {rhs}'."
        raise ValueError(msg)
    return "residuals", _item(frame, lhs), _item(frame, rhs)


def _ordered(frame: Frame, lhs: str, op: str, rhs: str) -> tuple[str, int, int]:
    levels = frame.levels.get(lhs, 0)
    if not levels:
        shown = f"{lhs} {op} {rhs}"
        msg = f"Only ordered items have thresholds and scales; got '{shown}'."
        raise ValueError(msg)
    if op == "~*~":
        return "scales", _item(frame, lhs), 0
    known = [f"t{number}" for number in range(1, levels)]
    if rhs not in known:
        msg = f"Item {lhs!r} has the thresholds {', '.join(known)}; got {rhs!r}."
        raise ValueError(msg)
    return "thresholds", _item(frame, lhs), known.index(rhs)


def _item(frame: Frame, name: str) -> int:
    if name not in frame.items:
        msg = f"model names {name!r}, which is no item.{nearest(name, frame.items)}"
        raise ValueError(msg)
    return frame.items.index(name)

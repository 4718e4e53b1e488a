"""One parameter of a model: what it is called, and its place in a matrix."""

from dataclasses import dataclass

from lederlib._checks import nearest
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.modifiers import Modifier

SYMMETRIC = ("factors", "residuals", "given")


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

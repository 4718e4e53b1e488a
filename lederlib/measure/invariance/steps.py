"""What each step holds equal between groups, and what it sets free in return.

Continuous items: loadings (factor variances are then free in other groups), intercepts
(then factor means are free), residual variances. Ordered items follow Wu and Estabrook
(2016, https://doi.org/10.1007/s11336-016-9506-0): thresholds (then intercepts and
residual variances are free in other groups), loadings (variances), intercepts (means),
residuals. An item of two answers has one threshold, which tells nothing by itself: its
thresholds, loading and intercept are held equal together.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from lederlib.measure.cfa.parameters import Cell, Frame
from lederlib.measure.cfa.syntax import Syntax

CONTINUOUS = ("configural", "metric", "scalar", "strict")
ORDERED = ("configural", "thresholds", "loadings", "intercepts", "strict")
SAME_AS = {"metric": "loadings", "scalar": "intercepts"}
THRESHOLDS, LOADINGS, INTERCEPTS, STRICT = 1, 2, 3, 4
NEVER = 9
TWO = 2


def step_cells(
    cells: Sequence[Cell],
    frame: Frame,
    syntax: Syntax,
    step: str,
    free: Collection[str] = (),
) -> list[Cell]:
    """Return a model's parameters with those of a step held equal.

    Parameters
    ----------
    cells : sequence of Cell
        Of the configural model, factors with variance 1 and mean 0.
    frame, syntax : Frame, Syntax
        What the model is about.
    step : str
        One of `CONTINUOUS` or `ORDERED`.
    free : collection of str
        Parameters that stay free, named as `parameter_names` does.
    """
    rank = ORDERED.index(SAME_AS.get(step, step))
    measured = {term.rhs for term in syntax.terms if term.op == "=~"}
    held = {
        cell.lhs
        for cell in cells
        if cell.op == "=~"
        and _is_equal(cell, frame, rank)
        and name_of(cell) not in free
    }
    found = []
    for cell in cells:
        own = name_of(cell) in free
        if _is_equal(cell, frame, rank) and not own:
            found.append(replace(cell, label=cell.label or f"={name_of(cell)}"))
            continue
        loose = _is_freed(cell, frame, rank, own=own)
        loose = loose or _is_factor_freed(cell, rank, held, measured)
        found.append(replace(cell, free=True) if cell.group and loose else cell)
    return found


def parameter_names(cells: Sequence[Cell], frame: Frame) -> list[str]:
    """Return the names of the parameters that some step holds equal."""
    names = [name_of(cell) for cell in cells if _from(cell, frame) < NEVER]
    return list(dict.fromkeys(names))


def name_of(cell: Cell) -> str:
    """Return a parameter as it is written, such as ``f =~ y1`` or ``y1 ~1``."""
    return f"{cell.lhs} {cell.op} {cell.rhs}".strip()


def _levels(cell: Cell, frame: Frame) -> int:
    """Return how many answers the cell's item can have; 0 of one not ordered."""
    name = cell.rhs if cell.matrix == "loadings" else cell.lhs
    return frame.levels.get(name, 0)


def _from(cell: Cell, frame: Frame) -> int:
    """Return the rank of the step from which a cell is held equal."""
    together = _levels(cell, frame) == TWO
    ranks = {
        "thresholds": INTERCEPTS if together else THRESHOLDS,
        "loadings": INTERCEPTS if together else LOADINGS,
        "paths": LOADINGS,
        "intercepts": INTERCEPTS,
        "residuals": STRICT if cell.row == cell.column else NEVER,
    }
    return ranks.get(cell.matrix, NEVER)


def _is_equal(cell: Cell, frame: Frame, rank: int) -> bool:
    """Return whether a step holds a cell equal by a common label.

    Intercepts and residual variances of ordered items are fixed to the same number, and
    need none.
    """
    return cell.free and rank >= _from(cell, frame)


def _is_freed(cell: Cell, frame: Frame, rank: int, *, own: bool) -> bool:
    """Return whether an ordered item's intercept or residual is free in other groups.

    It is from where its thresholds are held equal until it is itself, and beyond if it
    is one of the user's `own` that stay free.
    """
    levels = _levels(cell, frame)
    if not levels or cell.free or cell.matrix not in ("intercepts", "residuals"):
        return False
    begins = INTERCEPTS if levels == TWO else THRESHOLDS
    return begins <= rank and (own or rank < _from(cell, frame))


def _is_factor_freed(
    cell: Cell, rank: int, held: Collection[str], measured: Collection[str]
) -> bool:
    """Return whether a factor's variance or mean is free in other groups."""
    if cell.matrix == "means":
        return not cell.free and rank >= INTERCEPTS and cell.lhs not in measured
    variance = cell.matrix == "factors" and cell.row == cell.column
    return variance and not cell.free and cell.value == 1 and cell.lhs in held

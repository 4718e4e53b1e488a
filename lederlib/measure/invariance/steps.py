"""What each step holds equal between groups, and what it sets free in return.

Continuous items: loadings (factor variances are then free in other groups), intercepts
(then factor means are free), residual variances. Ordered items follow Wu and Estabrook
(2016, https://doi.org/10.1007/s11336-016-9506-0): thresholds (then intercepts and
residual variances are free in other groups), loadings (variances), intercepts (means),
residuals. An item of two answers has one threshold, which tells nothing by itself: its
thresholds, loading and intercept are held equal together.

What a model itself says stands, as in lavaan's ``group.equal``: a factor of whose scale
it speaks keeps lavaan's automatic marker, and a variance or mean that it names is freed
by no step. A number that one group has of what is held equal is that of all groups.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.parameters import Cell
from lederlib.measure.cfa.syntax import Syntax, Term

CONTINUOUS = ("configural", "metric", "scalar", "strict")
ORDERED = ("configural", "thresholds", "loadings", "intercepts", "strict")
SAME_AS = {"metric": "loadings", "scalar": "intercepts"}
THRESHOLDS, LOADINGS, INTERCEPTS, STRICT = 1, 2, 3, 4
NEVER = 9
TWO = 2


def marked_factors(syntax: Syntax) -> frozenset[str]:
    """Return the factors of whose scale the model itself says something.

    That is a modifier of a loading, a variance, or a mean or covariance that is tied or
    fixed to anything but zero.

    Examples
    --------
    >>> from lederlib.measure.cfa.syntax import read_syntax
    >>> sorted(marked_factors(read_syntax("f =~ 1*a + b; g =~ c + d; f ~~ 0*g")))
    ['f']
    """
    factors = set(syntax.factors())
    named = {name for term in syntax.terms for name in _scaled(term)}
    return frozenset(named & factors)


def _scaled(term: Term) -> Iterator[str]:
    """Yield the variables whose scale a term is about."""
    said = [part for parts in term.modifiers for part in parts]
    if term.op == "=~":
        speaks = bool(said)
    elif term.op == "~~" and term.lhs == term.rhs:
        speaks = True
    else:
        speaks = any(map(_needs_scale, said))
    if speaks:
        yield from (term.lhs, term.rhs)


def _needs_scale(modifier: Modifier) -> bool:
    return modifier.label is not None or modifier.fixed not in (None, 0)


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
        Of the configural model.
    frame, syntax : Frame, Syntax
        What the model is about.
    step : str
        One of `CONTINUOUS` or `ORDERED`.
    free : collection of str
        Parameters that stay free, named as `parameter_names` does.
    """
    rank = ORDERED.index(SAME_AS.get(step, step))
    equal = {
        name_of(cell)
        for cell in cells
        if rank >= _from(cell, frame) and name_of(cell) not in free
    }
    numbers = {
        name_of(cell): cell.value
        for cell in cells
        if not cell.free and name_of(cell) in equal
    }
    loose = _loosened(cells, frame, equal)
    if rank >= INTERCEPTS:
        loose |= _moved(frame, syntax, free)
    found = []
    for cell in cells:
        name, own = name_of(cell), name_of(cell) in free
        if cell.group and (name in loose or _is_freed(cell, frame, rank, own=own)):
            found.append(replace(cell, free=True))
        elif name in numbers:
            found.append(replace(cell, free=False, value=numbers[name]))
        elif name in equal:
            found.append(replace(cell, label=cell.label or f"={name}"))
        else:
            found.append(cell)
    return found


def require_steps(
    cells: Sequence[Cell], frame: Frame, syntax: Syntax, free: Collection[str]
) -> None:
    """Raise unless each step of a model lies within the one before.

    Raises
    ------
    ValueError
        If the model fixes what is to be held equal to two numbers, or fixes a level
        where the mean of its factor is to be free.
    """
    told: dict[str, float | None] = {}
    moved = _moved(frame, syntax, free)
    factors = [(term.lhs, term.rhs) for term in syntax.terms if term.op == "=~"]
    for cell in cells:
        name = name_of(cell)
        if cell.free or _from(cell, frame) == NEVER or name in free:
            continue
        if told.setdefault(name, cell.value) != cell.value:
            msg = (
                f"model fixes '{name}' to {told[name]} and {cell.value}, but the steps "
                f"hold it equal in all groups; name it in free, or fix it to one."
            )
            raise ValueError(msg)
        loose = [factor for factor, item in factors if item == cell.lhs]
        loose = [factor for factor in loose if f"{factor} ~1" in moved]
        if cell.group and loose and cell.op == "~1" and not _levels(cell, frame):
            msg = (
                f"model fixes the level '{name}', but the steps set the mean of "
                f"{loose[0]!r} free; say what that is too, as in '{loose[0]} ~ NA*1'."
            )
            raise ValueError(msg)


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


def _is_freed(cell: Cell, frame: Frame, rank: int, *, own: bool) -> bool:
    """Return whether an ordered item's intercept or residual is free in other groups.

    It is from where its thresholds are held equal until it is itself, and beyond if it
    is one of the user's `own` that stay free.
    """
    levels = _levels(cell, frame)
    if not levels or cell.free or cell.matrix not in ("intercepts", "residuals"):
        return False
    if cell.row != cell.column and cell.matrix == "residuals":
        return False
    begins = INTERCEPTS if levels == TWO else THRESHOLDS
    return begins <= rank and (own or rank < _from(cell, frame))


def _loosened(cells: Sequence[Cell], frame: Frame, equal: Collection[str]) -> set[str]:
    """Return the variances of factors that are free in other groups.

    A variance of 1 is where a loading of the factor is held equal.
    """
    held = {cell.lhs for cell in cells if cell.op == "=~" and name_of(cell) in equal}
    return {
        f"{factor} ~~ {factor}"
        for factor in frame.factors
        if frame.is_standard(factor) and factor in held
    }


def _moved(frame: Frame, syntax: Syntax, free: Collection[str]) -> set[str]:
    """Return the means that can be free where levels are held equal.

    A factor whose items all have free levels has none, nor one that measures factors
    only, all of which have means of their own: it could not be told from theirs.
    """
    written = {term.lhs for term in syntax.terms if term.op == "~1"}
    measured = [
        (term.lhs, f"{term.rhs} ~1") for term in syntax.terms if term.op == "=~"
    ]
    moved: set[str] = set()
    for _ in frame.factors:  # one round for each order of factors
        open_ = moved.union(free)
        own = {factor for factor, level in measured if level not in open_}
        moved = {f"{factor} ~1" for factor in own - written}
    return moved

"""Find a box of the ranges in which most worlds are marked, by peeling it down."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Bools, Floats

# A line of a rule stays only if without it the fit is worse by this share of itself.
_IDLE = 0.05
MOST_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Box:
    """Lower and upper ends, shape (columns,); infinite where a column is free."""

    low: Floats
    high: Floats

    @property
    def lines(self) -> list[int]:
        """The columns that are not free."""
        bounded = np.isfinite(self.low) | np.isfinite(self.high)
        return [int(column) for column in np.flatnonzero(bounded)]


def inside(box: Box, values: Floats) -> Bools:
    """Return which worlds lie in the box, shape (worlds,)."""
    within = (values >= box.low[:, None]) & (values <= box.high[:, None])
    return np.asarray(within.all(axis=0))


def fit(chosen: Bools, marks: Bools) -> float:
    r"""Return how well chosen worlds agree with marked ones, 0 to 1.

    .. math:: F = 2\,|C \cap M| / (|C| + |M|)

    It is the harmonic mean of density (how many of the chosen are marked) and coverage
    (how many of the marked are chosen).

    Examples
    --------
    >>> fit(np.array([True, True, False]), np.array([True, False, False])).__round__(2)
    0.67
    """
    together = int(chosen.sum() + marks.sum())
    return 2 * int((chosen & marks).sum()) / together if together else 0.0


def find_box(values: Floats, marks: Bools, *, peel: float, smallest: float) -> Box:
    """Return the box that agrees best with the marked worlds, in one to three lines.

    Parameters
    ----------
    values : numpy.ndarray, shape (columns, worlds)
        What each world looks like.
    marks : numpy.ndarray of bool, shape (worlds,)
        Which worlds to find.
    peel, smallest : float
        As for `peeled_boxes`.
    """
    found = peeled_boxes(values, marks, peel=peel, smallest=smallest)
    best = max(found, key=lambda box: fit(inside(box, values), marks))
    return without_idle_lines(best, values, marks)


def peeled_boxes(
    values: Floats, marks: Bools, *, peel: float = 0.05, smallest: float = 0.05
) -> list[Box]:
    """Return the boxes from all worlds down to the last that peeling improves.

    Each step cuts one end of one column off: the one that raises the share of marked
    worlds most for each world that it takes away.

    Parameters
    ----------
    values, marks
        As for `find_box`.
    peel : float
        Share of the worlds inside that one step cuts off; more where values are tied.
    smallest : float
        Share of all worlds that a box holds at least.

    Notes
    -----
    The peeling of PRIM, Friedman and Fisher (1999),
    https://doi.org/10.1023/A:1008894516817, with the gain for each world taken away
    as its objective.
    """
    columns, worlds = values.shape
    boxes = [Box(low=np.full(columns, -np.inf), high=np.full(columns, np.inf))]
    while True:
        within = inside(boxes[-1], values)
        step = _best_step(values[:, within], marks[within], peel)
        if step is None or step.left < smallest * worlds:
            return boxes
        low, high = boxes[-1].low.copy(), boxes[-1].high.copy()
        (high if step.upper else low)[step.column] = step.cut
        boxes.append(Box(low=low, high=high))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    column: int
    upper: bool
    cut: float
    left: int


def _best_step(values: Floats, marks: Bools, peel: float) -> _Step | None:
    """Return the cut that gains most for each world taken away, if one gains."""
    worlds = marks.size
    if worlds < 2:  # noqa: PLR2004
        return None
    low, high = _cuts(values, peel)
    kept = np.concatenate([values <= high[:, None], values >= low[:, None]])
    left = kept.sum(axis=1)
    away = worlds - left
    share = np.divide(
        kept @ marks.astype(float), left, out=np.zeros(left.size), where=left > 0
    )
    gain = np.where(away > 0, share - marks.mean(), -1.0) / np.maximum(away, 1)
    best = int(gain.argmax())
    if gain[best] <= 0:
        return None
    columns = len(values)
    upper, column = best < columns, best % columns
    cut = float((high if upper else low)[column])
    return _Step(column=column, upper=upper, cut=cut, left=int(left[best]))


def _cuts(values: Floats, peel: float) -> tuple[Floats, Floats]:
    """Return where to cut each column below and above, midway between two values."""
    worlds = values.shape[1]
    below = int(np.floor((worlds - 1) * peel))
    above = worlds - 1 - below
    ordered = np.partition(values, sorted({below, above}), axis=1)
    last, first = ordered[:, [below]], ordered[:, [above]]
    onward = np.where(values > last, values, np.inf).min(axis=1)
    backward = np.where(values < first, values, -np.inf).max(axis=1)
    # A column of one value cannot be cut; its cut at infinity takes nothing away.
    low = np.where(np.isfinite(onward), (last[:, 0] + onward) / 2, -np.inf)
    high = np.where(np.isfinite(backward), (first[:, 0] + backward) / 2, np.inf)
    return low, high


def without_idle_lines(box: Box, values: Floats, marks: Bools) -> Box:
    """Return the box without its idle lines and with no more than a reader can hold."""
    while True:
        now = fit(inside(box, values), marks)
        freed = [_freed(box, column) for column in box.lines]
        fits = [fit(inside(one, values), marks) for one in freed]
        few = len(fits) <= MOST_LINES
        if not fits or (few and max(fits) < (1 - _IDLE) * now):
            return box
        box = freed[int(np.argmax(fits))]


def _freed(box: Box, column: int) -> Box:
    low, high = box.low.copy(), box.high.copy()
    low[column], high[column] = -np.inf, np.inf
    return Box(low=low, high=high)

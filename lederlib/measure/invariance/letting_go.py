"""What letting each parameter go would gain, and how large a change would be seen."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd

from lederlib._checks import Bools, Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.implied import item_variances
from lederlib.measure.cfa.modification import gains, slope_and_bend
from lederlib.measure.cfa.parameters import Cell
from lederlib.measure.invariance.judging import (
    detectable,
    ranks,
    shrinkage,
    smallest_changes,
)

STAY = 2
COLUMNS = [
    *("step", "lhs", "op", "rhs", "group", "chi2", "p", "change"),
    *("new", "rank", "least", "least_sd"),
]


def score_tests(
    fits: Mapping[str, Fit], table: pd.DataFrame, false_alarm: float
) -> pd.DataFrame:
    """Return the score test of each parameter that a step holds equal, by group.

    Parameters
    ----------
    fits : mapping of str to Fit
        The steps that can be told from the ones before.
    table : pandas.DataFrame
        The steps' tests.
    false_alarm : float
        The rate that all of them share.
    """
    tests = int(table["p_judged"].notna().sum())
    found: list[pd.DataFrame] = []
    before: Fit | None = None
    for step, fit in fits.items():
        held = list(_held(fit, before))
        if held:
            own = gains(fit, [cell for cell, _ in held])
            keys = zip(own["lhs"], own["op"], own["rhs"], own["group"], strict=True)
            told = {_key(cell): is_new for cell, is_new in held}
            cells = {_key(cell): cell for cell, _ in held}
            places = list(keys)
            own = own.assign(step=step, new=[told[key] for key in places])
            kept = [cells[key] for key in places]
            found.append(_judged(own, kept, table.T[step], fit, (tests, false_alarm)))
        before = fit
    if not found:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(found, ignore_index=True)[COLUMNS]


def _key(cell: Cell) -> tuple[str, str, str, int]:
    return cell.lhs, cell.op, cell.rhs, cell.group + 1


def _held(fit: Fit, before: Fit | None) -> Iterator[tuple[Cell, bool]]:
    """Yield what a fit holds equal in further groups, and whether this step does so."""
    earlier = fit.model.cells if before is None else before.model.cells
    for cell, held in zip(fit.model.cells, earlier, strict=True):
        tied = bool(cell.label) if cell.free else held.free
        if cell.group and tied:
            yield cell, held.free and (not cell.free or held.label != cell.label)


def _judged(
    own: pd.DataFrame,
    cells: list[Cell],
    row: pd.Series,
    fit: Fit,
    shared: tuple[int, float],
) -> pd.DataFrame:
    """Return the score tests of a step with what is needed to judge them.

    `shared` is how many tests share which false-alarm rate.
    """
    scale, shrunk = float(row["scale"]), shrinkage(fit)
    if str(row["method"]).startswith("Satorra-Bentler"):
        scale = max(scale, 1.0)  # the plain test must speak against it too
    if not (row["delta_df"] > 0 and scale > 0):
        return own.assign(rank=0, least=np.nan, least_sd=np.nan)
    new = own["new"].to_numpy(bool)
    errors = own["se"].to_numpy()
    needed = detectable(int(row["delta_df"]), *shared)
    least = smallest_changes(errors, needed, scale / shrunk)
    rank = np.zeros(len(own))
    if row["p_judged"] < shared[1]:
        allowed = partial(_allowed, cells=cells, new=new, measured=_measured(fit))
        rank = ranks(*slope_and_bend(fit, cells), allowed, scale / shrunk, shared[1])
    return own.assign(
        rank=rank,
        least=np.where(new, least, np.nan),
        least_sd=np.where(new, least / _units(own, fit), np.nan),
    )


def _measured(fit: Fit) -> dict[str, set[str]]:
    """Return what each factor measures."""
    found: dict[str, set[str]] = {}
    for cell in fit.model.cells:
        if cell.op == "=~":
            found.setdefault(cell.lhs, set()).add(cell.rhs)
    return found


def _allowed(
    chosen: Sequence[int],
    cells: list[Cell],
    new: Bools,
    measured: Mapping[str, set[str]],
) -> list[int]:
    """Return what may be let go: each item once, and two of each factor's stay."""
    let_go = {_item(cells[row]) for row in chosen}
    spent = {
        item
        for items in measured.values()
        if len(items - let_go) <= STAY
        for item in items
    }
    return [
        row
        for row in range(len(cells))
        if new[row] and _item(cells[row]) not in let_go | spent
    ]


def _item(cell: Cell) -> str:
    return cell.rhs if cell.op == "=~" else cell.lhs


def _units(own: pd.DataFrame, fit: Fit) -> Floats:
    """Return the size of one standard deviation of each row's item in the first group.

    Of a loading, what a standard deviation of the factor would have to change; NaN of
    what has no such unit.
    """
    frame = fit.model.frame
    matrices = fit.model.matrices(fit.optimum.estimate, 0)
    spread = dict(zip(frame.items, item_variances(fit.model, matrices), strict=True))
    factors = dict(zip(frame.factors, np.diag(matrices.factors), strict=True))
    sizes = []
    for lhs, op, rhs in zip(own["lhs"], own["op"], own["rhs"], strict=True):
        if op == "=~":
            sizes.append(spread.get(str(rhs), np.nan) / factors[str(lhs)])
        else:
            sizes.append(np.nan if op == "~~" else spread[str(lhs)])
    return np.asarray(np.sqrt(np.maximum(np.array(sizes, dtype=float), 0)))

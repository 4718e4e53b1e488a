"""What would be gained by freeing a parameter, without fitting the model again.

A score test (Sörbom, 1989, https://doi.org/10.1007/BF02294623): the slope of the
discrepancy along the parameter, set against how much of it the other parameters could
not take up. It rests on the expected information and is not scaled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.cfa.estimates import cell_unit
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.indices import p_value
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.matrices import Model, build_model
from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.parameters import Cell, make_cell, place_of
from lederlib.measure.cfa.sample import Sample
from lederlib.measure.cfa.search import solved
from lederlib.measure.cfa.weighted import bread_of, group_slopes, wls_objective

COLUMNS = ["lhs", "op", "rhs", "group", "chi2", "p", "change"]
NOTHING_LEFT = 1e-8


def modification_table(fit: Fit) -> pd.DataFrame:
    """Return the gain of each loading, regression and covariance not in the model.

    The largest first: what χ² would fall by (`chi2`, on one degree of freedom), its
    `p`, the `change` of the parameter that is expected, and the same in standard
    deviations (`std_change`, lavaan's sepc.all).
    """
    cells = absent_cells(fit.model)
    table = gains(fit, cells)[COLUMNS]
    known = {(cell.lhs, cell.op, cell.rhs, cell.group + 1): cell for cell in cells}
    keys = table[COLUMNS[:4]].itertuples(index=False, name=None)
    units = [cell_unit(fit.model, fit.optimum.estimate, known[key]) for key in keys]
    table = table.assign(std_change=table["change"] * np.array(units))
    return table.sort_values("chi2", ascending=False, ignore_index=True)


def absent_cells(model: Model) -> list[Cell]:
    """Return the loadings, regressions and covariances that are fixed or left out.

    Regressions are those between variables that the model's own regressions name.
    """
    frame = model.frame
    known = {(cell.group, *place_of(cell)): cell for cell in model.cells}
    found = []
    for group in range(frame.groups):
        for name in _wanted(model):
            cell = make_cell(frame, name, group, Modifier())
            held = known.get((group, *place_of(cell)))
            if held is None or _left_at_zero(held):
                found.append(held or replace(cell, value=0.0))
    return found


def _wanted(model: Model) -> Iterator[tuple[str, str, str]]:
    """Yield every parameter that a model like this one could have."""
    frame = model.frame
    told = [cell for cell in model.cells if not cell.group]
    measured = {cell.rhs for cell in told if cell.op == "=~"}
    named = {name for cell in told if cell.op == "~" for name in (cell.lhs, cell.rhs)}
    free = [item for item in frame.items if item not in frame.exogenous]
    yield from (
        (factor, "=~", item)
        for factor in frame.factors
        for item in frame.items
        if item in measured
    )
    for names in (free, frame.factors):
        for one, other in combinations(names, 2):
            if (one in frame.raised) == (other in frame.raised):
                yield one, "~~", other
    yield from (
        (outcome, "~", predictor)
        for outcome in frame.latent
        for predictor in frame.latent
        if outcome != predictor
        and {outcome, predictor} <= named
        and outcome not in frame.exogenous
    )


def _left_at_zero(cell: Cell) -> bool:
    return not cell.free and cell.value == 0


def gains(fit: Fit, cells: Sequence[Cell]) -> pd.DataFrame:
    """Return what freeing each of some cells, one at a time, would gain.

    A cell that is fixed is freed; one that shares its estimate with others is let go
    from them; one that the model lacks is added. Besides the columns of
    `modification_table` there is `se`, the error of the change.
    """
    slope, bend = slope_and_bend(fit, cells)
    left = np.diag(bend)
    open_ = left > 0
    size = np.divide(slope, left, out=np.full(len(slope), np.nan), where=open_)
    chi2 = slope * size
    rows = [(cell.lhs, cell.op, cell.rhs, cell.group + 1) for cell in cells]
    table = pd.DataFrame(rows, columns=COLUMNS[:4])
    chances = [p_value(value, 1) if value >= 0 else np.nan for value in chi2]
    errors = np.where(open_, left, np.nan) ** -0.5
    table = table.assign(chi2=chi2, p=chances, change=-size, se=errors)
    told = np.isfinite(table["chi2"].to_numpy())
    found: pd.DataFrame = table.loc[told].reset_index(drop=True)
    return found


def slope_and_bend(fit: Fit, cells: Sequence[Cell]) -> tuple[Floats, Floats]:
    """Return the slope of half of χ² along some cells, and how it bends.

    The bend is what the other parameters could not take up: a matrix with a row a cell.
    What they could take up altogether has a row of zeros.
    """
    from scipy.sparse import csr_array  # noqa: PLC0415 - slow to load

    wider, kept, tried = _widened(fit, cells)
    gradient, curve = _slopes(wider, fit, _values(fit, wider))
    lain = csr_array(kept)
    held, shared = lain.T @ curve @ lain, lain.T @ curve[:, tried]
    if fit.space is not None:
        basis = fit.space.basis
        held, shared = basis.T @ held @ basis, basis.T @ shared
    own = curve[np.ix_(tried, tried)]
    left = own - shared.T @ solved(held, shared)
    shut = np.diag(left) <= NOTHING_LEFT * np.diag(own)
    left[shut] = left[:, shut] = 0
    return fit.people / 2 * gradient[tried], fit.people / 2 * left


def _slopes(model: Model, fit: Fit, estimate: Floats) -> tuple[Floats, Floats]:
    """Return the slope of the discrepancy and what it is expected to bend by.

    Of ordered answers groups weigh by their people less one in the slope, and by their
    people in the bend, as in lavaan.
    """
    ordered = [part for part in fit.samples if isinstance(part, OrderedSample)]
    if ordered:
        gradient, _ = wls_objective(model, ordered).slopes(estimate)
        return gradient, 2 * bread_of(ordered, group_slopes(model, ordered, estimate))
    plain = [part for part in fit.samples if isinstance(part, Sample)]
    return ml_objective(model, plain).slopes(estimate)


def _widened(fit: Fit, cells: Sequence[Cell]) -> tuple[Model, Floats, list[int]]:
    """Return the model with all cells free on their own, and how the old lies in it.

    The second value maps old estimates to new ones; the third tells where the cells
    are.
    """
    model = fit.model
    places = {
        (cell.group, *place_of(cell)): row for row, cell in enumerate(model.cells)
    }
    wide, where = list(model.cells), []
    for cell in cells:
        row = places.get((cell.group, *place_of(cell)), len(wide))
        loose = replace(cell, free=True, label="")
        wide[row : row + 1] = [loose]
        where.append(row)
    wider = build_model(model.frame, wide)
    kept = np.zeros((wider.estimates, model.estimates))
    old = np.flatnonzero(model.target >= 0)
    kept[wider.target[old], model.target[old]] = 1
    return wider, kept, [int(wider.target[row]) for row in where]


def _values(fit: Fit, wider: Model) -> Floats:
    values = np.zeros(len(wider.cells))
    known = fit.model.values(fit.optimum.estimate)
    values[: len(known)] = known
    return estimates_from(wider, values)


def estimates_from(model: Model, values: Floats) -> Floats:
    """Return estimates from a value for each cell, the mean where several are one."""
    free = model.target >= 0
    totals = np.bincount(
        model.target[free], weights=values[free], minlength=model.estimates
    )
    counts = np.bincount(model.target[free], minlength=model.estimates)
    return np.asarray(totals / np.maximum(counts, 1))

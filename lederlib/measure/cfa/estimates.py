"""The table of estimates, also standardised (lavaan's std.all)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import ndtr

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.implied import item_variances, residual_variances
from lederlib.measure.cfa.parameters import Cell, Matrices, Model

COLUMNS = ["lhs", "op", "rhs", "group", "est", "se", "z", "p", "std"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spread:
    """Standard deviations in one group.

    Attributes
    ----------
    items, factors : numpy.ndarray
        Of the items (of ordered ones, the responses behind them) and of the factors.
    own_items, own_factors : numpy.ndarray
        Of their residuals.
    """

    items: Floats
    factors: Floats
    own_items: Floats
    own_factors: Floats


def spread_of(model: Model, matrices: Matrices) -> Spread:
    """Return the standard deviations that the estimates of one group imply."""
    within = np.linalg.inv(np.eye(len(matrices.paths)) - matrices.paths)
    factors = np.diag(within @ matrices.factors @ within.T)
    with np.errstate(invalid="ignore"):
        return Spread(
            items=np.sqrt(item_variances(model, matrices)),
            factors=np.sqrt(factors),
            own_items=np.sqrt(residual_variances(model, matrices)),
            own_factors=np.sqrt(np.diag(matrices.factors)),
        )


def standardise(cell: Cell, value: float, spread: Spread) -> float:
    """Return one estimate on the scale of standard deviations."""
    row, column = cell.row, cell.column
    if cell.matrix == "loadings":
        return float(value * spread.factors[column] / spread.items[row])
    if cell.matrix == "paths":
        return float(value * spread.factors[column] / spread.factors[row])
    if cell.matrix in ("factors", "residuals"):
        return _covariance(cell, value, spread)
    if cell.matrix == "scales":
        return float(value * spread.items[row])
    of = spread.factors if cell.matrix == "means" else spread.items
    return float(value / of[row])


def _covariance(cell: Cell, value: float, spread: Spread) -> float:
    latent = cell.matrix == "factors"
    whole = spread.factors if latent else spread.items
    own = spread.own_factors if latent else spread.own_items
    row, column = cell.row, cell.column
    if row == column:
        return float(value / whole[row] ** 2)
    return float(value / (own[row] * own[column]))


def estimate_table(fit: Fit) -> pd.DataFrame:
    """Return one row per parameter and group, fixed ones with an error of 0."""
    model = fit.model
    values = filled_values(fit)
    spreads = [
        spread_of(model, model.matrices(fit.optimum.estimate, number))
        for number in range(model.frame.groups)
    ]
    with np.errstate(divide="ignore", invalid="ignore"):
        errors = np.sqrt(np.diag(fit.covariance))
        std = [
            standardise(cell, value, spreads[cell.group])
            for cell, value in zip(model.cells, values, strict=True)
        ]
    free = model.target >= 0
    se = np.zeros(len(values))
    se[free] = errors[model.target[free]]
    z = np.divide(values, se, out=np.full(len(values), np.nan), where=free & (se > 0))
    names = {key: [getattr(cell, key) for cell in model.cells] for key in COLUMNS[:3]}
    groups = [cell.group + 1 for cell in model.cells]
    figures = {"est": values, "se": se, "z": z, "p": 2 * ndtr(-np.abs(z)), "std": std}
    return pd.DataFrame({**names, "group": groups, **figures})


def filled_values(fit: Fit) -> Floats:
    """Return every parameter's value, with the residuals that ordered items imply."""
    model = fit.model
    values = model.values(fit.optimum.estimate).copy()
    if not model.frame.levels or model.frame.theta:
        return values
    for number in range(model.frame.groups):
        own = residual_variances(model, model.matrices(fit.optimum.estimate, number))
        places = model.groups[number].all["residuals"]
        for row, column, cell in zip(
            places.row, places.column, places.cell, strict=True
        ):
            if row == column and model.frame.items[row] in model.frame.levels:
                values[cell] = own[row]
    return values

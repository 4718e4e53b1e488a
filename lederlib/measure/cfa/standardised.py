"""The estimates in standard deviations of items and factors (lavaan's std.all)."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import implied
from lederlib.measure.cfa.parameters import Cell, Matrices, Model


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


def item_variances(model: Model, matrices: Matrices) -> Floats:
    """Return the items' variances; of ordered ones those of the responses behind."""
    variances: Floats = np.diag(implied(matrices).cov).copy()
    if model.frame.levels and not model.frame.theta:
        for item in model.frame.levels:
            place = model.frame.items.index(item)
            variances[place] = matrices.scales[place] ** -2.0
    return variances


def residual_variances(model: Model, matrices: Matrices) -> Floats:
    """Return what each item has of its own; of ordered ones what is left."""
    moments = implied(matrices)
    shared = np.einsum("if,if->i", moments.spread, matrices.loadings)
    return np.asarray(item_variances(model, matrices) - shared)


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

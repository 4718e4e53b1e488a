"""The table of estimates, also standardised (lavaan's std.all), with their errors."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.special import ndtr

from lederlib._checks import NORMAL_95, Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.implied import (
    residual_variances,
    shared_variances,
    whole,
    within_of,
)
from lederlib.measure.cfa.matrices import Group, Matrices, Model, Places
from lederlib.measure.cfa.parameters import SYMMETRIC, Cell

NAMES = ["lhs", "op", "rhs", "group"]
STEP = 1e-5


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
    own = whole(model, matrices)
    within = within_of(own)
    factors = np.einsum("...fg,...fg->...f", within @ own.factors, within)
    residual = residual_variances(model, matrices)
    with np.errstate(invalid="ignore"):
        return Spread(
            items=np.sqrt(residual + shared_variances(own)),
            factors=np.sqrt(factors),
            own_items=np.sqrt(residual),
            own_factors=np.sqrt(np.diagonal(own.factors, axis1=-2, axis2=-1)),
        )


def standardised(model: Model, estimate: Floats) -> Floats:
    """Return every parameter on the scale of standard deviations.

    Of each of many sets of estimates, if there are many. A scale is 1 by definition.
    """
    values = filled_values(model, estimate)
    for number, group in enumerate(model.groups):
        spread = spread_of(model, model.matrices(estimate, number))
        for matrix, places in group.all.items():
            if matrix == "scales":
                values[..., places.cell] = 1.0
                continue
            values[..., places.cell] *= _units(matrix, places, spread)
    return values


def _units(matrix: str, places: Places, spread: Spread) -> Floats:
    """Return what standardises the parameters of one matrix.

    NaN where what is divided by does not vary: nothing correlates with it.
    """
    row, column = places.row, places.column
    over: Floats | float = 1.0
    if matrix == "loadings":
        over, under = spread.factors[..., column], spread.items[..., row]
    elif matrix == "paths":
        over, under = spread.factors[..., column], spread.factors[..., row]
    elif matrix in SYMMETRIC:
        latent = matrix != "residuals"
        whole = spread.factors if latent else spread.items
        own = spread.own_factors if latent else spread.own_items
        apart = own[..., row] * own[..., column]
        under = np.where(row == column, whole[..., row] ** 2, apart)
    else:
        of = spread.factors if matrix in ("means", "given_means") else spread.items
        under = of[..., row]
    return np.asarray(over / np.where(under == 0, np.nan, under))


def cell_unit(model: Model, estimate: Floats, cell: Cell) -> float:
    """Return what standardises one parameter, which the model may lack."""
    spread = spread_of(model, model.matrices(estimate, cell.group))
    row, column, none = np.array([cell.row]), np.array([cell.column]), np.array([0])
    places = Places(row=row, column=column, cell=none)
    return float(_units(cell.matrix, places, spread)[0])


def standard_slopes(model: Model, estimate: Floats) -> Floats:
    """Return how each standardised parameter moves with each estimate."""
    steps = np.diag(STEP * np.maximum(1, np.abs(estimate)))
    ahead = standardised(model, estimate + steps)
    behind = standardised(model, estimate - steps)
    return np.asarray(((ahead - behind) / (2 * np.diag(steps)[:, None])).T)


def estimate_table(fit: Fit) -> pd.DataFrame:
    """Return one row per parameter and group, then one per defined figure.

    Fixed parameters have an error of 0.
    """
    model, estimate = fit.model, fit.optimum.estimate
    values = filled_values(model, estimate)
    known = np.where(model.target[:, None] == np.arange(model.estimates), 1.0, 0.0)
    values, known = with_defined(model, values, known)
    std, moved = with_defined(
        model, standardised(model, estimate), standard_slopes(model, estimate)
    )
    free = known.any(axis=1)
    se = np.where(free, _errors(known, fit.covariance), 0.0)
    z = np.divide(values, se, out=np.full(len(values), np.nan), where=free & (se > 0))
    figures = {
        "est": values,
        "se": se,
        "z": z,
        "p": 2 * ndtr(-np.abs(z)),
        "low": values - NORMAL_95 * se,
        "high": values + NORMAL_95 * se,
        "std": std,
        "std_se": _errors(moved, fit.covariance),
    }
    names = dict(zip(NAMES, zip(*row_names(model), strict=True), strict=True))
    return pd.DataFrame({**names, **figures})


def row_names(model: Model) -> list[tuple[str, str, str, int]]:
    """Return what the rows of a table of estimates are called: lhs, op, rhs, group."""
    rows = [(cell.lhs, cell.op, cell.rhs, cell.group + 1) for cell in model.cells]
    return rows + [
        (name, ":=", figure.text.replace(" ", ""), 0)
        for name, figure in model.rules.defined.items()
    ]


def _errors(slopes: Floats, covariance: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        square = np.sum(slopes @ covariance * slopes, axis=1)
        return np.asarray(np.sqrt(np.maximum(square, 0)))


def with_defined(model: Model, values: Floats, slopes: Floats) -> tuple[Floats, Floats]:
    """Return values of parameters and how they move, with those of defined figures."""
    rules = model.rules
    known = {name: values[place] for name, place in rules.labels.items()}
    moved = {name: slopes[place] for name, place in rules.labels.items()}
    for name, figure in rules.defined.items():
        with np.errstate(all="ignore"):
            known[name] = np.float64(figure.value(known))
            parts = figure.slopes(known)
        known_slopes = np.array([moved[used] for used in figure.names])
        moved[name] = parts @ known_slopes + 0 * known[name]
    added = list(rules.defined)
    return (
        np.concatenate([values, [known[name] for name in added]]),
        np.vstack([slopes, *[moved[name][None] for name in added]]),
    )


def defined_values(model: Model, values: Floats) -> Floats:
    """Return values of parameters with those of defined figures, draw by draw."""
    rules = model.rules
    known = {name: values[..., place] for name, place in rules.labels.items()}
    with np.errstate(all="ignore"):
        for name, figure in rules.defined.items():
            known[name] = figure.value(known) + np.zeros(values.shape[:-1])
    added = [known[name][..., None] for name in rules.defined]
    return np.concatenate([values, *added], axis=-1)


def filled_values(model: Model, estimate: Floats) -> Floats:
    """Return every parameter's value, with the residuals that ordered items imply."""
    values: Floats = np.array(model.values(estimate))
    if not model.frame.levels or model.frame.theta:
        return values
    for number, group in enumerate(model.groups):
        matrices = model.matrices(estimate, number)
        factors = whole(model, matrices).factors
        own = {
            "residuals": residual_variances(model, matrices),
            "factors": np.diagonal(factors, axis1=-2, axis2=-1),
        }
        for matrix, found in own.items():
            for place in _ordered_variances(model, group, matrix):
                row = model.cells[place].row
                values[..., place] = found[..., row]
    return values


def _ordered_variances(model: Model, group: Group, matrix: str) -> list[int]:
    """Return where a matrix's variances of ordered items stand among the cells."""
    places = group.all[matrix].cell.tolist() if matrix in group.all else []
    return [
        place
        for place in places
        if model.cells[place].lhs == model.cells[place].rhs
        and model.cells[place].lhs in model.frame.levels
    ]

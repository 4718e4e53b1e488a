"""The table of estimates."""

import numpy as np
import pandas as pd
from scipy.special import ndtr

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.standardised import (
    residual_variances,
    spread_of,
    standardise,
)

COLUMNS = ["lhs", "op", "rhs", "group", "est", "se", "z", "p", "std"]


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

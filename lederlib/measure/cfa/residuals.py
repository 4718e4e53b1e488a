"""What a model leaves unexplained: residuals of pairs of items, and the SRMR."""

from itertools import combinations_with_replacement
from typing import Literal

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.implied import seen_moments
from lederlib.measure.cfa.sample import shares

Residual = Literal["bentler", "bollen"]


def standardised_residuals(
    fit: Fit, number: int, kind: Residual = "bentler"
) -> tuple[Floats, Floats]:
    """Return one group's residual covariances and means, in the items' own sd.

    Bollen's take implied correlations from observed ones instead.
    """
    sample = fit.samples[number]
    mean, cov = seen_moments(
        fit.model, fit.model.matrices(fit.optimum.estimate, number)
    )
    # What an item does not do at its level has no scale there.
    variances = np.diag(sample.cov)
    spread = np.sqrt(np.where(variances == 0, np.nan, variances))
    own = np.sqrt(np.diag(cov)) if kind == "bollen" else spread
    between = sample.cov / np.outer(spread, spread) - cov / np.outer(own, own)
    return between, (sample.mean - mean) / spread


def srmr(fit: Fit) -> float:
    """Return the standardised root mean square residual (Bentler's).

    With intercepts in the model the items' means count too, unless items are ordered;
    groups are weighted by their number of people. Of ordered items only correlations
    count, but all variables, predictors too, are in the number, as in lavaan.
    """
    total = 0.0
    for number, share in enumerate(shares(fit.samples)):
        between, means = standardised_residuals(fit, number)
        frame = fit.model.frame
        squares = between[np.tril_indices(len(between), -1 if frame.levels else 0)] ** 2
        if frame.means and not frame.levels:
            squares = np.concatenate([squares, means**2])
        own = len(between) + len(frame.condition) if frame.levels else 0
        counted = len(squares) + own
        total += share * float(np.sqrt(squares.sum() / counted))
    return total


def residual_table(fit: Fit, kind: Residual = "bentler") -> pd.DataFrame:
    """Return the residual of each pair of items in each group."""
    items = fit.model.frame.items
    rows = []
    for number in range(fit.model.frame.groups):
        between, _ = standardised_residuals(fit, number, kind)
        present = np.flatnonzero(~np.isnan(np.diag(between)))
        for row, column in combinations_with_replacement(present.tolist(), 2):
            rows.append((number + 1, items[row], items[column], between[row, column]))
    return pd.DataFrame(rows, columns=["group", "item", "other", "residual"])

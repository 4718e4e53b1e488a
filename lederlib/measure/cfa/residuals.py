"""What a model leaves unexplained: observed minus implied correlations and means."""

from itertools import combinations_with_replacement

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.least_squares import seen_moments


def standardised_residuals(fit: Fit, number: int) -> tuple[Floats, Floats]:
    """Return one group's residual covariances and means, in the items' own sd."""
    sample = fit.samples[number]
    mean, cov = seen_moments(
        fit.model, fit.model.matrices(fit.optimum.estimate, number)
    )
    spread = np.sqrt(np.diag(sample.cov))
    between = (sample.cov - cov) / np.outer(spread, spread)
    return between, (sample.mean - mean) / spread


def srmr(fit: Fit) -> float:
    """Return the standardised root mean square residual (Bentler's).

    With intercepts in the model the items' means count too, unless items are ordered;
    groups are weighted by their number of people.
    """
    total = 0.0
    sizes = [sample.n for sample in fit.samples]
    for number, size in enumerate(sizes):
        between, means = standardised_residuals(fit, number)
        squares = between[np.tril_indices(len(between))] ** 2
        if fit.model.frame.means and not fit.model.frame.levels:
            squares = np.concatenate([squares, means**2])
        total += size / fit.people * float(np.sqrt(squares.mean()))
    return total


def residual_table(fit: Fit) -> pd.DataFrame:
    """Return the residual of each pair of items in each group."""
    items = fit.model.frame.items
    rows = []
    for number in range(fit.model.frame.groups):
        between, _ = standardised_residuals(fit, number)
        for row, column in combinations_with_replacement(range(len(items)), 2):
            rows.append((number + 1, items[row], items[column], between[row, column]))
    return pd.DataFrame(rows, columns=["group", "item", "other", "residual"])

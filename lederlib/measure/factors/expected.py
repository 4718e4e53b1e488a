"""How many factors a parallel analysis would suggest if a model were true."""

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.correlations.shares import NOTHING
from lederlib.measure.factors.parallel import (
    ParallelAnalysis,
    correlations_of,
    eigenvalues,
    wishart_roots,
)

DRAWS = 1000


def suggestions_under(
    found: ParallelAnalysis, between: Floats, *, draws: int = DRAWS, rng: int = 0
) -> Floats:
    """Return how often a parallel analysis like that one suggests 0, 1, 2, … factors.

    Each draw is of as many normal people as were analysed, and is held against the
    same limits.

    Parameters
    ----------
    found : ParallelAnalysis
        The analysis: its limits, its kind and its number of people.
    between : numpy.ndarray, shape (items, items)
        Correlations, or covariances, of the items in everybody, as a model implies
        them.
    draws, rng : int
        How many, and where chance comes from.

    Returns
    -------
    numpy.ndarray, shape (items + 1,)
        Shares of the draws, by the number suggested; NaN where no items can be related
        so, or there are no more people than items.

    Examples
    --------
    >>> from lederlib.measure import parallel_analysis
    >>> trait = np.random.default_rng(1).standard_normal((100, 1))
    >>> noise = np.random.default_rng(2).standard_normal((100, 5))
    >>> found = parallel_analysis(trait + noise)
    >>> suggestions_under(found, 0.5 + 0.5 * np.eye(5))[1] > 0.95
    np.True_
    >>> unrelated = suggestions_under(found, np.eye(5))
    >>> bool(0.03 < 1 - unrelated[0] < 0.07)
    True
    """
    items = len(found.table)
    if found.n <= items or np.linalg.eigvalsh(between)[0] <= NOTHING:
        return np.full(items + 1, np.nan)
    shape = np.linalg.cholesky(between)
    limits = found.table["random_high"].to_numpy(float)
    counted = np.zeros(items + 1)
    for root in wishart_roots(found.n, items, draws, np.random.default_rng(rng)):
        roots = eigenvalues(correlations_of(shape @ root), found.kind)
        kept = np.logical_and.accumulate(roots > limits, axis=1).sum(axis=1)
        counted += np.bincount(kept, minlength=items + 1)
    return counted / draws

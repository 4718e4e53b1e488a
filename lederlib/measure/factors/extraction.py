"""Find the factors behind correlations: least squares or maximum likelihood."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.correlations.shares import squared_multiple

ExtractionMethod = Literal["minres", "ml"]
METHODS: tuple[ExtractionMethod, ...] = get_args(ExtractionMethod)
LOWEST_UNIQUENESS = 0.005
_MOST_STEPS = 2000
_AT_REST = 1e-5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Extraction:
    """Unrotated factors.

    Attributes
    ----------
    loadings : numpy.ndarray
        Shape (items, factors), uncorrelated factors, the strongest first.
    uniquenesses : numpy.ndarray
        Variance of each item that the factors leave, at least .005.
    misfit : float
        What was made as small as possible.
    converged : bool
        Whether the search reached a minimum.
    """

    loadings: Floats
    uniquenesses: Floats
    misfit: float
    converged: bool


def extract(
    correlations: Floats,
    factors: int,
    *,
    method: ExtractionMethod = "minres",
    start: Floats | None = None,
) -> Extraction:
    """Return the factors that leave the least of the correlations unexplained.

    Parameters
    ----------
    correlations : numpy.ndarray, shape (items, items)
        Positive definite for "ml".
    factors : int
        At least one.
    method : {"minres", "ml"}
        Least squares of the correlations off the diagonal (Harman and Jones, 1966,
        https://doi.org/10.1007/BF02289468), or maximum likelihood (Jöreskog, 1967,
        https://doi.org/10.1007/BF02289658).
    start : numpy.ndarray, optional
        Uniquenesses to begin from; one less the squared multiple correlations unless
        told.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load

    begin = 1 - squared_multiple(correlations) if start is None else start
    step = _likelihood if method == "ml" else _least_squares
    result = minimize(
        step,
        np.clip(begin, 2 * LOWEST_UNIQUENESS, 1),
        args=(correlations, factors),
        jac=True,
        method="L-BFGS-B",
        bounds=[(LOWEST_UNIQUENESS, 1)] * len(correlations),
        options={"maxiter": _MOST_STEPS, "maxfun": 10**5, "ftol": 0, "gtol": 1e-9},
    )
    misfit, slope = step(result.x, correlations, factors)
    return Extraction(
        loadings=_loadings(correlations, result.x, factors, method),
        uniquenesses=result.x,
        misfit=misfit,
        converged=_at_rest(slope, result.x),
    )


def _least_squares(
    left: Floats, correlations: Floats, factors: int
) -> tuple[float, Floats]:
    """Return half the squared residuals and their slope by the uniquenesses."""
    roots, vectors = np.linalg.eigh(correlations - np.diag(left))
    roots, vectors = roots[:-factors], vectors[:, :-factors]
    return float(roots @ roots) / 2, -(vectors**2) @ roots


def _likelihood(
    left: Floats, correlations: Floats, factors: int
) -> tuple[float, Floats]:
    """Return the discrepancy of maximum likelihood and its slope."""
    roots, vectors = np.linalg.eigh(correlations / np.sqrt(np.outer(left, left)))
    roots, vectors = roots[:-factors], vectors[:, :-factors]
    misfit = float((roots - np.log(roots) - 1).sum())
    return misfit, (vectors**2) @ (1 - roots) / left


def _loadings(
    correlations: Floats, left: Floats, factors: int, method: ExtractionMethod
) -> Floats:
    unit = np.sqrt(left) if method == "ml" else np.ones_like(left)
    reduced = correlations - np.diag(left)
    roots, vectors = np.linalg.eigh(reduced / np.outer(unit, unit))
    roots, vectors = roots[::-1][:factors], vectors[:, ::-1][:, :factors]
    return np.asarray(unit[:, None] * vectors * np.sqrt(np.maximum(roots, 0)))


def _at_rest(slope: Floats, left: Floats) -> bool:
    """Tell whether nothing pulls, save against a bound."""
    held = ((left <= LOWEST_UNIQUENESS) & (slope > 0)) | ((left >= 1) & (slope < 0))
    return bool(np.abs(np.where(held, 0, slope)).max() < _AT_REST)

r"""The moments that a model implies, and how they move with each parameter.

.. math:: \Sigma = \Lambda A \Psi A' \Lambda' + \Theta, \quad
          \mu = \nu + \Lambda A \alpha, \quad A = (I - B)^{-1}

Each parameter moves the covariances by a matrix of rank two at most,
:math:`d\Sigma = u v' + v u'`, so that only the vectors `u` and `v` are kept: the
information then takes three products of matrices instead of one per parameter.

An ordered item is seen on a scale of its own, on which its response has variance 1.
"""

from dataclasses import dataclass, replace

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.matrices import Matrices, Model, Places


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Implied:
    r"""Implied moments of one group.

    Attributes
    ----------
    cov : numpy.ndarray, shape (items, items)
    mean : numpy.ndarray, shape (items,)
    reach : numpy.ndarray, shape (items, factors)
        What a unit of each factor's own part adds to the items, :math:`\Lambda A`.
    spread : numpy.ndarray, shape (items, factors)
        Covariances of items with factors.
    level : numpy.ndarray, shape (factors,)
        Means of the factors.
    within : numpy.ndarray, shape (factors, factors)
        What a unit of each factor's own part adds to the factors, :math:`A`.
    """

    cov: Floats
    mean: Floats
    reach: Floats
    spread: Floats
    level: Floats
    within: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Slope:
    """How the moments move: columns are parameters, rows items."""

    u: Floats
    v: Floats
    mean: Floats


def within_of(matrices: Matrices) -> Floats:
    """Return what a unit of each factor's own part adds to the factors."""
    paths = matrices.paths
    within: Floats = np.eye(paths.shape[-1])
    if paths.any():
        within = np.asarray(np.linalg.inv(within - paths), dtype=float)
    return within


def shared_variances(matrices: Matrices) -> Floats:
    """Return what the factors add to each item's variance."""
    reach = matrices.loadings @ within_of(matrices)
    spread = reach @ matrices.factors
    return np.asarray(np.einsum("...if,...if->...i", spread, reach))


def implied(matrices: Matrices) -> Implied:
    """Return the moments that the matrices imply; stacked if the matrices are."""
    within = within_of(matrices)
    reach = matrices.loadings @ within
    spread = reach @ matrices.factors @ within.mT
    level = np.einsum("...fg,...g->...f", within, matrices.means)
    return Implied(
        cov=spread @ matrices.loadings.mT + matrices.residuals,
        mean=matrices.intercepts
        + np.einsum("...if,...f->...i", matrices.loadings, level),
        reach=reach,
        spread=spread,
        level=level,
        within=within,
    )


def slope(moments: Implied, free: dict[str, Places]) -> Slope:
    """Return how the moments move with each free parameter, in the order of `free`."""
    unit = np.eye(moments.mean.shape[-1])
    if moments.cov.ndim > unit.ndim:
        unit = np.broadcast_to(unit, moments.cov.shape)
    parts = [
        _slope_of(matrix, places, moments, unit) for matrix, places in free.items()
    ] or [(unit[..., :0],) * 3]
    return Slope(
        u=np.concatenate([part[0] for part in parts], axis=-1),
        v=np.concatenate([part[1] for part in parts], axis=-1),
        mean=np.concatenate([part[2] for part in parts], axis=-1),
    )


def _slope_of(
    matrix: str, places: Places, moments: Implied, unit: Floats
) -> tuple[Floats, Floats, Floats]:
    row, column = places.row, places.column
    still = np.zeros((*unit.shape[:-1], len(row)))
    half = np.where(row == column, 0.5, 1.0)
    if matrix in ("loadings", "paths"):
        along = (unit if matrix == "loadings" else moments.reach)[..., row]
        level = moments.level[..., None, column]
        return along, moments.spread[..., column], along * level
    if matrix in ("residuals", "factors"):
        basis = unit if matrix == "residuals" else moments.reach
        return basis[..., row] * half, basis[..., column], still
    if matrix in ("intercepts", "means"):
        basis = unit if matrix == "intercepts" else moments.reach
        return still, still, basis[..., row]
    return still, still, still


def scale_of(model: Model, matrices: Matrices, moments: Implied) -> Floats:
    """Return the scale on which each item is seen; 1 for those not ordered."""
    scale = np.ones(len(moments.mean))
    for item in model.frame.levels:
        place = model.frame.items.index(item)
        variance = moments.cov[place, place]
        if model.frame.theta:
            scale[place] = variance**-0.5 if variance > 0 else np.nan
        else:
            scale[place] = matrices.scales[place]
    return scale


def seen_moments(model: Model, matrices: Matrices) -> tuple[Floats, Floats]:
    """Return implied means and covariances as they are seen: ordered items on D."""
    moments = implied(matrices)
    scale = scale_of(model, matrices, moments)
    cov = moments.cov * np.outer(scale, scale)
    for item in model.frame.levels:
        place = model.frame.items.index(item)
        cov[place, place] = 1.0
    return scale * moments.mean, cov


def settled(model: Model, matrices: Matrices) -> Matrices:
    """Return the matrices with the residual variances that ordered outcomes imply."""
    frame = model.frame
    ordered = [name for name in frame.raised if name in frame.levels]
    if frame.theta or not ordered:
        return matrices
    found, factors = shared_variances(matrices), matrices.factors.copy()
    for name in ordered:
        item, place = frame.items.index(name), frame.latent.index(name)
        behind = matrices.scales[..., item] ** -2.0
        factors[..., place, place] += behind - found[..., item]
    return replace(matrices, factors=factors)


def whole(model: Model, matrices: Matrices) -> Matrices:
    """Return the matrices, settled, with the predictors that all is conditional on."""
    own = settled(model, matrices)
    if not model.frame.condition:
        return own
    return replace(
        own, factors=own.factors + own.given, means=own.means + own.given_means
    )


def residual_variances(model: Model, matrices: Matrices) -> Floats:
    """Return what each item has of its own; of ordered ones what is left."""
    frame = model.frame
    own: Floats = np.diagonal(matrices.residuals, axis1=-2, axis2=-1).copy()
    if frame.levels and not frame.theta:
        shared = shared_variances(settled(model, matrices))
        for item in frame.levels:
            place = frame.items.index(item)
            own[..., place] = matrices.scales[..., place] ** -2.0 - shared[..., place]
    return own


def item_variances(model: Model, matrices: Matrices) -> Floats:
    """Return the items' variances; of ordered ones those of the responses behind."""
    shared = shared_variances(settled(model, matrices))
    return np.asarray(residual_variances(model, matrices) + shared)

"""A model at its estimates, and whether the answers tell them all."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.indices import Misfit, Test
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.sample import Sample
from lederlib.measure.cfa.search import Optimum
from lederlib.measure.cfa.space import Space

SINGULAR = 1e-9
SOUND = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """A model at its estimates.

    Attributes
    ----------
    model : Model
        The model.
    samples : tuple of Sample or OrderedSample
        What it was fitted to.
    optimum : Optimum
        The estimates.
    curve : numpy.ndarray
        Expected second derivatives of the discrepancy, by estimate.
    covariance : numpy.ndarray
        Covariances of the estimates; NaN where the model is not identified.
    test, base : Test
        Of the model, and of the one without relations.
    robust : Misfit or None
        What the robust indices rest on.
    loglik : float
        Log-likelihood; NaN without one.
    space : Space or None
        Where the estimates could be; None: anywhere.
    """

    model: Model
    samples: tuple[Sample, ...] | tuple[OrderedSample, ...]
    optimum: Optimum
    curve: Floats
    covariance: Floats
    test: Test
    base: Test
    robust: Misfit | None
    loglik: float
    space: Space | None = None

    @property
    def people(self) -> int:
        """Return the number of people in all groups."""
        return sum(sample.n for sample in self.samples)


def unidentified(curve: Floats, space: Space | None = None) -> Floats:
    """Return how much each estimate takes part in what the data cannot tell.

    Zero for all of them where the model is identified. `space` tells where they may be.
    """
    if space is not None:
        loose = unidentified(space.basis.T @ curve @ space.basis)
        return np.asarray(np.abs(space.basis) @ loose)
    scale = np.sqrt(np.maximum(np.diag(curve), 1e-300))
    scaled = curve / np.outer(scale, scale)
    if _is_sound(scaled):
        return np.zeros(len(curve))
    roots, vectors = np.linalg.eigh(scaled)
    return np.asarray(np.abs(vectors[:, roots < SINGULAR]).max(axis=1, initial=0.0))


def _is_sound(curve: Floats) -> bool:
    """Return whether a matrix is far from singular, told faster than by its roots."""
    if not curve.size:
        return True
    try:
        return bool(np.diag(np.linalg.cholesky(curve)).min() > SOUND)
    except np.linalg.LinAlgError:
        return False


def inverse_or_missing(curve: Floats, space: Space | None = None) -> Floats:
    """Return the inverse, or NaN everywhere where there is none.

    Where the estimates may only be in a space, the inverse is of what lies in it.
    """
    if space is not None:
        inner = inverse_or_missing(space.basis.T @ curve @ space.basis)
        return np.asarray(space.basis @ inner @ space.basis.T)
    if unidentified(curve).any():
        return np.full_like(curve, np.nan)
    return np.asarray(np.linalg.inv(curve))

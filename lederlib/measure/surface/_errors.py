"""How sure the coefficients are: least squares, HC3, and the bootstrap by moments."""

from typing import Final

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.surface._polynomial import Frame

_MOST_CELLS: Final = 4_000_000
_SINGULAR: Final = 1e-12
_WHOLE: Final = 1e-9


def ols_covariance(inverse: Floats, residuals: Floats) -> Floats:
    """Return the covariance of the coefficients under equal variances."""
    freedom = len(residuals) - len(inverse)
    return np.asarray(inverse * (residuals @ residuals / freedom))


def hc3_covariance(design: Floats, inverse: Floats, residuals: Floats) -> Floats:
    """Return MacKinnon and White's HC3, which needs no equal variances.

    Raises
    ------
    ValueError
        If one person alone decides a coefficient.
    """
    leverage = np.einsum("ij,jk,ik->i", design, inverse, design)
    if leverage.max() > 1 - _WHOLE:
        msg = "HC3 errors need more people: one person alone decides a coefficient."
        raise ValueError(msg)
    away = design * (residuals / (1 - leverage))[:, None]
    return np.asarray(inverse @ (away.T @ away) @ inverse)


def bootstrap(frame: Frame, replications: int, rng: np.random.Generator) -> Floats:
    """Return standardised coefficients of resampled people, shape (kept, 6).

    Each replication is a weighted sum of every person's products, so all of them are
    one matrix product and one stack of small equations. A replication whose people
    cannot tell the surface is left out.
    """
    held = np.column_stack([frame.design, frame.outcome])
    rows, columns = np.triu_indices(held.shape[1])
    products = held[:, rows] * held[:, columns]
    sums = _resampled_sums(products, replications, rng)
    gram = np.empty((replications, held.shape[1], held.shape[1]))
    gram[:, rows, columns] = gram[:, columns, rows] = sums
    left, right = gram[:, :-1, :-1], gram[:, :-1, -1]
    values = np.linalg.eigvalsh(left)
    able = values[:, 0] > _SINGULAR * values[:, -1]
    return np.asarray(np.linalg.solve(left[able], right[able][..., None])[..., 0])


def _resampled_sums(
    products: Floats, replications: int, rng: np.random.Generator
) -> Floats:
    people = len(products)
    block = max(1, _MOST_CELLS // people)
    sums = np.empty((replications, products.shape[1]))
    for start in range(0, replications, block):
        size = min(block, replications - start)
        chosen = rng.integers(0, people, (size, people), dtype=np.int32)
        chosen += people * np.arange(size, dtype=np.int32)[:, None]
        counts = np.bincount(chosen.ravel(), minlength=size * people)
        sums[start : start + size] = counts.reshape(size, people) @ products
    return sums

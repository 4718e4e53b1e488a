r"""What people's answers say of moments, worked out from what they did not answer.

Of who answered the items `o` and lacks `m`, with :math:`K = \Sigma^{-1}`,

.. math:: W = \Sigma_{oo}^{-1} = K - K_{:m} K_{mm}^{-1} K_{m:}, \quad
    \log|\Sigma_{oo}| = \log|\Sigma| + \log|K_{mm}|

(`W` with zeros for `m`), so that one inverse serves everybody and what is left are
matrices of the size of the gaps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.patterns import Answered, Kind

MOST_ROUNDS = 20_000
ALIKE = 1e-10
_NONE: Floats = np.zeros((1, 0, 0))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sight:
    r"""Answers as some moments see them.

    Attributes
    ----------
    value : float
        Mean over people of :math:`\log|\Sigma_{oo}| + z'Wz`, z a person's distance from
        the means; infinite where there is none.
    inverse : numpy.ndarray, shape (items, items)
        Of the covariances, K.
    weights : numpy.ndarray, shape (items, items)
        Mean of W.
    pulled : numpy.ndarray, shape (rows, items)
        W z, of each row of the answers.
    roots : tuple of numpy.ndarray, shape (patterns, lacking, lacking)
        By kind of pattern, the inverse of the root of :math:`K_{mm}`.
    """

    value: float
    inverse: Floats
    weights: Floats
    pulled: Floats
    roots: tuple[Floats, ...]

    @property
    def scatter(self) -> Floats:
        """Return the mean of W z z' W."""
        return np.asarray(self.pulled.T @ self.pulled)


def sight(mean: Floats, cov: Floats, answers: Answered) -> Sight:
    """Return how moments see answers.

    Of covariances that are not positive definite the value is infinite; whatever rests
    on gaps is then NaN.

    Raises
    ------
    numpy.linalg.LinAlgError
        If the covariances have no inverse.
    """
    inverse, log_size = _inverse(cov)
    apart = answers.rows - np.outer(answers.ones, mean - answers.centre)
    lost, roots = np.zeros_like(cov), [_NONE]
    if not answers.whole:
        roots = [_roots(inverse, kind) for kind in answers.kinds]
        apart, lost, size = _filled(apart, inverse, answers, roots)
        log_size += size
    pulled = apart @ inverse
    value = log_size + float(np.sum(apart * pulled))
    return Sight(
        value=np.inf if np.isnan(value) else value,
        inverse=inverse,
        weights=inverse - inverse @ lost @ inverse,
        pulled=pulled,
        roots=tuple(roots),
    )


def _filled(
    apart: Floats, inverse: Floats, answers: Answered, roots: Sequence[Floats]
) -> tuple[Floats, Floats, float]:
    r"""Return rows with what is expected in their gaps, and two means over people.

    Of :math:`K_{mm}^{-1}`, in its places, and of :math:`\log|K_{mm}|`.
    """
    filled, lost, log_size = apart.copy(), np.zeros_like(inverse), 0.0
    for kind in answers.kinds:
        filled[kind.rows[:, None], kind.missing[kind.pattern]] = 0
    pulled = filled @ inverse
    for kind, own in zip(answers.kinds, roots, strict=True):
        between = own.mT @ own
        down, across = kind.missing[:, :, None], kind.missing[:, None, :]
        np.add.at(lost, (down, across), kind.shares[:, None, None] * between)
        places = kind.rows[:, None], kind.missing[kind.pattern]
        filled[places] = -np.einsum("rij,rj->ri", between[kind.pattern], pulled[places])
        sizes = np.log(np.diagonal(own, axis1=1, axis2=2)).sum(axis=1)
        log_size -= 2 * float(kind.shares @ sizes)
    return filled, lost, log_size


def _roots(inverse: Floats, kind: Kind) -> Floats:
    """Return the inverses of the roots of what each pattern lacks of K, or NaN."""
    squares = inverse[kind.missing[:, :, None], kind.missing[:, None, :]]
    try:
        return np.asarray(np.linalg.inv(np.linalg.cholesky(squares)), dtype=float)
    except np.linalg.LinAlgError:
        return np.full_like(squares, np.nan)


def _inverse(cov: Floats) -> tuple[Floats, float]:
    """Return the inverse, and the logarithm of the determinant or infinity."""
    try:
        root = np.linalg.cholesky(cov)
    except np.linalg.LinAlgError:
        return np.asarray(np.linalg.inv(cov), dtype=float), np.inf
    lower = np.linalg.inv(root)
    return np.asarray(lower.T @ lower), 2 * float(np.log(np.diag(root)).sum())


def most_likely_moments(values: Floats, answers: Answered) -> tuple[Floats, Floats]:
    """Return the most likely means and covariances of answers with gaps, by EM.

    A round fills each gap with what the present moments expect.

    Raises
    ------
    numpy.linalg.LinAlgError
        If the covariances become singular.
    """
    mean, spread = np.nanmean(values, axis=0), np.nanvar(values, axis=0)
    cov = np.diag(spread)
    for _ in range(MOST_ROUNDS):
        seen = sight(mean, cov, answers)
        if np.isinf(seen.value):
            msg = "The most likely covariances are not positive definite."
            raise np.linalg.LinAlgError(msg)
        step = cov @ (seen.pulled.T @ answers.ones)
        turn = cov @ (seen.scatter - seen.weights) @ cov - np.outer(step, step)
        mean, cov = mean + step, cov + (turn + turn.T) / 2
        if np.abs(turn).max() + np.abs(step).max() < ALIKE * spread.max():
            break
    return mean, cov

r"""Second derivatives by way of the moments: first by these, then by what moves them.

.. math:: \sum_p n_p \, tr(W_p D_a M_p D_b)

for two covariances `a` and `b` needs no more than the sum over patterns of W times M,
cell by cell.
"""

from collections.abc import Iterator

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import Slope
from lederlib.measure.cfa.patterns import Answered
from lederlib.measure.cfa.sight import Sight

AT_ONCE = 4_000_000


def expected_by_moments(moved: Slope, seen: Sight, answered: Answered) -> Floats:
    """Return the second derivatives that the model expects of such answers."""
    joint, mixed = _nothing(seen)
    for weights, shares, _, _ in _patterns(seen, answered):
        half = np.sqrt(shares)[:, None] * _half(weights)
        joint += half.T @ half
    return _moved(moved, seen, joint, mixed)


def observed_by_moments(moved: Slope, seen: Sight, answered: Answered) -> Floats:
    """Return the second derivatives that these answers show."""
    joint, mixed = _nothing(seen)
    for weights, shares, scatter, mean in _patterns(seen, answered):
        half = _half(weights)
        joint += half.T @ (2 * scatter - shares[:, None] * half)
        mixed += np.tensordot(weights, mean, axes=(0, 0))
    return _moved(moved, seen, joint, mixed)


def moment_slopes(moved: Slope) -> Floats:
    """Return how covariances (each once, row by row) and means move."""
    one, other = np.tril_indices(len(moved.mean))
    between = moved.u[one] * moved.v[other] + moved.v[one] * moved.u[other]
    return np.vstack([between, moved.mean])


def _nothing(seen: Sight) -> tuple[Floats, Floats]:
    items = len(seen.inverse)
    pairs = items * (items + 1) // 2
    return np.zeros((pairs, pairs)), np.zeros((items, items, items))


def _half(square: Floats) -> Floats:
    """Return the lower triangles of symmetric matrices."""
    one, other = np.tril_indices(square.shape[-1])
    return np.asarray(square[:, one, other])


def _patterns(
    seen: Sight, answered: Answered
) -> Iterator[tuple[Floats, Floats, Floats, Floats]]:
    """Yield of some patterns at a time W, their shares, and the sums of y y' and y."""
    items = len(seen.inverse)
    one, other = np.tril_indices(items)
    for roots, kind in zip(seen.roots, answered.kinds, strict=True):
        starts = np.searchsorted(kind.pattern, np.arange(len(kind.missing) + 1))
        step = max(1, AT_ONCE // (items**2 * int(np.diff(starts).max())))
        for begin in range(0, len(kind.missing), step):
            own = slice(begin, begin + step)
            lost = roots[own] @ seen.inverse[kind.missing[own]]
            edges = starts[begin : begin + step + 1]
            rows = kind.rows[edges[0] : edges[-1]]
            pulled, first = seen.pulled[rows], edges[:-1] - edges[0]
            yield (
                seen.inverse - lost.mT @ lost,
                kind.shares[own],
                np.add.reduceat(pulled[:, one] * pulled[:, other], first),
                np.add.reduceat(pulled * answered.ones[rows, None], first),
            )


def _moved(moved: Slope, seen: Sight, joint: Floats, mixed: Floats) -> Floats:
    """Return the second derivatives by the parameters."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - slow to load

    items = len(seen.inverse)
    i, j = np.tril_indices(items)
    place = np.zeros((items, items), dtype=np.int64)
    place[i, j] = place[j, i] = np.arange(len(i))
    scale = np.where(i == j, 0.5, 1.0)
    even = joint + joint.T
    own = even[place[np.ix_(i, i)], place[np.ix_(j, j)]]
    own += even[place[np.ix_(i, j)], place[np.ix_(j, i)]]
    own *= np.outer(scale, scale)
    cross = 2 * scale * (mixed[:, i, j] + mixed[:, j, i])
    whole = np.block([[own, cross.T], [cross, 2 * seen.weights]])
    slopes = csr_array(moment_slopes(moved))
    return np.asarray(slopes.T @ whole @ slopes)

r"""Second derivatives by way of what is missing.

With W = K − C for who lacks something (`sight`),

.. math:: tr(W d\Sigma_k W d\Sigma_l) = tr(K d\Sigma_k K d\Sigma_l)
    - tr(K d\Sigma_k C d\Sigma_l) - tr(C d\Sigma_k K d\Sigma_l)
    + tr(C d\Sigma_k C d\Sigma_l)

of which all but the last need no more than the mean of C; the last is a sum of squares
over what is missing.
"""

from collections.abc import Iterator

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import Slope
from lederlib.measure.cfa.patterns import Answered
from lederlib.measure.cfa.sight import Sight

AT_ONCE = 4_000_000


def expected_by_gaps(moved: Slope, seen: Sight, answered: Answered) -> Floats:
    """Return the second derivatives that the model expects of such answers."""
    return _traced(moved, seen, answered) + 2 * moved.mean.T @ seen.weights @ moved.mean


def observed_by_gaps(moved: Slope, seen: Sight, answered: Answered) -> Floats:
    """Return the second derivatives that these answers show."""
    inverse, mean = seen.inverse, seen.pulled.T @ answered.ones
    turned = moved.u * (moved.v.T @ mean) + moved.v * (moved.u.T @ mean)
    cross = moved.mean.T @ inverse @ turned
    level = moved.mean.T @ inverse @ moved.mean
    bent = _traces(moved, seen.scatter, inverse) + level + cross + cross.T
    for part in _lost_rows(moved, seen, answered):
        bent -= part.T @ part
    return 2 * bent - _traced(moved, seen, answered)


def _traces(moved: Slope, first: Floats, second: Floats) -> Floats:
    r"""Return :math:`tr(P d\Sigma_k Q d\Sigma_l)` for all pairs, made symmetric."""
    u, v = moved.u, moved.v
    pu, pv, qu, qv = first @ u, first @ v, second @ u, second @ v
    total = (v.mT @ qu) * (u.mT @ pv) + (v.mT @ qv) * (u.mT @ pu)
    total += (u.mT @ qu) * (v.mT @ pv) + (u.mT @ qv) * (v.mT @ pu)
    return np.asarray((total + total.mT) / 2)


def _traced(moved: Slope, seen: Sight, answered: Answered) -> Floats:
    r"""Return the mean of :math:`tr(W d\Sigma_k W d\Sigma_l)`."""
    inverse = seen.inverse
    curve = _traces(moved, 2 * seen.weights - inverse, inverse)
    sides = inverse @ moved.u, inverse @ moved.v
    for place, kind in enumerate(answered.kinds):
        one, other = np.tril_indices(kind.missing.shape[1])
        twice = np.sqrt(np.where(one == other, 1.0, 2.0))[:, None]
        for chosen in chunks(len(kind.missing), len(one) * inverse.shape[1]):
            u, v = (
                seen.roots[place][chosen] @ side[kind.missing[chosen]] for side in sides
            )
            between = u[:, one] * v[:, other] + v[:, one] * u[:, other]
            between *= np.sqrt(kind.shares[chosen])[:, None, None] * twice
            rows = between.reshape(-1, between.shape[-1])
            curve += rows.T @ rows
    return curve


def _lost_rows(moved: Slope, seen: Sight, answered: Answered) -> Iterator[Floats]:
    """Yield what each row's missing answers take from how the row bends."""
    mean = seen.inverse @ moved.mean
    u, v = seen.inverse @ moved.u, seen.inverse @ moved.v
    along_u, along_v = seen.pulled @ moved.u, seen.pulled @ moved.v
    for place, kind in enumerate(answered.kinds):
        for chosen in chunks(len(kind.rows), kind.missing.shape[1] * u.shape[1]):
            missing = kind.missing[kind.pattern[chosen]]
            rows = kind.rows[chosen]
            turned = u[missing] * along_v[rows][:, None]
            turned += v[missing] * along_u[rows][:, None]
            turned += mean[missing] * answered.ones[rows][:, None, None]
            lost = seen.roots[place][kind.pattern[chosen]] @ turned
            yield lost.reshape(-1, lost.shape[-1])


def chunks(count: int, width: int) -> Iterator[slice]:
    """Yield parts of so many rows, none of them too large for the memory."""
    step = max(1, AT_ONCE // max(width, 1))
    for begin in range(0, count, step):
        yield slice(begin, begin + step)

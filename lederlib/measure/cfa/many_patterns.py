r"""Second derivatives where people answered many different sets of items.

With few sets it is cheapest to add up what each of them says of each pair of parameters
(`likelihood`). With many the sets are added up first,

.. math:: \sum_p n_p \, tr(M_p \, d\Sigma_k \, W_p \, d\Sigma_l)
    = \sum_{ijkl} d\Sigma_k[i, j] \Big(\sum_p n_p M_p[l, i] W_p[j, k]\Big)
    d\Sigma_l[k, l],

item by item, so that the work no longer grows with sets times parameters squared. Of
M and W, which are symmetric, only a half is multiplied.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import Implied, Slope
from lederlib.measure.cfa.patterns import Pattern


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stack:
    """All sets of items, with zeros for what was not answered.

    Attributes
    ----------
    shares : numpy.ndarray, shape (sets,)
        Of the people.
    inverses, around : numpy.ndarray, shape (sets, items, items)
        Inverses of the implied covariances, and the observed ones around the implied
        means.
    gaps : numpy.ndarray, shape (sets, items)
        Observed minus implied means.
    """

    shares: Floats
    inverses: Floats
    around: Floats
    gaps: Floats


def stacked(moments: Implied, parts: Sequence[tuple[Pattern, Floats]]) -> Stack:
    """Return the sets of a group with the inverses of their implied covariances."""
    items = len(moments.mean)
    inverses, around = np.zeros((2, len(parts), items, items))
    gaps = np.zeros((len(parts), items))
    for place, (part, inverse) in enumerate(parts):
        chosen = np.ix_(part.seen, part.seen)
        gap = part.mean - moments.mean[part.seen]
        inverses[place][chosen] = inverse
        around[place][chosen] = part.cov + np.outer(gap, gap)
        gaps[place, part.seen] = gap
    people = np.array([part.n for part, _ in parts])
    shares = people / people.sum()
    return Stack(shares=shares, inverses=inverses, around=around, gaps=gaps)


def stacked_expected(moved: Slope, stack: Stack) -> Floats:
    """Return what the second derivatives are on average if the model is true."""
    halved = np.sqrt(stack.shares)[:, None, None] * stack.inverses
    level = moved.mean.T @ _mean_inverse(stack) @ moved.mean
    return np.asarray(_traces(_moves(moved), halved, halved) + 2 * level)


def stacked_observed(moved: Slope, stack: Stack) -> Floats:
    """Return the second derivatives that hold the slopes of the moments still."""
    moves = _moves(moved)
    weighted = stack.shares[:, None, None] * stack.inverses
    heavy = 2 * stack.inverses @ stack.around @ stack.inverses - stack.inverses
    pulled = np.einsum("pij,pj->pi", stack.inverses, stack.gaps)
    curve = _traces(moves, weighted, heavy)
    items = pulled.shape[1]
    bent = weighted.reshape(len(weighted), -1).T @ pulled
    turned = bent.reshape(items, -1) @ moves.reshape(len(moves), -1).T
    cross = moved.mean.T @ turned
    level = moved.mean.T @ _mean_inverse(stack) @ moved.mean
    return np.asarray(curve + 2 * (level + cross + cross.T))


def _mean_inverse(stack: Stack) -> Floats:
    return np.asarray(np.tensordot(stack.shares, stack.inverses, axes=1))


def _moves(moved: Slope) -> Floats:
    """Return how the covariances move, parameters first."""
    half = np.einsum("ik,jk->kij", moved.u, moved.v)
    return np.asarray(half + half.mT)


def _traces(moves: Floats, left: Floats, right: Floats) -> Floats:
    items = left.shape[1]
    rows, columns = np.tril_indices(items)
    place = np.zeros((items, items), dtype=np.int64)
    place[rows, columns] = place[columns, rows] = np.arange(len(rows))
    first = left[:, rows, columns]
    second = first if right is left else right[:, rows, columns]
    joint = first.T @ second
    wide = moves.reshape(len(moves), -1).T
    total = np.zeros((len(moves), len(moves)))
    for item in range(items):
        along = joint[place[item]].T[place].reshape(items, -1) @ wide
        total += moves[:, item, :] @ along
    return total

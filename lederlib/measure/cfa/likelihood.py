r"""Normal-theory maximum likelihood, from moments or with gaps (full information).

For people who answered the same items, with means `m` and covariances `S`,

.. math:: F = \log|\Sigma| + tr(\Sigma^{-1} T), \quad T = S + (m - \mu)(m - \mu)'

and groups of people are weighted by their number. The value is counted from that of the
most likely moments, so that n × F is the test statistic.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import Implied, Slope, implied, slope
from lederlib.measure.cfa.many_patterns import (
    stacked,
    stacked_expected,
)
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import (
    Objective,
    pooled,
)
from lederlib.measure.cfa.patterns import Pattern
from lederlib.measure.cfa.sample import Sample, shares

Inverse = tuple[Pattern, Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pull:
    """How the discrepancy of a group moves with its implied moments."""

    cov: Floats
    mean: Floats


def ml_objective(model: Model, samples: Sequence[Sample]) -> Objective:
    """Return the discrepancy of a model from what the groups answered."""
    means = model.frame.means
    floors = [discrepancy(sample.mean, sample.cov, sample, means) for sample in samples]

    def value(estimate: Floats, number: int) -> float:
        moments = implied(model.matrices(estimate, number))
        return (
            discrepancy(moments.mean, moments.cov, samples[number], means)
            - floors[number]
        )

    def slopes(estimate: Floats, number: int) -> tuple[Floats, Floats]:
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        inverses = list(inverses_of(moments, samples[number]))
        gradient = along(pull_of(moments, inverses, means), moved)
        if means and len(inverses) > len(moments.mean):
            return gradient, stacked_expected(moved, stacked(moments, inverses))
        return gradient, expected_curve(moved, inverses, means)

    return pooled(model, list(shares(samples)), value, slopes)


def discrepancy(mean: Floats, cov: Floats, sample: Sample, means: bool) -> float:
    """Return how far a group is from moments, up to a constant; infinite if none."""
    total = 0.0
    for part in sample.patterns:
        inner = cov[np.ix_(part.seen, part.seen)]
        try:
            root = np.linalg.cholesky(inner)
        except np.linalg.LinAlgError:
            return np.inf
        log_size = 2 * np.log(np.diag(root)).sum()
        around = around_means(mean, part, means)
        total += part.n * (log_size + np.sum(np.linalg.inv(inner) * around))
    return float(total / sample.size)


def around_means(mean: Floats, part: Pattern, means: bool) -> Floats:
    """Return the covariances around the model's means, where it has any."""
    if not means:
        return part.cov
    gap = part.mean - mean[part.seen]
    return part.cov + np.outer(gap, gap)


def pull_of(moments: Implied, inverses: Sequence[Inverse], means: bool) -> Pull:
    """Return the derivative of a group's discrepancy by its implied moments."""
    by_cov, by_mean = np.zeros_like(moments.cov), np.zeros_like(moments.mean)
    people = sum(part.n for part, _ in inverses)
    for part, inverse in inverses:
        around = around_means(moments.mean, part, means)
        share = part.n / people
        by_cov[np.ix_(part.seen, part.seen)] += share * (
            inverse - inverse @ around @ inverse
        )
        if means:
            gap = part.mean - moments.mean[part.seen]
            by_mean[part.seen] -= 2 * share * (inverse @ gap)
    return Pull(cov=by_cov, mean=by_mean)


def inverses_of(moments: Implied, sample: Sample) -> Iterator[Inverse]:
    """Yield each pattern with the inverse of its implied covariances."""
    for part in sample.patterns:
        inner = moments.cov[np.ix_(part.seen, part.seen)]
        yield part, np.asarray(np.linalg.inv(inner))


def along(pulled: Pull, moved: Slope) -> Floats:
    """Return the gradient by free parameter."""
    by_cov = 2 * np.einsum("...ik,...ik->...k", moved.u, pulled.cov @ moved.v)
    by_mean = np.einsum("...ik,...i->...k", moved.mean, pulled.mean)
    return np.asarray(by_cov + by_mean)


def expected_curve(moved: Slope, inverses: Sequence[Inverse], means: bool) -> Floats:
    """Return the second derivatives of a group's discrepancy that the model expects."""
    count = moved.u.shape[1]
    curve = np.zeros((count, count))
    people = sum(part.n for part, _ in inverses)
    for part, inverse in inverses:
        chosen = Slope(
            u=moved.u[part.seen], v=moved.v[part.seen], mean=moved.mean[part.seen]
        )
        curve += (part.n / people) * bend(chosen, inverse, means=means)
    return curve


def bend(moved: Slope, inverse: Floats, *, means: bool) -> Floats:
    """Return the expected second derivatives of the discrepancy of one pattern."""
    half, other = moved.u.mT @ inverse, moved.v.mT @ inverse
    across = half @ moved.v
    square = (half @ moved.u) * (other @ moved.v) + across * across.mT
    if means:
        square += moved.mean.mT @ inverse @ moved.mean
    return 2 * square

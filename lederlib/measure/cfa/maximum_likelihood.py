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
from lederlib.measure.cfa.parameters import Model
from lederlib.measure.cfa.sample import Pattern, Sample, shares
from lederlib.measure.cfa.search import Objective, gather, gather_square, pooled

Inverse = tuple[Pattern, Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pull:
    """How the discrepancy of a group moves with its implied moments."""

    cov: Floats
    mean: Floats


def ml_objective(model: Model, samples: Sequence[Sample]) -> Objective:
    """Return the discrepancy of a model from what the groups answered."""
    means = model.frame.means
    floors = [_value(sample.mean, sample.cov, sample, means) for sample in samples]

    def value(estimate: Floats, number: int) -> float:
        moments = implied(model.matrices(estimate, number))
        return (
            _value(moments.mean, moments.cov, samples[number], means) - floors[number]
        )

    def slopes(estimate: Floats, number: int) -> tuple[Floats, Floats]:
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        inverses = list(_inverses(moments, samples[number]))
        gradient = _along(_pull(moments, inverses, means), moved)
        return gradient, expected_curve(moved, inverses, means)

    return pooled(model, list(shares(samples)), value, slopes)


def _value(mean: Floats, cov: Floats, sample: Sample, means: bool) -> float:
    total = 0.0
    for part in sample.patterns:
        inner = cov[np.ix_(part.seen, part.seen)]
        try:
            root = np.linalg.cholesky(inner)
        except np.linalg.LinAlgError:
            return np.inf
        log_size = 2 * np.log(np.diag(root)).sum()
        around = _around(mean, part, means)
        total += part.n * (log_size + np.sum(np.linalg.inv(inner) * around))
    return float(total / sample.n)


def _around(mean: Floats, part: Pattern, means: bool) -> Floats:
    """Return the covariances around the model's means, where it has any."""
    if not means:
        return part.cov
    gap = part.mean - mean[part.seen]
    return part.cov + np.outer(gap, gap)


def _pull(moments: Implied, inverses: Sequence[Inverse], means: bool) -> Pull:
    """Return the derivative of a group's discrepancy by its implied moments."""
    by_cov, by_mean = np.zeros_like(moments.cov), np.zeros_like(moments.mean)
    people = sum(part.n for part, _ in inverses)
    for part, inverse in inverses:
        around = _around(moments.mean, part, means)
        share = part.n / people
        by_cov[np.ix_(part.seen, part.seen)] += share * (
            inverse - inverse @ around @ inverse
        )
        if means:
            gap = part.mean - moments.mean[part.seen]
            by_mean[part.seen] -= 2 * share * (inverse @ gap)
    return Pull(cov=by_cov, mean=by_mean)


def _inverses(moments: Implied, sample: Sample) -> Iterator[Inverse]:
    for part in sample.patterns:
        inner = moments.cov[np.ix_(part.seen, part.seen)]
        yield part, np.asarray(np.linalg.inv(inner))


def _along(pulled: Pull, moved: Slope) -> Floats:
    """Return the gradient by free parameter."""
    by_cov = 2 * np.einsum("ik,ik->k", moved.u, pulled.cov @ moved.v)
    return np.asarray(by_cov + moved.mean.T @ pulled.mean)


def expected_curve(moved: Slope, inverses: Sequence[Inverse], means: bool) -> Floats:
    """Return the second derivatives of a group's discrepancy that the model expects."""
    count = moved.u.shape[1]
    curve = np.zeros((count, count))
    people = sum(part.n for part, _ in inverses)
    for part, inverse in inverses:
        u, v = moved.u[part.seen], moved.v[part.seen]
        across = u.T @ inverse @ v
        square = (u.T @ inverse @ u) * (v.T @ inverse @ v) + across * across.T
        if means:
            square += moved.mean[part.seen].T @ inverse @ moved.mean[part.seen]
        curve += (2 * part.n / people) * square
    return curve


def observed_curve(model: Model, samples: Sequence[Sample], estimate: Floats) -> Floats:
    """Return the second derivatives of the discrepancy, by estimate.

    Those of the discrepancy by the moments are exact; those of the moments by the
    estimates are central differences, which are exact for moments of second degree.
    """
    weights = shares(samples)
    direct, held = [], []
    for number, (sample, weight) in enumerate(zip(samples, weights, strict=True)):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        curve = second_by_moments(moments, moved, sample, model.frame.means)
        direct.append(weight * curve)
        inverses = list(_inverses(moments, sample))
        held.append(_pull(moments, inverses, model.frame.means))
    total = gather_square(model, direct)
    bent = np.empty_like(total)
    for place in range(model.estimates):
        step = np.zeros(model.estimates)
        step[place] = 1e-4 * max(1.0, abs(estimate[place]))
        ahead, behind = (
            _held_gradient(model, held, weights, estimate + sign * step)
            for sign in (1, -1)
        )
        bent[place] = (ahead - behind) / (2 * step[place])
    return np.asarray(total + (bent + bent.T) / 2)


def _held_gradient(
    model: Model, held: Sequence[Pull], weights: Floats, estimate: Floats
) -> Floats:
    parts = []
    for number, (pulled, weight) in enumerate(zip(held, weights, strict=True)):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        parts.append(weight * _along(pulled, moved))
    return gather(model, parts)


def second_by_moments(
    moments: Implied, moved: Slope, sample: Sample, means: bool
) -> Floats:
    """Return the part of a group's second derivatives that holds the slopes still."""
    count = moved.u.shape[1]
    curve = np.zeros((count, count))
    for part, inverse in _inverses(moments, sample):
        u, v = moved.u[part.seen], moved.v[part.seen]
        heavy = inverse @ _around(moments.mean, part, means) @ inverse
        square = 2 * _traces(u, v, heavy, inverse) - _traces(u, v, inverse, inverse)
        if means:
            level = moved.mean[part.seen]
            gap = inverse @ (part.mean - moments.mean[part.seen])
            turned = inverse @ (u * (v.T @ gap) + v * (u.T @ gap))
            cross = level.T @ turned
            square += 2 * (level.T @ inverse @ level + cross + cross.T)
        curve += (part.n / sample.n) * square
    return curve


def _traces(u: Floats, v: Floats, first: Floats, second: Floats) -> Floats:
    r"""Return :math:`tr(P d\Sigma_k Q d\Sigma_l)` for all pairs, made symmetric."""
    pu, pv, qu, qv = first @ u, first @ v, second @ u, second @ v
    total = (v.T @ qu) * (u.T @ pv) + (v.T @ qv) * (u.T @ pu)
    total += (u.T @ qu) * (v.T @ pv) + (u.T @ qv) * (v.T @ pu)
    return np.asarray((total + total.T) / 2)


def casewise_scores(
    moments: Implied, moved: Slope, sample: Sample, means: bool
) -> Floats:
    """Return each person's derivatives of the log-likelihood, by free parameter."""
    scores = np.zeros((sample.n, moved.u.shape[1]))
    for part, inverse in _inverses(moments, sample):
        u, v = moved.u[part.seen], moved.v[part.seen]
        centre = (moments.mean if means else sample.mean)[part.seen]
        apart = (sample.values[np.ix_(part.people, part.seen)] - centre) @ inverse
        expected = np.einsum("ik,ik->k", u, inverse @ v)
        scores[part.people] = (apart @ u) * (apart @ v) - expected
        if means:
            scores[part.people] += apart @ moved.mean[part.seen]
    return scores


def saturated_log_likelihood(samples: Sequence[Sample]) -> float:
    """Return the log-likelihood of the most likely moments."""
    total = 0.0
    for sample in samples:
        answers = sum(part.n * len(part.seen) for part in sample.patterns)
        inner = _value(sample.mean, sample.cov, sample, means=True)
        total -= 0.5 * (answers * np.log(2 * np.pi) + sample.n * inner)
    return total

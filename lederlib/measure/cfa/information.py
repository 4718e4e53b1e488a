"""What answers tell about the estimates: observed information and people's scores."""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import Implied, Slope, implied, slope
from lederlib.measure.cfa.likelihood import (
    Pull,
    along,
    around_means,
    inverses_of,
    pull_of,
)
from lederlib.measure.cfa.many_patterns import (
    stacked,
    stacked_observed,
)
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import gather, gather_columns, gather_square
from lederlib.measure.cfa.sample import Sample, shares


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
        inverses = list(inverses_of(moments, sample))
        held.append(pull_of(moments, inverses, model.frame.means))
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
        parts.append(weight * along(pulled, moved))
    return gather(model, parts)


def second_by_moments(
    moments: Implied,
    moved: Slope,
    sample: Sample,
    means: bool,
    *,
    together: bool | None = None,
) -> Floats:
    """Return the part of a group's second derivatives that holds the slopes still.

    Patterns are added up first if there are many, or as told by `together`.
    """
    count = moved.u.shape[1]
    curve = np.zeros((count, count))
    inverses = list(inverses_of(moments, sample))
    many = means and len(inverses) > len(moments.mean)
    if many if together is None else together:
        return stacked_observed(moved, stacked(moments, inverses))
    for part, inverse in inverses:
        u, v = moved.u[part.seen], moved.v[part.seen]
        heavy = inverse @ around_means(moments.mean, part, means) @ inverse
        square = _traces(u, v, 2 * heavy - inverse, inverse)
        if means:
            level = moved.mean[part.seen]
            gap = inverse @ (part.mean - moments.mean[part.seen])
            turned = inverse @ (u * (v.T @ gap) + v * (u.T @ gap))
            cross = level.T @ turned
            square += 2 * (level.T @ inverse @ level + cross + cross.T)
        curve += (part.n / sample.size) * square
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
    """Return each person's derivatives of the log-likelihood, by free parameter.

    Times the person's weight, where there are weights.
    """
    scores = np.zeros((sample.n, moved.u.shape[1]))
    for part, inverse in inverses_of(moments, sample):
        u, v = moved.u[part.seen], moved.v[part.seen]
        centre = (moments.mean if means else sample.mean)[part.seen]
        apart = (sample.values[np.ix_(part.people, part.seen)] - centre) @ inverse
        expected = np.einsum("ik,ik->k", u, inverse @ v)
        scores[part.people] = (apart @ u) * (apart @ v) - expected
        if means:
            scores[part.people] += apart @ moved.mean[part.seen]
    return scores * sample.weights[:, None] if sample.weights.size else scores


def products(scores: Floats, sample: Sample) -> Floats:
    """Return the products of the scores of people, or of their clusters' sums.

    With C clusters the products are multiplied by C / (C − 1), as in lavaan.
    """
    if not sample.cluster.size:
        return np.asarray(scores.T @ scores)
    count = int(sample.cluster.max()) + 1
    sums = np.zeros((count, scores.shape[1]))
    np.add.at(sums, sample.cluster, scores)
    return np.asarray(sums.T @ sums * (count / (count - 1)))


def meat(model: Model, samples: Sequence[Sample], estimate: Floats) -> Floats:
    """Return the products of the scores, by estimate."""
    total = np.zeros((model.estimates, model.estimates))
    for number, sample in enumerate(samples):
        group = model.groups[number]
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, group.free)
        scores = casewise_scores(moments, moved, sample, model.frame.means)
        total += products(gather_columns(model, group, scores), sample)
    return total

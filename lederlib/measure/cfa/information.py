"""What answers tell about the estimates: observed information and people's scores."""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.curves import observed_curve
from lederlib.measure.cfa.gap_curves import chunks
from lederlib.measure.cfa.implied import Implied, Slope, implied, slope
from lederlib.measure.cfa.likelihood import Pull, along, pull_of, seen_by
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import gather_columns, gather_square
from lederlib.measure.cfa.patterns import each_person
from lederlib.measure.cfa.sample import Sample, shares
from lederlib.measure.cfa.sight import sight


def observed_information(
    model: Model, samples: Sequence[Sample], estimate: Floats
) -> Floats:
    """Return the second derivatives of the discrepancy, by estimate.

    Those of the discrepancy by the moments are exact; those of the moments by the
    estimates are central differences, which are exact for moments of second degree.
    """
    weights = shares(samples)
    direct, bent = [], np.zeros((model.estimates, model.estimates))
    for number, (sample, weight) in enumerate(zip(samples, weights, strict=True)):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        seen = seen_by(moments, sample, model.frame.means)
        direct.append(weight * observed_curve(moved, seen, sample.answered))
        pulled = pull_of(seen, sample.answered)
        own = np.unique(model.groups[number].target)
        bent[own] += weight * _bent(model, pulled, number, estimate, own)
    return gather_square(model, direct) + (bent + bent.T) / 2


def _bent(
    model: Model, pulled: Pull, number: int, estimate: Floats, own: Ints
) -> Floats:
    """Return how a group's gradient moves with its own estimates if the pull stays."""
    group = model.groups[number]
    found = []
    for chosen in chunks(len(own), len(model.frame.items) * len(group.target)):
        steps = 1e-4 * np.maximum(1.0, np.abs(estimate[own[chosen]]))
        move = np.zeros((len(steps), len(estimate)))
        move[np.arange(len(steps)), own[chosen]] = steps
        ahead, behind = (
            along(pulled, slope(implied(model.matrices(end, number)), group.free))
            for end in (estimate + move, estimate - move)
        )
        found.append((ahead - behind) / (2 * steps[:, None]))
    return gather_columns(model, group, np.vstack(found))


def casewise_scores(
    moments: Implied, moved: Slope, sample: Sample, means: bool
) -> Floats:
    """Return each person's derivatives of the log-likelihood, by free parameter.

    Times the person's weight, where there are weights.
    """
    people = each_person(sample.values)
    seen = sight(moments.mean if means else sample.mean, moments.cov, people)
    pulled, inverse = seen.pulled, seen.inverse
    scores = (pulled @ moved.u) * (pulled @ moved.v) + pulled @ moved.mean
    scores -= np.einsum("ik,ik->k", moved.u, inverse @ moved.v)
    sides = inverse @ moved.u, inverse @ moved.v
    for roots, kind in zip(seen.roots, people.kinds, strict=True):
        lost = [roots @ side[kind.missing] for side in sides]
        scores[kind.rows] += np.einsum("pik,pik->pk", *lost)[kind.pattern]
    return scores * sample.weights[:, None] if sample.weights.size else scores


def products(scores: Floats, sample: Sample) -> Floats:
    """Return the products of the scores of people, or of their clusters' sums.

    With C clusters the products are multiplied by C / (C − 1), as in lavaan.
    """
    if not sample.cluster.size:
        return np.asarray(scores.T @ scores)
    order = np.argsort(sample.cluster, kind="stable")
    _, first = np.unique(sample.cluster[order], return_index=True)
    sums = np.add.reduceat(scores[order], first)
    return np.asarray(sums.T @ sums * (len(first) / (len(first) - 1)))


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

r"""Normal-theory maximum likelihood, from moments or with gaps (full information).

For a person who answered some items, whose answers are `z` apart from their means,

.. math:: F = \log|\Sigma| + z' \Sigma^{-1} z

by those items, and the discrepancy is its mean over people. The value is counted from
that of the most likely moments, so that n × F is the test statistic.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.curves import expected_curve
from lederlib.measure.cfa.implied import Implied, Slope, implied, slope
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import Objective, pooled
from lederlib.measure.cfa.patterns import Answered
from lederlib.measure.cfa.sample import Sample, shares
from lederlib.measure.cfa.sight import Sight, sight


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pull:
    """How the discrepancy of a group moves with its implied moments."""

    cov: Floats
    mean: Floats


def ml_objective(model: Model, samples: Sequence[Sample]) -> Objective:
    """Return the discrepancy of a model from what the groups answered."""
    means = model.frame.means
    floors = [discrepancy(sample.mean, sample.cov, sample) for sample in samples]

    def value(estimate: Floats, number: int) -> float:
        moments = implied(model.matrices(estimate, number))
        mean = moments.mean if means else samples[number].mean
        return discrepancy(mean, moments.cov, samples[number]) - floors[number]

    def slopes(estimate: Floats, number: int) -> tuple[Floats, Floats]:
        moments = implied(model.matrices(estimate, number))
        moved, sample = slope(moments, model.groups[number].free), samples[number]
        seen = seen_by(moments, sample, means)
        gradient = along(pull_of(seen, sample.answered), moved)
        return gradient, expected_curve(moved, seen, sample.answered)

    return pooled(model, list(shares(samples)), value, slopes)


def discrepancy(mean: Floats, cov: Floats, sample: Sample) -> float:
    """Return how far a group is from moments, up to a constant; infinite if none."""
    try:
        return sight(mean, cov, sample.answered).value
    except np.linalg.LinAlgError:
        return np.inf


def seen_by(moments: Implied, sample: Sample, means: bool) -> Sight:
    """Return a group as implied moments see it; without means in the model its own."""
    mean = moments.mean if means else sample.mean
    return sight(mean, moments.cov, sample.answered)


def pull_of(seen: Sight, answered: Answered) -> Pull:
    """Return the derivative of a group's discrepancy by its implied moments."""
    return Pull(
        cov=seen.weights - seen.scatter, mean=-2 * (answered.ones @ seen.pulled)
    )


def along(pulled: Pull, moved: Slope) -> Floats:
    """Return the gradient by free parameter."""
    by_cov = 2 * np.einsum("...ik,...ik->...k", moved.u, pulled.cov @ moved.v)
    by_mean = np.einsum("...ik,...i->...k", moved.mean, pulled.mean)
    return np.asarray(by_cov + by_mean)

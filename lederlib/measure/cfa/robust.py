"""Errors and tests that do not rest on normal answers or on independent people.

Huber's and White's sandwich for the errors; for the test what Yuan and Bentler (2000,
https://doi.org/10.1111/0081-1750.00078) propose, in the variant of lavaan's MLR: the
scale is the difference between the traces of the saturated model and of the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import Slope, implied, slope
from lederlib.measure.cfa.maximum_likelihood import casewise_scores, second_by_moments
from lederlib.measure.cfa.parameters import Model, Places, at_moments
from lederlib.measure.cfa.sample import Sample
from lederlib.measure.cfa.search import gather_columns


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Saturated:
    """One group's information on its own moments, per person.

    Attributes
    ----------
    places : mapping of matrix to Places
        Which moments they are, in order.
    observed, meat : numpy.ndarray
        Minus the second derivatives of the log-likelihood, and the products of the
        first ones; shape (moments, moments).
    """

    places: dict[str, Places]
    observed: Floats
    meat: Floats

    def trace(self) -> float:
        """Return the trace of the product of `meat` and the inverse of `observed`."""
        return float(np.trace(np.linalg.solve(self.observed, self.meat)))


def saturated_information(
    model: Model, samples: Sequence[Sample]
) -> tuple[Saturated, ...]:
    """Return what each group tells about its own means and covariances.

    `model` is the saturated one.
    """
    estimate = at_moments(model, [(sample.mean, sample.cov) for sample in samples])
    means, found = model.frame.means, []
    for number, sample in enumerate(samples):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        curve = second_by_moments(moments, moved, sample, means)
        scores = np.zeros((0, curve.shape[1]))
        if len(sample.values):
            scores = casewise_scores(moments, moved, sample, means)
        found.append(
            Saturated(
                places=model.groups[number].free,
                observed=curve / 2,
                meat=products(scores, sample) / sample.n,
            )
        )
    return tuple(found)


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


def moment_slopes(moved: Slope, places: dict[str, Places]) -> Floats:
    """Return how the saturated model's moments move with a model's parameters."""
    rows = []
    for matrix, part in places.items():
        if matrix == "residuals":
            first, second = part.row, part.column
            rows.append(
                moved.u[first] * moved.v[second] + moved.v[first] * moved.u[second]
            )
        else:
            rows.append(moved.mean[part.row])
    return np.vstack(rows)

"""The model that fits exactly: its likelihood, and what is known of its moments."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.curves import observed_curve
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.implied import Slope, implied, slope
from lederlib.measure.cfa.information import casewise_scores, products
from lederlib.measure.cfa.likelihood import discrepancy, seen_by
from lederlib.measure.cfa.matrices import Places
from lederlib.measure.cfa.plain_models import at_moments, plain_model
from lederlib.measure.cfa.sample import Sample, sample_of_moments


def saturated_log_likelihood(
    samples: Sequence[Sample], given: Sequence[int] = ()
) -> float:
    """Return the log-likelihood of the most likely moments.

    Items that are `given`, by their places, have none of their own: it is that of the
    others given them.
    """
    total = 0.0
    for sample in samples:
        inner = discrepancy(sample.mean, sample.cov, sample)
        answers = sample.answered.answers
        total -= 0.5 * (answers * np.log(2 * np.pi) + sample.size * inner)
        if given:
            own = sample_of_moments(
                sample.mean[given], sample.cov[np.ix_(given, given)], sample.size
            )
            total -= saturated_log_likelihood([own])
    return total


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
    bread : numpy.ndarray
        The inverse of `observed`.
    trace : float
        The trace of the product of `meat` and `bread`.
    """

    places: dict[str, Places]
    observed: Floats
    meat: Floats
    bread: Floats
    trace: float


def saturated_information(
    frame: Frame, samples: Sequence[Sample]
) -> tuple[Saturated, ...]:
    """Return what each group tells about its own means and covariances."""
    model = plain_model(frame, related=True)
    estimate = at_moments(model, [(sample.mean, sample.cov) for sample in samples])
    means, found = model.frame.means, []
    for number, sample in enumerate(samples):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        seen = seen_by(moments, sample, means)
        observed = observed_curve(moved, seen, sample.answered) / 2
        scores = np.zeros((0, len(observed)))
        if len(sample.values):
            scores = casewise_scores(moments, moved, sample, means)
        bread = np.asarray(np.linalg.inv(observed), dtype=float)
        meat = products(scores, sample) / sample.size
        found.append(
            Saturated(
                places=model.groups[number].free,
                observed=observed,
                meat=meat,
                bread=bread,
                trace=float(np.sum(bread * meat)),
            )
        )
    return tuple(found)


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

"""What all models of the same answers are held against, worked out once.

The model that fits exactly, the one without relations, and what both tell of errors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.complete_answers import Completed, completed, corrected
from lederlib.measure.cfa.fit import inverse_or_missing
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.indices import Test
from lederlib.measure.cfa.information import meat, observed_information
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.plain_models import at_moments, plain_model
from lederlib.measure.cfa.sample import Sample, sample_of
from lederlib.measure.cfa.saturated import (
    saturated_information,
    saturated_log_likelihood,
)
from lederlib.measure.cfa.space import Space


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ground:
    """What all models of the same answers are held against.

    Attributes
    ----------
    frame : Frame
        What they are about.
    samples : tuple of Sample
        Each group's answers.
    robust : bool
        Whether errors and tests are those of Huber, White, Yuan and Bentler, which do
        not rest on normal answers, and count clusters where the samples have them.
    full : bool
        Whether by full information, which counts answers with gaps.
    trace : float
        The exact model's part of the scale of the robust test; NaN without one.
    whole : Completed or None
        The answers as if they were complete, of full information.
    loglik : float
        Of the exact model.
    base : Test
        Of the model without relations.
    base_whole : tuple of float, or None
        Its test as if answers were complete, and what it is on average.
    """

    frame: Frame
    samples: tuple[Sample, ...]
    robust: bool
    full: bool
    trace: float
    whole: Completed | None
    loglik: float
    base: Test
    base_whole: tuple[float, float] | None

    @property
    def people(self) -> int:
        """Return the number of people in all groups."""
        return sum(sample.n for sample in self.samples)


def ground_of(
    frame: Frame, samples: tuple[Sample, ...], *, robust: bool, full: bool = False
) -> Ground:
    """Return what models of answers are held against."""
    known = saturated_information(frame, samples) if full or robust else ()
    trace = sum(part.trace for part in known) if robust else np.nan
    whole = completed(frame, samples, known, robust=robust) if full else None
    bare = plain_model(frame, related=False)
    alone = at_moments(bare, _bare_moments(frame, samples, full=full))
    own = own_trace(bare, samples, alone) if robust else np.nan
    value = ml_objective(bare, samples).value(alone)
    return Ground(
        frame=frame,
        samples=samples,
        robust=robust,
        full=full,
        trace=trace,
        whole=whole,
        loglik=saturated_log_likelihood(samples, frame.given_items),
        base=likelihood_test(bare, samples, value, trace - own),
        base_whole=None if whole is None else corrected(bare, alone, whole),
    )


def likelihood_test(
    model: Model, samples: Sequence[Sample], value: float, trace: float
) -> Test:
    """Return the test of a model with such a discrepancy.

    `trace` is what the statistic is on average, NaN where that is not asked for.
    """
    people = sum(sample.n for sample in samples)
    df = len(samples) * _moment_count(model.frame) - model.unknowns
    scale = trace / df if df > 0 and trace > 0 else np.nan
    return Test(chi2=people * value, df=df, scale=scale, trace=trace)


def robust_test(model: Model, samples: Sequence[Sample], estimate: Floats) -> Test:
    """Return the robust test of a model at given estimates."""
    whole = sum(part.trace for part in saturated_information(model.frame, samples))
    value = ml_objective(model, samples).value(estimate)
    left = whole - own_trace(model, samples, estimate)
    return likelihood_test(model, samples, value, left)


def own_trace(model: Model, samples: Sequence[Sample], estimate: Floats) -> float:
    """Return a model's part of the scale of its robust test."""
    return sandwich(model, samples, estimate)[1]


def sandwich(
    model: Model,
    samples: Sequence[Sample],
    estimate: Floats,
    space: Space | None = None,
) -> tuple[Floats, float]:
    """Return robust covariances of estimates, and the model's part of the scale."""
    people = sum(sample.n for sample in samples)
    curve = observed_information(model, samples, estimate)
    inverse = inverse_or_missing(curve * (people / 2), space)
    middle = meat(model, samples, estimate)
    return inverse @ middle @ inverse, float(np.sum(middle * inverse))


def _moment_count(frame: Frame) -> int:
    """Return how many moments of each group are modelled: none of what is given."""
    given = len(frame.given.names)
    sizes = [
        size * (size + 1) // 2 + size * frame.means
        for size in (len(frame.items), given)
    ]
    return sizes[0] - sizes[1]


def _bare_moments(
    frame: Frame, samples: Sequence[Sample], *, full: bool
) -> list[tuple[Floats, Floats]]:
    """Return the moments of each item by itself, from all who answered it."""
    if not full:
        return [(sample.mean, sample.cov) for sample in samples]
    known = set(frame.exogenous) - set(frame.given.names)
    places = [frame.items.index(name) for name in frame.exogenous if name in known]
    related = np.array(places, dtype=np.int64)
    return [_own_moments(sample, related) for sample in samples]


def _own_moments(sample: Sample, related: Ints) -> tuple[Floats, Floats]:
    """Return each item's moments from its own answers, of those related from all."""
    seen = ~np.isnan(sample.values)
    weights = seen * (sample.weights[:, None] if sample.weights.size else 1.0)
    weights /= weights.sum(axis=0)
    values = np.where(seen, sample.values, 0.0)
    mean = np.sum(weights * values, axis=0)
    cov = np.diag(np.sum(weights * (values - mean) ** 2, axis=0))
    answered = seen[:, related].any(axis=1)
    if related.size and answered.any():
        own = sample.weights[answered] if sample.weights.size else None
        part = sample_of(sample.values[np.ix_(answered, related)], weights=own)
        mean[related], cov[np.ix_(related, related)] = part.mean, part.cov
    return mean, cov

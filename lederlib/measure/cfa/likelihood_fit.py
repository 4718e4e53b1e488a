"""A fit by maximum likelihood: estimates, errors, tests and robust indices.

Robust errors are Huber's and White's sandwich, which does not rest on normal answers or
on independent people; for the test stands what Yuan and Bentler (2000,
https://doi.org/10.1111/0081-1750.00078) propose, in the variant of lavaan's MLR: the
scale is the difference between the traces of the saturated model and of the model.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.complete_answers import corrected
from lederlib.measure.cfa.constrained import seek
from lederlib.measure.cfa.fit import Fit, inverse_or_missing
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.indices import Misfit, Test
from lederlib.measure.cfa.information import meat, observed_curve
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.plain_models import at_moments, plain_model
from lederlib.measure.cfa.sample import Sample, sample_of
from lederlib.measure.cfa.saturated import (
    Saturated,
    saturated_information,
    saturated_log_likelihood,
)
from lederlib.measure.cfa.space import Space
from lederlib.measure.cfa.starting_values import starting_values


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Task:
    """What is fitted, and how its errors and tests are made."""

    samples: tuple[Sample, ...]
    robust: bool
    full: bool
    saturated: Model | None
    information: tuple[Saturated, ...]

    @property
    def people(self) -> int:
        return sum(sample.n for sample in self.samples)


def fit_likelihood(
    model: Model,
    samples: tuple[Sample, ...],
    *,
    robust: bool,
    full: bool = False,
    start: Floats | None = None,
) -> Fit:
    """Return the model at its most likely estimates.

    Parameters
    ----------
    model : Model
        The model.
    samples : tuple of Sample
        Each group's answers.
    robust : bool
        Whether errors and tests are those of Huber, White, Yuan and Bentler, which do
        not rest on normal answers, and count clusters where the samples have them.
    full : bool, default False
        Whether by full information, which counts answers with gaps: errors then come
        from the observed information, and the robust indices are those of complete
        answers.
    start : numpy.ndarray, optional
        Where the search begins, if the model is possible there.
    """
    task = _task(model, samples, robust=robust, full=full)
    objective = ml_objective(model, samples)
    moments = [(sample.mean, sample.cov) for sample in samples]
    first = start
    if first is None or not np.isfinite(objective.value(first)):
        first = starting_values(model, moments)
    try:
        optimum, space = seek(objective, model, first)
    except np.linalg.LinAlgError:
        msg = (
            "The model leaves a variable no residual of its own, so that its "
            "covariances are not those of any answers; free a variance."
        )
        raise ValueError(msg) from None
    curve = objective.slopes(optimum.estimate)[1]
    covariance, scale = _errors(task, model, optimum.estimate, curve, space)
    test = _test(task, model, optimum.value, scale)
    bare = plain_model(model.frame, related=False)
    alone = at_moments(bare, _bare_moments(task, model.frame))
    base = _base_test(task, bare, alone)
    return Fit(
        model=model,
        samples=samples,
        optimum=optimum,
        curve=curve,
        covariance=covariance,
        test=test,
        base=base,
        robust=_robust(task, (model, optimum.estimate, test), (bare, alone, base)),
        loglik=saturated_log_likelihood(samples, model.frame.given_items)
        - task.people * optimum.value / 2,
        space=space,
    )


def _task(
    model: Model, samples: tuple[Sample, ...], *, robust: bool, full: bool
) -> _Task:
    every = plain_model(model.frame, related=True) if full or robust else None
    known = () if every is None else saturated_information(every, samples)
    return _Task(
        samples=samples,
        robust=robust,
        full=full,
        saturated=every,
        information=known,
    )


def _errors(
    task: _Task,
    model: Model,
    estimate: Floats,
    curve: Floats,
    space: Space | None = None,
) -> tuple[Floats, float]:
    """Return the estimates' covariances, and the model's part of the test's scale."""
    if task.robust or task.full:
        curve = observed_curve(model, task.samples, estimate)
    inverse = inverse_or_missing(curve * (task.people / 2), space)
    if not task.robust:
        return inverse, np.nan
    middle = meat(model, task.samples, estimate)
    return inverse @ middle @ inverse, float(np.sum(middle * inverse))


def _test(task: _Task, model: Model, value: float, trace: float) -> Test:
    """Return the test; `trace` is the model's part of the scale."""
    df = len(task.samples) * moment_count(model.frame) - model.unknowns
    left = (
        sum(part.trace() for part in task.information) - trace
        if task.robust
        else np.nan
    )
    scale = left / df if df > 0 and left > 0 else np.nan
    return Test(chi2=task.people * value, df=df, scale=scale, trace=left)


def robust_test(model: Model, samples: Sequence[Sample], estimate: Floats) -> Test:
    """Return the robust test of a model at given estimates."""
    task = _task(model, tuple(samples), robust=True, full=False)
    value = ml_objective(model, samples).value(estimate)
    return _test(task, model, value, _errors(task, model, estimate, np.eye(0))[1])


def moment_count(frame: Frame) -> int:
    """Return how many moments of each group are modelled: none of what is given."""
    given = len(frame.given.names)
    sizes = [
        size * (size + 1) // 2 + size * frame.means
        for size in (len(frame.items), given)
    ]
    return sizes[0] - sizes[1]


def _bare_moments(task: _Task, frame: Frame) -> list[tuple[Floats, Floats]]:
    """Return the moments of each item by itself, from all who answered it."""
    if not task.full:
        return [(sample.mean, sample.cov) for sample in task.samples]
    known = set(frame.exogenous) - set(frame.given.names)
    places = [frame.items.index(name) for name in frame.exogenous if name in known]
    related = np.array(places, dtype=np.int64)
    return [_own_moments(sample, related) for sample in task.samples]


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


def _base_test(task: _Task, bare: Model, estimate: Floats) -> Test:
    value = ml_objective(bare, task.samples).value(estimate)
    trace = _errors(task, bare, estimate, np.eye(0))[1] if task.robust else np.nan
    return _test(task, bare, value, trace)


def _robust(
    task: _Task, own: tuple[Model, Floats, Test], bare: tuple[Model, Floats, Test]
) -> Misfit | None:
    test, base = own[2], bare[2]
    if task.full and task.saturated is not None and test.df > 0:
        every = (task.saturated, task.information)
        found = [
            corrected(
                part[0],
                part[1],
                task.samples,
                every,
                robust=task.robust,
                space=part[0].rules.space(),
            )
            for part in (own, bare)
        ]
        return Misfit(
            chi2=found[0][0],
            df=test.df,
            scale=found[0][1] / test.df,
            base_chi2=found[1][0],
            base_df=base.df,
            base_scale=found[1][1] / base.df,
        )
    if not task.robust:
        return None
    return Misfit(
        chi2=test.chi2,
        df=test.df,
        scale=test.scale,
        base_chi2=base.chi2,
        base_df=base.df,
        base_scale=base.scale,
    )

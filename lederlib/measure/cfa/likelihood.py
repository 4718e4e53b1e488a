"""Fit a model by maximum likelihood, with plain or robust errors and tests."""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit, Misfit, Test, inverse_or_missing
from lederlib.measure.cfa.maximum_likelihood import (
    ml_objective,
    observed_curve,
    saturated_log_likelihood,
)
from lederlib.measure.cfa.missing_corrected import corrected
from lederlib.measure.cfa.parameters import (
    Model,
    at_moments,
    plain_model,
)
from lederlib.measure.cfa.robust import (
    Saturated,
    meat,
    saturated_information,
)
from lederlib.measure.cfa.sample import Sample
from lederlib.measure.cfa.search import optimise, starting_values


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
        Where the search begins.
    """
    task = _task(model, samples, robust=robust, full=full)
    objective = ml_objective(model, samples)
    moments = [(sample.mean, sample.cov) for sample in samples]
    first = starting_values(model, moments) if start is None else start
    optimum = optimise(objective, first)
    curve = objective.slopes(optimum.estimate)[1]
    covariance, scale = _errors(task, model, optimum.estimate, curve)
    test = _test(task, model, optimum.value, scale)
    bare, alone = _baseline(task, model)
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
        loglik=saturated_log_likelihood(samples) - task.people * optimum.value / 2,
    )


def _task(
    model: Model, samples: tuple[Sample, ...], *, robust: bool, full: bool
) -> _Task:
    every = plain_model(model.frame, related=True) if full or robust else None
    information = () if every is None else saturated_information(every, samples)
    return _Task(
        samples=samples,
        robust=robust,
        full=full,
        saturated=every,
        information=information,
    )


def _errors(
    task: _Task, model: Model, estimate: Floats, curve: Floats
) -> tuple[Floats, float]:
    """Return the estimates' covariances, and the model's part of the test's scale."""
    if task.robust or task.full:
        curve = observed_curve(model, task.samples, estimate)
    inverse = inverse_or_missing(curve * (task.people / 2))
    if not task.robust:
        return inverse, np.nan
    middle = meat(model, task.samples, estimate)
    return inverse @ middle @ inverse, float(np.sum(middle * inverse))


def _test(task: _Task, model: Model, value: float, trace: float) -> Test:
    """Return the test; `trace` is the model's part of the scale."""
    items = len(model.frame.items)
    moments = items * (items + 1) // 2 + items * model.frame.means
    df = len(task.samples) * moments - model.estimates
    left = (
        sum(part.trace() for part in task.information) - trace
        if task.robust
        else np.nan
    )
    scale = left / df if df > 0 and left > 0 else np.nan
    return Test(chi2=task.people * value, df=df, scale=scale, trace=left)


def _baseline(task: _Task, model: Model) -> tuple[Model, Floats]:
    """Return the model without relations, at its estimates."""
    bare = plain_model(model.frame, related=False)
    moments = [
        (np.nanmean(sample.values, axis=0), np.diag(np.nanvar(sample.values, axis=0)))
        if task.full
        else (sample.mean, sample.cov)
        for sample in task.samples
    ]
    return bare, at_moments(bare, moments)


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
            corrected(part[0], part[1], task.samples, every, robust=task.robust)
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

"""A fit by maximum likelihood: estimates, errors, tests and robust indices.

Robust errors are Huber's and White's sandwich, which does not rest on normal answers or
on independent people; for the test stands what Yuan and Bentler (2000,
https://doi.org/10.1111/0081-1750.00078) propose, in the variant of lavaan's MLR: the
scale is the difference between the traces of the saturated model and of the model.
"""

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.complete_answers import corrected
from lederlib.measure.cfa.constrained import seek
from lederlib.measure.cfa.fit import Fit, inverse_or_missing
from lederlib.measure.cfa.ground import Ground, likelihood_test, sandwich
from lederlib.measure.cfa.indices import Misfit, Test
from lederlib.measure.cfa.information import observed_information
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import Objective
from lederlib.measure.cfa.search import Optimum
from lederlib.measure.cfa.space import Space
from lederlib.measure.cfa.starting_values import starting_values


def fit_likelihood(model: Model, ground: Ground, *, start: Floats | None = None) -> Fit:
    """Return the model at its most likely estimates.

    Parameters
    ----------
    model : Model
        The model.
    ground : Ground
        The answers, and what all models of them are held against. By full information
        errors come from the observed information, and the robust indices are those of
        complete answers.
    start : numpy.ndarray, optional
        Where the search begins, if the model is possible there.
    """
    samples = ground.samples
    objective = ml_objective(model, samples)
    first = start
    if first is None or not np.isfinite(objective.value(first)):
        first = starting_values(model, [(part.mean, part.cov) for part in samples])
    optimum, space = _sought(objective, model, first)
    curve = objective.slopes(optimum.estimate)[1]
    covariance, trace = _errors(model, ground, optimum.estimate, curve, space)
    test = likelihood_test(model, samples, optimum.value, ground.trace - trace)
    return Fit(
        model=model,
        samples=samples,
        optimum=optimum,
        curve=curve,
        covariance=covariance,
        test=test,
        base=ground.base,
        robust=_robust(model, ground, optimum.estimate, test),
        loglik=ground.loglik - ground.people * optimum.value / 2,
        space=space,
    )


def _sought(
    objective: Objective, model: Model, start: Floats
) -> tuple[Optimum, Space | None]:
    """Return the best estimates, or raise where the model is nowhere possible."""
    try:
        optimum, space = seek(objective, model, start)
        if np.isfinite(optimum.value):
            return optimum, space
    except np.linalg.LinAlgError:
        pass
    msg = (
        "The model leaves a variable no residual of its own, or fixes what no answers "
        "can have, so that its covariances are not those of any answers; free a "
        "variance."
    )
    raise ValueError(msg)


def _errors(
    model: Model, ground: Ground, estimate: Floats, curve: Floats, space: Space | None
) -> tuple[Floats, float]:
    """Return the estimates' covariances, and the model's part of the test's scale."""
    if ground.robust:
        return sandwich(model, ground.samples, estimate, space)
    if ground.full:
        curve = observed_information(model, ground.samples, estimate)
    return inverse_or_missing(curve * (ground.people / 2), space), np.nan


def _robust(
    model: Model, ground: Ground, estimate: Floats, test: Test
) -> Misfit | None:
    """Return what the robust indices rest on."""
    base = ground.base
    if ground.whole is not None and ground.base_whole is not None and test.df > 0:
        chi2, mean = corrected(model, estimate, ground.whole, model.rules.space())
        base_chi2, base_mean = ground.base_whole
        return Misfit(
            chi2=chi2,
            df=test.df,
            scale=mean / test.df,
            base_chi2=base_chi2,
            base_df=base.df,
            base_scale=base_mean / base.df,
        )
    if not ground.robust:
        return None
    return Misfit(
        chi2=test.chi2,
        df=test.df,
        scale=test.scale,
        base_chi2=base.chi2,
        base_df=base.df,
        base_scale=base.scale,
    )

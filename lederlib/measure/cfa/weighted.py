"""Fit a model of ordered answers, with errors and tests that allow for the weights."""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit, Test, inverse_or_missing
from lederlib.measure.cfa.least_squares import (
    rows_of,
    statistic_slopes,
    wls_objective,
)
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.ordered_robust import ordered_misfit
from lederlib.measure.cfa.parameters import Model
from lederlib.measure.cfa.sample import shares
from lederlib.measure.cfa.search import gather_columns, optimise, starting_values


def fit_weighted(
    model: Model, samples: tuple[OrderedSample, ...], *, start: Floats | None = None
) -> Fit:
    r"""Return the model at the estimates nearest to the thresholds and correlations.

    Errors are those of the sandwich :math:`(\Delta'W\Delta)^{-1} \Delta'W\Gamma W\Delta
    (\Delta'W\Delta)^{-1} / (n - G)` with G groups; the test is scaled and shifted so
    that its mean and variance are those of χ² (Asparouhov & Muthén, 2010).
    """
    objective = wls_objective(model, samples)
    first = _start(model, samples) if start is None else start
    optimum = optimise(objective, first)
    slopes = group_slopes(model, samples, optimum.estimate)
    spreads = _spreads(samples, slopes)
    bread, middle = bread_of(samples, slopes), _meat(samples, slopes, spreads)
    people = sum(sample.n for sample in samples)
    inverse = inverse_or_missing(bread)
    traces = _traces(samples, spreads, inverse, middle)
    df = sum(len(sample.statistics) for sample in samples) - model.estimates
    return Fit(
        model=model,
        samples=samples,
        optimum=optimum,
        curve=2 * bread,
        covariance=inverse @ middle @ inverse / (people - len(samples)),
        test=_shifted(people * optimum.value, df, *traces),
        base=_base(samples),
        robust=ordered_misfit(model, samples, optimum.estimate, slopes, inverse),
        loglik=np.nan,
    )


def _start(model: Model, samples: Sequence[OrderedSample]) -> Floats:
    moments = [(sample.mean, sample.cov) for sample in samples]
    return starting_values(model, moments, [sample.thresholds for sample in samples])


def group_slopes(
    model: Model, samples: Sequence[OrderedSample], estimate: Floats
) -> list[Floats]:
    """Return how each group's statistics move with the estimates."""
    rows = rows_of(model)
    found = []
    for number in range(len(samples)):
        group = model.groups[number]
        matrices = model.matrices(estimate, number)
        moved = statistic_slopes(model, matrices, group, rows)
        found.append(gather_columns(model, group, moved))
    return found


def bread_of(samples: Sequence[OrderedSample], slopes: Sequence[Floats]) -> Floats:
    r"""Return :math:`\Delta'W\Delta`, groups weighing by their people."""
    parts = [
        share * (moved.T * sample.weights) @ moved
        for share, sample, moved in zip(shares(samples), samples, slopes, strict=True)
    ]
    return np.asarray(sum(parts))


def meat_of(samples: Sequence[OrderedSample], slopes: Sequence[Floats]) -> Floats:
    r"""Return :math:`\Delta'W\Gamma W\Delta`, groups weighing by their people."""
    return _meat(samples, slopes, _spreads(samples, slopes))


def _spreads(
    samples: Sequence[OrderedSample], slopes: Sequence[Floats]
) -> list[Floats]:
    r"""Return each group's :math:`\Gamma W\Delta`."""
    return [
        np.asarray(sample.gamma @ (sample.weights[:, None] * moved))
        for sample, moved in zip(samples, slopes, strict=True)
    ]


def _meat(
    samples: Sequence[OrderedSample],
    slopes: Sequence[Floats],
    spreads: Sequence[Floats],
) -> Floats:
    total = np.zeros((slopes[0].shape[1], slopes[0].shape[1]))
    for share, sample, moved, spread in zip(
        shares(samples), samples, slopes, spreads, strict=True
    ):
        total += share * (moved.T * sample.weights) @ spread
    return total


def _traces(
    samples: Sequence[OrderedSample],
    spreads: Sequence[Floats],
    inverse: Floats,
    middle: Floats,
) -> tuple[float, float]:
    r"""Return the traces of :math:`U\Gamma` and of its square."""
    known = inverse @ middle
    first = sum(len(sample.statistics) for sample in samples) - float(np.trace(known))
    second = float(np.sum(known * known.T))
    for share, sample, spread in zip(shares(samples), samples, spreads, strict=True):
        second += _square_trace(sample.gamma, sample.weights)
        twice = spread.T @ (sample.weights[:, None] * spread)
        second -= 2 * share * float(np.sum(inverse * twice))
    return first, second


def _square_trace(gamma: Floats, weights: Floats) -> float:
    r"""Return the trace of the square of :math:`W\Gamma`."""
    return float(weights @ (gamma * gamma) @ weights)


def _shifted(chi2: float, df: int, first: float, second: float) -> Test:
    if df < 1 or np.isnan(second):
        return Test(chi2=chi2, df=df)
    root = np.sqrt(df / second)
    return Test(chi2=chi2, df=df, scale=1 / root, shift=df - root * first, trace=first)


def _base(samples: Sequence[OrderedSample]) -> Test:
    """Return the test of no correlations: everything else fits exactly."""
    pairs = len(samples[0].cov) * (len(samples[0].cov) - 1) // 2
    chi2 = second = 0.0
    for sample in samples:
        weights, statistics = sample.weights[-pairs:], sample.statistics[-pairs:]
        chi2 += (sample.n - 1) * float(np.sum(weights * statistics**2))
        second += _square_trace(sample.gamma[-pairs:, -pairs:], weights)
    count = pairs * len(samples)
    return _shifted(chi2, count, float(count), second)

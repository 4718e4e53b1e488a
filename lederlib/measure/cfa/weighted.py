r"""Diagonally weighted least squares of thresholds and correlations.

.. math:: F = \sum_k (s_k - \sigma_k)^2 / \Gamma_{kk}

Errors and tests allow for the weights.
"""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.constrained import seek
from lederlib.measure.cfa.fit import Fit, inverse_or_missing
from lederlib.measure.cfa.implied_statistics import (
    implied_statistics,
    rows_of,
    statistic_slopes,
)
from lederlib.measure.cfa.indices import Test
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import Objective, gather_columns, pooled
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.ordered_misfit import ordered_misfit
from lederlib.measure.cfa.sample import shares
from lederlib.measure.cfa.search import Optimum
from lederlib.measure.cfa.space import Space
from lederlib.measure.cfa.starting_values import starting_values

#: Searches whose depths differ by less have found the same.
AS_DEEP = 1e-6


def wls_objective(model: Model, samples: Sequence[OrderedSample]) -> Objective:
    """Return the discrepancy of a model from thresholds and correlations.

    Groups weigh by their people less one, as in lavaan.
    """
    rows = rows_of(model)
    people = sum(sample.n for sample in samples)

    def value(estimate: Floats, number: int) -> float:
        matrices = model.matrices(estimate, number)
        found = implied_statistics(model, matrices, rows)
        sample = samples[number]
        total = float(np.sum(sample.weights * (sample.statistics - found) ** 2))
        return total if np.isfinite(total) else np.inf

    def slopes(estimate: Floats, number: int) -> tuple[Floats, Floats]:
        matrices, sample = model.matrices(estimate, number), samples[number]
        gap = sample.statistics - implied_statistics(model, matrices, rows)
        moved = statistic_slopes(model, matrices, model.groups[number], rows)
        weighted = moved * sample.weights[:, None]
        return -2 * weighted.T @ gap, 2 * weighted.T @ moved

    weights = [(sample.n - 1) / people for sample in samples]
    return pooled(model, weights, value, slopes)


def fit_weighted(
    model: Model, samples: tuple[OrderedSample, ...], *, start: Floats | None = None
) -> Fit:
    r"""Return the model at the estimates nearest to the thresholds and correlations.

    Errors are those of the sandwich :math:`(\Delta'W\Delta)^{-1} \Delta'W\Gamma W\Delta
    (\Delta'W\Delta)^{-1} / (n - G)` with G groups; the test is scaled and shifted so
    that its mean and variance are those of χ² (Asparouhov & Muthén, 2010).
    """
    objective = wls_objective(model, samples)
    # With few answers there are several troughs; a start of one's own is one more try.
    starts = [_start(model, samples), *([] if start is None else [start])]
    found = [seek(objective, model, first) for first in starts]
    optimum, space = _deepest(found)
    slopes = group_slopes(model, samples, optimum.estimate)
    spreads = _spreads(samples, slopes)
    bread, middle = bread_of(samples, slopes), _meat(samples, slopes, spreads)
    people = sum(sample.n for sample in samples)
    inverse = inverse_or_missing(bread, space)
    traces = _traces(samples, spreads, inverse, middle)
    df = sum(len(sample.statistics) for sample in samples) - model.unknowns
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
        space=space,
    )


def _deepest(
    found: Sequence[tuple[Optimum, Space | None]],
) -> tuple[Optimum, Space | None]:
    """Return the deepest of several searches, of equally deep ones one that ended.

    One that ended higher than another that did not has run on to a plain without slope.
    """
    depths = [each.value if np.isfinite(each.value) else np.inf for each, _ in found]
    near = [
        each
        for each, depth in zip(found, depths, strict=True)
        if depth <= min(depths) + AS_DEEP
    ]
    return min(near, key=lambda each: not each[0].converged)


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

"""The misfit of the responses behind ordered answers, for the robust indices.

After Savalei (2021, https://doi.org/10.1080/00273171.2020.1717922): the normal-theory
discrepancy of the correlations, at the weighted estimates, and what it is on average.
"""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied_statistics import implied_statistics, rows_of
from lederlib.measure.cfa.indices import Misfit
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.sample import shares

LEVELS = ("thresholds", "intercepts", "means")
SMALLEST_ROOT = 1.5e-8


def ordered_misfit(
    model: Model,
    samples: Sequence[OrderedSample],
    estimate: Floats,
    slopes: Sequence[Floats],
    inverse: Floats,
) -> Misfit | None:
    """Return what the robust indices rest on; None without positive correlations.

    Where there are several groups, the statistic without relations is on average taken
    to be the sum of the groups' traces divided by their shares, as in lavaan.
    """
    if len(model.frame.levels) < len(model.frame.items):
        return None
    roots = [np.linalg.eigvalsh(sample.cov)[0] for sample in samples]
    kept = {
        target
        for cell, target in zip(model.cells, model.target.tolist(), strict=True)
        if target >= 0 and cell.matrix not in LEVELS
    }
    pairs = len(samples[0].cov) * (len(samples[0].cov) - 1) // 2
    space = model.rules.space()
    if space is not None:
        free = int(np.linalg.matrix_rank(space.basis[sorted(kept)]))
    else:
        free = len(kept)
    df, base_df = pairs * len(samples) - free, pairs * len(samples)
    if min(roots) < SMALLEST_ROOT or df < 1:
        return None
    chi2, base_chi2 = _chi2(model, samples, estimate)
    base_average = sum(
        float(np.trace(sample.gamma[-pairs:, -pairs:])) / share
        for sample, share in zip(samples, shares(samples), strict=True)
    )
    return Misfit(
        chi2=chi2,
        df=df,
        scale=_average(model, samples, estimate, slopes, inverse) / df,
        base_chi2=base_chi2,
        base_df=base_df,
        base_scale=base_average / base_df,
    )


def _chi2(
    model: Model, samples: Sequence[OrderedSample], estimate: Floats
) -> tuple[float, float]:
    """Return the normal-theory statistics of the model and of no relations."""
    own = base = 0.0
    for number, sample in enumerate(samples):
        log_sample = float(np.linalg.slogdet(sample.cov)[1])
        found = _correlations(model, estimate, number)
        own += sample.n * _discrepancy(sample.cov, found, log_sample)
        base -= sample.n * log_sample
    return own, base


def _correlations(model: Model, estimate: Floats, number: int) -> Floats:
    items = len(model.frame.items)
    found = implied_statistics(model, model.matrices(estimate, number), rows_of(model))
    square = np.eye(items)
    first, second = np.triu_indices(items, 1)
    values = found[len(found) - len(first) :]
    square[first, second] = square[second, first] = values
    return square


def _discrepancy(seen: Floats, own: Floats, log_seen: float) -> float:
    sign, log_own = np.linalg.slogdet(own)
    if sign <= 0:
        return np.nan
    fit = float(np.sum(np.linalg.inv(own) * seen))
    return float(log_own) + fit - log_seen - len(seen)


def _average(
    model: Model,
    samples: Sequence[OrderedSample],
    estimate: Floats,
    slopes: Sequence[Floats],
    inverse: Floats,
) -> float:
    r"""Return the trace of :math:`R'VR\Gamma`, `R` what the estimates leave over."""
    items = len(model.frame.items)
    pairs = items * (items - 1) // 2
    live = np.flatnonzero(
        np.any([part[-pairs:].any(axis=0) for part in slopes], axis=0)
    )
    inverse = inverse[np.ix_(live, live)]
    bent, middle = np.zeros_like(inverse), np.zeros_like(inverse)
    total = 0.0
    for number, (share, sample) in enumerate(
        zip(shares(samples), samples, strict=True)
    ):
        curve = _curve(_correlations(model, estimate, number))
        gamma, moved = sample.gamma[-pairs:, -pairs:], slopes[number][-pairs:, live]
        heavy = gamma @ (sample.weights[-pairs:, None] * moved)
        bowed = curve @ moved
        total += float(np.sum(curve * gamma))
        total -= 2 * share * float(np.sum(inverse * (heavy.T @ bowed)))
        bent += share * (moved.T @ bowed)
        middle += share * (moved.T * sample.weights[-pairs:]) @ heavy
    return total + float(np.trace(inverse @ bent @ inverse @ middle))


def _curve(correlations: Floats) -> Floats:
    """Return the expected information on correlations, for pairs by pairs."""
    first, second = np.triu_indices(len(correlations), 1)
    bent = np.linalg.inv(correlations)
    curve = bent[np.ix_(first, first)] * bent[np.ix_(second, second)]
    curve += bent[np.ix_(first, second)] * bent[np.ix_(second, first)]
    return np.asarray(curve)

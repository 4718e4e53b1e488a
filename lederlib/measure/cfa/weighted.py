r"""Diagonally weighted least squares of thresholds and correlations.

.. math:: F = \sum_k (s_k - \sigma_k)^2 / \Gamma_{kk}

An ordered item is a cut response: it is seen only on its own scale `D`, so that
thresholds are :math:`D(\tau - \mu)` and correlations :math:`D_i D_j \Sigma_{ij}`. That
scale is a parameter (delta parameterisation) or makes the response's variance 1
(theta). Errors and tests allow for the weights.

The robust indices estimate those of the responses behind ordered answers, after Savalei
(2021, https://doi.org/10.1080/00273171.2020.1717922): the normal-theory discrepancy of
the correlations, at the weighted estimates, and what it is on average.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.constrained import seek
from lederlib.measure.cfa.fit import Fit, Misfit, Test, inverse_or_missing
from lederlib.measure.cfa.implied import Implied, Slope, implied, scale_of, slope
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.parameters import Group, Matrices, Model
from lederlib.measure.cfa.sample import shares
from lederlib.measure.cfa.search import (
    Objective,
    Optimum,
    gather_columns,
    pooled,
    starting_values,
)
from lederlib.measure.cfa.space import Space

LEVELS = ("thresholds", "intercepts", "means")
SMALLEST_ROOT = 1.5e-8
#: Searches whose depths differ by less have found the same.
AS_DEEP = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """Which statistic stands in which row.

    Attributes
    ----------
    cut_item, cut_number : numpy.ndarray of int
        Item and number of each threshold.
    plain : numpy.ndarray of int
        Items that are not ordered: their means, then their variances.
    first, second : numpy.ndarray of int
        The two items of each covariance.
    slope_item, slope_place : numpy.ndarray of int
        Item and predictor, by its place in the structural part, of each slope.
    """

    cut_item: Ints
    cut_number: Ints
    plain: Ints
    first: Ints
    second: Ints
    slope_item: Ints
    slope_place: Ints


def rows_of(model: Model) -> Rows:
    """Return the statistics that a model of ordered answers is held against."""
    items, levels = model.frame.items, model.frame.levels
    cuts = [
        (place, number)
        for place, item in enumerate(items)
        for number in range(levels.get(item, 1) - 1)
    ]
    first, second = np.triu_indices(len(items), 1)
    plain = [place for place, item in enumerate(items) if item not in levels]
    predictors = np.array(model.frame.condition, dtype=np.int64)
    return Rows(
        cut_item=np.array([item for item, _ in cuts], dtype=np.int64),
        cut_number=np.array([number for _, number in cuts], dtype=np.int64),
        plain=np.array(plain, dtype=np.int64),
        first=first,
        second=second,
        slope_item=np.repeat(np.arange(len(items)), len(predictors)),
        slope_place=np.tile(predictors, len(items)),
    )


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


def implied_statistics(model: Model, matrices: Matrices, rows: Rows) -> Floats:
    """Return the statistics that the matrices imply."""
    moments = implied(matrices)
    scale = scale_of(model, matrices, moments)
    return _statistics(matrices, moments, scale, rows)


def _statistics(
    matrices: Matrices, moments: Implied, scale: Floats, rows: Rows
) -> Floats:
    cuts = matrices.thresholds[rows.cut_item, rows.cut_number]
    return np.concatenate(
        [
            scale[rows.cut_item] * (cuts - moments.mean[rows.cut_item]),
            moments.mean[rows.plain],
            moments.cov[rows.plain, rows.plain],
            scale[rows.slope_item] * moments.reach[rows.slope_item, rows.slope_place],
            scale[rows.first]
            * scale[rows.second]
            * moments.cov[rows.first, rows.second],
        ]
    )


def statistic_slopes(
    model: Model, matrices: Matrices, group: Group, rows: Rows
) -> Floats:
    """Return how each statistic moves with each of a group's free parameters."""
    moments = implied(matrices)
    scale = scale_of(model, matrices, moments)
    moved = slope(moments, group.free)
    relative = _scale_slopes(model, matrices, moments, moved, group)
    count = len(rows.cut_item)
    found = _statistics(matrices, moments, scale, rows)
    first, second = rows.first, rows.second
    cuts = found[:count, None] * relative[rows.cut_item]
    cuts -= scale[rows.cut_item, None] * moved.mean[rows.cut_item]
    _add_thresholds(cuts, group, rows, scale)
    between = moved.u[first] * moved.v[second]
    between += moved.v[first] * moved.u[second]
    between *= (scale[first] * scale[second])[:, None]
    if relative.any():
        turn = relative[first] + relative[second]
        between += found[len(found) - len(first) :, None] * turn
    plain = rows.plain
    variances = 2 * moved.u[plain] * moved.v[plain]
    effects = _effect_slopes(moments, group, rows, scale, relative)
    return np.vstack([cuts, moved.mean[plain], variances, effects, between])


def _effect_slopes(
    moments: Implied, group: Group, rows: Rows, scale: Floats, relative: Floats
) -> Floats:
    """Return how slopes on predictors move with each of a group's free parameters."""
    item, place = rows.slope_item, rows.slope_place
    effects = moments.reach[item, place][:, None] * relative[item]
    begin = 0
    for matrix, places in group.free.items():
        end = begin + len(places.row)
        if matrix in ("loadings", "paths"):
            reached = moments.within[places.column][:, place].T
            along = (
                moments.reach[item][:, places.row]
                if matrix == "paths"
                else (item[:, None] == places.row)
            )
            effects[:, begin:end] += along * reached
        begin = end
    return np.asarray(effects * scale[item, None])


def _add_thresholds(cuts: Floats, group: Group, rows: Rows, scale: Floats) -> None:
    """Add what a threshold parameter moves: its own threshold."""
    if "thresholds" not in group.free:
        return
    places = group.free["thresholds"]
    row_of = {
        pair: row
        for row, pair in enumerate(
            zip(rows.cut_item.tolist(), rows.cut_number.tolist(), strict=True)
        )
    }
    pairs = zip(places.row.tolist(), places.column.tolist(), strict=True)
    mine = np.array([row_of[pair] for pair in pairs])
    columns = _offset(group, "thresholds") + np.arange(len(mine))
    cuts[mine, columns] += scale[places.row]


def _scale_slopes(
    model: Model, matrices: Matrices, moments: Implied, moved: Slope, group: Group
) -> Floats:
    """Return how the logarithm of each item's scale moves with each parameter."""
    relative = np.zeros_like(moved.mean)
    if not model.frame.theta:
        if "scales" in group.free:
            row = group.free["scales"].row
            columns = _offset(group, "scales") + np.arange(len(row))
            relative[row, columns] = 1 / matrices.scales[row]
        return relative
    for item in model.frame.levels:
        place = model.frame.items.index(item)
        relative[place] = -moved.u[place] * moved.v[place] / moments.cov[place, place]
    return relative


def _offset(group: Group, matrix: str) -> int:
    """Return the column at which a matrix's free parameters begin."""
    total = 0
    for name, places in group.free.items():
        if name == matrix:
            break
        total += len(places.row)
    return total


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

r"""Thresholds, means and correlations of ordered answers that a model implies.

An ordered item is a cut response: it is seen only on its own scale `D`, so that
thresholds are :math:`D(\tau - \mu)` and correlations :math:`D_i D_j \Sigma_{ij}`. That
scale is a parameter (delta parameterisation) or makes the response's variance 1
(theta).
"""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.implied import Implied, Slope, implied, scale_of, slope
from lederlib.measure.cfa.matrices import Group, Matrices, Model


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

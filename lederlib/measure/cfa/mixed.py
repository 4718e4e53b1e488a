"""Moments of ordered and other items together, in two steps.

First each item by itself, given predictors if there are any (`margins`). Then each pair
given those: polychoric, polyserial or plain correlations, by maximum likelihood, from
all who answered both. The covariance of all of them weighs scores as they were observed
(Muthén, 1984, https://doi.org/10.1007/BF02294210), as lavaan does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.margins import (
    FAR,
    TINY,
    Margin,
    edge_scores,
    ordered_margin,
    plain_margin,
    with_slopes,
)
from lederlib.measure.correlations.normal import density, joint_below, joint_density
from lederlib.measure.correlations.pairs import BEYOND, Pairs, correlate

EDGE = 0.999
MOST_SECANTS = 25
CLOSE = 1e-10

#: Scores of a pair's correlation, and of the numbers of each item by itself.
Scores = tuple[Floats, Floats, Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moments:
    """Statistics as in `OrderedSample`, and what each person moves them by."""

    mean: Floats
    cov: Floats
    thresholds: tuple[Floats, ...]
    statistics: Floats
    influence: Floats
    empty: int


def mixed_moments(
    values: Floats,
    codes: Mapping[int, Ints],
    categories: Mapping[int, int],
    given: Floats | None = None,
) -> Moments:
    """Return thresholds, means, variances and covariances of items of both kinds.

    Parameters
    ----------
    values : numpy.ndarray, shape (people, items)
        Answers, NaN where one is missing.
    codes, categories : mapping of int to numpy.ndarray, and to int
        By the place of each ordered item its answers counted from 0 (−1 where missing),
        and how many it can have.
    given : numpy.ndarray, shape (people, predictors), optional
        What all items are predicted from; moments are then those of the residuals.
    """
    items = values.shape[1]
    margins = [
        ordered_margin(codes[place], categories[place], given)
        if place in codes
        else plain_margin(values[:, place], given)
        for place in range(items)
    ]
    first, second = np.triu_indices(items, 1)
    pairs = [
        _covariance(margins[one], margins[other])
        for one, other in zip(first, second, strict=True)
    ]
    cov = np.diag([margin.spread**2 for margin in margins])
    cov[first, second] = cov[second, first] = [pair[0] for pair in pairs]
    parts = [
        *_own_parts(margins),
        *((np.array([value]), moved[:, None]) for value, moved, _ in pairs),
    ]
    return Moments(
        mean=np.array([0 if part.ordered else part.estimate[0] for part in margins]),
        cov=cov,
        thresholds=tuple(part.own if part.ordered else np.zeros(0) for part in margins),
        statistics=np.concatenate([part[0] for part in parts]),
        influence=np.hstack([part[1] for part in parts]),
        empty=sum(pair[2] for pair in pairs),
    )


def _own_parts(margins: list[Margin]) -> list[tuple[Floats, Floats]]:
    """Return thresholds, means, variances and slopes, each with what moves it."""
    plain = [margin for margin in margins if not margin.ordered]
    size = [len(margin.own) for margin in margins]
    chosen = [
        *((part, slice(0, len(part.own))) for part in margins if part.ordered),
        *((part, slice(0, 1)) for part in plain),
        *((part, slice(1, 2)) for part in plain),
        *((part, slice(own, None)) for part, own in zip(margins, size, strict=True)),
    ]
    return [(part.estimate[own], part.influence[:, own]) for part, own in chosen]


def _covariance(one: Margin, other: Margin) -> tuple[float, Floats, bool]:
    """Return a pair's covariance, what moves it, and whether its table has a gap."""
    rho, moved, empty = _correlation(one, other)
    scale = one.spread * other.spread
    moved = scale * moved
    for margin in (one, other):
        if not margin.ordered:
            variance = margin.estimate[1]
            moved = moved + rho * scale / (2 * variance) * margin.influence[:, 1]
    return rho * scale, moved, empty


def _correlation(one: Margin, other: Margin) -> tuple[float, Floats, bool]:
    if one.ordered and other.ordered:
        empty = _has_empty(one, other)
    elif one.ordered:
        rho, moved, empty = _correlation(other, one)
        return rho, moved, empty
    else:
        empty = False
    if one.ordered and not one.given.shape[1]:
        rho = _of_table(one, other)
    else:
        seen = one.seen & other.seen
        rho = _root(lambda at: _score_of(at, one, other)[seen])
    score, by_one, by_other = _both(float(np.clip(rho, -EDGE, EDGE)), one, other)
    moved = score.copy()
    for margin, by_margin in ((one, by_one), (other, by_other)):
        moved -= margin.influence @ (by_margin.T @ score / len(score))
    return rho, np.asarray(moved / np.mean(score**2)), empty


def _both(rho: float, one: Margin, other: Margin) -> Scores:
    """Return the scores of those who answered both, 0 of everybody else."""
    seen = (one.seen & other.seen)[:, None]
    if one.ordered:
        found = _ordered_scores(rho, one, other)
    elif other.ordered:
        found = _serial_scores(rho, one, other)
    else:
        found = _plain_scores(rho, one, other)
    score, by_one, by_other = found
    return (
        score * seen[:, 0],
        with_slopes(by_one, one.given, ordered=one.ordered) * seen,
        with_slopes(by_other, other.given, ordered=other.ordered) * seen,
    )


def _score_of(rho: float, one: Margin, other: Margin) -> Floats:
    """Return each person's score of a correlation alone."""
    if one.ordered:
        share, slope = _cells(rho, one, other)
        return np.asarray(slope / share)
    return (_serial_scores if other.ordered else _plain_scores)(rho, one, other)[0]


def _root(score: Callable[[float], Floats]) -> float:
    """Return where the scores sum to nought, by secants if they lead there."""
    before, first = 0.0, score(0.0)
    here, slope = first.sum() / np.sum(first**2), float(first.sum())
    for _ in range(MOST_SECANTS):
        if not -EDGE < here < EDGE:
            break
        now = float(score(here).sum())
        if now == slope:
            break
        step = now * (here - before) / (now - slope)
        before, slope, here = here, now, here - step
        if abs(step) < CLOSE:
            return float(here)
    return _halved(lambda rho: float(score(rho).sum()))


def _halved(total: Callable[[float], float]) -> float:
    """Return where a falling function is nought, or the end that is nearest."""
    from scipy.optimize import brentq  # noqa: PLC0415 - slow to load

    if total(-EDGE) <= 0:
        return -EDGE
    if total(EDGE) >= 0:
        return EDGE
    return float(brentq(total, -EDGE, EDGE, xtol=1e-13))


def _table(one: Margin, other: Margin) -> Floats:
    """Return how many gave each pair of answers."""
    seen = one.seen & other.seen
    shape = (len(one.own) + 1, len(other.own) + 1)
    cells = one.codes[seen] * shape[1] + other.codes[seen]
    counts = np.bincount(cells, minlength=shape[0] * shape[1])
    return np.asarray(counts.reshape(shape), dtype=float)


def _has_empty(one: Margin, other: Margin) -> bool:
    return not one.given.shape[1] and not _table(one, other).all()


def _of_table(one: Margin, other: Margin) -> float:
    """Return the polychoric correlation that makes a table most likely."""
    table = _table(one, other)
    most = max(table.shape)
    frequencies = np.zeros((1, most, most))
    frequencies[0, : table.shape[0], : table.shape[1]] = table
    cuts = np.full((2, most - 1), BEYOND)
    cuts[0, : len(one.own)], cuts[1, : len(other.own)] = one.own, other.own
    ends = np.zeros(1, dtype=np.int64)
    pairs = Pairs(first=ends, second=ends + 1, cuts=cuts, frequencies=frequencies)
    seen = one.seen & other.seen
    start = np.corrcoef(one.codes[seen], other.codes[seen])[0, 1]
    return float(correlate(pairs, np.array([start]))[0])


def _ordered_scores(rho: float, one: Margin, other: Margin) -> Scores:
    """Return scores of a polychoric correlation and of both items' thresholds."""
    share, slope = _cells(rho, one, other)
    return (
        np.asarray(slope / share),
        _by_thresholds(rho, one, other) / share[:, None],
        _by_thresholds(rho, other, one) / share[:, None],
    )


def _cells(rho: float, one: Margin, other: Margin) -> tuple[Floats, Floats]:
    """Return each pair of answers' probability, and its slope by the correlation."""
    at = np.asarray(rho)
    share, slope = np.zeros(len(one.low)), np.zeros(len(one.low))
    for first, up in ((one.high, 1), (one.low, -1)):
        for second, sign in ((other.high, up), (other.low, -up)):
            inside = (np.abs(first) < FAR) & (np.abs(second) < FAR)
            a, b = first[inside], second[inside]
            outer = ndtr(np.minimum(first, second))
            outer[inside] = joint_below(a, b, at)
            share += sign * outer
            slope[inside] += sign * joint_density(a, b, at)
    return np.maximum(share, TINY), slope


def _by_thresholds(rho: float, one: Margin, other: Margin) -> Floats:
    """Return how each pair of answers' probability moves with one item's thresholds."""
    root = np.sqrt(1 - rho**2)

    def along(end: Floats) -> Floats:
        above, below = ((to - rho * end) / root for to in (other.high, other.low))
        return np.asarray(density(end) * (ndtr(above) - ndtr(below)))

    return edge_scores(one.codes, len(one.own) + 1, along(one.low), along(one.high))


def _plain_scores(rho: float, one: Margin, other: Margin) -> Scores:
    """Return scores of a correlation and of both items' means and variances."""
    first, second, left = one.low, other.low, 1 - rho**2
    distance = first**2 - 2 * rho * first * second + second**2
    score = rho / left + first * second / left - rho * distance / left**2
    parts = []
    for own, far, margin in ((first, second, one), (second, first, other)):
        pull, variance = (own - rho * far) / left, margin.estimate[1]
        by_variance = (pull * own - 1) / (2 * variance)
        parts.append(np.column_stack([pull / np.sqrt(variance), by_variance]))
    return score, parts[0], parts[1]


def _serial_scores(rho: float, plain: Margin, ordered: Margin) -> Scores:
    """Return scores of a polyserial correlation, of mean, variance and thresholds."""
    z, root = plain.low, np.sqrt(1 - rho**2)
    ends = [(end - rho * z) / root for end in (ordered.low, ordered.high)]
    heights = [density(end) for end in ends]
    share = np.maximum(ndtr(ends[1]) - ndtr(ends[0]), TINY)
    low, high = heights[0] / share, heights[1] / share
    score = (high * (ordered.high * rho - z) - low * (ordered.low * rho - z)) / root**3
    pull = z + rho / root * (high - low)
    variance = plain.estimate[1]
    by_variance = (pull * z - 1) / (2 * variance)
    by_plain = np.column_stack([pull / np.sqrt(variance), by_variance])
    categories = len(ordered.own) + 1
    return score, by_plain, edge_scores(ordered.codes, categories, low, high) / root

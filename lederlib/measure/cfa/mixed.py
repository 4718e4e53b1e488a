"""Moments of ordered and other items together, in two steps.

First each item by itself: thresholds, or a mean and a variance. Then each pair given
those: polychoric, polyserial or plain correlations, by maximum likelihood. The
covariance of all of them weighs scores as they were observed (Muthén, 1984,
https://doi.org/10.1007/BF02294210), as lavaan does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from lederlib._checks import Floats, Ints
from lederlib.measure.correlations.ordinal import density, ordinal_moments

EDGE = 0.999
FAR = 40.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Margin:
    """One item by itself.

    Attributes
    ----------
    estimate : numpy.ndarray
        Thresholds; or mean and variance.
    influence : numpy.ndarray, shape (people, numbers)
        What each person moves them by.
    low, high : numpy.ndarray, shape (people,)
        Thresholds around each answer; of an item that is not ordered, the standardised
        answer in both.
    codes : numpy.ndarray of int
        Answers counted from 0; none where the item is not ordered.
    """

    estimate: Floats
    influence: Floats
    low: Floats
    high: Floats
    codes: Ints

    @property
    def ordered(self) -> bool:
        """Return whether the item is ordered."""
        return bool(self.codes.size)

    @property
    def spread(self) -> float:
        """Return the standard deviation; 1 of the response behind an ordered item."""
        return 1.0 if self.ordered else float(np.sqrt(self.estimate[1]))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moments:
    """Statistics as in `OrderedSample`, and what each person moves them by."""

    mean: Floats
    cov: Floats
    thresholds: tuple[Floats, ...]
    statistics: Floats
    influence: Floats


def mixed_moments(
    values: Floats, codes: Mapping[int, Ints], categories: Mapping[int, int]
) -> Moments:
    """Return thresholds, means, variances and covariances of items of both kinds.

    Parameters
    ----------
    values : numpy.ndarray, shape (people, items)
        Answers, none missing.
    codes, categories : mapping of int to numpy.ndarray, and to int
        By the place of each ordered item its answers counted from 0, and how many it
        can have.
    """
    items = values.shape[1]
    margins = [
        ordered_margin(codes[place], categories[place])
        if place in codes
        else plain_margin(values[:, place])
        for place in range(items)
    ]
    first, second = np.triu_indices(items, 1)
    pairs = [
        _covariance(margins[one], margins[other])
        for one, other in zip(first, second, strict=True)
    ]
    plain = [margin for margin in margins if not margin.ordered]
    ordered = [margin for margin in margins if margin.ordered]
    cov = np.diag([margin.spread**2 for margin in margins])
    cov[first, second] = cov[second, first] = [pair[0] for pair in pairs]
    parts = [
        *((part.estimate, part.influence) for part in ordered),
        *((part.estimate[:1], part.influence[:, :1]) for part in plain),
        *((part.estimate[1:], part.influence[:, 1:]) for part in plain),
        *((np.array([value]), moved[:, None]) for value, moved in pairs),
    ]
    return Moments(
        mean=np.array([0 if part.ordered else part.estimate[0] for part in margins]),
        cov=cov,
        thresholds=tuple(
            part.estimate if part.ordered else np.zeros(0) for part in margins
        ),
        statistics=np.concatenate([part[0] for part in parts]),
        influence=np.hstack([part[1] for part in parts]),
    )


def ordered_margin(codes: Ints, categories: int) -> Margin:
    """Return an ordered item's thresholds."""
    inner = np.arange(categories - 1)
    below = codes[:, None] <= inner
    cuts = ndtri(below.mean(axis=0))
    around = np.concatenate([[-FAR], cuts, [FAR]])
    return Margin(
        estimate=cuts,
        influence=(below - below.mean(axis=0)) / density(cuts),
        low=around[codes],
        high=around[codes + 1],
        codes=codes,
    )


def plain_margin(values: Floats) -> Margin:
    """Return an item's mean and variance (divided by n)."""
    mean, variance = values.mean(), values.var()
    apart = values - mean
    scores = np.column_stack(
        [apart / variance, (apart**2 - variance) / (2 * variance**2)]
    )
    influence = scores @ np.linalg.inv(scores.T @ scores / len(values))
    standard = apart / np.sqrt(variance)
    return Margin(
        estimate=np.array([mean, variance]),
        influence=influence,
        low=standard,
        high=standard,
        codes=np.zeros(0, dtype=np.int64),
    )


def _covariance(one: Margin, other: Margin) -> tuple[float, Floats]:
    """Return a pair's covariance and what each person moves it by."""
    rho, moved = _correlation(one, other)
    scale = one.spread * other.spread
    moved = scale * moved
    for margin in (one, other):
        if not margin.ordered:
            variance = margin.estimate[1]
            moved = moved + rho * scale / (2 * variance) * margin.influence[:, 1]
    return rho * scale, moved


def _correlation(one: Margin, other: Margin) -> tuple[float, Floats]:
    if one.ordered and other.ordered:
        return _polychoric(one, other)
    if not one.ordered and not other.ordered:
        rho = float(np.mean(one.low * other.low))
        score, by_one = _plain_scores(rho, one, other)
        return rho, _influence(
            score, [(one, by_one), (other, _plain_scores(rho, other, one)[1])]
        )
    plain, ordered = (other, one) if one.ordered else (one, other)
    rho = _polyserial(plain, ordered)
    score, by_plain, by_ordered = _serial_scores(rho, plain, ordered)
    return rho, _influence(score, [(plain, by_plain), (ordered, by_ordered)])


def _polychoric(one: Margin, other: Margin) -> tuple[float, Floats]:
    counts = [len(one.estimate) + 1, len(other.estimate) + 1]
    found = ordinal_moments(
        np.column_stack([one.codes, other.codes]), categories=counts
    )
    return float(found.correlations[0, 1]), np.asarray(found.influence)[:, -1]


def _influence(score: Floats, margins: list[tuple[Margin, Floats]]) -> Floats:
    """Return what each person moves a correlation by, given the first step's scores."""
    moved = score.copy()
    for margin, by_margin in margins:
        moved -= margin.influence @ (by_margin.T @ score / len(score))
    return np.asarray(moved / np.mean(score**2))


def _plain_scores(rho: float, one: Margin, other: Margin) -> tuple[Floats, Floats]:
    """Return scores of a correlation and of the first item's mean and variance."""
    first, second, left = one.low, other.low, 1 - rho**2
    distance = first**2 - 2 * rho * first * second + second**2
    score = rho / left + first * second / left - rho * distance / left**2
    pull = (first - rho * second) / left
    variance = one.estimate[1]
    by_variance = (pull * first - 1) / (2 * variance)
    return score, np.column_stack([pull / np.sqrt(variance), by_variance])


def _polyserial(plain: Margin, ordered: Margin) -> float:
    from scipy.optimize import brentq  # noqa: PLC0415 - slow to load

    def total(rho: float) -> float:
        return float(_serial_scores(rho, plain, ordered)[0].sum())

    if total(-EDGE) <= 0:
        return -EDGE
    if total(EDGE) >= 0:
        return EDGE
    return float(brentq(total, -EDGE, EDGE, xtol=1e-13))


def _serial_scores(
    rho: float, plain: Margin, ordered: Margin
) -> tuple[Floats, Floats, Floats]:
    """Return scores of a polyserial correlation, of mean, variance and thresholds."""
    z, root = plain.low, np.sqrt(1 - rho**2)
    ends = [(end - rho * z) / root for end in (ordered.low, ordered.high)]
    heights = [density(end) for end in ends]
    share = np.maximum(ndtr(ends[1]) - ndtr(ends[0]), 1e-300)
    low, high = heights[0] / share, heights[1] / share
    score = (high * (ordered.high * rho - z) - low * (ordered.low * rho - z)) / root**3
    pull = z + rho / root * (high - low)
    variance = plain.estimate[1]
    by_variance = (pull * z - 1) / (2 * variance)
    by_plain = np.column_stack([pull / np.sqrt(variance), by_variance])
    number = np.arange(len(ordered.estimate))
    above = (ordered.codes[:, None] == number) * high[:, None]
    below = (ordered.codes[:, None] == number + 1) * low[:, None]
    return score, by_plain, (above - below) / root

"""Each item by itself, given predictors if there are any: the first of two steps.

Thresholds of an ordered item (with slopes, an ordered probit), or the mean and variance
of another one (a regression). Who did not answer moves nothing.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri

from lederlib._checks import Bools, Floats, Ints
from lederlib.measure.correlations.normal import density

FAR = 40.0
TINY = 1e-300
MOST_STEPS = 100
CLOSE = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Margin:
    """One item by itself.

    Attributes
    ----------
    estimate : numpy.ndarray
        Thresholds, or mean and variance; then the slopes on predictors.
    influence : numpy.ndarray, shape (people, numbers)
        What each person moves them by.
    low, high : numpy.ndarray, shape (people,)
        Thresholds around each answer, less what is predicted; of an item that is not
        ordered, the standardised residual in both. 0 where there is no answer.
    codes : numpy.ndarray of int
        Answers counted from 0, −1 where missing; none where the item is not ordered.
    seen : numpy.ndarray of bool
        Who answered.
    given : numpy.ndarray, shape (people, predictors)
        The predictors.
    """

    estimate: Floats
    influence: Floats
    low: Floats
    high: Floats
    codes: Ints
    seen: Bools
    given: Floats

    @property
    def ordered(self) -> bool:
        """Return whether the item is ordered."""
        return bool(self.codes.size)

    @property
    def own(self) -> Floats:
        """Return the thresholds, or the mean and the variance."""
        return self.estimate[: len(self.estimate) - self.given.shape[1]]

    @property
    def spread(self) -> float:
        """Return the standard deviation; 1 of the response behind an ordered item."""
        return 1.0 if self.ordered else float(np.sqrt(self.estimate[1]))


def ordered_margin(codes: Ints, categories: int, given: Floats | None = None) -> Margin:
    """Return an ordered item's thresholds, and slopes on what is `given`."""
    people = len(codes)
    given = np.zeros((people, 0)) if given is None else given
    seen = codes >= 0
    cuts = ndtri(
        np.cumsum(np.bincount(codes[seen], minlength=categories))[:-1] / seen.sum()
    )
    estimate = np.concatenate([cuts, np.zeros(given.shape[1])])
    if given.shape[1]:
        estimate = _probit(codes[seen], given[seen], estimate)
    low, high = _ends(codes, given, estimate, categories)
    share = np.maximum(ndtr(high) - ndtr(low), TINY)
    scores = with_slopes(
        edge_scores(codes, categories, density(low) / share, density(high) / share),
        given,
        ordered=True,
    )
    return Margin(
        estimate=estimate,
        influence=_influence(scores * seen[:, None]),
        low=np.where(seen, low, 0),
        high=np.where(seen, high, 0),
        codes=codes,
        seen=seen,
        given=given,
    )


def plain_margin(values: Floats, given: Floats | None = None) -> Margin:
    """Return an item's mean and variance (divided by n), and slopes on predictors."""
    people = len(values)
    given = np.zeros((people, 0)) if given is None else given
    seen = ~np.isnan(values)
    table = np.column_stack([np.ones(people), given])
    weights = np.linalg.lstsq(table[seen], values[seen], rcond=None)[0]
    apart = np.where(seen, values - table @ weights, 0.0)
    variance = float(np.sum(apart**2) / seen.sum())
    pull = apart / variance
    scores = np.column_stack([pull, (apart * pull - 1) / (2 * variance)])
    standard = apart / np.sqrt(variance)
    return Margin(
        estimate=np.concatenate([weights[:1], [variance], weights[1:]]),
        influence=_influence(with_slopes(scores, given, ordered=False) * seen[:, None]),
        low=standard,
        high=standard,
        codes=np.zeros(0, dtype=np.int64),
        seen=seen,
        given=given,
    )


def _influence(scores: Floats) -> Floats:
    return np.asarray(scores @ np.linalg.inv(scores.T @ scores / len(scores)))


def edge_scores(codes: Ints, categories: int, low: Floats, high: Floats) -> Floats:
    """Return scores by threshold from those by the thresholds around each answer.

    `low` is what moving the lower one down adds, `high` moving the upper one up.
    """
    number = np.arange(categories - 1)
    above = (codes[:, None] == number) * high[:, None]
    below = (codes[:, None] == number + 1) * low[:, None]
    return np.asarray(above - below)


def with_slopes(scores: Floats, given: Floats, *, ordered: bool) -> Floats:
    """Return scores by thresholds, or mean and variance, with those by the slopes.

    What is predicted moves a mean up and all thresholds down.
    """
    if not given.shape[1]:
        return scores
    moved = -scores.sum(axis=1) if ordered else scores[:, 0]
    return np.column_stack([scores, moved[:, None] * given])


def _ends(
    codes: Ints, given: Floats, estimate: Floats, categories: int
) -> tuple[Floats, Floats]:
    cuts, slopes = np.split(estimate, [categories - 1])
    around = np.concatenate([[-FAR], cuts, [FAR]])
    shift = given @ slopes
    low, high = around[codes] - shift, around[codes + 1] - shift
    low = np.where(codes == 0, -FAR, low)
    return low, np.where(codes == categories - 1, FAR, high)


def _probit(codes: Ints, given: Floats, start: Floats) -> Floats:
    """Return the most likely thresholds and slopes, by Fisher scoring."""
    categories = len(start) - given.shape[1] + 1
    estimate = start
    for _ in range(MOST_STEPS):
        slope = np.zeros(len(start))
        curve = np.zeros((len(start), len(start)))
        for category in range(categories):
            everyone = np.full(len(codes), category)
            low, high = _ends(everyone, given, estimate, categories)
            share = np.maximum(ndtr(high) - ndtr(low), TINY)
            moved = edge_scores(everyone, categories, density(low), density(high))
            moved = with_slopes(moved, given, ordered=True)
            slope += np.sum((moved / share[:, None])[codes == category], axis=0)
            curve += moved.T @ (moved / share[:, None])
        step = np.linalg.solve(curve, slope)
        estimate = estimate + step
        if np.abs(step).max() < CLOSE * max(1.0, np.abs(estimate).max()):
            break
    return estimate

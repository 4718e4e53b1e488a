"""People by which items they answered, and the most likely moments with gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints

MOST_ROUNDS = 20_000
ALIKE = 1e-10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pattern:
    """People who answered the same items.

    Attributes
    ----------
    seen : numpy.ndarray of int
        Places of the items that they answered.
    people : numpy.ndarray of int
        Their rows; none where only moments are known.
    n : float
        How many they are; the sum of their weights, where they have them.
    mean, cov : numpy.ndarray
        Means and covariances (divided by n) of the items that they answered.
    """

    seen: Ints
    people: Ints
    n: float
    mean: Floats
    cov: Floats


def patterns_of(values: Floats, weights: Floats) -> Iterator[Pattern]:
    """Yield the people of each pattern of answered items."""
    seen = ~np.isnan(values)
    if seen.all():
        everyone, items = (np.arange(size) for size in values.shape)
        yield _pattern(values, weights, everyone, items)
        return
    kinds, which = np.unique(seen, axis=0, return_inverse=True)
    for number, kind in enumerate(kinds):
        people = np.flatnonzero(which.ravel() == number)
        yield _pattern(values, weights, people, np.flatnonzero(kind))


def _pattern(values: Floats, weights: Floats, people: Ints, seen: Ints) -> Pattern:
    part, own = values[np.ix_(people, seen)], weights[people]
    n = float(own.sum())
    mean = own @ part / n
    centred = part - mean
    cov = (centred.T * own) @ centred / n
    return Pattern(seen=seen, people=people, n=n, mean=mean, cov=cov)


def most_likely_moments(
    values: Floats, patterns: Sequence[Pattern]
) -> tuple[Floats, Floats]:
    """Return the most likely means and covariances of answers with gaps, by EM."""
    mean, spread = np.nanmean(values, axis=0), np.nanvar(values, axis=0)
    cov = np.diag(spread)
    size = sum(part.n for part in patterns)
    for _ in range(MOST_ROUNDS):
        new_mean, new_cov = _round(mean, cov, patterns, size)
        moved = np.abs(new_cov - cov).max() + np.abs(new_mean - mean).max()
        mean, cov = new_mean, new_cov
        if moved < ALIKE * spread.max():
            break
    return mean, cov


def _round(
    mean: Floats, cov: Floats, patterns: Sequence[Pattern], people: float
) -> tuple[Floats, Floats]:
    """Return the moments after each gap is filled in as the present ones expect it."""
    total, products = np.zeros_like(mean), np.zeros_like(cov)
    for part in patterns:
        seen = part.seen
        weights = np.linalg.solve(cov[np.ix_(seen, seen)], cov[seen]).T
        filled = mean + weights @ (part.mean - mean[seen])
        left = cov - weights @ cov[seen]
        total += part.n * filled
        products += part.n * (
            weights @ part.cov @ weights.T + left + np.outer(filled, filled)
        )
    mean = total / people
    return mean, products / people - np.outer(mean, mean)

"""What the model is fitted to: each group's people, or their moments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

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
    n : int
        How many they are.
    mean, cov : numpy.ndarray
        Means and covariances (divided by n) of the items that they answered.
    """

    seen: Ints
    people: Ints
    n: int
    mean: Floats
    cov: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """One group.

    Attributes
    ----------
    name : str
        The group's value, '' where there is one group.
    n : int
        People.
    mean, cov : numpy.ndarray
        Most likely means and covariances (divided by n) of the items.
    patterns : tuple of Pattern
        Its people by which items they answered; one pattern without gaps.
    values : numpy.ndarray, shape (people, items)
        Answers, NaN where one is missing; no rows where only moments are known.
    cluster : numpy.ndarray of int, shape (people,)
        Number of the cluster that each belongs to; empty where there are none.
    """

    name: str
    n: int
    mean: Floats
    cov: Floats
    patterns: tuple[Pattern, ...]
    values: Floats
    cluster: Ints


class Counted(Protocol):
    """Anything that counts its people."""

    @property
    def n(self) -> int:
        """People."""


def shares(samples: Sequence[Counted]) -> Floats:
    """Return each group's share of the people."""
    sizes = np.array([sample.n for sample in samples], dtype=float)
    return np.asarray(sizes / sizes.sum())


def sample_of(values: Floats, *, name: str = "", cluster: Ints | None = None) -> Sample:
    """Return one group of answers, with its most likely moments."""
    patterns = tuple(_patterns(values))
    if len(patterns) == 1:
        mean, cov = patterns[0].mean, patterns[0].cov
    else:
        mean, cov = most_likely_moments(values, patterns)
    return Sample(
        name=name,
        n=len(values),
        mean=mean,
        cov=cov,
        patterns=patterns,
        values=values,
        cluster=np.zeros(0, dtype=np.int64) if cluster is None else cluster,
    )


def sample_of_moments(mean: Floats, cov: Floats, n: int, *, name: str = "") -> Sample:
    """Return a group of which only means and covariances (divided by n) are known."""
    none = np.zeros(0, dtype=np.int64)
    pattern = Pattern(seen=np.arange(len(mean)), people=none, n=n, mean=mean, cov=cov)
    return Sample(
        name=name,
        n=n,
        mean=mean,
        cov=cov,
        patterns=(pattern,),
        values=np.zeros((0, len(mean))),
        cluster=none,
    )


def _patterns(values: Floats) -> Iterator[Pattern]:
    seen = ~np.isnan(values)
    if seen.all():
        yield _pattern(values, np.arange(len(values)), np.arange(values.shape[1]))
        return
    kinds, which = np.unique(seen, axis=0, return_inverse=True)
    for number, kind in enumerate(kinds):
        people = np.flatnonzero(which.ravel() == number)
        yield _pattern(values, people, np.flatnonzero(kind))


def _pattern(values: Floats, people: Ints, seen: Ints) -> Pattern:
    part = values[np.ix_(people, seen)]
    mean = part.mean(axis=0)
    centred = part - mean
    cov = centred.T @ centred / len(people)
    return Pattern(seen=seen, people=people, n=len(people), mean=mean, cov=cov)


def most_likely_moments(
    values: Floats, patterns: Sequence[Pattern]
) -> tuple[Floats, Floats]:
    """Return the most likely means and covariances of answers with gaps, by EM."""
    mean, spread = np.nanmean(values, axis=0), np.nanvar(values, axis=0)
    cov = np.diag(spread)
    for _ in range(MOST_ROUNDS):
        new_mean, new_cov = _round(mean, cov, patterns, len(values))
        moved = np.abs(new_cov - cov).max() + np.abs(new_mean - mean).max()
        mean, cov = new_mean, new_cov
        if moved < ALIKE * spread.max():
            break
    return mean, cov


def _round(
    mean: Floats, cov: Floats, patterns: Sequence[Pattern], people: int
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


def require_positive(cov: Floats, items: Sequence[str], where: str) -> None:
    """Raise unless the covariances are those of items that are not sums of others.

    Raises
    ------
    ValueError
        If an item is constant, or is computed from others, by its name.
    """
    spread = np.sqrt(np.diag(cov))
    for item, size in zip(items, spread, strict=True):
        if not size > 0:
            msg = f"Item {item!r} must vary{where}; every answer is the same."
            raise ValueError(msg)
    roots, vectors = np.linalg.eigh(cov / np.outer(spread, spread))
    if roots[0] < 1e-10 * len(items):
        places = np.flatnonzero(np.abs(vectors[:, 0]) > 1e-3)  # noqa: PLR2004
        tied = ", ".join(repr(items[place]) for place in places.tolist())
        msg = (
            f"The items' covariances{where} must be positive definite, but {tied} "
            f"determine each other (smallest eigenvalue of the correlations "
            f"{roots[0]:.1e}); leave one of them out."
        )
        raise ValueError(msg)

"""What a model by maximum likelihood is fitted to: the moments of each group."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.patterns import Answered, answered, answered_moments
from lederlib.measure.cfa.people import Part, People, where
from lederlib.measure.cfa.sight import most_likely_moments

#: Spreads further apart than this leave no digits for the narrower item.
MOST_APART = 1e6


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
    answered : Answered
        What its people answered, by which items.
    values : numpy.ndarray, shape (people, items)
        Answers, NaN where one is missing; no rows where only moments are known.
    cluster : numpy.ndarray of int, shape (people,)
        Number of the cluster that each belongs to; empty where there are none.
    weights : numpy.ndarray, shape (people,)
        How many people each stands for, 1 on average; empty where there are none.
    """

    name: str
    n: int
    mean: Floats
    cov: Floats
    answered: Answered
    values: Floats
    cluster: Ints
    weights: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def size(self) -> float:
        """Return the number of people, or the sum of their weights."""
        return self.answered.size


class Counted(Protocol):
    """Anything that counts its people."""

    @property
    def size(self) -> float:
        """People, or the sum of their weights."""


def shares(samples: Sequence[Counted]) -> Floats:
    """Return each group's share of the people."""
    sizes = np.array([sample.size for sample in samples], dtype=float)
    return np.asarray(sizes / sizes.sum())


def sample_of(
    values: Floats,
    *,
    name: str = "",
    cluster: Ints | None = None,
    weights: Floats | None = None,
) -> Sample:
    """Return one group of answers, with its most likely moments."""
    own = np.zeros(0) if weights is None else weights
    each = own if own.size else np.ones(len(values))
    found = answered(values, each)
    if found.whole:
        mean, cov = _moments(values, each)
    else:
        mean, cov = most_likely_moments(values, found)
    return Sample(
        name=name,
        n=len(values),
        mean=mean,
        cov=cov,
        answered=found,
        values=values,
        cluster=np.zeros(0, dtype=np.int64) if cluster is None else cluster,
        weights=own,
    )


def _moments(values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    mean = weights @ values / weights.sum()
    apart = values - mean
    return mean, (apart.T * weights) @ apart / weights.sum()


def sample_of_moments(mean: Floats, cov: Floats, n: float, *, name: str = "") -> Sample:
    """Return a group of which only means and covariances (divided by n) are known."""
    none = np.zeros(0, dtype=np.int64)
    return Sample(
        name=name,
        n=int(n),
        mean=mean,
        cov=cov,
        answered=answered_moments(mean, cov, n),
        values=np.zeros((0, len(mean))),
        cluster=none,
    )


def require_positive(cov: Floats, items: Sequence[str], place: str) -> None:
    """Raise unless the covariances are those of items that are not sums of others.

    Raises
    ------
    ValueError
        If an item is constant, on another scale by far, or computed from others.
    """
    spread = np.sqrt(np.diag(cov))
    for item, size in zip(items, spread, strict=True):
        if not size > 0:
            msg = f"Item {item!r} must vary{place}; every answer is the same."
            raise ValueError(msg)
    wide, slim = int(spread.argmax()), int(spread.argmin())
    if spread[wide] > MOST_APART * spread[slim]:
        msg = (
            f"The items' spreads{place} must lie within a factor of {MOST_APART:g}; "
            f"{items[wide]!r} has {spread[wide]:.1g} and {items[slim]!r} "
            f"{spread[slim]:.1g}. Count one of them in another unit."
        )
        raise ValueError(msg)
    roots, vectors = np.linalg.eigh(cov / np.outer(spread, spread))
    if roots[0] < 1e-10 * len(items):
        places = np.flatnonzero(np.abs(vectors[:, 0]) > 1e-3)  # noqa: PLR2004
        tied = ", ".join(repr(items[place]) for place in places.tolist())
        msg = (
            f"The items' covariances{place} must be positive definite, but {tied} "
            f"determine each other (smallest eigenvalue of the correlations "
            f"{roots[0]:.1e}); leave one of them out."
        )
        raise ValueError(msg)


def likelihood_samples(people: People) -> tuple[Sample, ...]:
    """Return each group's moments.

    Raises
    ------
    ValueError
        If a group's covariances are not positive definite.
    """
    samples = tuple(_likely_sample(part, people.items) for part in people.parts)
    for part, sample in zip(people.parts, samples, strict=True):
        require_positive(sample.cov, people.items, where(part))
    return samples


def _likely_sample(part: Part, items: Sequence[str]) -> Sample:
    """Return a group's moments, or raise where with gaps they cannot be sought."""
    try:
        return sample_of(
            part.values, name=part.name, cluster=part.cluster, weights=part.weights
        )
    except np.linalg.LinAlgError:
        whole = part.values[~np.isnan(part.values).any(axis=1)]
        if len(whole) > len(items):
            require_positive(np.cov(whole.T), items, where(part))
        msg = (
            f"The items' covariances{where(part)} must be positive definite, but some "
            f"items determine others; leave one of them out."
        )
        raise ValueError(msg) from None

"""Predictors that are taken as they are: apart from the answers, with their moments.

As in lavaan's `sem` (`fixed.x`): those that nothing tells of, unless the model speaks
of their variances, covariances or intercepts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.people import People
from lederlib.measure.cfa.sample import Sample


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Given:
    """Predictors that are taken as they are, with their moments in each group.

    Attributes
    ----------
    names : tuple of str
        The items.
    mean : numpy.ndarray, shape (groups, names)
    cov : numpy.ndarray, shape (groups, names, names)
    """

    names: tuple[str, ...]
    mean: Floats
    cov: Floats


NOTHING = Given(names=(), mean=np.zeros((1, 0)), cov=np.zeros((1, 0, 0)))


def conditioned(people: People, names: Sequence[str]) -> tuple[People, Given]:
    """Return the people with predictors apart from the items, and their moments.

    Covariances are divided by n − 1, as in lavaan where all is conditional on them.
    """
    places = [people.items.index(name) for name in names]
    kept = [place for place in range(len(people.items)) if place not in places]
    parts = tuple(
        replace(part, values=part.values[:, kept], given=part.values[:, places])
        for part in people.parts
    )
    items = tuple(people.items[place] for place in kept)
    mean = np.array([part.given.mean(axis=0) for part in parts])
    apart = [part.given - level for part, level in zip(parts, mean, strict=True)]
    cov = np.array([own.T @ own / (len(own) - 1) for own in apart])
    found = Given(names=tuple(names), mean=mean, cov=cov)
    return replace(people, items=items, parts=parts), found


def given_moments(
    names: Sequence[str], items: Sequence[str], samples: Sequence[Sample]
) -> Given:
    """Return the moments of predictors that are taken as they are."""
    places = [items.index(name) for name in names]
    return Given(
        names=tuple(names),
        mean=np.array([sample.mean[places] for sample in samples]),
        cov=np.array([sample.cov[np.ix_(places, places)] for sample in samples]),
    )

r"""People by which items they answered, in as few rows as tell the same.

What people tell of means and covariances is a sum over them. Of a pattern of more
people than items the same is told by the root of their scatter and one row for their
mean; rows are divided by the root of the number of people, so that sums are means.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """Patterns that lack the same number of items.

    Attributes
    ----------
    missing : numpy.ndarray of int, shape (patterns, items that each lacks)
        Places of those items.
    shares : numpy.ndarray, shape (patterns,)
        Of the people.
    rows : numpy.ndarray of int
        Which rows are theirs, pattern by pattern.
    pattern : numpy.ndarray of int
        The pattern of each of them.
    """

    missing: Ints
    shares: Floats
    rows: Ints
    pattern: Ints


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answered:
    """What the people of a group answered.

    Attributes
    ----------
    centre : numpy.ndarray, shape (items,)
        A point amid the answers.
    rows : numpy.ndarray, shape (rows, items)
        Sums of answers from there, zero where there is none.
    ones : numpy.ndarray, shape (rows,)
        What each row adds up of a constant 1.
    kinds : tuple of Kind
        The patterns, those that lack fewer items first.
    size : float
        People, or the sum of their weights.
    """

    centre: Floats
    rows: Floats
    ones: Floats
    kinds: tuple[Kind, ...]
    size: float

    @property
    def whole(self) -> bool:
        """Return whether nothing is missing."""
        return all(not kind.missing.size for kind in self.kinds)

    @property
    def answers(self) -> float:
        """Return how many answers were given, or the sum of their weights."""
        items = self.rows.shape[1]
        lost = (kind.shares.sum() * kind.missing.shape[1] for kind in self.kinds)
        return float(self.size * (items - sum(lost)))


def answered(values: Floats, weights: Floats) -> Answered:
    """Return what people answered, NaN where they did not."""
    size, centre = float(weights.sum()), np.nanmean(values, axis=0)
    rows: list[Floats] = []
    ones: list[Floats] = []
    sets: list[tuple[Ints, float, int]] = []
    for people, missing in _patterns(values):
        roots = np.sqrt(weights[people] / size)
        part = np.where(missing, 0.0, values[people] - centre)
        if len(people) > values.shape[1]:
            part, roots = _compressed(part, roots)
        else:
            part = part * roots[:, None]
        rows.append(part)
        ones.append(roots)
        share = float(weights[people].sum() / size)
        sets.append((np.flatnonzero(missing), share, len(part)))
    return Answered(
        centre=centre,
        rows=np.concatenate(rows),
        ones=np.concatenate(ones),
        kinds=tuple(_kinds(sets)),
        size=size,
    )


def answered_moments(mean: Floats, cov: Floats, size: float) -> Answered:
    """Return answers without gaps of which only the moments are known."""
    spread = np.sqrt(np.where(np.diag(cov) > 0, np.diag(cov), 1.0))
    sizes, vectors = np.linalg.eigh(cov / np.outer(spread, spread))
    root = (vectors * np.sqrt(np.maximum(sizes, 0))).T * spread
    none = np.zeros(0, dtype=np.int64)
    return Answered(
        centre=mean,
        rows=np.vstack([np.zeros_like(mean), root]),
        ones=np.eye(1, len(root) + 1)[0],
        kinds=tuple(_kinds([(none, 1.0, len(root) + 1)])),
        size=size,
    )


def each_person(values: Floats) -> Answered:
    """Return answers with a row for each person, in their order."""
    sets, order, centre = [], [], np.nanmean(values, axis=0)
    for people, missing in _patterns(values):
        sets.append((np.flatnonzero(missing), len(people) / len(values), len(people)))
        order.append(people)
    return Answered(
        centre=centre,
        rows=np.nan_to_num(values - centre),
        ones=np.ones(len(values)),
        kinds=tuple(_kinds(sets, np.concatenate(order))),
        size=len(values),
    )


def _patterns(values: Floats) -> Iterator[tuple[Ints, Ints]]:
    """Yield who lacks the same items, and which; the fewest first."""
    missing = np.isnan(values)
    packed = np.packbits(missing, axis=1)
    keys = packed.view(np.dtype((np.void, packed.shape[1]))).ravel()
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    order = np.argsort(which.ravel(), kind="stable")
    ends = np.cumsum(np.bincount(which.ravel()))[:-1]
    people = np.split(order, ends)
    lost = missing[first].sum(axis=1)
    for place in np.argsort(lost, kind="stable").tolist():
        yield people[place], missing[first[place]]


def _compressed(part: Floats, roots: Floats) -> tuple[Floats, Floats]:
    """Return fewer rows that have the same weight, mean and scatter."""
    weight = float(roots @ roots)
    mean = roots**2 @ part / weight
    scatter = np.linalg.qr((part - mean) * roots[:, None], mode="r")
    ones = np.zeros(len(scatter) + 1)
    ones[0] = np.sqrt(weight)
    return np.vstack([ones[0] * mean, scatter]), ones


def _kinds(
    sets: Sequence[tuple[Ints, float, int]], order: Ints | None = None
) -> Iterator[Kind]:
    """Yield the kinds of patterns, given what each lacks, its share and its rows."""
    lacks = np.array([len(missing) for missing, _, _ in sets])
    counts = np.array([count for _, _, count in sets])
    ends = np.cumsum(counts)
    for lack in np.unique(lacks).tolist():
        chosen = np.flatnonzero(lacks == lack)
        begin, end = ends[chosen[0]] - counts[chosen[0]], ends[chosen[-1]]
        rows, mine = np.arange(begin, end), [sets[place] for place in chosen.tolist()]
        yield Kind(
            missing=np.array([own for own, _, _ in mine], dtype=np.int64),
            shares=np.array([share for _, share, _ in mine]),
            rows=rows if order is None else order[rows],
            pattern=np.repeat(np.arange(len(chosen)), counts[chosen]),
        )

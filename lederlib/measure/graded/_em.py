"""Samejima's graded response by the EM algorithm, for one group or several.

An item is a vector: its slope a, then its intercepts d₁ > d₂ > …; the chance of
category k or higher is the logistic function of aθ + dₖ. Answers are categories counted
from 0, each pattern of answers once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.special import expit

from lederlib._checks import Floats, Ints
from lederlib.measure.item_matrix import ItemMatrix

FEWEST_ITEMS = 3
MOST_CATEGORIES = 20
_LEAST = 1e-12
#: Where the trait is summed over: 61 points, six standard deviations to either side.
TRAIT: Final[Floats] = np.linspace(-6, 6, 61)
STEEPEST: Final = 30.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Answers:
    """Patterns of answers, and how many people gave each.

    Attributes
    ----------
    codes : numpy.ndarray of int, shape (patterns, items)
        Category of each answer from 0; -1 where it is missing.
    people : numpy.ndarray, shape (patterns,)
        How many people gave the pattern.
    place : numpy.ndarray of int, shape (people,)
        Each person's pattern.
    given : numpy.ndarray, shape (patterns, categories of all items)
        1 where the category was chosen.
    sizes : tuple of int
        Categories of each item.
    """

    codes: Ints
    people: Floats
    place: Ints
    given: Floats
    sizes: tuple[int, ...]

    @property
    def starts(self) -> Ints:
        """Where each item's categories begin among all of them."""
        return np.cumsum([0, *self.sizes])


def categories(matrix: ItemMatrix) -> tuple[Floats, ...]:
    """Return the answers that each item was given, from the lowest.

    Raises
    ------
    ValueError
        If an item has one answer only, or too many to be categories.
    """
    matrix.require_spread()
    found = []
    for name, column in zip(matrix.names, matrix.values.T, strict=True):
        answers = np.unique(column[~np.isnan(column)])
        if len(answers) > MOST_CATEGORIES:
            msg = (
                f"Item {name!r} must have at most {MOST_CATEGORIES} categories; "
                f"got {len(answers)} different answers."
            )
            raise ValueError(msg)
        found.append(answers)
    return tuple(found)


def coded(values: Floats, levels: tuple[Floats, ...]) -> Answers:
    """Return the answers as patterns; `levels` are each item's categories."""
    pairs = zip(values.T, levels, strict=True)
    columns = [np.searchsorted(level, np.nan_to_num(item)) for item, level in pairs]
    codes = np.where(np.isnan(values), -1, np.column_stack(columns))
    patterns, place, people = np.unique(
        codes, axis=0, return_inverse=True, return_counts=True
    )
    blocks = [
        pattern[:, None] == np.arange(len(level))
        for pattern, level in zip(patterns.T, levels, strict=True)
    ]
    return Answers(
        codes=patterns,
        people=people.astype(float),
        place=place.ravel(),
        given=np.hstack(blocks).astype(float),
        sizes=tuple(len(level) for level in levels),
    )


def likelihoods(item: Floats, trait: Floats) -> Floats:
    """Return the chance of each category, shape (categories, trait)."""
    return np.maximum(-np.diff(_above(item, trait), axis=0), _LEAST)


def first_derivatives(item: Floats, trait: Floats) -> Floats:
    """Return the chances' derivatives, shape (parameters, categories, trait)."""
    chance = _above(item, trait)
    return _derivatives(chance * (1 - chance), trait)


def second_derivatives(item: Floats, trait: Floats) -> Floats:
    """Return the second derivatives, shape (parameters, parameters, categories, …)."""
    chance = _above(item, trait)
    bend = chance * (1 - chance) * (1 - 2 * chance)
    by_intercept = _derivatives(bend, trait)
    count = len(item)
    second = np.zeros((count, count, *by_intercept.shape[1:]))
    second[0] = second[:, 0] = by_intercept * trait
    places = np.arange(1, count)
    second[places, places] = by_intercept[1:]
    return second


def expected_information(item: Floats, trait: Floats) -> Floats:
    """Return the information an answer holds about the trait, shape (trait,)."""
    chance = _above(item, trait)
    slope = -np.diff(chance * (1 - chance) * item[0], axis=0)
    return np.asarray((slope**2 / likelihoods(item, trait)).sum(axis=0))


def _above(item: Floats, trait: Floats) -> Floats:
    """Return the chance of at least each category, from certain to impossible."""
    middle = expit(item[0] * trait + item[1:, None])
    ends = np.ones((1, len(trait)))
    return np.concatenate([ends, middle, 0 * ends])


def _derivatives(change: Floats, trait: Floats) -> Floats:
    """Return derivatives of the chances, where `change` is that of each border."""
    borders = len(change) - 2
    table = np.zeros((borders + 1, borders + 1, len(trait)))
    table[0] = -np.diff(change, axis=0) * trait
    for border in range(1, borders + 1):
        table[border, border] = change[border]
        table[border, border - 1] = -change[border]
    return table


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Expected:
    """What the model expects of the answers: who stands where, and the likelihood."""

    counts: Floats
    posterior: Floats
    loglik: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Estimate:
    """Items and groups as estimated.

    Attributes
    ----------
    items : tuple of numpy.ndarray
        Slope and intercepts of each set of parameters.
    means, spreads : numpy.ndarray, shape (groups,)
        The trait's distribution; the first group has mean 0 and deviation 1.
    loglik : float
        Marginal log-likelihood.
    settled : bool
        Whether the search ended before its last round.
    """

    items: tuple[Floats, ...]
    means: Floats
    spreads: Floats
    loglik: float
    settled: bool


def normal_weights(mean: float = 0.0, spread: float = 1.0) -> Floats:
    """Return the trait's weights, which sum to 1."""
    density = np.exp(-0.5 * ((TRAIT - mean) / spread) ** 2)
    return np.asarray(density / density.sum())


def expect(answers: Answers, items: Sequence[Floats], weights: Floats) -> Expected:
    """Return each pattern's posterior and the expected number in each category."""
    logs = np.log(np.concatenate([likelihoods(item, TRAIT) for item in items]))
    joint = answers.given @ logs + np.log(np.maximum(weights, 1e-300))
    highest = joint.max(axis=1, keepdims=True)
    posterior = np.exp(joint - highest)
    total = posterior.sum(axis=1, keepdims=True)
    posterior /= total
    by_pattern = (np.log(total) + highest)[:, 0]
    return Expected(
        counts=answers.given.T @ (answers.people[:, None] * posterior),
        posterior=posterior,
        loglik=float(answers.people @ by_pattern),
    )


def start(answers: Answers) -> tuple[Floats, ...]:
    """Return slopes of 1, signed as the item goes with the others, and intercepts."""
    known = np.where(answers.codes < 0, np.nan, answers.codes)
    centred = np.nan_to_num(known - np.nanmean(known, axis=0))
    rest = centred.sum(axis=1, keepdims=True) - centred
    along = (answers.people[:, None] * centred * rest).sum(axis=0) >= 0
    items = []
    for place, size in enumerate(answers.sizes):
        chosen = answers.given[:, answers.starts[place] : answers.starts[place] + size]
        counts = answers.people @ chosen
        above = counts[::-1].cumsum()[::-1][1:] / counts.sum()
        slope = 1.0 if along[place] else -1.0
        items.append(np.concatenate([[slope], 1.2 * np.log(above / (1 - above))]))
    return tuple(items)


def fit(
    groups: Sequence[Answers],
    sets: Ints,
    items: Sequence[Floats],
    *,
    rounds: int,
    close: float,
    shape: tuple[Floats, Floats] | None = None,
) -> Estimate:
    """Return the estimate from which no round moves a parameter farther than `close`.

    Parameters
    ----------
    groups : sequence of Answers
        The answers of each group.
    sets : numpy.ndarray of int, shape (groups, items)
        Which set of parameters holds for which item in which group.
    items : sequence of numpy.ndarray
        Each set of parameters to start from.
    rounds : int
        Most rounds.
    close : float
        When to stop.
    shape : tuple of numpy.ndarray, optional
        Means and standard deviations of the trait to start from.
    """
    now, settled = list(items), False
    means, spreads = shape or (np.zeros(len(groups)), np.ones(len(groups)))
    for _ in range(rounds):
        expected = _expect_all(groups, sets, now, means, spreads)
        before = np.concatenate([*now, means, spreads])
        now = _improve_all(groups, sets, now, expected)
        means, spreads = _moments(groups, expected)
        moved = np.abs(np.concatenate([*now, means, spreads]) - before).max()
        if moved < close or max(abs(item[0]) for item in now) > STEEPEST:
            settled = bool(moved < close)
            break
    last = _expect_all(groups, sets, now, means, spreads)
    return Estimate(
        items=tuple(now),
        means=means,
        spreads=spreads,
        loglik=sum(one.loglik for one in last),
        settled=settled,
    )


def improve(item: Floats, counts: Floats) -> Floats:
    """Return the item after one scoring step, shortened until it is a better one."""
    chance, slopes = likelihoods(item, TRAIT), first_derivatives(item, TRAIT)
    gradient = (slopes * (counts / chance)).sum(axis=(1, 2))
    weighted = slopes * (counts.sum(axis=0) / chance)
    information = np.tensordot(weighted, slopes, axes=([1, 2], [1, 2]))
    information[np.diag_indices_from(information)] *= 1 + 1e-10
    step = np.linalg.solve(information, gradient)
    value = (counts * np.log(chance)).sum()
    for _ in range(20):
        moved = item + step
        ordered = bool((np.diff(moved[1:]) < 0).all())
        if ordered and (counts * np.log(likelihoods(moved, TRAIT))).sum() >= value:
            return np.asarray(moved)
        step = step / 2
    return item


def _expect_all(
    groups: Sequence[Answers],
    sets: Ints,
    items: Sequence[Floats],
    means: Floats,
    spreads: Floats,
) -> list[Expected]:
    return [
        expect(answers, [items[place] for place in held], normal_weights(mean, spread))
        for answers, held, mean, spread in zip(
            groups, sets, means, spreads, strict=True
        )
    ]


def _improve_all(
    groups: Sequence[Answers],
    sets: Ints,
    items: list[Floats],
    expected: list[Expected],
) -> list[Floats]:
    counts = [np.zeros((len(item), len(TRAIT))) for item in items]
    for answers, held, found in zip(groups, sets, expected, strict=True):
        for place, block in zip(
            held, np.split(found.counts, answers.starts[1:-1]), strict=True
        ):
            counts[place] += block
    return [improve(item, held) for item, held in zip(items, counts, strict=True)]


def _moments(
    groups: Sequence[Answers], expected: list[Expected]
) -> tuple[Floats, Floats]:
    """Return mean and deviation of the trait in each group; 0 and 1 in the first."""
    means, spreads = np.zeros(len(groups)), np.ones(len(groups))
    for place, (answers, found) in enumerate(zip(groups, expected, strict=True)):
        if place:
            share = answers.people @ found.posterior / answers.people.sum()
            means[place] = share @ TRAIT
            spreads[place] = np.sqrt(share @ (TRAIT - means[place]) ** 2)
    return means, spreads

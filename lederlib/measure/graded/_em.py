"""Marginal maximum likelihood by the EM algorithm, for one group or several."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from lederlib._checks import Floats, Ints
from lederlib.measure.graded._answers import Answers
from lederlib.measure.graded._curves import first_derivatives, likelihoods

#: Where the trait is summed over: 61 points, six standard deviations to either side.
TRAIT: Final[Floats] = np.linspace(-6, 6, 61)
STEEPEST: Final = 30.0


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

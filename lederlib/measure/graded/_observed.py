"""The observed information of the marginal likelihood, exactly, and Newton's steps."""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.graded._answers import Answers
from lederlib.measure.graded._curves import (
    first_derivatives,
    likelihoods,
    second_derivatives,
)
from lederlib.measure.graded._em import TRAIT, Expected, expect

_STEPS = 12
_MOST_CELLS = 4_000_000


def score(items: Sequence[Floats], counts: Floats) -> Floats:
    """Return the gradient of the log-likelihood, all items' parameters in a row."""
    return np.concatenate(
        [
            (first_derivatives(item, TRAIT) / likelihoods(item, TRAIT) * held).sum(
                axis=(1, 2)
            )
            for item, held in zip(items, _blocks(items, counts), strict=True)
        ]
    )


def information(
    answers: Answers, items: Sequence[Floats], expected: Expected
) -> Floats:
    """Return the negative second derivatives of the log-likelihood.

    Of a pattern's likelihood L these are s s′ − ∇²L/L. Between two items the latter is
    the posterior mean of the product of their scores; within one, of P″/P.
    """
    ratios = _ratios(items)
    by_pattern = _pattern_scores(answers, ratios, expected.posterior)
    outer = (by_pattern * answers.people[:, None]).T @ by_pattern
    mixed = _between_items(answers, ratios, expected.posterior)
    start = 0
    for item, held in zip(items, _blocks(items, expected.counts), strict=True):
        inside = slice(start, start + len(item))
        bent = second_derivatives(item, TRAIT) / likelihoods(item, TRAIT)
        mixed[inside, inside] = (bent * held).sum(axis=(2, 3))
        start += len(item)
    return np.asarray(outer - mixed)


def polish(
    answers: Answers, items: tuple[Floats, ...], weights: Floats
) -> tuple[tuple[Floats, ...], Expected, Floats]:
    """Return the items after Newton's steps, with expectation and information.

    A step that does not raise the likelihood is not taken.
    """
    expected = expect(answers, items, weights)
    curve = information(answers, items, expected)
    for _ in range(_STEPS):
        gradient = score(items, expected.counts)
        if np.abs(gradient).max() < 1e-7 or np.linalg.eigvalsh(curve)[0] <= 0:  # noqa: PLR2004
            break
        moved = _moved(items, np.asarray(np.linalg.solve(curve, gradient)))
        if any((np.diff(item[1:]) >= 0).any() for item in moved):
            break
        better = expect(answers, moved, weights)
        if better.loglik < expected.loglik - 1e-9:
            break
        items, expected = moved, better
        curve = information(answers, items, expected)
    return items, expected, curve


def _between_items(answers: Answers, ratios: Floats, posterior: Floats) -> Floats:
    """Return the sum over people of the posterior mean of s s′, item by item."""
    people, categories = answers.given.shape
    weighted = answers.people[:, None] * posterior
    block = max(1, _MOST_CELLS // (people * categories))
    mixed = np.zeros(ratios.shape[1:])
    for first in range(0, len(TRAIT), block):
        near = slice(first, first + block)
        spread = weighted[:, near, None] * answers.given[:, None, :]
        pairs = answers.given.T @ spread.reshape(people, -1)
        inner = pairs.reshape(categories, -1, categories).transpose(1, 0, 2)
        scored = ratios[near] @ inner
        mixed += np.tensordot(scored, ratios[near], axes=([0, 2], [0, 2]))
    return mixed


def _moved(items: Sequence[Floats], step: Floats) -> tuple[Floats, ...]:
    parts = np.split(step, np.cumsum([len(item) for item in items])[:-1])
    return tuple(item + part for item, part in zip(items, parts, strict=True))


def _blocks(items: Sequence[Floats], counts: Floats) -> list[Floats]:
    """Return each item's rows; an item has as many categories as parameters."""
    return np.split(counts, np.cumsum([len(item) for item in items])[:-1])


def _ratios(items: Sequence[Floats]) -> Floats:
    """Return P′/P of every item, shape (trait, parameters, categories), in blocks."""
    total = sum(len(item) for item in items)
    ratios = np.zeros((len(TRAIT), total, total))
    start = 0
    for item in items:
        inside = slice(start, start + len(item))
        ratio = first_derivatives(item, TRAIT) / likelihoods(item, TRAIT)
        ratios[:, inside, inside] = np.moveaxis(ratio, -1, 0)
        start += len(item)
    return ratios


def _pattern_scores(answers: Answers, ratios: Floats, posterior: Floats) -> Floats:
    """Return each pattern's gradient, shape (patterns, parameters)."""
    scores = np.zeros((len(posterior), ratios.shape[1]))
    for first, size in zip(answers.starts[:-1], answers.sizes, strict=True):
        inside = slice(first, first + size)
        for category in range(first, first + size):
            chose = answers.given[:, category] > 0
            scores[chose, inside] = posterior[chose] @ ratios[:, inside, category]
    return scores

"""Samejima's graded response: how likely each category is along the trait.

An item is a vector: its slope a, then its intercepts d₁ > d₂ > …; the chance of
category k or higher is the logistic function of aθ + dₖ.
"""

import numpy as np
from scipy.special import expit

from lederlib._checks import Floats

_LEAST = 1e-12


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

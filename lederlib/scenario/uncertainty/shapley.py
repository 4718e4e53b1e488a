"""Share a variance among groups of inputs, by Shapley effects."""

from collections.abc import Callable, Collection, Hashable, Mapping
from itertools import combinations
from math import comb
from typing import TypeVar

import numpy as np

from lederlib._checks import Floats

Group = TypeVar("Group", bound=Hashable)
Groups = frozenset[Group]


def shapley_shares(
    evaluate: Callable[[frozenset[Group]], Floats], groups: Collection[Group]
) -> dict[Group, float]:
    r"""Return each group's share of the variance of an outcome.

    .. math::

        \phi_i = \sum_{u \not\ni i} \frac{|u|!\,(k - |u| - 1)!}{k!}
                 \left[V_{u \cup i} - V_u\right], \qquad
        V_u = \operatorname{Var} E[Y \mid X_u]

    Parameters
    ----------
    evaluate : callable
        Returns the outcome in every draw, taking the groups it is given from one
        sample and the others from a second, independent one.
    groups : collection
        Independent groups of inputs; each subset is evaluated once.

    Returns
    -------
    dict
        Shares from 0 to 1 that sum to 1; all 0 where the outcome does not vary.

    Notes
    -----
    Closed variances by pick-freeze, from both samples [1]_. A true share is never
    negative; an estimate just below zero is set to zero and the rest scaled.

    References
    ----------
    .. [1] Owen (2014). SIAM/ASA Journal on Uncertainty Quantification, 2(1), 245–251.
       https://doi.org/10.1137/130936233

    Examples
    --------
    >>> first, second = np.random.default_rng(0).normal(size=(2, 2, 5000))
    >>> def outcome(chosen):
    ...     return sum(
    ...         size * np.where(row in chosen, first[row], second[row])
    ...         for row, size in enumerate((1, 3))
    ...     )
    >>> {row: round(s, 1) for row, s in shapley_shares(outcome, [0, 1]).items()}
    {0: 0.1, 1: 0.9}
    """
    outcomes = {subset: evaluate(subset) for subset in _subsets(groups)}
    closed = _closed_variances(outcomes, frozenset(groups))
    effects = {group: _effect(group, closed, groups) for group in groups}
    raised = {group: max(0.0, effect) for group, effect in effects.items()}
    total = sum(raised.values())
    return {group: value / total if total else 0.0 for group, value in raised.items()}


def _subsets(groups: Collection[Group]) -> list[Groups[Group]]:
    return [
        frozenset(chosen)
        for size in range(len(groups) + 1)
        for chosen in combinations(groups, size)
    ]


def _closed_variances(
    outcomes: Mapping[Groups[Group], Floats], everything: Groups[Group]
) -> dict[Groups[Group], float]:
    """Return the variance that each subset explains, from both samples at once.

    Differences from the other sample are taken before multiplying, so that a group
    without any effect explains exactly nothing.
    """
    first, second = outcomes[everything], outcomes[frozenset()]
    middle = (first.mean() + second.mean()) / 2
    return {
        subset: float(
            np.mean(
                (first - middle) * (mixed - second)
                + (second - middle) * (outcomes[everything - subset] - first)
            )
            / 2
        )
        for subset, mixed in outcomes.items()
    }


def _effect(
    group: Group, closed: Mapping[Groups[Group], float], groups: Collection[Group]
) -> float:
    others = [other for other in groups if other != group]
    return sum(
        (closed[subset | {group}] - closed[subset])
        / (len(groups) * comb(len(others), len(subset)))
        for subset in _subsets(others)
    )

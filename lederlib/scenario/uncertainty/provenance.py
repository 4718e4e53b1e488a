"""What a result rests on: its uncertainty, shared among the classes of provenance."""

from collections.abc import Collection, Hashable, Mapping
from itertools import combinations
from math import comb
from typing import TypeVar

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_count, require_room, seed_of
from lederlib.catalogue import PROVENANCES, Ledger, Provenance, class_of_size
from lederlib.catalogue import ledger as default_ledger
from lederlib.scenario.flexwork.as_model import scenario_model
from lederlib.scenario.flexwork.scenario import Baseline, Scenario, settled_alike
from lederlib.scenario.inputs import (
    Inputs,
    Levers,
    Model,
    Quantities,
    Sample,
    evaluate,
    inputs_of,
    stands_still,
)
from lederlib.scenario.worlds import MOST_DRAWS

Group = TypeVar("Group", bound=Hashable)
Groups = frozenset[Group]


def shapley_shares(
    outcomes: Mapping[Groups[Group], Floats], groups: Collection[Group]
) -> dict[Group, float]:
    r"""Return each group's share of the variance of an outcome.

    .. math::

        \phi_i = \sum_{u \not\ni i} \frac{|u|!\,(k - |u| - 1)!}{k!}
                 \left[V_{u \cup i} - V_u\right], \qquad
        V_u = \operatorname{Var} E[Y \mid X_u]

    Parameters
    ----------
    outcomes : mapping
        For each of the `subsets` of the groups the outcome in every draw, with these
        groups from one sample and the others from a second, independent one.
    groups : collection
        Independent groups of inputs.

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
    >>> outcomes = {chosen: outcome(chosen) for chosen in subsets([0, 1])}
    >>> {row: round(s, 1) for row, s in shapley_shares(outcomes, [0, 1]).items()}
    {0: 0.1, 1: 0.9}
    """
    closed = _closed_variances(outcomes, frozenset(groups))
    effects = {group: _effect(group, closed, groups) for group in groups}
    raised = {group: max(0.0, effect) for group, effect in effects.items()}
    total = sum(raised.values())
    return {group: value / total if total else 0.0 for group, value in raised.items()}


def subsets(groups: Collection[Group]) -> list[Groups[Group]]:
    """Return every subset of the groups, the empty one first."""
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
        for subset in subsets(others)
    )


def provenance_effects(
    model: Model,
    quantities: Quantities,
    *,
    levers: Levers | None = None,
    outcome: str = "",
    draws: int = 4096,
    rng: int | np.random.Generator = 0,
) -> pd.DataFrame:
    """Return how much of an outcome's uncertainty comes from each class of numbers.

    Parameters
    ----------
    model, quantities, levers, outcome
        As for `sensitivity`.
    draws : int, default 4,096
        Possible worlds in each of two samples, 2 to 1,000,000.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.

    Returns
    -------
    pandas.DataFrame
        Indexed by the provenance classes that the model uses, with `share`, the
        Shapley effect of the class (sums to 1), and `quantities`, how many numbers of
        the class vary. Where the outcome does not vary at all every share is 0.

    Raises
    ------
    ValueError
        As for `sensitivity`.

    Notes
    -----
    Each class is one group of inputs; derived numbers are recomputed from their
    parents and are never a group of their own, and a quantity of which only the
    direction is known counts as an assumption, which its size is. Method: Owen (2014),
    https://doi.org/10.1137/130936233.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> def tips_at(half_point, tipping_power, reverse):
    ...     return half_point / tipping_power + 0 * reverse
    >>> provenance_effects(tips_at, ledger())["share"].to_dict()
    {'assumption': 1.0}
    """
    worlds = require_count(draws, 2, MOST_DRAWS, name="draws")
    inputs = inputs_of(model, quantities, levers)
    require_room(len(inputs.ledger), worlds, tables=4, by="quantities")
    first, second = _two_samples(inputs.ledger, worlds, seed_of(rng))

    varying = _varying(inputs)
    classes = [name for name, count in varying.items() if count]
    outcomes = {
        chosen: evaluate(
            model,
            inputs,
            _mixed(inputs, first, second, chosen),
            outcome=outcome,
            draws=worlds,
        )
        for chosen in subsets(classes)
    }
    still = stands_still(outcomes[frozenset(classes)])
    shares: Mapping[Provenance, float] = (
        {} if still else shapley_shares(outcomes, classes)
    )
    return pd.DataFrame(
        {
            "share": [shares.get(name, 0.0) for name in varying],
            "quantities": list(varying.values()),
        },
        index=pd.Index(list(varying), name="provenance"),
    )


def _mixed(
    inputs: Inputs, first: Sample, second: Sample, chosen: frozenset[Provenance]
) -> dict[str, Floats]:
    """Return the chosen classes from the first sample, the others from the second."""
    return {
        name: (
            first if class_of_size(inputs.ledger[name].provenance) in chosen else second
        )[name]
        for name in first
    }


def provenance_share(
    scenario: Scenario | tuple[Scenario, Scenario],
    *,
    outcome: str = "retention",
    years: float = 5,
    draws: int = 4096,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    baseline: Baseline | None = None,
) -> pd.DataFrame:
    """Return `provenance_effects` of a scenario of flexible work.

    Parameters
    ----------
    scenario : Scenario or pair of Scenarios
        One scenario for the level of the outcome; a pair (before, after) for the
        difference between them in the same possible worlds.
    outcome : str, default "retention"
        A name in the column `outcome` of `run`'s table.
    years : float, default 5
        Which year of retention, 0 to 50; the other outcomes know no years.
    draws : int, default 4,096
        Possible worlds in each of two samples, 2 to 1,000,000.
    rng, ledger, baseline
        As for `run`.

    Raises
    ------
    ValueError
        If the outcome is unknown or an argument lies outside its range.

    Examples
    --------
    >>> status_quo, change = Scenario({}), Scenario({"home": 3})
    >>> shares = provenance_share((status_quo, change), draws=500)
    >>> round(float(shares["share"].sum()), 6)
    1.0
    >>> round(float(provenance_share(status_quo, draws=500).loc["seed", "share"]), 6)
    1.0
    """
    if isinstance(scenario, Scenario):
        levers: Levers = scenario.levers
    else:
        before, after = settled_alike(*scenario)
        levers = before.levers, after.levers
    return provenance_effects(
        scenario_model(years=years, baseline=baseline),
        default_ledger() if ledger is None else ledger,
        levers=levers,
        outcome=outcome,
        draws=draws,
        rng=rng,
    )


def _varying(inputs: Inputs) -> dict[Provenance, int]:
    """Return how many quantities of each class vary, in the order of the classes."""
    classes = [class_of_size(one.provenance) for one in inputs.ledger.values()]
    moving = [class_of_size(inputs.ledger[name].provenance) for name in inputs.varying]
    return {name: moving.count(name) for name in PROVENANCES if name in classes}


def _two_samples(
    ledger: Ledger, draws: int, seed: int
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    other = int(np.random.default_rng([seed, 1]).integers(2**63))
    return ledger.draw(draws, rng=seed), ledger.draw(draws, rng=other)

"""Which interventions to start together, what each choice costs, and what to stop."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.catalogue import intervention, intervention_pairs
from lederlib.model import BestPortfolios, judge_pairs, judge_portfolios, value_of
from lederlib.scenario.synchronise.world import (
    PortfolioWorld,
    attention,
    prepared_pairs,
    prepared_sets,
)


def best_sets(
    world: PortfolioWorld,
    *,
    stop: Sequence[str] = (),
    capacity: float | None = None,
    power: float | None = None,
) -> pd.DataFrame:
    """Return every set of three that is allowed, the least regretted first.

    Parameters
    ----------
    world : PortfolioWorld
        From `portfolio_world`.
    stop : sequence of str
        Legacies that are stopped first, by the key of what removes them.
    capacity, power : float, optional
        The middle of the range of how much attention there is, as a share of the
        year's, and of how sharply too much is too much; the ranges keep their
        proportions. As the catalogue says unless given.

    Returns
    -------
    pandas.DataFrame
        Columns keys (a tuple), value (mean, log units), best (share of the worlds in
        which it is the best), regret (log units), attention (share of the year's)
        and weeks (until the last of them shows).

    Raises
    ------
    ValueError
        If a legacy is unknown or a number is out of range.

    Examples
    --------
    >>> from lederlib.scenario import portfolio_world
    >>> table = best_sets(portfolio_world(draws=200))
    >>> len(table), bool(table["regret"].is_monotonic_increasing)
    (165, True)
    """
    found = judge_sets(world, stop=tuple(stop), capacity=capacity, power=power)
    keys = [tuple(world.keys[place] for place in one) for one in found.sets]
    slow = {key: intervention(key).weeks for key in world.table}
    weeks = [max(slow[key] for key in one) for one in keys]
    return pd.DataFrame(
        {
            "keys": keys,
            "value": found.value,
            "best": found.best,
            "regret": found.regret,
            "attention": found.attention,
            "weeks": weeks,
        }
    )


def judge_sets(
    world: PortfolioWorld,
    *,
    stop: tuple[str, ...] = (),
    capacity: float | None = None,
    power: float | None = None,
) -> BestPortfolios:
    """Return `best_sets` as places and numbers; quick enough for a moving lever."""
    much = attention(world, capacity=capacity, power=power)
    return judge_portfolios(prepared_sets(world, stop), **much)


def set_value(
    world: PortfolioWorld,
    keys: Sequence[str],
    *,
    stop: tuple[str, ...] = (),
    capacity: float | None = None,
    power: float | None = None,
) -> Floats:
    """Return what one set of three is worth in each world, in log units."""
    much = attention(world, capacity=capacity, power=power)
    return value_of(prepared_sets(world, stop), world.places(keys), **much)


def pair_effects(
    world: PortfolioWorld,
    *,
    capacity: float | None = None,
    power: float | None = None,
) -> pd.DataFrame:
    """Return how much each pair helps or hinders each other.

    Parameters
    ----------
    world, capacity, power
        As in `best_sets`.

    Returns
    -------
    pandas.DataFrame
        Columns one, other (keys), help (mean, log units: the value of both less the
        value of each alone), positive (share of the worlds in which they help) and
        kind ("conflict" or "synergy" where the catalogue names the pair, else "").

    Examples
    --------
    >>> from lederlib.scenario import portfolio_world
    >>> pairs = pair_effects(portfolio_world(draws=200)).set_index(["one", "other"])
    >>> pairs.loc[("fixed_presence_days", "home_days"), "kind"]
    'conflict'
    """
    much = attention(world, capacity=capacity, power=power)
    helped = judge_pairs(prepared_pairs(world), **much)
    named = {frozenset(pair.keys): pair.kind for pair in intervention_pairs()}
    keys = [(world.keys[one], world.keys[other]) for one, other in helped]
    values = np.array(list(helped.values()))
    return pd.DataFrame(
        {
            "one": [one for one, _ in keys],
            "other": [other for _, other in keys],
            "help": values.mean(axis=1, dtype=float),
            "positive": (values > 0).mean(axis=1),
            "kind": [named.get(frozenset(pair), "") for pair in keys],
        }
    )


def stop_first(
    world: PortfolioWorld,
    *,
    capacity: float | None = None,
    power: float | None = None,
) -> pd.DataFrame:
    """Return what it is worth to stop each legacy before choosing three.

    Parameters
    ----------
    world, capacity, power
        As in `best_sets`.

    Returns
    -------
    pandas.DataFrame
        One row for each legacy, the most worth stopping first: legacy (the key of
        what removes it), keys (the best three then), gain, q05, q95 (how much better
        they are than the best three today, log units) and best (share of the worlds
        in which no other legacy gives more).
    """
    options: dict[str, Any] = {"capacity": capacity, "power": power}
    today, _ = _best(world, (), options)
    found = [_best(world, (legacy,), options) for legacy in world.legacies]
    gains = np.array([values for values, _ in found]) - today
    low, high = np.quantile(gains, [0.05, 0.95], axis=1)
    wins = np.bincount(gains.argmax(axis=0), minlength=len(found))
    table = pd.DataFrame(
        {
            "legacy": world.legacies,
            "keys": [keys for _, keys in found],
            "gain": gains.mean(axis=1),
            "q05": low,
            "q95": high,
            "best": wins / gains.shape[1],
        }
    )
    return table.sort_values("gain", ascending=False, ignore_index=True)


def _best(
    world: PortfolioWorld, stop: tuple[str, ...], options: Mapping[str, Any]
) -> tuple[Floats, tuple[str, ...]]:
    found = judge_sets(world, stop=stop, **options)
    keys = tuple(world.keys[place] for place in found.sets[0])
    return set_value(world, keys, stop=stop, **options), keys

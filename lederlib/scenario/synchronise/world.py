"""The interventions on the table, in every possible world, ready to be judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lederlib._checks import Floats, require_known, seed_of
from lederlib.catalogue import (
    FACTOR_KEYS,
    Ledger,
    Stamp,
    draw_interventions,
    intervention,
    intervention_quantities,
    shortlist,
)
from lederlib.model import (
    PortfolioEffects,
    PreparedPairs,
    PreparedPortfolios,
    portfolio_effects,
    prepare_pairs,
    prepare_portfolios,
)
from lederlib.scenario.flexwork.run import DRAWS
from lederlib.scenario.flexwork.scenario import Baseline, factor_baseline
from lederlib.scenario.worlds import Worlds, worlds_of

PICKS = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PortfolioWorld:
    """The interventions on the table, and what they do in each possible world.

    Attributes
    ----------
    table, legacies : tuple of str
        Interventions to choose among, and those that remove what stands in their way.
    effects : PortfolioEffects
        Of all of them, in that order.
    first : tuple of tuple of int
        Places (p, r): p needs r.
    stamp : Stamp
        What remakes it.
    """

    table: tuple[str, ...]
    legacies: tuple[str, ...]
    effects: PortfolioEffects
    first: tuple[tuple[int, int], ...]
    stamp: Stamp

    @property
    def keys(self) -> tuple[str, ...]:
        """All interventions, by their places."""
        return self.table + self.legacies

    def places(self, keys: Sequence[str]) -> tuple[int, ...]:
        """Return the places of interventions; raise if one is not there."""
        known = self.keys
        return tuple(
            known.index(require_known(key, known, name="intervention")) for key in keys
        )

    def locked(self, stop: Sequence[str] = ()) -> tuple[str, ...]:
        """Return what cannot be chosen yet, after having stopped these legacies."""
        done = self.places(stop)
        return tuple(self.keys[p] for p, r in self.first if r not in done)


def portfolio_world(
    keys: Sequence[str] | None = None,
    *,
    draws: int = DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    worlds: Worlds | None = None,
    baseline: Baseline | None = None,
) -> PortfolioWorld:
    """Return what a choice of interventions does for how many stay, world by world.

    Parameters
    ----------
    keys : sequence of str, optional
        Interventions to choose among; `shortlist()` unless given. What removes a
        legacy in their way is added.
    draws : int, default 10,000
        Number of possible worlds, 2 to 1,000,000.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers.
    worlds : Worlds, optional
        From `Confrontation.worlds`, in place of draws from a ledger; what belongs to
        the interventions is drawn for as many.
    baseline : mapping or Series, optional
        The factors today by key, 0 to 1; 0.5 where it says nothing.

    Raises
    ------
    ValueError
        If an intervention is unknown or stands twice, or a number is out of range.

    Examples
    --------
    >>> world = portfolio_world(draws=50)
    >>> len(world.table), len(world.legacies), len(world.locked())
    (15, 4, 4)
    """
    table = tuple(shortlist() if keys is None else keys)
    needed = dict.fromkeys(intervention(key).remove_first for key in table)
    legacies = tuple(key for key in needed if key and key not in table)
    seed = seed_of(rng)
    chosen = worlds_of(worlds, ledger, draws=draws, rng=seed)
    drawn = draw_interventions(table + legacies, chosen.count, rng=seed)
    known = chosen.quantities
    today = factor_baseline(baseline)
    effects = portfolio_effects(
        drawn.moves,
        costs=drawn.costs,
        weights=known["retention_weights"],
        baseline=np.array([today[key] for key in FACTOR_KEYS]),
        pairs=drawn.pairs,
        size=known["effect_retention"],
        curvature=known["curvature"],
        capacity=drawn.capacity,
        power=drawn.power,
        overload=drawn.overload,
        frees=drawn.frees,
    )
    return PortfolioWorld(
        table=table,
        legacies=legacies,
        effects=effects,
        first=drawn.first,
        stamp=chosen.stamp,
    )


def attention(
    world: PortfolioWorld, *, capacity: float | None, power: float | None
) -> dict[str, Floats]:
    """Return the draws of capacity and power, moved to another middle if asked."""
    drawn = {"capacity": world.effects.capacity, "power": world.effects.power}
    known = intervention_quantities()
    middles = {
        "capacity": known["attention_capacity"].value,
        "power": known["dilution_power"].value,
    }
    wanted = {"capacity": capacity, "power": power}
    moved = {
        name: values * (asked / middles[name])
        for name, values in drawn.items()
        if (asked := wanted[name]) is not None
    }
    return drawn | moved


@lru_cache(maxsize=12)
def prepared_sets(world: PortfolioWorld, stop: tuple[str, ...]) -> PreparedPortfolios:
    """Return the allowed sets of three, kept for the next move."""
    return prepare_portfolios(
        world.effects,
        PICKS,
        first=world.first,
        done=world.places(stop),
        among=range(len(world.table)),
    )


@lru_cache(maxsize=4)
def prepared_pairs(world: PortfolioWorld) -> PreparedPairs:
    """Return the pairs on the table, kept for the next move."""
    return prepare_pairs(world.effects, among=range(len(world.table)))

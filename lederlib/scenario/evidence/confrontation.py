"""The ledger confronted with what was observed."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import require_count, seed_of
from lederlib.catalogue import Ledger, Stamp
from lederlib.catalogue import ledger as default_ledger
from lederlib.scenario.evidence.bridge import Shares, bridge
from lederlib.scenario.evidence.changes import before_and_after, middle_of
from lederlib.scenario.evidence.prior import predictive_table, prior_table, unreached
from lederlib.scenario.evidence.target import (
    Target,
    log_likelihood,
    require_targets,
)
from lederlib.scenario.evidence.targets import targets as known_targets
from lederlib.scenario.evidence.words import conflict_sentence, summary_of
from lederlib.scenario.worlds import MOST_DRAWS, Worlds, solve_worlds
from lederlib.text import Lang

#: Fewer would say little about the ends of what is left.
LEAST_EFFECTIVE: Final = 1000
_LEAST_DRAWS: Final = 2000
_CARRIED: Final = 10_000
_STREAM: Final = 11


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Confrontation:
    """What is left of the ledger's worlds once they have to fit what was observed.

    Attributes
    ----------
    ledger : Ledger
        The prior.
    targets : tuple of Target
        What was observed.
    prior, after : pandas.DataFrame
        What the worlds give for each target, before and after: the published value
        and interval (`value`, `low`, `high`), the 99 % range of the worlds (`q005`,
        `q500`, `q995`), for signs the share that `passes`, and before also how many
        worlds each number alone, and all jointly, leave `effective`.
    table : pandas.DataFrame
        Per number of the ledger: `before_low`, `before`, `before_high`, `after_low`,
        `after`, `after_high` (quantiles .05, .5 and .95), `narrowed`, the share by
        which the 90 % range became shorter, and `moved`, how far the middle went as a
        share of the range before. Weights, one for each factor, stand as
        `name.factor`; what is drawn among a few ways stands as `name.number`, with
        the share of the worlds that have it, no range, and `moved` in points.
    effective : float
        How many independent worlds those after are worth.
    unreproduced : mapping of str to tuple of str
        Targets whose 95 % interval the 99 % range of the worlds misses: "alone"
        before, "jointly" after.
    stamp : Stamp
        What remakes it; the fingerprint covers prior and targets.
    """

    ledger: Ledger
    targets: tuple[Target, ...]
    prior: pd.DataFrame
    after: pd.DataFrame
    table: pd.DataFrame
    effective: float
    unreproduced: Mapping[str, tuple[str, ...]]
    stamp: Stamp
    shares: Shares = field(repr=False)

    def worlds(self, n: int, rng: int | np.random.Generator = 0) -> Worlds:
        """Return equally weighted worlds for `worlds=` of every scenario.

        What the targets do not touch is drawn as from the ledger, from the same
        stream; so without any target these are the ledger's own worlds.

        Parameters
        ----------
        n : int
            Number of worlds, 2 to 1,000,000; more than `effective` say no more.
        rng : int or numpy.random.Generator, default 0
            A seed, or a generator from which one seed is taken.

        Raises
        ------
        ValueError
            If `n` is no whole number in its range.
        """
        count = require_count(n, 2, MOST_DRAWS, name="n")
        seed = seed_of(rng)
        drawn = self.ledger.draw(count, rng=seed)
        if self.shares:
            carried = next(iter(self.shares.values())).shape[-1]
            chance = np.random.default_rng([seed, _STREAM])
            chosen = _picked(carried, count, chance)
            drawn |= self.ledger.at(
                {name: one[..., chosen] for name, one in self.shares.items()}
            )
        known = {name: one.value for name, one in self.ledger.items()}
        after = {
            name: middle_of(self.ledger[name], drawn[name]) for name in self.shares
        }
        stamp = replace(self.stamp, seed=seed, draws=count)
        worth = min(float(count), self.effective)
        return solve_worlds(drawn, stamp, middle=known | after, effective=worth)

    def summary(self, lang: Lang = "da") -> str:
        """Say what was held against what, what it narrowed and what is out of reach."""
        return summary_of(
            self.targets,
            self.ledger,
            prior=self.prior,
            after=self.after,
            table=self.table,
            effective=self.effective,
            unreproduced=self.unreproduced,
            lang=lang,
        )


def confront(
    ledger: Ledger | None = None,
    targets: Sequence[Target] | None = None,
    *,
    draws: int = 100_000,
    rng: int | np.random.Generator = 0,
) -> Confrontation:
    """Hold the worlds of a ledger against what was observed.

    Numbers weigh the worlds by their likelihood; signs and what stands beside are told
    of. Adaptive sequential Monte Carlo leads from the prior to the full likelihood;
    see `lederlib.scenario.evidence.bridge`.

    Parameters
    ----------
    ledger : Ledger, optional
        Your own numbers, by `Ledger.replace`.
    targets : sequence of Target, optional
        What was observed; `targets()` by default.
    draws : int, default 100,000
        Worlds of the prior, 2,000 to 1,000,000; at most 10,000 go on after weighing.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.

    Returns
    -------
    Confrontation

    Raises
    ------
    ValueError
        If something among the targets is none, two have one key, a quantity is
        unknown, or the targets cannot be met together: fewer than 1,000 effective
        worlds are left. It names them.
    """
    book = default_ledger() if ledger is None else ledger
    count = require_count(draws, _LEAST_DRAWS, MOST_DRAWS, name="draws")
    seed = seed_of(rng)
    shares = book.shares(count, rng=seed)
    held = require_targets(known_targets() if targets is None else targets, shares)
    drawn = book.at(shares)
    prior = prior_table(held, drawn)
    found, worth = _bridged(book, held, shares, seed)
    later = drawn | book.at(found)
    # The rest of the worlds keeps as many as went on, since they are independent.
    kept = next(iter(found.values())).shape[-1] if found else count
    later = {name: one[..., :kept] for name, one in later.items()}
    after = predictive_table(held, later)
    if worth < LEAST_EFFECTIVE:
        raise ValueError(conflict_sentence(held, after, worth, LEAST_EFFECTIVE))
    missed = {"alone": unreached(prior), "jointly": unreached(after)}
    return Confrontation(
        ledger=book,
        targets=held,
        prior=prior,
        after=after,
        table=before_and_after(book, drawn, book.at(found)),
        effective=worth,
        unreproduced={
            one.key: when
            for one in held
            if (when := tuple(name for name, keys in missed.items() if one.key in keys))
        },
        stamp=Stamp(seed=seed, draws=count, fingerprint=_fingerprint(book, held)),
        shares=found,
    )


def _bridged(
    book: Ledger, held: tuple[Target, ...], shares: Shares, seed: int
) -> tuple[Shares, float]:
    """Return where the touched quantities lie afterwards, and the worth of that."""
    numbers = tuple(one for one in held if one.kind == "number")
    count = next(iter(shares.values())).shape[-1]
    if not numbers:
        return {}, float(count)
    touched = {name: None for one in numbers for name in one.touched}
    result = bridge(
        {name: shares[name] for name in touched},
        lambda given: log_likelihood(numbers, book.at(given)),
        worlds=min(count, _CARRIED),
        rng=np.random.default_rng([seed, _STREAM]),
    )
    return result.shares, result.effective


def _picked(carried: int, count: int, chance: np.random.Generator) -> np.ndarray:
    """Return which worlds are taken, each as often as the others if it can be."""
    whole, rest = divmod(count, carried)
    places = np.tile(np.arange(carried), whole)
    places = np.append(places, chance.permutation(carried)[:rest])
    return chance.permutation(places)


def _fingerprint(book: Ledger, held: tuple[Target, ...]) -> str:
    """Return ten letters that change with the prior or any target."""
    facts = [
        (one.key, one.kind, one.scale, one.value, one.low, one.high, one.touched)
        for one in held
    ]
    text = repr((book.fingerprint, facts))
    return hashlib.sha256(text.encode()).hexdigest()[:10]

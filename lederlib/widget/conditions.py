"""What every move of one explorer has in common, and what a move leads to."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lederlib._checks import seed_of
from lederlib.catalogue import Ledger
from lederlib.catalogue import ledger as default_ledger
from lederlib.scenario import Outcome, Scenario, compare, run
from lederlib.text import Lang
from lederlib.widget.baseline import Profile, baseline_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """The language, the draws and the world as it is today.

    Attributes
    ----------
    lang : {"da", "en"}
        Language of every word.
    draws, seed : int
        Possible worlds at every move, and what remakes them.
    ledger : Ledger
        The quantities.
    baseline : mapping
        The 15 factors today, 0 to 1.
    """

    lang: Lang
    draws: int
    seed: int
    ledger: Ledger
    baseline: Mapping[str, float]


def conditions_of(
    *,
    lang: Lang,
    baseline: Profile | None,
    draws: int,
    rng: int | np.random.Generator,
    ledger: Ledger | None,
) -> Conditions:
    """Return the conditions that an explorer's arguments stand for."""
    return Conditions(
        lang=lang,
        draws=draws,
        seed=seed_of(rng),
        ledger=default_ledger() if ledger is None else ledger,
        baseline=baseline_of(baseline),
    )


def outcome_of(scenario: Scenario, conditions: Conditions) -> Outcome:
    """Return what a scenario leads to under the conditions."""
    return run(
        scenario,
        draws=conditions.draws,
        rng=conditions.seed,
        ledger=conditions.ledger,
        baseline=conditions.baseline,
    )


def verdict_on(scenario: Scenario, conditions: Conditions, *, outcome: str) -> str:
    """Say how a scenario differs from today, in the same possible worlds."""
    difference = compare(
        Scenario({}),
        scenario,
        draws=conditions.draws,
        rng=conditions.seed,
        ledger=conditions.ledger,
        baseline=conditions.baseline,
    )
    return difference.verdict(conditions.lang, outcome=outcome)

"""What a result rests on: its uncertainty, shared among the classes of provenance."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_between, require_known, require_whole
from lederlib.catalogue import PROVENANCES, Ledger, Provenance, seed_of
from lederlib.catalogue import ledger as default_ledger
from lederlib.scenario.consequences import USED_QUANTITIES, consequences
from lederlib.scenario.scenario import (
    Baseline,
    Scenario,
    factor_baseline,
    lever_values,
)
from lederlib.scenario.shapley import shapley_shares
from lederlib.scenario.tables import UNITS
from lederlib.scenario.worlds import MOST_DRAWS, Worlds, solve_worlds

Evaluate = Callable[[frozenset[Provenance]], Floats]
Sample = Mapping[str, Floats]
LONGEST = 50
# Rounding of an outcome that no draw moves.
_STILL = 1e-12


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
    """Return how much of an outcome's uncertainty comes from each class of numbers.

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

    Returns
    -------
    pandas.DataFrame
        Indexed by the provenance classes that the model uses, with `share`, the
        Shapley effect of the class (sums to 1), and `quantities`, how many numbers of
        the class vary. Where the outcome does not vary at all every share is 0.

    Raises
    ------
    ValueError
        If the outcome is unknown or an argument lies outside its range.

    Notes
    -----
    Each class is one group of inputs; derived numbers are recomputed from their
    parents and are never a group of their own. Method: Owen (2014),
    https://doi.org/10.1137/130936233.

    Examples
    --------
    >>> status_quo, change = Scenario({}), Scenario({"home": 3})
    >>> shares = provenance_share((status_quo, change), draws=500)
    >>> round(float(shares["share"].sum()), 6)
    1.0
    >>> round(float(provenance_share(status_quo, draws=500).loc["seed", "share"]), 6)
    1.0
    """
    require_known(outcome, UNITS, name="outcome")
    require_whole(draws, 2, MOST_DRAWS, name="draws")
    book = default_ledger() if ledger is None else ledger
    samples = _two_samples(book, draws, seed_of(rng))
    pair = (scenario,) if isinstance(scenario, Scenario) else tuple(scenario)

    def evaluate(chosen: frozenset[Provenance]) -> Floats:
        worlds = _mixed_worlds(book, samples, chosen)
        levels = [_level(one, baseline, worlds, outcome, years) for one in pair]
        return np.broadcast_to(
            levels[-1] - levels[0] if len(levels) > 1 else levels[0], draws
        )

    varying = _varying(book)
    shares = _shares(evaluate, [name for name, count in varying.items() if count])
    return pd.DataFrame(
        {
            "share": [shares.get(name, 0.0) for name in varying],
            "quantities": list(varying.values()),
        },
        index=pd.Index(list(varying), name="provenance"),
    )


def _shares(
    evaluate: Evaluate, classes: Sequence[Provenance]
) -> dict[Provenance, float]:
    every = evaluate(frozenset(classes))
    if np.ptp(every) <= _STILL * (1 + np.abs(every).max()):
        return {}
    return shapley_shares(evaluate, classes)


def _varying(ledger: Ledger) -> dict[Provenance, int]:
    """Return how many used quantities of each class vary, in the ledger's order."""
    used = [ledger[name] for name in USED_QUANTITIES]
    return {
        name: sum(q.provenance == name and q.distribution != "fixed" for q in used)
        for name in PROVENANCES
        if any(q.provenance == name for q in used)
    }


def _two_samples(ledger: Ledger, draws: int, seed: int) -> tuple[Sample, Sample]:
    other = int(np.random.default_rng([seed, 1]).integers(2**63))
    return ledger.draw(draws, rng=seed), ledger.draw(draws, rng=other)


def _mixed_worlds(
    ledger: Ledger, samples: tuple[Sample, Sample], chosen: frozenset[Provenance]
) -> Worlds:
    """Return worlds with the chosen classes from the first sample, solved anew."""
    first, second = samples
    mixed = {
        name: (first if ledger[name].provenance in chosen else second)[name]
        for name in USED_QUANTITIES
    }
    return solve_worlds(mixed, "")


def _level(
    scenario: Scenario,
    baseline: Baseline | None,
    worlds: Worlds,
    outcome: str,
    years: float,
) -> Floats:
    levers = lever_values(scenario, baseline)
    when = [float(require_between(years, 0, LONGEST, name="years"))]
    found = consequences(levers, factor_baseline(baseline), worlds, years=when)
    return found[outcome][0] if outcome == "retention" else found[outcome]

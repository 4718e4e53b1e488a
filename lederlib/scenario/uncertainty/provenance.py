"""What a result rests on: its uncertainty, shared among the classes of provenance."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_count, require_room, seed_of
from lederlib.catalogue import PROVENANCES, Ledger, Provenance
from lederlib.catalogue import ledger as default_ledger
from lederlib.scenario.flexwork.as_model import scenario_model
from lederlib.scenario.flexwork.scenario import Baseline, Scenario
from lederlib.scenario.inputs import Inputs, Levers, Model, Quantities, inputs_of
from lederlib.scenario.uncertainty.evaluating import evaluate, stands_still
from lederlib.scenario.uncertainty.shapley import shapley_shares
from lederlib.scenario.worlds import MOST_DRAWS


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
    parents and are never a group of their own. Method: Owen (2014),
    https://doi.org/10.1137/130936233.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> def tips_at(half_point, tipping_power, reverse):
    ...     return half_point / tipping_power + 0 * reverse
    >>> provenance_effects(tips_at, ledger())["share"].to_dict()
    {'direction': 0.0, 'assumption': 1.0}
    """
    worlds = require_count(draws, 2, MOST_DRAWS, name="draws")
    inputs = inputs_of(model, quantities, levers)
    require_room(len(inputs.ledger), worlds, tables=4, by="quantities")
    first, second = _two_samples(inputs.ledger, worlds, seed_of(rng))

    def outcomes(chosen: frozenset[Provenance]) -> Floats:
        mixed = {
            name: (first if inputs.ledger[name].provenance in chosen else second)[name]
            for name in first
        }
        return evaluate(model, inputs, mixed, outcome=outcome, draws=worlds)

    varying = _varying(inputs)
    classes = [name for name, count in varying.items() if count]
    still = stands_still(outcomes(frozenset(classes)))
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
    levers = (
        scenario.levers
        if isinstance(scenario, Scenario)
        else (scenario[0].levers, scenario[1].levers)
    )
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
    classes = [one.provenance for one in inputs.ledger.values()]
    moving = [inputs.ledger[name].provenance for name in inputs.varying]
    return {name: moving.count(name) for name in PROVENANCES if name in classes}


def _two_samples(
    ledger: Ledger, draws: int, seed: int
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    other = int(np.random.default_rng([seed, 1]).integers(2**63))
    return ledger.draw(draws, rng=seed), ledger.draw(draws, rng=other)

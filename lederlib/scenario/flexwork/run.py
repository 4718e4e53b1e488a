"""Run scenarios over many possible worlds, and compare two."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from lederlib._checks import Floats
from lederlib.catalogue import Ledger
from lederlib.scenario.flexwork.consequences import consequences
from lederlib.scenario.flexwork.outcome import (
    Difference,
    Outcome,
    difference_table,
    outcome_table,
)
from lederlib.scenario.flexwork.scenario import (
    Baseline,
    Scenario,
    factor_baseline,
    lever_values,
    settled_alike,
)
from lederlib.scenario.worlds import Worlds, worlds_of
from lederlib.text import Lang, label

YEARS = tuple(step / 2 for step in range(21))
DRAWS = 10_000


def run(
    scenario: Scenario,
    *,
    draws: int = DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    worlds: Worlds | None = None,
    baseline: Baseline | None = None,
) -> Outcome:
    """Return what follows from a scenario, with its uncertainty.

    Parameters
    ----------
    scenario : Scenario
        The levers that are moved. Without `agreement` home days are chosen alone in
        some worlds and by agreement in the others, today as well.
    draws : int, default 10,000
        Number of possible worlds, 2 to 1,000,000.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers, by `Ledger.replace`.
    worlds : Worlds, optional
        From `Confrontation.worlds`, in place of draws from a ledger.
    baseline : mapping or Series, optional
        The factors today by key, 0 to 1, such as a group's own profile; 0.5 where it
        says nothing.

    Returns
    -------
    Outcome
        Its retention runs from 0 to 10 years by half years (`YEARS`).

    Raises
    ------
    ValueError
        If `draws` or `baseline` lie outside their ranges.

    Examples
    --------
    >>> outcome = run(Scenario({}), draws=100)
    >>> np.unique(outcome.samples["pair_days"]).tolist()
    [3.2, 4.0]
    >>> alone = run(Scenario({"agreement": 0}), draws=100)
    >>> float(alone.samples["pair_days"][0])
    3.2
    """
    drawn = worlds_of(worlds, ledger, draws=draws, rng=rng)
    levers, today = lever_values(scenario, baseline), factor_baseline(baseline)
    samples = consequences(levers, today, drawn, years=YEARS)
    return Outcome(
        scenario=scenario,
        table=outcome_table(samples, YEARS),
        samples=_whole_samples(samples, drawn.count),
        stamp=drawn.stamp,
    )


def compare(
    before: Scenario,
    after: Scenario,
    *,
    draws: int = DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    worlds: Worlds | None = None,
    baseline: Baseline | None = None,
) -> Difference:
    """Return what changes from one scenario to another in the same possible worlds.

    Parameters
    ----------
    before, after : Scenario
        The two scenarios; the difference is `after` minus `before`. Where one sets
        `agreement`, all choose alone in the other; where neither does, it is drawn.
        Where one names the profession whose `exits` it starts from and the other names
        none, both start from the same.
    draws, rng, ledger, worlds, baseline
        As for `run`.

    Returns
    -------
    Difference
        Quantiles of the difference, and a verdict in words.

    Examples
    --------
    >>> change = compare(Scenario({"home": 2}), Scenario({"home": 3}), draws=1000)
    >>> change.verdict("en", outcome="community")[:28]
    'Collegial community: down by'
    """
    drawn = worlds_of(worlds, ledger, draws=draws, rng=rng)
    today = factor_baseline(baseline)
    first, second = (
        consequences(lever_values(one, baseline), today, drawn, years=YEARS)
        for one in settled_alike(before, after)
    )
    samples = {name: np.asarray(second[name] - first[name]) for name in first}
    return Difference(
        before=before,
        after=after,
        table=difference_table(samples, YEARS, effective=drawn.effective),
        samples=_whole_samples(samples, drawn.count),
        stamp=drawn.stamp,
    )


def _whole_samples(samples: Mapping[str, Floats], draws: int) -> Mapping[str, Floats]:
    return MappingProxyType(
        {
            name: np.broadcast_to(values, (*values.shape[:-1], draws))
            for name, values in samples.items()
        }
    )


def against_today(scenario: Scenario, lang: Lang, **worlds: Any) -> str:  # noqa: ANN401
    """Say how the share still there in five years differs from today.

    Parameters
    ----------
    scenario : Scenario
        The levers that are moved.
    lang : {"da", "en"}
        Language of the sentence.
    **worlds
        What `compare` takes beside the scenarios.
    """
    today, scenario = settled_alike(Scenario({}), scenario)
    baseline = worlds.get("baseline")
    if lever_values(scenario, baseline) == lever_values(today, baseline):
        return label("flexwork.as_today", lang)
    verdict = compare(today, scenario, **worlds).verdict(lang, outcome="retention")
    return label("flexwork.against_today", lang, verdict=verdict)

"""Run scenarios over many possible worlds, compare two, and try every week."""

import inspect
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_number, seed_of
from lederlib.catalogue import FACTOR_KEYS, Ledger, Stamp
from lederlib.catalogue import ledger as default_ledger
from lederlib.model import (
    applicants,
    attractiveness,
    flexible_work,
    no_applicant,
    remaining_share,
)
from lederlib.scenario.flexwork.outcome import (
    Difference,
    Outcome,
    difference_table,
    outcome_table,
)
from lederlib.scenario.flexwork.scenario import (
    DAYS,
    FLEXIBLE_WORK_LEVERS,
    LEVERS,
    Baseline,
    LeverValue,
    Scenario,
    factor_baseline,
    lever_values,
    settled_alike,
)
from lederlib.scenario.inputs import Model
from lederlib.scenario.worlds import Worlds, draw_worlds, solve_worlds
from lederlib.text import Lang, label

LONGEST = 50
WAYS_DRAWS = 400
Levers = Mapping[str, LeverValue]
FLEXIBLE_WORK_QUANTITIES = (
    "team_time_weight",
    "contact_enough",
    "contact_reach",
    "isolation_early",
    "isolation_late",
    "isolation_boundary",
    "isolation_to_retention",
    "autonomy_to_retention",
    "autonomy_days",
    "autonomy_path",
    "freedom_reach",
    "freedom_scale",
    "shift_wish_reach",
    "four_day_reach",
    "poolable_share",
)
USED_QUANTITIES = (
    *FLEXIBLE_WORK_QUANTITIES,
    "day_choice",
    "gone_in_one_year",
    "gone_in_five_years",
    "retention_family",
    "retention_weights",
    "attraction_weights",
    "effect_retention",
    "effect_attraction",
    "curvature",
    "applicants_per_advert",
)
_COMMUNITY = "collegial_community"
YEARS = tuple(step / 2 for step in range(21))
DRAWS = 10_000


def consequences(
    levers: Levers,
    baseline: Mapping[str, float],
    worlds: Worlds,
    *,
    years: Sequence[float],
) -> dict[str, Floats]:
    """Return every outcome in every world, retention with shape (years, draws).

    Parameters
    ----------
    levers : mapping
        A value for every lever; without `agreement` how home days are chosen is drawn,
        see `lever_values`.
    baseline : mapping
        The 15 factors today.
    worlds : Worlds
        Possible worlds.
    years : sequence of float
        When to look at retention.
    """
    work = flexible_work(**_inputs(levers, worlds))
    by_paths = work.pop("staying")
    attraction, by_factors = _effects(levers, baseline, work, worlds)
    stay = by_factors + by_paths
    mean = worlds.quantities["applicants_per_advert"]
    left = remaining_share([*years, 1, 5], worlds.leaving, eta=stay)
    return work | {
        "attraction": attraction,
        "applicants": applicants(attraction, mean=mean),
        "no_applicant": no_applicant(attraction, mean=mean),
        "retention": left[:-2],
        "gone_1": 1 - left[-2],
        "gone_5": 1 - left[-1],
    }


def _inputs(levers: Levers, worlds: Worlds) -> dict[str, Any]:
    """Return what `flexible_work` takes: the levers, now and moved, and the draws."""
    now = {key: LEVERS[key].default for key in FLEXIBLE_WORK_LEVERS}
    drawn = worlds.quantities["day_choice"]
    set_by_hand = "agreement" in levers
    return {key: worlds.quantities[key] for key in FLEXIBLE_WORK_QUANTITIES} | {
        "home": float(levers["home"]),
        "anchor": float(levers["anchor"]),
        "agreement": float(levers["agreement"]) if set_by_hand else drawn,
        "team": float(levers["team"]),
        "frontline": levers["role"] == "frontline",
        "shift_wishes": float(levers["shift_wishes"]),
        "four_day": float(levers["four_day"]),
        "community": float(levers["collegial_community"]),
        "flexibility": float(levers["flexible_work"]),
        "home_now": float(now["home"]),
        "anchor_now": float(now["anchor"]),
        "agreement_now": float(now["agreement"]) if set_by_hand else drawn,
        "shift_wishes_now": float(now["shift_wishes"]),
        "four_day_now": float(now["four_day"]),
    }


def _moved_factors(
    levers: Levers, baseline: Mapping[str, float], work: Mapping[str, Floats]
) -> dict[str, Floats]:
    """Return the factors that anything moves, community as the week leaves it."""
    # A factor that stays adds nothing to the sum, so it need not be computed.
    moved = {
        key: np.asarray(levers[key], dtype=float)
        for key in FACTOR_KEYS
        if levers[key] != baseline[key]
    }
    return moved | {
        "collegial_community": work["community"],
        "flexible_work": work["flexibility"],
    }


def _effects(
    levers: Levers,
    baseline: Mapping[str, float],
    work: Mapping[str, Floats],
    worlds: Worlds,
) -> Floats:
    """Return the effect on attraction and on retention, shape (2, draws).

    What the week does to community reaches retention by the path of isolation, which
    has a size of its own; only what is moved by hand counts by its weight.
    """
    moved = _moved_factors(levers, baseline, work)
    keys = [*moved, _COMMUNITY]
    values = [*moved.values(), np.asarray(levers[_COMMUNITY], dtype=float)]
    rows = [FACTOR_KEYS.index(key) for key in keys]
    sides = ("attraction", "retention")
    drawn = worlds.quantities
    weights = np.stack([drawn[f"{side}_weights"][rows] for side in sides], axis=1)
    weights[keys.index(_COMMUNITY), 1] = weights[-1, 0] = 0
    # Both sides at once, since the curve is the same and costs more than the weights.
    return attractiveness(
        np.stack(np.broadcast_arrays(*values))[:, np.newaxis],
        baseline=np.array([baseline[key] for key in keys]),
        weights=weights,
        size=np.stack([drawn[f"effect_{side}"] for side in sides]),
        curvature=drawn["curvature"],
    )


def run(
    scenario: Scenario,
    *,
    draws: int = DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
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
    book = default_ledger() if ledger is None else ledger
    seed = seed_of(rng)
    worlds = draw_worlds(book, seed=seed, draws=draws)
    levers, today = lever_values(scenario, baseline), factor_baseline(baseline)
    samples = consequences(levers, today, worlds, years=YEARS)
    return Outcome(
        scenario=scenario,
        table=outcome_table(samples, YEARS),
        samples=_whole_samples(samples, draws),
        stamp=worlds.stamp,
    )


def compare(
    before: Scenario,
    after: Scenario,
    *,
    draws: int = DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    baseline: Baseline | None = None,
) -> Difference:
    """Return what changes from one scenario to another in the same possible worlds.

    Parameters
    ----------
    before, after : Scenario
        The two scenarios; the difference is `after` minus `before`. Where one sets
        `agreement`, all choose alone in the other; where neither does, it is drawn.
    draws, rng, ledger, baseline
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
    book = default_ledger() if ledger is None else ledger
    seed = seed_of(rng)
    worlds = draw_worlds(book, seed=seed, draws=draws)
    today = factor_baseline(baseline)
    first, second = (
        consequences(lever_values(one, baseline), today, worlds, years=YEARS)
        for one in settled_alike(before, after)
    )
    samples = {name: np.asarray(second[name] - first[name]) for name in first}
    return Difference(
        before=before,
        after=after,
        table=difference_table(samples, YEARS),
        samples=_whole_samples(samples, draws),
        stamp=worlds.stamp,
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


def ways_of_sharing(
    values: Mapping[str, float | str | bool],
    *,
    ledger: Ledger,
    seed: int = 0,
    community: float = 0.5,
) -> pd.DataFrame:
    """Return freedom and community for every split that fits into the week.

    Parameters
    ----------
    values : mapping
        The levers team, role, four_day and, unless all choose alone, agreement; home
        and anchor run through all that fits.
    ledger : Ledger
        The quantities behind it.
    seed : int
        Of the draws, of which the middle is taken.
    community : float
        Collegial community today, 0 to 1.

    Returns
    -------
    pandas.DataFrame
        Columns home, anchor (days per week), freedom (bits) and community (0 to 1).

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> levers = {"team": 12, "role": "office", "four_day": 1}
    >>> len(ways_of_sharing(levers, ledger=ledger()))
    15
    """
    off = float(values["four_day"])
    home, anchor = _splits(int(DAYS - off))
    quantities = draw_worlds(ledger, seed=seed, draws=WAYS_DRAWS).quantities
    drawn: Any = {name: quantities[name] for name in FLEXIBLE_WORK_QUANTITIES}
    found = flexible_work(
        home=home[:, None],
        anchor=anchor[:, None],
        agreement=float(values.get("agreement", LEVERS["agreement"].default)),
        team=float(values["team"]),
        frontline=values["role"] == "frontline",
        four_day=off,
        community=community,
        home_now=float(LEVERS["home"].default),
        anchor_now=float(LEVERS["anchor"].default),
        agreement_now=float(LEVERS["agreement"].default),
        **drawn,
    )
    middle = {
        name: np.median(np.broadcast_to(found[name], (len(home), WAYS_DRAWS)), axis=1)
        for name in ("freedom", "community")
    }
    return pd.DataFrame({"home": home, "anchor": anchor, **middle})


def _splits(days: int) -> tuple[np.ndarray, np.ndarray]:
    home, anchor = np.indices((days + 1, days + 1)).reshape(2, -1).astype(float)
    fits = home + anchor <= days
    return home[fits], anchor[fits]


def scenario_model(*, years: float = 5, baseline: Baseline | None = None) -> Model:
    """Return a function from levers and quantities to every outcome of `run`.

    What follows from the quantities whatever the levers, such as the law of leaving,
    is solved anew in every world.

    Parameters
    ----------
    years : float, default 5
        Which year of retention, 0 to 50; the other outcomes know no years.
    baseline : mapping or Series, optional
        As for `run`.

    Returns
    -------
    callable
        Takes the levers of a `Scenario` and the ledger's quantities as keywords;
        returns a dict of arrays with one number a draw. In a pair of settings, set
        `agreement` in both or in neither.

    Raises
    ------
    ValueError
        If `years` or `baseline` lie outside their ranges.

    Examples
    --------
    >>> from lederlib.catalogue import ledger
    >>> model = scenario_model()
    >>> model(home=3, **ledger().draw(100, rng=1))["community"].shape
    (100,)
    """
    when = require_number(years, 0, LONGEST, name="years")
    today = factor_baseline(baseline)

    def model(**values: Any) -> dict[str, Floats]:  # noqa: ANN401
        moved = {name: value for name, value in values.items() if name in LEVERS}
        levers = lever_values(Scenario(moved), baseline)
        found = consequences(levers, today, _worlds(values), years=[when])
        return {**found, "retention": found["retention"][0]}

    # So that whoever asks the model for its inputs learns what it takes.
    model.__signature__ = _SIGNATURE  # type: ignore[attr-defined]
    return model


_DEFAULTS = lever_values(Scenario({}))
_SIGNATURE = inspect.Signature(
    [
        *(
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY)
            for name in USED_QUANTITIES
        ),
        *(
            inspect.Parameter(
                key, inspect.Parameter.KEYWORD_ONLY, default=_DEFAULTS.get(key)
            )
            for key in LEVERS
        ),
    ]
)


def _worlds(values: dict[str, Any]) -> Worlds:
    drawn = {name: np.asarray(values[name], dtype=float) for name in USED_QUANTITIES}
    draws = max((one.shape[-1] for one in drawn.values() if one.ndim), default=1)
    return solve_worlds(
        {name: one if one.ndim else np.full(draws, one) for name, one in drawn.items()},
        Stamp(),
    )

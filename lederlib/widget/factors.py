"""Explore the 15 factors: what a better or worse workplace would lead to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from lederlib.catalogue import FACTOR_KEYS, Ledger, factor
from lederlib.plot import plot_factor_map, plot_retention
from lederlib.scenario import LEVERS, Outcome, Scenario, against_today, outcome_row, run
from lederlib.text import (
    COLOURS,
    Lang,
    format_number,
    format_range,
    format_share,
    label,
)
from lederlib.widget.conditions import (
    Conditions,
    Profile,
    conditions_of,
)
from lederlib.widget.controls import Control, slider
from lederlib.widget.description import Card, Cards, Description, Values, View
from lederlib.widget.explorer import Explorer

_NEAR = 1e-9


def explore_factors(
    profile: Profile | None = None,
    *,
    lang: Lang = "da",
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    synthetic: bool = False,
) -> Explorer:
    """Return a lever for each of the 15 factors above the map that they move.

    Parameters
    ----------
    profile : mapping, Series or DataFrame, optional
        The factors today by key, 0 to 1, or a group's profile; 0.5 where it is silent.
    lang : {"da", "en"}
        Language of every word.
    draws : int
        Possible worlds at every move.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers.
    synthetic : bool
        Whether the profile comes from made-up data; then the pictures say so.

    Examples
    --------
    >>> explorer = explore_factors({"values": 0.4}, lang="en", draws=200)
    >>> explorer.values["values"]
    0.4
    """
    return Explorer(
        factors_description(
            lang,
            profile=profile,
            draws=draws,
            rng=rng,
            ledger=ledger,
            synthetic=synthetic,
        )
    )


def factors_description(
    lang: Lang,
    *,
    profile: Profile | None = None,
    draws: int = 10_000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    synthetic: bool = False,
) -> Description:
    """Return what the explorer of the 15 factors is."""
    conditions = conditions_of(
        lang=lang, baseline=profile, draws=draws, rng=rng, ledger=ledger
    )
    controls = factor_controls(conditions.baseline, lang)
    today = profile_today(profile, conditions.baseline)
    before = run(Scenario({}), **conditions.worlds)
    look: dict[str, Any] = {"lang": lang, "synthetic": synthetic}
    return Description(
        name="factors",
        lesson="01",
        lang=lang,
        controls=controls,
        first=FACTOR_KEYS[:3],
        find=lambda values, _: _found(values, controls, conditions),
        pictures=(
            View(
                name="map",
                plot=partial(plot_factor_map, **look),
                data=lambda _, found: {"profile": moved_profile(today, found.moved)},
                caption=_map_caption(today, lang),
            ),
            View(
                name="retention",
                plot=partial(plot_retention, status_quo=before, **look),
                data=lambda _, found: {"outcome": found.outcome},
            ),
        ),
        sentence=lambda _, found: factor_words(found.outcome, before, lang),
        how_sure=lambda _, found: against_today(
            found.scenario, lang, **conditions.worlds
        ),
        cards=Cards(
            name=label("factors.choose", lang),
            cards=tuple(
                Card(name=control.name, keys=(control.key,)) for control in controls
            ),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """The factors that were moved, and what follows."""

    scenario: Scenario
    outcome: Outcome

    @property
    def moved(self) -> dict[str, float]:
        return {key: float(value) for key, value in self.scenario.levers.items()}


def _found(
    values: Values, controls: tuple[Control, ...], conditions: Conditions
) -> _Found:
    scenario = factor_scenario(values, controls)
    return _Found(scenario=scenario, outcome=run(scenario, **conditions.worlds))


def factor_controls(baseline: Mapping[str, float], lang: Lang) -> tuple[Control, ...]:
    """Return the 15 levers, each at the step nearest to today."""
    return tuple(
        slider(
            key,
            factor(key).name.to(lang),
            low=LEVERS[key].low,
            high=LEVERS[key].high,
            step=LEVERS[key].step,
            start=baseline[key],
            words=lambda value: factor_in_words(value, lang),
        )
        for key in FACTOR_KEYS
    )


def factor_in_words(value: float, lang: Lang) -> str:
    """Return a factor's value as a reader says it.

    Examples
    --------
    >>> factor_in_words(0.25, "da")
    '0,25 (0 er rød, 1 er grøn)'
    """
    number = format_number(value, lang)
    return label("factors.value", lang, number=number)


def factor_scenario(values: Values, controls: tuple[Control, ...]) -> Scenario:
    """Return the factors that were moved; one that stands where it began is today's."""
    return Scenario(
        {
            control.key: float(values[control.key])
            for control in controls
            if abs(float(values[control.key]) - float(control.start)) > _NEAR
        }
    )


def profile_today(
    profile: Profile | None, baseline: Mapping[str, float]
) -> pd.DataFrame:
    """Return the map's table for today.

    Without answers every factor is shown as if a share of people were green and the
    rest red, yellow in between: the simplest answers with that mean.
    """
    if isinstance(profile, pd.DataFrame) and set(COLOURS) <= set(profile.columns):
        return profile.reindex(list(FACTOR_KEYS)).fillna({"hidden": "absent"})
    mean = np.array([baseline[key] for key in FACTOR_KEYS])
    green, red = np.maximum(2 * mean - 1, 0), np.maximum(1 - 2 * mean, 0)
    facts = {"mean": mean, "spread": 0.0, "red": red, "yellow": 1 - red - green}
    index = pd.Index(FACTOR_KEYS, name="factor")
    return pd.DataFrame({**facts, "green": green, "n": 0, "hidden": ""}, index=index)


def moved_profile(today: pd.DataFrame, moved: Mapping[str, float]) -> pd.DataFrame:
    """Return the table after the moves: a share of the answers turns green, or red.

    Examples
    --------
    >>> today = profile_today(None, dict.fromkeys(FACTOR_KEYS, 0.5))
    >>> float(moved_profile(today, {"values": 0.75}).loc["values", "green"])
    0.5
    """
    table = today.copy()
    for key, value in moved.items():
        before = float(today["mean"].loc[[key]].iloc[0])
        if np.isnan(before):
            continue
        target = "green" if value > before else "red"
        room = 1 - before if value > before else before
        turned = abs(value - before) / room if room else 0.0
        shares = today.loc[key, list(COLOURS)].astype(float) * (1 - turned)
        shares[target] += turned
        table.loc[key, ["mean", *COLOURS]] = [value, *shares]
    return table


def factor_words(outcome: Outcome, today: Outcome, lang: Lang) -> str:
    """Say how many stay and how many apply, with their intervals, beside today."""
    facts = {
        "stay": _share(outcome, lang),
        "stay_today": _middle_share(today, lang),
        "apply": _applicants(outcome, lang),
        "apply_today": _middle_applicants(today, lang),
    }
    return label("factors.words", lang, **facts)


def _map_caption(today: pd.DataFrame, lang: Lang) -> str:
    caption = label("factors.caption_map", lang)
    if today["n"].fillna(0).sum() > 0:
        return caption
    return f"{caption} {label('factors.no_answers', lang)}"


def _row(outcome: Outcome, name: str) -> Any:  # noqa: ANN401 - a row of mixed facts
    return outcome_row(outcome.table, name, 5)


def _share(outcome: Outcome, lang: Lang) -> str:
    row = _row(outcome, "retention")
    ends = format_range(100 * row["q05"], 100 * row["q95"], lang, digits=0)
    middle = format_share(row["q50"], lang)
    return label("widget.with_range", lang, middle=middle, range=ends)


def _middle_share(outcome: Outcome, lang: Lang) -> str:
    return format_share(_row(outcome, "retention")["q50"], lang)


def _applicants(outcome: Outcome, lang: Lang) -> str:
    row = _row(outcome, "applicants")
    ends = format_range(row["q05"], row["q95"], lang, digits=1)
    middle = format_number(row["q50"], lang, digits=1)
    return label("widget.with_range", lang, middle=middle, range=ends)


def _middle_applicants(outcome: Outcome, lang: Lang) -> str:
    return format_number(_row(outcome, "applicants")["q50"], lang, digits=1)

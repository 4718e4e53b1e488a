"""Explore a conclusion: in how many worlds it holds, and which numbers it rests on."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, partial

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.catalogue import Ledger, Stamp
from lederlib.plot import plot_effects, plot_provenance, plot_worlds
from lederlib.scenario import (
    FINDINGS,
    USED_QUANTITIES,
    Model,
    Scenario,
    Sensitivity,
    as_if_measured,
    difference_table,
    provenance_share,
    scenario_model,
    sensitivity,
    verdict_sentence,
)
from lederlib.text import Lang, format_share, label
from lederlib.widget.conditions import (
    Conditions,
    Profile,
    conditions_of,
    days_in_words,
)
from lederlib.widget.controls import Control, choice, slider
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

NOTHING = "nothing"
OUTCOMES = ("retention", "community", "applicants")
MEASURABLE = (
    "effect_retention",
    "contact_enough",
    "contact_reach",
    "autonomy_to_retention",
    "isolation_to_retention",
    "freedom_reach",
    "curvature",
    "effect_attraction",
    "applicants_per_advert",
)
FIVE_YEARS = 5
DRAWS = 4_000
# The worlds of the latest few; the ledger itself is the key, by its fingerprint.
_KEPT = 4
# Enough to see which bars are long; the intervals say how sure their lengths are.
_EFFECT_DRAWS, _SHARE_DRAWS = 256, 2048


def explore_conclusion(
    *,
    lang: Lang = "da",
    baseline: Profile | None = None,
    draws: int = DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Explorer:
    """Return the levers of a conclusion above what it rests on.

    The conclusion is what days at home do against none at all.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    baseline : mapping, Series or DataFrame, optional
        The factors today by key, 0 to 1, or a group's profile; 0.5 where it is silent.
    draws : int
        Possible worlds at every move.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers.

    Examples
    --------
    >>> explorer = explore_conclusion(lang="en", draws=200)
    >>> explorer.said("home")
    'Days at home against none: 2 days a week'
    """
    return Explorer(
        conclusion_description(
            lang, baseline=baseline, draws=draws, rng=rng, ledger=ledger
        )
    )


def conclusion_description(
    lang: Lang,
    *,
    baseline: Profile | None = None,
    draws: int = DRAWS,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Description:
    """Return what the explorer of a conclusion is."""
    conditions = conditions_of(
        lang=lang, baseline=baseline, draws=draws, rng=rng, ledger=ledger
    )
    asked = _asked(conditions)
    return Description(
        name="conclusion",
        lesson="11",
        lang=lang,
        controls=conclusion_controls(conditions.ledger, lang),
        first=("home", "outcome", "measured"),
        tours={
            "tour1": {"home": 4.0},
            "tour2": {"outcome": "community"},
            "tour3": {
                "outcome": "retention",
                "home": 2.0,
                "measured": "autonomy_to_retention",
                "found": "low",
            },
            "tour4": {"measured": "effect_retention", "found": "low"},
        },
        settle=lambda values, moved: (values, _notice(values, moved, lang)),
        find=lambda values, rest: _found(values, asked, rest=rest),
        pictures=(
            View(
                name="worlds",
                plot=partial(plot_worlds, lang=lang, stamp=_stamp(conditions)),
                data=lambda _, found: {"values": found.difference},
                caption=label("conclusion.worlds", lang),
            ),
            View(
                name="effects",
                plot=partial(plot_effects, lang=lang),
                data=lambda _, found: {"found": found.effects},
                caption=label("conclusion.bars", lang),
                at_rest=True,
            ),
            View(
                name="provenance",
                plot=partial(plot_provenance, lang=lang),
                data=lambda values, _: {"shares": asked.shares(values)},
                caption=label("conclusion.strip", lang),
                at_rest=True,
            ),
        ),
        sentence=lambda values, found: verdict_words(
            found.difference, str(values["outcome"]), lang
        ),
        how_sure=lambda _, found: wiser_words(found.effects, lang),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Found:
    """What changes in every world; at rest, what that rests on too."""

    difference: Floats
    effects: Sensitivity | None


def _found(values: Values, asked: "_Asked", *, rest: bool) -> _Found:
    effects = asked.effects(values) if rest else None
    return _Found(difference=asked.difference(values), effects=effects)


def conclusion_controls(ledger: Ledger, lang: Lang) -> tuple[Control, ...]:
    """Return the levers: what is decided, what is asked, what is imagined measured."""
    measured = {NOTHING: label("conclusion.measured_nothing", lang)}
    measured |= {name: ledger[name].title.to(lang) for name in MEASURABLE}
    outcomes = {one: label(f"flexwork.outcome_{one}", lang) for one in OUTCOMES}
    found = {str(one): label(f"conclusion.found_{one}", lang) for one in FINDINGS}
    return (
        slider(
            "home",
            label("conclusion.lever_home", lang),
            low=1,
            high=4,
            step=1,
            start=2,
            words=lambda days: days_in_words(days, lang),
        ),
        choice(
            "outcome",
            label("conclusion.lever_outcome", lang),
            outcomes,
            start="retention",
        ),
        choice(
            "measured",
            label("conclusion.lever_measured", lang),
            measured,
            start=NOTHING,
            kind="choice",
        ),
        choice("found", label("conclusion.lever_found", lang), found, start="middle"),
    )


def settings_of(values: Values) -> tuple[Scenario, Scenario]:
    """Return no day at home, and as many as the lever says."""
    return Scenario({"home": 0}), Scenario({"home": float(values["home"])})


def wiser_words(found: Sensitivity, lang: Lang) -> str:
    """Say which number it would pay most to know."""
    if not (found.table["first"] > 0).any():
        return label("conclusion.nothing_to_know", lang)
    best = found.table.iloc[int(found.table["first"].to_numpy().argmax())]
    title = found.titles[best["quantity"]].to(lang)
    share = format_share(best["first"], lang)
    return label("conclusion.wiser", lang, title=title, share=share)


def _notice(values: Values, moved: str, lang: Lang) -> str:
    """Say that a finding means nothing where nothing was measured."""
    idle = moved == "found" and values["measured"] == NOTHING
    return label("conclusion.choose_first", lang) if idle else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """The conditions, the model, and the worlds of what may have been measured."""

    conditions: Conditions
    model: Model
    ledgers: Callable[[str, str], Ledger]
    worlds: Callable[[Ledger], dict[str, Floats]]

    def ledger(self, values: Values) -> Ledger:
        return self.ledgers(str(values["measured"]), str(values["found"]))

    def difference(self, values: Values) -> Floats:
        """Return what changes in every world, shape (draws,)."""
        drawn, outcome = self.worlds(self.ledger(values)), str(values["outcome"])
        before, after = (
            self.model(**one.levers, **drawn)[outcome] for one in settings_of(values)
        )
        return np.asarray(after - before)

    def effects(self, values: Values) -> Sensitivity:
        before, after = settings_of(values)
        return sensitivity(
            self.model,
            self.ledger(values),
            levers=(before.levers, after.levers),
            outcome=str(values["outcome"]),
            draws=_EFFECT_DRAWS,
            rng=self.conditions.seed,
        )

    def shares(self, values: Values) -> pd.DataFrame:
        return provenance_share(
            settings_of(values),
            outcome=str(values["outcome"]),
            draws=_SHARE_DRAWS,
            rng=self.conditions.seed,
            ledger=self.ledger(values),
            baseline=self.conditions.baseline,
        )


def _asked(conditions: Conditions) -> _Asked:
    # At most one ledger for each thing to measure and each finding.
    @cache
    def ledgers(name: str, found: str) -> Ledger:
        if name == NOTHING:
            return conditions.ledger
        where = next(one for one in FINDINGS if one == found)
        return as_if_measured(conditions.ledger, name, found=where)

    @lru_cache(maxsize=_KEPT)
    def worlds(ledger: Ledger) -> dict[str, Floats]:
        drawn = ledger.draw(conditions.draws, rng=conditions.seed)
        return {name: drawn[name] for name in USED_QUANTITIES}

    return _Asked(
        conditions=conditions,
        model=scenario_model(years=FIVE_YEARS, baseline=conditions.baseline),
        ledgers=ledgers,
        worlds=worlds,
    )


def verdict_words(difference: Floats, outcome: str, lang: Lang) -> str:
    """Say which way the outcome goes, how far, and in how many worlds."""
    table = difference_table({outcome: difference}, [FIVE_YEARS])
    return verdict_sentence(table, lang, outcome=outcome, years=FIVE_YEARS)


def _stamp(conditions: Conditions) -> Stamp:
    return Stamp(
        seed=conditions.seed,
        draws=conditions.draws,
        fingerprint=conditions.ledger.fingerprint,
    )

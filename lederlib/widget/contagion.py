"""Explore contagion: strain between leaders and teams, and the average leader."""

from collections.abc import Callable, Mapping
from math import exp
from typing import Any, Final

import numpy as np

from lederlib._checks import seed_of
from lederlib.catalogue import Ledger
from lederlib.catalogue import ledger as default_ledger
from lederlib.plot import Picture, live_population, live_teams
from lederlib.scenario import Contagion, contagion
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    label,
    wording,
)
from lederlib.widget.controls import Control, slider, switch
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

_word = wording("contagion.")

#: Sliders by key: lowest, highest, step and where they begin.
_SLIDERS: Final[Mapping[str, tuple[float, float, float, float]]] = {
    "load_coupling": (0, 1.5, 0.1, 0.6),
    "recovery_coupling": (0, 0.8, 0.1, 0.3),
    "team_feedback": (0, 1.2, 0.1, 0.4),
    "span": (10, 60, 1, 29),
    "unequal": (0, 1, 0.1, 0),
    "leader_load": (50, 150, 5, 100),
}
_COUPLINGS: Final = ("load_coupling", "recovery_coupling", "team_feedback")
#: What 100 % of the leaders' load is.
_USUAL_LOAD: Final = 1.1
#: Shares of leaders near the mean from which it speaks for some, and for most.
_SOME, _MOST = 1 / 3, 2 / 3


def explore_contagion(
    *,
    lang: Lang = "da",
    employees: int = 8000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Explorer:
    """Return the levers of contagion above the teams and the population they move.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    employees : int
        How many the municipality has; all are followed at every move, for two years.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers.

    Examples
    --------
    >>> explorer = explore_contagion(lang="en", employees=1500)
    >>> explorer.levers["span"].description
    'Span of control: 29 per leader'
    """
    book = default_ledger() if ledger is None else ledger
    conditions = {"employees": employees, "rng": seed_of(rng), "ledger": book}
    controls = contagion_controls(lang, book)
    first = {control.key: control.start for control in controls}
    found = contagion_of(first, **conditions)
    pictures = (live_teams(found, lang=lang), live_population(found, lang=lang))
    return Explorer(
        name="contagion",
        controls=controls,
        show=_shower(pictures, conditions, lang),
        still=lambda: still_html(pictures),
        lang=lang,
    )


def contagion_controls(lang: Lang, book: Ledger) -> tuple[Control, ...]:
    """Return the seven levers of contagion in that language."""
    edge = switch(
        "tipping",
        _word("lever_tipping", lang),
        start=True,
        texts=(label("widget.off", lang), label("widget.on", lang)),
    )
    return (*(_slider(key, lang, book) for key in _SLIDERS), edge)


def contagion_of(values: Values, **conditions: Any) -> Contagion:  # noqa: ANN401
    """Return what the levers lead to, in single precision."""
    load = _USUAL_LOAD * values["leader_load"] / 100
    levers = {**values, "leader_load": load}
    return contagion(**levers, precision="float32", draws=50, **conditions)


def contagion_words(found: Contagion, lang: Lang) -> str:
    """Return the result in words: all leaders, the average one, and the teams."""
    near = format_share(found.near, lang)
    low, high = found.average_range
    verdict = "none" if found.near < _SOME else "some" if found.near < _MOST else "most"
    return _word(
        "words",
        lang,
        leaders=format_number(found.leader_load.size, lang, digits=0),
        mean=format_number(found.leader_mean[-1], lang),
        average=format_number(found.average_leader[-1], lang),
        range=format_range(low, high, lang),
        verdict=_word(f"verdict_{verdict}", lang, near=near),
        employees=format_number(found.employee_mean[-1], lang),
        average_employee=format_number(found.average_employee[-1], lang),
        quits=format_share(found.quits, lang),
    )


def _shower(
    pictures: tuple[Picture, Picture], conditions: Mapping[str, Any], lang: Lang
) -> Callable[[Values, bool], Show]:
    make = [scenes_of(picture) for picture in pictures]

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        found = contagion_of(values, **conditions)
        scenes = tuple(scene(found=found) for scene in make)
        return Show(words=contagion_words(found, lang), scenes=scenes)

    return show


def _slider(key: str, lang: Lang, book: Ledger) -> Control:
    low, high, step, start = _SLIDERS[key]
    return slider(
        key,
        _word(f"lever_{key}", lang),
        low=low,
        high=high,
        step=step,
        start=start,
        words=lambda value: _said(key, value, lang, book),
    )


def _said(key: str, value: float, lang: Lang, book: Ledger) -> str:
    if key in _COUPLINGS:
        usual = format_number(book[key].value, lang, digits=1)
        number = format_number(value, lang, digits=1)
        return _word("coupling", lang, number=number, usual=usual)
    if key == "span":
        return _word("per_leader", lang, number=format_number(value, lang, digits=0))
    if key == "leader_load":
        return _word("of_usual", lang, share=format_share(value / 100, lang))
    if not value:
        return _word("unequal_0", lang)
    return _word("unequal_some", lang, times=format_number(exp(value), lang, digits=1))

"""Explore contagion: strain between leaders and teams, and the average leader."""

from functools import partial
from math import exp
from typing import Any, Final

import numpy as np

from lederlib._checks import seed_of
from lederlib.catalogue import Ledger
from lederlib.catalogue import ledger as default_ledger
from lederlib.plot import plot_population, plot_teams
from lederlib.scenario import Contagion, contagion
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    label,
    wording,
)
from lederlib.widget.controls import Control, Span, sliders, switch
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("contagion.")

_SLIDERS: Final = {
    "load_coupling": Span(0, 1.5, 0.1, 0.6),
    "recovery_coupling": Span(0, 0.8, 0.1, 0.3),
    "team_feedback": Span(0, 1.2, 0.1, 0.4),
    "span": Span(10, 60, 1, 29),
    "unequal": Span(0, 1, 0.1, 0),
    "leader_load": Span(50, 150, 5, 100),
    "shock": Span(50, 200, 10, 100),
}
_COUPLINGS: Final = ("load_coupling", "recovery_coupling", "team_feedback")
#: What 100 % of the leaders' load is.
_USUAL_LOAD: Final = 1.1
_WEEKS: Final = 104
#: Weeks that a shock lasts, from the start on.
_QUARTER: Final = 13
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
    >>> explorer.said("span")
    'Span of control: 29 per leader'
    """
    return Explorer(
        contagion_description(lang, employees=employees, rng=rng, ledger=ledger)
    )


def contagion_description(
    lang: Lang,
    *,
    employees: int = 8000,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Description:
    """Return what the explorer of contagion is."""
    book = default_ledger() if ledger is None else ledger
    conditions = {"employees": employees, "rng": seed_of(rng), "ledger": book}
    return Description(
        name="contagion",
        lesson="07",
        lang=lang,
        controls=contagion_controls(lang, book),
        first=("load_coupling", "span", "tipping"),
        tours={
            "tour1": dict.fromkeys(_COUPLINGS, 0.0),
            "tour2": {"tipping": False},
            "tour3": {"span": 45.0},
            "tour4": {"unequal": 1.0},
        },
        find=lambda values, _: contagion_of(values, **conditions),
        pictures=tuple(
            View(
                name=name,
                plot=partial(plot, lang=lang),
                data=lambda _, found: {"found": found},
            )
            for name, plot in (("teams", plot_teams), ("population", plot_population))
        ),
        sentence=lambda _, found: contagion_words(found, lang),
    )


def contagion_controls(lang: Lang, book: Ledger) -> tuple[Control, ...]:
    """Return the eight levers of contagion in that language."""
    edge = switch(
        "tipping",
        _word("lever_tipping", lang),
        start=True,
        texts=(label("widget.off", lang), label("widget.on", lang)),
    )
    said = partial(_said, lang, book)
    return (*sliders("contagion", _SLIDERS, lang, said=said), edge)


def contagion_of(values: Values, **conditions: Any) -> Contagion:  # noqa: ANN401
    """Return what the levers lead to, in single precision."""
    levers = dict(values)
    shock = float(levers.pop("shock")) / 100
    path = np.where(np.arange(_WEEKS) < _QUARTER, shock, 1.0)
    levers["leader_load"] = _USUAL_LOAD * values["leader_load"] / 100
    levers |= {"leader_load_path": path, "weeks": _WEEKS}
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


def _said(lang: Lang, book: Ledger, key: str, value: float) -> str:
    if key in _COUPLINGS:
        usual = format_number(book[key].value, lang, digits=1)
        number = format_number(value, lang, digits=1)
        return _word("coupling", lang, number=number, usual=usual)
    if key == "span":
        return _word("per_leader", lang, number=format_number(value, lang, digits=0))
    if key in ("leader_load", "shock"):
        return _word("of_usual", lang, share=format_share(value / 100, lang))
    if not value:
        return _word("unequal_0", lang)
    return _word("unequal_some", lang, times=format_number(exp(value), lang, digits=1))

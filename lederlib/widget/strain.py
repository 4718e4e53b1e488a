"""Explore a leader's year: load through the seasons, strain, and the way back."""

from functools import partial
from typing import Any, Final

import numpy as np

from lederlib._checks import Floats, seed_of
from lederlib.catalogue import Ledger
from lederlib.plot import plot_leader_year, plot_phase
from lederlib.scenario import LeaderYear, edges_in_words, leader_year
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    label,
    wording,
)
from lederlib.widget.controls import Control, Span, choice, sliders, switch
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("strain.")

_SLIDERS: Final = {
    "load": Span(60, 160, 1, 100),
    "budget": Span(0, 120, 5, 50),
    "holidays": Span(0, 6, 1, 3),
    "resources": Span(50, 150, 5, 100),
    "start": Span(0.05, 0.95, 0.05, 0.25),
    "recovery": Span(50, 300, 10, 100),
    "half_point": Span(0.3, 0.7, 0.05, 0.45),
    "reverse": Span(0, 150, 10, 0),
}
#: How the position of a lever is said.
_HOW: Final = {
    "load": "of_start",
    "budget": "more",
    "holidays": "weeks",
    "resources": "of_start",
    "start": "of_one",
    "recovery": "of_usual",
    "half_point": "of_one",
    "reverse": "more",
}
_PERCENT: Final = ("load", "budget", "resources", "recovery", "reverse")


def explore_strain(
    *,
    lang: Lang = "da",
    draws: int = 150,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Explorer:
    """Return the levers of a leader's year above the pictures that they move.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    draws : int
        Possible worlds at every move.
    rng : int or numpy.random.Generator
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers.

    Examples
    --------
    >>> explorer = explore_strain(lang="en", draws=20)
    >>> explorer.said("load")
    'Everyday load: 100% of the starting point'
    """
    return Explorer(strain_description(lang, draws=draws, rng=rng, ledger=ledger))


def strain_description(
    lang: Lang,
    *,
    draws: int = 150,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
) -> Description:
    """Return what the explorer of a leader's year is."""
    conditions = {"draws": draws, "rng": seed_of(rng), "ledger": ledger}
    return Description(
        name="strain",
        lesson="06",
        lang=lang,
        controls=year_controls(lang),
        first=("load", "budget", "holidays"),
        tours={
            "tour1": {"load": 130.0, "budget": 100.0},
            "tour2": {"budget": 0.0, "start": 0.8},
            "tour3": {"holidays": 6.0, "stocks": "two"},
            "tour4": {"tipping": False, "load": 130.0, "budget": 100.0},
        },
        find=lambda values, _: year_of(values, **conditions),
        pictures=tuple(
            View(
                name=name,
                plot=partial(plot, lang=lang),
                data=lambda _, found: {"year": found},
            )
            for name, plot in (("phase", plot_phase), ("year", plot_leader_year))
        ),
        sentence=lambda _, found: year_words(found, lang),
    )


def year_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the ten levers of a leader's year in that language."""
    stocks = {key: _word(f"stocks_{key}", lang) for key in ("one", "two")}
    edge = switch(
        "tipping",
        _word("lever_tipping", lang),
        start=True,
        texts=(label("widget.off", lang), label("widget.on", lang)),
    )
    return (
        *sliders("strain", _SLIDERS, lang, said=partial(_said, lang)),
        choice("stocks", _word("lever_stocks", lang), stocks, start="one"),
        edge,
    )


def year_of(values: Values, **conditions: Any) -> LeaderYear:  # noqa: ANN401
    """Return the year that the levers stand for.

    Examples
    --------
    >>> start = {control.key: control.start for control in year_controls("da")}
    >>> round(year_of(start, draws=20).everyday, 2)
    1.0
    """
    shares = {key: values[key] / 100 for key in _PERCENT}
    return leader_year(**{**values, **shares}, **conditions)


def year_words(year: LeaderYear, lang: Lang) -> str:
    """Return the year in words: peak and end, the edges, and how one then leads."""
    middle, low, high = year.quality
    words = {
        "highest": format_number(year.strain.max(), lang),
        "last": format_number(year.strain[-1], lang),
        "range": format_range(year.fan[0, -1], year.fan[-1, -1], lang),
        "worn": format_share(year.worn, lang),
        "edges": edges_in_words(year.curve, lang),
        "zone": _zone(year, lang),
        "quality": format_number(middle, lang),
        "quality_range": format_range(low, high, lang),
        **_percent("wish", year.wish, lang),
        **_percent("results", year.results, lang),
    }
    return " ".join(_word("words", lang, **words).split())


def _percent(name: str, found: Floats, lang: Lang) -> dict[str, str]:
    """Return a share and its interval as a reader says them."""
    middle, low, high = found
    ends = format_range(100 * low, 100 * high, lang, digits=0)
    return {name: format_share(middle, lang), f"{name}_range": ends}


def _zone(year: LeaderYear, lang: Lang) -> str:
    """Say where everyday load lies between the edges; nothing if there are none."""
    if not np.isfinite(year.curve.tip):
        return ""
    ratio = year.everyday / year.resources
    edges = (year.curve.recover, year.curve.tip)
    zone = ("below", "between", "above")[int(np.searchsorted(edges, ratio))]
    return _word(f"zone_{zone}", lang, share=format_share(ratio, lang))


def _said(lang: Lang, key: str, value: float) -> str:
    how = _HOW[key]
    if how == "weeks":
        weeks = "weeks_one" if value == 1 else "weeks_many"
        return _word(weeks, lang, number=format_number(value, lang, digits=0))
    if how == "of_one":
        return _word(how, lang, number=format_number(value, lang))
    return _word(how, lang, share=format_share(value / 100, lang))

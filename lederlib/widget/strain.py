"""Explore a leader's year: load through the seasons, strain, and the way back."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np

from lederlib._checks import seed_of
from lederlib.catalogue import Ledger
from lederlib.plot import Picture, live_leader_year, live_phase
from lederlib.plot.strain.phase import edges_in_words
from lederlib.scenario import LeaderYear, leader_year
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    label,
    wording,
)
from lederlib.widget.controls import Control, choice, slider, switch
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

_word = wording("strain.")

#: Sliders by key: lowest, highest, step, where they begin, and how they say it.
_SLIDERS: Final[Mapping[str, tuple[float, float, float, float, str]]] = {
    "load": (60, 160, 1, 100, "of_start"),
    "budget": (0, 120, 5, 50, "more"),
    "holidays": (0, 6, 1, 3, "weeks"),
    "resources": (50, 150, 5, 100, "of_start"),
    "start": (0.05, 0.95, 0.05, 0.25, "of_one"),
    "recovery": (50, 300, 10, 100, "of_usual"),
    "half_point": (0.3, 0.7, 0.05, 0.45, "of_one"),
    "reverse": (0, 150, 10, 0, "more"),
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
    >>> explorer.levers["load"].description
    'Everyday load: 100% of the starting point'
    """
    conditions = {"draws": draws, "rng": seed_of(rng), "ledger": ledger}
    controls = year_controls(lang)
    first = {control.key: control.start for control in controls}
    found = year_of(first, **conditions)
    pictures = (
        live_phase(found, lang=lang),
        live_leader_year(found, lang=lang),
    )
    return Explorer(
        name="strain",
        controls=controls,
        show=_shower(pictures, conditions, lang),
        still=lambda: still_html(pictures),
        lang=lang,
    )


def year_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the ten levers of a leader's year in that language."""
    sliders = [_slider(key, lang) for key in _SLIDERS]
    stocks = {key: _word(f"stocks_{key}", lang) for key in ("one", "two")}
    edge = switch(
        "tipping",
        _word("lever_tipping", lang),
        start=True,
        texts=(label("widget.off", lang), label("widget.on", lang)),
    )
    return (
        *sliders,
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
    }
    return " ".join(_word("words", lang, **words).split())


def _zone(year: LeaderYear, lang: Lang) -> str:
    """Say where everyday load lies between the edges; nothing if there are none."""
    if not np.isfinite(year.curve.tip):
        return ""
    ratio = year.everyday / year.resources
    edges = (year.curve.recover, year.curve.tip)
    zone = ("below", "between", "above")[int(np.searchsorted(edges, ratio))]
    return _word(f"zone_{zone}", lang, share=format_share(ratio, lang))


def _shower(
    pictures: tuple[Picture, Picture], conditions: Mapping[str, Any], lang: Lang
) -> Callable[[Values, bool], Show]:
    make = [scenes_of(picture) for picture in pictures]

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        found = year_of(values, **conditions)
        scenes = tuple(scene(year=found) for scene in make)
        return Show(words=year_words(found, lang), scenes=scenes)

    return show


def _slider(key: str, lang: Lang) -> Control:
    low, high, step, start, how = _SLIDERS[key]
    return slider(
        key,
        _word(f"lever_{key}", lang),
        low=low,
        high=high,
        step=step,
        start=start,
        words=lambda value: _said(value, how, lang),
    )


def _said(value: float, how: str, lang: Lang) -> str:
    if how == "weeks":
        key = "weeks_one" if value == 1 else "weeks_many"
        return _word(key, lang, number=format_number(value, lang, digits=0))
    if how == "of_one":
        return _word(how, lang, number=format_number(value, lang))
    return _word(how, lang, share=format_share(value / 100, lang))

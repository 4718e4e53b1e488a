"""Explore balance as a surface: what rests on people, and what on how one counts."""

from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import seed_of
from lederlib.plot import plot_surface_map, plot_surface_walks
from lederlib.scenario import (
    SURFACE_OUTCOMES,
    BalanceSurface,
    balance_surface,
    leader_table,
)
from lederlib.text import (
    Lang,
    format_number,
    format_range,
    format_share,
    label,
    wording,
)
from lederlib.widget.controls import Control, Span, choice, sliders
from lederlib.widget.description import Description, Values, View
from lederlib.widget.explorer import Explorer

_word = wording("surface.")

PEOPLE: Final = ("30", "100", "280")
_SLIDERS: Final = {
    "rate": Span(0.5, 2, 0.1, 1, 1),
    "shift": Span(-2, 2, 0.5, 0, 1),
    "draw": Span(1, 10, 1, 1, 0),
}


def explore_surface(
    *, lang: Lang = "da", rng: int | np.random.Generator = 0
) -> Explorer:
    """Return levers above a map of an outcome over load and resources, and a1 to a5.

    Parameters
    ----------
    lang : {"da", "en"}
        Language of every word.
    rng : int or numpy.random.Generator
        Which leaders are drawn; a generator is used for one seed.

    Examples
    --------
    >>> explorer = explore_surface(lang="en")
    >>> explorer.said("rate")
    'A point of resources weighs: 1.0 of load'
    """
    return Explorer(surface_description(lang, rng=rng))


def surface_description(
    lang: Lang, *, rng: int | np.random.Generator = 0
) -> Description:
    """Return what the explorer of balance as a surface is."""
    seed, table = seed_of(rng), leader_table()
    return Description(
        name="surface",
        lesson="17",
        lang=lang,
        controls=surface_controls(lang),
        first=("rate", "shift", "people"),
        tours={
            "tour1": {"rate": 0.5},
            "tour2": {"rate": 1.0, "shift": 1.0},
            "tour3": {"shift": 0.0, "people": "30", "draw": 5.0},
            "tour4": {"people": "280", "outcome": "team_climate"},
        },
        find=lambda values, _: surface_at(values, table, seed),
        pictures=(
            View(
                name="map",
                plot=partial(plot_surface_map, lang=lang),
                data=lambda _, found: {"found": found},
            ),
            View(
                name="walks",
                plot=partial(plot_surface_walks, lang=lang),
                data=lambda _, found: {"found": found},
            ),
        ),
        sentence=lambda _, found: surface_words(found, lang),
    )


def surface_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the five levers in that language."""
    outcomes = {name: _word(f"outcome_{name}", lang) for name in SURFACE_OUTCOMES}
    sizes = {size: _word("people", lang, number=size) for size in PEOPLE}
    rate, shift, draw = sliders("surface", _SLIDERS, lang)
    return (
        choice("outcome", _word("lever_outcome", lang), outcomes, start="strain"),
        rate,
        shift,
        choice("people", _word("lever_people", lang), sizes, start="280"),
        draw,
    )


def surface_at(values: Values, table: pd.DataFrame, seed: int) -> BalanceSurface:
    """Return the surface that the levers lead to."""
    return balance_surface(
        table,
        str(values["outcome"]),
        people=int(values["people"]),
        rate=float(values["rate"]),
        shift=float(values["shift"]),
        rng=np.random.default_rng([seed, int(values["draw"])]),
    )


def surface_words(found: BalanceSurface, lang: Lang) -> str:
    """Return what the surface says, with intervals, and what it cannot say."""
    surface = found.surface
    told = {
        "load": _interval(surface.coefficients, "x", 1, lang),
        "resources": _interval(surface.coefficients, "y", found.rate, lang),
        "level": _direction("level", surface.surface, "a1", lang),
        "skew": _direction("skew", surface.surface, "a4", lang),
        "a1": _interval(surface.surface, "a1", 1, lang),
        "a4": _interval(surface.surface, "a4", 1, lang),
    }
    own = found.rate == 1 and found.shift == 0
    return _word(
        "words",
        lang,
        outcome=_word(f"map_name_{found.outcome}", lang),
        n=surface.n,
        r2=format_share(surface.r2, lang),
        congruence=label(f"surface.congruence_{surface.congruence}", lang),
        convention=_word("convention_own" if own else "convention_moved", lang),
        **told,
    )


def _interval(table: pd.DataFrame, figure: str, times: float, lang: Lang) -> str:
    row = table.loc[figure, ["est", "low", "high"]].to_numpy(dtype=float) * times
    # Three digits: a curvature of strain is a few thousandths a point.
    middle = format_number(float(row[0]), lang, digits=3)
    return f"{middle} ({format_range(float(row[1]), float(row[2]), lang, digits=3)})"


def _direction(name: str, surface: pd.DataFrame, figure: str, lang: Lang) -> str:
    low, high = surface.loc[figure, ["low", "high"]].to_numpy(dtype=float)
    way = "up" if low > 0 else "down" if high < 0 else "open"
    return _word(f"{name}_{way}", lang)

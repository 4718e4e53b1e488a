"""Explore balance as a surface: what rests on people, and what on how one counts."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import seed_of
from lederlib.plot import Picture, live_surface_map, live_surface_walks
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
from lederlib.widget.controls import Control, choice, slider
from lederlib.widget.explorer import Explorer, Values
from lederlib.widget.pictures import scenes_of, still_html
from lederlib.widget.stage import Show

_word = wording("surface.")

PEOPLE: Final = ("30", "100", "280")
#: Sliders by key: lowest, highest, step, where they begin, and digits shown.
_SLIDERS: Final[Mapping[str, tuple[float, float, float, float, int]]] = {
    "rate": (0.5, 2, 0.1, 1, 1),
    "shift": (-2, 2, 0.5, 0, 1),
    "draw": (1, 10, 1, 1, 0),
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
    >>> explorer.levers["rate"].description
    'A point of resources weighs: 1.0 of load'
    """
    seed, table = seed_of(rng), leader_table()
    controls = surface_controls(lang)
    first = surface_at({item.key: item.start for item in controls}, table, seed)
    pictures = (
        live_surface_map(first, lang=lang),
        live_surface_walks(first, lang=lang),
    )
    return Explorer(
        name="surface",
        controls=controls,
        show=_shower(pictures, table, seed, lang),
        still=lambda: still_html(pictures),
        lang=lang,
    )


def surface_controls(lang: Lang) -> tuple[Control, ...]:
    """Return the five levers in that language."""
    outcomes = {name: _word(f"outcome_{name}", lang) for name in SURFACE_OUTCOMES}
    sizes = {size: _word("people", lang, number=size) for size in PEOPLE}
    return (
        choice("outcome", _word("lever_outcome", lang), outcomes, start="strain"),
        *(_slider(key, lang) for key in ("rate", "shift")),
        choice("people", _word("lever_people", lang), sizes, start="280"),
        _slider("draw", lang),
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


def _shower(
    pictures: tuple[Picture, Picture], table: pd.DataFrame, seed: int, lang: Lang
) -> Callable[[Values, bool], Show]:
    over, walks = (scenes_of(picture) for picture in pictures)

    def show(values: Values, rest: bool) -> Show:  # noqa: ARG001 - nothing lags here
        found = surface_at(values, table, seed)
        scenes = (over(found=found), walks(found=found))
        return Show(words=surface_words(found, lang), scenes=scenes)

    return show


def _slider(key: str, lang: Lang) -> Control:
    low, high, step, start, digits = _SLIDERS[key]

    def words(value: float) -> str:
        return _word(key, lang, number=format_number(value, lang, digits=digits))

    name = _word(f"lever_{key}", lang)
    return slider(key, name, low=low, high=high, step=step, start=start, words=words)

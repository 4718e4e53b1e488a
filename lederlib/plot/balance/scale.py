"""A scale: load on one side, resources on the other, item by item."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from matplotlib.patches import Polygon

from lederlib._checks import require_between
from lederlib.catalogue import Stamp
from lederlib.model import level, tilt
from lederlib.plot.balance._scale_parts import (
    ARM,
    HEIGHT,
    MIDDLE,
    PIVOT,
    WIDTH,
    ScaleArtists,
    moving_parts,
    scale_artists,
    tip,
)
from lederlib.plot.drawing.colours import GREY
from lederlib.plot.drawing.tables import finite_mean
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, join_words, wording

_word = wording("plot.scale_")

EVEN: Final = 0.05
CLEAR: Final = 0.2
HEAVIEST: Final = 2
Ratings = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Balance:
    load: float
    resources: float
    tilt: float
    level: float


def plot_scale(
    load: Ratings,
    resources: Ratings,
    *,
    reference: float = 1.0,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot load and resources as blocks on a scale that tilts to the heavier side.

    ``update(load=…, resources=…)`` tilts it.

    Parameters
    ----------
    load, resources : mapping of str to float
        Rating by the item's name as it is to be read, 0 to 1; missing ones drop out
        and the others share their weight.
    reference : float
        The ratio of resources to load at which the scale is even: a convention.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the ratings were made up; then the figure says so.

    Examples
    --------
    >>> plot_scale({"Many demands": 0.8}, {"Trust": 0.4}, lang="en").alt[:57]
    'The scale leans clearly towards load: tilt −0.33 (load 0.'
    """
    figure = _empty(reference, lang, stamp, synthetic=synthetic)
    artists = scale_artists(figure.axes[0])

    def update(*, load: Ratings, resources: Ratings) -> str:
        heavy, light = _rated(load, "load"), _rated(resources, "resources")
        balance = _balance(heavy, light, reference)
        tip(artists, heavy, light, tilt=balance.tilt)
        _write(artists, balance, lang)
        figure.alt = _alt(balance, heavy, light, lang)
        return figure.alt

    update(load=load, resources=resources)
    return figure.with_moving(moving_parts(artists), update)


def scale_in_words(
    load: Ratings, resources: Ratings, *, reference: float = 1.0, lang: Lang = "da"
) -> str:
    """Say which way `plot_scale` leans, and which ratings are heaviest."""
    heavy, light = _rated(load, "load"), _rated(resources, "resources")
    return _alt(_balance(heavy, light, reference), heavy, light, lang)


def _rated(ratings: Ratings, side: str) -> dict[str, float]:
    """Return the ratings that are there, checked."""
    there = {name: value for name, value in ratings.items() if value == value}  # noqa: PLR0124
    require_between(list(there.values()), 0, 1, name=f"{side} ratings")
    return {name: float(value) for name, value in there.items()}


def _balance(
    load: dict[str, float], resources: dict[str, float], reference: float
) -> _Balance:
    heavy = finite_mean(np.array(list(load.values())))
    light = finite_mean(np.array(list(resources.values())))
    return _Balance(
        load=heavy,
        resources=light,
        tilt=float(tilt(heavy, light, reference=reference)),
        level=float(level(heavy, light)),
    )


def _empty(
    reference: float, lang: Lang, stamp: Stamp | None, *, synthetic: bool
) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        width=WIDTH,
        height=HEIGHT,
        note=_word("note", lang, reference=format_number(reference, lang, digits=1)),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0, 0, 0, 0)
    with house_style():
        axes.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
        axes.set_axis_off()
        stand = [(MIDDLE, PIVOT), (MIDDLE - 0.4, 1.0), (MIDDLE + 0.4, 1.0)]
        axes.add_patch(Polygon(stand, closed=True, facecolor=GREY, zorder=1))
        for x, key in ((MIDDLE - ARM, "load"), (MIDDLE + ARM, "resources")):
            name = _word(key, lang)
            axes.text(x, HEIGHT - 0.55, name, size=12, weight="bold", ha="center")
        axes.text(MIDDLE, 5.05, _word("tilt", lang), ha="center", color=GREY)
    return figure


def _write(artists: ScaleArtists, balance: _Balance, lang: Lang) -> None:
    artists.load.total.set_text(format_number(balance.load, lang))
    artists.resources.total.set_text(format_number(balance.resources, lang))
    artists.tilt.set_text(format_number(balance.tilt, lang))
    artists.words.set_text(_word(f"short_{_lean(balance.tilt)}", lang))
    shown = format_number(balance.level, lang)
    artists.level.set_text(_word("level", lang, level=shown))


def _lean(value: float) -> str:
    if np.isnan(value):
        return "unknown"
    if abs(value) < EVEN:
        return "even"
    side = "load" if value < 0 else "resources"
    return f"{side}_{'clear' if abs(value) >= CLEAR else 'slight'}"


def _alt(
    balance: _Balance, load: dict[str, float], resources: dict[str, float], lang: Lang
) -> str:
    lean = _word(f"long_{_lean(balance.tilt)}", lang)
    numbers = _word(
        "alt",
        lang,
        tilt=format_number(balance.tilt, lang),
        load=format_number(balance.load, lang),
        resources=format_number(balance.resources, lang),
        level=format_number(balance.level, lang),
    )
    heaviest = [_heaviest(side) for side in (load, resources)]
    if not all(heaviest):
        return f"{lean}{numbers}"
    first, second = (join_words(names, lang) for names in heaviest)
    return f"{lean}{numbers} {_word('heaviest', lang, load=first, resources=second)}"


def _heaviest(ratings: dict[str, float]) -> list[str]:
    return sorted(ratings, key=lambda name: -ratings[name])[:HEAVIEST]

"""A scale: load on one side, resources on the other, item by item."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon
from matplotlib.text import Text

from lederlib._checks import Floats, require_between
from lederlib.catalogue import Stamp
from lederlib.model import level, tilt
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PAPER, RUST
from lederlib.plot.drawing.shapes import boxes, one_path, outline
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, join_words, wording

WIDTH: Final = 8.0
HEIGHT: Final = 7.0
MIDDLE: Final = 4.0
PIVOT: Final = 1.85
ARM: Final = 2.3
TRAY: Final = 1.4
POST: Final = 0.48
STACK: Final = 3.8
FULL_TILT: Final = 0.5
STEEPEST: Final = np.radians(17)
ROOMY: Final = 0.145
LEAST_NAMED: Final = 0.11
_word = wording("balance.scale_")

EVEN: Final = 0.05
CLEAR: Final = 0.2
HEAVIEST: Final = 2
Ratings = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the scale: its blocks, their names and its total."""

    blocks: PathPatch
    names: PathCollection
    total: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleArtists:
    """All of the scale that moves."""

    beam: Line2D
    trays: LineCollection
    load: Side
    resources: Side
    tilt: Text
    words: Text
    level: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Balance:
    load: float
    resources: float
    tilt: float
    level: float


@house_style()
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
    heavy = _mean_there(np.array(list(load.values())))
    light = _mean_there(np.array(list(resources.values())))
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


def scale_artists(axes: Axes) -> ScaleArtists:
    """Return the moving parts of a scale, added to `axes`."""

    def text(y: float, **look: Any) -> Text:  # noqa: ANN401
        return axes.text(MIDDLE, y, "", ha="center", va="top", **look)

    beam = Line2D([], [], color=INK, lw=7, solid_capstyle="round", zorder=2)
    axes.add_line(beam)
    trays = LineCollection([], colors=INK, linewidths=4, zorder=3)
    axes.add_collection(trays, autolim=False)
    return ScaleArtists(
        beam=beam,
        trays=trays,
        load=_side(axes, MIDDLE - ARM, RUST),
        resources=_side(axes, MIDDLE + ARM, BLUE),
        tilt=text(4.95, size=24, weight="bold", zorder=5),
        words=text(4.45, size=11, linespacing=1.3, zorder=5),
        level=text(3.7, size=10.5, color=GREY, zorder=5),
    )


def _side(axes: Axes, x: float, colour: str) -> Side:
    blocks = PathPatch(
        one_path(np.empty((0, 4, 2))), facecolor=colour, edgecolor=PAPER, lw=1, zorder=4
    )
    axes.add_patch(blocks)
    names = axes.scatter([], [], s=1, color=PAPER, lw=0, zorder=5)
    total = axes.text(x, HEIGHT - 0.62, "", size=11, ha="center", va="top", zorder=5)
    return Side(blocks=blocks, names=names, total=total)


def moving_parts(artists: ScaleArtists) -> tuple[Artist, ...]:
    """Return the moving parts from the back to the front."""
    sides = [
        part
        for side in (artists.load, artists.resources)
        for part in (side.blocks, side.names, side.total)
    ]
    return (
        artists.beam,
        artists.trays,
        *sides,
        artists.tilt,
        artists.words,
        artists.level,
    )


def tip(
    artists: ScaleArtists,
    load: dict[str, float],
    resources: dict[str, float],
    *,
    tilt: float,
) -> None:
    """Turn the beam by the tilt and stack the ratings as blocks on its two trays."""
    turn = STEEPEST * np.clip(np.nan_to_num(tilt) / FULL_TILT, -1, 1)
    across, down = ARM * np.cos(turn), ARM * np.sin(turn)
    left, right = (MIDDLE - across, PIVOT + down), (MIDDLE + across, PIVOT - down)
    artists.beam.set_data(*np.transpose([left, right]))
    tops = [(x, y + POST) for x, y in (left, right)]
    artists.trays.set_segments(
        [
            *([(x - TRAY, y), (x + TRAY, y)] for x, y in tops),
            *([low, top] for low, top in zip((left, right), tops, strict=True)),
        ]
    )
    _stack(artists.load, load, *left)
    _stack(artists.resources, resources, *right)


def _stack(side: Side, ratings: dict[str, float], x: float, y: float) -> None:
    heights = STACK * np.array(list(ratings.values())) / max(len(ratings), 1)
    tops = y + POST + 0.03 + np.cumsum(heights)
    seen = heights > 0
    path = one_path(boxes(x - TRAY + 0.1, tops - heights, x + TRAY - 0.1, tops)[seen])
    side.blocks.set_path(path)
    named = heights >= LEAST_NAMED
    middle = np.column_stack([np.full(len(tops), x), tops - heights / 2])
    side.names.set_offsets(middle[named])
    side.names.set_paths(
        [
            outline(_short(name), size=9.2 if tall >= ROOMY else 7.4, anchor=0.5)
            for name, tall in zip(ratings, heights, strict=True)
            if tall >= LEAST_NAMED
        ]
    )


def _short(name: str) -> str:
    longest = 36
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _mean_there(values: Floats) -> float:
    """Return the mean of what is there, or missing if nothing is."""
    there = values[~np.isnan(values)]
    return float(there.mean()) if there.size else float("nan")

"""The moving parts of the scale: beam, trays, and the blocks on them."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from lederlib.plot.drawing.boxes import boxes, one_path
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PAPER, RUST
from lederlib.plot.drawing.outlines import outline
from lederlib.plot.drawing.theme import house_style

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


def scale_artists(axes: Axes) -> ScaleArtists:
    """Return the moving parts of a scale, added to `axes`."""

    def text(y: float, **look: Any) -> Text:  # noqa: ANN401
        return axes.text(MIDDLE, y, "", ha="center", va="top", **look)

    with house_style():
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

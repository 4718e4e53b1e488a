"""The moving parts of the frontier: every way of sharing, and the chosen one."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PAPER, RUST, SKY
from lederlib.plot.drawing.theme import house_style

SAME: Final = 1e-9
COLUMNS: Final = ("home", "anchor", "freedom", "community")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierArtists:
    """All of the frontier that moves."""

    lines: LineCollection
    dots: PathCollection
    digits: PathCollection
    spread: LineCollection
    point: PathCollection
    words: Text


def frontier_artists(axes: Axes) -> FrontierArtists:
    """Return the moving parts of the frontier, added to `axes`."""
    with house_style():
        lines = LineCollection([], colors=GREY, linewidths=1, zorder=3)
        spread = LineCollection([], colors=RUST, linewidths=[6, 2.5], zorder=5)
        for collection in (lines, spread):
            axes.add_collection(collection, autolim=False)
        dots = axes.scatter([], [], s=150, linewidths=1, edgecolors=BLUE, zorder=3.5)
        digits = axes.scatter([], [], s=60, color=INK, linewidths=0, zorder=4)
        point = axes.scatter(
            [], [], s=170, marker="D", color=RUST, edgecolors=PAPER, zorder=6
        )
        words = axes.text(
            0.985,
            0.97,
            "",
            transform=axes.transAxes,
            size=11.5,
            weight="bold",
            color=RUST,
            ha="right",
            va="top",
            zorder=7,
        )
    return FrontierArtists(
        lines=lines, dots=dots, digits=digits, spread=spread, point=point, words=words
    )


def move_ways(artists: FrontierArtists, combinations: pd.DataFrame) -> None:
    """Move every way of sharing to its freedom and community."""
    ways = combinations.sort_values(["anchor", "home"])
    home, anchor, freedom, community = ways[list(COLUMNS)].to_numpy(float).T
    places = np.column_stack([freedom, community])
    artists.lines.set_segments([places[anchor == days] for days in np.unique(anchor)])
    artists.dots.set_offsets(places)
    best = is_best(freedom, community)
    artists.dots.set_facecolor([SKY if wins else PAPER for wins in best])
    # Without home days the fixed days change nothing, and the circles coincide.
    apart = home > 0
    artists.digits.set_offsets(places[apart])
    artists.digits.set_paths([_digit(int(days)) for days in anchor[apart]])


@cache
def _digit(number: int) -> Path:
    marker = MarkerStyle(f"${number}$")
    return marker.get_path().transformed(marker.get_transform())


def is_best(freedom: Floats, community: Floats) -> npt.NDArray[np.bool_]:
    """Return which ways no other way matches on one count and beats on the other."""
    more_free = freedom - freedom[:, None]
    closer = community - community[:, None]
    matches = (more_free >= -SAME) & (closer >= -SAME)
    beats = (more_free > SAME) | (closer > SAME)
    return np.asarray(~(matches & beats).any(axis=1))


def move_point(artists: FrontierArtists, across: Floats, up: Floats) -> None:
    """Move the chosen way, with its 50 % and 90 % range."""
    x, y = across[2], up[2]
    artists.spread.set_segments(
        [
            [(x, up[1]), (x, up[3])],
            [(x, up[0]), (x, up[4])],
            [(across[0], y), (across[4], y)],
        ]
    )
    artists.point.set_offsets([[x, y]])

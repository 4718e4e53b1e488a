"""The columns of the best sets: marks for what is in each, and bars for its worth."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.plot.drawing.boxes import boxes, one_path
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PLUM, RUST
from lederlib.plot.drawing.theme import house_style
from lederlib.plot.synchronise._interventions import patch, places_of, shapes
from lederlib.scenario.synchronise.words import POINTS
from lederlib.text import Lang, format_number, format_share

SHOWN: Final = 8
OWN: Final = SHOWN + 0.6
ABOVE, BELOW = 4.4, 4.6  # rows of room for the bars
_SHARE: Final = 3.2  # rows for a share of one
_POINT: Final = 0.4  # rows for a point of regret
_LONGEST: Final = 3.2
_ANGLES: Final = np.linspace(0, 2 * np.pi, 16, endpoint=False)
_DISC: Final = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])
_DIAMOND: Final = np.array([(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)])


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceArtists:
    """All of the best sets that moves."""

    lines: PathPatch
    dots: PathPatch
    own: PathPatch
    best: PathPatch
    own_best: PathPatch
    regret: PathPatch
    locks: PathPatch
    shares: tuple[Text, ...]
    points: tuple[Text, ...]


def choice_artists(axes: Axes) -> ChoiceArtists:
    """Return the moving parts of the best sets, added to `axes`."""

    def numbers(va: str) -> tuple[Text, ...]:
        look: dict[str, Any] = {"ha": "center", "va": va, "size": 10}
        return tuple(axes.text(0, 0, "", **look) for _ in range(SHOWN + 1))

    with house_style():
        return ChoiceArtists(
            lines=patch(axes, 2.9, facecolor=GREY, linewidth=0),
            dots=patch(axes, 3, facecolor=BLUE, linewidth=0),
            own=patch(axes, 3, facecolor=PLUM, linewidth=0),
            best=patch(axes, 3, facecolor=BLUE, linewidth=0),
            own_best=patch(axes, 3, facecolor=PLUM, linewidth=0),
            regret=patch(
                axes, 3, facecolor="none", edgecolor=RUST, hatch="////", linewidth=1.1
            ),
            locks=patch(axes, 3.2, facecolor=INK, linewidth=0),
            shares=numbers("bottom"),
            points=numbers("top"),
        )


def _columns(sets: pd.DataFrame, own: int | None) -> tuple[list[int], Floats]:
    """Return the rows that are shown, and where: the best ones, then the own."""
    rows = list(range(min(SHOWN, len(sets))))
    where = [row + 0.5 for row in rows]
    if own is not None:
        rows, where = [*rows, own], [*where, OWN + 0.5]
    return rows, np.array(where)


def mark_sets(
    artists: ChoiceArtists,
    sets: pd.DataFrame,
    own: int | None,
    table: Sequence[str],
    stretch: Floats,
) -> None:
    """Mark what is in each set, with shapes that `stretch` makes as wide as high."""
    rows, where = _columns(sets, own)
    places = [sorted(places_of(sets["keys"].iloc[row], table)) for row in rows]
    x = np.array([at for at, some in zip(where, places, strict=True) for _ in some])
    y = np.array([place + 0.5 for some in places for place in some])
    mine = x > OWN
    for artist, outline, here in (
        (artists.dots, _DISC, ~mine),
        (artists.own, _DIAMOND, mine),
    ):
        marks = shapes(outline * stretch, x[here], y[here], 0.3)
        artist.set_path(one_path(marks))
    ends = np.array([(some[0] + 0.5, some[-1] + 0.5) for some in places])
    lines = boxes(where - 0.04, ends[:, 0], where + 0.04, ends[:, 1])
    artists.lines.set_path(one_path(lines))


def measure_sets(
    artists: ChoiceArtists, sets: pd.DataFrame, own: int | None, n: int, lang: Lang
) -> None:
    """Draw how often each set is best above its column, and its regret below `n`."""
    rows, where = _columns(sets, own)
    best = sets["best"].to_numpy(dtype=float)[rows]
    regret = sets["regret"].to_numpy(dtype=float)[rows] * POINTS
    top = -0.15 - _SHARE * best
    bottom = n + 0.15 + np.minimum(_POINT * regret, _LONGEST)
    bars = boxes(where - 0.3, -0.15, where + 0.3, top)
    mine = where > OWN
    artists.best.set_path(one_path(bars[~mine]))
    artists.own_best.set_path(one_path(bars[mine]))
    artists.regret.set_path(one_path(boxes(where - 0.3, n + 0.15, where + 0.3, bottom)))
    for place in range(SHOWN + 1):
        there = place < len(rows)
        at = where[place] if there else 0.0
        share = format_share(best[place], lang) if there else ""
        point = format_number(regret[place], lang, digits=1) if there else ""
        _write(artists.shares[place], at, top[place] - 0.15 if there else 0, share)
        _write(artists.points[place], at, bottom[place] + 0.1 if there else 0, point)


def _write(text: Text, x: float, y: float, words: str) -> None:
    text.set_position((x, y))
    text.set_text(words)

"""Teams side by side: a leader above, the team below, each as large as the strain."""

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, GREY, PAPER, RUST, SKY
from lederlib.plot.drawing.shapes import boxes, one_path
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.scenario import Contagion
from lederlib.text import Lang, format_number, format_share, wording

_word = wording("contagion.teams_")

COLUMNS: Final = 6
ROWS: Final = 4
SHOWN: Final = COLUMNS * ROWS
#: From light to dark; a mark is also larger the greater the strain.
SHADES: Final = (SKY, "#4A90C6", BLUE, "#062746")
LIMITS: Final = (0.25, 0.5, 0.75)
#: A tile's parts, its own width and height being 1.
LEADER: Final = (0.5, 0.79)
BLOCK: Final = (0.06, 0.05, 0.94, 0.58)
LARGEST_LEADER: Final = 420.0
RING: Final = 1.35 * LARGEST_LEADER
#: In a row, or more if the team would not fit; people are as large in all others.
LEAST_COLUMNS: Final = 8
MOST_CELLS: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    employees: tuple[PathPatch, ...]
    leaders: PathCollection
    tipped: PathCollection


@house_style()
def plot_teams(
    found: Contagion, *, lang: Lang = "da", synthetic: bool = False
) -> Drawing:
    """Plot a leader and the team, 24 times: who is strained, and whom it reaches.

    ``update(found=…)`` moves it.

    The teams are spread evenly over all leaders by the load that these carry before
    anything spreads, the least first.

    Parameters
    ----------
    found : Contagion
        A result of `lederlib.scenario.contagion`.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> from lederlib.scenario import contagion
    >>> plot_teams(contagion(employees=900, weeks=52), lang="en").alt[:39]
    'Of the 24 leaders shown 4 are so worn t'
    """
    figure = _empty(found, lang, synthetic=synthetic)
    axes = figure.axes[0]
    width, height = axes.get_window_extent().size
    # How much wider than high a tile is.
    shape = (width / COLUMNS) / (height / ROWS)
    artists = _artists(axes, lang)

    def update(*, found: Contagion) -> str:
        _move(artists, found, shape)
        figure.alt = _alt(found, lang)
        return figure.alt

    update(found=found)
    moving = (*artists.employees, artists.leaders, artists.tipped)
    return figure.with_moving(moving, update)


def teams_shown(found: Contagion) -> npt.NDArray[np.int64]:
    """Return the places of the leaders that are shown, the least load first."""
    order = np.argsort(found.leader_load, kind="stable")
    return order[np.linspace(0, order.size - 1, SHOWN).round().astype(np.int64)]


def _empty(found: Contagion, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=6.0,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=replace(found.stamp, draws=None),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.15, 1.35, 0.15, 0.55)
    axes.set(xlim=(0, COLUMNS), ylim=(ROWS, 0))
    axes.set_axis_off()
    rows, columns = np.divmod(np.arange(SHOWN), COLUMNS)
    tiles = boxes(columns + 0.02, rows + 0.02, columns + 0.98, rows + 0.98)
    axes.add_patch(
        PathPatch(one_path(tiles), facecolor="none", edgecolor=GREY, linewidth=0.6)
    )
    axes.scatter(
        columns + LEADER[0],
        rows + 1 - LEADER[1],
        s=LARGEST_LEADER,
        facecolors=PAPER,
        edgecolors=GREY,
        linewidths=0.8,
        zorder=2,
    )
    return figure


def _artists(axes: Axes, lang: Lang) -> _Artists:
    nothing = one_path(np.empty((0, 4, 2)))
    people = tuple(
        PathPatch(nothing, facecolor=shade, linewidth=0, zorder=3) for shade in SHADES
    )
    for patch in people:
        axes.add_patch(patch)
    leaders = axes.scatter([], [], linewidths=0, zorder=4)
    tipped = axes.scatter(
        [],
        [],
        s=RING,
        facecolors="none",
        edgecolors=RUST,
        linewidths=3,
        zorder=5,
    )
    axes.legend(handles=_legend(lang), **_LEGEND)
    return _Artists(employees=people, leaders=leaders, tipped=tipped)


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper center",
    "bbox_to_anchor": (0.5, -0.01),
    "ncols": 4,
    "frameon": False,
    "fontsize": 10,
    "columnspacing": 1.4,
    "handletextpad": 0.4,
}


def _legend(lang: Lang) -> list[Line2D]:
    looks: tuple[tuple[str, dict[str, Any]], ...] = (
        ("leader", {"marker": "o", "ms": 11, "mfc": BLUE, "mec": BLUE}),
        ("tipped", {"marker": "o", "ms": 13, "mfc": "none", "mec": RUST, "mew": 3}),
        ("little", {"marker": "s", "ms": 4, "mfc": SHADES[0], "mec": SHADES[0]}),
        ("much", {"marker": "s", "ms": 10, "mfc": SHADES[-1], "mec": SHADES[-1]}),
    )
    return [
        Line2D([], [], linestyle="none", label=_word(key, lang), **look)
        for key, look in looks
    ]


def _move(artists: _Artists, found: Contagion, shape: float) -> None:
    shown = teams_shown(found)
    squares, strain = _squares(found, shown, shape)
    shade = np.digitize(strain, LIMITS)
    for number, patch in enumerate(artists.employees):
        patch.set_path(one_path(squares[shade == number]))
    rows, columns = np.divmod(np.arange(SHOWN), COLUMNS)
    places = np.column_stack([columns + LEADER[0], rows + 1 - LEADER[1]])
    worn = found.leader_strain[-1, shown]
    artists.leaders.set_offsets(places)
    artists.leaders.set_sizes(LARGEST_LEADER * worn)
    artists.leaders.set_facecolor([SHADES[each] for each in np.digitize(worn, LIMITS)])
    artists.tipped.set_offsets(places[worn > found.half_point])


def _squares(
    found: Contagion, shown: npt.NDArray[np.int64], shape: float
) -> tuple[Floats, Floats]:
    """Return a square for each employee of the teams shown, and their strains."""
    starts = np.cumsum(found.team_sizes) - found.team_sizes
    tiles, strains = [], []
    for tile, team in enumerate(shown):
        first, size = starts[team], min(int(found.team_sizes[team]), MOST_CELLS)
        # Sorted, so that a glance tells how many are worn.
        worn = np.sort(found.strain[first : first + size])
        tiles.append(_tile(worn, tile, shape))
        strains.append(worn)
    return np.concatenate(tiles), np.concatenate(strains)


def _tile(worn: Floats, tile: int, shape: float) -> Floats:
    """Return the squares of one team, shape (employees, 4, 2)."""
    left, bottom, right, top = BLOCK
    wide, high = (right - left) * shape, top - bottom
    columns = max(int(np.ceil(np.sqrt(worn.size * wide / high))), LEAST_COLUMNS)
    cell = min(wide / columns, high / np.ceil(worn.size / columns))
    row, column = np.divmod(np.arange(worn.size), columns)
    half = 0.46 * cell * np.sqrt(worn)
    x, y = left + (column + 0.5) * cell / shape, 1 - top + (row + 0.5) * cell
    down, across = divmod(tile, COLUMNS)
    return boxes(
        across + x - half / shape,
        down + y - half,
        across + x + half / shape,
        down + y + half,
    )


def _alt(found: Contagion, lang: Lang) -> str:
    shown = teams_shown(found)
    worn = found.leader_strain[-1, shown] > found.half_point
    starts = np.cumsum(found.team_sizes) - found.team_sizes
    means = np.add.reduceat(found.strain, starts)[shown] / found.team_sizes[shown]
    count = int(worn.sum())
    everyone = format_share(
        float((found.leader_strain[-1] > found.half_point).mean()), lang
    )
    head = _word(
        "alt_one" if count == 1 else "alt",
        lang,
        shown=SHOWN,
        count=count,
        everyone=everyone,
    )
    if not 0 < count < SHOWN:
        return head
    both = (means[worn].mean(), means[~worn].mean())
    theirs, others = (format_number(mean, lang) for mean in both)
    return f"{head} {_word('alt_teams', lang, theirs=theirs, others=others)}"

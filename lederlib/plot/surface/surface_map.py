"""A map of an outcome over load and resources, with the people that it rests on."""

from typing import Any, Final

import numpy as np
from contourpy import contour_generator
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Polygon
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PAPER, RUST, SKY
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.scenario import MIDDLE, BalanceSurface
from lederlib.text import Lang, format_number, wording

_word = wording("surface.map_")

_SHADES: Final = LinearSegmentedColormap.from_list("surface", [PAPER, SKY, BLUE])
_SIDE: Final = np.linspace(0, 10, 41)
_ENDS: Final = np.array([0.0, 10.0])
_MOST_LINES: Final = 24
#: By outcome: the heights that are palest and darkest, and the step between two lines.
_SCALES: Final = {
    "strain": (0.0, 1.0, 0.1),
    "intention_to_leave": (1.0, 5.0, 0.5),
    "team_climate": (2.5, 4.5, 0.2),
}
_EQUAL: Final[dict[str, Any]] = {"color": INK, "linewidth": 2, "linestyle": "--"}
_OPPOSED: Final[dict[str, Any]] = {"color": GREY, "linewidth": 1.6, "linestyle": ":"}
_PEOPLE: Final[dict[str, Any]] = {
    "color": PAPER,
    "marker": "o",
    "markersize": 3.6,
    "markeredgecolor": INK,
    "markeredgewidth": 0.6,
    "linestyle": "none",
}


@house_style()
def plot_surface_map(found: BalanceSurface, *, lang: Lang = "da") -> Drawing:
    """Plot the outcome that a surface expects, only where there are people.

    ``update(found=…)`` moves it.

    Parameters
    ----------
    found : BalanceSurface
        From `lederlib.scenario.balance_surface`.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.scenario import balance_surface, leader_table
    >>> plot_surface_map(balance_surface(leader_table()), lang="en").alt[:36]
    'Strain for 280 leaders over load and'
    """
    figure = _empty(lang)
    axes = figure.axes[0]
    image = axes.imshow(
        np.zeros((2, 2)), extent=(0, 10, 0, 10), origin="lower", cmap=_SHADES, zorder=3
    )
    axes.set(aspect="auto", xlim=_ENDS, ylim=_ENDS)
    outline = Polygon(
        np.zeros((3, 2)), facecolor="none", edgecolor=RUST, lw=2, zorder=3.2
    )
    axes.add_patch(outline)
    lines = LineCollection([], colors=INK, linewidths=0.8, zorder=3.1)
    axes.add_collection(lines)
    (people,) = axes.plot([], [], zorder=3.3, **_PEOPLE)
    (equal,), (opposed,) = (
        axes.plot([], [], zorder=3.5, **_EQUAL),
        axes.plot([], [], zorder=3.4, **_OPPOSED),
    )
    words = [_number(axes) for _ in range(_MOST_LINES)]
    name = axes.text(
        0, 10.2, "", fontsize=11.5, fontweight="bold", va="bottom", zorder=5
    )

    def update(*, found: BalanceSurface) -> str:
        across, up = np.meshgrid(_SIDE, _SIDE)
        heights = found.expected(across, up)
        image.set_data(heights)
        image.set_clim(*_SCALES[found.outcome][:2])
        outline.set_xy(found.outline())
        image.set_clip_path(outline)
        lines.set_clip_path(outline)
        lines.set_segments(_contours(found, heights, words, lang))
        people.set_data(*found.points.T)
        equal.set_data(_ENDS, found.measured(_ENDS))
        opposed.set_data(_ENDS, found.measured(2 * MIDDLE - _ENDS))
        name.set_text(_word(f"name_{found.outcome}", lang))
        figure.alt = _alt(found, lang)
        return figure.alt

    update(found=found)
    moving = (image, lines, outline, people, opposed, equal, *words, name)
    return figure.with_moving(moving, update)


def _number(axes: Axes) -> Text:
    text = axes.text(0, 0, "", fontsize=9.5, ha="center", va="center", zorder=4)
    text.set_path_effects([withStroke(linewidth=3, foreground=PAPER)])
    return text


def _contours(
    found: BalanceSurface, heights: Floats, words: list[Text], lang: Lang
) -> list[Floats]:
    """Return the lines of equal outcome, and write its number on each of them."""
    step = _SCALES[found.outcome][2]
    levels = step * np.arange(1, _MOST_LINES + 1)
    made = contour_generator(_SIDE, _SIDE, heights)
    segments: list[Floats] = []
    for level, word in zip(levels, words, strict=True):
        pieces = [np.asarray(piece) for piece in made.lines(float(level))]
        segments += pieces
        place = _middle(found, pieces)
        word.set_visible(place is not None)
        if place is not None:
            word.set_position((float(place[0]), float(place[1])))
            word.set_text(format_number(float(level), lang, digits=1))
    return segments


def _middle(found: BalanceSurface, pieces: list[Floats]) -> Floats | None:
    """Return where a line's number stands: midway among its points with people."""
    inside = [piece[found.has_people(*piece.T)] for piece in pieces]
    longest = max(inside, key=len, default=np.empty((0, 2)))
    return longest[len(longest) // 3] if len(longest) > 3 else None  # noqa: PLR2004


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=6.1,
        note=_word("note", lang),
        caption=_word("caption", lang),
        synthetic=True,
    )
    axes = place_axes(figure, 0.85, 1.75, 0.3, 0.85)
    axes.set(xlabel=_word("load", lang), ylabel=_word("resources", lang))
    axes.set(facecolor=PALE, xticks=range(0, 11, 2), yticks=range(0, 11, 2))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(number_ticks(lang, 0))
    handles: list[Artist] = [
        Patch(facecolor=PAPER, edgecolor=RUST, lw=2, label=_word("people", lang)),
        Line2D([], [], **_EQUAL, label=_word("equal", lang)),
        Patch(facecolor=PALE, label=_word("nobody", lang)),
        Line2D([], [], **_OPPOSED, label=_word("opposed", lang)),
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.48, -0.14),
        ncols=2,
        frameon=False,
        fontsize=9.5,
    )
    return figure


def _alt(found: BalanceSurface, lang: Lang) -> str:
    across, up = np.meshgrid(_SIDE, _SIDE)
    inside = found.has_people(across, up)
    heights = found.expected(across, up)[inside]
    words: dict[str, str] = {"outcome": _word(f"name_{found.outcome}", lang)}
    for end, place in (("high", heights.argmax()), ("low", heights.argmin())):
        for name, values in (("x", across), ("y", up)):
            words[f"{end}_{name}"] = format_number(
                float(values[inside][place]), lang, digits=1
            )
        words[f"{end}_z"] = format_number(float(heights[place]), lang)
    crossing = format_number(float(found.measured(MIDDLE)), lang, digits=1)
    return _word("alt", lang, n=len(found.points), crossing=crossing, **words)

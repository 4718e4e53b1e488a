"""A response surface: a map with the outline of the people, and the same in space."""

from typing import Final, cast

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Polygon
from matplotlib.patheffects import withStroke
from matplotlib.ticker import MaxNLocator
from mpl_toolkits.mplot3d import Axes3D

from lederlib._checks import Floats
from lederlib.catalogue import Stamp
from lederlib.measure import ResponseSurface
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PAPER, RUST, SKY
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, label, wording

_word = wording("surface.plot_")

GRID: Final = 121
COARSE: Final = 31
LEVELS: Final = 7
SHADES: Final = LinearSegmentedColormap.from_list("surface", [PAPER, SKY, BLUE])


@house_style()
def plot_surface(
    surface: ResponseSurface,
    *,
    names: tuple[str, str, str] | None = None,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot a response surface as a map and in space, only where there are people.

    Parameters
    ----------
    surface : ResponseSurface
        From `lederlib.measure.response_surface`.
    names : tuple of str, optional
        What to call the outcome, x and y; the columns' names unless told.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the data were made up; then the figure says so.

    Notes
    -----
    The outline is the smallest convex one around the people. Its corners are the
    answers of single people: leave the figure out where the group knows itself.

    Examples
    --------
    >>> import pandas as pd
    >>> from lederlib.measure import response_surface
    >>> rng = np.random.default_rng(1)
    >>> table = pd.DataFrame(rng.uniform(1, 5, (60, 2)), columns=["load", "resources"])
    >>> table["strain"] = table["load"] - table["resources"]
    >>> found = response_surface(table, "strain", "load", "resources")
    >>> plot_surface(found, lang="en").alt[:48]
    'strain as a surface over load and resources for '
    """
    told = names or surface.names
    figure = new_figure(
        _word("title", lang, outcome=told[0], x=told[1], y=told[2]),
        lang=lang,
        width=8.6,
        height=5.2,
        note=_word(f"note_{surface.commensurable}", lang, n=surface.n),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    _draw_map(place_axes(figure, 0.75, 1.75, 4.35, 0.55), surface, told, lang)
    _draw_space(figure, surface, told, lang)
    # Only drawing puts the words of the axes in space in their places.
    figure.draw_without_rendering()
    figure.alt = _alt(surface, told, lang)
    return figure


def _frame(surface: ResponseSurface) -> tuple[Floats, Floats]:
    """Return the lowest and highest x and y of the picture, a little beyond people."""
    low, high = surface.hull.min(axis=0), surface.hull.max(axis=0)
    room = 0.06 * (high - low)
    return low - room, high + room


def _heights(surface: ResponseSurface, steps: int) -> tuple[Floats, Floats, Floats]:
    """Return x, y and the outcome on a grid; missing where there are no people."""
    low, high = surface.hull.min(axis=0), surface.hull.max(axis=0)
    x, y = np.meshgrid(*np.linspace(low, high, steps).T)
    return x, y, np.where(surface.has_people(x, y), surface.predict(x, y), np.nan)


def _draw_map(
    axes: Axes, surface: ResponseSurface, names: tuple[str, str, str], lang: Lang
) -> None:
    low, high = _frame(surface)
    axes.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
    axes.set(xlabel=names[1], ylabel=names[2], facecolor=PALE)
    outline = Polygon(surface.hull, closed=True, facecolor=PAPER, edgecolor="none")
    axes.add_patch(outline)
    x, y, held = _heights(surface, GRID)
    steps = MaxNLocator(LEVELS).tick_values(np.nanmin(held), np.nanmax(held))
    z = surface.predict(x, y)
    filled = axes.contourf(x, y, z, levels=steps, cmap=SHADES)
    lines = axes.contour(x, y, z, levels=steps, colors=INK, linewidths=0.7)
    words = axes.clabel(
        lines, fontsize=8.5, fmt=lambda value: format_number(value, lang, digits=1)
    )
    for word in words:
        word.set_path_effects([withStroke(linewidth=2.5, foreground=PAPER)])
    for moving in (filled, lines):
        moving.set_clip_path(outline)
    axes.add_patch(
        Polygon(surface.hull, closed=True, facecolor="none", edgecolor=RUST, lw=2)
    )
    _draw_lines(axes, surface, np.array([low, high]))
    for axis in (axes.xaxis, axes.yaxis):
        _place_ticks(axis, lang)
    _draw_legend(axes, surface, lang)


def _draw_lines(axes: Axes, surface: ResponseSurface, frame: Floats) -> None:
    """Draw where x equals y, and where they differ as much as they can."""
    centre = np.array(surface.centre)
    reach = np.array([-1.0, 1.0]) * np.abs(frame - centre).max()
    axes.plot(centre[0] + reach, centre[1] + reach, color=INK, lw=1.3, ls="--")
    axes.plot(centre[0] + reach, centre[1] - reach, color=GREY, lw=1.3, ls=":")


def _draw_legend(axes: Axes, surface: ResponseSurface, lang: Lang) -> None:
    own = "_own" if surface.centre[0] != surface.centre[1] else ""
    axes.legend(
        handles=[
            Patch(facecolor=PAPER, edgecolor=RUST, linewidth=2),
            Patch(facecolor=PALE),
            Line2D([], [], color=INK, lw=1.3, ls="--"),
            Line2D([], [], color=GREY, lw=1.3, ls=":"),
        ],
        labels=[
            _word("people", lang),
            _word("nobody", lang),
            _word(f"equal{own}", lang),
            _word("opposed", lang),
        ],
        loc="upper left",
        bbox_to_anchor=(-0.15, -0.14),
        ncols=2,
        frameon=False,
        fontsize=9.5,
    )


def _draw_space(
    figure: Drawing, surface: ResponseSurface, names: tuple[str, str, str], lang: Lang
) -> None:
    width, height = figure.get_size_inches()
    box = (4.6 / width, 1.35 / height, 3.75 / width, 3.3 / height)
    axes = cast("Axes3D", figure.add_axes(box, projection="3d"))
    x, y, z = _heights(surface, COARSE)
    axes.plot_surface(
        x, y, z, cmap=SHADES, edgecolor=GREY, linewidth=0.25, rstride=1, cstride=1
    )
    corners = np.vstack([surface.hull, surface.hull[:1]])
    edge = _along(corners)
    axes.plot(*edge.T, surface.predict(*edge.T), color=RUST, lw=2, zorder=10)
    axes.set(xlabel=names[1], ylabel=names[2], zlabel=names[0])
    axes.view_init(elev=26, azim=-128)
    for axis in (axes.xaxis, axes.yaxis, axes.zaxis):
        _place_ticks(axis, lang)
    axes.tick_params(labelsize=8.5, pad=0)


def _place_ticks(axis: Axis, lang: Lang) -> None:
    low, high = axis.get_view_interval()
    ticks = np.asarray(MaxNLocator(4).tick_values(low, high))
    axis.set_ticks(ticks[(ticks >= low) & (ticks <= high)])
    axis.set_major_formatter(number_ticks(lang, 1))


def _along(corners: Floats) -> Floats:
    """Return points along a polygon, close enough to follow the surface."""
    place = np.linspace(0, len(corners) - 1, 20 * len(corners))
    whole = np.arange(len(corners))
    return np.column_stack([np.interp(place, whole, side) for side in corners.T])


def _alt(surface: ResponseSurface, names: tuple[str, str, str], lang: Lang) -> str:
    x, y, z = (values.ravel() for values in _heights(surface, GRID))
    words: dict[str, object] = {"outcome": names[0], "x": names[1], "y": names[2]}
    for end, place in (("high", np.nanargmax(z)), ("low", np.nanargmin(z))):
        for name, values in (("x", x), ("y", y), ("z", z)):
            words[f"{end}_{name}"] = format_number(values[place], lang, digits=1)
    shape = label(f"surface.shape_{surface.shape}", lang)
    return _word("alt", lang, n=surface.n, shape=shape, **words)

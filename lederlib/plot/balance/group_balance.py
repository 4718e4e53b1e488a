"""The balance of a leader group: where it stands as a whole, now and in general."""

from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from lederlib._checks import Floats, require_between
from lederlib.catalogue import Stamp
from lederlib.model import level, tilt
from lederlib.plot.drawing.colours import BLUE, GREY, PAPER
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, wording

_word = wording("balance.group_")

USUAL_REACH: Final = 0.75
MOMENTS: Final = ("general", "now")
SIDES: Final = ("load", "resources")
STEP: Final = 0.05


@house_style()
def plot_group_balance(
    points: pd.DataFrame,
    *,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot a group's tilt and level as one arrow from in general to right now.

    Parameters
    ----------
    points : DataFrame
        The group's load and resources (0 to 1) with the rows "general" and "now", as
        `lederlib.answers.balance_points` returns. They are rounded to steps of 0.05
        before anything is drawn, so that the file of the figure holds no more.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the answers were made up; then the figure says so.

    Raises
    ------
    ValueError
        If the table is not of one group at both moments, or a number is missing or
        out of range.

    Examples
    --------
    >>> import pandas as pd
    >>> group = {"load": [0.5, 0.7], "resources": [0.6, 0.5]}
    >>> points = pd.DataFrame(group, index=["general", "now"])
    >>> plot_group_balance(points, lang="en").alt.partition(";")[0]
    "Right now the group's tilt is −0.17 and its level 1.2 of 2"
    """
    places = _places(points)
    figure = _empty(lang, stamp, synthetic=synthetic)
    _draw_quadrants(figure.axes[0], lang)
    _draw_group(figure.axes[0], places, lang)
    figure.alt = _alt(places, lang)
    return figure


def _places(points: pd.DataFrame) -> Floats:
    """Return tilt and level, in general and now, shape (2, 2)."""
    rows = points.index.tolist()
    if sorted(map(str, rows)) != sorted(MOMENTS):
        msg = (
            f"points must have the rows {' and '.join(MOMENTS)} of one group; "
            f"got {len(rows)} rows, {', '.join(map(str, rows[:3]))}."
        )
        raise ValueError(msg)
    missing = [side for side in SIDES if side not in points]
    if missing:
        msg = (
            f"points must have the columns {' and '.join(SIDES)}; "
            f"{', '.join(missing)} is missing."
        )
        raise ValueError(msg)
    table = points.loc[list(MOMENTS), list(SIDES)].to_numpy(dtype=float)
    load, resources = np.round(require_between(table, 0, 1, name="points") / STEP).T
    load, resources = load * STEP, resources * STEP
    return np.column_stack([tilt(load, resources), level(load, resources)])


def _empty(lang: Lang, stamp: Stamp | None, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=5.4,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.8, 1.65, 0.2, 0.55)
    axes.set_xlabel(_word("tilt", lang))
    axes.set_ylabel(_word("level", lang))
    axes.xaxis.set_major_formatter(number_ticks(lang, 2))
    axes.yaxis.set_major_formatter(number_ticks(lang, 1))
    return figure


def _draw_quadrants(axes: Axes, lang: Lang) -> None:
    axes.set(ylim=(0, 2), yticks=[0, 0.5, 1, 1.5, 2])
    axes.axhline(1, color=GREY, lw=1, ls=":", zorder=1)
    axes.axvline(0, color=GREY, lw=1, ls=":", zorder=1)
    corners = (
        ("high_load", 0.015, 0.975, "left", "top"),
        ("high_resources", 0.985, 0.975, "right", "top"),
        ("low_load", 0.015, 0.03, "left", "bottom"),
        ("low_resources", 0.985, 0.03, "right", "bottom"),
    )
    for key, x, y, across, up in corners:
        axes.text(
            x,
            y,
            _word(key, lang),
            transform=axes.transAxes,
            ha=across,
            va=up,
            color=GREY,
            style="italic",
        )


def _draw_group(axes: Axes, places: Floats, lang: Lang) -> None:
    before, now = places
    reach = _reach(places[:, 0])
    steps = np.round(np.arange(-1, 1.1, 0.25), 2)
    axes.set(xlim=(-reach, reach), xticks=steps[np.abs(steps) <= reach])
    axes.quiver(
        *before,
        *(now - before),
        angles="xy",
        scale_units="xy",
        scale=1,
        width=0.006,
        color=GREY,
        zorder=2,
    )
    look: dict[str, Any] = {"s": 130, "edgecolors": BLUE, "linewidths": 2}
    general = axes.scatter(*before, color=PAPER, zorder=3, **look)
    today = axes.scatter(*now, color=BLUE, zorder=4, **look)
    axes.legend(
        handles=[general, today],
        labels=[_word(moment, lang) for moment in MOMENTS],
        loc="upper center",
        bbox_to_anchor=(0.45, -0.17),
        ncols=2,
        frameon=False,
        fontsize=10.5,
    )


def _reach(tilts: Floats) -> float:
    """Return how far the picture goes to either side of the balance point.

    The same for nearly all groups, so that two pictures can be compared by eye.
    """
    farthest = float(np.abs(tilts).max()) + 0.05
    return (USUAL_REACH if farthest <= USUAL_REACH else 1.0) + 0.03


def _alt(places: Floats, lang: Lang) -> str:
    (tilt_before, level_before), (tilt_now, level_now) = places
    return _word(
        "alt",
        lang,
        now=format_number(tilt_now, lang),
        level_now=format_number(level_now, lang, digits=1),
        general=format_number(tilt_before, lang),
        level_general=format_number(level_before, lang, digits=1),
    )

"""The balances of a leader group: where each one stands, now and in general."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes

from lederlib._checks import Floats, require_between, require_whole
from lederlib.catalogue import Stamp
from lederlib.model import level, tilt
from lederlib.plot.drawing.colours import BLUE, GREY, PAPER, RUST, SAND
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
COLUMNS: Final = ("tilt_general", "level_general", "tilt_now", "level_now")
RATED: Final = ("load_now", "resources_now", "load_general", "resources_general")
LEAST_LIMIT: Final = 5
MOST_LIMIT: Final = 10


def plot_group_balance(
    points: pd.DataFrame,
    *,
    min_group: int = 5,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot each leader's tilt and level as an arrow from in general to right now.

    Parameters
    ----------
    points : DataFrame
        One row per leader: load_now, resources_now, load_general and
        resources_general (0 to 1), as `lederlib.answers.balance_points` returns; or,
        with a reference of your own, tilt_now, tilt_general (−1 to 1), level_now and
        level_general (0 to 2). Rows with a missing value are left out.
    min_group : int
        Fewest leaders for whom the figure is drawn, 5 to 10.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the answers were made up; then the figure says so.

    Raises
    ------
    ValueError
        If fewer leaders than `min_group` have answered all of it.

    Examples
    --------
    >>> import pandas as pd
    >>> points = pd.DataFrame({"tilt_general": [0.1] * 5, "level_general": [1.0] * 5,
    ...                        "tilt_now": [-0.2] * 5, "level_now": [1.3] * 5})
    >>> plot_group_balance(points, lang="en").alt[:62]
    'Right now the scale leans towards load for 5 of 5 leaders; in '
    """
    limit = int(
        require_whole(min_group, LEAST_LIMIT, MOST_LIMIT, name="min_group").item()
    )
    values = _values(points, limit)
    figure = _empty(lang, limit, stamp, synthetic=synthetic)
    with house_style():
        _draw_quadrants(figure.axes[0], lang)
        _draw_leaders(figure.axes[0], values, lang)
    figure.alt = _alt(values, lang)
    return figure


def _values(points: pd.DataFrame, limit: int) -> Floats:
    """Return the complete rows, shape (leaders, 4), or say that they are too few."""
    values = _placed(points)[list(COLUMNS)].dropna().to_numpy(dtype=float)
    if len(values) < limit:
        msg = (
            f"points must hold at least {limit} leaders with every answer; "
            f"got {len(values)}."
        )
        raise ValueError(msg)
    require_between(values[:, [0, 2]], -1, 1, name="tilt")
    require_between(values[:, [1, 3]], 0, 2, name="level")
    return values


def _placed(points: pd.DataFrame) -> pd.DataFrame:
    """Return the points with tilt and level, worked out where they are not given."""
    if all(column in points for column in COLUMNS):
        return points
    missing = [column for column in RATED if column not in points]
    if missing:
        msg = (
            f"points must have the columns {', '.join(RATED)}; "
            f"{', '.join(missing)} is missing."
        )
        raise ValueError(msg)
    placed = {}
    for when in ("now", "general"):
        sides = points[f"load_{when}"], points[f"resources_{when}"]
        placed[f"tilt_{when}"], placed[f"level_{when}"] = tilt(*sides), level(*sides)
    return pd.DataFrame(placed, index=points.index)


def _empty(lang: Lang, limit: int, stamp: Stamp | None, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=5.4,
        note=_word("note", lang, limit=limit),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.8, 1.65, 0.2, 0.55)
    with house_style():
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


def _draw_leaders(axes: Axes, values: Floats, lang: Lang) -> None:
    before, now = values[:, :2], values[:, 2:]
    reach = _reach(values[:, [0, 2]])
    steps = np.round(np.arange(-1, 1.1, 0.25), 2)
    axes.set(xlim=(-reach, reach), xticks=steps[np.abs(steps) <= reach])
    axes.quiver(
        *before.T,
        *(now - before).T,
        angles="xy",
        scale_units="xy",
        scale=1,
        width=0.004,
        color=GREY,
        zorder=2,
    )
    look: dict[str, Any] = {"s": 70, "edgecolors": BLUE, "linewidths": 1.5}
    general = axes.scatter(before[:, 0], before[:, 1], color=PAPER, zorder=3, **look)
    today = axes.scatter(now[:, 0], now[:, 1], color=BLUE, zorder=4, **look)
    middle = axes.scatter(
        [np.median(now[:, 0])],
        [np.median(now[:, 1])],
        s=260,
        marker="D",
        color=SAND,
        edgecolors=RUST,
        linewidths=2,
        zorder=2.5,
    )
    axes.legend(
        handles=[general, today, middle],
        labels=[_word(key, lang) for key in ("general", "now", "middle")],
        loc="upper center",
        bbox_to_anchor=(0.45, -0.17),
        ncols=3,
        frameon=False,
        fontsize=10.5,
    )


def _reach(tilts: Floats) -> float:
    """Return how far the picture goes to either side of the balance point.

    The same for nearly all groups, so that two pictures can be compared by eye.
    """
    farthest = float(np.abs(tilts).max()) + 0.05
    return (USUAL_REACH if farthest <= USUAL_REACH else 1.0) + 0.03


def _alt(values: Floats, lang: Lang) -> str:
    before, now = values[:, 0], values[:, 2]
    return _word(
        "alt",
        lang,
        leaning=_count(now < 0),
        before=_count(before < 0),
        leaders=len(values),
        now=format_number(float(np.median(now)), lang),
        general=format_number(float(np.median(before)), lang),
    )


def _count(which: npt.NDArray[np.bool_]) -> int:
    return int(which.sum())

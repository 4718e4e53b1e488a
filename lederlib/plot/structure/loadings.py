"""Which items go with which factor: a stick for every loading, with its sign."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.measure import LinedUp
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PAPER, RUST
from lederlib.plot.drawing.shapes import boxes, one_path
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, join_words, wording

_word = wording("structure.loadings_")

CUSTOM: Final = 0.3
_APART: Final = 2.0
_LOW, _HIGH = -0.8, 1.2
_MIDDLE: Final = (_LOW + _HIGH) / 2
_TICKS: Final = (-0.5, 0.0, 0.5, 1.0)
_THOUGHT: Final[dict[str, Any]] = {
    "color": BLUE,
    "marker": "o",
    "markersize": 7,
    "linestyle": "none",
    "zorder": 5,
}
_ELSEWHERE: Final[dict[str, Any]] = {
    "color": GREY,
    "marker": "o",
    "markersize": 4.5,
    "markerfacecolor": "white",
    "linestyle": "none",
    "zorder": 4,
}
_ASTRAY: Final[dict[str, Any]] = {
    "color": RUST,
    "marker": "s",
    "markersize": 7.5,
    "markeredgecolor": INK,
    "linestyle": "none",
    "zorder": 6,
}
_EMPTY: Final[dict[str, Any]] = {
    "ha": "center",
    "va": "center",
    "size": 10,
    "style": "italic",
    "zorder": 7,
    "bbox": {"facecolor": PAPER, "edgecolor": GREY, "linewidth": 0.8},
}
_HEAD: Final[dict[str, Any]] = {"ha": "center", "va": "bottom", "weight": "bold"}
_USUAL: Final[dict[str, Any]] = {"color": GREY, "linewidth": 0.8, "linestyle": ":"}


@house_style()
def plot_loadings(
    found: LinedUp, *, lang: Lang = "da", synthetic: bool = False
) -> Drawing:
    """Plot how strongly each item goes with each factor.

    ``update(found=…)`` takes as many items and groups, under the same names.

    Parameters
    ----------
    found : LinedUp
        Loadings beside the groups that items were thought to form, a result of
        `lederlib.measure.line_up`; its index and columns are the names shown.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> import pandas as pd
    >>> from lederlib.measure import line_up
    >>> table = pd.DataFrame({"F1": [0.7, 0.6, 0.1], "F2": [0.0, -0.1, 0.8]})
    >>> plot_loadings(line_up(table, ["calm", "calm", "pay"]), lang="en").alt
    '3 of 3 items load highest on the factor that they were thought to belong to.'
    """
    figure = _empty(found, lang, synthetic=synthetic)
    axes = figure.axes[0]
    home = PathPatch(one_path(np.empty((0, 4, 2))), facecolor=PALE, lw=0, zorder=0.5)
    axes.add_patch(home)
    lines = _lines(axes, _groups(found))
    sticks = LineCollection([], colors=GREY, linewidths=1.6, zorder=3)
    axes.add_collection(sticks, autolim=False)
    marks = [axes.plot([], [], **look)[0] for look in (_ELSEWHERE, _THOUGHT, _ASTRAY)]
    nothing = _word("none", lang)
    empty = [_room(axes, place, found) for place in range(_groups(found))]

    def update(*, found: LinedUp) -> str:
        values = found.loadings.to_numpy(dtype=float)
        zeros = np.broadcast_to(_APART * np.arange(values.shape[1]), values.shape)
        rows = np.broadcast_to(np.arange(len(values))[:, None], values.shape)
        own = _table(found, found.thought)
        astray = _table(found, found.highest) & ~own
        home.set_path(one_path(_homes(zeros[own], rows[own])))
        tips = zeros + values
        there = ~np.isnan(values)
        ends = np.stack([zeros, rows, tips, rows], axis=-1)[there]
        sticks.set_segments(list(ends.reshape(-1, 2, 2)))
        for mark, here in zip(marks, (~own & ~astray, own, astray), strict=True):
            mark.set_data(tips[here & there], rows[here & there])
        for text, seen in zip(empty, there.any(axis=0), strict=True):
            text.set_text("" if seen else nothing)
        figure.alt = _alt(found, lang)
        return figure.alt

    update(found=found)
    moving = (home, *lines, sticks, *marks, *empty)
    return figure.with_moving(moving, update)


def _groups(found: LinedUp) -> int:
    return len(found.loadings.columns)


def _table(found: LinedUp, group: Any) -> np.ndarray[Any, np.dtype[np.bool_]]:  # noqa: ANN401
    return np.asarray(group.to_numpy()[:, None] == found.loadings.columns.to_numpy())


def _homes(zeros: Floats, rows: Floats) -> Floats:
    return boxes(zeros + _LOW + 0.05, rows - 0.45, zeros + _HIGH - 0.05, rows + 0.45)


def _lines(axes: Axes, groups: int) -> list[Line2D]:
    """Draw zeros and customary limits; they move not, but lie above what moves."""
    zeros = [_APART * place for place in range(groups)]
    limits = [zero + side for zero in zeros for side in (-CUSTOM, CUSTOM)]
    return [
        *(axes.axvline(zero, color=INK, linewidth=0.9, zorder=1) for zero in zeros),
        *(axes.axvline(limit, **_USUAL, zorder=1) for limit in limits),
    ]


def _room(axes: Axes, place: int, found: LinedUp) -> Text:
    middle, height = _APART * place + _MIDDLE, (len(found.loadings) - 1) / 2
    return axes.text(middle, height, "", **_EMPTY)


def _empty(found: LinedUp, lang: Lang, *, synthetic: bool) -> Drawing:
    items = len(found.loadings)
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=2.75 + 0.27 * items,
        note=_word("note", lang),
        caption=_word("caption", lang),
        synthetic=synthetic,
    )
    names = [str(name) for name in found.loadings.index]
    wide = 0.45 + 0.085 * max(map(len, names))
    axes = place_axes(figure, wide, 1.9, 0.2, 0.85)
    across = [_APART * place for place in range(_groups(found))]
    axes.set(xlim=(_LOW, across[-1] + _HIGH), ylim=(items - 0.4, -0.6))
    axes.set_yticks(range(items), labels=names)
    axes.tick_params(axis="both", length=0, labelsize=9.5)
    axes.spines[["left", "bottom"]].set_visible(False)
    _scales(axes, across, lang)
    for zero, name in zip(across, found.loadings, strict=True):
        axes.text(zero + _MIDDLE, -0.75, str(name), **_HEAD)
    _legend(axes, lang)
    return figure


def _scales(axes: Axes, across: Sequence[float], lang: Lang) -> None:
    """Give each group of items its own zero and ticks."""
    places = [zero + tick for zero in across for tick in _TICKS]
    words = [format_number(tick, lang, digits=1) for tick in _TICKS] * len(across)
    axes.set_xticks(places, labels=words, size=8.5)
    axes.set_xlabel(_word("axis", lang))


def _legend(axes: Axes, lang: Lang) -> None:
    handles: list[Artist] = [
        Patch(facecolor=PALE, label=_word("home", lang)),
        Line2D([], [], **_THOUGHT, label=_word("thought", lang)),
        Line2D([], [], **_ELSEWHERE, label=_word("elsewhere", lang)),
        Line2D([], [], **_ASTRAY, label=_word("astray", lang)),
        Line2D([], [], **_USUAL, label=_word("custom", lang)),
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.45, -0.55 / (0.27 * len(axes.get_yticks()))),
        ncols=2,
        frameon=False,
        fontsize=9,
    )


def _alt(found: LinedUp, lang: Lang) -> str:
    count = {"landed": int(found.landed.sum()), "items": len(found.landed)}
    words = [_word("alt", lang, **count)]
    lost = found.highest[~found.landed].dropna()
    if len(lost):
        where = [f"{item} ({group})" for item, group in lost.items()]
        words.append(_word("alt_astray", lang, names=join_words(where, lang)))
    empty = found.loadings.columns[found.loadings.isna().all()]
    if len(empty):
        names = join_words([str(name) for name in empty], lang)
        words.append(_word("alt_none", lang, names=names))
    return " ".join(words)

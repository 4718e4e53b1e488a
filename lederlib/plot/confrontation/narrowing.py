"""How much each observed number narrowed an answer."""

from typing import Any, Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, GREY, PALE, PAPER
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.scenario import Narrowing
from lederlib.text import Lang, format_share, wording

_word = wording("confront.plot_")
_HIGH: Final = 0.62
_ENDS: Final = ("low", "middle", "high")
_PERCENT: Final = 100
_BEFORE: Final[dict[str, Any]] = {"color": GREY, "marker": "o", "ms": 8, "lw": 3.2}
_AFTER: Final[dict[str, Any]] = {"color": BLUE, "marker": "D", "ms": 8, "lw": 3.2}
#: Behind words, so that no line of the grid runs through them.
_PAPER: Final[dict[str, Any]] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}


@house_style()
def plot_narrowing(found: Narrowing, *, lang: Lang = "da") -> Drawing:
    """Plot an answer before anything was seen, after each number, and after all.

    Parameters
    ----------
    found : Narrowing
        As `lederlib.scenario.narrowing` returns.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.scenario import Scenario, narrowing
    >>> pair = Scenario({"home": 0}), Scenario({"home": 2})
    >>> found = narrowing(*pair, targets=(), draws=2000)
    >>> plot_narrowing(found, lang="en").alt[-33:]
    'No number has weighed the worlds.'
    """
    figure = _empty(found, lang)
    axes = figure.axes[0]
    values = (_PERCENT if found.in_per_cent else 1) * found.table[list(_ENDS)]
    for place, (name, row) in enumerate(values.iterrows()):
        look = _BEFORE if place == 0 else _AFTER
        _draw(axes, place, row.to_numpy(dtype=float), look)
        axes.text(0, place + 0.32, found.title(str(name), lang), **_beside(axes))
        words = _changed(found.table.iloc[place], place, lang)
        axes.text(1, place + 0.32, words, ha="right", **_beside(axes))
    axes.axvline(0, color=GREY, lw=1, ls=":", zorder=1)
    _legend(axes, len(values), lang)
    figure.alt = found.summary(lang)
    return figure


def _empty(found: Narrowing, lang: Lang) -> Drawing:
    rows = len(found.table)
    figure = new_figure(
        _word("narrowing_title", lang),
        lang=lang,
        width=8.2,
        height=2.35 + _HIGH * rows,
        note=_word("narrowing_note", lang),
        stamp=found.stamp,
    )
    axes = place_axes(figure, 0.25, 1.8, 0.25, 0.5)
    axes.set(ylim=(rows, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_locator(MaxNLocator(nbins=8))
    axes.xaxis.set_major_formatter(number_ticks(lang, 0 if found.in_per_cent else 2))
    kind = "points" if found.in_per_cent else "plain"
    axes.set_xlabel(_word(f"narrowing_{kind}", lang, outcome=found.asked(lang)))
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    return figure


def _draw(axes: Axes, place: int, ends: Floats, look: dict[str, Any]) -> None:
    low, middle, high = ends
    height = place + 0.7
    line = {"color": look["color"], "lw": look["lw"], "solid_capstyle": "butt"}
    axes.plot([low, high], [height] * 2, zorder=2, **line)
    mark = {"color": look["color"], "marker": look["marker"], "ms": look["ms"]}
    axes.plot(middle, height, ls="none", zorder=3, **mark)


def _beside(axes: Axes) -> dict[str, Any]:
    """Return the look of words, whose place is a share of the width."""
    return {"transform": axes.get_yaxis_transform(), "va": "center", "bbox": _PAPER}


def _changed(row: pd.Series, place: int, lang: Lang) -> str:
    """Say in how many worlds the answer goes up, and after the first how it changed."""
    up = _word("narrowing_up", lang, share=format_share(row["up"], lang))
    if not place:
        return up
    key = "shorter" if row["narrowed"] >= 0 else "longer"
    share = format_share(abs(row["narrowed"]), lang)
    return f"{up}, {_word(f'narrowing_{key}', lang, share=share)}"


def _legend(axes: Axes, rows: int, lang: Lang) -> None:
    looks = {"before": _BEFORE, "after": _AFTER} if rows > 1 else {"before": _BEFORE}
    axes.legend(
        handles=[Line2D([], [], **look) for look in looks.values()],
        labels=[_word(key, lang) for key in looks],
        loc="upper center",
        bbox_to_anchor=(0.5, -0.55 / (0.05 + _HIGH * rows)),
        ncols=2,
        frameon=False,
        fontsize=10.5,
    )

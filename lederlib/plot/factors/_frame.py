"""The frame of the factor map: names, ticks, limits and legend."""

from typing import Any, Final

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from lederlib.catalogue import FACTOR_KEYS, Stamp, factor, ledger
from lederlib.plot.drawing.colours import (
    BLUE,
    GREY,
    INK,
    LIGHT_MARKERS,
    LIGHTS,
    PALE,
    PAPER,
)
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.plot.factors._rows import places
from lederlib.text import COLOURS, Lang, format_number, label, wording

_word = wording("plot.map_")

COUNTS_END: Final = 1.2


def empty_map(lang: Lang, stamp: Stamp | None, *, synthetic: bool) -> Drawing:
    """Return the map with its names, ticks and legend, and no answers yet."""
    book = ledger()
    cuts = {
        name: format_number(book[name].value, lang)
        for name in ("red_below", "green_from")
    }
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        width=8.2,
        height=8.2,
        note=_word("note", lang, **cuts),
        caption=_word("caption", lang, **cuts),
        stamp=stamp,
        synthetic=synthetic,
    )
    bars = place_axes(figure, 3.35, 1.75, 2.75, 0.85)
    means = place_axes(figure, 6.05, 1.75, 0.65, 0.85)
    with house_style():
        _frame_bars(bars, lang)
        _frame_means(means, lang)
        figure.legend(handles=_legend(lang), **_LEGEND)
    return figure


_LEGEND: Final[dict[str, Any]] = {
    "loc": "lower center",
    "bbox_to_anchor": (0.5, 0.105),
    "ncols": 5,
    "frameon": False,
    "fontsize": 10,
    "columnspacing": 1.3,
    "handletextpad": 0.5,
}


def _frame_bars(axes: Axes, lang: Lang) -> None:
    headings = {key for key, _ in places()} - set(FACTOR_KEYS)
    _frame(axes)
    axes.set(xlim=(0, 1), xticks=[0, 0.5, 1], yticks=[row for _, row in places()])
    axes.xaxis.set_major_formatter(share_ticks(lang))
    axes.set_yticklabels(
        [
            _word(key, lang) if key in headings else factor(key).name.to(lang)
            for key, _ in places()
        ]
    )
    for (key, _), name in zip(places(), axes.get_yticklabels(), strict=True):
        name.set_fontweight("bold" if key in headings else "normal")
    axes.set_title(_word("shares", lang), size=11, loc="left")


def _frame_means(axes: Axes, lang: Lang) -> None:
    _frame(axes)
    axes.set(xlim=(-0.03, 1.03), xticks=[0, 0.5, 1], yticks=[])
    axes.xaxis.set_major_formatter(number_ticks(lang, 1))
    for name in ("red_below", "green_from"):
        axes.axvline(ledger()[name].value, color=GREY, lw=1, ls=":", zorder=1)
    axes.set_title(_word("mean", lang), size=11, loc="left")
    axes.text(COUNTS_END, -0.82, "n", size=11, ha="right")


def _frame(axes: Axes) -> None:
    axes.set_ylim(len(places()) - 0.5, -0.5)
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
    axes.set_axisbelow(True)
    axes.grid(axis="x", color=PALE, linewidth=0.8)


def _legend(lang: Lang) -> list[Artist]:
    handles: list[Artist] = [
        Line2D(
            [],
            [],
            marker=LIGHT_MARKERS[name],
            color=LIGHTS[name],
            mec=INK,
            ms=10,
            ls="none",
            label=label(f"common.{name}", lang),
        )
        for name in COLOURS
    ]
    handles.append(Patch(**POOLED, label=_word("pooled", lang)))
    handles.append(
        Line2D([], [], color=BLUE, marker="o", ms=8, lw=3, label=_word("dot", lang))
    )
    return handles


POOLED: Final[dict[str, Any]] = {
    "facecolor": PAPER,
    "edgecolor": GREY,
    "hatch": "////",
    "linewidth": 1,
}

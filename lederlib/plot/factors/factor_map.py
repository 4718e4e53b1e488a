"""The 15 factors as a map: who answered what, and where the group stands."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.catalogue import FACTOR_KEYS, Stamp, factor, ledger
from lederlib.plot.drawing.colours import (
    BLUE,
    GREY,
    INK,
    LIGHT_MARKERS,
    LIGHTS,
    PALE,
    PAPER,
    TEXT_ON,
)
from lederlib.plot.drawing.shapes import boxes, one_path, outline
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.plot.factors.factor_rows import FactorRows, factor_rows, places
from lederlib.text import COLOURS, Lang, format_number, join_words, label, wording

COUNTS_END: Final = 1.2
_word = wording("factors.map_")
THICK: Final = 0.72
LEAST_MARKED: Final = 0.09
LOWEST: Final = 3
REASONS: Final = ("few", "protect", "unanimous", "absent")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    bars: tuple[PathPatch, ...]
    pooled: PathPatch
    symbols: tuple[PathCollection, ...]
    spread: LineCollection
    means: Line2D
    counts: PathCollection
    words: tuple[Text, ...]


@house_style()
def plot_factor_map(
    profile: pd.DataFrame,
    *,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot the shares of red, yellow and green, and the mean, of the 15 factors.

    ``update(profile=…)`` moves the rows.

    Parameters
    ----------
    profile : DataFrame
        One group's profile, as `lederlib.answers.profile` returns: factors as index,
        columns mean, spread, red, yellow, green, n and hidden.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the answers were made up; then the figure says so.

    Examples
    --------
    >>> import pandas as pd
    >>> one = {"mean": 0.4, "spread": 0.2, "red": 0.5, "yellow": 0.2, "green": 0.3,
    ...        "n": 20, "hidden": ""}
    >>> profile = pd.DataFrame([one], index=pd.Index(["values"], name="factor"))
    >>> plot_factor_map(profile, lang="en").alt
    'Lowest: Values 0.40. Highest: Values 0.40. The map shows 1 of 15 factors.'
    """
    figure = empty_map(lang, stamp, synthetic=synthetic)
    artists = _artists(figure)

    def update(*, profile: pd.DataFrame) -> str:
        rows = factor_rows(profile)
        _move_bars(artists, rows)
        _move_means(artists, rows)
        _write(artists, rows, lang)
        figure.alt = _alt(rows, lang)
        return figure.alt

    update(profile=profile)
    return figure.with_moving(_moving(artists), update)


def _artists(figure: Drawing) -> _Artists:
    bars, means = figure.axes
    spread = LineCollection([], colors=BLUE, linewidths=3, zorder=3)
    means.add_collection(spread, autolim=False)
    (dots,) = means.plot([], [], "o", color=BLUE, ms=8, mec=PAPER, zorder=4)
    return _Artists(
        bars=tuple(_bar(bars, facecolor=LIGHTS[name], lw=0) for name in COLOURS),
        pooled=_bar(bars, **POOLED),
        symbols=tuple(_symbols(bars, name) for name in COLOURS),
        spread=spread,
        means=dots,
        counts=means.scatter([], [], s=1, color=INK, lw=0, clip_on=False),
        words=tuple(_text(bars, row) for row in _heights()),
    )


def _heights() -> list[float]:
    return [row for key, row in places() if key in FACTOR_KEYS]


def _bar(axes: Axes, **look: Any) -> PathPatch:  # noqa: ANN401
    bar = PathPatch(one_path(np.empty((0, 4, 2))), zorder=2, **look)
    axes.add_patch(bar)
    return bar


def _symbols(axes: Axes, name: str) -> PathCollection:
    colour = TEXT_ON[LIGHTS[name]]
    return axes.scatter(
        [], [], s=32, marker=LIGHT_MARKERS[name], color=colour, zorder=3
    )


def _text(axes: Axes, row: float) -> Text:
    return axes.text(0.02, row, "", size=10.5, va="center", zorder=5)


def _moving(artists: _Artists) -> tuple[Artist, ...]:
    return (
        *artists.bars,
        artists.pooled,
        *artists.symbols,
        *artists.words,
        artists.spread,
        artists.means,
        artists.counts,
    )


def _move_bars(artists: _Artists, rows: FactorRows) -> None:
    red, yellow, green = rows.shares.T
    sides = ((np.zeros_like(red), red), (red, red + yellow), (1 - green, np.ones(15)))
    for place, (left, right) in enumerate(sides):
        share = rows.shares[:, place]
        seen, marked = share > 0, share >= LEAST_MARKED
        path = _bars(left[seen], right[seen], rows.place[seen])
        artists.bars[place].set_path(path)
        middle = np.column_stack([(left + right) / 2, rows.place])[marked]
        artists.symbols[place].set_offsets(middle)
    two = rows.pooled
    left, right = np.nan_to_num(red[two]), 1 - np.nan_to_num(green[two])
    artists.pooled.set_path(_bars(left, right, rows.place[two]))


def _bars(left: Floats, right: Floats, row: Floats) -> Path:
    return one_path(boxes(left, row - THICK / 2, right, row + THICK / 2))


def _move_means(artists: _Artists, rows: FactorRows) -> None:
    spans = np.array([[rows.low, rows.place], [rows.high, rows.place]])
    shown = ~np.isnan(rows.low)
    artists.spread.set_segments(list(spans.transpose(2, 0, 1)[shown]))
    artists.means.set_data(rows.mean, rows.place)


def _write(artists: _Artists, rows: FactorRows, lang: Lang) -> None:
    counted = rows.told & (rows.n > 0)
    places = np.column_stack([np.full(15, COUNTS_END), rows.place])[counted]
    artists.counts.set_offsets(places)
    artists.counts.set_paths(
        [outline(format_number(n, lang, digits=0), anchor=1) for n in rows.n[counted]]
    )
    for place, words in enumerate(artists.words):
        words.set_text(_row_words(rows, place, lang))
        words.set_bbox(_ON_HATCH if rows.pooled[place] else None)


_ON_HATCH: Final[dict[str, Any]] = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}


def _row_words(rows: FactorRows, place: int, lang: Lang) -> str:
    if rows.pooled[place]:
        names = [
            label(f"common.{name}", lang)
            for name, share in zip(COLOURS, rows.shares[place], strict=True)
            if np.isnan(share)
        ]
        return _word("either", lang, first=names[0], second=names[1])
    if not np.isnan(rows.shares[place]).any():
        return ""
    reason = rows.hidden[place]
    return _word(f"hidden_{reason if reason in REASONS else 'protect'}", lang)


def _alt(rows: FactorRows, lang: Lang) -> str:
    shown = np.flatnonzero(~np.isnan(rows.mean))
    if not shown.size:
        return _word("alt_hidden", lang)
    order = shown[np.argsort(rows.mean[shown], kind="stable")]
    names = [factor(rows.keys[place]).name.to(lang) for place in order]
    means = [format_number(rows.mean[place], lang) for place in order]
    named = [f"{name} {mean}" for name, mean in zip(names, means, strict=True)]
    return _word(
        "alt",
        lang,
        lowest=join_words(named[:LOWEST], lang),
        highest=named[-1],
        shown=int(rows.told.sum()),
    )


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

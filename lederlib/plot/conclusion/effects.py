"""Bars of Sobol' effects: which numbers an answer rests on."""

from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, PathPatch
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.catalogue import class_of_size
from lederlib.plot.conclusion.provenance import CLASSES
from lederlib.plot.drawing.colours import (
    INK,
    PALE,
    PROVENANCE_COLOURS,
    PROVENANCE_HATCHES,
)
from lederlib.plot.drawing.shapes import boxes, one_path
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.scenario import Sensitivity
from lederlib.text import Lang, format_number, format_range, label

MOST_ROWS: Final = 6
#: Below this a bar cannot be seen.
LEAST_SHOWN: Final = 0.005


@house_style()
def plot_effects(found: Sensitivity, *, lang: Lang = "da") -> Drawing:
    """Plot how much of an outcome's variance its most important quantities account for.

    The variance is the prior's: before the model is held against anything.

    ``update(found=…)`` moves the bars.

    Parameters
    ----------
    found : Sensitivity
        As `lederlib.scenario.sensitivity` returns; its six greatest are drawn.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.scenario import sensitivity
    >>> found = sensitivity(lambda a, b: 3 * a + b, {"a": (0, 1), "b": (0, 1)})
    >>> plot_effects(found, lang="en").alt[:52]
    'The uncertainty about the result comes mostly from “'
    """
    figure = _empty(found, lang)
    axes = figure.axes[0]
    bars = {key: _bar(axes, key) for key in CLASSES}
    alone, lines = _solid(axes, 4), _solid(axes, 5)
    names = tuple(_name(axes, place) for place in range(MOST_ROWS))

    def update(*, found: Sensitivity) -> str:
        rows = found.table[found.table["total"] >= LEAST_SHOWN].head(MOST_ROWS)
        sizes = rows["provenance"].map(class_of_size)
        for key, bar in bars.items():
            bar.set_path(one_path(_bars(rows, "total", sizes == key)))
        every = pd.Series(data=True, index=rows.index)
        alone.set_path(one_path(_bars(rows, "first", every, deep=0.1)))
        lines.set_path(one_path(_intervals(rows)))
        for place, text in enumerate(names):
            there = place < len(rows)
            text.set_text(_words(rows.iloc[place], found, lang) if there else "")
        figure.alt = found.summary(lang)
        return figure.alt

    update(found=found)
    return figure.with_moving((*bars.values(), alone, lines, *names), update)


def _empty(found: Sensitivity, lang: Lang) -> Drawing:
    figure = new_figure(
        label("conclusion.effects_title", lang),
        lang=lang,
        height=5.8,
        note=label("conclusion.effects_note", lang),
        stamp=found.stamp,
    )
    axes = place_axes(figure, 0.25, 1.95, 0.25, 0.5)
    axes.set(xlim=(0, 1.02), ylim=(MOST_ROWS - 0.35, -0.55), yticks=[])
    axes.set_xlabel(label("conclusion.effects_axis", lang))
    axes.set_xticks(np.linspace(0, 1, 6))
    axes.xaxis.set_major_formatter(number_ticks(lang, 1))
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines["left"].set_visible(False)
    axes.legend(handles=_legend(lang), **_LEGEND)
    return figure


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper left",
    "bbox_to_anchor": (-0.01, -0.17),
    "ncols": 5,
    "frameon": False,
    "fontsize": 10,
    "handlelength": 1.6,
    "columnspacing": 1.0,
    "handletextpad": 0.4,
    "borderaxespad": 0,
}


def _legend(lang: Lang) -> list[Patch]:
    classes = [
        Patch(
            facecolor=PROVENANCE_COLOURS[key],
            edgecolor=INK,
            hatch=2 * PROVENANCE_HATCHES[key],
            label=label(f"catalogue.{key}", lang),
        )
        for key in CLASSES
    ]
    alone = Patch(facecolor=INK, label=label("conclusion.effects_alone", lang))
    return [*classes, alone]


def _bar(axes: Axes, key: str) -> PathPatch:
    bar = PathPatch(
        one_path(np.empty((0, 4, 2))),
        facecolor=PROVENANCE_COLOURS[key],
        edgecolor=INK,
        hatch=PROVENANCE_HATCHES[key],
        linewidth=0.8,
        zorder=3,
    )
    axes.add_patch(bar)
    return bar


def _solid(axes: Axes, zorder: float) -> PathPatch:
    patch = PathPatch(
        one_path(np.empty((0, 4, 2))), facecolor=INK, linewidth=0, zorder=zorder
    )
    axes.add_patch(patch)
    return patch


def _name(axes: Axes, place: int) -> Text:
    return axes.text(0.004, place - 0.06, "", size=10.5, va="bottom", zorder=6)


def _bars(
    rows: pd.DataFrame,
    column: str,
    which: pd.Series,
    *,
    deep: float = 0.3,
) -> Floats:
    places = np.flatnonzero(which)
    values = np.clip(rows[column].to_numpy(dtype=float)[places], 0, 1)
    return boxes(0, places, values, places + deep)


def _intervals(rows: pd.DataFrame) -> Floats:
    places = np.arange(len(rows))
    ends = [np.clip(rows[f"total_{end}"], 0, 1.02) for end in ("low", "high")]
    return boxes(ends[0], places + 0.19, ends[1], places + 0.23)


def _words(row: pd.Series, found: Sensitivity, lang: Lang) -> str:
    return label(
        "conclusion.effects_row",
        lang,
        title=found.titles[row["quantity"]].to(lang),
        share=format_number(row["total"], lang),
        range=format_range(row["total_low"], row["total_high"], lang),
    )

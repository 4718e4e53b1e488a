"""What a result rests on: one strip, shared out by the provenance of its numbers."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Patch
from matplotlib.text import Text

from lederlib._checks import Floats, require_between, require_known
from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import INK, PROVENANCE_COLOURS, PROVENANCE_HATCHES
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.scenario.inputs import require_prior
from lederlib.text import Lang, format_share, join_words, label

CLASSES: Final = ("seed", "published", "own", "structure", "assumption")
KEYS: Final = ("class", "provenance", "name")
LEAST_WRITTEN: Final = 0.06
LEAST_NAMED: Final = 0.005
_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper left",
    "bbox_to_anchor": (-0.01, -0.42),
    "ncols": len(CLASSES),
    "frameon": False,
    "fontsize": 10,
    "handlelength": 1.8,
    "columnspacing": 1.1,
    "handletextpad": 0.4,
    "borderaxespad": 0,
    "borderpad": 0,
}
Shares = Mapping[str, float] | pd.Series | pd.DataFrame


@house_style()
def plot_provenance(
    shares: Shares,
    *,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot how much of a result's uncertainty each class of numbers accounts for.

    The uncertainty is the prior's: before the model is held against anything.

    ``update(shares=…)`` moves the strip.

    Parameters
    ----------
    shares : mapping, Series or DataFrame
        Share by provenance class, as `lederlib.scenario.provenance_share` returns; a
        DataFrame has a column `share` and the classes as index or in a column.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the figure rests on made-up data.

    Raises
    ------
    ValueError
        If a class is unknown, a share lies outside 0 to 1, or worlds that were held
        against what was observed are given: they know no shares.

    Examples
    --------
    >>> plot_provenance({"seed": 0.3, "assumption": 0.7}, lang="en").alt
    'Before the model is held against anything, the uncertainty of the result rests \
on: assumption 70% and magazine 30%.'
    """
    figure = new_figure(
        label("conclusion.provenance_title", lang),
        lang=lang,
        height=2.6,
        note=label("conclusion.provenance_note", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.15, 1.4, 0.15, 0.5)
    axes.set(xlim=(0, 1), ylim=(0, 1))
    axes.set_axis_off()
    strips = tuple(_strip(axes, key) for key in CLASSES)
    words = tuple(_share_text(axes) for _ in CLASSES)
    axes.legend(handles=_legend(lang), **_LEGEND)

    def update(*, shares: Shares) -> str:
        by_class = _by_class(shares)
        edges = np.append(0.0, np.cumsum(by_class))
        for place, strip in enumerate(strips):
            left, right = edges[place], edges[place + 1]
            strip.set_verts([_box(left, right)] if right > left else [])
            wide = right - left >= LEAST_WRITTEN
            words[place].set_text(format_share(right - left, lang) if wide else "")
            words[place].set_x((left + right) / 2)
        figure.alt = _alt(by_class, lang)
        return figure.alt

    update(shares=shares)
    return figure.with_moving((*strips, *words), update)


def _strip(axes: Axes, key: str) -> PolyCollection:
    strip = PolyCollection(
        [],
        facecolors=PROVENANCE_COLOURS[key],
        edgecolors=INK,
        hatch=PROVENANCE_HATCHES[key],
        linewidths=1,
        zorder=3,
    )
    axes.add_collection(strip, autolim=False)
    return strip


def _share_text(axes: Axes) -> Text:
    return axes.text(0, -0.08, "", size=11, ha="center", va="top", zorder=4)


def _legend(lang: Lang) -> list[Patch]:
    return [
        Patch(
            facecolor=PROVENANCE_COLOURS[key],
            edgecolor=INK,
            hatch=2 * PROVENANCE_HATCHES[key],
            label=label(f"catalogue.{key}", lang),
        )
        for key in CLASSES
    ]


def _box(left: float, right: float) -> list[tuple[float, float]]:
    return [(left, 0), (right, 0), (right, 1), (left, 1)]


def _by_class(shares: Shares) -> Floats:
    found = _as_series(shares)
    for key in found.index:
        require_known(str(key), CLASSES, name="provenance class")
    values = found.reindex(list(CLASSES)).fillna(0.0)
    # An estimated share may fall a hair below zero; the strip cannot show that.
    return np.clip(require_between(values, -0.05, 1.05, name="share"), 0, 1)


def _as_series(shares: Shares) -> pd.Series:
    require_prior(shares)
    if not isinstance(shares, pd.DataFrame):
        return pd.Series(dict(shares), dtype=float)
    column = next((name for name in KEYS if name in shares), None)
    table = shares if column is None else shares.set_index(column)
    if "share" not in table:
        found = ", ".join(str(name) for name in shares.columns)
        msg = f"shares must have a column named share; got {found}."
        raise ValueError(msg)
    return table["share"]


def _alt(by_class: Floats, lang: Lang) -> str:
    order = [place for place in np.argsort(-by_class) if by_class[place] >= LEAST_NAMED]
    words = [
        f"{label(f'catalogue.{CLASSES[place]}', lang)} "
        f"{format_share(by_class[place], lang)}"
        for place in order
    ]
    if not words:
        return label("conclusion.provenance_none", lang)
    return label("conclusion.provenance_alt", lang, words=join_words(words, lang))

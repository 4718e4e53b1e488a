"""A measurement model as it was fitted: factors, items and the arrows between them."""

from collections.abc import Mapping
from textwrap import fill, shorten
from typing import Any, Final

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Ellipse, FancyArrowPatch, Rectangle

from lederlib.measure import Cfa
from lederlib.plot.drawing.colours import GREY, INK, PALE, PAPER
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, join_words, wording

_word = wording("structure.path_")

#: Inches: the height of a row, the figure's width, and where things stand across it.
_ROW: Final = 0.33
_WIDE: Final = 7.0
_FACTOR, _ITEM, _END = 1.6, 3.3, 6.85
_ELLIPSE: Final = (1.5, 0.8)
_BULGE: Final = 0.32
#: With more factors than these their correlations stand in the table alone.
_MOST_CURVES: Final = 4
_LONGEST: Final = 54
_TEXT: Final[dict[str, Any]] = {"va": "center", "color": INK, "zorder": 4}
_PAPER: Final[dict[str, Any]] = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.8}
_ARROW: Final[dict[str, Any]] = {
    "arrowstyle": "-|>",
    "mutation_scale": 8,
    "color": GREY,
    "linewidth": 1.0,
    "shrinkA": 0,
    "shrinkB": 0,
    "zorder": 1,
}


@house_style()
def plot_path(
    fit: Cfa,
    names: Mapping[str, str] | None = None,
    *,
    lang: Lang = "da",
    synthetic: bool = False,
) -> Drawing:
    """Plot a measurement model: standardised loadings, and correlations of factors.

    Nothing in it moves.

    Parameters
    ----------
    fit : Cfa
        A fit of one group, in which items load on factors.
    names : mapping of str to str, optional
        What factors and items are called in words; their own names unless told.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> import numpy as np
    >>> from lederlib.measure import cfa
    >>> rng = np.random.default_rng(0)
    >>> seen = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    >>> fit = cfa("calm =~ a + b + c + d", pd.DataFrame(seen, columns=list("abcd")))
    >>> plot_path(fit, lang="en").alt[:34]
    'One factor behind 4 items. The sta'
    """
    rows = fit.estimates
    loadings = rows[rows["op"] == "=~"]
    factors = list(dict.fromkeys(loadings["lhs"]))
    words = dict(names or {})
    pairs = rows[(rows["op"] == "~~") & (rows["lhs"] != rows["rhs"])]
    pairs = pairs[pairs["lhs"].isin(factors) & pairs["rhs"].isin(factors)]
    curved = len(factors) <= _MOST_CURVES
    height = 0.95 + _ROW * (len(loadings) + 0.4 * len(factors))
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        width=_WIDE,
        height=height,
        caption=_word("caption" if curved else "caption_many", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0, 0.28, 0, 0.47)
    axes.set_axis_off()
    inside = height - 0.75
    axes.set(xlim=(0, _WIDE), ylim=(inside, 0))
    middles = _factors(axes, loadings, words, lang)
    if curved:
        _curves(axes, pairs, middles, lang)
    figure.alt = _alt(loadings, pairs, words, lang)
    return figure


def _factors(
    axes: Axes, loadings: pd.DataFrame, words: Mapping[str, str], lang: Lang
) -> dict[str, float]:
    """Draw each factor with its items, and return how far down it stands."""
    middles, top = {}, 0.1
    for factor in dict.fromkeys(loadings["lhs"]):
        own = loadings[loadings["lhs"] == factor]
        middle = top + _ROW * len(own) / 2
        middles[str(factor)] = middle
        high = min(_ELLIPSE[1], _ROW * len(own) * 0.9)
        axes.add_patch(
            Ellipse(
                (_FACTOR, middle),
                _ELLIPSE[0],
                high,
                facecolor=PALE,
                edgecolor=INK,
                zorder=3,
            )
        )
        name = shorten(words.get(str(factor), str(factor)), 40, placeholder="…")
        name = fill(name, 20, break_long_words=False)
        axes.text(_FACTOR, middle, name, ha="center", size=8, **_TEXT)
        for place, line in enumerate(own.to_dict("records")):
            ends = middle, top + _ROW * (place + 0.5)
            _item(axes, line, ends, words, lang)
        top += _ROW * (len(own) + 0.4)
    return middles


def _item(
    axes: Axes,
    line: Mapping[Any, Any],
    ends: tuple[float, float],
    words: Mapping[str, str],
    lang: Lang,
) -> None:
    """Draw an item's box, its arrow, and its loading beside the arrow's head.

    The arrow goes from the first of the `ends` down the figure to the second.
    """
    middle, down = ends
    size = _END - _ITEM, _ROW * 0.78
    axes.add_patch(
        Rectangle(
            (_ITEM, down - size[1] / 2),
            *size,
            facecolor=PAPER,
            edgecolor=GREY,
            zorder=2,
        )
    )
    name = words.get(str(line["rhs"]), str(line["rhs"]))
    shown = shorten(name, _LONGEST, placeholder="…")
    axes.text(_ITEM + 0.08, down, shown, size=7.5, **_TEXT)
    start = (_FACTOR + _ELLIPSE[0] / 2, middle)
    axes.add_patch(FancyArrowPatch(start, (_ITEM, down), **_ARROW))
    loading = format_number(line["std"], lang)
    axes.text(_ITEM - 0.14, down, loading, ha="right", size=8, bbox=_PAPER, **_TEXT)


def _curves(
    axes: Axes, pairs: pd.DataFrame, middles: Mapping[str, float], lang: Lang
) -> None:
    """Draw a curve between each two factors, with their correlation at its bend."""
    order = list(middles)
    left = _FACTOR - _ELLIPSE[0] / 2
    for line in pairs.to_dict("records"):
        one, other = sorted((str(line["lhs"]), str(line["rhs"])), key=order.index)
        apart = order.index(other) - order.index(one)
        ends = [(left, middles[one] + 0.05), (left, middles[other] - 0.05)]
        bend = 2 * _BULGE * apart / (ends[1][1] - ends[0][1])
        axes.add_patch(
            FancyArrowPatch(
                *ends,
                **_ARROW | {"arrowstyle": "<|-|>"},
                connectionstyle=f"arc3,rad={bend}",
            )
        )
        across = left - _BULGE * apart
        down = (ends[0][1] + ends[1][1]) / 2
        text = format_number(line["std"], lang)
        axes.text(across, down, text, ha="center", size=8, bbox=_PAPER, **_TEXT)


def _alt(
    loadings: pd.DataFrame, pairs: pd.DataFrame, words: Mapping[str, str], lang: Lang
) -> str:
    factors = loadings["lhs"].nunique()
    lowest = loadings.iloc[int(loadings["std"].argmin())]
    told = [
        _word(
            "alt_one" if factors == 1 else "alt",
            lang,
            factors=factors,
            items=len(loadings),
            low=format_number(float(loadings["std"].min()), lang),
            high=format_number(float(loadings["std"].max()), lang),
            lowest=words.get(str(lowest["rhs"]), str(lowest["rhs"])).rstrip("."),
        )
    ]
    named = [
        f"{words.get(str(line['lhs']), line['lhs'])} – "
        f"{words.get(str(line['rhs']), line['rhs'])} {format_number(line['std'], lang)}"
        for line in pairs.to_dict("records")
    ]
    if named and factors <= _MOST_CURVES:
        told.append(_word("alt_pairs", lang, pairs=join_words(named, lang)))
    return " ".join(told)

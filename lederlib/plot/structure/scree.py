"""Eigenvalues of the answers against those of chance."""

from typing import Any, Final

from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from lederlib.measure import ParallelAnalysis
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, SAND
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, join_words, wording

_word = wording("structure.scree_")

_OBSERVED: Final[dict[str, Any]] = {
    "color": BLUE,
    "marker": "o",
    "markersize": 6,
    "markerfacecolor": "white",
    "zorder": 4,
}
_KEPT: Final[dict[str, Any]] = {
    "color": BLUE,
    "marker": "o",
    "markersize": 8,
    "markeredgecolor": INK,
    "linestyle": "none",
    "zorder": 5,
}
_CHANCE: Final[dict[str, Any]] = {
    "color": GREY,
    "linestyle": "--",
    "marker": "_",
    "zorder": 3,
}


@house_style()
def plot_scree(
    found: ParallelAnalysis,
    *,
    lang: Lang = "da",
    synthetic: bool = False,
    top: float | None = None,
) -> Drawing:
    """Plot the eigenvalues of the answers and those that chance would give.

    ``update(found=…)`` moves the curves.

    Parameters
    ----------
    found : ParallelAnalysis
        A result of `lederlib.measure.parallel_analysis`.
    top : float, optional
        Where the axis ends; what lies above is told in numbers.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> import numpy as np
    >>> from lederlib.measure import parallel_analysis
    >>> rng = np.random.default_rng(0)
    >>> answers = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    >>> plot_scree(parallel_analysis(answers), lang="en").alt[-39:]
    ' Parallel analysis suggests one factor.'
    """
    figure = _empty(found, lang, synthetic=synthetic, top=top)
    axes = figure.axes[0]
    chance = axes.plot([], [], **_CHANCE)[0]
    observed = axes.plot([], [], **_OBSERVED)[0]
    kept = axes.plot([], [], **_KEPT)[0]
    high = axes.get_ylim()[1]
    above_axis = axes.text(2, high, "", color=BLUE, va="top")

    def update(*, found: ParallelAnalysis) -> str:
        table = found.table
        places = table.index.to_numpy(dtype=float)
        above = table["kept"].to_numpy(dtype=bool)
        observed.set_data(places, table["observed"])
        chance.set_data(places, table["random_high"])
        kept.set_data(places[above], table["observed"][above])
        first = float(table["observed"].iloc[0])
        beyond = f"↑ {format_number(first, lang, digits=1)}" if first > high else ""
        above_axis.set_text(beyond)
        figure.alt = _alt(found, lang)
        return figure.alt

    update(found=found)
    moving = (chance, observed, kept, above_axis)
    return figure.with_moving(moving, update)


def _empty(
    found: ParallelAnalysis, lang: Lang, *, synthetic: bool, top: float | None
) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.6,
        note=_word("note", lang),
        caption=_word("caption", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.8, 1.2, 0.25, 0.6)
    most = len(found.table)
    low, high = _ends(found, top)
    step = 1 if most <= 15 else 5  # noqa: PLR2004 - numbers would run together
    ticks = [1, *range(5, most + 1, 5)] if step > 1 else range(1, most + 1)
    axes.set(xlim=(0.5, most + 0.5), ylim=(low, high), xticks=ticks)
    axes.set_xlabel(_word("axis", lang))
    axes.set_ylabel(_word("value", lang))
    axes.yaxis.set_major_formatter(number_ticks(lang, 1))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    if found.kind == "components":
        axes.axhline(1, color=SAND, linewidth=1, zorder=1)
    axes.set_axisbelow(True)
    quantile = format_number(100 * found.quantile, lang, digits=0)
    handles: list[Artist] = [
        Line2D([], [], **_OBSERVED, label=_word("observed", lang)),
        Line2D([], [], **_KEPT, label=_word("kept", lang)),
        Line2D([], [], **_CHANCE, label=_word("chance", lang, quantile=quantile)),
    ]
    axes.legend(handles=handles, loc="upper right", frameon=False, fontsize=10)
    return figure


def _ends(found: ParallelAnalysis, top: float | None) -> tuple[float, float]:
    """Return where the axis of eigenvalues ends; reduced ones fall below nought."""
    shown = found.table[["observed", "random_high"]].to_numpy()
    low = min(0.0, 1.6 * float(shown.min()))
    return low, max(1.15 * float(shown.max()), 1.0) if top is None else top


def _alt(found: ParallelAnalysis, lang: Lang) -> str:
    first = [format_number(value, lang) for value in found.table["observed"][:3]]
    return _word(
        "alt_one" if found.suggested == 1 else "alt",
        lang,
        first=join_words(first, lang),
        chance=format_number(float(found.table["random_high"].iloc[0]), lang),
        suggested=found.suggested,
    )

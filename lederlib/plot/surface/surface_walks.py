"""What a1 to a5 say, each as a walk over the surface, with its interval."""

from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from lederlib.plot.drawing.colours import BLUE, GREY, PALE, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.scenario import BalanceSurface
from lederlib.text import Lang, format_number, format_range, wording

_word = wording("surface.walks_")

_ROWS: Final = (
    ("a1", BLUE, "o"),
    ("a2", BLUE, "s"),
    ("a3", RUST, "o"),
    ("a4", RUST, "s"),
    ("a5", GREY, "D"),
)
_END: Final = 4.0
_BAR: Final[dict[str, Any]] = {
    "linewidth": 12,
    "alpha": 0.35,
    "solid_capstyle": "butt",
    "zorder": 3,
}


@house_style()
def plot_surface_walks(found: BalanceSurface, *, lang: Lang = "da") -> Drawing:
    """Plot a1 to a5 of a surface with their intervals, one row each.

    ``update(found=…)`` moves it.

    Parameters
    ----------
    found : BalanceSurface
        From `lederlib.scenario.balance_surface`.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.scenario import balance_surface, leader_table
    >>> plot_surface_walks(balance_surface(leader_table()), lang="en").alt[:28]
    'a1: 0.49 (0.38 to 0.60); a2:'
    """
    figure = _empty(lang)
    axes = figure.axes[0]
    bars = [axes.plot([], [], color=colour, **_BAR)[0] for _, colour, _ in _ROWS]
    dots = [
        axes.plot([], [], color=colour, marker=marker, markersize=6, zorder=4)[0]
        for _, colour, marker in _ROWS
    ]

    def update(*, found: BalanceSurface) -> str:
        rows = found.walks[["low", "est", "high"]].to_numpy()
        for place, (low, middle, high) in enumerate(rows):
            ends = np.clip([low, high], -_END, _END)
            bars[place].set_data(ends, [-place] * 2)
            dots[place].set_data([middle], [-place])
            dots[place].set_visible(abs(middle) <= _END)
        figure.alt = _alt(found, lang)
        return figure.alt

    update(found=found)
    return figure.with_moving((*bars, *dots), update)


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.9,
        note=_word("note", lang),
        caption=_word("caption", lang),
        synthetic=True,
    )
    names = [_word(key, lang) for key, _, _ in _ROWS]
    axes = place_axes(figure, 2.85, 1.65, 0.3, 0.6)
    axes.set(xlim=(-_END, _END), ylim=(0.6 - len(_ROWS), 0.6))
    axes.set_yticks([-place for place in range(len(_ROWS))], labels=names)
    axes.tick_params(axis="y", length=0, labelsize=10)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(_word("axis", lang))
    axes.xaxis.set_major_formatter(number_ticks(lang, 0))
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.axvline(0, color=GREY, linewidth=1)
    axes.set_axisbelow(True)
    bar: list[Artist] = [Line2D([], [], color=BLUE, **_BAR, label=_word("bar", lang))]
    axes.legend(
        handles=bar,
        loc="upper center",
        bbox_to_anchor=(0.3, -0.21),
        frameon=False,
        fontsize=9.5,
    )
    return figure


def _alt(found: BalanceSurface, lang: Lang) -> str:
    rows = found.walks[["est", "low", "high"]].to_numpy(dtype=float)
    told = "; ".join(
        f"{figure}: {format_number(float(est), lang)} "
        f"({format_range(float(low), float(high), lang)})"
        for figure, (est, low, high) in zip(found.walks.index, rows, strict=True)
    )
    return _word("alt", lang, told=told)

"""What many groups of the same size would find where alpha is the same for all."""

from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from lederlib._checks import Floats
from lederlib.measure import draw_alphas, feldt_interval, usual_alphas
from lederlib.plot.drawing.colours import GREY, INK, PALE, RUST, SKY
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, wording

_word = wording("reliability.")

GROUPS: Final = 40
CUSTOM: Final = 0.7
_LOWEST: Final = -0.25
_FEWEST, _MOST = 8, 2500
_PEOPLE: Final = np.geomspace(_FEWEST, _MOST, 60).round()
_TICKS: Final = (8, 15, 30, 60, 120, 250, 500, 1000, 2000)
_TRUE: Final[dict[str, Any]] = {"color": INK, "linewidth": 2, "zorder": 4}
_DOTS: Final[dict[str, Any]] = {
    "color": RUST,
    "marker": "o",
    "markersize": 5,
    "markeredgecolor": "white",
    "markeredgewidth": 0.5,
    "linestyle": "none",
    "zorder": 6,
}
_CUSTOM: Final[dict[str, Any]] = {
    "color": GREY,
    "linewidth": 1.2,
    "linestyle": "--",
    "zorder": 0.9,
}


@house_style()
def plot_alphas(
    value: float,
    *,
    people: int,
    items: int,
    rng: int | np.random.Generator = 0,
    lang: Lang = "da",
) -> Drawing:
    """Plot what 40 groups of so many people find, around the interval by size.

    ``update(value=…, people=…, items=…)`` moves it.

    Parameters
    ----------
    value : float
        Alpha among all whom the scale is for, at most 1.
    people, items : int
        Size of each group, and items of the scale.
    rng : int or numpy.random.Generator
        Which 40 groups.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> plot_alphas(0.8, people=12, items=5, lang="en").alt[:68]
    'The true reliability is 0.80. With 12 people, ninety per cent of gro'
    """
    figure = _empty(lang)
    axes = figure.axes[0]
    band = axes.fill_between(
        _PEOPLE, 0.0, 1.0, color=SKY, alpha=0.5, linewidth=0, zorder=3
    )
    (true,) = axes.plot([], [], **_TRUE)
    (bar,) = axes.plot([], [], color=RUST, linewidth=5, alpha=0.5, zorder=5)
    (dots,) = axes.plot([], [], **_DOTS)
    below = axes.text(0, 0, "", color=RUST, size=10, ha="left", va="bottom", zorder=7)
    spread = np.linspace(-1, 1, GROUPS)[np.random.default_rng(1).permutation(GROUPS)]

    def update(*, value: float, people: int, items: int) -> str:
        band.set_data(_PEOPLE, *_ends(value, _PEOPLE, items))
        true.set_data([_FEWEST, _MOST], [value, value])
        bar.set_data([people, people], _ends(value, people, items))
        found = draw_alphas(value, people=people, items=items, draws=GROUPS, rng=rng)
        dots.set_data(people * 1.15**spread, found)
        under = int((found < _LOWEST).sum())
        below.set_text(_word("alphas_below", lang, count=under) if under else "")
        below.set_position((people * 1.2, _LOWEST + 0.02))
        figure.alt = _alt(value, people, items, under, lang)
        return figure.alt

    update(value=value, people=people, items=items)
    moving = (band, true, bar, dots, below)
    return figure.with_moving(moving, update)


def _ends(value: float, people: Any, items: int) -> tuple[Floats, Floats]:  # noqa: ANN401
    low, high = feldt_interval(value, people=people, items=items)
    return np.maximum(low, _LOWEST - 1), high


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("alphas_title", lang),
        lang=lang,
        height=4.9,
        note=_word("alphas_note", lang),
        caption=_word("alphas_caption", lang),
    )
    axes = place_axes(figure, 0.95, 1.75, 0.25, 0.6)
    axes.set(xlim=(_FEWEST, _MOST), ylim=(_LOWEST, 1), xscale="log")
    names = [format_number(tick, lang, digits=0) for tick in _TICKS]
    axes.set_xticks(_TICKS, labels=names)
    axes.set_xticks([], minor=True)
    axes.set_xlabel(_word("alphas_people", lang))
    axes.set_ylabel(_word("alphas_alpha", lang))
    axes.yaxis.set_major_formatter(number_ticks(lang, 2))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.axhline(CUSTOM, **_CUSTOM)
    _legend(axes, lang)
    return figure


def _legend(axes: Axes, lang: Lang) -> None:
    handles: list[Artist] = [
        Line2D([], [], **_TRUE, label=_word("alphas_true", lang)),
        Patch(color=SKY, alpha=0.5, linewidth=0, label=_word("alphas_band", lang)),
        Line2D([], [], **_DOTS, label=_word("alphas_dots", lang)),
        Line2D([], [], **_CUSTOM, label=_word("alphas_rule", lang)),
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.2),
        ncols=2,
        frameon=False,
        fontsize=9.5,
    )


def _alt(value: float, people: int, items: int, under: int, lang: Lang) -> str:
    low, high = map(float, usual_alphas(value, people=people, items=items))
    text = _word(
        "alphas_alt",
        lang,
        value=format_number(value, lang),
        people=format_number(people, lang, digits=0),
        low=format_number(low, lang),
        high=format_number(high, lang),
    )
    more = _word("alphas_alt_below", lang, count=under) if under else ""
    return f"{text} {more}".strip()

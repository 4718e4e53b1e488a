"""Three figures on groups beside one another, each an answer to its own question."""

from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from lederlib.measure import Agreement, Icc
from lederlib.plot.drawing.colours import BLUE, PALE, PLUM, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, format_range, wording

_word = wording("agreement.figures_")

_ROWS: Final = (("icc1", BLUE, "o"), ("icc2", PLUM, "s"), ("rwg", RUST, "D"))
_TICKS: Final = (-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1)
_BAR: Final[dict[str, Any]] = {"linewidth": 9, "alpha": 0.35, "solid_capstyle": "butt"}


@house_style()
def plot_group_figures(
    found: Icc, agreement: Agreement, *, lang: Lang = "da"
) -> Drawing:
    """Plot ICC(1), ICC(2) and the agreement within groups on one line from 0 to 1.

    ``update(found=…, agreement=…)`` moves it.

    Parameters
    ----------
    found : Icc
        A result of `lederlib.measure.icc`.
    agreement : Agreement
        A result of `lederlib.measure.rwg_j`.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> from lederlib.measure import icc, rwg_j
    >>> scores, teams = [1, 2, 2, 1, 2, 4, 5, 5, 4, 5], ["a"] * 5 + ["b"] * 5
    >>> figure = plot_group_figures(icc(scores, teams), rwg_j(scores, teams), lang="en")
    >>> figure.alt[:20]
    'ICC(1) is 0.94 (0.64'
    """
    figure = _empty(lang)
    axes = figure.axes[0]
    bars = [axes.plot([], [], color=colour, **_BAR)[0] for _, colour, _ in _ROWS]
    dots = [
        axes.plot([], [], color=colour, marker=marker, markersize=10)[0]
        for _, colour, marker in _ROWS
    ]

    def update(*, found: Icc, agreement: Agreement) -> str:
        rows = _rows(found, agreement)
        for place, (low, middle, high) in enumerate(rows):
            bars[place].set_data(np.clip([low, high], -0.5, 1), [2 - place] * 2)
            dots[place].set_data([max(middle, -0.5)], [2 - place])
        figure.alt = _alt(rows, lang)
        return figure.alt

    update(found=found, agreement=agreement)
    return figure.with_moving((*bars, *dots), update)


def _rows(found: Icc, agreement: Agreement) -> list[tuple[float, float, float]]:
    shown = agreement.values.dropna()
    quarter, middle, most = (float(shown.quantile(q)) for q in (0.25, 0.5, 0.75))
    return [
        (found.icc1_low, found.icc1, found.icc1_high),
        (found.icc2_low, found.icc2, found.icc2_high),
        (quarter, middle, most),
    ]


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.3,
        note=_word("note", lang),
        caption=_word("caption", lang),
    )
    axes = place_axes(figure, 2.05, 1.6, 0.3, 0.6)
    axes.set(xlim=(-0.3, 1.02), ylim=(-0.6, 2.6), xticks=_TICKS)
    axes.set_yticks([2, 1, 0], labels=[_word(key, lang) for key, _, _ in _ROWS])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(_word("axis", lang))
    axes.xaxis.set_major_formatter(number_ticks(lang, 1))
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    bar: list[Artist] = [Line2D([], [], color=BLUE, **_BAR, label=_word("bar", lang))]
    axes.legend(
        handles=bar,
        loc="upper center",
        bbox_to_anchor=(0.3, -0.24),
        frameon=False,
        fontsize=9.5,
    )
    return figure


def _alt(rows: list[tuple[float, float, float]], lang: Lang) -> str:
    middles = [format_number(middle, lang) for _, middle, _ in rows]
    ranges = [format_range(low, high, lang) for low, _, high in rows]
    return _word(
        "alt",
        lang,
        icc1=middles[0],
        interval1=ranges[0],
        icc2=middles[1],
        interval2=ranges[1],
        rwg=middles[2],
        half=ranges[2],
    )

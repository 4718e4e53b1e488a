"""Two groups' means by statement, beside what equal measurement would expect."""

from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, INK, PALE, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.scenario import StatementMeans
from lederlib.text import Lang, format_number, wording

_word = wording("invariance.means_")

_FIRST: Final[dict[str, Any]] = {"color": BLUE, "marker": "o", "markersize": 9}
_SECOND: Final[dict[str, Any]] = {"color": RUST, "marker": "s", "markersize": 9}
_EXPECTED: Final[dict[str, Any]] = {
    "color": INK,
    "marker": "D",
    "markersize": 11,
    "markerfacecolor": "none",
    "markeredgewidth": 1.8,
}
_ASIDE: Final = 0.13
_LOW, _HIGH = 2.3, 5.1


@house_style()
def plot_statement_means(
    means: StatementMeans, *, lang: Lang = "da", synthetic: bool = True
) -> Drawing:
    """Plot two groups' means by statement and what equal measurement would expect.

    ``update(means=…)`` moves it.

    Parameters
    ----------
    means : StatementMeans
        A result of `lederlib.scenario.statement_means`.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> from lederlib.scenario import draw_professions, statement_means
    >>> means = statement_means(draw_professions(shift=0.5, people=1000))
    >>> plot_statement_means(means, lang="en").alt[-70:]
    'Statement 4 is farthest from what equal measurement expects, by +0.37.'
    """
    figure = _empty(len(means.first), lang, synthetic=synthetic)
    axes = figure.axes[0]
    bars = LineCollection([], linewidths=4, alpha=0.45, zorder=2)
    axes.add_collection(bars)
    first, second, expected = (
        axes.plot([], [], linestyle="none", zorder=place, **look)[0]
        for place, look in ((4, _FIRST), (5, _SECOND), (6, _EXPECTED))
    )

    def update(*, means: StatementMeans) -> str:
        places = np.arange(1.0, len(means.first) + 1)
        left, right = places - _ASIDE, places + _ASIDE
        first.set_data(left, means.first)
        second.set_data(right, means.second)
        expected.set_data(right, means.expected)
        bars.set_segments(
            [
                *_intervals(left, means.first, means.first_half),
                *_intervals(right, means.second, means.second_half),
            ]
        )
        bars.set_color([BLUE] * len(places) + [RUST] * len(places))
        figure.alt = _alt(means, lang)
        return figure.alt

    update(means=means)
    return figure.with_moving((bars, first, second, expected), update)


def _intervals(
    places: Floats, middles: Floats, halves: Floats
) -> list[list[tuple[float, float]]]:
    ends = zip(places, middles - halves, middles + halves, strict=True)
    return [[(x, low), (x, high)] for x, low, high in ends]


def _empty(statements: int, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.7,
        note=_word("note", lang),
        caption=_word("caption", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.8, 1.55, 0.25, 0.6)
    places = range(1, statements + 1)
    axes.set(xlim=(0.5, statements + 0.5), ylim=(_LOW, _HIGH))
    axes.set_xticks(places, labels=[_word("statement", lang, number=n) for n in places])
    axes.tick_params(axis="x", length=0)
    axes.set_ylabel(_word("scale", lang))
    axes.yaxis.set_major_formatter(number_ticks(lang, 1))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    _explain(axes, lang)
    return figure


def _explain(axes: Axes, lang: Lang) -> None:
    looks = {"first": _FIRST, "second": _SECOND, "expected": _EXPECTED}
    handles: list[Artist] = [
        Line2D([], [], linestyle="none", **look, label=_word(key, lang))
        for key, look in looks.items()
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.45, -0.1),
        ncols=3,
        frameon=False,
        fontsize=9.5,
        columnspacing=1.2,
        handletextpad=0.3,
    )


def _alt(means: StatementMeans, lang: Lang) -> str:
    apart = means.second - means.expected
    farthest = int(np.abs(apart).argmax())
    differences = (means.second - means.first).mean()
    return _word(
        "alt",
        lang,
        difference=_signed(float(differences), lang),
        number=farthest + 1,
        apart=_signed(float(apart[farthest]), lang),
    )


def _signed(value: float, lang: Lang) -> str:
    text = format_number(value, lang)
    return text if value < 0 else f"+{text}"

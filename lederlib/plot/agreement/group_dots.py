"""Groups side by side: every person a dot, every group's mean with its interval."""

from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D

from lederlib._checks import NORMAL_95, Floats
from lederlib.plot.drawing.colours import GREY, INK, PALE, RUST, SKY
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, wording

_word = wording("agreement.dots_")

_PEOPLE: Final[dict[str, Any]] = {
    "color": SKY,
    "marker": "o",
    "markersize": 6,
    "markeredgecolor": INK,
    "markeredgewidth": 0.5,
    "linestyle": "none",
    "zorder": 3,
}
_MEANS: Final[dict[str, Any]] = {
    "color": RUST,
    "marker": "_",
    "markersize": 22,
    "markeredgewidth": 3,
    "linestyle": "none",
    "zorder": 5,
}
_ALL: Final[dict[str, Any]] = {
    "color": GREY,
    "linewidth": 1.2,
    "linestyle": "--",
    "zorder": 2,
}


@house_style()
def plot_group_dots(
    answers: Floats, *, lang: Lang = "da", synthetic: bool = True
) -> Drawing:
    """Plot the answers of groups of one size, a column a group.

    ``update(answers=…)`` moves it.

    Parameters
    ----------
    answers : numpy.ndarray, shape (people, groups)
        Scores on the scale from 1 to 5.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> plot_group_dots(np.array([[1.0, 4.0], [3.0, 5.0]]), lang="en").alt[:45]
    '2 groups of 2 people. The means run from 2.00'
    """
    groups = answers.shape[1]
    figure = _empty(groups, lang, synthetic=synthetic)
    axes = figure.axes[0]
    (everyone,) = axes.plot([], [], **_ALL)
    (people,) = axes.plot([], [], **_PEOPLE)
    bars = LineCollection([], colors=RUST, linewidths=4, alpha=0.45, zorder=4)
    axes.add_collection(bars)
    (means,) = axes.plot([], [], **_MEANS)
    places = np.arange(1, groups + 1)

    def update(*, answers: Floats) -> str:
        size = len(answers)
        middle = answers.mean(axis=0)
        reach = NORMAL_95 * answers.std(axis=0, ddof=1) / np.sqrt(size)
        aside = np.linspace(-0.28, 0.28, size)[:, None] + places
        people.set_data(aside.ravel(), answers.ravel())
        means.set_data(places, middle)
        ends = zip(places, middle - reach, middle + reach, strict=True)
        bars.set_segments([[(x, low), (x, high)] for x, low, high in ends])
        everyone.set_data([0.4, groups + 0.6], [answers.mean()] * 2)
        figure.alt = _alt(answers, lang)
        return figure.alt

    update(answers=answers)
    return figure.with_moving((everyone, people, bars, means), update)


def _empty(groups: int, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.9,
        note=_word("note", lang),
        caption=_word("caption", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.8, 1.6, 0.25, 0.6)
    axes.set(xlim=(0.4, groups + 0.6), ylim=(0.9, 5.1), yticks=range(1, 6))
    axes.set_xticks(range(1, groups + 1))
    axes.set_xlabel(_word("groups", lang))
    axes.set_ylabel(_word("scale", lang))
    axes.yaxis.set_major_formatter(number_ticks(lang, 0))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    handles: list[Artist] = [
        Line2D([], [], **_PEOPLE, label=_word("person", lang)),
        Line2D([], [], **{**_MEANS, "markersize": 14}, label=_word("mean", lang)),
        Line2D([], [], **_ALL, label=_word("all", lang)),
    ]
    axes.legend(
        handles=handles,
        loc="upper center",
        bbox_to_anchor=(0.45, -0.18),
        ncols=3,
        frameon=False,
        fontsize=9.5,
    )
    return figure


def _alt(answers: Floats, lang: Lang) -> str:
    means = answers.mean(axis=0)
    spread = float(np.sqrt(answers.var(axis=0, ddof=1).mean()))
    numbers = {"low": means.min(), "high": means.max(), "spread": spread}
    words = {name: format_number(float(value), lang) for name, value in numbers.items()}
    return _word("alt", lang, size=len(answers), groups=len(means), **words)

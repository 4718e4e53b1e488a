"""Two people on one scale, each with the error of the measurement."""

from typing import Final

from matplotlib.artist import Artist
from matplotlib.lines import Line2D

from lederlib._checks import NORMAL_95
from lederlib.plot.drawing.colours import BLUE, PALE, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, wording

_word = wording("reliability.")

_MIDDLE: Final = 3.0


@house_style()
def plot_two_scores(gap: float, *, error: float, lang: Lang = "da") -> Drawing:
    """Plot two scores that lie so far apart, with what repeated measuring would give.

    ``update(gap=…, error=…)`` moves it.

    Parameters
    ----------
    gap : float
        Points between the two on the scale from 1 to 5.
    error : float
        Standard error of measurement of one score, in points.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> plot_two_scores(0.5, error=0.3, lang="en").alt
    'Person A has 2.75 and person B 3.25; the bars reach 0.59 to either side.'
    """
    figure = _empty(lang)
    axes = figure.axes[0]
    looks = ((BLUE, "o"), (RUST, "D"))
    bars = [axes.plot([], [], color=c, linewidth=9, alpha=0.35)[0] for c, _ in looks]
    dots = [
        axes.plot([], [], color=colour, marker=marker, markersize=10)[0]
        for colour, marker in looks
    ]

    def update(*, gap: float, error: float) -> str:
        scores, reach = (_MIDDLE - gap / 2, _MIDDLE + gap / 2), NORMAL_95 * error
        for row, (score, bar, dot) in enumerate(zip(scores, bars, dots, strict=True)):
            bar.set_data([score - reach, score + reach], [1 - row, 1 - row])
            dot.set_data([score], [1 - row])
        numbers = (*scores, reach)
        first, second, width = (format_number(x, lang) for x in numbers)
        figure.alt = _word("scores_alt", lang, first=first, second=second, reach=width)
        return figure.alt

    update(gap=gap, error=error)
    return figure.with_moving((*bars, *dots), update)


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("scores_title", lang),
        lang=lang,
        height=3.4,
        note=_word("scores_note", lang),
        caption=_word("scores_caption", lang),
    )
    axes = place_axes(figure, 0.95, 1.45, 0.25, 0.6)
    axes.set(xlim=(1, 5), ylim=(-0.6, 1.6), xticks=range(1, 6))
    axes.set_yticks([1, 0], labels=[_word(f"scores_{who}", lang) for who in _WHO])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlabel(_word("scores_axis", lang))
    axes.xaxis.set_major_formatter(number_ticks(lang, 0))
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    bar: list[Artist] = [
        Line2D([], [], color=BLUE, linewidth=9, alpha=0.35, label=_bar_name(lang))
    ]
    axes.legend(
        handles=bar,
        loc="upper center",
        bbox_to_anchor=(0.5, -0.35),
        frameon=False,
        fontsize=9.5,
    )
    return figure


_WHO: Final = ("first", "second")


def _bar_name(lang: Lang) -> str:
    return _word("scores_bar", lang)

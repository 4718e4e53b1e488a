"""Before and after: the numbers of the ledger that changed most."""

from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lederlib._checks import require_count
from lederlib.plot.drawing.colours import BLUE, GREY, PALE
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.scenario import Confrontation
from lederlib.scenario.evidence.changes import most_changed
from lederlib.scenario.evidence.words import is_option, range_of, title_of
from lederlib.text import Lang, wording

_word = wording("confront.plot_")
_MOST_ROWS: Final = 12
_HIGH: Final = 0.72
_NAME, _LINE = 0.24, 0.66
#: Where a number's range before begins and ends, and how far what is left may go.
_LEFT, _RIGHT = 0.29, 0.71
_EDGES: Final = (0.25, 0.75)
_RANGE: Final[dict[str, Any]] = {"color": PALE, "lw": 13, "solid_capstyle": "butt"}
_LEFT_OVER: Final[dict[str, Any]] = {
    **{"color": BLUE, "lw": 3.2, "solid_capstyle": "butt"},
}
_BEFORE: Final[dict[str, Any]] = {"color": GREY, "marker": "o", "ms": 7, "ls": "none"}
_AFTER: Final[dict[str, Any]] = {"color": BLUE, "marker": "D", "ms": 8, "ls": "none"}


@house_style()
def plot_quantities(
    held: Confrontation, *, rows: int = 6, lang: Lang = "da"
) -> Drawing:
    """Plot the numbers that changed most, each on its own range from before.

    Parameters
    ----------
    held : Confrontation
        As `lederlib.scenario.confront` returns.
    rows : int, default 6
        How many numbers at most, 1 to 12.
    lang : {"da", "en"}
        Language of the words.

    Raises
    ------
    ValueError
        If `rows` lies outside its range.

    Examples
    --------
    >>> from lederlib.scenario import confront
    >>> plot_quantities(confront(targets=(), draws=2000), lang="en").alt
    'No number has changed.'
    """
    count = require_count(rows, 1, _MOST_ROWS, name="rows")
    table = most_changed(held.table).head(count)
    figure = _empty(max(len(table), 1), held, lang)
    axes = figure.axes[0]
    words = [_words(str(name), row, held, lang) for name, row in table.iterrows()]
    for place, (_, row) in enumerate(table.iterrows()):
        _draw(axes, place, row)
        _write(axes, place, words[place])
    if table.empty:
        axes.text(0, 0.5, _word("unchanged", lang), va="center")
    else:
        _legend(axes, table, lang)
    figure.alt = _alt(words, lang)
    return figure


def _empty(rows: int, held: Confrontation, lang: Lang) -> Drawing:
    figure = new_figure(
        _word("quantities_title", lang),
        lang=lang,
        width=8.2,
        height=1.75 + _HIGH * rows,
        note=_word("quantities_note", lang),
        stamp=held.stamp,
    )
    axes = place_axes(figure, 0.25, 1.2, 0.25, 0.5)
    axes.set(xlim=(0, 1), ylim=(rows, 0))
    axes.set_axis_off()
    return figure


def _draw(axes: Axes, place: int, row: pd.Series) -> None:
    """Draw the range before, and on it where the middle lay and what is left."""
    ends = (0.0, 1.0) if is_option(row) else (row["before_low"], row["before_high"])
    line = [place + _LINE] * 2

    def across(value: float) -> float:
        share = (value - ends[0]) / (ends[1] - ends[0])
        return float(np.clip(_LEFT + (_RIGHT - _LEFT) * share, *_EDGES))

    axes.plot([_LEFT, _RIGHT], line, zorder=1, **_RANGE)
    if not is_option(row):
        left = [across(row["after_low"]), across(row["after_high"])]
        axes.plot(left, line, zorder=2, **_LEFT_OVER)
    axes.plot(across(row["before"]), line[0], zorder=3, **_BEFORE)
    axes.plot(across(row["after"]), line[0], zorder=4, **_AFTER)


def _write(axes: Axes, place: int, words: tuple[str, str, str]) -> None:
    """Write a number's name, and what it was and is, before and after its line."""
    look: dict[str, Any] = {"va": "center", "zorder": 5}
    name, before, after = words
    axes.text(0, place + _NAME, name, **look)
    line = place + _LINE
    axes.text(0, line, before, color=GREY, size=10, **look)
    axes.text(1, line, after, color=BLUE, size=10, ha="right", **look)


def _words(
    name: str, row: pd.Series, held: Confrontation, lang: Lang
) -> tuple[str, str, str]:
    title = title_of(name, held.ledger, lang)
    return title, range_of(row, "before", lang), range_of(row, "after", lang)


def _legend(axes: Axes, table: pd.DataFrame, lang: Lang) -> None:
    range_before = (Line2D([], [], **_RANGE), Line2D([], [], **_BEFORE))
    handles: list[Any] = [range_before]
    ranged = not all(is_option(row) for _, row in table.iterrows())
    after = (Line2D([], [], **_LEFT_OVER), Line2D([], [], **_AFTER))
    handles.append(after if ranged else Line2D([], [], **_AFTER))
    axes.legend(
        handles=handles,
        labels=[_word("before", lang), _word("after", lang)],
        loc="upper center",
        bbox_to_anchor=(0.5, -0.1 / (_HIGH * len(table))),
        ncols=2,
        frameon=False,
        fontsize=10.5,
        handlelength=2.6,
    )


def _alt(words: list[tuple[str, str, str]], lang: Lang) -> str:
    rows = [
        _word("quantities_row", lang, title=title, before=before, after=after)
        for title, before, after in words
    ]
    if not rows:
        return _word("unchanged", lang)
    return _word("quantities_alt", lang, rows="; ".join(rows))

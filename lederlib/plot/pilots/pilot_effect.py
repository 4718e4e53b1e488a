"""What small tests showed: intervals beside what was predicted, and no verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from lederlib._checks import require_number
from lederlib.plot.drawing.colours import BLUE, GREY, PLUM
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.scenario.pilots import came_words, per_cent
from lederlib.text import Lang, label

COLUMNS: Final = ("name", "effect", "low", "high", "predicted")
_ROWS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    ranges: tuple[Line2D, ...]
    came: Line2D
    predicted: Line2D
    names: tuple[Text, ...]
    numbers: tuple[Text, ...]


@house_style()
def plot_pilot_effect(
    table: pd.DataFrame,
    *,
    limit: float = 30,
    lang: Lang = "da",
    synthetic: bool = False,
) -> Drawing:
    """Plot the effect that small tests showed, with intervals and predictions.

    ``update(table=…)`` moves it.

    Parameters
    ----------
    table : DataFrame
        One row for each test, at most 12: name, effect, low, high (endless where
        nothing is ruled out) and predicted, all in per cent; an effect or prediction
        that is missing is not drawn.
    limit : float, default 30
        How far the axis goes to both sides; what lies further off ends at its edge.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Raises
    ------
    ValueError
        If a column is missing, or there are no rows or too many.

    Examples
    --------
    >>> import pandas as pd
    >>> facts = {"effect": -15, "low": -22, "high": -8, "predicted": -10}
    >>> table = pd.DataFrame([{"name": "Mentors", **facts}])
    >>> plot_pilot_effect(table, lang="en").alt[:35]
    'Mentors: −15% (−22 to −8%). The pre'
    """
    rows = _checked(table)
    edge = require_number(limit, 1, 1e6, name="limit")
    figure = _empty(len(rows), edge, lang, synthetic=synthetic)
    artists = _artists(figure.axes[0], len(rows), lang)

    def update(*, table: pd.DataFrame) -> str:
        found = _checked(table)
        _move(artists, found, edge, lang)
        said = [came_words(row, lang) for _, row in found.iterrows()]
        figure.alt = " ".join(said)
        return figure.alt

    update(table=table)
    lines = (*artists.ranges, artists.came, artists.predicted)
    words = (*artists.names, *artists.numbers)
    return figure.with_moving((*lines, *words), update)


def _checked(table: pd.DataFrame) -> pd.DataFrame:
    missing = [column for column in COLUMNS if column not in table]
    if missing or not 1 <= len(table) <= _ROWS:
        msg = (
            f"table must have 1 to {_ROWS} rows and the columns {', '.join(COLUMNS)}; "
            f"got {len(table)} rows and {', '.join(map(str, table.columns))}."
        )
        raise ValueError(msg)
    return table


def _word(key: str, lang: Lang) -> str:
    return label(f"pilots.effect_{key}", lang)


def _empty(rows: int, edge: float, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=2.35 + 0.5 * rows,
        note=_word("note", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.25, 1.55, 0.25, 0.5)
    axes.set(xlim=(-edge, edge), ylim=(rows, -0.1), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_formatter(number_ticks(lang, 0))
    axes.set_xlabel(_word("axis", lang))
    axes.axvline(0, color=GREY, lw=1, ls=":", zorder=1)
    return figure


def _artists(axes: Axes, rows: int, lang: Lang) -> _Artists:
    bar: dict[str, Any] = {"color": BLUE, "lw": 3.2, "solid_capstyle": "butt"}
    came: dict[str, Any] = {"color": BLUE, "marker": "o", "ms": 8, "ls": "none"}
    guess: dict[str, Any] = {
        **{"marker": "D", "ms": 9, "ls": "none"},
        **{"mfc": "white", "mec": PLUM, "mew": 2.2},
    }
    artists = _Artists(
        ranges=tuple(axes.plot([], [], zorder=3, **bar)[0] for _ in range(rows)),
        came=axes.plot([], [], zorder=3.1, **came)[0],
        predicted=axes.plot([], [], zorder=3.2, clip_on=False, **guess)[0],
        names=tuple(axes.text(0, 0, "", va="center") for _ in range(rows)),
        numbers=tuple(
            axes.text(0, 0, "", va="center", ha="right") for _ in range(rows)
        ),
    )
    both = (Line2D([], [], **bar), Line2D([], [], **came))
    axes.legend(
        handles=[both, Line2D([], [], **guess)],
        labels=[_word("came", lang), _word("predicted", lang)],
        loc="upper center",
        bbox_to_anchor=(0.5, -0.52 / (0.3 + 0.5 * rows)),
        ncols=2,
        frameon=False,
        fontsize=10.5,
    )
    return artists


def _move(artists: _Artists, table: pd.DataFrame, edge: float, lang: Lang) -> None:
    rows = np.arange(len(table)) + 0.65
    effect = table["effect"].to_numpy(dtype=float)
    low, high = (table[key].to_numpy(dtype=float) for key in ("low", "high"))
    there = ~np.isnan(effect)
    for place, line in enumerate(artists.ranges):
        ends = np.clip([low[place], high[place]], -edge, edge)
        height = [rows[place]] * 2
        line.set_data(*((ends, height) if there[place] else ([], [])))
    inside = there & (np.abs(effect) <= edge)
    artists.came.set_data(effect[inside], rows[inside])
    guess = table["predicted"].to_numpy(dtype=float)
    said = ~np.isnan(guess)
    artists.predicted.set_data(np.clip(guess[said], -edge, edge), rows[said])
    _write(artists.names, list(table["name"]), -edge, rows)
    numbers = ["" if np.isnan(value) else per_cent(value, lang) for value in effect]
    _write(artists.numbers, numbers, edge, rows)


def _write(
    texts: tuple[Text, ...],
    words: Sequence[str],
    x: float,
    rows: Any,  # noqa: ANN401
) -> None:
    for text, word, row in zip(texts, words, rows, strict=True):
        text.set_text(word)
        text.set_position((x, row - 0.42))

"""What moved since last time: each factor's change with its interval."""

from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lederlib.catalogue import FACTOR_KEYS, Stamp, factor
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PLUM, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, join_words, label, wording

_word = wording("change.plot_")

COLUMNS: Final = ("how", "word", "change", "low", "high", "expect", "chosen")
_STEP: Final = 0.25
_ROOM: Final = 0.02
_LOOKS: Final[dict[bool, dict[str, Any]]] = {
    True: {"color": RUST, "marker": "D", "ms": 8},
    False: {"color": BLUE, "marker": "o", "ms": 8},
}
_EXPECT: Final[dict[str, Any]] = {
    **{"color": PLUM, "marker": "|", "ms": 14, "mew": 2.2, "ls": "none"},
}


@house_style()
def plot_change(
    table: pd.DataFrame,
    *,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot how each factor's mean changed, with intervals, the chosen ones marked.

    Parameters
    ----------
    table : DataFrame
        Indexed by factor, with `how`, `word`, `change`, `low`, `high`, `expect` and
        `chosen`, as `lederlib.answers.change` returns. A row without numbers shows its
        word.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the answers were made up; then the figure says so.

    Raises
    ------
    ValueError
        If a column is missing, or a row is no factor.

    Examples
    --------
    >>> import pandas as pd
    >>> moved = {"change": 0.2, "low": 0.1, "high": 0.3, "expect": 0.05}
    >>> row = {"how": "paired", "word": "up", "chosen": True, **moved}
    >>> plot_change(pd.DataFrame([row], index=["values"]), lang="en").alt
    'Up: Values. Down: none. About the same: 0 of 1 factors. Chosen: Values.'
    """
    _require(table)
    figure = _empty(table, lang, stamp, synthetic=synthetic)
    _draw(figure.axes[0], table, lang)
    _legend(figure.axes[0], table, lang)
    figure.alt = _alt(table, lang)
    return figure


def _require(table: pd.DataFrame) -> None:
    missing = [column for column in COLUMNS if column not in table]
    unknown = [str(key) for key in table.index if key not in FACTOR_KEYS]
    if missing or unknown or table.empty:
        msg = (
            f"table must have factor keys as index and columns {', '.join(COLUMNS)}; "
            f"trouble with {', '.join(missing + unknown) or 'no rows'}."
        )
        raise ValueError(msg)


def _empty(
    table: pd.DataFrame, lang: Lang, stamp: Stamp | None, *, synthetic: bool
) -> Drawing:
    rows = len(table)
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        width=8.2,
        height=2.3 + 0.38 * rows,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 3.4, 1.65, 0.35, 0.5)
    reach = _reach(table)
    step = _STEP if reach < 1 else 2 * _STEP
    ticks = np.arange(-reach, reach + step / 2, step)
    axes.set(xlim=(-reach - _ROOM, reach + _ROOM), xticks=ticks)
    axes.set_ylim(rows - 0.4, -0.6)
    axes.set(yticks=range(rows), yticklabels=_names(table, lang))
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_formatter(number_ticks(lang, 2))
    axes.set_xlabel(_word("axis", lang))
    axes.grid(axis="x", color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.axvline(0, color=GREY, lw=1, zorder=1)
    for text, chosen in zip(axes.get_yticklabels(), table["chosen"], strict=True):
        text.set_fontweight("bold" if chosen else "normal")
    return figure


def _reach(table: pd.DataFrame) -> float:
    """Return how far the axis goes to both sides, in whole steps."""
    ends = table[["low", "high", "expect"]].to_numpy(dtype=float)
    farthest = np.nanmax(np.abs(ends), initial=2 * _STEP - 0.01) + 0.01
    return min(1.0, float(np.ceil(farthest / _STEP)) * _STEP)


def _names(table: pd.DataFrame, lang: Lang) -> list[str]:
    return [factor(str(key)).name.to(lang) for key in table.index]


def _draw(axes: Axes, table: pd.DataFrame, lang: Lang) -> None:
    for place, (_, row) in enumerate(table.iterrows()):
        if pd.isna(row["change"]):
            _write(axes, place, row, lang)
            continue
        look = _LOOKS[bool(row["chosen"])]
        ends = [row["low"], row["high"]]
        axes.plot(ends, [place] * 2, color=look["color"], lw=3, zorder=2)
        axes.plot(row["expect"], place, zorder=3, **_EXPECT)
        axes.plot(row["change"], place, ls="none", zorder=4, **look)


def _write(axes: Axes, place: int, row: pd.Series, lang: Lang) -> None:
    """Write a row's word where it has no numbers."""
    hidden = row["how"] == "hidden"
    words = label("report.hidden_cell" if hidden else f"change.{row['word']}", lang)
    look: dict[str, Any] = {"color": GREY, "style": "italic"} if hidden else {}
    axes.text(0.02, place, words, va="center", **{"color": INK, **look})


def _legend(axes: Axes, table: pd.DataFrame, lang: Lang) -> None:
    numbered = table[table["change"].notna()]
    handles = [
        Line2D([], [], lw=3, label=_word("chosen" if chosen else "other", lang), **look)
        for chosen, look in _LOOKS.items()
        if (numbered["chosen"] == chosen).any()
    ]
    if numbered["expect"].notna().any():
        handles.append(Line2D([], [], label=_word("expect", lang), **_EXPECT))
    if handles:
        below = -0.62 / (0.15 + 0.38 * len(table))
        axes.legend(
            handles=handles,
            loc="upper center",
            bbox_to_anchor=(0.3, below),
            ncols=3,
            frameon=False,
            fontsize=10.5,
        )


def _alt(table: pd.DataFrame, lang: Lang) -> str:
    def named(rows: pd.Series) -> str:
        names = _names(table[rows], lang)
        return join_words(names, lang) or _word("nobody", lang)

    return _word(
        "alt",
        lang,
        up=named(table["word"] == "up"),
        down=named(table["word"] == "down"),
        same=int((table["word"] == "same").sum()),
        count=int((table["word"] != "").sum()),
        chosen=named(table["chosen"].astype(bool)),
    )

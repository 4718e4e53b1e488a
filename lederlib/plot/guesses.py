"""Guesses beside what came: a line for each prediction, on a scale of its own."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, GREY, PALE, PAPER, RUST
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, label

COLUMNS: Final = ("name", "guess", "came", "low", "high", "digits")
_ROW, _MARGINS = 0.85, 1.0
_PAD = 0.6
#: Where numbers stand: above the line and below it.
_ABOVE, _BELOW = 0.24, -0.26
_LOOKS: Final[Mapping[str, dict[str, Any]]] = {
    "guess": {"marker": "o", "ms": 9, "mfc": PAPER, "mec": RUST, "mew": 2},
    "came": {"marker": "s", "ms": 9, "mfc": BLUE, "mec": BLUE},
}


@house_style()
def plot_guesses(
    table: pd.DataFrame, *, lang: Lang = "da", many: bool = False
) -> Drawing:
    """Plot guesses beside what came, a line for each prediction.

    Parameters
    ----------
    table : DataFrame
        One row a guess, with the columns name (of the prediction), guess, came, low
        and high (what a guess can be at all; may be infinite) and digits (decimals to
        write); rows of one name share a line.
    lang : {"da", "en"}
        Language of the words.
    many : bool
        Whether the guesses are those of a class: then each is a dot, and only the
        middle one is written.

    Raises
    ------
    ValueError
        If a column is missing.

    Examples
    --------
    >>> table = pd.DataFrame({"name": ["Pairs"], "guess": [60], "came": [80]})
    >>> plot_guesses(table.assign(low=0, high=100, digits=0), lang="en").alt
    'Pairs: guess 60, what came 80.'
    """
    missing = [name for name in COLUMNS if name not in table]
    if missing:
        msg = f"table must have the columns {', '.join(COLUMNS)}; {missing[0]} is not."
        raise ValueError(msg)
    rows = [(str(name), rows) for name, rows in table.groupby("name", sort=False)]
    figure = new_figure(
        label(f"guesses.title{'_class' if many else ''}", lang),
        lang=lang,
        height=_MARGINS + _ROW * max(len(rows), 1),
        caption=label("guesses.note", lang),
    )
    axes = place_axes(figure, 0.75, 0.35, 0.75, 0.62)
    axes.set(xlim=(0, 1), ylim=(0.55 - max(len(rows), 1), 0.65), yticks=[], xticks=[])
    axes.spines[:].set_visible(False)
    for place, (name, guesses) in enumerate(rows):
        _draw_row(axes, -place, name, guesses, lang)
    _key(axes, lang)
    said = [_alt(name, guesses, lang) for name, guesses in rows]
    figure.alt = " ".join(said) or label("guesses.none", lang)
    return figure


def _draw_row(
    axes: Axes, height: float, name: str, guesses: pd.DataFrame, lang: Lang
) -> None:
    """Draw one line with its marks, their numbers, and its ends."""
    guess = guesses["guess"].to_numpy(dtype=float)
    came = float(guesses["came"].iloc[0])
    digits = int(guesses["digits"].iloc[0])
    low, high = _ends(guess, came, guesses.iloc[0])

    def at(value: Floats | float) -> Floats | float:
        return (value - low) / (high - low)

    axes.plot([0, 1], [height, height], color=PALE, lw=5, solid_capstyle="round")
    axes.text(0, height + 0.4, name, fontsize=10, fontweight="bold")
    for end, value, side in ((-0.01, low, "right"), (1.01, high, "left")):
        written = format_number(value, lang, digits=digits)
        axes.text(end, height, written, ha=side, va="center", size=9, color=GREY)
    middle = float(np.median(guess))
    axes.plot(at(guess), np.full(len(guess), height), ls="", **_LOOKS["guess"])
    axes.plot(at(came), height, ls="", **_LOOKS["came"])
    for value, offset, colour in ((middle, _ABOVE, RUST), (came, _BELOW, BLUE)):
        axes.text(
            float(at(value)),
            height + offset,
            format_number(value, lang, digits=digits),
            ha="center",
            va="center",
            size=9,
            color=colour,
        )


def _ends(guess: Floats, came: float, limits: pd.Series) -> tuple[float, float]:
    """Return where a line begins and ends: around what is on it, within limits."""
    values = np.append(guess, came)
    span = float(np.ptp(values)) or max(abs(came), 1.0) / 2
    low = max(float(values.min()) - _PAD * span, float(limits["low"]))
    return low, min(float(values.max()) + _PAD * span, float(limits["high"]))


def _key(axes: Axes, lang: Lang) -> None:
    marks = [
        Line2D([], [], ls="", label=label(f"guesses.{name}", lang), **look)
        for name, look in _LOOKS.items()
    ]
    axes.legend(
        handles=marks,
        loc="lower right",
        bbox_to_anchor=(1.0, 1.0),
        ncols=2,
        frameon=False,
        fontsize=9.5,
    )


def _alt(name: str, guesses: pd.DataFrame, lang: Lang) -> str:
    digits = int(guesses["digits"].iloc[0])
    middle, came = (
        format_number(float(value), lang, digits=digits)
        for value in (guesses["guess"].median(), guesses["came"].iloc[0])
    )
    key = "alt_one" if len(guesses) == 1 else "alt_many"
    values = {"name": name, "count": len(guesses), "guess": middle, "came": came}
    return label(f"guesses.{key}", lang, **values)

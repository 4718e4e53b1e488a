"""What was observed beside what the model gives, and what it cannot give."""

from collections.abc import Collection
from typing import Any, Final

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from lederlib._checks import Floats, require_known
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, RUST
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.scenario import Confrontation, Target
from lederlib.scenario.evidence.target import KINDS, Kind
from lederlib.scenario.evidence.words import given_in_words, published_in_words
from lederlib.text import Lang, wording

_word = wording("confront.plot_")
_HIGH: Final = 0.92
#: Where a row's lines begin and end, and where its words begin, as shares of the width.
_LEFT, _RIGHT, _WORDS = 0.01, 0.6, 0.63
_NAME: Final = 0.2
_LINES: Final = {"seen": 0.43, "before": 0.62, "after": 0.81}
_COLOURS: Final = {"seen": INK, "before": GREY, "after": BLUE, "missed": RUST}
_MARKERS: Final = {"seen": "s", "before": "o", "after": "D", "missed": "X"}
_GIVEN: Final = ("q005", "q500", "q995")
_SEEN: Final = ("low", "value", "high")


@house_style()
def plot_targets(
    held: Confrontation, *, kinds: Collection[Kind] = KINDS, lang: Lang = "da"
) -> Drawing:
    """Plot what was seen beside what the model gives, before and after.

    What the model cannot give has its own mark.

    Parameters
    ----------
    held : Confrontation
        As `lederlib.scenario.confront` returns.
    kinds : collection of {"number", "sign", "beside"}
        Which targets are drawn; all of them unless given.
    lang : {"da", "en"}
        Language of the words.

    Raises
    ------
    ValueError
        If a kind is unknown.

    Examples
    --------
    >>> from lederlib.scenario import confront
    >>> plot_targets(confront(targets=(), draws=2000), lang="en").alt
    'The model was not held against anything.'
    """
    chosen = {require_known(kind, KINDS, name="kind") for kind in kinds}
    rows = [one for one in held.targets if one.kind in chosen]
    figure = _empty(max(len(rows), 1), held, lang)
    axes = figure.axes[0]
    for place, one in enumerate(rows):
        _draw(axes, place, one, held)
        _write(axes, place, one, held, lang)
    if rows:
        _legend(axes, rows, held, lang)
    else:
        axes.text(0, 0.5, _word("targets_none", lang), va="center")
    said = [_said(one, held, lang) for one in rows]
    figure.alt = " ".join(said) or _word("targets_none", lang)
    return figure


def _empty(rows: int, held: Confrontation, lang: Lang) -> Drawing:
    figure = new_figure(
        _word("targets_title", lang),
        lang=lang,
        width=8.2,
        height=1.75 + _HIGH * rows,
        note=_word("targets_note", lang),
        stamp=held.stamp,
    )
    axes = place_axes(figure, 0.25, 1.2, 0.25, 0.5)
    axes.set(xlim=(0, 1), ylim=(rows, 0))
    axes.set_axis_off()
    return figure


def _draw(axes: Axes, place: int, one: Target, held: Confrontation) -> None:
    """Draw a row's lines on a scale that holds all of them."""
    lines = _lines(one, held)
    every = [0.0, 1.0] if one.kind == "sign" else np.concatenate(list(lines.values()))
    low, high = np.nanmin(every), np.nanmax(every)
    for name, values in lines.items():
        height = place + _LINES[name]
        across = _LEFT + (_RIGHT - _LEFT) * (values - low) / (high - low)
        look = _look(name, one, held)
        if one.kind == "sign":
            axes.plot([_LEFT, _RIGHT], [height] * 2, color=PALE, lw=5, **_FLAT)
        axes.plot(across[[0, -1]], [height] * 2, color=look["color"], lw=2.6, **_FLAT)
        axes.plot(across[1], height, zorder=3, ls="none", **look)


_FLAT: Final[dict[str, Any]] = {"solid_capstyle": "butt", "zorder": 2}


def _lines(one: Target, held: Confrontation) -> dict[str, Floats]:
    """Return low, middle and high of what was seen, and was given before and after."""
    rows = {when: table.loc[one.key] for when, table in _tables(held).items()}
    if one.kind == "sign":
        # A share of the worlds has no interval.
        return {
            when: np.array([np.nan, row["passes"], np.nan])
            for when, row in rows.items()
        }
    ends = {"seen": rows["before"][list(_SEEN)]}
    ends |= {when: row[list(_GIVEN)] for when, row in rows.items()}
    return {name: row.to_numpy(dtype=float) for name, row in ends.items()}


def _tables(held: Confrontation) -> dict[str, pd.DataFrame]:
    return {"before": held.prior, "after": held.after}


def _kind(part: str, one: Target, held: Confrontation) -> str:
    return "missed" if part == "seen" and one.key in held.unreproduced else part


def _look(part: str, one: Target, held: Confrontation) -> dict[str, Any]:
    kind = _kind(part, one, held)
    return {"color": _COLOURS[kind], "marker": _MARKERS[kind], "ms": 7}


def _write(
    axes: Axes, place: int, one: Target, held: Confrontation, lang: Lang
) -> None:
    look: dict[str, Any] = {"va": "center", "zorder": 5}
    height = place + _NAME
    axes.text(0, height, one.title.to(lang), weight="bold", size=10, **look)
    if one.kind != "sign":
        unit = one.unit.to(lang)
        axes.text(1, height, unit, size=9.5, color=GREY, ha="right", **look)
    for part, said in _words(one, held, lang).items():
        colour = _COLOURS[_kind(part, one, held)]
        height = place + _LINES[part]
        axes.text(_WORDS, height, said, color=colour, size=9.5, **look)


def _words(one: Target, held: Confrontation, lang: Lang) -> dict[str, str]:
    given = {"seen": published_in_words(one, lang)}
    for when, table in _tables(held).items():
        given[when] = given_in_words(table.to_dict("index")[one.key], one, lang)
    return {
        part: _word(f"{part}_short", lang, given=said) for part, said in given.items()
    }


def _legend(axes: Axes, rows: list[Target], held: Confrontation, lang: Lang) -> None:
    drawn = {_kind(part, one, held) for one in rows for part in _lines(one, held)}
    shown = [kind for kind in _COLOURS if kind in drawn]
    axes.legend(
        handles=[
            Line2D([], [], color=_COLOURS[kind], marker=_MARKERS[kind], ms=7, lw=2.6)
            for kind in shown
        ],
        labels=[_word(kind, lang) for kind in shown],
        loc="upper center",
        bbox_to_anchor=(0.5, -0.1 / (_HIGH * len(rows))),
        ncols=len(_COLOURS),
        frameon=False,
        fontsize=10,
        columnspacing=1.3,
    )


def _said(one: Target, held: Confrontation, lang: Lang) -> str:
    facts = {"title": one.title.to(lang), **_words(one, held, lang)}
    if one.kind == "sign":
        said = _word("targets_row_sign", lang, **facts)
    else:
        said = _word("targets_row", lang, unit=one.unit.to(lang), **facts)
    missed = one.key in held.unreproduced
    return f"{said} {_word('out_of_reach', lang)}" if missed else said

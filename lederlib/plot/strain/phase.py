"""Where strain comes to rest, tips and lets go, and a year's way through it."""

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PAPER, RUST, SAND
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.scenario import LeaderYear, RestCurve, edges_in_words
from lederlib.text import Lang, format_number, format_share, label, wording

_word = wording("strain.phase_")

WIDEST: Final = 3.0
WEEKS_PER_DOT: Final = 4
_PATH: Final[dict[str, Any]] = {
    "color": INK,
    "linewidth": 1.6,
    "markersize": 4.5,
    "zorder": 6,
}
_DOTTED: Final[dict[str, Any]] = {**_PATH, "marker": "o"}
_BRANCHES: Final[tuple[dict[str, Any], ...]] = (
    {"color": BLUE, "linewidth": 4, "zorder": 4},
    {"color": GREY, "linewidth": 2, "linestyle": (0, (2, 2)), "zorder": 4},
    {"color": RUST, "linewidth": 6, "zorder": 4},
)
_FOLDS: Final[tuple[dict[str, Any], ...]] = (
    {"color": RUST, "linewidth": 1.5, "linestyle": "--", "zorder": 3},
    {"color": BLUE, "linewidth": 1.5, "linestyle": ":", "zorder": 3},
)
_START: Final[dict[str, Any]] = {
    "marker": "o",
    "markersize": 11,
    "markerfacecolor": PAPER,
    "markeredgecolor": INK,
    "markeredgewidth": 2,
    "linestyle": "none",
    "zorder": 7,
}
_END: Final[dict[str, Any]] = {
    "marker": "D",
    "markersize": 10,
    "markerfacecolor": SAND,
    "markeredgecolor": INK,
    "markeredgewidth": 2,
    "linestyle": "none",
    "zorder": 8,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    branches: tuple[Line2D, ...]
    folds: tuple[Line2D, ...]
    names: tuple[Text, ...]
    path: Line2D
    dots: Line2D
    start: Line2D
    end: Line2D


@house_style()
def plot_phase(
    year: LeaderYear, *, lang: Lang = "da", synthetic: bool = False
) -> Drawing:
    """Plot the strain that rests at each load, and a year's way between the branches.

    ``update(year=…)`` moves it.

    Parameters
    ----------
    year : LeaderYear
        A result of `lederlib.scenario.leader_year`.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> from lederlib.scenario import leader_year
    >>> plot_phase(leader_year(draws=50), lang="en").alt[:62]
    'Strain tips when load reaches 137% of resources and lets go at'
    """
    figure = _empty(year, lang, synthetic=synthetic)
    artists = _artists(figure.axes[0], lang)

    def update(*, year: LeaderYear) -> str:
        _move_curve(artists, year.curve)
        _move_folds(artists, year.curve, lang)
        _move_path(artists, year)
        figure.alt = _alt(year, lang)
        return figure.alt

    update(year=year)
    moving = (
        *artists.folds,
        *artists.branches,
        *artists.names,
        artists.path,
        artists.dots,
        artists.start,
        artists.end,
    )
    return figure.with_moving(moving, update)


def _empty(year: LeaderYear, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=5.3,
        note=_word("note", lang),
        caption=_word("caption", lang),
        # The middle of every range is no draw.
        stamp=replace(year.stamp, seed=None, draws=None),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.75, 1.95, 0.25, 0.85)
    axes.set(xlim=(0, WIDEST), ylim=(0, 1))
    axes.set_xlabel(_word("ratio", lang))
    axes.set_ylabel(label("strain.strain", lang))
    axes.xaxis.set_major_formatter(share_ticks(lang))
    axes.yaxis.set_major_formatter(number_ticks(lang, 1))
    axes.grid(color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    return figure


def _artists(axes: Axes, lang: Lang) -> _Artists:
    def line(**look: Any) -> Line2D:  # noqa: ANN401
        return axes.plot([], [], **look)[0]

    artists = _Artists(
        folds=tuple(line(**look) for look in _FOLDS),
        branches=tuple(line(**look) for look in _BRANCHES),
        names=tuple(
            axes.text(
                0,
                1.02,
                "",
                ha=side,
                va="bottom",
                size=10.5,
                zorder=5,
                color=look["color"],
            )
            for side, look in zip(("left", "right"), _FOLDS, strict=True)
        ),
        path=line(**_PATH),
        dots=line(**_DOTTED | {"linestyle": "none"}),
        start=line(**_START),
        end=line(**_END),
    )
    axes.legend(handles=_legend(lang), **_LEGEND)
    return artists


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper center",
    "bbox_to_anchor": (0.46, -0.2),
    "ncols": 3,
    "frameon": False,
    "fontsize": 10,
    "columnspacing": 1.4,
}


def _legend(lang: Lang) -> list[Line2D]:
    looks = (
        ("calm", _BRANCHES[0]),
        ("strained", _BRANCHES[2]),
        ("ridge", _BRANCHES[1]),
        ("path", _DOTTED),
        ("start", _START),
        ("end", _END),
    )
    return [Line2D([], [], label=_word(key, lang), **look) for key, look in looks]


def _move_curve(artists: _Artists, curve: RestCurve) -> None:
    for branch, line in enumerate(artists.branches):
        on_it = np.flatnonzero(curve.branch == branch)
        # One point more, so that the branches meet.
        meets = np.append(on_it, on_it[-1:] + 1)
        meets = meets[meets < len(curve.branch)]
        line.set_data(curve.ratio[meets], curve.strain[meets])


def _move_folds(artists: _Artists, curve: RestCurve, lang: Lang) -> None:
    for key, at, line, name in zip(
        ("tips", "lets_go"),
        (curve.tip, curve.recover),
        artists.folds,
        artists.names,
        strict=True,
    ):
        seen = at < WIDEST
        line.set_data([at, at] if seen else [], [0, 1] if seen else [])
        words = _word(key, lang, share=format_share(at, lang)) if seen else ""
        name.set_text(words)
        name.set_x(at if seen else 0)


def _move_path(artists: _Artists, year: LeaderYear) -> None:
    ratio, strain = year_way(year)
    artists.path.set_data(ratio, strain)
    dots = slice(2 * WEEKS_PER_DOT - 1, -1, 2 * WEEKS_PER_DOT)
    artists.dots.set_data(ratio[dots], strain[dots])
    artists.start.set_data(ratio[:1], strain[:1])
    artists.end.set_data(ratio[-1:], strain[-1:])


def year_way(year: LeaderYear) -> tuple[Floats, Floats]:
    """Return load per resources and strain: across when load changes, then up or down.

    Examples
    --------
    >>> from lederlib.scenario import leader_year
    >>> [len(side) for side in year_way(leader_year(draws=2))]
    [104, 104]
    """
    ratio = np.repeat(year.load / year.resources, 2)
    strain = np.column_stack([year.strain[:-1], year.strain[1:]]).ravel()
    return ratio, strain


def _alt(year: LeaderYear, lang: Lang) -> str:
    ratio, strain = year_way(year)
    way = _word(
        "alt_way",
        lang,
        first=format_number(strain[0], lang),
        furthest=format_share(ratio.max(), lang),
        highest=format_number(strain.max(), lang),
        last=format_number(strain[-1], lang),
    )
    return f"{edges_in_words(year.curve, lang)} {way}"

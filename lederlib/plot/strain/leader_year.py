"""A leader's year: load above, the strain that it leads to below."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import FillBetweenPolyCollection
from matplotlib.lines import Line2D

from lederlib._checks import WEEKS_PER_YEAR
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, RUST, SAND
from lederlib.plot.drawing.shapes import Fan, fan, fan_key
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.scenario import LeaderYear, calendar_weeks
from lederlib.text import Lang, format_number, format_range, wording

_word = wording("strain.")

MOST_LOAD: Final = 3.0
MONTHS: Final = 12
_MIDDLE: Final[dict[str, Any]] = {"color": INK, "linewidth": 2.5, "zorder": 5}
_TIP: Final[dict[str, Any]] = {
    "color": RUST,
    "linewidth": 1.5,
    "linestyle": "--",
    "zorder": 4,
}
_RECOVER: Final[dict[str, Any]] = {**_TIP, "color": BLUE, "linestyle": ":"}
_HALF: Final[dict[str, Any]] = {
    **_TIP,
    "color": GREY,
    "linestyle": "-.",
    "zorder": 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    load: FillBetweenPolyCollection
    tip: Line2D
    recover: Line2D
    half: Line2D
    fan: Fan


@house_style()
def plot_leader_year(
    year: LeaderYear, *, lang: Lang = "da", synthetic: bool = False
) -> Drawing:
    """Plot load and strain through the weeks of a year, with the uncertainty of strain.

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
    >>> plot_leader_year(leader_year(draws=50), lang="en").alt[:64]
    'Strain begins at 0.25, is highest in week 41 (0.34) and ends at '
    """
    figure = _empty(year, lang, synthetic=synthetic)
    above, below = figure.axes
    artists = _artists(above, below, lang)

    def update(*, year: LeaderYear) -> str:
        _move_load(artists, year)
        _move_strain(artists, year)
        figure.alt = _alt(year, lang)
        return figure.alt

    update(year=year)
    moving = (
        artists.load,
        artists.tip,
        artists.recover,
        artists.half,
        *artists.fan.artists,
    )
    return figure.with_moving(moving, update)


def _empty(year: LeaderYear, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=5.3,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=year.stamp,
        synthetic=synthetic,
    )
    above = place_axes(figure, 0.75, 3.75, 0.25, 0.75)
    above.set(
        xlim=(0, WEEKS_PER_YEAR),
        ylim=(0, MOST_LOAD),
        yticks=[0, 1, 2, 3],
        xticks=[],
    )
    above.text(0, 1.07, _word("load", lang), transform=above.transAxes, size=10.5)
    above.yaxis.set_major_formatter(share_ticks(lang))
    below = place_axes(figure, 0.75, 1.75, 0.25, 1.7)
    below.set(xlim=(0, WEEKS_PER_YEAR), ylim=(0, 1))
    below.set_ylabel(_word("strain", lang))
    below.yaxis.set_major_formatter(number_ticks(lang, 1))
    below.grid(axis="y", color=PALE, linewidth=0.8)
    below.set_axisbelow(True)
    names = [_word(f"month_{month}", lang) for month in range(MONTHS)]
    below.set_xticks((np.arange(MONTHS) + 0.5) * WEEKS_PER_YEAR / MONTHS, labels=names)
    below.tick_params(axis="x", length=0)
    return figure


def _artists(above: Axes, below: Axes, lang: Lang) -> _Artists:
    nothing = ([0.0, 1.0], [0.0, 0.0], [0.0, 0.0])
    loads: dict[str, Any] = {
        "facecolor": SAND,
        "edgecolor": INK,
        "linewidth": 1,
        "zorder": 3,
    }
    artists = _Artists(
        load=above.fill_between(*nothing, **loads),
        tip=above.plot([], [], **_TIP)[0],
        recover=above.plot([], [], **_RECOVER)[0],
        half=below.plot([], [], **_HALF)[0],
        fan=fan(below, **_MIDDLE),
    )
    below.legend(handles=_legend(lang), **_LEGEND)
    return artists


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper center",
    "bbox_to_anchor": (0.44, -0.13),
    "ncols": 3,
    "frameon": False,
    "fontsize": 10,
    "columnspacing": 1.4,
}


def _legend(lang: Lang) -> list[Artist]:
    return [
        Line2D([], [], label=_word("middle", lang), **_MIDDLE),
        fan_key(_word("half_of", lang), half=True),
        fan_key(_word("most_of", lang)),
        Line2D([], [], label=_word("tips_above", lang), **_TIP),
        Line2D([], [], label=_word("lets_go_below", lang), **_RECOVER),
        Line2D([], [], label=_word("half_point", lang), **_HALF),
    ]


def _move_load(artists: _Artists, year: LeaderYear) -> None:
    edges = np.repeat(np.arange(WEEKS_PER_YEAR + 1.0), 2)[1:-1]
    height = np.repeat(year.load, 2)
    artists.load.set_data(edges, np.zeros_like(height), height)
    for line, at in (
        (artists.tip, year.curve.tip),
        (artists.recover, year.curve.recover),
    ):
        level = at * year.resources
        seen = level < MOST_LOAD
        line.set_data(
            [0, WEEKS_PER_YEAR] if seen else [], [level, level] if seen else []
        )


def _move_strain(artists: _Artists, year: LeaderYear) -> None:
    weeks = np.arange(WEEKS_PER_YEAR + 1.0)
    artists.fan.move(weeks, year.fan[[0, 1, -2, -1]], year.strain)
    artists.half.set_data([0, WEEKS_PER_YEAR], [year.half_point, year.half_point])


def _alt(year: LeaderYear, lang: Lang) -> str:
    highest = int(year.strain.argmax())
    # Strain is known at the end of a week; the start is the end of the one before.
    week = calendar_weeks()[highest - 1]
    return _word(
        "alt",
        lang,
        first=format_number(year.strain[0], lang),
        week=week,
        highest=format_number(year.strain[highest], lang),
        last=format_number(year.strain[-1], lang),
        range=format_range(year.fan[0, -1], year.fan[-1, -1], lang),
    )

"""All leaders beside the one average leader: through the weeks, and where they end."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from lederlib._checks import Floats
from lederlib.plot.drawing.colours import BLUE, INK, PALE, RUST, SKY
from lederlib.plot.drawing.shapes import Fan, boxes, fan, fan_key, one_path
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.scenario import Contagion
from lederlib.text import Lang, format_number, format_share, wording

_word = wording("contagion.")

BINS: Final = np.linspace(0, 1, 21)
MOST_SHARE: Final = 0.4
_STEP: Final = 4
_CUTS: Final = (0.05, 0.25, 0.75, 0.95)
_MEAN: Final[dict[str, Any]] = {"color": INK, "linewidth": 2.5, "zorder": 5}
_AVERAGE: Final[dict[str, Any]] = {
    "color": RUST,
    "linewidth": 2.5,
    "linestyle": "--",
    "zorder": 6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    fan: Fan
    average: Line2D
    bars: PathPatch
    at_mean: Line2D
    at_average: Line2D


@house_style()
def plot_population(
    found: Contagion, *, lang: Lang = "da", synthetic: bool = False
) -> Drawing:
    """Plot the strain of all leaders beside that of one average leader.

    ``update(found=…)`` moves it.

    Parameters
    ----------
    found : Contagion
        A result of `lederlib.scenario.contagion`.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> from lederlib.scenario import contagion
    >>> plot_population(contagion(employees=900, weeks=52), lang="en").alt[:38]
    'The strain of the 32 leaders ends at 0'
    """
    figure = _empty(found, lang, synthetic=synthetic)
    over, end = figure.axes
    artists = _artists(over, end, lang)

    def update(*, found: Contagion) -> str:
        _move_weeks(artists, found)
        _move_end(artists, found)
        figure.alt = _alt(found, lang)
        return figure.alt

    update(found=found)
    moving = (
        *artists.fan.artists,
        artists.average,
        artists.bars,
        artists.at_mean,
        artists.at_average,
    )
    return figure.with_moving(moving, update)


def _empty(found: Contagion, lang: Lang, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=5.0,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=found.stamp,
        synthetic=synthetic,
    )
    weeks = len(found.leader_mean) - 1
    over = place_axes(figure, 0.75, 1.75, 2.55, 0.85)
    over.set(xlim=(0, weeks), ylim=(0, 1))
    over.set_xlabel(_word("weeks", lang))
    over.set_ylabel(_word("strain", lang))
    over.yaxis.set_major_formatter(number_ticks(lang, 1))
    over.grid(axis="y", color=PALE, linewidth=0.8)
    over.set_axisbelow(True)
    end = place_axes(figure, 4.75, 1.75, 0.3, 0.85)
    end.set(xlim=(0, MOST_SHARE), ylim=(0, 1), xticks=[0, 0.2, 0.4], yticks=[])
    end.set_xlabel(_word("share", lang))
    end.xaxis.set_major_formatter(share_ticks(lang))
    for axes, key in ((over, "through"), (end, "in_the_end")):
        axes.text(0, 1.03, _word(key, lang), transform=axes.transAxes, size=10.5)
    return figure


def _artists(over: Axes, end: Axes, lang: Lang) -> _Artists:
    bars = PathPatch(
        one_path(np.empty((0, 4, 2))), facecolor=SKY, edgecolor=BLUE, zorder=3
    )
    artists = _Artists(
        fan=fan(over, **_MEAN),
        average=over.plot([], [], **_AVERAGE)[0],
        bars=bars,
        at_mean=end.plot([], [], **_MEAN)[0],
        at_average=end.plot([], [], **_AVERAGE)[0],
    )
    end.add_patch(bars)
    over.legend(handles=_legend(lang), **_LEGEND)
    return artists


_LEGEND: Final[dict[str, Any]] = {
    "loc": "upper left",
    "bbox_to_anchor": (-0.1, -0.2),
    "ncols": 2,
    "frameon": False,
    "fontsize": 10,
    "columnspacing": 1.4,
}


def _legend(lang: Lang) -> list[Artist]:
    return [
        Line2D([], [], label=_word("mean", lang), **_MEAN),
        Line2D([], [], label=_word("average", lang), **_AVERAGE),
        fan_key(_word("half_of", lang), half=True),
        fan_key(_word("most_of", lang)),
    ]


def _move_weeks(artists: _Artists, found: Contagion) -> None:
    weeks = np.arange(0, len(found.leader_mean), _STEP)
    ends = np.quantile(found.leader_strain[weeks], _CUTS, axis=1)
    artists.fan.move(weeks, ends, found.leader_mean[weeks])
    artists.average.set_data(weeks, found.average_leader[weeks])


def _move_end(artists: _Artists, found: Contagion) -> None:
    shares = ending_shares(found)
    there = shares > 0
    bars = boxes(0, BINS[:-1], np.minimum(shares, MOST_SHARE), BINS[1:])
    artists.bars.set_path(one_path(bars[there]))
    for line, path in (
        (artists.at_mean, found.leader_mean),
        (artists.at_average, found.average_leader),
    ):
        line.set_data([0, MOST_SHARE], [path[-1], path[-1]])


def ending_shares(found: Contagion) -> Floats:
    """Return the share of leaders in each twentieth of strain at the end."""
    counts, _ = np.histogram(found.leader_strain[-1], BINS)
    return np.asarray(counts / counts.sum())


def _alt(found: Contagion, lang: Lang) -> str:
    return _word(
        "alt",
        lang,
        leaders=format_number(found.leader_load.size, lang, digits=0),
        mean=format_number(found.leader_mean[-1], lang),
        average=format_number(found.average_leader[-1], lang),
        near=format_share(found.near, lang),
    )

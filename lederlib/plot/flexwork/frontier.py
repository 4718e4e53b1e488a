"""Freedom against community: what each way of sharing the week buys and costs."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MultipleLocator
from matplotlib.transforms import Transform

from lederlib._checks import Floats, as_floats
from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PAPER, RUST, SKY
from lederlib.plot.drawing.shapes import outline
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
)
from lederlib.text import Lang, format_number, format_range, wording

SAME: Final = 1e-9
COLUMNS: Final = ("home", "anchor", "freedom", "community")
_word = wording("flexwork.frontier_")

_CUTS: Final = (0.05, 0.25, 0.5, 0.75, 0.95)
#: Points between two circles, below which the later lies on the other's digit.
_COVERED: Final = 9.0


@house_style()
def plot_frontier(
    combinations: pd.DataFrame,
    *,
    home: float,
    anchor: float,
    freedom: npt.ArrayLike,
    community: npt.ArrayLike,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot every sharing of the week by its freedom and its community.

    ``update(home=…, anchor=…, freedom=…, community=…)`` moves the chosen point;
    ``combinations=…`` as well, if the team or the role changed.

    Parameters
    ----------
    combinations : DataFrame
        One row per sharing: home and anchor (days per week), freedom (bits) and
        community (0 to 1, the middle of the draws).
    home, anchor : float
        The sharing that is chosen, in days per week.
    freedom, community : array-like, shape () or (draws,)
        Where the chosen sharing lies; draws give its 50 % and 90 % range.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> import pandas as pd
    >>> ways = pd.DataFrame({"home": [0, 2], "anchor": [0, 0], "freedom": [0.0, 4.0],
    ...                      "community": [0.6, 0.5]})
    >>> plot_frontier(ways, home=2, anchor=0, freedom=4, community=[0.4, 0.5, 0.6],
    ...               lang="en").alt[:56]
    '2 home days and 0 fixed days: 16 week plans to choose fr'
    """
    figure = _empty(lang, stamp, synthetic=synthetic)
    _require_columns(combinations)
    artists = frontier_artists(figure.axes[0])
    _frame(figure.axes[0], combinations, _quantiles(community, "community"))

    def update(
        *,
        home: float,
        anchor: float,
        freedom: npt.ArrayLike,
        community: npt.ArrayLike,
        combinations: pd.DataFrame | None = None,
    ) -> str:
        if combinations is not None:
            move_ways(artists, combinations)
        across, up = _quantiles(freedom, "freedom"), _quantiles(community, "community")
        move_point(artists, across, up)
        artists.words.set_text(_words(home, anchor, lang))
        figure.alt = _alt(home, anchor, across, up, lang)
        return figure.alt

    update(
        home=home,
        anchor=anchor,
        freedom=freedom,
        community=community,
        combinations=combinations,
    )
    moving = (
        artists.lines,
        artists.dots,
        artists.digits,
        artists.spread,
        artists.point,
        artists.words,
    )
    return figure.with_moving(moving, update)


def _quantiles(draws: npt.ArrayLike, name: str) -> Floats:
    return np.quantile(as_floats(draws, name=name), _CUTS)


def _require_columns(combinations: pd.DataFrame) -> None:
    missing = [column for column in COLUMNS if column not in combinations]
    if missing:
        found = ", ".join(str(column) for column in combinations.columns)
        msg = f"combinations must have the columns {', '.join(COLUMNS)}; got {found}."
        raise ValueError(msg)


def _empty(lang: Lang, stamp: Stamp | None, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=4.9,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.8, 1.25, 0.25, 0.55)
    axes.set(xlim=(-0.25, 5.5), ylim=(0, 1), xticks=range(6))
    axes.set_xlabel(_word("freedom", lang))
    axes.set_ylabel(_word("community", lang))
    axes.xaxis.set_major_formatter(
        FuncFormatter(lambda bits, _: format_number(2**bits, lang, digits=0))
    )
    axes.yaxis.set_major_locator(MultipleLocator(0.1))
    axes.yaxis.set_major_formatter(number_ticks(lang, 1))
    axes.grid(color=PALE, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.legend(handles=_legend(lang), loc="lower left", frameon=False, fontsize=10)
    return figure


def _legend(lang: Lang) -> list[Line2D]:
    looks: tuple[tuple[str, dict[str, Any]], ...] = (
        ("best", {"marker": "o", "ms": 11, "mfc": SKY, "mec": BLUE}),
        ("beaten", {"marker": "o", "ms": 11, "mfc": PAPER, "mec": BLUE}),
        ("chosen", {"marker": "D", "ms": 11, "mfc": RUST, "mec": PAPER}),
    )
    return [
        Line2D([], [], linestyle="none", label=_word(key, lang), **look)
        for key, look in looks
    ]


def _frame(axes: Axes, combinations: pd.DataFrame, up: Floats) -> None:
    """Fix the height of the picture, so that a move never rescales it."""
    reached = np.append(combinations["community"].to_numpy(float), up)
    low, high = np.floor(10 * reached.min() - 2) / 10, np.ceil(10 * reached.max()) / 10
    # A little more than that, so that circles at nothing are whole.
    axes.set_ylim(max(low, 0) - 0.03, min(high + 0.1, 1))


def _words(home: float, anchor: float, lang: Lang) -> str:
    return f"{_counted('home', home, lang)}, {_counted('fixed', anchor, lang)}"


def _counted(key: str, days: float, lang: Lang) -> str:
    return _word(
        f"{key}_day" if days == 1 else f"{key}_days", lang, days=_days(days, lang)
    )


def _days(days: float, lang: Lang) -> str:
    return format_number(days, lang, digits=0 if float(days).is_integer() else 1)


def _alt(home: float, anchor: float, across: Floats, up: Floats, lang: Lang) -> str:
    return _word(
        "alt",
        lang,
        home=_counted("home", home, lang),
        anchor=_counted("fixed", anchor, lang),
        plans=format_number(2 ** across[2], lang, digits=0),
        community=format_number(up[2], lang),
        spread=format_range(up[0], up[-1], lang),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierArtists:
    """All of the frontier that moves."""

    lines: LineCollection
    dots: PathCollection
    digits: PathCollection
    spread: LineCollection
    point: PathCollection
    words: Text


def frontier_artists(axes: Axes) -> FrontierArtists:
    """Return the moving parts of the frontier, added to `axes`."""
    lines = LineCollection([], colors=GREY, linewidths=1, zorder=3)
    spread = LineCollection([], colors=RUST, linewidths=[6, 2.5], zorder=5)
    for collection in (lines, spread):
        axes.add_collection(collection, autolim=False)
    dots = axes.scatter([], [], s=150, linewidths=1, edgecolors=BLUE, zorder=3.5)
    digits = axes.scatter([], [], s=1, color=INK, linewidths=0, zorder=4)
    point = axes.scatter(
        [], [], s=170, marker="D", color=RUST, edgecolors=PAPER, zorder=6
    )
    words = axes.text(
        0.985,
        0.97,
        "",
        transform=axes.transAxes,
        size=11.5,
        weight="bold",
        color=RUST,
        ha="right",
        va="top",
        zorder=7,
    )
    return FrontierArtists(
        lines=lines, dots=dots, digits=digits, spread=spread, point=point, words=words
    )


def move_ways(artists: FrontierArtists, combinations: pd.DataFrame) -> None:
    """Move every way of sharing to its freedom and community."""
    ways = combinations.sort_values(["anchor", "home"])
    home, anchor, freedom, community = ways[list(COLUMNS)].to_numpy(float).T
    places = np.column_stack([freedom, community])
    artists.lines.set_segments([places[anchor == days] for days in np.unique(anchor)])
    artists.dots.set_offsets(places)
    best = is_best(freedom, community)
    artists.dots.set_facecolor([SKY if wins else PAPER for wins in best])
    # Without home days the fixed days change nothing, and the circles coincide.
    apart = (home > 0) & _uncovered(artists.dots.get_offset_transform(), places)
    artists.digits.set_offsets(places[apart])
    digits = [outline(f"{days:.0f}", size=9.5, anchor=0.5) for days in anchor[apart]]
    artists.digits.set_paths(digits)


def _uncovered(to_page: Transform, places: Floats) -> npt.NDArray[np.bool_]:
    """Return in which circles a digit can be read, as none of the later lies on it."""
    page = to_page.transform(places)
    apart = np.hypot(*np.moveaxis(page[:, None] - page, -1, 0))
    return np.asarray(~np.triu(apart < _COVERED, 1).any(axis=1))


def is_best(freedom: Floats, community: Floats) -> npt.NDArray[np.bool_]:
    """Return which ways no other way matches on one count and beats on the other."""
    more_free = freedom - freedom[:, None]
    closer = community - community[:, None]
    matches = (more_free >= -SAME) & (closer >= -SAME)
    beats = (more_free > SAME) | (closer > SAME)
    return np.asarray(~(matches & beats).any(axis=1))


def move_point(artists: FrontierArtists, across: Floats, up: Floats) -> None:
    """Move the chosen way, with its 50 % and 90 % range."""
    x, y = across[2], up[2]
    artists.spread.set_segments(
        [
            [(x, up[1]), (x, up[3])],
            [(x, up[0]), (x, up[4])],
            [(across[1], y), (across[3], y)],
            [(across[0], y), (across[4], y)],
        ]
    )
    artists.point.set_offsets([[x, y]])

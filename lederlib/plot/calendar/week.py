"""A week in a calendar: one cancellation, and the meetings that it moves."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.patches import Patch, PathPatch

from lederlib._checks import Ints, require_between, seed_of
from lederlib.plot.drawing.colours import INK, PALE, PAPER, RUST, SKY
from lederlib.plot.drawing.shapes import boxes, one_path, outline
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, wording

_word = wording("calendar.")

DAYS: Final = 5
HOURS: Final = 8
FIRST_HOUR: Final = 8
GAP: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One cancellation in a week of 40 hours.

    Attributes
    ----------
    booked : numpy.ndarray of bool, shape (40,)
        Monday's eight hours first.
    moved : numpy.ndarray of int
        The hours whose meeting gave way, in order; empty where nothing is booked.
    landed : int or None
        The free hour in which the last one found room; None if it was cancelled.
    """

    booked: npt.NDArray[np.bool_]
    moved: Ints
    landed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    booked: PathPatch
    moved: PathPatch
    landed: PathPatch
    ways: LineCollection
    numbers: PathCollection


@house_style()
def plot_calendar_week(
    *,
    booked: float = 0.65,
    gives_way: float = 0.75,
    rng: int | np.random.Generator = 0,
    lang: Lang = "da",
) -> Drawing:
    """Plot one cancellation in a week drawn at random, and what it moves.

    ``update(booked=…, gives_way=…, rng=…)`` moves it.

    Parameters
    ----------
    booked : float
        Share of the hours that is booked, 0 to 1.
    gives_way : float
        Chance that a meeting gives way to one that was moved onto it, 0 to 1.
    rng : int or numpy.random.Generator
        Which week; with the same seed it changes as little as it can.
    lang : {"da", "en"}
        Language of the words.

    Examples
    --------
    >>> plot_calendar_week(booked=0, lang="en").alt
    'In this week no hour is booked, so there is nothing to cancel.'
    """
    figure = _empty(lang)
    artists = _artists(figure.axes[0], lang)

    def update(
        *, booked: float, gives_way: float, rng: int | np.random.Generator
    ) -> str:
        chain = sample_chain(booked=booked, gives_way=gives_way, rng=rng)
        _move(artists, chain)
        figure.alt = _alt(chain, lang)
        return figure.alt

    update(booked=booked, gives_way=gives_way, rng=rng)
    moving = (artists.booked, artists.moved, artists.landed, artists.ways)
    return figure.with_moving((*moving, artists.numbers), update)


def sample_chain(
    *, booked: float, gives_way: float, rng: int | np.random.Generator
) -> Chain:
    """Return one cancellation and what follows, in a week drawn at random.

    Parameters
    ----------
    booked, gives_way, rng
        As for `plot_calendar_week`.

    Raises
    ------
    ValueError
        If a share lies outside 0 to 1.

    Examples
    --------
    >>> chain = sample_chain(booked=1, gives_way=1, rng=0)
    >>> len(chain.moved), chain.landed
    (40, None)
    """
    full = require_between(booked, 0, 1, name="booked")
    yields = require_between(gives_way, 0, 1, name="gives_way")
    chance = np.random.default_rng(seed_of(rng))
    taken = chance.random(DAYS * HOURS) < full
    order = chance.permutation(DAYS * HOURS)
    way = chance.random(DAYS * HOURS) < yields
    if not taken.any():
        return Chain(booked=taken, moved=order[:0], landed=None)
    # The first booked hour of the order gives way; each then tries the next hour.
    tried = order[np.flatnonzero(taken[order])[0] :]
    stops = ~taken[tried] | ~way[tried]
    stops[0] = False
    ends = int(stops.argmax()) if stops.any() else len(tried)
    free = ends < len(tried) and not taken[tried[ends]]
    landed = int(tried[ends]) if free else None
    return Chain(booked=taken, moved=tried[:ends], landed=landed)


def _empty(lang: Lang) -> Drawing:
    figure = new_figure(
        _word("week_title", lang),
        lang=lang,
        height=5.6,
        note=_word("week_note", lang),
        caption=_word("week_caption", lang),
    )
    axes = place_axes(figure, 0.75, 1.25, 0.25, 0.8)
    axes.set(xlim=(0, DAYS), ylim=(HOURS, 0))
    axes.set_xticks(
        np.arange(DAYS) + 0.5, [_word(f"day_{d}", lang) for d in range(DAYS)]
    )
    axes.set_yticks(np.arange(HOURS) + 0.5, [f"{FIRST_HOUR + h}" for h in range(HOURS)])
    axes.xaxis.tick_top()
    axes.tick_params(length=0, pad=3)
    axes.spines[:].set_visible(False)
    every = np.arange(DAYS * HOURS)
    axes.add_patch(PathPatch(_cells(every), facecolor=PAPER, edgecolor=PALE, zorder=1))
    return figure


def _artists(axes: Axes, lang: Lang) -> _Artists:
    nothing = one_path(np.empty((0, 4, 2)))

    def patch(zorder: float, **look: Any) -> PathPatch:  # noqa: ANN401
        shape = PathPatch(nothing, zorder=zorder, **look)
        axes.add_patch(shape)
        return shape

    landed: dict[str, Any] = {
        "facecolor": PAPER,
        "edgecolor": RUST,
        "linewidth": 2.5,
        "ls": "--",
    }
    ways = LineCollection([], colors=INK, linewidths=1.3, zorder=4, alpha=0.75)
    axes.add_collection(ways, autolim=False)
    looks: dict[str, dict[str, Any]] = {
        "week_booked": {"facecolor": SKY},
        "week_moved": {"facecolor": RUST},
        "week_landed": landed,
    }
    axes.legend(
        handles=[Patch(**look) for look in looks.values()],
        labels=[_word(key, lang) for key in looks],
        loc="upper center",
        bbox_to_anchor=(0.45, -0.01),
        ncols=3,
        frameon=False,
        fontsize=10,
    )
    return _Artists(
        booked=patch(2, facecolor=SKY, linewidth=0),
        moved=patch(3, facecolor=RUST, linewidth=0),
        landed=patch(3.5, **landed),
        ways=ways,
        numbers=axes.scatter([], [], s=1, color=PAPER, linewidths=0, zorder=6),
    )


def _move(artists: _Artists, chain: Chain) -> None:
    still = chain.booked.copy()
    still[chain.moved] = False
    artists.booked.set_path(_cells(np.flatnonzero(still)))
    artists.moved.set_path(_cells(chain.moved))
    last = [] if chain.landed is None else [chain.landed]
    artists.landed.set_path(_cells(np.array(last, dtype=np.int64)))
    steps = _middles(np.array([*chain.moved, *last], dtype=np.int64))
    artists.ways.set_segments([np.array(pair) for pair in pairwise(steps)])
    numbers = [str(place + 1) for place in range(len(chain.moved))]
    artists.numbers.set_paths([outline(word, size=12, anchor=0.5) for word in numbers])
    artists.numbers.set_offsets(steps[: len(numbers)].reshape(-1, 2))


def _cells(hours: Ints) -> Any:  # noqa: ANN401 - matplotlib's path
    day, hour = np.divmod(hours, HOURS)
    return one_path(boxes(day + GAP, hour + GAP, day + 1 - GAP, hour + 1 - GAP))


def _middles(hours: Ints) -> npt.NDArray[np.float64]:
    day, hour = np.divmod(hours, HOURS)
    return np.column_stack([day + 0.5, hour + 0.5])


def _alt(chain: Chain, lang: Lang) -> str:
    if not len(chain.moved):
        return _word("week_alt_empty", lang)
    count = len(chain.moved)
    key = "meetings_one" if count == 1 else "meetings_many"
    ending = "dropped" if chain.landed is None else "landed"
    return _word(
        f"week_alt_{ending}",
        lang,
        booked=int(chain.booked.sum()),
        moved=_word(key, lang, number=format_number(count, lang, digits=0)),
    )

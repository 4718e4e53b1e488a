"""The bucket with holes: levels, streams in, and streams out through holes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from lederlib._checks import Floats
from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PLUM, RUST, SAND, SKY
from lederlib.plot.drawing.shapes import boxes, one_path, outline
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.scenario import BucketYear
from lederlib.text import Lang, format_number, wording

LEFT, RIGHT, BOTTOM, TOP = 2.0, 4.3, 2.0, 5.3
FLOOR: Final = 1.25
TAP: Final = 6.15
POOL: Final = (4.5, 6.85)
INCHES_PER_PERSON: Final = 0.03
WIDEST: Final = 0.75
FULL_POOL: Final = 50.0
TAPER: Final = 0.32
THICK: Final = 0.03
_word = wording("bucket.")

WIDTH: Final = 7.0
HEIGHT: Final = 6.7
#: Colours from the back to the front, by what they paint.
PAINT: Final = {
    "settled": SKY,
    "newcomers": SAND,
    "pool": PALE,
    "hires": BLUE,
    "returns": PLUM,
    "newcomer_quits": RUST,
    "others": RUST,
    "retirements": GREY,
}
#: Where each word stands, how it is aligned, and which number goes under it.
WORDS: Final = {
    "vacant": (1.72, 5.2, "right"),
    "new": (1.72, 4.55, "right"),
    "settled": (3.15, 4.05, "center"),
    "hole_quit": (4.0, 3.2, "right"),
    "hole_retired": (2.42, 2.6, "left"),
    "hole_new": (5.45, 4.3, "left"),
    "hired": (2.55, 6.05, "right"),
    "returned": (6.55, 5.55, "right"),
}
#: Words that the moving levels would cover, so they move too.
INSIDE: Final = ("settled", "hole_quit", "hole_retired")
LINE: Final = 0.24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Artists:
    shapes: Mapping[str, PathPatch]
    leads: PathPatch
    numbers: PathCollection
    when: Text


@house_style()
def plot_bucket(
    year: BucketYear,
    *,
    lang: Lang = "da",
    stamp: Stamp | None = None,
    synthetic: bool = False,
) -> Drawing:
    """Plot a year's levels and flows as a bucket with taps and holes.

    ``update(year=…)`` moves the levels.

    Parameters
    ----------
    year : BucketYear
        From `lederlib.scenario.bucket_year`: levels and flows of 100 positions.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.
    synthetic : bool
        Whether the figure rests on made-up data.

    Examples
    --------
    >>> from lederlib.scenario import bucket_year, run_bucket
    >>> plot_bucket(bucket_year(run_bucket(draws=20), 5), lang="en").alt[:23]
    'The bucket in 5 years: '
    """
    figure = _empty(lang, stamp, synthetic=synthetic)
    artists = _artists(figure.axes[0])

    def update(*, year: BucketYear) -> str:
        people = _people(year)
        shapes, leads = bucket_shapes(people)
        for name, patch in artists.shapes.items():
            patch.set_path(one_path(shapes[name]))
        artists.leads.set_path(one_path(leads))
        _write(artists, people, year, lang)
        figure.alt = _alt(people, year, lang)
        return figure.alt

    update(year=year)
    moving = (*artists.shapes.values(), artists.leads, artists.numbers, artists.when)
    return figure.with_moving(moving, update)


def _people(year: BucketYear) -> dict[str, float]:
    """Return what each word of the picture counts."""
    flows, levels = year.flows, year.levels
    return {
        "vacant": levels["vacancies"],
        "new": levels["newcomers"],
        "settled": levels["established"],
        "alumni": levels["alumni"],
        "hired": max(flows["hires"] - flows["returns"], 0),
        "returned": flows["returns"],
        "hole_new": flows["newcomer_quits"],
        "hole_quit": max(flows["quits"] - flows["newcomer_quits"], 0),
        "hole_retired": flows["retirements"],
    }


def _empty(lang: Lang, stamp: Stamp | None, *, synthetic: bool) -> Drawing:
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        width=WIDTH,
        height=HEIGHT,
        note=_word("note", lang),
        caption=_word("caption", lang),
        stamp=stamp,
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0, 0, 0, 0)
    axes.set(xlim=(0, WIDTH), ylim=(0, HEIGHT))
    axes.set_axis_off()
    for key in (key for key in WORDS if key not in INSIDE):
        x, y, side = WORDS[key]
        axes.text(x, y, _word(key, lang), ha=side, va="center", size=10)
    pool = _word("alumni", lang)
    axes.text(4.55, FLOOR - 0.05, pool, va="top", size=10)
    return figure


def _artists(axes: Axes) -> _Artists:
    nothing = one_path(np.empty((0, 4, 2)))

    def patch(zorder: float, **look: Any) -> PathPatch:  # noqa: ANN401
        shape = PathPatch(nothing, zorder=zorder, **look)
        axes.add_patch(shape)
        return shape

    _walls(axes)
    return _Artists(
        shapes={
            name: patch(2 if place < 3 else 5, facecolor=colour, linewidth=0)  # noqa: PLR2004 - levels first
            for place, (name, colour) in enumerate(PAINT.items())
        },
        leads=patch(6, facecolor="none", edgecolor=GREY, linewidth=0.9),
        numbers=axes.scatter([], [], s=1, color=INK, linewidths=0, zorder=8),
        when=axes.text(0.12, HEIGHT - 0.42, "", va="top", size=11, color=GREY),
    )


def _walls(axes: Axes) -> None:
    look: dict[str, Any] = {"color": INK, "solid_capstyle": "round"}
    across = [LEFT, LEFT + TAPER, RIGHT - TAPER, RIGHT]
    axes.plot(across, [TOP, BOTTOM, BOTTOM, TOP], lw=4, zorder=1, **look)
    axes.plot([0.9, POOL[1]], [FLOOR, FLOOR], lw=1.2, color=GREY, zorder=1)


def _write(
    artists: _Artists, people: Mapping[str, float], year: BucketYear, lang: Lang
) -> None:
    anchors = {"left": 0.0, "center": 0.5, "right": 1.0}
    written = [
        (x, y - LINE, format_number(people[key], lang, digits=1), side)
        for key, (x, y, side) in WORDS.items()
    ]
    alumni = format_number(people["alumni"], lang, digits=0)
    written.append((6.0, FLOOR + 0.14, alumni, "center"))
    written += [(*WORDS[key][:2], _word(key, lang), WORDS[key][2]) for key in INSIDE]
    words = [outline(word, size=10, anchor=anchors[s]) for *_, word, s in written]
    artists.numbers.set_paths(words)
    artists.numbers.set_offsets([(x, y) for x, y, *_ in written])
    artists.when.set_text(_when(year.year, lang))


def _when(year: int, lang: Lang) -> str:
    key = {0: "year_now", 1: "year_one"}.get(year, "year_many")
    return _word(key, lang, year=year)


def _alt(people: Mapping[str, float], year: BucketYear, lang: Lang) -> str:
    numbers = {
        key: format_number(value, lang, digits=1) for key, value in people.items()
    }
    return _word("alt", lang, when=_when(year.year, lang), **numbers)


def bucket_shapes(people: Mapping[str, float]) -> tuple[dict[str, Floats], Floats]:
    """Return the corners of every level and stream, and of the lines to the words."""
    wide = {
        name: min(INCHES_PER_PERSON * number, WIDEST) for name, number in people.items()
    }
    deep = (TOP - BOTTOM) / 100
    settled = BOTTOM + deep * people["settled"]
    surface = settled + deep * people["new"]
    pool = FLOOR + 0.6 * min(people["alumni"] / FULL_POOL, 1)
    high, low = (settled + surface) / 2, min(2.95, settled)
    back = 6.8 - wide["returned"]
    shapes = {
        "settled": _layer(BOTTOM, settled),
        "newcomers": _layer(settled, surface),
        "pool": boxes(POOL[0], FLOOR, POOL[1], pool),
        "hires": boxes(
            2.95 - wide["hired"] / 2, surface, 2.95 + wide["hired"] / 2, TAP
        ),
        "returns": _bent(wide["returned"], back, pool=pool, surface=surface),
        "newcomer_quits": _spilt(wide["hole_new"], high, 5.3, pool),
        "others": _spilt(wide["hole_quit"], low, 4.5, pool),
        "retirements": boxes(2.5, FLOOR, 2.5 + wide["hole_retired"], BOTTOM),
    }
    vacant = (surface + TOP) / 2
    return shapes, np.concatenate([_lead(5.13, vacant), _lead(4.48, high)])


def _layer(bottom: float, top: float) -> Floats:
    """Return what stands between two heights in a bucket that widens upwards."""
    low, high = _wall(bottom), _wall(top)
    sides = [(low, bottom), (-low, bottom), (-high, top), (high, top)]
    return np.array([[(x + (LEFT + RIGHT) / 2, y) for x, y in sides]])


def _wall(y: float) -> float:
    """Return how far the right side lies from the middle at this height."""
    narrower = TAPER * (TOP - y) / (TOP - BOTTOM)
    return (RIGHT - LEFT) / 2 - narrower - THICK


def _spilt(wide: float, y: float, x: float, floor: float) -> Floats:
    """Return a stream out of the right side at `y` that falls at `x`."""
    top, hole = y + wide / 2, (LEFT + RIGHT) / 2 + _wall(y)
    return boxes([hole, x], [y - wide / 2, floor], [x + wide] * 2, [top, top])


def _bent(wide: float, x: float, *, pool: float, surface: float) -> Floats:
    """Return a stream up from the pool at `x`, across, and down into the bucket."""
    into, top = 3.75, 5.75
    return boxes(
        [x, into, into],
        [pool, top - wide, surface],
        [x + wide, x + wide, into + wide],
        [top, top, top],
    )


def _lead(y: float, level: float) -> Floats:
    """Return a thin line from a word beside the bucket to its level."""
    inside = (LEFT + RIGHT) / 2 - _wall(level) + 0.08
    return np.array([[(1.76, y), (inside, level), (inside, level), (1.76, y)]])

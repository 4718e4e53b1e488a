"""Laws of every figure, in both languages, that a machine can check.

No word covers another, every word lies inside the figure, a label stands nearest to the
mark that it names, the legend shows what is drawn and nothing else, and no setting of
the reader's own shows. Words drawn as shapes, such as digits in circles, are not seen.
"""

import io
from functools import cache
from itertools import combinations, product

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.collections import Collection, LineCollection, PathCollection
from matplotlib.colors import to_hex, to_rgba_array
from matplotlib.contour import ContourSet
from matplotlib.lines import Line2D
from matplotlib.markers import MarkerStyle
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

from lederlib import plot
from lederlib.plot.drawing.colours import (
    BLUE,
    GREY,
    INK,
    PALE,
    PAPER,
    PLUM,
    RUST,
    SAND,
    SKY,
)

from .figures import STATES, made, states
from .naming import NAMING

#: Points that a word may reach beyond the figure, and that two words may share.
OUTSIDE, SHARED = 1.0, 0.5
#: Colours of paper, frames and guides, which no legend need explain.
NEUTRAL = {colour.lower() for colour in (INK, GREY, PALE, PAPER, "#000000")}

NEAREST = "every_label_stands_nearest_to_the_mark_that_it_names"
ROW = "its row is named at the axis"
STREAM = "a word stands at each part of the bucket"
#: Colours and hatches that need no legend, and why.
SAID_OTHERWISE = {
    "bucket": dict.fromkeys((SKY, SAND, RUST, PLUM, BLUE), STREAM),
    "choices": {
        BLUE: "the words to the left say that the upper bars are shares",
        RUST: "the words to the left say that the lower bars are regret",
        "/": "the words to the left say that the lower bars are regret",
    },
    "draft_whole": {PLUM: ROW},
    "group_figures": {RUST: ROW, PLUM: ROW},
    "leader_year": {SAND: "the panel's title says that the area is load"},
    "population": {SKY: "the panel's title says what the bars count"},
    "scale": dict.fromkeys((RUST, BLUE), "a name stands over each side"),
    "surface_walks": {RUST: ROW},
    "teams": {"#4A90C6": "a shade between little and much strain"},
    "two_scores": {RUST: ROW},
}
#: Where a legend's markers are drawn as shapes of one path, by colour alone.
DRAWN_AS_SHAPES = {
    "conflicts": "boxes whose size says how much",
    "evidence": "squares and crosses",
    "teams": "squares whose size says how much",
}


def renderer_of(figure):
    """Return what a page measures words by: at 72 dots an inch, without hinting."""
    return RendererSVG(*figure.bbox.size, io.StringIO(), metadata={"Date": None})


def ticks_of(axis):
    low, high = sorted(axis.get_view_interval())
    room = 1e-6 * (high - low)
    for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks()):
        if low - room <= tick.get_loc() <= high + room:
            yield from (tick.label1, tick.label2)


def words_of_axes(axes):
    yield from axes.texts
    yield from (axes.title, axes._left_title, axes._right_title)
    if axes.axison:
        for axis in axes._axis_map.values():
            yield axis.label
            yield axis.get_offset_text()
            yield from ticks_of(axis)


def legends_of(figure):
    own = [axes.get_legend() for axes in figure.axes]
    return [legend for legend in (*own, *figure.legends) if legend is not None]


def words_of(figure):
    yield from figure.texts
    for axes in figure.axes:
        yield from words_of_axes(axes)
    for legend in legends_of(figure):
        yield from legend.get_texts()


@cache
def placed_words(name, lang):
    """Return for each state the words that are seen, each with its box."""
    found = []
    for figure in states(name, lang):
        renderer = renderer_of(figure)
        seen = [
            word
            for word in words_of(figure)
            if word.get_visible() and word.get_text().strip()
        ]
        found.append([(word, word.get_window_extent(renderer)) for word in seen])
    return found


def is_upright(word):
    """Return whether the word fills its box; a tilted one does not."""
    return word.get_rotation() % 90 == 0


def covers(one, other):
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    up = min(one.y1, other.y1) - max(one.y0, other.y0)
    return min(across, up) > SHARED


def no_word_covers_another(name, lang):
    return [
        f"{one.get_text()!r} and {other.get_text()!r}"
        for words in placed_words(name, lang)
        for (one, box), (other, near) in combinations(words, 2)
        if is_upright(one) and is_upright(other) and covers(box, near)
    ]


def every_word_lies_inside_the_figure(name, lang):
    return [
        word.get_text()
        for figure, words in zip(
            states(name, lang), placed_words(name, lang), strict=True
        )
        for word, box in words
        if (box.min < -OUTSIDE).any() or (box.max > figure.bbox.size + OUTSIDE).any()
    ]


def gap(box, points, along):
    """Return how far the nearest point lies from the line a word is written on."""
    middle = (box.y0 + box.y1) / 2
    low, high = np.array([box.x0, middle]), np.array([box.x1, middle])
    away = np.maximum(points - high, 0) + np.maximum(low - points, 0)
    used = [place for place, way in enumerate("xy") if way in along]
    return float(np.hypot.reduce(away[:, used], axis=1).min())


def misnamed(names, renderer):
    """Return the words to which some other mark is as near as their own."""
    wrong = []
    for word, key in names.words:
        box = word.get_window_extent(renderer)
        apart = {True: [], False: []}
        for name, points in names.marks:
            apart[name == key].append(gap(box, points, names.along))
        near, other = (min(apart[own], default=np.inf) for own in (True, False))
        if near >= min(other, names.within):
            wrong.append(f"{word.get_text()!r}, which names {key!r}")
    return wrong if names.words else ["no word at all"]


def every_label_stands_nearest_to_the_mark_that_it_names(name, lang):
    return [
        wrong
        for figure, given in zip(states(name, lang), STATES[name](), strict=True)
        for names in NAMING[name](figure, given, lang)
        for wrong in misnamed(names, renderer_of(figure))
    ]


def seen_colours(*groups):
    """Return colours that can be seen, as hexadecimal, without their strength."""
    return {
        to_hex(colour)
        for group in groups
        for colour in to_rgba_array(group)
        if colour[3] > 0
    }


def coloured(*groups):
    return {("colour", colour) for colour in seen_colours(*groups)}


def line_looks(line):
    looks = set()
    if line.get_linestyle() != "None" and line.get_linewidth() > 0:
        looks |= coloured(line.get_color()) | {("dash", line.get_linestyle())}
    if line.get_marker() not in ("None", None, "", " "):
        rim = line.get_markeredgecolor() if line.get_markeredgewidth() > 0 else "none"
        looks |= coloured(line.get_markerfacecolor(), rim)
        looks.add(("marker", str(line.get_marker())))
    return looks


def marker_of(collection):
    """Return the marker whose shape a collection scatters, or nothing."""
    (path,) = collection.get_paths()[:1] or [None]
    for marker in "osD^vX":
        style = MarkerStyle(marker)
        shape = style.get_path().transformed(style.get_transform()).vertices
        if path is not None and np.array_equal(path.vertices, shape):
            return marker
    return None


def shape_looks(shape):
    rims = np.atleast_1d(shape.get_linewidth()).max(initial=0)
    rim = shape.get_edgecolor() if rims > 0 or shape.get_hatch() else "none"
    looks = coloured(shape.get_facecolor(), rim)
    if isinstance(shape, LineCollection):
        dashes = {"-" if dash is None else "--" for _, dash in shape.get_linestyle()}
        looks |= {("dash", dash) for dash in dashes}
    if isinstance(shape, PathCollection) and marker_of(shape):
        looks.add(("marker", marker_of(shape)))
    return looks | {("hatch", sign) for sign in shape.get_hatch() or ""}


def looks_of(artist):
    """Return colours, hatches, dashes and markers, each a pair of what and which."""
    return line_looks(artist) if isinstance(artist, Line2D) else shape_looks(artist)


def is_drawn(artist):
    if not artist.get_visible():
        return False
    if isinstance(artist, Line2D):
        return bool(np.isfinite(np.ravel(artist.get_ydata())).any())
    if isinstance(artist, Collection):
        return any(len(path.vertices) for path in artist.get_paths())
    return len(artist.get_path().vertices) > 0


#: The shades of a surface are its heights, which numbers on its lines tell.
SHADED = (ContourSet, Poly3DCollection)


def drawn_looks(name, lang):
    """Return the looks of all that is drawn in some state; the ground is drawn too."""
    return {
        look
        for figure in states(name, lang)
        for axes in figure.axes
        for artist in (axes.patch, *axes.lines, *axes.patches, *axes.collections)
        if is_drawn(artist) and not isinstance(artist, SHADED)
        for look in looks_of(artist)
    }


def entries_of(name, lang):
    """Return what each entry of the legends says and how it looks."""
    return [
        (word.get_text(), looks_of(handle))
        for legend in legends_of(states(name, lang)[0])
        for word, handle in zip(legend.get_texts(), legend.legend_handles, strict=True)
    ]


def colours_of_words(name, lang):
    """Return the colours in which words on the axes are written."""
    return {
        to_hex(word.get_color())
        for figure in states(name, lang)
        for axes in figure.axes
        for word in axes.texts
        if word.get_text().strip()
    }


def the_legend_shows_what_is_drawn_and_nothing_else(name, lang):
    drawn, entries = drawn_looks(name, lang), entries_of(name, lang)
    shapes = DRAWN_AS_SHAPES.get(name, "")
    wrong = [
        f"{said!r} shows {look}, which is nowhere"
        for said, looks in entries
        for look in looks
        if look not in drawn and not (look[0] == "marker" and shapes)
    ]
    written = colours_of_words(name, lang) - NEUTRAL
    wrong += [
        f"words in {colour}, which is nowhere"
        for colour in written
        if ("colour", colour) not in drawn
    ]
    told = NEUTRAL | written | {c.lower() for c in SAID_OTHERWISE.get(name, {})}
    told |= {look[1] for _, looks in entries for look in looks}
    return wrong + [
        f"{look} is drawn, and nothing says what it is"
        for look in drawn
        if look[0] in ("colour", "hatch") and look[1] not in told
    ]


def width_of(artist):
    """Return how wide its lines are; where there are none, width says nothing."""
    if isinstance(artist, Line2D) and artist.get_linestyle() == "None":
        return []
    return np.ravel(artist.get_linewidth()).tolist()


def signature(figure):
    """Return all that settings could change: of words, and of what is drawn."""
    words = [
        (text, to_hex(word.get_color()), word.get_fontfamily(), word.get_size())
        for word in words_of(figure)
        if (text := word.get_text().strip())
    ]
    marks = [
        (sorted(looks_of(artist)), width_of(artist))
        for axes in figure.axes
        for artist in (*axes.lines, *axes.patches, *axes.collections)
        if is_drawn(artist)
    ]
    return words + marks


READERS_OWN = {
    "text.color": "red",
    "axes.labelcolor": "red",
    "axes.edgecolor": "red",
    "xtick.color": "red",
    "ytick.color": "red",
    "hatch.color": "red",
    "patch.edgecolor": "red",
    "lines.linewidth": 6.5,
    "font.family": ["serif"],
    "font.size": 29,
}


def no_setting_of_the_reader_shows(name, lang):
    with mpl.rc_context(READERS_OWN):
        theirs = made(name, lang)
    pairs = zip(states(name, lang), theirs, strict=True)
    return [
        f"{ours} becomes {other}"
        for one, two in pairs
        for ours, other in zip(signature(one), signature(two), strict=True)
        if ours != other
    ]


#: Each law, and the languages it is tried in: the words matter to some only.
LAWS = {
    no_word_covers_another: ("da", "en"),
    every_word_lies_inside_the_figure: ("da", "en"),
    every_label_stands_nearest_to_the_mark_that_it_names: ("da", "en"),
    the_legend_shows_what_is_drawn_and_nothing_else: ("da",),
    no_setting_of_the_reader_shows: ("da",),
}


def cases():
    """Return every figure under every law, in the languages in which it is tried."""
    return [
        pytest.param(law, name, lang, id=f"{law.__name__}-{name}-{lang}")
        for law, langs in LAWS.items()
        for name, lang in product(STATES, langs)
        if law.__name__ != NEAREST or name in NAMING
    ]


@pytest.mark.parametrize(("law", "name", "lang"), cases())
def test_every_figure_keeps_the_laws(law, name, lang):
    assert law(name, lang) == []


def test_every_public_figure_is_tried():
    public = {each.removeprefix("plot_") for each in plot.__all__ if "plot_" in each}
    assert public == set(STATES)


def test_only_what_is_tried_is_let_off():
    assert set(SAID_OTHERWISE) | set(DRAWN_AS_SHAPES) <= set(STATES)

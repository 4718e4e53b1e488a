"""Which words of a figure name which of its marks, found in the figure itself.

Each function takes a figure, what it was made from and the language. What a mark is
called follows from where it lies, or from the numbers behind it, never from the order
in which the words were written.
"""

from dataclasses import dataclass

import numpy as np
from matplotlib.colors import same_color, to_hex

from lederlib.catalogue import evidence as register
from lederlib.catalogue import evidence_kind, ledger
from lederlib.model import FAMILIES, retention
from lederlib.plot.drawing.colours import BLUE, PALE, PLUM, RUST
from lederlib.text import format_number, format_share, label


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Words with what each names, and marks with what each is called.

    `marks` hold points on the page; a word is near along "x", "y" or both, and within
    so many points.
    """

    words: list
    marks: list
    along: str = "xy"
    within: float = 24.0


def on_page(axes, points):
    return axes.transData.transform(np.atleast_2d(points))


def line_points(line):
    return on_page(line.axes, np.column_stack(line.get_data()))


def corners(patch):
    return on_page(patch.axes, patch.get_path().vertices)


def texts_of(axes):
    return [text for text in axes.texts if text.get_text().strip()]


def drawn_lines(axes):
    return [line for line in axes.lines if len(line.get_xdata())]


def shown_patches(axes):
    return [patch for patch in axes.patches if len(patch.get_path().vertices)]


def run_chart(figure, _given, _lang):
    """A number has the colour of its row and stands where the row's median ends."""
    (axes,) = figure.axes
    ends = {}
    for line in drawn_lines(axes):
        if line.get_marker() == "None" and line.get_color() in (BLUE, RUST):
            ends[to_hex(line.get_color())] = line_points(line)[-1:]
    words = [(text, to_hex(text.get_color())) for text in texts_of(axes)]
    words = [(text, key) for text, key in words if key in ends]
    return [Names(words=words, marks=list(ends.items()))]


def power(figure, _given, lang):
    """A share stands at the mark of that height."""
    (axes,) = figure.axes
    points = [line for line in drawn_lines(axes) if len(line.get_xdata()) == 1]
    marks = [
        (format_share(float(line.get_ydata()[0]), lang), line_points(line))
        for line in points
    ]
    words = [(text, text.get_text()) for text in texts_of(axes)]
    return [Names(words=words, marks=marks)]


def phase(figure, _given, _lang):
    """A word at an edge has the colour of the line there."""
    (axes,) = figure.axes
    marks = [
        (to_hex(line.get_color()), line_points(line))
        for line in drawn_lines(axes)
        if len(set(line.get_xdata())) == 1 and len(line.get_xdata()) == 2
    ]
    words = [(text, to_hex(text.get_color())) for text in texts_of(axes)]
    return [Names(words=words, marks=marks, along="x")]


def bucket_years(figure, _given, lang):
    """A shape's name stands where a curve of that shape ends, by the model itself."""
    axes = figure.axes[-1]
    away = ledger()["retirement"].value
    years = {"gone_in_one_year": 1, "gone_in_five_years": 5}
    left = {
        name: 1 - (1 - ledger()[name].value) * np.exp(away * when)
        for name, when in years.items()
    }
    marks = []
    for family in FAMILIES:
        end = float(retention(10, family=family, **left)) * np.exp(-10 * away)
        name = label(f"bucket.years_family_{family}", lang)
        marks.append((name, on_page(axes, (10, end))))
    return [Names(words=[(t, t.get_text()) for t in texts_of(axes)], marks=marks)]


def pilot_effect(figure, given, lang):
    """A test's name and number stand over the row in which its effect lies."""
    (axes,) = figure.axes
    tests = given["table"].dropna(subset="effect")
    came = next(line for line in drawn_lines(axes) if line.get_marker() == "o")
    rows = dict(zip(*came.get_data(), strict=True))
    marks = {name: [] for name in ("left", "right")}
    for name, effect in zip(tests["name"], tests["effect"], strict=True):
        point = on_page(axes, (effect, rows[effect]))
        number = format_number(effect, lang, digits=0)
        marks["left"].append((name, point))
        marks["right"].append((number, point))
    found = []
    for side, own in marks.items():
        known = [(t, t.get_text().strip("\xa0%")) for t in texts_of(axes)]
        kept = [(t, k) for t, k in known if t.get_ha() == side and k in dict(own)]
        found.append(Names(words=kept, marks=own, along="y"))
    return found


def boxes_of(patch):
    """Return the corners of a patch's boxes, shape (boxes, 4, 2), in its data."""
    return patch.get_path().vertices.reshape(-1, 5, 2)[:, :4]


def week(figure, _given, _lang):
    """A number stands under the day on which so many are at work."""
    (axes,) = figure.axes
    work = next(p for p in shown_patches(axes) if same_color(p.get_facecolor(), BLUE))
    middle = boxes_of(work).mean(axis=1)
    days, counts = np.unique(middle[:, 0].round(3), return_counts=True)
    marks = [
        (str(count), on_page(axes, (day, 1)))
        for day, count in zip(days, counts, strict=True)
    ]
    words = [(t, t.get_text()) for t in texts_of(axes) if t.get_text().isdigit()]
    return [Names(words=words, marks=marks, along="x")]


def calendar_week(figure, _given, lang):
    """An hour stands at its row of cells from eight o'clock, a day over its column."""
    (axes,) = figure.axes
    cells = boxes_of(axes.patches[0]).mean(axis=1)
    days, hours = (np.unique(middle.round(6)) for middle in cells.T)
    rows = [(f"{8 + place}", on_page(axes, (0, at))) for place, at in enumerate(hours)]
    columns = [
        (label(f"calendar.day_{place}", lang), on_page(axes, (at, 0)))
        for place, at in enumerate(days)
    ]
    return [
        Names(words=[(t, t.get_text()) for t in ticks], marks=marks, along=along)
        for ticks, marks, along in (
            (axes.get_yticklabels(), rows, "y"),
            (axes.get_xticklabels(), columns, "x"),
        )
    ]


def evidence(figure, _given, lang):
    """A kind of figure is named beside as many squares as the register has of it."""
    (axes,) = figure.axes
    kinds = [evidence_kind(name) for name in register()["estimate_type"]]
    named = {kinds.count(kind): kind for kind in set(kinds)}
    squares = boxes_of(axes.patches[0])
    heights = squares[:, :, 1].mean(axis=1)
    order = np.argsort(heights)
    parts = np.split(order, np.flatnonzero(np.diff(heights[order]) > 1.05) + 1)
    marks = [(label(f"evidence.kind_{named[len(part)]}", lang), part) for part in parts]
    marks = [(name, on_page(axes, squares[part].mean(axis=1))) for name, part in marks]
    words = [(t, t.get_text()) for t in texts_of(axes) if t.get_text() in dict(marks)]
    return [Names(words=words, marks=marks)]


def effects(figure, given, lang):
    """A number's name stands over the bar that is as long as its total effect."""
    (axes,) = figure.axes
    found, marks = given["found"], []
    titles = {
        round(row.total, 6): found.titles[row.quantity].to(lang)
        for row in found.table.itertuples()
    }
    for patch in shown_patches(axes):
        for box in boxes_of(patch):
            title = titles.get(round(float(box[:, 0].max()), 6))
            marks += [(title, on_page(axes, box))] if title else []
    words = [(t, t.get_text().partition(":")[0]) for t in texts_of(axes)]
    return [Names(words=words, marks=marks, along="y")]


def provenance(figure, _given, lang):
    """A share stands under the middle of a strip that is so wide."""
    (axes,) = figure.axes
    marks = []
    for strip in axes.collections:
        for path in strip.get_paths():
            across = path.vertices[:, 0]
            share = format_share(float(np.ptp(across)), lang)
            marks.append((share, on_page(axes, (across.min() + np.ptp(across) / 2, 0))))
    return [Names(words=[(t, t.get_text()) for t in texts_of(axes)], marks=marks)]


def scale(figure, given, lang):
    """A side's name and mean stand over its blocks: rust is load, blue resources."""
    (axes,) = figure.axes
    sides, words = {"load": RUST, "resources": BLUE}, []
    said = {text.get_text(): text for text in texts_of(axes)}
    for side in sides:
        mean = float(np.nanmean(list(given[side].values())))
        for word in (label(f"balance.scale_{side}", lang), format_number(mean, lang)):
            words.append((said[word], side))
    marks = [
        (side, corners(patch).mean(axis=0, keepdims=True))
        for side, colour in sides.items()
        for patch in shown_patches(axes)
        if same_color(patch.get_facecolor(), colour)
    ]
    return [Names(words=words, marks=marks, along="x")]


def group_balance(figure, _given, lang):
    """A corner's words stand in the quarter that they describe: load is to the left."""
    (axes,) = figure.axes
    quarters = {"high_load": (-0.4, 1.5), "high_resources": (0.4, 1.5)}
    quarters |= {"low_load": (-0.4, 0.5), "low_resources": (0.4, 0.5)}
    marks = [
        (label(f"balance.group_{key}", lang), on_page(axes, middle))
        for key, middle in quarters.items()
    ]
    words = [(t, t.get_text()) for t in texts_of(axes)]
    return [Names(words=words, marks=marks, within=np.inf)]


def tick_rows(axes):
    """Return what each row of an axis is called, with a point in it."""
    ticks = zip(axes.get_yticks(), axes.get_yticklabels(), strict=True)
    return [(t.get_text(), on_page(axes, (axes.get_xlim()[0], y))) for y, t in ticks]


def conflicts(figure, _given, _lang):
    """A letter stands in the row whose name ends in it."""
    (axes,) = figure.axes
    marks = [(name.rpartition(" ")[2], point) for name, point in tick_rows(axes)]
    letters = [(t, t.get_text()) for t in texts_of(axes)]
    return [Names(words=letters, marks=marks, along="y")]


def by_height(boxes, words):
    """Return the boxes, the tallest first, each called by a word in turn."""
    tall = sorted(boxes, key=lambda box: -np.ptp(box[:, 1]))
    return list(zip(words, tall, strict=True))


def choices(figure, given, lang):
    """A share stands at the bar of its height, and so does a regret."""
    (axes,) = figure.axes
    own = given["sets"][: 9 if "chosen" in given else 8]
    bars, regrets = [], []
    for patch in shown_patches(axes):
        if len(patch.get_path().vertices) % 5 == 0:
            kept = regrets if patch.get_hatch() else bars
            kept += list(boxes_of(patch))
    above = [box for box in bars if box[:, 1].max() < 0]
    shares = [format_share(share, lang) for share in own["best"]]
    points = [format_number(100 * each, lang, digits=1) for each in own["regret"]]
    found = []
    for boxes, words in ((above, shares), (regrets, points[::-1])):
        marks = [(word, on_page(axes, box)) for word, box in by_height(boxes, words)]
        said = [(t, t.get_text()) for t in texts_of(axes) if t.get_text() in words]
        found.append(Names(words=said, marks=marks))
    return found


def draft_items(figure, given, lang):
    """An item's mean and spread stand in the row with its name."""
    axes, numbers = figure.axes[0], {}
    for item in given["trial"].items.itertuples():
        mean, spread = (format_number(x, lang, digits=1) for x in (item.mean, item.sd))
        name = label(f"draft.short_{item.Index}", lang)
        numbers[name] = f"{mean} ({spread})"
    marks = [(numbers[name], point) for name, point in tick_rows(axes)]
    words = [
        (text, text.get_text().partition(")")[0] + ")")
        for other in figure.axes
        for text in texts_of(other)
        if "(" in text.get_text() and any(c.isdigit() for c in text.get_text())
    ]
    return [Names(words=words, marks=marks, along="y")]


def invariance_steps(figure, given, lang):
    """A test's figures stand in the row of the step that was tested."""
    (axes,) = figure.axes
    table, fits = given["found"].table, given["found"].fits
    tests = dict(zip(table.index, table["delta_chi2"], strict=True))
    first = str(table.index[0])
    tests[first] = fits[first].chi2
    steps = {label(f"invariance.{step}", lang): step for step in tests}
    marks = [
        (format_number(tests[steps[" ".join(name.split())]], lang, digits=1), point)
        for name, point in tick_rows(axes)
    ]
    words = [(t, t.get_text().split("= ")[1].split(", ")[0]) for t in texts_of(axes)]
    return [Names(words=words, marks=marks, along="y")]


def loadings(figure, given, _lang):
    """A group's name stands over the boxes of the items thought to belong there."""
    (axes,) = figure.axes
    thought = given["found"].thought
    marks = [
        (str(thought.iloc[round(box[:, 1].mean())]), on_page(axes, box.mean(axis=0)))
        for box in boxes_of(axes.patches[0])
    ]
    words = [(t, t.get_text()) for t in texts_of(axes) if t.get_text() in dict(marks)]
    return [Names(words=words, marks=marks, along="x")]


def calendar_curves(figure, _given, lang):
    """A number stands at the diamond of that height."""
    words, marks = [], []
    for axes in figure.axes:
        (own,) = (line for line in drawn_lines(axes) if line.get_marker() == "D")
        height = format_number(float(own.get_ydata()[0]), lang, digits=1)
        marks.append((height, line_points(own)))
        words += [(t, height) for t in texts_of(axes) if t.get_text() == height]
    return [Names(words=words, marks=marks)]


def edges(patch):
    """Return points all along the outline of a patch."""
    sides = [
        np.linspace(one, other, 40)
        for box in boxes_of(patch)
        for one, other in zip(box, np.roll(box, -1, axis=0), strict=True)
    ]
    return on_page(patch.axes, np.concatenate(sides))


def bucket(figure, _given, lang):
    """A stream's name stands at the stream, told by its colour and its size."""
    (axes,) = figure.axes
    streams = {
        colour: [
            p for p in shown_patches(axes) if same_color(p.get_facecolor(), colour)
        ]
        for colour in (BLUE, PLUM, RUST, PALE)
    }
    new, _others = sorted(streams[RUST], key=lambda p: len(p.get_path().vertices))
    keys = {"hired": streams[BLUE][0], "returned": streams[PLUM][0]}
    keys |= {"hole_new": new, "alumni": streams[PALE][0]}
    marks = [(label(f"bucket.{key}", lang), edges(p)) for key, p in keys.items()]
    words = [(t, t.get_text()) for t in texts_of(axes) if t.get_text() in dict(marks)]
    return [Names(words=words, marks=marks)]


NAMING = {
    each.__name__: each
    for each in (
        bucket,
        bucket_years,
        calendar_curves,
        calendar_week,
        choices,
        conflicts,
        draft_items,
        effects,
        evidence,
        group_balance,
        invariance_steps,
        loadings,
        phase,
        pilot_effect,
        power,
        provenance,
        run_chart,
        scale,
        week,
    )
}

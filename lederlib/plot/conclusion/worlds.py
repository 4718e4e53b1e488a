"""One hundred possible worlds: in how many a number goes up, and in how many down."""

from typing import Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from lederlib._checks import Floats, as_floats
from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import BLUE, GREY, RUST
from lederlib.plot.drawing.shapes import one_path
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, label

WORLDS: Final = 100
WIDE: Final = 20
WAYS: Final = ("up", "down", "same")
_COLOURS: Final = (BLUE, RUST, GREY)
_UP: Final = np.array([(-0.36, -0.3), (0.36, -0.3), (0.0, 0.36), (0.0, 0.36)])
_FLAT: Final = np.array([(-0.34, -0.1), (0.34, -0.1), (0.34, 0.1), (-0.34, 0.1)])
_SHAPES: Final = (_UP, -_UP, _FLAT)


@house_style()
def plot_worlds(
    values: npt.ArrayLike,
    *,
    lang: Lang = "da",
    stamp: Stamp | None = None,
) -> Drawing:
    """Plot in how many of a hundred possible worlds a number goes up, and down.

    ``update(values=…)`` moves the marks.

    Parameters
    ----------
    values : array-like, shape (draws,)
        The difference in every world that was drawn.
    lang : {"da", "en"}
        Language of the words.
    stamp : Stamp, optional
        What remakes the numbers.

    Examples
    --------
    >>> plot_worlds([1, 1, 2, -1], lang="en").alt
    'Of one hundred possible worlds the number goes up in 75, down in 25 and is \
unchanged in 0.'
    """
    figure = new_figure(
        label("conclusion.worlds_title", lang),
        lang=lang,
        height=3.4,
        note=label("conclusion.worlds_note", lang),
        stamp=stamp,
    )
    axes = place_axes(figure, 0.15, 1.15, 0.15, 0.45)
    axes.set(xlim=(-0.5, WIDE - 0.5), ylim=(WORLDS / WIDE - 0.4, -0.6))
    axes.set_axis_off()
    marks = tuple(_mark(axes, colour) for colour in _COLOURS)
    counts = tuple(_count(axes, place) for place in range(len(WAYS)))

    def update(*, values: npt.ArrayLike) -> str:
        found = hundredths(as_floats(values, name="values"))
        edges = np.append(0, np.cumsum(found))
        for place, way in enumerate(WAYS):
            where = np.arange(edges[place], edges[place + 1])
            marks[place].set_path(one_path(_placed(where, _SHAPES[place])))
            word = label(f"conclusion.worlds_{way}", lang)
            counts[place].set_text(
                label("conclusion.worlds_count", lang, word=word, count=found[place])
                if found[place]
                else ""
            )
        figure.alt = label(
            "conclusion.worlds_alt", lang, **dict(zip(WAYS, found, strict=True))
        )
        return figure.alt

    update(values=values)
    return figure.with_moving((*marks, *counts), update)


def hundredths(values: Floats) -> list[int]:
    """Return how many of a hundred values lie above, below and at zero.

    A way that some value goes gets one at least, so that no doubt is rounded away.

    Examples
    --------
    >>> hundredths(np.r_[np.ones(9990), -np.ones(10)])
    [99, 1, 0]
    """
    counts = np.array([(values > 0).sum(), (values < 0).sum(), (values == 0).sum()])
    exact = WORLDS * counts / max(counts.sum(), 1)
    whole = np.where(counts > 0, np.maximum(np.floor(exact), 1), 0).astype(int)
    while whole.sum() > WORLDS:
        whole[whole.argmax()] -= 1
    while 0 < whole.sum() < WORLDS:
        whole[(exact - whole).argmax()] += 1
    return [int(one) for one in whole]


def _mark(axes: Axes, colour: str) -> PathPatch:
    mark = PathPatch(
        one_path(np.empty((0, 4, 2))), facecolor=colour, linewidth=0, zorder=3
    )
    axes.add_patch(mark)
    return mark


def _count(axes: Axes, place: int) -> Text:
    return axes.text(
        place * 5 - 0.4,
        WORLDS / WIDE - 0.25,
        "",
        color=_COLOURS[place],
        size=12,
        weight="bold",
        va="top",
    )


def _placed(where: npt.NDArray[np.int64], shape: Floats) -> Floats:
    middle = np.column_stack([where % WIDE, where // WIDE]).astype(float)
    # The axis runs downwards, as one reads, so shapes are turned to point up.
    return np.asarray(middle[:, None, :] + shape * (1, -1))

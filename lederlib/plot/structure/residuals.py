"""What a model leaves of each pair's correlation: a square for every pair."""

from itertools import pairwise
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from lederlib._checks import Floats
from lederlib.measure import Cfa
from lederlib.plot.drawing.colours import BLUE, INK, PALE, PAPER, RUST, SAND, SKY
from lederlib.plot.drawing.theme import Drawing, house_style, new_figure, place_axes
from lederlib.text import Lang, format_number, wording

_word = wording("structure.residuals_")

_SQUARE: Final = 0.5
_LIMITS: Final = (-np.inf, -0.1, -0.05, 0.05, 0.1, np.inf)
_COLOURS: Final = (BLUE, SKY, PAPER, SAND, RUST)
_NAMES: Final = ("far_below", "below", "near", "above", "far_above")
_CELL: Final[dict[str, Any]] = {"ha": "center", "va": "center", "size": 9}


@house_style()
def plot_residuals(fit: Cfa, *, lang: Lang = "da", synthetic: bool = False) -> Drawing:
    """Plot the correlations that a model leaves over, a square for each pair of items.

    Nothing in it moves.

    Parameters
    ----------
    fit : Cfa
        A fit of one group.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Raises
    ------
    ValueError
        If the model has more groups or levels.

    Examples
    --------
    >>> import numpy as np
    >>> import pandas as pd
    >>> from lederlib.measure import cfa
    >>> rng = np.random.default_rng(0)
    >>> seen = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    >>> fit = cfa("calm =~ a + b + c + d", pd.DataFrame(seen, columns=list("abcd")))
    >>> plot_residuals(fit, lang="en").alt[:43]
    'The largest residual correlation is between'
    """
    if len(fit.groups) > 1:
        msg = f"fit must be of one group; it has {len(fit.groups)}."
        raise ValueError(msg)
    rows = fit.residuals()
    items = list(dict.fromkeys([*rows["other"], *rows["item"]]))
    left = np.full((len(items), len(items)), np.nan)
    for one, other, value in rows[["item", "other", "residual"]].itertuples(
        index=False
    ):
        first, second = sorted((items.index(one), items.index(other)))
        left[second, first] = value
    figure = new_figure(
        _word("title", lang),
        lang=lang,
        height=1.9 + _SQUARE * len(items),
        caption=_word("caption", lang),
        synthetic=synthetic,
    )
    names = [str(item) for item in items]
    axes = place_axes(figure, 0.5 + 0.09 * max(map(len, names)), 1.1, 0.2, 0.6)
    _squares(axes, left, lang)
    axes.set_xticks(range(len(items) - 1), labels=names[:-1], rotation=90)
    axes.set_yticks(range(1, len(items)), labels=names[1:])
    axes.set(xlim=(-0.5, len(items) - 1.5), ylim=(len(items) - 0.5, 0.5))
    axes.tick_params(length=0)
    axes.spines[["left", "bottom"]].set_visible(False)
    figure.alt = _alt(left, names, lang)
    return figure


def _squares(axes: Axes, left: Floats, lang: Lang) -> None:
    """Draw a square a pair, its figure in it, and name the colours that are seen."""
    seen = set()
    for row, column in zip(*np.tril_indices(len(left), -1), strict=True):
        value = float(left[row, column])
        place = int(np.digitize(value, _LIMITS[1:-1]))
        seen.add(place)
        corner = float(column) - 0.46, float(row) - 0.46
        axes.add_patch(
            Rectangle(corner, 0.92, 0.92, facecolor=_COLOURS[place], edgecolor=PALE)
        )
        dark = _COLOURS[place] in {BLUE, RUST}
        text = format_number(value, lang)
        axes.text(
            float(column), float(row), text, color=PAPER if dark else INK, **_CELL
        )
    ends = [format_number(end, lang) for end in _LIMITS]
    handles = [
        Patch(
            facecolor=_COLOURS[place],
            edgecolor=PALE,
            label=_word(_NAMES[place], lang, low=low, high=high),
        )
        for place, (low, high) in enumerate(pairwise(ends))
        if place in seen
    ]
    axes.legend(handles=handles, loc="upper right", frameon=False, fontsize=9)


def _alt(left: Floats, names: list[str], lang: Lang) -> str:
    places = np.tril_indices(len(left), -1)
    sizes = np.abs(left[places])
    most = int(np.nanargmax(sizes))
    row, column = places[0][most], places[1][most]
    return _word(
        "alt",
        lang,
        one=names[column],
        other=names[row],
        value=format_number(float(left[row, column]), lang),
        far=int((sizes > _LIMITS[-2]).sum()),
        pairs=len(sizes),
    )

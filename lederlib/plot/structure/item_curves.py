"""How likely each answer to an item is along the trait that it measures."""

from typing import Final

import numpy as np

from lederlib.measure.graded.result import GradedResponse
from lederlib.plot.drawing.colours import BLUE, GREY, INK, PALE, PLUM, RUST
from lederlib.plot.drawing.theme import (
    Drawing,
    house_style,
    new_figure,
    number_ticks,
    place_axes,
    share_ticks,
)
from lederlib.text import Lang, format_number, join_words, wording

_word = wording("structure.curves_")

_TRAIT: Final = np.linspace(-4, 4, 161)
_COLOURS: Final = (BLUE, RUST, PLUM, GREY, INK)
_DASHES: Final = ("-", "--", "-.", ":")


@house_style()
def plot_item_curves(
    found: GradedResponse, item: str, *, lang: Lang = "da", synthetic: bool = False
) -> Drawing:
    """Plot the chance of each answer to an item along the trait.

    Nothing in it moves.

    Parameters
    ----------
    found : GradedResponse
        A result of `lederlib.measure.graded_response`.
    item : str
        One of its items.
    lang : {"da", "en"}
        Language of the words.
    synthetic : bool
        Whether the figure rests on made-up data.

    Raises
    ------
    ValueError
        If the item is unknown.

    Examples
    --------
    >>> import numpy as np
    >>> from lederlib.measure import graded_response
    >>> rng = np.random.default_rng(0)
    >>> seen = rng.normal(size=(200, 1)) + rng.normal(size=(200, 4))
    >>> found = graded_response(np.digitize(seen, [-1, 1]))
    >>> plot_item_curves(found, "item1", lang="en").alt[:38]
    'Chance of 3 answers to item1 along the'
    """
    curves = found.curves(item, _TRAIT)
    figure = new_figure(
        _word("title", lang, item=item),
        lang=lang,
        height=4.4,
        caption=_word("caption", lang),
        synthetic=synthetic,
    )
    axes = place_axes(figure, 0.8, 1.3, 0.25, 0.6)
    for place, category in enumerate(curves):
        axes.plot(
            _TRAIT,
            curves[category],
            color=_COLOURS[place % len(_COLOURS)],
            linestyle=_DASHES[place % len(_DASHES)],
            label=_word("answer", lang, number=place + 1),
        )
    axes.set(xlim=(-4, 4), ylim=(0, 1))
    axes.set_xlabel(_word("axis", lang))
    axes.set_ylabel(_word("chance", lang))
    axes.xaxis.set_major_formatter(number_ticks(lang, 0))
    axes.yaxis.set_major_formatter(share_ticks(lang))
    axes.grid(axis="y", color=PALE, linewidth=0.8)
    axes.legend(
        loc="upper center",
        bbox_to_anchor=(0.5, -0.18),
        ncols=5,
        frameon=False,
        fontsize=10,
    )
    row = found.parameters.T[item].astype(float)
    thresholds = row.filter(regex=r"^threshold\d+$").dropna().to_numpy()
    told = [format_number(float(at), lang) for at in thresholds]
    figure.alt = _word(
        "alt",
        lang,
        item=item,
        answers=len(curves.columns),
        slope=format_number(float(row["slope"]), lang),
        thresholds=join_words(told, lang),
    )
    return figure

"""Rows of interventions, each with a letter, shared by the figures of portfolios."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch

from lederlib._checks import Floats, require_known
from lederlib.catalogue import intervention
from lederlib.plot.drawing.shapes import one_path
from lederlib.scenario.synchronise.words import letter_of
from lederlib.text import Lang, label

#: A padlock, one unit wide, with its shackle up.
PADLOCK: Final = np.array(
    [
        *((-0.5, 0.5), (0.5, 0.5), (0.5, -0.1), (0.33, -0.1), (0.33, -0.55)),
        *((-0.33, -0.55), (-0.33, -0.1), (-0.16, -0.1), (-0.16, -0.36)),
        *((0.16, -0.36), (0.16, -0.1), (-0.5, -0.1)),
    ]
)
MOST: Final = 26


def row_names(table: Sequence[str], lang: Lang) -> list[str]:
    """Return the interventions by name and letter.

    Raises
    ------
    ValueError
        If there are too many for a letter each, or one is unknown.

    Examples
    --------
    >>> row_names(["home_days"], "da")
    ['Hjemmearbejdsdage · A']
    """
    if not 1 <= len(table) <= MOST:
        msg = f"table must hold 1 to {MOST} interventions; got {len(table)}."
        raise ValueError(msg)
    names = [intervention(key).name.to(lang) for key in table]
    return [
        label("synchronise.row", lang, letter=letter_of(place), name=name)
        for place, name in enumerate(names)
    ]


def places_of(keys: Sequence[str], table: Sequence[str]) -> list[int]:
    """Return the rows of some interventions; raise if one is not there."""
    known = list(table)
    return [known.index(require_known(key, known, name="intervention")) for key in keys]


def patch(axes: Axes, zorder: float, **look: Any) -> PathPatch:  # noqa: ANN401
    """Return an empty shape on the axes, to be set later."""
    shape = PathPatch(one_path(np.empty((0, 4, 2))), zorder=zorder, **look)
    axes.add_patch(shape)
    return shape


def shapes(outline: Floats, x: Floats, y: Floats, size: Floats | float) -> Floats:
    """Return copies of an outline around points, shape (points, corners, 2)."""
    middle = np.column_stack([x, y])[:, None, :]
    scale = np.broadcast_to(size, len(middle))[:, None, None]
    return np.asarray(middle + scale * outline)

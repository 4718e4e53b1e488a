"""Shapes that many figures draw: a fan of paths, boxes as one path, outlined words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import FillBetweenPolyCollection
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.textpath import TextPath

from lederlib._checks import Floats
from lederlib.catalogue import Stamp
from lederlib.plot.drawing.colours import BLUE

FONT = "DejaVu Sans"
QUANTILES = ("q05", "q25", "q50", "q75", "q95")
_MOST: Final = 0.2
_HALF: Final = 0.35
#: Both bands lie above each other in the middle.
_TOGETHER: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """A line and the two bands around it, ready to be moved."""

    wide: FillBetweenPolyCollection
    narrow: FillBetweenPolyCollection
    middle: Line2D

    @property
    def artists(self) -> tuple[Artist, ...]:
        """What moves, from the back to the front."""
        return self.wide, self.narrow, self.middle

    def move(
        self,
        along: npt.NDArray[Any],
        ends: Sequence[npt.ArrayLike] | npt.NDArray[Any],
        middle: npt.ArrayLike,
    ) -> None:
        """Set the line, and the four ends of the bands from lowest to highest."""
        lowest, low, high, highest = ends
        self.wide.set_data(along, lowest, highest)
        self.narrow.set_data(along, low, high)
        self.middle.set_data(along, middle)


def fan(axes: Axes, **look: Any) -> Fan:  # noqa: ANN401 - as matplotlib takes them
    """Return an empty fan on `axes`; `look` is the look of the line in its middle."""
    wide, narrow = (_band(axes, alpha) for alpha in (_MOST, _HALF))
    (middle,) = axes.plot([], [], **look)
    return Fan(wide=wide, narrow=narrow, middle=middle)


def fan_key(words: str, *, half: bool = False) -> Patch:
    """Return a legend's patch for the band of most paths, or of half of them."""
    alpha = _TOGETHER if half else _MOST
    return Patch(color=BLUE, alpha=alpha, linewidth=0, label=words)


def _band(axes: Axes, alpha: float) -> FillBetweenPolyCollection:
    nothing = ([0.0, 1.0], [0.0, 0.0], [0.0, 0.0])
    look: dict[str, Any] = {"color": BLUE, "linewidth": 0, "zorder": 3 + alpha}
    return axes.fill_between(*nothing, alpha=alpha, **look)


@runtime_checkable
class HasTable(Protocol):
    """A result with a tidy table of quantiles, as `lederlib.scenario.run` returns."""

    @property
    def table(self) -> pd.DataFrame:
        """One row per outcome and year."""
        ...

    @property
    def stamp(self) -> Stamp:
        """What remakes it."""
        ...


def fan_of(outcome: HasTable | pd.DataFrame, name: str) -> tuple[Floats, Floats]:
    """Return the years, shape (t,), and the five quantiles, shape (5, t), of `name`.

    Raises
    ------
    ValueError
        If a column is missing, or no row has a year.
    """
    table = outcome if isinstance(outcome, pd.DataFrame) else outcome.table
    missing = [column for column in ("years", *QUANTILES) if column not in table]
    if missing:
        msg = f"outcome must have the columns years, {', '.join(QUANTILES)}; " + (
            f"{', '.join(missing)} is missing."
        )
        raise ValueError(msg)
    years = table["years"].to_numpy(dtype=float)
    named = table["outcome"].to_numpy() == name if "outcome" in table else True
    chosen = np.flatnonzero(named & ~np.isnan(years))
    if not chosen.size:
        msg = f"outcome must hold rows named {name!r} with a year; found none."
        raise ValueError(msg)
    chosen = chosen[np.argsort(years[chosen], kind="stable")]
    fan = [table[column].to_numpy(dtype=float)[chosen] for column in QUANTILES]
    return years[chosen], np.array(fan)


def boxes(
    left: npt.ArrayLike,
    bottom: npt.ArrayLike,
    right: npt.ArrayLike,
    top: npt.ArrayLike,
) -> Floats:
    """Return the corners of boxes, shape (boxes, 4, 2), from their sides."""
    sides = np.broadcast_arrays(*np.atleast_1d(left, bottom, right, top))
    x0, y0, x1, y1 = (side.astype(float) for side in sides)
    return np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)]).transpose(2, 0, 1)


def one_path(polygons: Floats) -> Path:
    """Return closed polygons, shape (polygons, corners, 2), as one path."""
    if not len(polygons):
        return Path(np.empty((0, 2)))
    closed = np.concatenate([polygons, polygons[:, :1]], axis=1)
    codes = np.full(closed.shape[:2], Path.LINETO, dtype=np.uint8)
    codes[:, 0], codes[:, -1] = Path.MOVETO, Path.CLOSEPOLY
    return Path(closed.reshape(-1, 2), codes.ravel())


@lru_cache(maxsize=2048)
def outline(word: str, *, size: float = 10.5, anchor: float = 0.0) -> Path:
    """Return a word as a shape in points, for a collection of size 1.

    Parameters
    ----------
    word : str
        The word.
    size : float
        Height of the letters, in points.
    anchor : float
        Where the origin lies: 0 before the word, 0.5 in its middle, 1 after it.
    """
    shape = TextPath((0, 0), word, size=size, prop=FontProperties(FONT), usetex=False)
    width = shape.get_extents().x1
    # Half the height of a digit: words of any shape stand on one line.
    return Path(shape.vertices - [anchor * width, 0.36 * size], shape.codes)

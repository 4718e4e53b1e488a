"""A fan: the middle of many possible paths, and where half and most of them go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import FillBetweenPolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from lederlib.plot.drawing.colours import BLUE

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

"""Short words as shapes: many of them move faster than as many texts."""

from functools import lru_cache

from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.textpath import TextPath

FONT = "DejaVu Sans"


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

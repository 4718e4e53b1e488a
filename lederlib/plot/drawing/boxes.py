"""Many boxes as one path, so that a page is sent one shape instead of hundreds."""

import numpy as np
import numpy.typing as npt
from matplotlib.path import Path

from lederlib._checks import Floats


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

"""What a surface of second degree looks like, read from its coefficients."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats

ALONG: Final = ("a1", "a2", "a3", "a4", "a5")
PLACES: Final = ("x0", "y0", "p10", "p11", "p20", "p21")
_STEP: Final = 1e-30
_FLAT: Final = 1e-9


def features(coefficients: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return a1–a5, the stationary point and the principal axes, shape (…, 11).

    Coefficients may be complex, so that their small imaginary parts carry derivatives.
    """
    _, x, y, xx, xy, yy = np.moveaxis(coefficients, -1, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        turn = 4 * xx * yy - xy**2
        x0, y0 = (y * xy - 2 * x * yy) / turn, (x * xy - 2 * y * xx) / turn
        root = np.sqrt((xx - yy) ** 2 + xy**2)
        first, second = (yy - xx + root) / xy, (yy - xx - root) / xy
        axes = (y0 - first * x0, first, y0 - second * x0, second)
    lines = (x + y, xx + xy + yy, x - y, xx - xy + yy, xx - yy)
    return np.stack([*lines, x0, y0, *axes], axis=-1)


def slopes(coefficients: Floats) -> Floats:
    """Return the derivatives of the features by each coefficient, shape (6, 11).

    A complex step has no rounding error to speak of.
    """
    moved = coefficients + 1j * _STEP * np.eye(len(coefficients))
    return np.asarray(features(moved).imag / _STEP)


def shape(coefficients: Floats) -> str:
    """Return "dome", "bowl", "saddle", "ridge" (flat in one direction) or "plane"."""
    *_, xx, xy, yy = coefficients
    low, high = np.linalg.eigvalsh([[xx, xy / 2], [xy / 2, yy]])
    flat = _FLAT * np.abs(coefficients[1:]).max()
    if max(abs(low), abs(high)) <= flat:
        return "plane"
    if min(abs(low), abs(high)) <= flat:
        return "ridge"
    if low > 0:
        return "bowl"
    return "dome" if high < 0 else "saddle"

"""The polynomial of second degree in two predictors, fitted by least squares."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from lederlib._checks import Floats

TERMS: Final = ("intercept", "x", "y", "x2", "xy", "y2")
_SINGULAR: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Frame:
    """Two predictors and an outcome, and where and how far apart they lie.

    Attributes
    ----------
    points : numpy.ndarray, shape (people, 2)
        The predictors as measured.
    outcome : numpy.ndarray, shape (people,)
        The outcome.
    middle, spread : numpy.ndarray, shape (2,)
        Mean and standard deviation of the predictors, the scale that is computed on.
    """

    points: Floats
    outcome: Floats
    middle: Floats
    spread: Floats

    @property
    def design(self) -> Floats:
        """The terms on the standardised scale, shape (people, 6)."""
        return polynomial((self.points - self.middle) / self.spread)


def framed(points: Floats, outcome: Floats) -> Frame:
    """Return the frame of the points; no predictor may be constant."""
    return Frame(
        points=points,
        outcome=outcome,
        middle=points.mean(axis=0),
        spread=points.std(axis=0),
    )


def polynomial(points: Floats) -> Floats:
    """Return 1, x, y, x², xy and y² of points, shape (…, 6)."""
    x, y = points[..., 0], points[..., 1]
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def recentred(frame: Frame, centre: Floats) -> Floats:
    """Return the map from standardised coefficients to those around `centre`."""
    (ax, ay), (bx, by) = 1 / frame.spread, (centre - frame.middle) / frame.spread
    return np.array(
        [
            [1, bx, by, bx * bx, bx * by, by * by],
            [0, ax, 0, 2 * ax * bx, ax * by, 0],
            [0, 0, ay, 0, ay * bx, 2 * ay * by],
            [0, 0, 0, ax * ax, 0, 0],
            [0, 0, 0, 0, ax * ay, 0],
            [0, 0, 0, 0, 0, ay * ay],
        ]
    )


def least_squares(
    frame: Frame, names: tuple[str, str]
) -> tuple[Floats, Floats, Floats]:
    """Return coefficients, inverse Gram matrix and residuals, standardised.

    Raises
    ------
    ValueError
        If the terms determine one another.
    """
    design = frame.design
    left, values, right = np.linalg.svd(design, full_matrices=False)
    if values[-1] < _SINGULAR * values[0]:
        msg = (
            f"Items {names[0]!r} and {names[1]!r} must not determine one another; "
            "their surface cannot be told."
        )
        raise ValueError(msg)
    coefficients = right.T @ ((left.T @ frame.outcome) / values)
    inverse = (right.T / values**2) @ right
    return coefficients, inverse, frame.outcome - design @ coefficients

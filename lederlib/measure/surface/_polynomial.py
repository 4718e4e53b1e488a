"""The polynomial of second degree in two predictors: its fit, errors and figures."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import stdtr, stdtrit

from lederlib._checks import Floats

TERMS: Final = ("intercept", "x", "y", "x2", "xy", "y2")
_SINGULAR: Final = 1e-9
ALONG: Final = ("a1", "a2", "a3", "a4", "a5")
PLACES: Final = ("x0", "y0", "p10", "p11", "p20", "p21")
_STEP: Final = 1e-30
_FLAT: Final = 1e-9
_MOST_CELLS: Final = 4_000_000
_NO_SURFACE: Final = 1e-12
_WHOLE: Final = 1e-9
_LEVEL: Final = 0.95


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


def ols_covariance(inverse: Floats, residuals: Floats) -> Floats:
    """Return the covariance of the coefficients under equal variances."""
    freedom = len(residuals) - len(inverse)
    return np.asarray(inverse * (residuals @ residuals / freedom))


def hc3_covariance(design: Floats, inverse: Floats, residuals: Floats) -> Floats:
    """Return MacKinnon and White's HC3, which needs no equal variances.

    Raises
    ------
    ValueError
        If one person alone decides a coefficient.
    """
    leverage = np.einsum("ij,jk,ik->i", design, inverse, design)
    if leverage.max() > 1 - _WHOLE:
        msg = "HC3 errors need more people: one person alone decides a coefficient."
        raise ValueError(msg)
    away = design * (residuals / (1 - leverage))[:, None]
    return np.asarray(inverse @ (away.T @ away) @ inverse)


def bootstrap(frame: Frame, replications: int, rng: np.random.Generator) -> Floats:
    """Return standardised coefficients of resampled people, shape (kept, 6).

    Each replication is a weighted sum of every person's products, so all of them are
    one matrix product and one stack of small equations. A replication whose people
    cannot tell the surface is left out.
    """
    held = np.column_stack([frame.design, frame.outcome])
    rows, columns = np.triu_indices(held.shape[1])
    products = held[:, rows] * held[:, columns]
    sums = _resampled_sums(products, replications, rng)
    gram = np.empty((replications, held.shape[1], held.shape[1]))
    gram[:, rows, columns] = gram[:, columns, rows] = sums
    left, right = gram[:, :-1, :-1], gram[:, :-1, -1]
    values = np.linalg.eigvalsh(left)
    able = values[:, 0] > _NO_SURFACE * values[:, -1]
    return np.asarray(np.linalg.solve(left[able], right[able][..., None])[..., 0])


def _resampled_sums(
    products: Floats, replications: int, rng: np.random.Generator
) -> Floats:
    people = len(products)
    block = max(1, _MOST_CELLS // people)
    sums = np.empty((replications, products.shape[1]))
    for start in range(0, replications, block):
        size = min(block, replications - start)
        chosen = rng.integers(0, people, (size, people), dtype=np.int32)
        chosen += people * np.arange(size, dtype=np.int32)[:, None]
        counts = np.bincount(chosen.ravel(), minlength=size * people)
        sums[start : start + size] = counts.reshape(size, people) @ products
    return sums


def figure_tables(
    coefficients: Floats, covariance: Floats, draws: Floats, people: int
) -> dict[str, pd.DataFrame]:
    """Return the tables of coefficients, of a1–a5 and of places."""
    figures = np.concatenate([coefficients, features(coefficients)])
    jacobian = np.column_stack([np.eye(len(coefficients)), slopes(coefficients)])
    spread = np.sqrt(np.einsum("ai,ab,bi->i", jacobian, covariance, jacobian))
    names = [*TERMS, *ALONG, *PLACES]
    freedom = people - len(coefficients)
    if len(draws):
        drawn = np.column_stack([draws, features(draws)])
        table = _by_draws(figures, drawn, names)
    else:
        table = _by_errors(figures, spread, names, freedom)
    return {
        "coefficients": table.loc[list(TERMS)].rename_axis("term"),
        "surface": table.loc[list(ALONG)].rename_axis("figure"),
        "places": table.loc[list(PLACES)].drop(columns="p").rename_axis("figure"),
    }


def _by_errors(
    figures: Floats, spread: Floats, names: list[str], freedom: int
) -> pd.DataFrame:
    reach = stdtrit(freedom, (1 + _LEVEL) / 2) * spread
    with np.errstate(divide="ignore", invalid="ignore"):
        tail = 2 * stdtr(freedom, -np.abs(figures / spread))
    columns = {
        "est": figures,
        "se": spread,
        "p": tail,
        "low": figures - reach,
        "high": figures + reach,
    }
    return pd.DataFrame(columns, index=names)


def _by_draws(figures: Floats, drawn: Floats, names: list[str]) -> pd.DataFrame:
    ends = np.quantile(drawn, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2], axis=0)
    sides = np.minimum((drawn <= 0).sum(axis=0), (drawn >= 0).sum(axis=0))
    columns = {
        "est": figures,
        "se": drawn.std(axis=0, ddof=1),
        "p": np.minimum(1, 2 * (sides + 1) / (len(drawn) + 1)),
        "low": ends[0],
        "high": ends[1],
    }
    return pd.DataFrame(columns, index=names)

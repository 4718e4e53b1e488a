"""Simpler surfaces that lie within the full one, compared with it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import fdtrc

from lederlib._checks import Floats

#: Directions in (x, y, x2, xy, y2) that each model leaves free.
MODELS: Final[dict[str, tuple[tuple[float, ...], ...]]] = {
    "none": (),
    "x_only": ((1, 0, 0, 0, 0), (0, 0, 1, 0, 0)),
    "y_only": ((0, 1, 0, 0, 0), (0, 0, 0, 0, 1)),
    "difference": ((1, -1, 0, 0, 0),),
    "main_effects": ((1, 0, 0, 0, 0), (0, 1, 0, 0, 0)),
    "buffer": ((1, 0, 0, 0, 0), (0, 1, 0, 0, 0), (0, 0, 0, 1, 0)),
    "congruence": ((0, 0, 1, -2, 1),),
    "shifted_congruence": ((1, -1, 0, 0, 0), (0, 0, 1, -2, 1)),
    "rising_ridge": ((1, 1, 0, 0, 0), (0, 0, 1, -2, 1)),
    "shifted_ridge": ((1, 0, 0, 0, 0), (0, 1, 0, 0, 0), (0, 0, 1, -2, 1)),
    "full": tuple(map(tuple, np.eye(5).tolist())),
}
STEPS: Final = (
    ("none", "main_effects"),
    ("main_effects", "buffer"),
    ("buffer", "full"),
)
_FULL: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Squares:
    """Sums of squares of the outcome around the full surface and around its mean."""

    within: float
    total: float
    people: int


def compare_models(
    coefficients: Floats,
    covariance: Floats,
    inverse: Floats,
    squares: Squares,
) -> pd.DataFrame:
    """Return every model's fit and the test that nothing is lost by it.

    Parameters
    ----------
    coefficients, covariance : numpy.ndarray
        The full surface's coefficients, intercept first, and their covariance.
    inverse : numpy.ndarray
        The inverse Gram matrix, from which the simpler models' fit follows.
    squares : Squares
        The outcome's sums of squares.
    """
    rows = {}
    for name, free in MODELS.items():
        bound = _constraints(free)
        lost = _distance(bound, coefficients, inverse)
        rows[name] = _fit(squares, lost, len(free)) | _test(
            bound, coefficients, covariance, squares.people
        )
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis("model")


def compare_steps(models: pd.DataFrame, people: int) -> pd.DataFrame:
    """Return what each step from no effect to the full surface adds, by its F test."""
    count = models["parameters"].to_numpy(dtype=int)
    fit = models["r2"].to_numpy(dtype=float)
    at = {str(name): place for place, name in enumerate(models.index)}
    rows = []
    for small, large in STEPS:
        added = int(count[at[large]] - count[at[small]])
        freedom = people - int(count[at[large]])
        gain, left = fit[at[large]] - fit[at[small]], 1 - fit[at[large]]
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = gain / added / (left / freedom)
        tested = (added, freedom, ratio, float(fdtrc(added, freedom, ratio)))
        rows.append((small, large, gain, *tested))
    names = ["smaller", "larger", "delta_r2", "df", "df_residual", "f", "p"]
    return pd.DataFrame(rows, columns=names).set_index(["smaller", "larger"])


def _constraints(free: tuple[tuple[float, ...], ...]) -> Floats:
    """Return directions that the model holds at zero, shape (constraints, 6)."""
    from scipy.linalg import null_space  # noqa: PLC0415 - slow to load

    held = np.array(free, dtype=float).reshape(-1, _FULL)
    bound = null_space(held).T if len(held) else np.eye(_FULL)
    return np.column_stack([np.zeros(len(bound)), bound])


def _distance(bound: Floats, coefficients: Floats, matrix: Floats) -> float:
    if not len(bound):
        return 0.0
    away = bound @ coefficients
    return float(away @ np.linalg.solve(bound @ matrix @ bound.T, away))


def _fit(squares: Squares, lost: float, free: int) -> dict[str, float]:
    """Return the measures of fit, with the error variance counted as R's AIC does."""
    left, people = squares.within + lost, squares.people
    with np.errstate(divide="ignore"):
        loglik = -people / 2 * (np.log(2 * np.pi * left / people) + 1)
    share, freedom = left / squares.total, people - free - 1
    return {
        "parameters": free + 1,
        "r2": 1 - share,
        "adjusted_r2": 1 - share * (people - 1) / freedom,
        "loglik": loglik,
        "aic": 2 * (free + 2) - 2 * loglik,
        "bic": np.log(people) * (free + 2) - 2 * loglik,
    }


def _test(
    bound: Floats, coefficients: Floats, covariance: Floats, people: int
) -> dict[str, float]:
    count = len(bound)
    if not count:
        return {"df": 0, "f": np.nan, "p": np.nan}
    ratio = _distance(bound, coefficients, covariance) / count
    tail = float(fdtrc(count, people - len(coefficients), ratio))
    return {"df": count, "f": ratio, "p": tail}

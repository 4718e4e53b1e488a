"""Balance as a surface: polynomial regression on two predictors.

With the simpler surfaces that lie within the full one, and the checklist of Humberg and
colleagues: is it the match of the two that matters?
"""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
import pandas as pd
from scipy.special import fdtrc

from lederlib._checks import (
    Floats,
    generator_of,
    require_count,
    require_known,
    require_number,
)
from lederlib.measure.has_items import HasItems
from lederlib.measure.item_matrix import LARGEST, ItemMatrix, item_matrix, named_table
from lederlib.measure.surface._polynomial import (
    TERMS,
    Frame,
    bootstrap,
    figure_tables,
    framed,
    hc3_covariance,
    least_squares,
    ols_covariance,
    recentred,
    shape,
)
from lederlib.measure.surface.result import ResponseSurface

ALPHA: Final = 0.05
_BROAD: Final = ("curved", "along_the_line", "not_shifted", "not_rotated")
_STRICT: Final = ("level", "straight")
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
FEWEST: Final = 10
_FEWEST_VALUES: Final = 3
_ALIKE: Final = 2.0


def checklist(surface: pd.DataFrame, cross: tuple[float, float]) -> pd.DataFrame:
    """Return each condition of a congruence effect, its figure and whether it holds.

    That the surface runs along the line where x equals y, we ask for by the sign of
    xy and its p value: a round dome has no direction, and would pass the others.

    Parameters
    ----------
    surface : DataFrame
        a1–a5 with `est` and `p`.
    cross : tuple of float
        The coefficient of xy and its p value.
    """
    figures = {
        "curved": ("a4", False),
        "not_shifted": ("a3", True),
        "not_rotated": ("a5", True),
        "level": ("a1", True),
        "straight": ("a2", True),
    }
    rows = {
        name: (figure, *_row(surface, figure, wants_zero=wants_zero))
        for name, (figure, wants_zero) in figures.items()
    }
    against = cross[0] * float(surface["est"]["a4"]) < 0 and cross[1] < ALPHA
    rows["along_the_line"] = ("xy", *cross, against)
    order = [*_BROAD, *_STRICT]
    table = pd.DataFrame.from_dict(
        rows, orient="index", columns=["figure", "est", "p", "holds"]
    )
    return table.loc[order].rename_axis("condition")


def verdict(table: pd.DataFrame) -> str:
    """Return "strict", "broad" or "none"."""
    holds = table["holds"]
    if not holds[list(_BROAD)].all():
        return "none"
    return "strict" if holds[list(_STRICT)].all() else "broad"


def _row(
    surface: pd.DataFrame, figure: str, *, wants_zero: bool
) -> tuple[float, float, bool]:
    est, p = float(surface["est"][figure]), float(surface["p"][figure])
    return est, p, (p >= ALPHA) == wants_zero


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


Centre = float | Literal["midpoint", "mean"] | None
Errors = Literal["ols", "hc3", "bootstrap"]


def response_surface(
    data: pd.DataFrame | HasItems,
    outcome: str,
    x: str,
    y: str,
    center: Centre = "midpoint",
    *,
    errors: Errors = "ols",
    commensurable: bool | None = None,
    replications: int = 2000,
    rng: int | np.random.Generator = 0,
) -> ResponseSurface:
    r"""Return an outcome as a surface of second degree over x and y.

    .. math:: z = b_0 + b_1 x + b_2 y + b_3 x^2 + b_4 xy + b_5 y^2

    .. math:: a_1 = b_1 + b_2,\; a_2 = b_3 + b_4 + b_5,\; a_3 = b_1 - b_2,\;
              a_4 = b_3 - b_4 + b_5,\; a_5 = b_3 - b_5

    Parameters
    ----------
    data : DataFrame or a study
        One row a person; a row with a gap in the three columns is left out.
    outcome, x, y : str
        Columns.
    center : float, "midpoint", "mean" or None
        Where x and y are counted from: the same number for both; the middle between
        the lowest and the highest answer to either; the mean of each, which gives up
        that equal numbers mean equal amounts; or zero.
    errors : {"ols", "hc3", "bootstrap"}
        Least squares with equal variances; without them (HC3); or resampled people,
        with percentile intervals. The first two take t with n − 6 degrees of freedom,
        and the delta method for stationary point and axes.
    commensurable : bool, optional
        Whether you claim that x and y are counted in one unit, so that x = y means
        "as much of the one as of the other". Nothing in the data can show that.
    replications : int, default 2000
        Bootstraps, 100 to 100,000.
    rng : int or numpy.random.Generator
        Chance of the bootstrap.

    Returns
    -------
    ResponseSurface
        `commensurable` is "no" where you deny it, each is counted from its own mean,
        or one spreads more than twice as far as the other or nowhere over the same
        numbers; else "claimed" or "unclaimed".

    Raises
    ------
    ValueError
        If a column is unknown, holds a text or has fewer than three different values,
        x and y determine one another, or fewer than 10 people have all three.

    Notes
    -----
    Edwards and Parry (1993), doi:10.5465/256822. Congruence is judged by all the
    conditions of Humberg, Nestler and Back (2019), doi:10.1177/1948550618757600; one
    figure alone cannot show it, and a condition "holds" where nothing was seen to
    speak against it, which a small sample makes easy. The corners of the hull are the
    answers of single people: do not print them for a group that knows itself.

    Examples
    --------
    >>> load, resources = np.meshgrid(np.arange(1, 6), np.arange(1, 6))
    >>> table = pd.DataFrame({"load": load.ravel(), "resources": resources.ravel()})
    >>> table["strain"] = (table["load"] - table["resources"]) ** 2
    >>> found = response_surface(table, "strain", "load", "resources")
    >>> found.surface["est"].round(6).abs().tolist()
    [0.0, 0.0, 0.0, 4.0, 0.0]
    """
    from scipy.spatial import ConvexHull  # noqa: PLC0415 - slow to load

    chance = generator_of(rng)
    matrix, left_out = _columns(data, outcome, x, y)
    frame = framed(matrix.values[:, 1:], matrix.values[:, 0])
    centre = _centre(frame, center)
    turn = recentred(frame, centre)
    fitted, inverse, residuals = least_squares(frame, (str(x), str(y)))
    scored = frame, inverse, residuals
    covariance, draws = _covariance(errors, scored, replications, chance)
    coefficients, inverse = turn @ fitted, turn @ inverse @ turn.T
    covariance, draws = turn @ covariance @ turn.T, draws @ turn.T
    tables = figure_tables(coefficients, covariance, draws, len(residuals))
    models = compare_models(
        coefficients, covariance, inverse, _squares(frame, residuals)
    )
    conditions = checklist(tables["surface"], _cross(tables["coefficients"]))
    return ResponseSurface(
        **tables,
        models=models,
        steps=compare_steps(models, len(residuals)),
        checklist=conditions,
        congruence=verdict(conditions),
        shape=shape(coefficients),
        commensurable=_commensurable(frame, center, claimed=commensurable),
        names=(str(outcome), str(x), str(y)),
        centre=(float(centre[0]), float(centre[1])),
        hull=frame.points[ConvexHull(frame.points).vertices],
        errors=errors,
        replications=len(draws),
        n=len(residuals),
        left_out=left_out,
        r2=float(models["r2"]["full"]),
    )


def _cross(coefficients: pd.DataFrame) -> tuple[float, float]:
    return float(coefficients["est"]["xy"]), float(coefficients["p"]["xy"])


def _covariance(
    errors: Errors,
    fitted: tuple[Frame, Floats, Floats],
    replications: int,
    rng: np.random.Generator,
) -> tuple[Floats, Floats]:
    """Return the coefficients' covariance, standardised, and the draws behind it."""
    draws = np.empty((0, len(TERMS)))
    frame, inverse, residuals = fitted
    if require_known(errors, ("ols", "hc3", "bootstrap"), name="errors") == "ols":
        return ols_covariance(inverse, residuals), draws
    if errors == "hc3":
        return hc3_covariance(frame.design, inverse, residuals), draws
    count = require_count(replications, 100, 100_000, name="replications")
    draws = bootstrap(frame, count, rng)
    return np.cov(draws, rowvar=False), draws


def _squares(frame: Frame, residuals: Floats) -> Squares:
    return Squares(
        within=float(residuals @ residuals),
        total=float(((frame.outcome - frame.outcome.mean()) ** 2).sum()),
        people=len(residuals),
    )


def _columns(
    data: pd.DataFrame | HasItems, outcome: str, x: str, y: str
) -> tuple[ItemMatrix, int]:
    """Return the outcome, x and y of those who have all three."""
    table = named_table(data)
    names = [
        require_known(str(name), table.columns, name="column")
        for name in (outcome, x, y)
    ]
    matrix = item_matrix(table[names]).require_spread()
    whole = matrix.complete().require_spread()
    people = len(whole.values)
    if people < FEWEST:
        msg = f"data must hold at least {FEWEST} people with all three; got {people}."
        raise ValueError(msg)
    for name, values in zip(whole.names[1:], whole.values.T[1:], strict=True):
        if len(np.unique(values)) < _FEWEST_VALUES:
            msg = f"Item {name!r} must take at least 3 values to show a curve; got 2."
            raise ValueError(msg)
    return whole, len(matrix.values) - people


def _centre(frame: Frame, center: Centre) -> Floats:
    if center is None:
        return np.zeros(2)
    if isinstance(center, str):
        require_known(center, ("midpoint", "mean"), name="center, if not a number,")
        if center == "mean":
            return frame.middle
        return np.full(2, (frame.points.min() + frame.points.max()) / 2)
    return np.full(2, require_number(center, -LARGEST, LARGEST, name="center"))


def _commensurable(frame: Frame, center: Centre, *, claimed: bool | None) -> str:
    low, high = frame.points.min(axis=0), frame.points.max(axis=0)
    ranges = high - low
    apart = low.max() > high.min() or ranges.max() > _ALIKE * ranges.min()
    if claimed is False or center == "mean" or apart:
        return "no"
    return "claimed" if claimed else "unclaimed"

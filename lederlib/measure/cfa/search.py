"""The search for estimates: how it steps and how it ends.

Scoring with a line search; where that is slow or stands still, BFGS and then Newton's
method with the curve itself.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.objective import Objective

MOST_STEPS = 300
MOST_SCORING = 60
MOST_EXACT = 20
SMALL = 1e-8
SHORTEST = 1e-7


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Optimum:
    """Where the search ended.

    Attributes
    ----------
    estimate : numpy.ndarray
        The estimates.
    value : float
        The discrepancy there.
    converged : bool
        Whether no step would make it smaller.
    steps : int
        Steps taken.
    """

    estimate: Floats
    value: float
    converged: bool
    steps: int


def optimise(
    objective: Objective, start: Floats, *, most_steps: int = MOST_STEPS
) -> Optimum:
    """Return the smallest discrepancy that is found from `start`."""
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load

    if not objective.estimates:
        return Optimum(
            estimate=start, value=objective.value(start), converged=True, steps=0
        )
    first = _score(objective, start, min(most_steps, MOST_SCORING))
    if first.converged or not np.isfinite(first.value):
        return first
    eased = minimize(
        objective.value,
        first.estimate,
        jac=lambda estimate: objective.slopes(estimate)[0],
        method="BFGS",
        options={"maxiter": most_steps, "gtol": 1e-8},
    )
    curved = Objective(
        estimates=objective.estimates,
        value=objective.value,
        slopes=lambda estimate: _exact_slopes(objective, estimate),
    )
    second = _score(curved, np.asarray(eased.x), min(most_steps, MOST_EXACT))
    if not second.converged:
        second = _score(objective, second.estimate, most_steps)
    return second if second.value <= first.value else first


def _exact_slopes(objective: Objective, estimate: Floats) -> tuple[Floats, Floats]:
    """Return the gradient, and how it does bend rather than how it is expected to.

    The expected curve where the other one is no basin.
    """
    gradient, expected = objective.slopes(estimate)
    steps = 1e-5 * np.maximum(1, np.abs(estimate))
    rows = [
        objective.slopes(estimate + step)[0] - objective.slopes(estimate - step)[0]
        for step in np.diag(steps)
    ]
    curve = np.array(rows) / (2 * steps[:, None])
    curve = (curve + curve.T) / 2
    scale = np.sqrt(np.maximum(np.diag(expected), 1e-12))
    scaled = curve / np.outer(scale, scale)
    basin = np.isfinite(scaled).all() and np.linalg.eigvalsh(scaled)[0] > SHORTEST
    return gradient, curve if basin else expected


def _score(objective: Objective, start: Floats, most_steps: int) -> Optimum:
    estimate, value = start, objective.value(start)
    for count in range(1, most_steps + 1):
        gradient, curve = objective.slopes(estimate)
        if not (np.isfinite(gradient).all() and np.isfinite(curve).all()):
            break
        direction = solved(curve, -gradient)
        slope = float(gradient @ direction)
        length, reached = _search(objective.value, estimate, direction, value, slope)
        estimate, value = estimate + length * direction, min(reached, value)
        size = np.abs(direction / np.maximum(1, np.abs(estimate))).max()
        if size < SMALL and np.isfinite(value):
            return Optimum(estimate=estimate, value=value, converged=True, steps=count)
        if not length:
            break
    return Optimum(estimate=estimate, value=value, converged=False, steps=count)


def solved(curve: Floats, right: Floats) -> Floats:
    """Return what a curve turns into `right`; the shortest where it is singular."""
    from scipy.linalg import cho_solve  # noqa: PLC0415 - slow to load

    scale = np.sqrt(np.maximum(np.diag(curve), 1e-12))
    scaled, aim = curve / np.outer(scale, scale), (right.T / scale).T
    try:
        root = np.linalg.cholesky(scaled)
        if np.diag(root).min() > SHORTEST:
            found = cho_solve((root, True), aim, check_finite=False)
            return np.asarray((found.T / scale).T)
    except np.linalg.LinAlgError:
        pass
    found = np.linalg.lstsq(scaled, aim, rcond=1e-10)[0]
    return np.asarray((found.T / scale).T)


def _search(
    value: Callable[[Floats], float],
    estimate: Floats,
    direction: Floats,
    before: float,
    slope: float,
) -> tuple[float, float]:
    """Return the first length, halved from 1, that makes the value smaller."""
    length = 1.0
    rounding = 1e-13 * max(1.0, abs(before))
    while length > SHORTEST:
        reached = value(estimate + length * direction)
        if reached <= before + 1e-4 * length * slope + rounding:
            return length, reached
        length /= 2
    return 0.0, before

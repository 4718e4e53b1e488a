"""The search for estimates: what is made small, where it begins and how it ends.

Scoring with a line search; where that is slow or stands still, BFGS and then Newton's
method with the curve itself. It begins with each item's loading from its covariances
with its own factor.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.parameters import Group, Model, Places

TINY = 1e-8
MOST_STEPS = 300
MOST_SCORING = 60
MOST_EXACT = 20
SMALL = 1e-8
SHORTEST = 1e-7


Value = Callable[[Floats, int], float]
Slopes = Callable[[Floats, int], tuple[Floats, Floats]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Objective:
    """A function of the estimates to be made small.

    Attributes
    ----------
    estimates : int
        How many numbers it takes.
    value : callable
        Estimates to the discrepancy; infinite where there is none.
    slopes : callable
        Estimates to gradient and expected curvature.
    """

    estimates: int
    value: Callable[[Floats], float]
    slopes: Callable[[Floats], tuple[Floats, Floats]]


def pooled(
    model: Model, weights: Sequence[float], value: Value, slopes: Slopes
) -> Objective:
    """Return the weighted sum of what each group contributes.

    `value` and `slopes` are given the estimates and a group's number; slopes are by the
    group's free parameters.
    """

    def total(estimate: Floats) -> float:
        return sum(
            weight * value(estimate, number) for number, weight in enumerate(weights)
        )

    def total_slopes(estimate: Floats) -> tuple[Floats, Floats]:
        parts = [slopes(estimate, number) for number in range(len(weights))]
        gradient = gather(
            model, [w * part[0] for w, part in zip(weights, parts, strict=True)]
        )
        curve = gather_square(
            model, [w * part[1] for w, part in zip(weights, parts, strict=True)]
        )
        return gradient, curve

    return Objective(estimates=model.estimates, value=total, slopes=total_slopes)


def gather(model: Model, parts: Sequence[Floats]) -> Floats:
    """Return the sum over groups of vectors by free parameter, by estimate."""
    total = np.zeros((*parts[0].shape[:-1], model.estimates))
    for group, part in zip(model.groups, parts, strict=True):
        if group.distinct:
            total[..., group.target] += part
        else:
            total += part @ selection(model, group)
    return total


def gather_square(model: Model, parts: Sequence[Floats]) -> Floats:
    """Return the sum over groups of matrices by free parameter, by estimate."""
    total = np.zeros((*parts[0].shape[:-2], model.estimates, model.estimates))
    for group, part in zip(model.groups, parts, strict=True):
        if group.distinct:
            total[..., group.target[:, None], group.target] += part
        else:
            chosen = selection(model, group)
            total += chosen.T @ part @ chosen
    return total


def gather_columns(model: Model, group: Group, columns: Floats) -> Floats:
    """Return columns by a group's free parameters as columns by estimate."""
    if group.distinct:
        wide = np.zeros((len(columns), model.estimates))
        wide[:, group.target] = columns
        return wide
    return np.asarray(columns @ selection(model, group))


def selection(model: Model, group: Group) -> Floats:
    """Return which estimate each of a group's free parameters is, as zeros and ones."""
    chosen = np.zeros((len(group.target), model.estimates))
    chosen[np.arange(len(group.target)), group.target] = 1
    return chosen


def starting_values(
    model: Model,
    moments: Sequence[tuple[Floats, Floats]],
    thresholds: Sequence[Floats] | None = None,
) -> Floats:
    """Return where the search begins.

    Parameters
    ----------
    model : Model
        The model.
    moments : sequence of (mean, cov)
        Each group's means and covariances.
    thresholds : sequence of numpy.ndarray, optional
        Each group's thresholds of ordered items.
    """
    cells = np.array(
        [0.0 if cell.value is None else cell.value for cell in model.cells]
    )
    told = np.array([cell.value is not None for cell in model.cells])
    for number, group in enumerate(model.groups):
        guesses = _guess(model, group.all, *moments[number])
        if thresholds is not None and "thresholds" in group.all:
            guesses["thresholds"] = thresholds[number]
        for matrix, values in guesses.items():
            places = group.all[matrix]
            open_ = ~told[places.cell]
            index = (places.row,) if values.ndim == 1 else (places.row, places.column)
            cells[places.cell[open_]] = values[index][open_]
    totals = np.zeros(model.estimates)
    counts = np.zeros(model.estimates)
    free = model.target >= 0
    np.add.at(totals, model.target[free], cells[free])
    np.add.at(counts, model.target[free], 1)
    return np.asarray(totals / np.maximum(counts, 1))


def _guess(
    model: Model, places: dict[str, Places], mean: Floats, cov: Floats
) -> dict[str, Floats]:
    shape = model.shape
    loadings, variances = _loadings(model, places, cov)
    factors = _covariances(loadings, variances, cov)
    communal = np.einsum("if,fg,ig->i", loadings, factors, loadings)
    total = np.diag(cov)
    residuals = np.diag(np.clip(total - communal, 0.2 * total, 0.9 * total))
    if "paths" in places:
        factors = np.diag(np.diag(factors)) * 0.6
    raised, items = model.frame.raised_places, model.frame.raised_items
    factors[raised, raised] = 0.9 * total[items]
    means = np.zeros(shape["means"])
    means[raised] = mean[items]
    guesses = {
        "loadings": loadings,
        "paths": _path_guess(model, places),
        "factors": factors,
        "residuals": residuals,
        "intercepts": mean,
        "means": means,
        "scales": np.ones(shape["scales"]),
    }
    return {matrix: guess for matrix, guess in guesses.items() if matrix in places}


def _path_guess(model: Model, places: dict[str, Places]) -> Floats:
    """Return 0.7 for what measures, and 0 for regressions."""
    paths = np.zeros(model.shape["paths"])
    for place in places["paths"].cell.tolist() if "paths" in places else ():
        cell = model.cells[place]
        paths[cell.row, cell.column] = 0.7 if cell.op == "=~" else 0.0
    return paths


def _loadings(
    model: Model, places: dict[str, Places], cov: Floats
) -> tuple[Floats, Floats]:
    """Return centroid loadings and the factors' variances, on the model's own scale."""
    count = model.shape["loadings"]
    loadings, variances = np.zeros(count), np.ones(count[1])
    if "loadings" not in places:
        return loadings, variances
    own = places["loadings"]
    for factor in range(count[1]):
        mine = own.column == factor
        rows, cells = own.row[mine], own.cell[mine]
        if not rows.size:
            continue
        weights = _centroid(cov[np.ix_(rows, rows)])
        fixed = model.fixed[cells]
        anchors = np.flatnonzero(~np.isnan(fixed) & (np.abs(fixed) > TINY))
        if anchors.size:
            scale = weights[anchors[0]] / fixed[anchors[0]]
            variances[factor] = max(scale**2, TINY)
            weights = weights / scale
        loadings[rows, factor] = np.where(np.isnan(fixed), weights, fixed)
    return loadings, variances


def _centroid(cov: Floats) -> Floats:
    """Return loadings on a factor of variance 1, each .3 to .9 of the item's sd."""
    spread = np.sqrt(np.diag(cov))
    shared = cov / np.outer(spread, spread)
    if len(cov) == 1:
        return np.asarray(spread)
    np.fill_diagonal(shared, 0)
    lead = int(np.abs(shared).sum(axis=1).argmax())
    signs = np.where(shared[lead] < 0, -1.0, 1.0)
    signs[lead] = 1.0
    rows = np.abs((shared * np.outer(signs, signs)).sum(axis=1))
    total = max(rows.sum(), TINY)
    loading = rows / np.sqrt(total) * np.sqrt(len(cov) / max(len(cov) - 1, 1))
    return np.asarray(signs * np.clip(loading, 0.3, 0.9) * spread)


def _covariances(loadings: Floats, variances: Floats, cov: Floats) -> Floats:
    """Return the factors' covariances, from the covariances between their items."""
    between = loadings.T @ cov @ loadings
    weight = (np.abs(loadings).T ** 2).sum(axis=1)
    raw = between / np.outer(np.maximum(weight, TINY), np.maximum(weight, TINY))
    spread = np.sqrt(variances)
    bound = 0.7 * np.outer(spread, spread)
    factors = np.clip(raw, -bound, bound)
    np.fill_diagonal(factors, variances)
    roots = np.linalg.eigvalsh(factors / np.outer(spread, spread))
    if roots[0] < 0.05:  # noqa: PLR2004
        factors = np.where(np.eye(len(factors), dtype=bool), factors, 0.3 * factors)
    return np.asarray(factors)


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
        direction = _direction(curve, gradient)
        slope = float(gradient @ direction)
        length, reached = _search(objective.value, estimate, direction, value, slope)
        estimate, value = estimate + length * direction, min(reached, value)
        size = np.abs(direction / np.maximum(1, np.abs(estimate))).max()
        if size < SMALL and np.isfinite(value):
            return Optimum(estimate=estimate, value=value, converged=True, steps=count)
        if not length:
            break
    return Optimum(estimate=estimate, value=value, converged=False, steps=count)


def _direction(curve: Floats, gradient: Floats) -> Floats:
    """Return the step of scoring; where the curvature is singular, the shortest one."""
    from scipy.linalg import cho_solve  # noqa: PLC0415 - slow to load

    scale = np.sqrt(np.maximum(np.diag(curve), 1e-12))
    scaled = curve / np.outer(scale, scale)
    try:
        root = np.linalg.cholesky(scaled)
        if np.diag(root).min() > SHORTEST:
            step = cho_solve((root, True), -gradient / scale, check_finite=False)
            return np.asarray(step / scale)
    except np.linalg.LinAlgError:
        pass
    step = np.linalg.lstsq(scaled, -gradient / scale, rcond=1e-10)[0]
    return np.asarray(step / scale)


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

"""Where the search begins: each loading from covariances with its own factor."""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.matrices import Model, Places

TINY = 1e-8


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

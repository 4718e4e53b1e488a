"""What interventions do and cost, checked once for all questions about portfolios."""

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, as_floats, require_between
from lederlib.model.synchronise._terms import PortfolioEffects

_MOST_EFFECT = 100.0


def portfolio_effects(
    moves: npt.ArrayLike,
    *,
    costs: npt.ArrayLike,
    weights: npt.ArrayLike,
    baseline: npt.ArrayLike = 0.5,
    pairs: npt.ArrayLike = 0,
    size: npt.ArrayLike = 2.0,
    curvature: npt.ArrayLike = 1.5,
    capacity: npt.ArrayLike = np.inf,
    power: npt.ArrayLike = 4,
    overload: npt.ArrayLike = 0.03,
    frees: npt.ArrayLike = 0,
) -> PortfolioEffects:
    """Return what interventions do and cost, ready for the questions on portfolios.

    Parameters
    ----------
    moves : array-like, shape (factors, interventions) or (..., draws)
        How far each intervention moves each factor, −1 to 1.
    costs : array-like, shape (interventions,)
        Attention that each takes, as a share of the year's.
    weights, baseline : array-like, shape (factors,) or (factors, draws)
        Share of each factor in the total effect, and the profile today; 0 to 1.
    pairs : array-like, shape (interventions, interventions) or (..., draws)
        What two add when both are chosen, in log units: conflicts are negative.
        Symmetric; the diagonal is ignored.
    size, curvature : array-like, shape () or (draws,)
        As in `attractiveness`.
    capacity, power : array-like, shape () or (draws,)
        As in `dilution`; with an infinite capacity nothing is ever too much.
    overload : array-like, shape () or (draws,)
        What far too much at once costs by itself, in log units, at least 0: the
        interventions are one more load. Half of it is felt at the capacity.
    frees : array-like, shape (), (interventions,) or (interventions, draws)
        Attention that each sets free, as when a standing meeting is cleared.

    Raises
    ------
    ValueError
        If a number is out of range or two shapes do not fit together.

    Examples
    --------
    >>> effects = portfolio_effects([[0.2, 0.1]], costs=[0.1, 0.1], weights=[1])
    >>> effects.moves.shape, effects.draws
    ((1, 2, 1), 1)
    """
    moved = _behind(require_between(moves, -1, 1, name="moves"), 2, "moves")
    factors, n = moved.shape[:2]
    effects = PortfolioEffects(
        moves=moved,
        weights=_rows(weights, factors, "weights"),
        baseline=_rows(baseline, factors, "baseline"),
        pairs=_square(pairs, n),
        size=_draws(require_between(size, 0, 100, name="size"), "size"),
        curvature=_draws(
            require_between(curvature, 0, 100, name="curvature"), "curvature"
        ),
        capacity=_draws(_positive(capacity, "capacity"), "capacity"),
        power=_draws(require_between(power, 1, 100, name="power"), "power"),
        overload=_draws(
            require_between(overload, 0, _MOST_EFFECT, name="overload"), "overload"
        ),
        frees=_frees(frees, n),
        costs=_costs(costs, n),
    )
    _require_same_draws(effects)
    return effects


def _rows(values: npt.ArrayLike, factors: int, name: str) -> Floats:
    numbers = require_between(values, 0, 1, name=name)
    if numbers.ndim == 0:
        numbers = np.full(factors, float(numbers))
    rows = _behind(numbers, 1, name)
    if len(rows) != factors:
        msg = (
            f"{name} must have one row for each of {factors} factors; got {len(rows)}."
        )
        raise ValueError(msg)
    return rows


def _square(values: npt.ArrayLike, n: int) -> Floats:
    numbers = require_between(values, -_MOST_EFFECT, _MOST_EFFECT, name="pairs")
    if numbers.ndim == 0:
        numbers = np.full((n, n), float(numbers))
    pairs = _behind(numbers, 2, "pairs")
    if pairs.shape[:2] != (n, n):
        got = f"{pairs.shape[0]} × {pairs.shape[1]}"
        msg = f"pairs must be {n} × {n}, one row for each intervention; got {got}."
        raise ValueError(msg)
    if not np.array_equal(pairs, pairs.swapaxes(0, 1)):
        msg = "pairs must be symmetric: what p does to q is what q does to p."
        raise ValueError(msg)
    return pairs


def _costs(values: npt.ArrayLike, n: int) -> Floats:
    costs = require_between(values, 0, _MOST_EFFECT, name="costs")
    if costs.shape != (n,):
        msg = (
            f"costs must be one number for each of {n} interventions; "
            f"got shape {costs.shape}."
        )
        raise ValueError(msg)
    return costs


def _frees(values: npt.ArrayLike, n: int) -> Floats:
    numbers = require_between(values, 0, _MOST_EFFECT, name="frees")
    frees = _behind(np.full(n, numbers) if numbers.ndim == 0 else numbers, 1, "frees")
    if len(frees) != n:
        msg = (
            f"frees must have one row for each of {n} interventions; got {len(frees)}."
        )
        raise ValueError(msg)
    return frees


def _positive(values: npt.ArrayLike, name: str) -> Floats:
    numbers = as_floats(values, name=name)
    if not (numbers > 0).all():
        worst = numbers[~(numbers > 0)].flat[0]
        msg = f"{name} must be above 0; got {worst:g}."
        raise ValueError(msg)
    return numbers


def _draws(numbers: Floats, name: str) -> Floats:
    return _behind(numbers, 0, name)


def _behind(numbers: Floats, axes: int, name: str) -> Floats:
    """Return numbers with the draws as one axis behind `axes` others."""
    if numbers.size == 0:
        msg = f"{name} must not be empty; got shape {numbers.shape}."
        raise ValueError(msg)
    if numbers.ndim == axes:
        return numbers[..., None]
    if numbers.ndim != axes + 1:
        msg = (
            f"{name} must have {axes} axes and may have one more for draws; "
            f"got shape {numbers.shape}."
        )
        raise ValueError(msg)
    return numbers


def _require_same_draws(effects: PortfolioEffects) -> None:
    for name, part in zip(effects._fields[:-1], effects[:-1], strict=True):
        if part.shape[-1] not in (1, effects.draws):
            msg = (
                f"{name} must have {effects.draws} draws, as the others have, or one; "
                f"got {part.shape[-1]}."
            )
            raise ValueError(msg)

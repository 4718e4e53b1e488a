"""The search for estimates that fulfil a model's rules.

Equal sums leave the estimates a plane to lie in. Of sums that are at most as large as a
bound those that bind are found by an active set: from a point that is allowed one goes
towards the best in the plane, up to the first bound, which is then held equal; and lets
go of a bound from which the fit would rather move inwards.
"""

from dataclasses import replace

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import Objective
from lederlib.measure.cfa.search import Optimum, optimise
from lederlib.measure.cfa.space import NEGLIGIBLE, Rules, Space

MOST_ROUNDS = 100
INWARDS = 1e-7


def seek(
    objective: Objective, model: Model, start: Floats
) -> tuple[Optimum, Space | None]:
    """Return the smallest discrepancy under the rules, and where it was looked for."""
    rules = model.rules
    optimum = _within(objective, rules.space(), start)
    most = rules.most
    inside = rules.nearest(optimum.estimate)
    if inside is None or (most.weights @ optimum.estimate <= most.bounds).all():
        return optimum, rules.space()
    active: list[int] = []
    for _ in range(MOST_ROUNDS):
        optimum = _within(objective, rules.space(active), inside)
        share, blocked = _first_met(rules, inside, optimum.estimate, active)
        inside = inside + share * (optimum.estimate - inside)
        if blocked is not None:
            active = [*active, blocked]
            continue
        loose = _let_go(objective, rules, optimum.estimate, active)
        if loose is None:
            return optimum, rules.space(active)
        active = [row for row in active if row != loose]
    return replace(optimum, converged=False), rules.space(active)


def _within(objective: Objective, space: Space | None, start: Floats) -> Optimum:
    """Return the best estimates in a plane."""
    if space is None:
        return optimise(objective, start)

    def lifted(place: Floats) -> Floats:
        return np.asarray(space.origin + space.basis @ place)

    def slopes(place: Floats) -> tuple[Floats, Floats]:
        gradient, curve = objective.slopes(lifted(place))
        return space.basis.T @ gradient, space.basis.T @ curve @ space.basis

    inner = Objective(
        estimates=space.size,
        value=lambda place: objective.value(lifted(place)),
        slopes=slopes,
    )
    first = space.basis.T @ (start - space.origin)
    found = optimise(inner, first)
    return replace(found, estimate=lifted(found.estimate))


def _first_met(
    rules: Rules, inside: Floats, ahead: Floats, active: list[int]
) -> tuple[float, int | None]:
    """Return how far one may go ahead, and which bound stands in the way."""
    rise = rules.most.weights @ (ahead - inside)
    room = rules.most.bounds - rules.most.weights @ inside
    rise[active] = 0
    shares = np.full(len(rise), np.inf)
    up = rise > NEGLIGIBLE
    shares[up] = np.maximum(room[up], 0) / rise[up]
    if not shares.size or shares.min() >= 1:
        return 1.0, None
    return float(shares.min()), int(shares.argmin())


def _let_go(
    objective: Objective, rules: Rules, estimate: Floats, active: list[int]
) -> int | None:
    """Return a bound from which the discrepancy falls inwards; None if all hold."""
    gradient = objective.slopes(estimate)[0]
    held = np.vstack([rules.most.weights[active], rules.equal.weights])
    pull = np.linalg.lstsq(held.T, -gradient, rcond=None)[0][: len(active)]
    if len(active) and pull.min() < -INWARDS:
        return active[int(pull.argmin())]
    return None

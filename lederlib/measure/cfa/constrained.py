"""The search for estimates that fulfil a model's rules.

Equal sums leave the estimates a plane to lie in. Of sums that are at most as large as a
bound those that bind are found by an active set: what is broken is held equal, and let
go again where the fit would rather move inwards.
"""

from dataclasses import replace

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.parameters import Model
from lederlib.measure.cfa.search import Objective, Optimum, optimise
from lederlib.measure.cfa.space import NEGLIGIBLE, Space

MOST_ROUNDS = 100
INWARDS = 1e-7


def seek(
    objective: Objective, model: Model, start: Floats
) -> tuple[Optimum, Space | None]:
    """Return the smallest discrepancy under the rules, and where it was looked for."""
    active: list[int] = []
    optimum = _within(objective, model.rules.space(), start)
    for _ in range(MOST_ROUNDS if len(model.rules.most) else 0):
        changed = _changed(objective, model, optimum.estimate, active)
        if changed == active:
            break
        active = changed
        optimum = _within(objective, model.rules.space(active), optimum.estimate)
    return optimum, model.rules.space(active)


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


def _changed(
    objective: Objective, model: Model, estimate: Floats, active: list[int]
) -> list[int]:
    """Return the inequalities that bind next: one more, one fewer, or the same."""
    rules = model.rules
    broken = rules.most.weights @ estimate - rules.most.bounds
    broken[active] = 0
    worst = int(broken.argmax())
    if broken[worst] > NEGLIGIBLE:
        return [*active, worst]
    gradient = objective.slopes(estimate)[0]
    held = np.vstack([rules.most.weights[active], rules.equal.weights])
    pull = np.linalg.lstsq(held.T, -gradient, rcond=None)[0][: len(active)]
    if len(active) and pull.min() < -INWARDS:
        return [row for place, row in enumerate(active) if place != pull.argmin()]
    return active

"""What is made small: a discrepancy of the estimates, pooled over groups."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.matrices import Group, Model

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

"""The test that complete answers would have shown, for the robust indices.

After Zhang and Savalei (2023, https://doi.org/10.1037/met0000445): the model is held
against the most likely moments as if they were complete, and what that statistic is on
average is worked out from the information in the answers with gaps.
"""

from collections.abc import Sequence

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import implied, slope
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import gather_columns
from lederlib.measure.cfa.sample import Sample, sample_of_moments, shares
from lederlib.measure.cfa.saturated import (
    Saturated,
    moment_slopes,
    saturated_information,
)
from lederlib.measure.cfa.space import Space


def corrected(
    model: Model,
    estimate: Floats,
    samples: Sequence[Sample],
    saturated: tuple[Model, Sequence[Saturated]],
    *,
    robust: bool,
    space: Space | None = None,
) -> tuple[float, float]:
    """Return the statistic of complete answers and what it is on average.

    `saturated` is the model with every relation and its information.
    """
    whole = [sample_of_moments(part.mean, part.cov, part.n) for part in samples]
    people = sum(sample.n for sample in samples)
    statistic = people * ml_objective(model, whole).value(estimate)
    every, information = saturated
    complete = saturated_information(every, whole)
    weights = shares(samples)
    gapped = _blocks([part.observed for part in information], weights)
    full = _blocks([part.observed for part in complete], weights)
    slopes = _slopes(model, estimate, information)
    if space is not None:
        slopes = slopes @ space.basis
    inner = slopes @ np.linalg.solve(slopes.T @ gapped @ slopes, slopes.T)
    if not robust:
        return statistic, float(np.sum(full * (np.linalg.inv(gapped) - inner)))
    meat = _blocks([part.meat for part in information], weights)
    bread = np.linalg.inv(gapped)
    left = np.eye(len(inner)) - inner @ gapped
    spread = left @ bread @ meat @ bread @ left.T
    return statistic, float(np.sum(full * spread))


def _blocks(parts: Sequence[Floats], weights: Floats) -> Floats:
    from scipy.linalg import block_diag  # noqa: PLC0415 - slow to load

    pairs = zip(weights, parts, strict=True)
    return np.asarray(block_diag(*[weight * part for weight, part in pairs]))


def _slopes(model: Model, estimate: Floats, saturated: Sequence[Saturated]) -> Floats:
    """Return how all groups' moments move with the estimates."""
    rows = []
    for number, part in enumerate(saturated):
        group = model.groups[number]
        moved = slope(implied(model.matrices(estimate, number)), group.free)
        rows.append(gather_columns(model, group, moment_slopes(moved, part.places)))
    return np.vstack(rows)

r"""The test that complete answers would have shown, for the robust indices.

After Zhang and Savalei (2023, https://doi.org/10.1037/met0000445): the model is held
against the most likely moments as if they were complete, and what that statistic is on
average is worked out from the information in the answers with gaps. With the slopes S
of the moments, their information G, the products M of the scores, the information F of
complete answers and :math:`H = (S'GS)^{-1}` it is

.. math:: tr(F G^{-1} M G^{-1}) - 2 \, tr(H S' M G^{-1} F S) + tr(H S'FS \, H S'MS)

of which everything but H is a sum over groups.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.implied import implied, slope
from lederlib.measure.cfa.likelihood import ml_objective
from lederlib.measure.cfa.matrices import Model, Places
from lederlib.measure.cfa.objective import gather_square
from lederlib.measure.cfa.sample import Sample, sample_of_moments, shares
from lederlib.measure.cfa.saturated import (
    Saturated,
    moment_slopes,
    saturated_information,
)
from lederlib.measure.cfa.space import Space


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """One group's information on its moments, weighted by its share of the people.

    Attributes
    ----------
    places : mapping of matrix to Places
        Which moments they are, in order.
    gapped, meat, full, mixed : numpy.ndarray
        G, M, F and M G⁻¹ F.
    """

    places: dict[str, Places]
    gapped: Floats
    meat: Floats
    full: Floats
    mixed: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Completed:
    """Answers with gaps as if they were complete.

    Attributes
    ----------
    samples : tuple of Sample
        The groups by their most likely moments.
    parts : tuple of Part
        What the answers tell of these.
    trace : float
        Of F G⁻¹ M G⁻¹.
    """

    samples: tuple[Sample, ...]
    parts: tuple[Part, ...]
    trace: float


def completed(
    frame: Frame,
    samples: Sequence[Sample],
    information: Sequence[Saturated],
    *,
    robust: bool,
) -> Completed:
    """Return answers with gaps as if they were complete."""
    whole = tuple(sample_of_moments(part.mean, part.cov, part.n) for part in samples)
    full = [part.observed for part in saturated_information(frame, whole)]
    trace, parts = 0.0, []
    for share, own, gapped in zip(shares(samples), full, information, strict=True):
        meat = gapped.meat if robust else gapped.observed
        mixed = meat @ gapped.bread @ own
        trace += float(np.sum(gapped.bread * mixed))
        parts.append(
            Part(
                places=gapped.places,
                gapped=share * gapped.observed,
                meat=share * meat,
                full=share * own,
                mixed=share * mixed,
            )
        )
    return Completed(samples=whole, parts=tuple(parts), trace=trace)


def corrected(
    model: Model, estimate: Floats, whole: Completed, space: Space | None = None
) -> tuple[float, float]:
    """Return the statistic of complete answers and what it is on average."""
    people = sum(sample.n for sample in whole.samples)
    statistic = people * ml_objective(model, whole.samples).value(estimate)
    slopes = []
    for number, part in enumerate(whole.parts):
        moments = implied(model.matrices(estimate, number))
        moved = slope(moments, model.groups[number].free)
        slopes.append(moment_slopes(moved, part.places))
    gapped, meat, full, mixed = (
        _within(model, whole, slopes, name, space)
        for name in ("gapped", "meat", "full", "mixed")
    )
    first = np.linalg.solve(gapped, mixed)
    second = np.linalg.solve(gapped, full) @ np.linalg.solve(gapped, meat)
    return statistic, float(whole.trace - 2 * np.trace(first) + np.trace(second))


def _within(
    model: Model,
    whole: Completed,
    slopes: Sequence[Floats],
    name: str,
    space: Space | None,
) -> Floats:
    """Return what is told of the moments as it is told of the estimates."""
    pairs = zip(slopes, whole.parts, strict=True)
    parts = [own.T @ getattr(part, name) @ own for own, part in pairs]
    total = gather_square(model, parts)
    return total if space is None else space.basis.T @ total @ space.basis

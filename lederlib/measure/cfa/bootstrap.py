"""Draw people anew and fit again, to see how far the estimates move.

Where everybody answered everything only means and covariances matter: those of all
draws are fitted at once, by scoring from the estimates of the people themselves. What
does not arrive so, and every other model, is fitted one draw at a time. The moments of
predictors that are given stay as they are: no estimate depends on them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from lederlib._checks import (
    Floats,
    Ints,
    generator_of,
    require_count,
    require_known,
)
from lederlib.measure.cfa.constrained import seek
from lederlib.measure.cfa.curves import bend
from lederlib.measure.cfa.estimates import (
    NAMES,
    defined_values,
    filled_values,
    row_names,
)
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.implied import implied, slope
from lederlib.measure.cfa.likelihood import Pull, along, ml_objective
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import gather, gather_square
from lederlib.measure.cfa.ordered import OrderedSample, ordered_sample
from lederlib.measure.cfa.people import People
from lederlib.measure.cfa.sample import (
    Sample,
    sample_of,
    sample_of_moments,
    shares,
)
from lederlib.measure.cfa.starting_values import starting_values
from lederlib.measure.cfa.weighted import wls_objective
from lederlib.measure.resampling import interval_of, resample_moments
from lederlib.measure.shown import Readable
from lederlib.text import Lang, format_number, label

INTERVALS = ("percentile", "bc")
AT_ONCE = 250
MOST_STEPS = 40
CLOSE = 1e-7


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Bootstrap(Readable):
    """What the estimates are in samples of the same people, drawn with replacement.

    Attributes
    ----------
    estimates : pandas.DataFrame
        Rows as the model's `estimates`: lhs, op, rhs, group, est, the standard
        deviation over draws `se`, and the ends `low` and `high` of the 95 % interval.
    interval : str
        "percentile", or "bc", which is corrected for bias.
    draws, used : int
        How many samples were drawn, and in how many of them a fit was found.
    """

    estimates: pd.DataFrame
    interval: str
    draws: int
    used: int

    def to_frame(self) -> pd.DataFrame:
        """Return the estimates with their intervals, one row a parameter."""
        return self.estimates

    def summary(self, lang: Lang = "da") -> str:
        """Return in plain words how the intervals were made."""
        counts = {
            name: format_number(getattr(self, name), lang, digits=0)
            for name in ("draws", "used")
        }
        return label(f"cfa.drawn_{self.interval}", lang, **counts)


def bootstrap(
    fit: Fit,
    people: People,
    *,
    draws: int,
    rng: int | np.random.Generator,
    interval: str,
) -> Bootstrap:
    """Return how the estimates vary; see `Cfa.bootstrap`."""
    require_known(interval, INTERVALS, name="interval")
    count = require_count(draws, 2, 100_000, name="draws")
    if not people.n:
        msg = "A bootstrap needs each person's answers; only moments are known."
        raise ValueError(msg)
    if any(part.cluster.size for part in people.parts):
        msg = "A bootstrap draws people one by one, which clusters do not allow."
        raise ValueError(msg)
    chance = generator_of(rng)
    model, own = fit.model, filled_values(fit.model, fit.optimum.estimate)
    whole = _is_whole(fit)
    tries = _at_once(fit, people, count, chance) if whole else None
    values = _one_by_one(fit, people, count, chance) if tries is None else tries
    values = defined_values(model, values)
    own = defined_values(model, own)
    used = values[np.isfinite(values).all(axis=1)]
    if len(used) < 2:  # noqa: PLR2004
        msg = f"A fit was found in {len(used)} of {count} samples, too few to compare."
        raise ValueError(msg)
    ends = [interval_of(row, at, interval) for row, at in zip(used.T, own, strict=True)]
    table = pd.DataFrame(row_names(model), columns=NAMES).assign(
        est=own,
        se=np.where(np.ptp(used, axis=0) > 0, used.std(axis=0, ddof=1), 0.0),
        low=[low for low, _ in ends],
        high=[high for _, high in ends],
    )
    return Bootstrap(estimates=table, interval=interval, draws=count, used=len(used))


def _is_whole(fit: Fit) -> bool:
    """Return whether means and covariances are all that the fit rests on."""
    return not len(fit.model.rules.most) and all(
        isinstance(sample, Sample) and sample.answered.whole and not sample.weights.size
        for sample in fit.samples
    )


def _at_once(fit: Fit, people: People, draws: int, rng: np.random.Generator) -> Floats:
    """Return every parameter in each draw, from the moments of all draws."""
    moments = [
        tuple(
            np.concatenate(blocks)
            for blocks in zip(
                *resample_moments(part.values, draws=draws, rng=rng), strict=True
            )
        )
        for part in people.parts
    ]
    # What runs away is met again, one draw at a time.
    with np.errstate(all="ignore"):
        found = [
            _scored(fit, [(mean[block], cov[block]) for mean, cov in moments])
            for block in _blocks(draws)
        ]
    return np.concatenate(found)


def _blocks(draws: int) -> Iterator[slice]:
    for start in range(0, draws, AT_ONCE):
        yield slice(start, start + AT_ONCE)


def _scored(fit: Fit, moments: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return every parameter at each draw's moments; NaN where there is no fit."""
    model, weights = fit.model, shares(fit.samples)
    space = model.rules.space()
    basis = np.eye(model.estimates) if space is None else space.basis
    estimate = np.tile(fit.optimum.estimate, (len(moments[0][0]), 1))
    moving = np.arange(len(estimate))
    for _ in range(MOST_STEPS):
        slopes = [
            _slopes(
                model,
                number,
                model.values(estimate[moving]),
                (mean[moving], cov[moving]),
            )
            for number, (mean, cov) in enumerate(moments)
        ]
        pairs = list(zip(weights, slopes, strict=True))
        gradient = gather(model, [share * part[0] for share, part in pairs]) @ basis
        curve = gather_square(model, [share * part[1] for share, part in pairs])
        step = _step(basis.T @ curve @ basis, gradient) @ basis.T
        estimate[moving] -= step
        size = np.abs(step / np.maximum(1, np.abs(estimate[moving]))).max(axis=1)
        moving = moving[~(size < CLOSE) & np.isfinite(size)]
        if not moving.size:
            break
    values = model.values(estimate)
    odd = ~np.isfinite(values).all(axis=1)
    lost = set(moving.tolist()) | set(np.flatnonzero(odd).tolist())
    for row in sorted(lost):
        samples = tuple(
            sample_of_moments(mean[row], cov[row], sample.n, name=sample.name)
            for sample, (mean, cov) in zip(fit.samples, moments, strict=True)
            if isinstance(sample, Sample)
        )
        values[row] = _fitted(model, samples, fit.optimum.estimate)
    return values


def _step(curve: Floats, gradient: Floats) -> Floats:
    """Return the steps of scoring, NaN where one of the curves is singular."""
    try:
        return np.asarray(np.linalg.solve(curve, gradient[..., None])[..., 0])
    except np.linalg.LinAlgError:
        return np.full_like(gradient, np.nan)


def _slopes(
    model: Model, number: int, values: Floats, moments: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """Return one group's gradients and expected curves, a draw a row."""
    mean, cov = moments
    means = model.frame.means
    own = implied(model.filled(values, number))
    moved = slope(own, model.groups[number].free)
    try:
        inverse = np.asarray(np.linalg.inv(own.cov), dtype=float)
    except np.linalg.LinAlgError:
        inverse = np.full_like(own.cov, np.nan)
    gap = (mean - own.mean) * means
    around = cov + gap[:, :, None] * gap[:, None, :]
    pull = Pull(
        cov=inverse - inverse @ around @ inverse,
        mean=-2 * np.einsum("dij,dj->di", inverse, gap),
    )
    return along(pull, moved), bend(moved, inverse)


def _one_by_one(
    fit: Fit, people: People, draws: int, rng: np.random.Generator
) -> Floats:
    """Return every parameter in each draw, fitted to the answers themselves."""
    model = fit.model
    values = np.full((draws, len(model.cells)), np.nan)
    for draw in range(draws):
        chosen = [
            rng.integers(0, len(part.values), len(part.values)) for part in people.parts
        ]
        samples = _samples(fit, people, chosen)
        if samples is not None:
            values[draw] = _fitted(model, samples, fit.optimum.estimate)
    return values


def _samples(
    fit: Fit, people: People, chosen: Sequence[Ints]
) -> tuple[Sample, ...] | tuple[OrderedSample, ...] | None:
    """Return what the drawn people answered; None where it cannot be fitted."""
    found: list[Any] = []
    for part, rows, sample in zip(people.parts, chosen, fit.samples, strict=True):
        values = part.values[rows]
        given = part.given[rows] if part.given.size else part.given
        if isinstance(sample, OrderedSample):
            pairs = zip(sample.items, sample.levels, strict=True)
            levels = {name: held for name, held in pairs if held is not None}
            if not _has_all(values, people.items, levels):
                return None
            drawn = replace(part, values=values, given=given)
            found.append(ordered_sample(drawn, people.items, levels))
            continue
        weights = part.weights[rows] if part.weights.size else None
        if not (np.nanstd(values, axis=0) > 0).all():
            return None
        found.append(sample_of(values, name=part.name, weights=weights))
    return tuple(found)


def _has_all(values: Floats, items: Sequence[str], levels: dict[str, Floats]) -> bool:
    """Return whether each answer to each ordered item was given."""
    return all(
        np.isin(answers, values[:, items.index(name)]).all()
        for name, answers in levels.items()
    )


def _fitted(
    model: Model,
    samples: tuple[Sample, ...] | tuple[OrderedSample, ...],
    start: Floats,
) -> Floats:
    """Return every parameter at the best estimates; NaN where none are found."""
    ordered = [sample for sample in samples if isinstance(sample, OrderedSample)]
    plain = [sample for sample in samples if isinstance(sample, Sample)]
    objective = wls_objective(model, ordered) if ordered else ml_objective(model, plain)
    moments = [(sample.mean, sample.cov) for sample in samples]
    cuts = [sample.thresholds for sample in ordered] or None
    for begin in (start, starting_values(model, moments, cuts)):
        try:
            optimum = seek(objective, model, begin)[0]
        except np.linalg.LinAlgError:
            continue
        if optimum.converged:
            return filled_values(model, optimum.estimate)
    return np.full(len(model.cells), np.nan)

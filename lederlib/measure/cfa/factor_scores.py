"""Each person's place on the factors, as far as the answers tell it."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.special import ndtr

from lederlib._checks import Floats
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.implied import implied, residual_variances
from lederlib.measure.cfa.matrices import Matrices, Model
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.cfa.patterns import each_person
from lederlib.measure.cfa.people import Part, People
from lederlib.measure.cfa.sample import Sample
from lederlib.measure.cfa.sight import sight
from lederlib.measure.correlations.normal import density

MOST_STEPS = 60
CLOSE = 1e-9
FAR = 40.0
TINY = 1e-12


def score_table(fit: Fit, people: People) -> pd.DataFrame:
    """Return each used row's factors, in the order of the user's table.

    Raises
    ------
    ValueError
        If only moments are known.
    """
    if not people.n:
        msg = "Factor scores need each person's answers; only moments are known."
        raise ValueError(msg)
    frame = fit.model.frame
    if frame.levels and frame.raised:
        msg = "Factor scores of ordered items are for models without regressions."
        raise ValueError(msg)
    parts = []
    for number, part in enumerate(people.parts):
        found = _scores(fit, part, fit.samples[number], number)
        parts.append(
            pd.DataFrame(found, index=part.rows, columns=list(fit.model.frame.factors))
        )
    table = pd.concat(parts).sort_index()
    return table.set_axis(people.index[table.index], axis=0)


def _scores(
    fit: Fit, part: Part, sample: Sample | OrderedSample, number: int
) -> Floats:
    matrices = fit.model.matrices(fit.optimum.estimate, number)
    if isinstance(sample, OrderedSample):
        return likely_scores(fit.model, matrices, part.values, sample.levels)
    return regression_scores(fit.model, matrices, sample)


def regression_scores(model: Model, matrices: Matrices, sample: Sample) -> Floats:
    """Return the expected factors given each person's answers, gaps or none.

    Thurstone's regression scores, which are less spread than the factors themselves.
    """
    moments = implied(matrices)
    centre = moments.mean if model.frame.means else sample.mean
    factors = len(model.frame.factors)
    level = moments.level[:factors]
    if not model.frame.means:
        level = _levels(model, matrices, sample.mean)
    seen = sight(centre, moments.cov, each_person(sample.values))
    return np.asarray(level + seen.pulled @ moments.spread[:, :factors])


def _levels(model: Model, matrices: Matrices, mean: Floats) -> Floats:
    """Return the factors' means that the means of what predicts them imply."""
    factors, frame = len(model.frame.factors), model.frame
    paths = matrices.paths[:factors]
    known = paths[:, frame.raised_places] @ mean[frame.raised_items]
    return np.asarray(np.linalg.solve(np.eye(factors) - paths[:, :factors], known))


def likely_scores(
    model: Model, matrices: Matrices, values: Floats, levels: Sequence[Floats | None]
) -> Floats:
    """Return the most likely factors given ordered answers and the factors' spread.

    The mode of the posterior, by Fisher scoring for all people at once. `levels` holds
    the answers that each ordered item can have, None for an item that is not ordered.
    """
    moments = implied(matrices)
    within = np.linalg.inv(np.eye(len(matrices.paths)) - matrices.paths)
    prior = np.linalg.inv(within @ matrices.factors @ within.T)
    own = np.maximum(residual_variances(model, matrices), TINY)
    slopes = matrices.loadings / np.sqrt(own)[:, None]
    low, high = _ends(matrices, values, levels, np.sqrt(own))
    scores = np.tile(moments.level, (len(values), 1))
    for _ in range(MOST_STEPS):
        pull, sure = _pull(scores @ slopes.T, low, high)
        gradient = pull @ slopes - (scores - moments.level) @ prior
        curve = prior + np.einsum("ni,if,ig->nfg", sure, slopes, slopes)
        step = np.linalg.solve(curve, gradient[:, :, None])[:, :, 0]
        scores = scores + step
        if np.abs(step).max() < CLOSE:
            break
    return scores


def _ends(
    matrices: Matrices,
    values: Floats,
    levels: Sequence[Floats | None],
    spread: Floats,
) -> tuple[Floats, Floats]:
    """Return the thresholds around each answer, in units of the item's own spread."""
    low, high = np.empty_like(values), np.empty_like(values)
    for place, answers in enumerate(levels):
        level = matrices.intercepts[place]
        if answers is None:
            low[:, place] = high[:, place] = (values[:, place] - level) / spread[place]
            continue
        inner = (matrices.thresholds[place, : len(answers) - 1] - level) / spread[place]
        around = np.concatenate([[-FAR], inner, [FAR]])
        codes = np.searchsorted(answers, values[:, place])
        low[:, place], high[:, place] = around[codes], around[codes + 1]
    return low, high


def _pull(place: Floats, low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Return slope and curvature of each answer's log-likelihood by the response."""
    first, second = low - place, high - place
    plain = low == high
    share = np.maximum(ndtr(second) - ndtr(first), TINY)
    height_low, height_high = density(first), density(second)
    pull = np.where(plain, first, (height_low - height_high) / share)
    bend = (second * height_high - first * height_low) / share + pull**2
    return pull, np.where(plain, 1.0, np.maximum(bend, TINY))

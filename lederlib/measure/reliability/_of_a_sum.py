"""How much of a sum's variance a part of a fitted model stands for, and how surely.

A sum of ordered answers does not vary as the responses behind them do: there the part's
covariances are carried over to the answers (Green and Yang, 2009,
https://doi.org/10.1007/s11336-008-9099-3).
"""

from collections.abc import Callable

import numpy as np
from scipy.special import ndtr

from lederlib._checks import NORMAL_95, Floats, Ints, brief
from lederlib.measure.against import going_against
from lederlib.measure.cfa import Cfa
from lederlib.measure.cfa.implied import implied, residual_variances, scale_of
from lederlib.measure.cfa.matrices import Matrices, Model
from lederlib.measure.cfa.ordered import OrderedSample
from lederlib.measure.correlations.normal import joint_below

_STEP = 1e-5


def require_fit(fit: object) -> None:
    """Raise unless it is a model that `cfa` has fitted.

    Raises
    ------
    ValueError
        If it is not.
    """
    if not isinstance(fit, Cfa):
        msg = f"fit must be a model that cfa has fitted; got {brief(fit)}."
        raise ValueError(msg)


def whole_covariances(model: Model, matrices: Matrices) -> Floats:
    """Return the implied covariances, of ordered items those of the responses."""
    own = residual_variances(model, matrices) - np.diag(matrices.residuals)
    return np.asarray(implied(matrices).cov + np.diag(own))


def share_of_sum(
    model: Model, matrices: Matrices, items: Ints, common: Floats
) -> float:
    """Return the share of a sum's variance that some covariances make up.

    `common` has a row and column for every item of the model; `items` are those summed.
    """
    chosen = np.ix_(items, items)
    whole = whole_covariances(model, matrices)[chosen].sum()
    return float(common[chosen].sum() / whole)


def share_of_answers(
    model: Model,
    matrices: Matrices,
    items: Ints,
    common: Floats,
    sample: OrderedSample,
) -> float:
    """Return the share of the variance of a sum of ordered answers themselves."""
    moments = implied(matrices)
    scale = scale_of(model, matrices, moments)
    square = np.outer(scale, scale)
    part, whole = common * square, whole_covariances(model, matrices) * square
    cuts, steps = [], []
    for item in items:
        answers = sample.levels[item]
        steps.append(np.diff(answers))
        inner = matrices.thresholds[item, : len(steps[-1])]
        cuts.append(scale[item] * (inner - moments.mean[item]))
    owner = np.repeat(items, [len(own) for own in cuts])
    at, step = np.concatenate(cuts), np.concatenate(steps)
    first, second = at[:, None], at[None, :]
    apart = ndtr(first) * ndtr(second)
    same = owner[:, None] == owner[None, :]
    rows = np.ix_(owner, owner)
    shared = joint_below(first, second, part[rows]) - apart
    # An item goes with itself completely: both lie below the lower of two thresholds.
    between = joint_below(first, second, np.where(same, 0.0, whole[rows]))
    seen = np.where(same, ndtr(np.minimum(first, second)), between) - apart
    weight = np.outer(step, step)
    return float((weight * shared).sum() / (weight * seen).sum())


def with_intervals(
    fit: Cfa, figures: Callable[[Floats], Floats]
) -> tuple[Floats, Floats, Floats]:
    """Return shares at the estimates, with the ends of their 95 % intervals.

    By the delta method on the log odds; missing where a share lies outside 0 to 1.
    `figures` returns an array of shares for some values of the parameters.
    """
    estimate = fit.fit.optimum.estimate
    found = figures(estimate)
    slopes = np.empty((*found.shape, len(estimate)))
    for place in range(len(estimate)):
        step = np.zeros(len(estimate))
        step[place] = _STEP * max(1.0, abs(estimate[place]))
        ahead, behind = figures(estimate + step), figures(estimate - step)
        slopes[..., place] = (ahead - behind) / (2 * step[place])
    variance = np.einsum("...a,ab,...b->...", slopes, fit.fit.covariance, slopes)
    with np.errstate(invalid="ignore", divide="ignore"):
        odds = np.log(found / (1 - found))
        reach = NORMAL_95 * np.sqrt(variance) / (found * (1 - found))
        low, high = (1 / (1 + np.exp(-(odds + sign * reach))) for sign in (-1, 1))
    return found, low, high


def answers_of(fit: Cfa, number: int) -> OrderedSample | None:
    """Return a group's answers where all items are ordered, else None."""
    sample = fit.fit.samples[number]
    if not isinstance(sample, OrderedSample):
        return None
    return None if any(levels is None for levels in sample.levels) else sample


def items_against(fit: Cfa) -> tuple[str, ...]:
    """Return the items that go against their own factor in any group."""
    items, found = fit.people.items, dict[str, None]()
    loadings = fit.estimates[
        (fit.estimates["op"] == "=~") & fit.estimates["rhs"].isin(items)
    ]
    for _, own in loadings.groupby(["group", "lhs"], sort=False):
        names = tuple(own["rhs"])
        places = [items.index(name) for name in names]
        group = int(own["group"].iloc[0]) - 1
        cov = fit.fit.samples[group].cov[np.ix_(places, places)]
        found |= dict.fromkeys(going_against(names, cov))
    return tuple(found)

r"""The likelihood of people in units, from the moments of units of each size.

.. math:: -2 \log L = (N - J) [\log|\Sigma_W| + tr(\Sigma_W^{-1} S_W)] +
          \sum_s J_s [\log|\Sigma_s| + tr(\Sigma_s^{-1} T_s)], \quad
          \Sigma_s = \Sigma_W + D_s \Sigma_B D_s

with :math:`D_s` √s for the items of level 1 and 1 for the others, and the N people's
constant (McDonald and Goldstein, 1989,
https://doi.org/10.1111/j.2044-8317.1989.tb00911.x; Muthén, 1994,
https://doi.org/10.1177/0049124194022003006). A step costs as much as there are sizes.
"""

from dataclasses import dataclass

import numpy as np

from lederlib._checks import Floats
from lederlib.measure.cfa.implied import Implied, Slope, implied, slope
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import Objective
from lederlib.measure.cfa.unit_moments import UnitMoments

_STEP = 1e-4


def level_objective(model: Model, units: UnitMoments) -> Objective:
    """Return −2 log L a person, without its constant, as a function of estimates."""

    def value(estimate: Floats) -> float:
        return _value(*_levels(model, estimate), units)

    def slopes(estimate: Floats) -> tuple[Floats, Floats]:
        return _slopes(model, estimate, units)

    return Objective(estimates=model.estimates, value=value, slopes=slopes)


def log_likelihood(value: float, units: UnitMoments) -> float:
    """Return the log-likelihood at a value of the objective."""
    constant = units.answers * np.log(2 * np.pi)
    return -0.5 * float(constant + units.people * value)


def _levels(model: Model, estimate: Floats) -> tuple[Implied, Implied]:
    within, between = (implied(model.matrices(estimate, level)) for level in (0, 1))
    return within, between


def _moments(
    within: Implied, between: Implied, units: UnitMoments
) -> tuple[Floats, Floats]:
    """Return what the model implies for the units of each size: means, covariances."""
    scale = units.scale
    cov = within.cov + scale[:, :, None] * between.cov * scale[:, None, :]
    return scale * (within.mean + between.mean), cov


def _value(within: Implied, between: Implied, units: UnitMoments) -> float:
    mean, cov = _moments(within, between, units)
    inner = within.cov[np.ix_(units.inner, units.inner)]
    try:
        sizes = [_log_size(part) for part in (cov, inner)]
    except np.linalg.LinAlgError:
        return np.inf
    around = _around(mean, units)
    own = sizes[0] + (np.linalg.inv(cov) * around).sum(axis=(1, 2))
    rest = sizes[1] + np.sum(np.linalg.inv(inner) * units.within)
    total = units.counts @ own + (units.people - units.units) * rest
    return float(total / units.people)


def _log_size(cov: Floats) -> Floats:
    roots = np.linalg.cholesky(cov)
    return np.asarray(2 * np.log(np.diagonal(roots, axis1=-2, axis2=-1)).sum(axis=-1))


def _around(mean: Floats, units: UnitMoments) -> Floats:
    gap = units.mean - mean
    return units.cov + gap[:, :, None] * gap[:, None, :]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _State:
    """What the model implies somewhere, and how it moves there."""

    moved: tuple[Slope, Slope]
    mean: Floats
    inverse: Floats
    inner: Floats


def _state(model: Model, estimate: Floats, units: UnitMoments) -> _State:
    """Return it; `inner` is the inverse within units, 0 for items of level 2 alone."""
    within, between = _levels(model, estimate)
    mean, cov = _moments(within, between, units)
    inner = np.zeros_like(within.cov)
    chosen = np.ix_(units.inner, units.inner)
    inner[chosen] = np.linalg.inv(within.cov[chosen])
    return _State(
        moved=(
            slope(within, model.groups[0].free),
            slope(between, model.groups[1].free),
        ),
        mean=mean,
        inverse=np.asarray(np.linalg.inv(cov), dtype=float),
        inner=inner,
    )


def _slopes(
    model: Model, estimate: Floats, units: UnitMoments
) -> tuple[Floats, Floats]:
    state = _state(model, estimate, units)
    target = np.concatenate([group.target for group in model.groups])
    wide = np.zeros((len(target), model.estimates))
    wide[np.arange(len(target)), target] = 1.0
    return _gradient(state, units) @ wide, wide.T @ _curve(state, units) @ wide


def _gradient(state: _State, units: UnitMoments) -> Floats:
    """Return the derivatives by each level's free parameters."""
    inverse, inner, mean = state.inverse, state.inner, state.mean
    counts, scale = units.counts[:, None, None], units.scale
    pull = counts * (inverse - inverse @ _around(mean, units) @ inverse)
    lift = -2 * units.counts[:, None] * _times(inverse, units.mean - mean)
    level = (scale * lift).sum(axis=0)
    scatter = np.zeros_like(inner)
    scatter[np.ix_(units.inner, units.inner)] = units.within
    rest = (units.people - units.units) * (inner - inner @ scatter @ inner)
    pulls = [
        pull.sum(axis=0) + rest,
        (scale[:, :, None] * pull * scale[:, None, :]).sum(axis=0),
    ]
    parts = [
        2 * np.einsum("ik,ik->k", part.u, own @ part.v) + part.mean.T @ level
        for part, own in zip(state.moved, pulls, strict=True)
    ]
    return np.concatenate(parts) / units.people


def _times(matrices: Floats, vectors: Floats) -> Floats:
    return np.asarray((matrices @ vectors[:, :, None])[:, :, 0])


def _curve(state: _State, units: UnitMoments) -> Floats:
    """Return the second derivatives that the model expects, of both levels."""
    scale = units.scale[:, :, None]
    inside, outside = state.moved
    shape = (len(units.sizes), *inside.u.shape)
    u, v = (
        np.concatenate([np.broadcast_to(own, shape), scale * other], axis=2)
        for own, other in ((inside.u, outside.u), (inside.v, outside.v))
    )
    level = scale * np.concatenate([inside.mean, outside.mean], axis=1)
    curve = (units.counts[:, None, None] * _square(u, v, state.inverse, level)).sum(
        axis=0
    )
    count = shape[2]
    rest = _square(inside.u, inside.v, state.inner, np.zeros_like(inside.u))
    curve[:count, :count] += (units.people - units.units) * rest
    return np.asarray(2 * curve / units.people)


def _square(u: Floats, v: Floats, inverse: Floats, level: Floats) -> Floats:
    turned = inverse @ v
    across = u.mT @ turned
    square = (u.mT @ inverse @ u) * (v.mT @ turned) + across * across.mT
    return np.asarray(square + level.mT @ inverse @ level)


def observed_curve(model: Model, units: UnitMoments, estimate: Floats) -> Floats:
    """Return the second derivatives at the estimates, as differences of the first."""
    targets = np.concatenate([group.target for group in model.groups])

    def gradient(place: Floats) -> Floats:
        by_cell = _gradient(_state(model, place, units), units)
        total = np.zeros(model.estimates)
        np.add.at(total, targets, by_cell)
        return total

    rows = []
    for place in range(model.estimates):
        step = np.zeros(model.estimates)
        step[place] = _STEP * max(1.0, abs(estimate[place]))
        ahead, behind = gradient(estimate + step), gradient(estimate - step)
        rows.append((ahead - behind) / (2 * step[place]))
    curve = np.array(rows)
    return np.asarray((curve + curve.T) / 2)

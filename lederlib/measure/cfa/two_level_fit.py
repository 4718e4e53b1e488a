"""Fit a model of people in units, and hold it against all that the units tell."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lederlib._checks import Floats, Ints
from lederlib.measure.cfa.fit import Fit, inverse_or_missing
from lederlib.measure.cfa.implied import implied
from lederlib.measure.cfa.indices import Test
from lederlib.measure.cfa.matrices import Model
from lederlib.measure.cfa.objective import Objective
from lederlib.measure.cfa.plain_models import at_moments
from lederlib.measure.cfa.sample import Sample, sample_of_moments
from lederlib.measure.cfa.search import optimise
from lederlib.measure.cfa.starting_values import starting_values
from lederlib.measure.cfa.two_level import LEVELS, TwoLevels, level_model
from lederlib.measure.cfa.two_level_likelihood import (
    level_objective,
    log_likelihood,
    observed_curve,
)
from lederlib.measure.cfa.unit_moments import UnitMoments

_EDGE = -1e-8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Units:
    """What is told of a model of two levels beyond what is told of any model.

    Attributes
    ----------
    count : int
        Units.
    smallest, largest : int
        People in them.
    srmr_within, srmr_between : float
        Of the correlations of each level; `srmr` is their sum.
    icc : pandas.Series
        Share of each item's variance that lies between units, in the saturated model;
        1 for items of level 2 alone, 0 for those of level 1 alone.
    at_edge : bool
        Whether the saturated model's covariances between units were held possible.
    """

    count: int
    smallest: int
    largest: int
    srmr_within: float
    srmr_between: float
    icc: pd.Series
    at_edge: bool


def fit_levels(
    levels: TwoLevels,
    units: UnitMoments,
    *,
    std_lv: bool = False,
    orthogonal: bool = False,
) -> tuple[Fit, Units]:
    """Return the model at its most likely estimates.

    The saturated model has all covariances of both levels. Where its covariances
    between units would be impossible they are held to be possible, unless the model
    itself implies impossible ones.
    """
    model = level_model(levels, std_lv=std_lv, orthogonal=orthogonal)
    objective = level_objective(model, units)
    moments = _first_moments(units)
    optimum = optimise(objective, starting_values(model, moments))
    every = _plain(levels, units, related=True)
    possible = _lowest_root(model, optimum.estimate, units) > _EDGE
    at_edge = possible and _lowest_root(every.model, every.estimate, units) <= _EDGE
    if at_edge:
        every = _held_possible(every, units)
    alone = _plain(levels, units, related=False)
    curve = objective.slopes(optimum.estimate)[1]
    observed = observed_curve(model, units, optimum.estimate)
    samples = _samples(every, units)
    fit = Fit(
        model=model,
        samples=samples,
        optimum=optimum,
        curve=curve,
        covariance=inverse_or_missing(observed * (units.people / 2)),
        test=_test(levels, units, model, optimum.value - every.value),
        base=_test(levels, units, alone.model, alone.value - every.value),
        robust=None,
        loglik=log_likelihood(optimum.value, units),
    )
    return fit, _told(fit, units, at_edge=at_edge)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Plain:
    """A model without factors at its most likely estimates."""

    model: Model
    objective: Objective
    estimate: Floats
    value: float


def _first_moments(units: UnitMoments) -> list[tuple[Floats, Floats]]:
    within = np.zeros_like(units.start)
    within[np.ix_(units.inner, units.inner)] = units.within
    return [(units.grand, within), (units.grand, units.start)]


def _plain(levels: TwoLevels, units: UnitMoments, *, related: bool) -> _Plain:
    model = level_model(levels.plain(related=related))
    objective = level_objective(model, units)
    found = optimise(objective, at_moments(model, _first_moments(units)))
    return _Plain(
        model=model, objective=objective, estimate=found.estimate, value=found.value
    )


def _between(model: Model, estimate: Floats, units: UnitMoments) -> Floats:
    """Return the implied covariances between units of the items of level 2."""
    cov = implied(model.matrices(estimate, 1)).cov
    return np.asarray(cov[np.ix_(units.outer, units.outer)])


def _lowest_root(model: Model, estimate: Floats, units: UnitMoments) -> float:
    return float(np.linalg.eigvalsh(_between(model, estimate, units))[0])


def _held_possible(every: _Plain, units: UnitMoments) -> _Plain:
    """Return the saturated model with the likeliest covariances that can be.

    What EM would arrive at, by a search for a root of the covariances between units.
    """
    from scipy.optimize import minimize  # noqa: PLC0415 - slow to load

    places = every.model.groups[1].all["residuals"]
    own = every.model.target[places.cell]
    number = {int(place): count for count, place in enumerate(units.outer)}
    rows = np.array([number[int(row)] for row in places.row])
    columns = np.array([number[int(column)] for column in places.column])
    low, high = np.maximum(rows, columns), np.minimum(rows, columns)

    def estimates(place: Floats) -> tuple[Floats, Floats]:
        root = np.zeros((len(units.outer),) * 2)
        root[low, high] = place[own]
        moved = place.copy()
        moved[own] = (root @ root.T)[low, high]
        return moved, root

    def value(place: Floats) -> tuple[float, Floats]:
        moved, root = estimates(place)
        gradient = every.objective.slopes(moved)[0]
        square = np.zeros_like(root)
        square[low, high] += gradient[own] / 2
        square[high, low] += gradient[own] / 2
        gradient[own] = 2 * (square @ root)[low, high]
        return every.objective.value(moved), gradient

    start = every.estimate.copy()
    roots, axes = np.linalg.eigh(_between(every.model, every.estimate, units))
    clipped = (axes * np.maximum(roots, 1e-4 * roots[-1])) @ axes.T
    start[own] = np.linalg.cholesky(clipped)[low, high]
    found = minimize(
        value,
        start,
        jac=True,
        method="BFGS",
        options={"maxiter": 5000, "gtol": 1e-7},
    )
    return _Plain(
        model=every.model,
        objective=every.objective,
        estimate=estimates(np.asarray(found.x))[0],
        value=float(found.fun),
    )


def _test(levels: TwoLevels, units: UnitMoments, model: Model, gap: float) -> Test:
    return Test(chi2=units.people * gap, df=levels.moments() - model.estimates)


def _samples(every: _Plain, units: UnitMoments) -> tuple[Sample, ...]:
    """Return the saturated moments of each level; together they count all people."""
    sizes = (units.people - units.units, units.units)
    moments = [
        implied(every.model.matrices(every.estimate, number)) for number in (0, 1)
    ]
    return tuple(
        sample_of_moments(part.mean, part.cov, size, name=name)
        for part, size, name in zip(moments, sizes, LEVELS, strict=True)
    )


def _told(fit: Fit, units: UnitMoments, *, at_edge: bool) -> Units:
    apart = [
        _srmr(fit, number, places)
        for number, places in enumerate((units.inner, units.outer))
    ]
    within, between = (np.diag(sample.cov) for sample in fit.samples)
    return Units(
        count=units.units,
        smallest=int(units.sizes.min()),
        largest=int(units.sizes.max()),
        srmr_within=apart[0],
        srmr_between=apart[1],
        icc=pd.Series(between / (within + between), index=fit.model.frame.items),
        at_edge=at_edge,
    )


def _srmr(fit: Fit, number: int, places: Ints) -> float:
    """Return the root mean square of the gaps between a level's correlations."""
    chosen = np.ix_(places, places)
    implied_ = implied(fit.model.matrices(fit.optimum.estimate, number)).cov[chosen]
    seen = fit.samples[number].cov[chosen]
    if not (np.diag(implied_) > 0).all() or not (np.diag(seen) > 0).all():
        return float(np.nan)
    one, other = (
        part / np.sqrt(np.outer(np.diag(part), np.diag(part)))
        for part in (seen, implied_)
    )
    return float(np.sqrt(((one - other)[np.tril_indices(len(one))] ** 2).mean()))

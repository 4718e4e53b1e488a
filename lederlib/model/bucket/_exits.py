"""Who leaves a workforce in a step: today's staff and new hires, each by its law."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import WEEKS_PER_YEAR, Floats
from lederlib.model.bucket._survival import share_after_a_year
from lederlib.model.bucket._world import World
from lederlib.model.bucket.retention import (
    Family,
    RetentionParameters,
    retention_parameters,
)

# Exact to the last digit for the smooth survival within one step.
_NODES, _NODE_WEIGHTS = np.polynomial.legendre.leggauss(6)
_WEIBULL = 2
_LEAST = np.finfo(float).tiny


class Law(NamedTuple):
    """How today's staff quit, as solved from the survey."""

    parameters: RetentionParameters
    share_left: Callable[[Floats], Floats]


class Present(NamedTuple):
    """Today's staff: how many are left, and how far their law has run."""

    staff: Floats
    clock: Floats
    share: Floats


class NewHires(NamedTuple):
    """Cohorts of new hires by step, oldest first, and their hazards by age in steps.

    `settled` and `retiring` have one row for a cohort's first step and one for all
    later ones; `new` is the share of a cohort that counts as newcomers, `leaving_new`
    that of those who leave it. `scratch` is room to reckon in: new tables at every
    step would cost more than what fills them.
    """

    cohorts: Floats
    settled: Floats
    retiring: Floats
    excess: Floats
    new: Floats
    leaving_new: Floats
    scratch: Floats


class Exits(NamedTuple):
    """People who leave within a step; newcomers are among those who quit."""

    quits: Floats
    retirements: Floats
    newcomers: Floats


class Pressure(NamedTuple):
    """Factors on the hazard of quitting, and on its excess for newcomers."""

    quitting: Floats
    settling: Floats


def survey_law(world: World, family: Family | npt.ArrayLike) -> Law:
    """Return the law of quitting, with retirement taken out of the survey's shares."""
    one = (1 - world.gone_in_one_year) * np.exp(world.retirement)
    five = (1 - world.gone_in_five_years) * np.exp(5 * world.retirement)
    broken = (one >= 1) | (five >= one)
    if broken.any():
        worst = world.retirement[broken].flat[0]
        msg = (
            "retirement must leave room for people who quit among those who expect to "
            f"be gone after one and after five years; got {worst:g} a year."
        )
        raise ValueError(msg)
    parameters = retention_parameters(
        gone_in_one_year=1 - one, gone_in_five_years=1 - five, family=family
    )
    return Law(parameters, share_after_a_year(*parameters))


def present_staff(world: World) -> Present:
    """Return today's staff at the start."""
    staff = world.positions * (1 - world.vacant)
    return Present(staff, np.zeros_like(staff), np.ones_like(staff))


def new_hires(world: World, steps: int) -> NewHires:
    """Return empty cohorts and what makes them leave, by age in steps.

    The hazards are those of people hired evenly over a step, so that the sum over all
    ages is the integral of the renewal form.
    """
    steps_per_year = WEEKS_PER_YEAR / world.step
    yearly = world.newcomer_hazard * np.exp(-world.eta_retention)
    hazard, retiring = yearly / steps_per_year, world.retirement / steps_per_year
    settling = world.onboarding_weeks / world.step
    ages = np.arange(steps).reshape(-1, *(1,) * hazard.ndim)
    extra = hazard * (world.newcomer_ratio - 1) * settling
    fading = np.exp(-ages / settling)
    within = np.log(_mean_over_step(hazard + retiring, extra * fading, settling))
    # Survival up to the start of the step, times its mean within the step.
    total = hazard + retiring - np.diff(extra * fading + within, axis=0, prepend=0)
    total[0] = -within[0]
    plain = np.stack([_first_step(hazard + retiring), np.ones_like(hazard)])
    excess = total - plain[1] * (hazard + retiring)
    excess[0] = total[0] - plain[0] * (hazard + retiring)
    new = np.clip(settling - ages, 0, 1)
    return NewHires(
        np.zeros_like(total),
        plain * hazard,
        plain * retiring,
        excess,
        new,
        (new + np.concatenate([new[:1], new[:-1]])) / 2,
        np.empty((3, *total.shape)),
    )


def _mean_over_step(rate: Floats, extra: Floats, settling: Floats) -> Floats:
    """Return the mean share of those at the start of a step who are still here."""
    return np.asarray(
        sum(
            weight * np.exp(-rate * time + extra * np.expm1(-time / settling))
            for time, weight in zip((_NODES + 1) / 2, _NODE_WEIGHTS / 2, strict=True)
        )
    )


def _first_step(rate: Floats) -> Floats:
    """Return the hazard of the first step over the rate: a half for a small rate."""
    some = rate > 0
    safe = np.where(some, rate, 1)
    return np.asarray(np.where(some, -np.log(-np.expm1(-safe) / safe) / safe, 0.5))


def present_step(
    present: Present, law: Law, world: World, number: int, pressure: Pressure
) -> tuple[Present, Exits]:
    """Return today's staff a step on, under the law of the survey."""
    kind, shape, _ = law.parameters
    start, end = (world.step * n / WEEKS_PER_YEAR for n in (number, number + 1))
    ran = np.where(kind == _WEIBULL, end**shape - start**shape, end - start)
    clock = present.clock + pressure.quitting * ran
    share = law.share_left(np.exp(-world.eta_retention) * clock)
    kept = share / np.where(present.share > 0, present.share, 1)
    retiring = world.retirement * world.step / WEEKS_PER_YEAR
    left = present.staff * np.exp(-retiring) * kept
    quitting = -np.log(np.where(kept > 0, kept, 1))
    exits = _split(present.staff - left, quitting, retiring, new=0.0)
    return Present(left, clock, share), exits


def hires_step(hires: NewHires, number: int, pressure: Pressure) -> Exits:
    """Let the earlier cohorts shrink by a step, in place; return who left them."""
    ages, cohorts = slice(number, 0, -1), hires.cohorts[:number]
    quitting, leaving, after = hires.scratch[:, :number]
    np.multiply(pressure.settling, hires.excess[ages], out=quitting)
    np.maximum(np.add(quitting, hires.settled[1], out=quitting), 0, out=quitting)
    np.multiply(quitting, pressure.quitting, out=quitting)
    np.add(quitting, hires.retiring[1], out=leaving)
    np.exp(np.negative(leaving, out=after), out=after)
    np.multiply(cohorts, after, out=after)
    gone = np.subtract(cohorts, after, out=cohorts)
    gone /= np.maximum(leaving, _LEAST, out=leaving)
    retired = hires.retiring[1] * gone.sum(axis=0)
    quits = np.multiply(gone, quitting, out=gone)
    new = np.multiply(quits, hires.leaving_new[ages], out=quitting)
    exits = Exits(quits.sum(axis=0), retired, new.sum(axis=0))
    cohorts[:] = after
    return exits


def first_step(hires: NewHires, pressure: Pressure) -> Exits:
    """Return the shares of this step's hires who leave before it ends."""
    quitting = pressure.quitting * (
        hires.settled[0] + pressure.settling * hires.excess[0]
    )
    quitting, retiring = np.maximum(quitting, 0), hires.retiring[0]
    leaving = np.asarray(-np.expm1(-(quitting + retiring)))
    return _split(leaving, quitting, retiring, new=1.0)


def _split(leaving: Floats, quitting: Floats, retiring: Floats, *, new: float) -> Exits:
    """Return those who leave, shared out by the two hazards."""
    share = retiring / np.maximum(quitting + retiring, _LEAST)
    retired = leaving * share
    quits = np.asarray(leaving - retired)
    return Exits(quits, np.asarray(retired), new * quits)

"""Who leaves a workforce in a week: today's staff and new hires, each by its law."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model._workforce_world import World
from lederlib.model.newcomers import WEEKS_PER_YEAR
from lederlib.model.retention import (
    Family,
    RetentionParameters,
    remaining_share,
    retention_parameters,
)

# Exact to the last digit for the smooth survival within one week.
_NODES, _NODE_WEIGHTS = np.polynomial.legendre.leggauss(6)
_WEIBULL = 2


class Present(NamedTuple):
    """Today's staff: their law of quitting, and how far it has run."""

    law: RetentionParameters
    staff: Floats
    clock: Floats
    share: Floats


class NewHires(NamedTuple):
    """Weekly cohorts of new hires, oldest first, and their hazards by age in weeks."""

    cohorts: Floats
    settled: Floats
    excess: Floats
    retiring: Floats


class Exits(NamedTuple):
    """People who leave within a week."""

    quits: Floats
    retirements: Floats


class Pressure(NamedTuple):
    """Factors on the hazard of quitting, and on its excess for newcomers."""

    quitting: Floats
    settling: Floats


def present_staff(world: World, family: Family | npt.ArrayLike) -> Present:
    """Return today's staff, with what retirement explains taken out of the survey."""
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
    law = retention_parameters(
        gone_in_one_year=1 - one, gone_in_five_years=1 - five, family=family
    )
    staff = world.positions * (1 - world.vacant)
    return Present(law, staff, np.zeros_like(staff), np.ones_like(staff))


def new_hires(world: World, weeks: int) -> NewHires:
    """Return empty cohorts and what makes them leave, by age in weeks.

    The hazards are those of people hired evenly over a week, so that the sum over all
    ages is the integral of the renewal form.
    """
    yearly = world.newcomer_hazard * np.exp(-world.eta_retention)
    hazard, retiring = yearly / WEEKS_PER_YEAR, world.retirement / WEEKS_PER_YEAR
    ages = np.arange(weeks).reshape(-1, *(1,) * hazard.ndim)
    extra = hazard * (world.newcomer_ratio - 1) * world.onboarding_weeks
    fading = np.exp(-ages / world.onboarding_weeks)
    within = np.log(_mean_over_week(hazard + retiring, extra * fading, world))
    # Survival up to the start of the week, times its mean within the week.
    total = hazard + retiring - np.diff(extra * fading + within, axis=0, prepend=0)
    total[0] = -within[0]
    plain = np.ones_like(total)
    plain[0] = _first_week(hazard + retiring)
    settled, leaving = plain * hazard, plain * retiring
    return NewHires(np.zeros_like(total), settled, total - settled - leaving, leaving)


def _mean_over_week(rate: Floats, extra: Floats, world: World) -> Floats:
    """Return the mean share of those at the start of a week who are still here."""
    settling = world.onboarding_weeks
    return np.asarray(
        sum(
            weight * np.exp(-rate * time + extra * np.expm1(-time / settling))
            for time, weight in zip((_NODES + 1) / 2, _NODE_WEIGHTS / 2, strict=True)
        )
    )


def _first_week(rate: Floats) -> Floats:
    """Return the hazard of the first week over the rate: a half for a small rate."""
    some = rate > 0
    safe = np.where(some, rate, 1)
    return np.asarray(np.where(some, -np.log(-np.expm1(-safe) / safe) / safe, 0.5))


def present_week(
    present: Present, world: World, week: int, pressure: Pressure
) -> tuple[Present, Exits]:
    """Return today's staff a week on, under the law of the survey."""
    kind, shape, _ = present.law
    start, end = week / WEEKS_PER_YEAR, (week + 1) / WEEKS_PER_YEAR
    ran = np.where(kind == _WEIBULL, end**shape - start**shape, end - start)
    clock = present.clock + pressure.quitting * ran
    # The clock stands in for time: at time 1 with the hazard multiplied by it.
    share = remaining_share(1.0, present.law, eta=world.eta_retention - np.log(clock))
    kept = share / np.where(present.share > 0, present.share, 1)
    retiring = world.retirement / WEEKS_PER_YEAR
    left = present.staff * np.exp(-retiring) * kept
    quitting = -np.log(np.where(kept > 0, kept, 1))
    exits = _split(present.staff - left, quitting, retiring)
    return Present(present.law, left, clock, share), exits


def hires_week(hires: NewHires, week: int, pressure: Pressure) -> tuple[Floats, Exits]:
    """Return the earlier cohorts a week on, and who left them."""
    ages = slice(week, 0, -1)
    quitting = pressure.quitting * (
        hires.settled[ages] + pressure.settling * hires.excess[ages]
    )
    quitting, retiring = np.maximum(quitting, 0), hires.retiring[ages]
    before = hires.cohorts[:week]
    after = before * np.exp(-(quitting + retiring))
    exits = _split(before - after, quitting, retiring)
    return after, Exits(exits.quits.sum(axis=0), exits.retirements.sum(axis=0))


def first_week(hires: NewHires, pressure: Pressure) -> Exits:
    """Return the shares of this week's hires who leave before it ends."""
    quitting = pressure.quitting * (
        hires.settled[0] + pressure.settling * hires.excess[0]
    )
    quitting, retiring = np.maximum(quitting, 0), hires.retiring[0]
    return _split(-np.expm1(-(quitting + retiring)), quitting, retiring)


def _split(leaving: Floats, quitting: Floats, retiring: Floats) -> Exits:
    """Return those who leave, shared out by the two hazards."""
    total = quitting + retiring
    share = retiring / np.where(total > 0, total, 1)
    retired = leaving * share
    return Exits(np.asarray(leaving - retired), np.asarray(retired))

"""The weeks of a workforce: who leaves, who comes, and how those who stay fare."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats
from lederlib.model._workforce_exits import (
    NewHires,
    Present,
    Pressure,
    first_week,
    hires_week,
    new_hires,
    present_staff,
    present_week,
)
from lederlib.model._workforce_world import World
from lederlib.model.newcomers import WEEKS_PER_YEAR
from lederlib.model.recruitment import time_to_fill
from lederlib.model.retention import Family

_STOCKS = ("vacancies", "newcomers", "established", "present", "alumni", "wellbeing")
_FLOWS = ("hires", "returns", "quits", "retirements")


class _Staffing(NamedTuple):
    """What one week hands on to the next, besides the cohorts of new hires."""

    present: Present
    vacancies: Floats
    alumni: Floats
    wellbeing: Floats


def stocks_and_flows(
    world: World, family: Family | npt.ArrayLike, loops: set[str], weeks: int
) -> dict[str, Floats]:
    """Return stocks at the start and the end of each week, and flows in each week."""
    shape = world.positions.shape
    hires = new_hires(world, weeks)
    nothing = np.zeros(shape)
    today = present_staff(world, family)
    now = _Staffing(today, world.positions * world.vacant, world.alumni, nothing)
    stocks = {name: np.empty((weeks + 1, *shape)) for name in _STOCKS}
    flows = {name: np.empty((weeks, *shape)) for name in _FLOWS}
    _note(stocks, 0, _counted(now, hires, world, 0))
    for week in range(weeks):
        now, flowed = _one_week(now, hires, world, loops, week)
        _note(flows, week, flowed)
        _note(stocks, week + 1, _counted(now, hires, world, week + 1))
    return stocks | flows


def _note(tables: dict[str, Floats], place: int, values: tuple[Floats, ...]) -> None:
    for table, row in zip(tables.values(), values, strict=True):
        table[place] = row


def _counted(
    now: _Staffing, hires: NewHires, world: World, weeks: int
) -> tuple[Floats, ...]:
    """Return the stocks after a number of weeks."""
    cohorts = hires.cohorts[:weeks]
    ages = np.arange(weeks)[::-1].reshape(-1, *(1,) * world.positions.ndim)
    newcomers = np.where(ages < world.onboarding_weeks, cohorts, 0).sum(axis=0)
    settled = np.where(ages < world.onboarding_weeks, 0, cohorts).sum(axis=0)
    staff = now.present.staff
    return now.vacancies, newcomers, staff + settled, staff, now.alumni, now.wellbeing


def _one_week(
    now: _Staffing, hires: NewHires, world: World, loops: set[str], week: int
) -> tuple[_Staffing, tuple[Floats, ...]]:
    """Return the next staffing and the week's flows; enter its cohort in `hires`."""
    pressure = _pressure(now, world, loops)
    present, leaving = present_week(now.present, world, week, pressure)
    hires.cohorts[:week], left = hires_week(hires, week, pressure)
    at_once = first_week(hires, pressure)
    gone = at_once.quits + at_once.retirements
    vacated = sum((*leaving, *left), np.zeros(()))
    outside = _outside_rate(now, world, loops)
    inside = world.return_rate / WEEKS_PER_YEAR * now.alumni / world.positions
    hired = _filled(now.vacancies, vacated, outside + inside, gone)
    hires.cohorts[week] = hired * (1 - gone)
    quits = leaving.quits + left.quits + hired * at_once.quits
    retired = leaving.retirements + left.retirements + hired * at_once.retirements
    returns = hired * _share(inside, outside + inside)
    faded = np.exp(-world.alumni_fading / WEEKS_PER_YEAR)
    after = _Staffing(
        present,
        now.vacancies + vacated - hired * (1 - gone),
        now.alumni * faded + world.could_return * quits - returns,
        _wellbeing(now, world),
    )
    return after, (hired, returns, quits, retired)


def _pressure(now: _Staffing, world: World, loops: set[str]) -> Pressure:
    """Return what wellbeing and vacancies do to quitting, as far as switched on."""
    quitting = -world.wellbeing_to_retention * now.wellbeing * ("meaning" in loops)
    strained = world.vacancies_to_quits * _more_vacant(now, world) * ("load" in loops)
    settling = -world.wellbeing_to_onboarding * now.wellbeing * ("onboarding" in loops)
    return Pressure(np.exp(quitting + strained), np.exp(settling))


def _more_vacant(now: _Staffing, world: World) -> Floats:
    return np.asarray(now.vacancies / world.positions - world.vacant)


def _wellbeing(now: _Staffing, world: World) -> Floats:
    """Return wellbeing a week on, on its way to what vacancies leave of it."""
    worn = world.vacancies_to_wellbeing * _more_vacant(now, world)
    aim = world.wellbeing_change - worn
    moved = -np.expm1(-1 / world.wellbeing_weeks)
    return np.asarray(now.wellbeing + moved * (aim - now.wellbeing))


def _outside_rate(now: _Staffing, world: World, loops: set[str]) -> Floats:
    """Return the rate per week at which outside applicants fill a vacancy."""
    known_for = world.wellbeing_to_applicants * now.wellbeing
    weeks = time_to_fill(
        world.eta_attraction + known_for * ("reputation" in loops),
        applicants_per_advert=world.applicants_per_advert,
        acceptance=world.acceptance,
        recruitment_weeks=world.recruitment_weeks,
        shortage=world.shortage,
    )
    return np.asarray(1 / weeks)


def _filled(vacancies: Floats, vacated: Floats, rate: Floats, gone: Floats) -> Floats:
    """Return hires in a week in which positions are vacated evenly.

    Solves dV/dt = vacated − rate · V; those hired and gone within the week leave their
    position vacant again.
    """
    share = -np.expm1(-rate)
    late = np.where(rate > 0, np.maximum(1 - _share(share, rate), 0), 0)
    return np.asarray((vacancies * share + vacated * late) / (1 - gone * late))


def _share(part: Floats, whole: Floats) -> Floats:
    return np.asarray(part / np.where(whole > 0, whole, 1))

"""The steps of a workforce: who leaves, who comes, and how those who stay fare."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import WEEKS_PER_YEAR, Floats, require_between
from lederlib.model.bucket._hires import (
    Exits,
    NewHires,
    Pressure,
    first_step,
    hires_step,
    new_hires,
    people_of,
    split,
)
from lederlib.model.bucket.retention import (
    Family,
    cumulative_hazard,
    retention_parameters,
)

_LIMITS: dict[str, tuple[float, float]] = {
    "positions": (1e-3, 1e9),
    "vacant": (0, 1),
    "alumni": (0, 1e9),
    "eta_retention": (-5, 5),
    "eta_attraction": (-10, 10),
    "shortage": (0, 1),
    "wellbeing_change": (-1, 1),
    "gone_in_one_year": (0, 1),
    "gone_in_five_years": (0, 1),
    "newcomer_hazard": (0, 10),
    "newcomer_ratio": (0, 20),
    "onboarding_weeks": (1, 520),
    "retirement": (0, 1),
    "applicants_per_advert": (0, 1e6),
    "acceptance": (0, 1),
    "recruitment_weeks": (0.1, 520),
    "could_return": (0, 1),
    "return_rate": (0, 20),
    "alumni_fading": (0, 10),
    "wellbeing_weeks": (0.1, 520),
    "wellbeing_to_applicants": (0, 10),
    "wellbeing_to_retention": (0, 10),
    "wellbeing_to_onboarding": (0, 10),
    "vacancies_to_wellbeing": (0, 10),
    "vacancies_to_quits": (0, 10),
}
_STOCKS = ("vacancies", "newcomers", "established", "present", "alumni", "wellbeing")
_FLOWS = ("hires", "returns", "quits", "newcomer_quits", "retirements")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The levers and quantities of a workforce, all of one shape, and weeks a step."""

    step: int
    positions: Floats
    vacant: Floats
    alumni: Floats
    eta_retention: Floats
    eta_attraction: Floats
    shortage: Floats
    wellbeing_change: Floats
    gone_in_one_year: Floats
    gone_in_five_years: Floats
    newcomer_hazard: Floats
    newcomer_ratio: Floats
    onboarding_weeks: Floats
    retirement: Floats
    applicants_per_advert: Floats
    acceptance: Floats
    recruitment_weeks: Floats
    could_return: Floats
    return_rate: Floats
    alumni_fading: Floats
    wellbeing_weeks: Floats
    wellbeing_to_applicants: Floats
    wellbeing_to_retention: Floats
    wellbeing_to_onboarding: Floats
    vacancies_to_wellbeing: Floats
    vacancies_to_quits: Floats


def world_of(shape: tuple[int, ...], step: int, **given: npt.ArrayLike) -> World:
    """Return the levers and quantities, each in its range, all in one shape."""
    checked = [
        require_between(given[name], low, high, name=name)
        for name, (low, high) in _LIMITS.items()
    ]
    # Zeros, for their shape only.
    *alike, _ = np.broadcast_arrays(*checked, np.zeros(shape))
    return World(step=step, **dict(zip(_LIMITS, alike, strict=True)))


def quitting_by_step(
    world: World, family: Family | npt.ArrayLike, steps: int
) -> Floats:
    """Return what each step adds to the hazard of quitting of today's staff.

    Retirement is taken out of the survey's shares.
    """
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
    years = np.arange(steps + 1) * world.step / WEEKS_PER_YEAR
    today = np.diff(cumulative_hazard(years, parameters), axis=0)
    return np.asarray(today * np.exp(-world.eta_retention))


def _newcomers_law(world: World, steps: int) -> NewHires:
    """Return empty cohorts under the law of new hires, in the time of the steps."""
    years = world.step / WEEKS_PER_YEAR
    return new_hires(
        hazard=years * world.newcomer_hazard * np.exp(-world.eta_retention),
        ratio=world.newcomer_ratio,
        settling=world.onboarding_weeks / world.step,
        retiring=years * world.retirement,
        steps=steps,
    )


def present_step(
    present: Floats, quitting: Floats, world: World
) -> tuple[Floats, Exits]:
    """Return today's staff a step on, under the law of the survey."""
    retiring = world.retirement * world.step / WEEKS_PER_YEAR
    left = np.asarray(present * np.exp(-(retiring + quitting)))
    return left, split(present - left, quitting, retiring, new=0.0)


class _Course(NamedTuple):
    """What stays the same through all steps, apart from the cohorts of new hires."""

    world: World
    quitting: Floats
    hires: NewHires
    loops: set[str]


class _Staffing(NamedTuple):
    """What one step hands on to the next."""

    present: Floats
    vacancies: Floats
    alumni: Floats
    wellbeing: Floats


class _Felt(NamedTuple):
    """What works back on people within a step, as it stands in the step's middle."""

    vacant: Floats
    wellbeing: Floats


def stocks_and_flows(
    world: World, family: Family | npt.ArrayLike, loops: set[str], steps: int
) -> dict[str, Floats]:
    """Return stocks at the start and the end of each step, and flows in each step."""
    shape = world.positions.shape
    course = _Course(
        world,
        quitting_by_step(world, family, steps),
        _newcomers_law(world, steps),
        loops,
    )
    now = _Staffing(
        world.positions * (1 - world.vacant),
        world.positions * world.vacant,
        world.alumni,
        np.zeros(shape),
    )
    before = now
    stocks = {name: np.empty((steps + 1, *shape)) for name in _STOCKS}
    flows = {name: np.empty((steps, *shape)) for name in _FLOWS}
    _note(stocks, 0, _counted(now, course.hires, 0))
    for number in range(steps):
        felt = _felt(before, now, world)
        before, (now, flowed) = now, _one_step(now, felt, course, number)
        _note(flows, number, flowed)
        _note(stocks, number + 1, _counted(now, course.hires, number + 1))
    return stocks | flows


def _note(tables: dict[str, Floats], place: int, values: tuple[Floats, ...]) -> None:
    for table, row in zip(tables.values(), values, strict=True):
        table[place] = row


def _counted(now: _Staffing, hires: NewHires, steps: int) -> tuple[Floats, ...]:
    """Return the stocks after a number of steps."""
    newcomers, settled = people_of(hires, steps)
    staff = now.present
    return now.vacancies, newcomers, staff + settled, staff, now.alumni, now.wellbeing


def _one_step(
    now: _Staffing, felt: _Felt, course: _Course, number: int
) -> tuple[_Staffing, tuple[Floats, ...]]:
    """Return the next staffing and the step's flows; enter its cohort in the hires."""
    world, quitting, hires, loops = course
    pressure = _pressure(felt, world, loops)
    present, leaving = present_step(
        now.present, pressure.quitting * quitting[number], world
    )
    left = hires_step(hires, number, pressure)
    at_once = first_step(hires, pressure)
    gone = at_once.quits + at_once.retirements
    vacated = leaving.quits + leaving.retirements + left.quits + left.retirements
    outside = _outside_rate(felt, world, loops)
    inside = world.return_rate * now.alumni / world.positions / _per_year(world)
    hired = _filled(now.vacancies, vacated, outside + inside, gone)
    hires.cohorts[number] = hired * (1 - gone)
    quits = leaving.quits + left.quits + hired * at_once.quits
    retired = leaving.retirements + left.retirements + hired * at_once.retirements
    willing = now.alumni * np.exp(-world.alumni_fading / _per_year(world))
    # In a long step the rate alone could call back more than there are.
    returns = np.minimum(hired * _share(inside, outside + inside), willing)
    after = _Staffing(
        present,
        now.vacancies + vacated - hired * (1 - gone),
        willing - returns + world.could_return * quits,
        _wellbeing(now, felt, world),
    )
    soon = left.newcomers + hired * at_once.newcomers
    return after, (hired, returns, quits, soon, retired)


def _per_year(world: World) -> float:
    """Return the number of steps in a year."""
    return WEEKS_PER_YEAR / world.step


def _felt(before: _Staffing, now: _Staffing, world: World) -> _Felt:
    """Return vacancies and wellbeing half a step on, if they go on as they went."""
    vacancies = now.vacancies + (now.vacancies - before.vacancies) / 2
    wellbeing = now.wellbeing + (now.wellbeing - before.wellbeing) / 2
    vacant = np.clip(vacancies / world.positions, 0, 1)
    return _Felt(vacant - world.vacant, wellbeing)


def _pressure(felt: _Felt, world: World, loops: set[str]) -> Pressure:
    """Return what wellbeing and vacancies do to quitting, as far as switched on."""
    quitting = -world.wellbeing_to_retention * felt.wellbeing * ("meaning" in loops)
    strained = world.vacancies_to_quits * felt.vacant * ("load" in loops)
    settling = -world.wellbeing_to_onboarding * felt.wellbeing * ("onboarding" in loops)
    return Pressure(np.exp(quitting + strained), np.exp(settling))


def _wellbeing(now: _Staffing, felt: _Felt, world: World) -> Floats:
    """Return wellbeing a step on, on its way to what vacancies leave of it."""
    worn = world.vacancies_to_wellbeing * felt.vacant
    aim = world.wellbeing_change - worn
    moved = -np.expm1(-world.step / world.wellbeing_weeks)
    return np.asarray(now.wellbeing + moved * (aim - now.wellbeing))


def _outside_rate(felt: _Felt, world: World, loops: set[str]) -> Floats:
    """Return the rate per step at which outside applicants fill a vacancy.

    The law is that of `time_to_fill`, whose checks would cost more than the rest.
    """
    known_for = world.wellbeing_to_applicants * felt.wellbeing * ("reputation" in loops)
    fitting = world.applicants_per_advert * world.acceptance * (1 - world.shortage)
    found = -np.expm1(-fitting * np.exp(world.eta_attraction + known_for))
    return np.asarray(found * world.step / world.recruitment_weeks)


def _filled(vacancies: Floats, vacated: Floats, rate: Floats, gone: Floats) -> Floats:
    """Return hires in a step in which positions are vacated evenly.

    Solves dV/dt = vacated − rate · V; those hired and gone within the step leave their
    position vacant again.
    """
    share = -np.expm1(-rate)
    late = np.where(rate > 0, np.maximum(1 - _share(share, rate), 0), 0)
    return np.asarray((vacancies * share + vacated * late) / (1 - gone * late))


def _share(part: Floats, whole: Floats) -> Floats:
    return np.asarray(part / np.where(whole > 0, whole, 1))

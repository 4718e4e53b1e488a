"""The bucket with holes: positions that empty and fill, week by week."""

import warnings
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_count, require_known, require_room
from lederlib.model._memory import require_weeks
from lederlib.model.bucket._steps import World, stocks_and_flows, world_of
from lederlib.model.bucket.retention import Family

Loop = Literal["reputation", "meaning", "onboarding", "load"]
LOOPS: tuple[Loop, ...] = get_args(Loop)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkforcePath:
    """Positions, people and the flows between them, expected values.

    Stocks have one row for the start and one for the end of each step, flows one row
    for each step; draws come behind.

    Attributes
    ----------
    weeks : numpy.ndarray, shape (steps + 1,)
        0 is the start; a step is a week unless asked for otherwise.
    positions, vacancies, newcomers, established : numpy.ndarray
        Positions are always the sum of the other three.
    present : numpy.ndarray
        Those of the established who were here at the start.
    alumni : numpy.ndarray
        Former colleagues who could imagine returning; they hold no position.
    wellbeing : numpy.ndarray
        Change of the staff's wellbeing since the start, in factor units.
    hires, returns, quits, newcomer_quits, retirements : numpy.ndarray
        People in each step, shape (steps, ...); returns are among the hires, newcomers
        who quit among the quits.
    """

    weeks: Floats
    positions: Floats
    vacancies: Floats
    newcomers: Floats
    established: Floats
    present: Floats
    alumni: Floats
    wellbeing: Floats
    hires: Floats
    returns: Floats
    quits: Floats
    newcomer_quits: Floats
    retirements: Floats


# Tables of the result, and the cohorts with their hazards by age.
_TABLES = 20
_LONGEST_STEP = 13
# Of one cohort in one step and draw, as measured on one core of 2023.
_SECONDS_PER_CELL = 8e-9


def workforce_path(
    weeks: int = 260,
    *,
    step: int = 1,
    positions: npt.ArrayLike = 8000.0,
    vacant: npt.ArrayLike = 0.04,
    alumni: npt.ArrayLike = 0.0,
    eta_retention: npt.ArrayLike = 0.0,
    eta_attraction: npt.ArrayLike = 0.0,
    shortage: npt.ArrayLike = 0.0,
    wellbeing_change: npt.ArrayLike = 0.0,
    loops: Collection[Loop] = (),
    family: Family | npt.ArrayLike = "gamma",
    gone_in_one_year: npt.ArrayLike = 0.18,
    gone_in_five_years: npt.ArrayLike = 0.46,
    newcomer_hazard: npt.ArrayLike = 0.12,
    newcomer_ratio: npt.ArrayLike = 3.0,
    onboarding_weeks: npt.ArrayLike = 26.0,
    retirement: npt.ArrayLike = 0.025,
    applicants_per_advert: npt.ArrayLike = 8.0,
    acceptance: npt.ArrayLike = 0.25,
    recruitment_weeks: npt.ArrayLike = 10.0,
    could_return: npt.ArrayLike = 0.63,
    return_rate: npt.ArrayLike = 1.0,
    alumni_fading: npt.ArrayLike = 0.2,
    wellbeing_weeks: npt.ArrayLike = 8.0,
    wellbeing_to_applicants: npt.ArrayLike = 1.0,
    wellbeing_to_retention: npt.ArrayLike = 1.0,
    wellbeing_to_onboarding: npt.ArrayLike = 1.0,
    vacancies_to_wellbeing: npt.ArrayLike = 1.0,
    vacancies_to_quits: npt.ArrayLike = 2.0,
) -> WorkforcePath:
    r"""Return who comes, stays, goes and returns, week by week.

    .. math::

        \frac{dV}{dt} = Q + P - V \left(\frac{1}{\tau_f}
        + \rho_b \frac{A}{N}\right), \qquad
        \frac{dA}{dt} = p_r Q - \rho_b A \frac{V}{N} - \varphi A

    with quits :math:`Q`, retirements :math:`P`, vacancies :math:`V`, alumni :math:`A`
    and positions :math:`N`. Today's staff leave by `retention`, new hires by
    `newcomer_retention`; nobody by both.

    Parameters
    ----------
    weeks : int, default 260
        How long to follow, 1 to 5,200.
    step : int, default 1
        Weeks a step, 1 to 13; `weeks` is a whole number of them. Leaving and hiring
        stay exact within a longer step; the loops answer a step late.
    positions, vacant, alumni : array-like
        Positions :math:`N`, the share of them vacant, and willing former colleagues
        at the start.
    eta_retention, eta_attraction : array-like, default 0
        Change of retention (log hazard, −5 to 5) and attraction (log applicants).
    shortage : array-like, default 0
        Share of today's applicants who are no longer there, 0 to 1.
    wellbeing_change : array-like, default 0
        What else lifts (or lowers) the staff's wellbeing, in factor units, −1 to 1.
    loops : collection of {"reputation", "meaning", "onboarding", "load"}
        Feedback switched on; none by default. Vacancies always wear on wellbeing;
        with `reputation` that costs applicants, with `meaning` staff, with
        `onboarding` newcomers. With `load` vacancies make people quit directly.
    family : {"gamma", "mover_stayer", "weibull"} or array of 0, 1, 2
        How quitting spreads over today's staff: two survey numbers cannot tell.
    gone_in_one_year, gone_in_five_years : array-like, default 0.18 and 0.46
        Shares of today's staff who expect to be gone, retirement included; the path
        returns them exactly where nothing changes.
    newcomer_hazard, newcomer_ratio, onboarding_weeks : array-like
        As for `newcomer_retention`; one is a newcomer for as many weeks.
    retirement : array-like, default 0.025
        Share that retires each year.
    applicants_per_advert, acceptance, recruitment_weeks : array-like
        As for `time_to_fill`.
    could_return : array-like, default 0.63
        Share of those who quit who could imagine returning :math:`p_r`.
    return_rate : array-like, default 1
        How fast a vacancy finds its way to them :math:`\rho_b`, per year, 0 to 20,
        for as many willing former colleagues as there are positions.
    alumni_fading : array-like, default 0.2
        Rate at which they lose interest or retire :math:`\varphi`, per year.
    wellbeing_weeks : array-like, default 8
        Delay of wellbeing, 0.1 to 520 weeks.
    wellbeing_to_applicants, wellbeing_to_retention : array-like
        Log applicants and log hazard per unit of wellbeing.
    wellbeing_to_onboarding : array-like, default 1
        The same for the excess hazard of newcomers.
    vacancies_to_wellbeing, vacancies_to_quits : array-like
        Wellbeing and log hazard per share of positions vacant more than at the start.

    Returns
    -------
    WorkforcePath
        Arrays with time first.

    Raises
    ------
    ValueError
        If an input is out of range, a loop is unknown, `weeks` is no whole number of
        steps, retirement leaves no room for quits, or the path would not fit into 4 GB.

    See Also
    --------
    vacancy_at_rest : where vacancies end up.

    Notes
    -----
    Own teaching model of expected values. That 63 % could imagine returning says who
    could at most; the rate is an assumption, as are all sizes of the loops.

    Examples
    --------
    >>> path = workforce_path(52, vacant=0)
    >>> round(float(path.present[-1] / 8000), 6)
    0.82
    """
    pace, count = _steps(weeks, step)
    named = [loops] if isinstance(loops, str) else loops
    switched = {require_known(loop, LOOPS, name="loop") for loop in named}
    world = world_of(
        np.shape(family),
        pace,
        positions=positions,
        vacant=vacant,
        alumni=alumni,
        eta_retention=eta_retention,
        eta_attraction=eta_attraction,
        shortage=shortage,
        wellbeing_change=wellbeing_change,
        gone_in_one_year=gone_in_one_year,
        gone_in_five_years=gone_in_five_years,
        newcomer_hazard=newcomer_hazard,
        newcomer_ratio=newcomer_ratio,
        onboarding_weeks=onboarding_weeks,
        retirement=retirement,
        applicants_per_advert=applicants_per_advert,
        acceptance=acceptance,
        recruitment_weeks=recruitment_weeks,
        could_return=could_return,
        return_rate=return_rate,
        alumni_fading=alumni_fading,
        wellbeing_weeks=wellbeing_weeks,
        wellbeing_to_applicants=wellbeing_to_applicants,
        wellbeing_to_retention=wellbeing_to_retention,
        wellbeing_to_onboarding=wellbeing_to_onboarding,
        vacancies_to_wellbeing=vacancies_to_wellbeing,
        vacancies_to_quits=vacancies_to_quits,
    )
    require_room(count + 1, world.positions.size, tables=_TABLES)
    _warn_of_a_wait(count, world)
    return WorkforcePath(
        weeks=pace * np.arange(count + 1.0),
        positions=np.broadcast_to(world.positions, (count + 1, *world.positions.shape)),
        **stocks_and_flows(world, family, switched, count),
    )


def _warn_of_a_wait(steps: int, world: World) -> None:
    """Say so before what takes more than a minute."""
    ages = min(steps, 4 * float(world.onboarding_weeks.max()) / world.step)
    minutes = _SECONDS_PER_CELL * steps * ages * world.positions.size / 60
    if minutes > 1:
        msg = (
            f"This workforce_path will take about {minutes:.0f} minutes: {steps} steps "
            f"of {world.positions.size} draws; take fewer, or longer steps (step=4)."
        )
        warnings.warn(msg, RuntimeWarning, stacklevel=3)


def _steps(weeks: int, step: int) -> tuple[int, int]:
    """Return the weeks a step, and how many steps the weeks make."""
    whole = require_weeks(weeks)
    pace = require_count(step, 1, _LONGEST_STEP, name="step")
    if whole % pace:
        msg = f"weeks must be a whole number of steps of {pace} weeks; got {whole}."
        raise ValueError(msg)
    return pace, whole // pace

"""How strain crosses over between leaders and their teams, and who leaves."""

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between, require_known, require_room
from lederlib.model._memory import require_weeks
from lederlib.model.contagion._leaving import laws_of, leaving_of
from lederlib.model.contagion._run import followed, streams, world_of
from lederlib.model.contagion._steps import (
    Reals,
    coupling_of,
    path_of,
    rates_of,
    single,
    steps_of,
    switch,
)
from lederlib.model.contagion._teams import scattered, teams_of

Precision = Literal["float64", "float32"]
PRECISIONS: tuple[Precision, ...] = get_args(Precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossoverPath:
    """Strain of leaders and teams at the end of each week, and who left.

    Attributes
    ----------
    weeks : numpy.ndarray, shape (weeks + 1,)
        0 is the start.
    leader_strain, team_strain : numpy.ndarray, shape (weeks + 1, leaders)
        Strain of each leader and mean strain of each team, 0 to 1.
    leader_mean, employee_mean : numpy.ndarray, shape (weeks + 1,)
        Means over all leaders and over all employees.
    quits : numpy.ndarray, shape (weeks,)
        Employees who left in each week; each is replaced at once.
    leader_quits : numpy.ndarray, shape (weeks,)
        The same for leaders.
    stayers : numpy.ndarray, shape (weeks + 1,)
        Employees of the start who are still here.
    team_sizes : numpy.ndarray, shape (leaders,)
        Positions in each team, the same in all weeks.
    strain : numpy.ndarray, shape (employees,)
        Every employee's strain in the end, in the order of the teams.
    """

    weeks: Floats
    leader_strain: Floats
    team_strain: Floats
    leader_mean: Floats
    employee_mean: Floats
    quits: npt.NDArray[np.int64]
    leader_quits: npt.NDArray[np.int64]
    stayers: npt.NDArray[np.int64]
    team_sizes: npt.NDArray[np.int64]
    strain: Reals


def crossover(
    *,
    leaders: int = 280,
    employees: int = 8000,
    team_sizes: npt.ArrayLike | None = None,
    weeks: int = 260,
    load: npt.ArrayLike = 1.0,
    load_spread: float = 0.4,
    leader_load: npt.ArrayLike = 1.1,
    leader_load_spread: float = 0.5,
    load_path: npt.ArrayLike | None = None,
    leader_load_path: npt.ArrayLike | None = None,
    resources: npt.ArrayLike = 1.0,
    leader_resources: npt.ArrayLike = 1.0,
    load_coupling: float = 0.6,
    recovery_coupling: float | None = None,
    team_feedback: float = 0.4,
    strain_reference: float = 0.25,
    drain: float = 0.075,
    recovery: float = 0.25,
    half_point: float = 0.45,
    power: float = 4,
    tipping: bool = True,
    start: float = 0.25,
    turnover: bool = True,
    eta: npt.ArrayLike = 0.0,
    strain_to_quits: float = 2.0,
    quit_reference: npt.ArrayLike | None = None,
    newcomer_strain: float = 0.2,
    gone_in_one_year: float = 0.18,
    gone_in_five_years: float = 0.46,
    newcomer_hazard: float = 0.12,
    newcomer_ratio: float = 3.0,
    onboarding_weeks: float = 26.0,
    leader_turnover: float = 0.1,
    steps_per_week: int = 1,
    precision: Precision = "float64",
    rng: int | np.random.Generator = 0,
) -> CrossoverPath:
    r"""Return how strain spreads between leaders and teams, week by week.

    .. math::

        \frac{ds_i}{dt} = d L_i e^{\chi (x - s_0)} (1 - s_i)
        - \frac{r R_i e^{-\psi (x - s_0)} s_i}{1 + (s_i/K)^n}, \qquad
        h_i = \lambda\, e^{\beta (s_i - s_q) - \eta}

    for an employee under a leader with strain :math:`x`, which follows the same law
    with load times :math:`e^{\omega (\bar s - s_0)}`, :math:`\bar s` the team's mean.
    The first staff leave with :math:`\lambda = -d \ln S_0 / dt` of `retention`, those
    who follow them with the hazard of `newcomer_retention` since their own first day.

    Parameters
    ----------
    leaders, employees : int, default 280 and 8000
        At most 1,000,000 employees and no more leaders than employees; the span of
        control is their ratio.
    team_sizes : array-like of int, shape (leaders,), optional
        Employees of each leader, at least 1; replaces the two numbers above, which
        make teams as equal as they can be.
    weeks : int, default 260
        How long to follow, 1 to 5,200.
    load, resources, leader_load, leader_resources : array-like
        0 to 100; one number, or one per employee (in the order of the teams) or
        leader.
    load_spread, leader_load_spread : float, default 0.4 and 0.5
        Loads are drawn evenly from so much below to so much above.
    load_path, leader_load_path : array-like, shape (weeks,), optional
        How many times its usual size everybody's load is in each week, 0 to 100; 1
        unless given. A shock of a quarter is 2 in 13 weeks and 1 in all others.
    load_coupling, recovery_coupling : float, default 0.6 and half of it
        How far a leader's strain adds to load :math:`\chi` and takes from recovery
        :math:`\psi`, 0 to 10.
    team_feedback : float, default 0.4
        How far the team's strain adds to the leader's load :math:`\omega`, 0 to 10.
    strain_reference : float, default 0.25
        Strain at which nothing crosses over :math:`s_0`.
    drain, recovery, half_point, power, tipping
        As for `strain_path`, one number each; `half_point` from 0.05.
    start, newcomer_strain : float, default 0.25 and 0.2
        Strain of all at the start, and of those who replace others.
    turnover : bool, default True
        Whether anyone leaves.
    eta : array-like, default 0
        Change of retention :math:`\eta` (log hazard, −5 to 5), one or one per
        employee.
    strain_to_quits : float, default 2
        Log hazard per unit of strain :math:`\beta`, 0 to 10.
    quit_reference : array-like, shape () or (weeks,), optional
        Strain at which people leave as stated :math:`s_q`, 0 to 1. Unless given, that
        of the first staff still here in the default population in that week: .25 at
        the start, .31 after one year and .41 after five. So what the survey's people
        expect already holds what strain does today, and more or less strain than
        today's makes more or fewer leave.
    gone_in_one_year, gone_in_five_years : float, default 0.18 and 0.46
        Shares of the first staff who expect to be gone; they give :math:`S_0`.
    newcomer_hazard, newcomer_ratio, onboarding_weeks : float, default 0.12, 3 and 26
        The law of those who follow, as for `newcomer_retention`.
    leader_turnover : float, default 0.1
        Share of leaders who leave in a year at the reference, 0 to 0.99.
    steps_per_week : int, default 1
        1 is a weekly step, 7 a daily one, at most 100; leaders move first in each.
    precision : {"float64", "float32"}
        Of the strains; faster in float32.
    rng : int or numpy.random.Generator, default 0
        Chance. Runs with one seed have the same people in them.

    Returns
    -------
    CrossoverPath
        Arrays with time first.

    Raises
    ------
    ValueError
        If an input is out of range, a shape does not match, or the path would not
        fit into 4 GB.

    See Also
    --------
    mean_field : one average leader and one average employee.

    Notes
    -----
    Own teaching model: that strain crosses over is found [1]_, the sizes are
    assumptions, and so is the tipping term, which is a switch. Rates stand still
    during a step, which is then solved exactly; at the defaults the mean strain of a
    weekly step errs by less than 0.01 and that of a daily step by less than 0.002.

    References
    ----------
    .. [1] Harms et al. (2017). The Leadership Quarterly, 28(1), 178–194.
       https://doi.org/10.1016/j.leaqua.2016.10.006

    Examples
    --------
    >>> path = crossover(leaders=20, employees=500, weeks=52)
    >>> path.team_strain.shape
    (53, 20)
    >>> calm = crossover(leaders=20, employees=500, weeks=52, leader_load=0.5)
    >>> bool(calm.employee_mean[-1] < path.employee_mean[-1])
    True

    A quarter in which all leaders carry half as much again:

    >>> quarter = np.where(np.arange(104) < 13, 1.5, 1)
    >>> few = {"leaders": 20, "employees": 500, "weeks": 104}
    >>> shock, calm = crossover(leader_load_path=quarter, **few), crossover(**few)
    >>> (shock.employee_mean - calm.employee_mean)[[0, 13, 104]].round(2).tolist()
    [0.0, 0.03, 0.03]
    """
    count, steps = require_weeks(weeks), steps_of(steps_per_week)
    teams = teams_of(leaders, employees, team_sizes)
    require_room(count + 1, teams.sizes.size, tables=4, of="leaders")
    loads, leader_loads, *chance = streams(rng, 4)
    world = world_of(
        teams,
        rates_of(
            drain=single(drain, "drain"),
            recovery=single(recovery, "recovery"),
            half_point=single(half_point, "half_point"),
            power=single(power, "power"),
            tipping=tipping,
            steps=steps,
        ),
        coupling_of(
            single(load_coupling, "load_coupling"),
            single(recovery_coupling, "recovery_coupling"),
            single(team_feedback, "team_feedback"),
            single(strain_reference, "strain_reference"),
        ),
        load=scattered(load, load_spread, teams.people, loads, name="load"),
        leader_load=scattered(
            leader_load,
            leader_load_spread,
            teams.sizes.size,
            leader_loads,
            name="leader_load",
        ),
        resources=resources,
        leader_resources=leader_resources,
        load_path=path_of(load_path, count, "load_path"),
        leader_load_path=path_of(leader_load_path, count, "leader_load_path"),
        precision=require_known(precision, PRECISIONS, name="precision"),
    )
    leaving = leaving_of(
        teams.people,
        teams.sizes.size,
        eta=eta,
        strain_to_quits=strain_to_quits,
        quit_reference=quit_reference,
        newcomer_strain=newcomer_strain,
        laws=laws_of(
            teams.people,
            teams.sizes.size,
            weeks=count,
            steps=steps,
            gone_in_one_year=gone_in_one_year,
            gone_in_five_years=gone_in_five_years,
            leader_turnover=leader_turnover,
            newcomer_hazard=newcomer_hazard,
            newcomer_ratio=newcomer_ratio,
            onboarding_weeks=onboarding_weeks,
        ),
        kind=world.wear.dtype,
        rngs=chance,
    )
    first = require_between(single(start, "start"), 0, 1, name="start")
    leaves = switch(turnover, "turnover")
    record = followed(world, leaving if leaves else None, float(first), count, steps)
    weighed = record.team_strain @ (teams.sizes / teams.people)
    return CrossoverPath(
        weeks=np.arange(count + 1.0),
        leader_strain=record.leader_strain,
        team_strain=record.team_strain,
        leader_mean=record.leader_strain.mean(axis=1),
        employee_mean=weighed,
        quits=record.quits,
        leader_quits=record.leader_quits,
        stayers=record.stayers,
        team_sizes=teams.sizes,
        strain=record.strain,
    )

"""Crossover for one average leader and one average employee."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between, require_room
from lederlib.model._memory import require_weeks
from lederlib.model.contagion._steps import (
    Reals,
    amount,
    coupling_of,
    leader_factor,
    path_of,
    rates_of,
    stepped,
    steps_of,
    team_factors,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeanFieldPath:
    """Strain at the end of each week, time first.

    Attributes
    ----------
    weeks : numpy.ndarray, shape (weeks + 1,)
        0 is the start.
    leader_strain, employee_strain : numpy.ndarray, shape (weeks + 1, ...)
        0 to 1.
    """

    weeks: Floats
    leader_strain: Floats
    employee_strain: Floats


def mean_field(
    *,
    weeks: int = 260,
    load: npt.ArrayLike = 1.0,
    leader_load: npt.ArrayLike = 1.1,
    load_path: npt.ArrayLike | None = None,
    leader_load_path: npt.ArrayLike | None = None,
    resources: npt.ArrayLike = 1.0,
    leader_resources: npt.ArrayLike = 1.0,
    load_coupling: npt.ArrayLike = 0.6,
    recovery_coupling: npt.ArrayLike | None = None,
    team_feedback: npt.ArrayLike = 0.4,
    strain_reference: npt.ArrayLike = 0.25,
    drain: npt.ArrayLike = 0.075,
    recovery: npt.ArrayLike = 0.25,
    half_point: npt.ArrayLike = 0.45,
    power: npt.ArrayLike = 4,
    tipping: npt.ArrayLike = True,
    start: npt.ArrayLike = 0.25,
    steps_per_week: int = 1,
) -> MeanFieldPath:
    """Return the strain of an average leader and an average employee, week by week.

    What `crossover` would return if all leaders and all employees were alike and
    nobody left.

    Parameters
    ----------
    weeks, load, leader_load, resources, leader_resources, load_coupling
        As for `crossover`; numbers or arrays of draws that broadcast.
    load_path, leader_load_path : array-like, shape (weeks,) or (weeks, ...), optional
        As for `crossover`, the same for all draws or one for each.
    recovery_coupling, team_feedback, strain_reference, drain, recovery
        The same.
    half_point, power, start, steps_per_week
        The same; `steps_per_week` is one for all draws.
    tipping : bool or array of 0 and 1
        The same, one for all draws or one for each.

    Returns
    -------
    MeanFieldPath
        Arrays with time first.

    Raises
    ------
    ValueError
        If an input is out of range, or the path would not fit into 4 GB.

    See Also
    --------
    crossover : the same with people who differ.

    Examples
    --------
    >>> path = mean_field(leader_load=[0.6, 1.1, 1.6])
    >>> path.employee_strain[-1].round(2).tolist()
    [0.23, 0.25, 0.9]

    A leader whose load is doubled for a quarter, and what the team has of it after
    the quarter and after two years:

    >>> quarter = np.where(np.arange(104) < 13, 2, 1)
    >>> shock = mean_field(weeks=104, leader_load_path=quarter)
    >>> shock.employee_strain[[13, 104]].round(2).tolist()
    [0.33, 0.85]
    """
    count, steps = require_weeks(weeks), steps_of(steps_per_week)
    rates = rates_of(
        drain=drain,
        recovery=recovery,
        half_point=half_point,
        power=power,
        tipping=tipping,
        steps=steps,
    )
    coupling = coupling_of(
        load_coupling, recovery_coupling, team_feedback, strain_reference
    )
    wear = rates.drain * amount(load, "load")
    mend = rates.recovery * amount(resources, "resources")
    leader_wear = rates.drain * amount(leader_load, "leader_load")
    leader_mend = rates.recovery * amount(leader_resources, "leader_resources")
    first = require_between(start, 0, 1, name="start")
    more_load = path_of(load_path, count, "load_path")
    more_leader_load = path_of(leader_load_path, count, "leader_load_path")
    rows = (more_load[0], more_leader_load[0])
    inputs = (wear, mend, leader_wear, leader_mend, first, *rates, *coupling)
    draws = np.broadcast_shapes(*(np.shape(each) for each in (*inputs, *rows)))
    require_room(count + 1, *draws, tables=2)

    def moved(week: int, leader: Reals, employee: Reals) -> tuple[Reals, Reals]:
        felt = leader_wear * more_leader_load[week] * leader_factor(employee, coupling)
        leader = stepped(leader, felt, leader_mend, rates)
        more, less = team_factors(leader, coupling)
        felt = wear * more_load[week] * more
        return leader, stepped(employee, felt, mend * less, rates)

    path = np.empty((2, count + 1, *draws))
    path[:, 0] = first
    leader, employee = path[:, 0]
    for week in range(count):
        for _ in range(steps):
            leader, employee = moved(week, leader, employee)
        path[:, week + 1] = leader, employee
    return MeanFieldPath(
        weeks=np.arange(count + 1.0), leader_strain=path[0], employee_strain=path[1]
    )

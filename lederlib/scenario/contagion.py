"""Strain that spreads in a municipality, beside its one average leader."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import (
    WEEKS_PER_YEAR,
    Floats,
    require_count,
    require_number,
    seed_of,
)
from lederlib.catalogue import Ledger, Stamp
from lederlib.model import Precision, crossover, mean_field
from lederlib.scenario.structures import law_of_strain
from lederlib.scenario.teams import (
    USUAL_SPAN,
    leader_loads,
    mean_leader_load,
    team_sizes,
)
from lederlib.scenario.worlds import Worlds, worlds_of

EMPLOYEES: Final = 8000
#: Strains that close to the mean count as near it.
NEAR: Final = 0.1
#: Loads of employees lie evenly from so much below the mean to so much above it.
EMPLOYEE_SPREAD: Final = 0.4
MOST_DRAWS: Final = 2000
#: What holds for leaders and employees alike, by the name in the ledger.
SHARED: Final[Mapping[str, str]] = {
    "drain": "drain",
    "recovery": "recovery",
    "half_point": "half_point",
    "power": "tipping_power",
    "strain_reference": "strain_reference",
}
LEAVING: Final = (
    "strain_to_quits",
    "gone_in_one_year",
    "gone_in_five_years",
    "newcomer_hazard",
    "newcomer_ratio",
    "onboarding_weeks",
    "leader_turnover",
)
_COUPLINGS: Final = ("load_coupling", "recovery_coupling", "team_feedback")
_BEND: Final = ("recovery", "half_point", "power", "strain_reference")
_USED: Final = (*SHARED.values(), "strain_structure")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contagion:
    """A municipality's leaders and employees, and what an average pair would do.

    Attributes
    ----------
    leader_strain : numpy.ndarray, shape (weeks + 1, leaders)
        Strain of each leader at the end of each week, 0 to 1; the start first.
    leader_mean, employee_mean : numpy.ndarray, shape (weeks + 1,)
        Means over all.
    average_leader, average_employee : numpy.ndarray, shape (weeks + 1,)
        One leader and one employee with the mean loads, each the other's only company.
    average_range : numpy.ndarray, shape (2,)
        The average leader at the end: 90 % interval over the possible worlds.
    leader_load : numpy.ndarray, shape (leaders,)
        What each leader carries before anything spreads.
    team_sizes : numpy.ndarray of int, shape (leaders,)
        Employees of each leader.
    strain : numpy.ndarray, shape (employees,)
        Every employee's strain at the end, in the order of the teams.
    near : float
        Share of leaders whose strain ends within 0.1 of the leaders' mean.
    quits : float
        Share of positions whose holder left in the last year.
    half_point : float
        Strain that halves recovery.
    stamp : Stamp
        What remakes the numbers; the draws are those of the average pair.
    """

    leader_strain: Floats
    leader_mean: Floats
    employee_mean: Floats
    average_leader: Floats
    average_employee: Floats
    average_range: Floats
    leader_load: Floats
    team_sizes: npt.NDArray[np.int64]
    strain: Floats
    near: float
    quits: float
    half_point: float
    stamp: Stamp


def contagion(
    *,
    load_coupling: float = 0.6,
    recovery_coupling: float = 0.3,
    team_feedback: float = 0.4,
    span: float = USUAL_SPAN,
    unequal: float = 0.0,
    load: float = 1.0,
    leader_load: float = 1.1,
    leader_load_path: npt.ArrayLike | None = None,
    tipping: bool | None = None,
    weeks: int = 104,
    employees: int = EMPLOYEES,
    draws: int = 100,
    precision: Precision = "float64",
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    worlds: Worlds | None = None,
) -> Contagion:
    """Return how strain spreads among leaders and teams of one municipality.

    What is no argument stands at the middle of its range in the ledger; the average
    pair is followed through draws of it as well.

    Parameters
    ----------
    load_coupling, recovery_coupling, team_feedback : float
        How far strain crosses over, as for `lederlib.model.crossover`.
    span : float, default 28.6
        Employees per leader, 1 to 1,000; the employees are the same, so that a larger
        span means fewer leaders, each with more load (`span_to_load` in the ledger), or
        with less up to the best span, if there is one (`span_structure`).
    unequal : float, default 0
        How unequal the teams are: spread of the logarithm of their sizes, 0 to 2.
    load, leader_load : float, default 1 and 1.1
        Mean loads; employees lie from 0.6 to 1.4 of theirs, leaders from 0.55 to 1.45.
    leader_load_path : array-like, shape (weeks,), optional
        How many times its usual size every leader's load is in each week, as for
        `lederlib.model.crossover`: a shock is 2 in 13 weeks and 1 in all others.
    tipping : bool, optional
        Whether recovery fails under strain; `False` takes that away and leaves all
        else as it is. Unless given it is a structure: the population has the ledger's,
        the average pair the one that each world draws, where strain that is linear
        mends as it does at normal strain.
    weeks : int, default 104
        How long to follow, 52 to 5,200.
    employees : int, default 8,000
        1 to 100,000.
    draws : int, default 100
        Possible worlds for the average pair, 2 to 2,000.
    precision : {"float64", "float32"}
        Of the population's strains; faster in float32.
    rng : int or numpy.random.Generator, default 0
        A seed, or a generator from which one seed is taken.
    ledger : Ledger, optional
        Your own numbers, by `Ledger.replace`.
    worlds : Worlds, optional
        From `Confrontation.worlds`, in place of draws from a ledger.

    Returns
    -------
    Contagion

    Raises
    ------
    ValueError
        If an argument lies outside its range.

    Notes
    -----
    Weekly steps, of which `lederlib.model.crossover` says how little they err.

    Examples
    --------
    >>> found = contagion(employees=1000, weeks=52)
    >>> found.leader_strain.shape
    (53, 35)
    """
    seed = seed_of(rng)
    count = require_count(draws, 2, MOST_DRAWS, name="draws")
    require_count(weeks, WEEKS_PER_YEAR, 5200, name="weeks")
    sizes = team_sizes(employees, span=span, unequal=unequal, rng=seed)
    possible = worlds_of(worlds, ledger, draws=count, rng=seed)
    middle = possible.middle
    leaving: dict[str, Any] = {name: middle[name] for name in LEAVING}
    carried = leader_loads(
        sizes,
        load=leader_load,
        span_to_load=middle["span_to_load"],
        best_span=float(_best_span(middle)),
        rng=seed,
    )
    drawn = mean_leader_load(
        sizes,
        load=leader_load,
        span_to_load=possible.quantities["span_to_load"],
        best_span=_best_span(possible.quantities),
        rng=seed,
    )
    mean = require_number(load, 0, 50, name="load")
    common: dict[str, Any] = {
        "load_coupling": load_coupling,
        "recovery_coupling": recovery_coupling,
        "team_feedback": team_feedback,
        "weeks": weeks,
        "load": mean,
        "leader_load_path": leader_load_path,
    }
    path = crossover(
        team_sizes=sizes,
        load_spread=EMPLOYEE_SPREAD * mean,
        leader_load=carried,
        leader_load_spread=0,
        precision=precision,
        rng=seed,
        **_numbers(middle, tipping),
        **leaving,
        **common,
    )
    average = mean_field(
        leader_load=np.append(carried.mean(), drawn),
        **_numbers(_with_middle(possible), tipping),
        **common,
    )
    last = path.leader_strain[-1]
    return Contagion(
        leader_strain=path.leader_strain,
        leader_mean=path.leader_mean,
        employee_mean=path.employee_mean,
        average_leader=average.leader_strain[:, 0],
        average_employee=average.employee_strain[:, 0],
        average_range=np.quantile(average.leader_strain[-1, 1:], (0.05, 0.95)),
        leader_load=carried,
        team_sizes=path.team_sizes,
        strain=path.strain.astype(float),
        near=near_the_mean(last),
        quits=float(path.quits[-WEEKS_PER_YEAR:].sum() / path.strain.size),
        half_point=middle["half_point"],
        stamp=possible.stamp,
    )


def near_the_mean(strain: Floats) -> float:
    """Return the share of people whose strain lies within 0.1 of everyone's mean.

    Examples
    --------
    >>> near_the_mean(np.array([0.1, 0.2, 0.9, 0.8])), near_the_mean(np.full(3, 0.5))
    (0.0, 1.0)
    """
    return float((np.abs(strain - strain.mean()) <= NEAR).mean())


def _with_middle(worlds: Worlds) -> dict[str, Floats]:
    """Return the middle of every range that `mean_field` takes, and the draws."""
    return {key: np.append(worlds.middle[key], worlds.quantities[key]) for key in _USED}


def _numbers(
    quantities: Mapping[str, float] | Mapping[str, Floats], tipping: bool | None
) -> dict[str, Any]:
    """Return what holds for leaders and employees alike, as the models take it.

    One world has one structure, which the model of a population knows as a switch.
    """
    numbers: dict[str, Any] = {name: quantities[key] for name, key in SHARED.items()}
    bend = {name: numbers[name] for name in _BEND}
    law = law_of_strain(tipping, quantities["strain_structure"], **bend)
    if tipping is None and np.ndim(law["tipping"]) == 0:
        law = {"tipping": bool(law["tipping"]), "recovery": float(law["recovery"])}
    return numbers | law


def _best_span(quantities: Mapping[str, float] | Mapping[str, Floats]) -> Floats:
    """Return the span of least load, 1 where load only grows with the span."""
    return np.where(quantities["span_structure"], quantities["best_span"], 1.0)


def contagion_worlds(
    *,
    tipping: bool | None = None,
    draws: int = 40,
    weeks: int = 104,
    rng: int | np.random.Generator = 0,
    ledger: Ledger | None = None,
    worlds: Worlds | None = None,
) -> pd.DataFrame:
    """Return how well an average leader stands for all, in each possible world.

    Every range of the ledger that plays a part is drawn anew in each world: the
    couplings, wear, recovery, the tipping term and how people leave.

    Parameters
    ----------
    tipping : bool, optional
        Whether recovery fails under strain; drawn unless given, as for `contagion`.
    draws : int, default 40
        Possible worlds, 2 to 2,000.
    weeks, rng, ledger, worlds
        As for `contagion`.

    Returns
    -------
    pandas.DataFrame
        One row per world: `gap`, the mean strain of all employees at the end less that
        of an average one, and `near`, the share of leaders within 0.1 of their mean.

    Examples
    --------
    >>> contagion_worlds(draws=3).shape
    (3, 2)
    """
    count = require_count(draws, 2, MOST_DRAWS, name="draws")
    seed = seed_of(rng)
    possible = worlds_of(worlds, ledger, draws=count, rng=seed)
    require_count(possible.count, 2, MOST_DRAWS, name="worlds")
    drawn = possible.quantities
    rows = []
    for world in range(possible.count):
        one = {key: float(drawn[key][world]) for key in (*_USED, *_COUPLINGS, *LEAVING)}
        numbers: dict[str, Any] = {name: one[name] for name in _COUPLINGS}
        numbers |= {"weeks": weeks, **_numbers(one, tipping)}
        leaving: dict[str, Any] = {name: one[name] for name in LEAVING}
        path = crossover(rng=seed + world, precision="float32", **numbers, **leaving)
        average = mean_field(**numbers).employee_strain[-1]
        gap = float(path.employee_mean[-1] - average)
        rows.append({"gap": gap, "near": near_the_mean(path.leader_strain[-1])})
    return pd.DataFrame(rows)

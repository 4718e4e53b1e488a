"""The weeks of crossover: leaders, then employees, then those who leave."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, Ints, seed_of
from lederlib.model.contagion._leaving import Leaving, replaced
from lederlib.model.contagion._steps import (
    Coupling,
    Rates,
    Reals,
    amount,
    leader_factor,
    stepped,
    team_factors,
)
from lederlib.model.contagion._teams import Teams, one_each, team_means


class World(NamedTuple):
    """What stays the same in all weeks, in one precision."""

    teams: Teams
    rates: Rates
    coupling: Coupling
    wear: Reals
    mend: Reals
    leader_wear: Reals
    leader_mend: Reals
    load_path: Reals
    leader_load_path: Reals


class Record(NamedTuple):
    """What happened, week by week."""

    leader_strain: Floats
    team_strain: Floats
    quits: npt.NDArray[np.int64]
    leader_quits: npt.NDArray[np.int64]
    stayers: npt.NDArray[np.int64]
    strain: Reals


def streams(rng: int | np.random.Generator, count: int) -> list[np.random.Generator]:
    """Return generators that do not depend on how much the others are used."""
    seed = seed_of(rng)
    return [np.random.default_rng([seed, number]) for number in range(count)]


def world_of(
    teams: Teams,
    rates: Rates,
    coupling: Coupling,
    *,
    load: Floats,
    leader_load: Floats,
    resources: npt.ArrayLike,
    leader_resources: npt.ArrayLike,
    load_path: Floats,
    leader_load_path: Floats,
    precision: str,
) -> World:
    """Return the world, every number in the precision asked for."""
    kind = np.dtype(precision)
    people, heads = teams.people, teams.sizes.size
    support = one_each(amount(resources, "resources"), people, name="resources")
    name = "leader_resources"
    backing = one_each(amount(leader_resources, name), heads, name=name)
    return World(
        teams,
        _in_kind(rates, kind),
        Coupling(*(each.astype(kind) for each in coupling)),
        (rates.drain * load).astype(kind),
        (rates.recovery * support).astype(kind),
        (rates.drain * leader_load).astype(kind),
        (rates.recovery * backing).astype(kind),
        load_path.astype(kind),
        leader_load_path.astype(kind),
    )


def _in_kind(rates: Rates, kind: np.dtype[Any]) -> Rates:
    return Rates(
        drain=rates.drain.astype(kind),
        recovery=rates.recovery.astype(kind),
        half_point=rates.half_point.astype(kind),
        power=rates.power.astype(kind),
        tipping=rates.tipping,
    )


def followed(
    world: World, leaving: Leaving | None, start: float, weeks: int, steps: int
) -> Record:
    """Return the path from a common start."""
    record, people = _blank(world, weeks, start), world.teams.people
    # Employees before leaders, so that one call serves both where they follow one law.
    everyone = np.full(people + world.teams.sizes.size, start, world.wear.dtype)
    strain, leaders = everyone[:people], everyone[people:]
    means = team_means(strain, world.teams)
    for week in range(weeks):
        for _ in range(steps):
            leaders[:] = _leaders_moved(world, week, leaders, means)
            strain[:] = _employees_moved(world, week, leaders, strain)
            if leaving is not None:
                leaving, gone = replaced(everyone, leaving, week)
                _count(record, week, gone, people, leaving.staff.holder)
            means = team_means(strain, world.teams)
        record.leader_strain[week + 1] = leaders
        record.team_strain[week + 1] = means
    return record._replace(strain=strain)


def _blank(world: World, weeks: int, start: float) -> Record:
    shape = (weeks + 1, world.teams.sizes.size)
    return Record(
        leader_strain=np.full(shape, start),
        team_strain=np.full(shape, start),
        quits=np.zeros(weeks, dtype=np.int64),
        leader_quits=np.zeros(weeks, dtype=np.int64),
        stayers=np.full(weeks + 1, world.teams.people, dtype=np.int64),
        strain=world.wear,
    )


def _leaders_moved(world: World, week: int, leaders: Reals, means: Reals) -> Reals:
    times = world.leader_load_path[week] * leader_factor(means, world.coupling)
    felt = world.leader_wear * times
    return stepped(leaders, felt, world.leader_mend, world.rates)


def _employees_moved(world: World, week: int, leaders: Reals, strain: Reals) -> Reals:
    more, less = team_factors(leaders, world.coupling)
    more = world.load_path[week] * more
    wear = world.wear * more.repeat(world.teams.sizes)
    mend = world.mend * less.repeat(world.teams.sizes)
    return stepped(strain, wear, mend, world.rates)


def _count(record: Record, week: int, gone: Ints, people: int, holder: Ints) -> None:
    """Note who left: employees, leaders, and employees of the start."""
    employees = gone.searchsorted(people)
    record.quits[week] += employees
    record.leader_quits[week] += gone.size - employees
    # The successor of someone of the start is the second in the place.
    record.stayers[week + 1 :] -= np.count_nonzero(holder[gone[:employees]] == 1)

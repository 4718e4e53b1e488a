"""The weeks of crossover: leaders, then employees, then those who leave."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import WEEKS_PER_YEAR, Floats, Ints, require_between, seed_of
from lederlib.model.bucket.retention import retention_parameters
from lederlib.model.contagion._steps import (
    Coupling,
    Rates,
    Reals,
    amount,
    leader_factor,
    single,
    stepped,
    team_factors,
)
from lederlib.model.contagion._teams import Teams, one_each, team_means

# Holders of one position that far apart share their luck, which caps the memory.
_MOST_DRAWN = 64
_LEAST_FRAILTY = 1e-13
_LEAST_HAZARD = 1e-100
# Endurance beyond any path, yet far from the largest float.
_LARGEST_LOG = 300


class Luck(NamedTuple):
    """How long those in a group of positions endure, whoever they will be.

    A person quits when hazard adds up to `E / z`, with `E` exponential and `z` gamma
    of mean 1. Both are drawn at once, since `P(E / z > t) = (1 + θt)^(−1/θ)`.
    """

    frailty: float
    hazard: Floats
    rng: np.random.Generator


class Staff(NamedTuple):
    """Every position's holder: how much is still endured, and the how-manieth it is.

    The first `known` rows of `drawn` are what the first, second … holders endure. The
    n-th holder of a position is the same person in every run with the same seed, so
    that scenarios differ by what they change and by little else.
    """

    left: Floats
    holder: Ints
    drawn: Floats
    known: int
    lucks: tuple[Luck, ...]


def employee_luck(
    gone_in_one_year: npt.ArrayLike,
    gone_in_five_years: npt.ArrayLike,
    *,
    log_hazard: Floats,
    steps: int,
    rng: np.random.Generator,
) -> Luck:
    """Return the luck with which `retention` comes back where `log_hazard` is 0."""
    _, frailty, rate = retention_parameters(
        gone_in_one_year=gone_in_one_year, gone_in_five_years=gone_in_five_years
    )
    spread = max(float(frailty), _LEAST_FRAILTY)
    first = float(np.expm1(min(spread * float(rate), _LARGEST_LOG)) / spread)
    return Luck(spread, first / (WEEKS_PER_YEAR * steps) * np.exp(log_hazard), rng)


def leader_luck(
    gone_each_year: Floats,
    *,
    log_hazard: Floats,
    steps: int,
    rng: np.random.Generator,
) -> Luck:
    """Return the luck of leaders, who are alike but for their strain."""
    rate = -np.log1p(-gone_each_year) / (WEEKS_PER_YEAR * steps)
    hazard = np.maximum(rate, _LEAST_HAZARD) * np.exp(log_hazard)
    return Luck(_LEAST_FRAILTY, hazard, rng)


def first_staff(*lucks: Luck) -> Staff:
    """Return every position with its first holder, one group behind the other."""
    first = _endured(lucks)
    # The memory of a row is taken only once it is written.
    drawn = np.empty((_MOST_DRAWN, first.size))
    drawn[0] = first
    return Staff(first, np.zeros(first.size, dtype=np.int64), drawn, 1, lucks)


def refilled(staff: Staff, hazard_ratio: Reals) -> tuple[Staff, Ints]:
    """Wear on `staff` in place by one step; return it with who changed hands."""
    # In float64 also where strain is float32: small steps off a large number.
    np.subtract(staff.left, hazard_ratio, out=staff.left)
    (gone,) = (staff.left < 0).nonzero()
    if gone.size:
        staff.holder[gone] += 1
        row = staff.holder[gone] % _MOST_DRAWN
        while staff.known <= row.max():
            staff.drawn[staff.known] = _endured(staff.lucks)
            staff = staff._replace(known=staff.known + 1)
        staff.left[gone] = staff.drawn[row, gone]
    return staff, gone


def _endured(lucks: tuple[Luck, ...]) -> Floats:
    """Return how many steps at the reference the next holders endure."""
    return np.concatenate([_drawn(luck) for luck in lucks])


def _drawn(luck: Luck) -> Floats:
    log_share = np.log1p(-luck.rng.random(luck.hazard.size))
    grown = np.expm1(np.minimum(-luck.frailty * log_share, _LARGEST_LOG))
    return np.asarray(grown / luck.frailty / luck.hazard)


class World(NamedTuple):
    """What stays the same in all weeks, in one precision."""

    teams: Teams
    rates: Rates
    coupling: Coupling
    wear: Reals
    mend: Reals
    leader_wear: Reals
    leader_mend: Reals


class Leaving(NamedTuple):
    """How strain makes people leave, and what those who follow bring."""

    strain_to_quits: Reals
    newcomer_strain: float
    staff: Staff


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
    )


def _in_kind(rates: Rates, kind: np.dtype[Any]) -> Rates:
    return Rates(
        drain=rates.drain.astype(kind),
        recovery=rates.recovery.astype(kind),
        half_point=rates.half_point.astype(kind),
        power=rates.power.astype(kind),
        tipping=rates.tipping,
    )


def leaving_of(
    world: World,
    *,
    on: bool,
    eta: npt.ArrayLike,
    strain_to_quits: float,
    newcomer_strain: float,
    gone: tuple[float, float],
    leader_turnover: float,
    steps: int,
    rngs: list[np.random.Generator],
) -> Leaving | None:
    """Return how people leave, checked, or nothing if they do not."""
    people = world.teams.people
    name = "strain_to_quits"
    effect = require_between(single(strain_to_quits, name), 0, 10, name=name)
    name = "newcomer_strain"
    fresh = require_between(single(newcomer_strain, name), 0, 1, name=name)
    change = one_each(require_between(eta, -5, 5, name="eta"), people, name="eta")
    name = "leader_turnover"
    leaving = require_between(single(leader_turnover, name), 0, 0.99, name=name)
    at_rest = -effect * world.coupling.reference
    staff = employee_luck(
        single(gone[0], "gone_in_one_year"),
        single(gone[1], "gone_in_five_years"),
        log_hazard=at_rest - change,
        steps=steps,
        rng=rngs[0],
    )
    heads = leader_luck(
        leaving,
        log_hazard=np.broadcast_to(at_rest, world.teams.sizes.size),
        steps=steps,
        rng=rngs[1],
    )
    if not on:
        return None
    return Leaving(
        effect.astype(world.wear.dtype),
        float(fresh),
        first_staff(staff, heads),
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
            leaders[:] = _leaders_moved(world, leaders, means)
            strain[:] = _employees_moved(world, leaders, strain)
            if leaving is not None:
                leaving, gone = _replaced(everyone, leaving)
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


def _leaders_moved(world: World, leaders: Reals, means: Reals) -> Reals:
    felt = world.leader_wear * leader_factor(means, world.coupling)
    return stepped(leaders, felt, world.leader_mend, world.rates)


def _employees_moved(world: World, leaders: Reals, strain: Reals) -> Reals:
    more, less = team_factors(leaders, world.coupling)
    wear = world.wear * more.repeat(world.teams.sizes)
    mend = world.mend * less.repeat(world.teams.sizes)
    return stepped(strain, wear, mend, world.rates)


def _replaced(everyone: Reals, leaving: Leaving) -> tuple[Leaving, Ints]:
    """Put newcomers in the place of those who leave, in `everyone`; return who left."""
    ratio = np.exp(leaving.strain_to_quits * everyone)
    staff, gone = refilled(leaving.staff, ratio)
    everyone[gone] = leaving.newcomer_strain
    return leaving._replace(staff=staff), gone


def _count(record: Record, week: int, gone: Ints, people: int, holder: Ints) -> None:
    """Note who left: employees, leaders, and employees of the start."""
    employees = gone.searchsorted(people)
    record.quits[week] += employees
    record.leader_quits[week] += gone.size - employees
    # The successor of someone of the start is the second in the place.
    record.stayers[week + 1 :] -= np.count_nonzero(holder[gone[:employees]] == 1)

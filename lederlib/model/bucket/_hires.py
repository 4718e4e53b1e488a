"""New hires of a workforce: the newest by their age, the settled ones in a pool."""

from math import ceil
from typing import Final, NamedTuple

import numpy as np

from lederlib._checks import Floats

# Exact to the last digit for the smooth survival within one step.
_NODES, _NODE_WEIGHTS = np.polynomial.legendre.leggauss(6)
_LEAST = np.finfo(float).tiny
# Time constants of settling that a cohort stays apart: 5 % of its excess are left.
_APART: Final = 3


class NewHires(NamedTuple):
    """Cohorts of new hires by step, oldest first, and their hazards by age in steps.

    `settled` and `retiring` have one row for a cohort's first step and one for all
    later ones; `new` is the share of a cohort that counts as newcomers, `leaving_new`
    that of those who leave it. `scratch` is room to reckon in: new tables at every
    step would cost more than what fills them.

    A cohort has its own row for as many steps as `excess` has. Then what is left of
    it joins the pool. Its rows hold the people, and the sums over them of the share of
    the excess hazard that is left of each and of its square; that share is 1 on the
    first day and `fading` times less with every step. `entering` has the same of one
    who joins.
    """

    cohorts: Floats
    settled: Floats
    retiring: Floats
    excess: Floats
    new: Floats
    leaving_new: Floats
    scratch: Floats
    pool: Floats
    entering: Floats
    fading: Floats
    excess_left: Floats


class Exits(NamedTuple):
    """People who leave within a step; newcomers are among those who quit."""

    quits: Floats
    retirements: Floats
    newcomers: Floats


class Pressure(NamedTuple):
    """Factors on the hazard of quitting, and on its excess for newcomers."""

    quitting: Floats
    settling: Floats


def new_hires(
    *, hazard: Floats, ratio: Floats, settling: Floats, retiring: Floats, steps: int
) -> NewHires:
    """Return empty cohorts and what makes them leave, by age in steps.

    The hazards are those of people hired evenly over a step, so that the sum over all
    ages is the integral of the renewal form.
    """
    extra = hazard * (ratio - 1) * settling
    count = min(steps, _ages_apart(extra, settling))
    ages = np.arange(count).reshape(-1, *(1,) * hazard.ndim)
    fading = np.exp(-ages / settling)
    within = np.log(_mean_over_step(hazard + retiring, extra * fading, settling))
    # Survival up to the start of the step, times its mean within the step.
    total = hazard + retiring - np.diff(extra * fading + within, axis=0, prepend=0)
    total[0] = -within[0]
    plain = np.stack([_first_step(hazard + retiring), np.ones_like(hazard)])
    excess = total - plain[1] * (hazard + retiring)
    excess[0] = total[0] - plain[0] * (hazard + retiring)
    new = np.clip(settling - ages, 0, 1)
    entering = _left_at(count - 1, hazard + retiring, extra, settling)
    return NewHires(
        np.zeros((steps, *hazard.shape)),
        plain * hazard,
        plain * retiring,
        excess,
        new,
        (new + np.concatenate([new[:1], new[:-1]])) / 2,
        np.empty((3, *total.shape)),
        np.zeros_like(entering),
        entering,
        np.exp(-1 / settling),
        -extra * np.expm1(-1 / settling),
    )


def _ages_apart(extra: Floats, settling: Floats) -> int:
    """Return how many steps a cohort stays apart: until little excess is left."""
    fading = _APART + np.log(np.maximum(np.abs(extra), 1))
    return 2 + ceil(float(np.max(settling * fading, initial=0)))


def _left_at(age: int, leaving: Floats, extra: Floats, settling: Floats) -> Floats:
    """Return 1, and the mean share of the excess that is left and of its square.

    For those of a cohort who are still here when its last step apart ends: hired evenly
    over a step, `age` steps and a part of one ago.
    """
    first = np.exp(-age / settling)
    sums = np.zeros((3, *leaving.shape))
    for part, weight in zip((_NODES + 1) / 2, _NODE_WEIGHTS / 2, strict=True):
        share = first * np.exp(-part / settling)
        alive = weight * np.exp(extra * (share - first) - leaving * part)
        sums += alive * np.stack([np.ones_like(share), share, share**2])
    return np.asarray(sums / sums[0])


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


def hires_step(hires: NewHires, number: int, pressure: Pressure) -> Exits:
    """Let the earlier cohorts shrink by a step, in place; return who left them."""
    first = max(0, number + 1 - len(hires.excess))
    ages, cohorts = slice(number - first, 0, -1), hires.cohorts[first:number]
    quitting, leaving, after = hires.scratch[:, : number - first]
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
    pooled = _pool_step(hires, pressure)
    exits = Exits(
        quits.sum(axis=0) + pooled.quits, retired + pooled.retirements, new.sum(axis=0)
    )
    cohorts[:] = after
    if number - first == len(hires.excess) - 1:
        np.add(hires.pool, cohorts[0] * hires.entering, out=hires.pool)
        cohorts[0] = 0
    return exits


def _pool_step(hires: NewHires, pressure: Pressure) -> Exits:
    """Let the pool shrink by a step, in place; return who left it."""
    people, left, squares = hires.pool
    many = np.maximum(people, _LEAST)
    mean = left / many
    # Of people who differ by a gamma law the hastiest go first, and leave one.
    scale = np.maximum(squares / many - mean**2, 0) / np.maximum(mean, _LEAST)
    excess = pressure.settling * hires.excess_left
    tilt = np.maximum(pressure.quitting * excess * scale, -1 / 2)
    some = np.abs(tilt) > _LEAST
    haste = np.where(some, np.log1p(tilt) / np.where(some, tilt, 1), 1)
    hazard = hires.settled[1] + excess * mean * haste
    quitting = pressure.quitting * np.maximum(hazard, 0)
    staying = np.exp(-(quitting + hires.retiring[1]))
    gone = people * (1 - staying)
    after = mean * hires.fading / (1 + tilt)
    spread = scale * hires.fading / (1 + tilt)
    hires.pool[:] = (
        people
        * staying
        * np.stack([np.ones_like(mean), after, after * (after + spread)])
    )
    return split(gone, quitting, hires.retiring[1], new=0.0)


def people_of(hires: NewHires, steps: int) -> tuple[Floats, Floats]:
    """Return how many of the new hires are newcomers by then, and how many not."""
    first = max(0, steps - len(hires.new))
    cohorts, room = hires.cohorts[first:steps], hires.scratch[0, : steps - first]
    new = hires.new[: steps - first][::-1]
    newcomers = np.multiply(cohorts, new, out=room).sum(axis=0)
    settled = np.subtract(cohorts, room, out=room).sum(axis=0)
    return newcomers, settled + hires.pool[0]


def first_step(hires: NewHires, pressure: Pressure) -> Exits:
    """Return the shares of this step's hires who leave before it ends."""
    quitting = pressure.quitting * (
        hires.settled[0] + pressure.settling * hires.excess[0]
    )
    quitting, retiring = np.maximum(quitting, 0), hires.retiring[0]
    leaving = np.asarray(-np.expm1(-(quitting + retiring)))
    return split(leaving, quitting, retiring, new=1.0)


def split(leaving: Floats, quitting: Floats, retiring: Floats, *, new: float) -> Exits:
    """Return those who leave, shared out by the two hazards."""
    share = retiring / np.maximum(quitting + retiring, _LEAST)
    retired = leaving * share
    quits = np.asarray(leaving - retired)
    return Exits(quits, np.asarray(retired), new * quits)

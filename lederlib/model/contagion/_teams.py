"""Teams of unequal size, and the loads of those in them."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between, require_count, require_whole
from lederlib.model.contagion._steps import Reals, amount, single

_MOST_EMPLOYEES = 1_000_000


class Teams(NamedTuple):
    """Who belongs to whom: employees stand in the order of their leaders."""

    sizes: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]
    people: int


def teams_of(leaders: int, employees: int, team_sizes: npt.ArrayLike | None) -> Teams:
    """Return the teams given, or teams as equal as the numbers allow."""
    sizes = (
        _equal(leaders, employees)
        if team_sizes is None
        else require_whole(team_sizes, 1, _MOST_EMPLOYEES, name="team_sizes")
    )
    if sizes.ndim != 1 or not 0 < sizes.sum() <= _MOST_EMPLOYEES:
        msg = (
            "team_sizes must be one number per leader, together at most "
            f"{_MOST_EMPLOYEES:,}; got shape {sizes.shape} and sum {sizes.sum():,}."
        )
        raise ValueError(msg)
    starts = np.concatenate([[0], np.cumsum(sizes[:-1])])
    return Teams(sizes, starts, int(sizes.sum()))


def team_means(strain: Reals, teams: Teams) -> Reals:
    """Return the mean strain of each team, in the precision of `strain`."""
    sums = np.add.reduceat(strain, teams.starts)
    return np.asarray(sums / teams.sizes.astype(strain.dtype))


def one_each(numbers: Floats, count: int, *, name: str) -> Floats:
    """Return numbers given once for all or once for each person, one per person."""
    if numbers.shape not in ((), (count,)):
        whose = "leader" if name.startswith("leader") else "employee"
        msg = (
            f"{name} must be one number or one for each {whose} ({count:,}); "
            f"got shape {numbers.shape}."
        )
        raise ValueError(msg)
    return np.broadcast_to(numbers, count)


def scattered(
    load: npt.ArrayLike,
    spread: float,
    count: int,
    rng: np.random.Generator,
    *,
    name: str,
) -> Floats:
    """Return loads drawn evenly from `load` minus to plus `spread`."""
    means = one_each(amount(load, name), count, name=name)
    label = f"{name}_spread"
    # Loads below 0 do not exist.
    widest = float(means.min())
    width = require_between(single(spread, label), 0, widest, name=label)
    return np.asarray(means + width * rng.uniform(-1, 1, count))


def _equal(leaders: int, employees: int) -> npt.NDArray[np.int64]:
    people = require_count(employees, 1, _MOST_EMPLOYEES, name="employees")
    count = require_count(leaders, 1, people, name="leaders")
    return people // count + (np.arange(count) < people % count)

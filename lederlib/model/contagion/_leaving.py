"""Who leaves in a step, by how long they have been here, and who follows them."""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import WEEKS_PER_YEAR, Floats, Ints, require_between
from lederlib.model.bucket.newcomers import newcomer_cumulative_hazard
from lederlib.model.bucket.retention import cumulative_hazard, retention_parameters
from lederlib.model.contagion._steps import Reals, single
from lederlib.model.contagion._teams import one_each

# Holders of one position that far apart share their luck, which caps the memory.
_MOST_DRAWN = 64
# Weeks, and the strain then at which people leave as stated: that of the first staff
# still here in the default population, as ln(mean(e^(βs))) / β over eight seeds.
_STATUS_QUO = (
    (0, 13, 26, 52, 78, 104, 156, 208, 260, 520),
    (0.25, 0.2585, 0.272, 0.314, 0.357, 0.383, 0.406, 0.411, 0.41, 0.377),
)


class Laws(NamedTuple):
    """The hazard of every step spent in a position, at the reference strain.

    `hazard` holds three laws, one behind the other: of the first staff, of those who
    follow them, and of leaders. `first` and `following` are where the first holder of
    each position begins in it, and where those after that one do.
    """

    weeks: int
    hazard: Floats
    first: Ints
    following: Ints


class Staff(NamedTuple):
    """Every position's holder: what is still endured, and the how-manieth it is.

    Everyone endures an exponential amount of hazard, of mean 1 times `scale`, which
    is what `eta` makes of it. The first `known` rows of `drawn` are what the
    first, second … holders endure. The n-th holder of a position is the same person in
    every run with the same seed, so that scenarios differ by what they change and by
    little else. `step` is where each stands in the laws.
    """

    left: Floats
    holder: Ints
    step: Ints
    drawn: Floats
    known: int
    scale: Floats
    chance: tuple[tuple[np.random.Generator, int], ...]


class Leaving(NamedTuple):
    """How strain makes people leave, and what those who follow bring."""

    strain_to_quits: Reals
    quit_reference: Reals
    newcomer_strain: float
    laws: Laws
    staff: Staff


def leaving_of(
    employees: int,
    leaders: int,
    *,
    eta: npt.ArrayLike,
    strain_to_quits: float,
    quit_reference: npt.ArrayLike | None,
    newcomer_strain: float,
    laws: Laws,
    kind: np.dtype[Any],
    rngs: list[np.random.Generator],
) -> Leaving:
    """Return how people leave, checked."""
    name = "strain_to_quits"
    effect = require_between(single(strain_to_quits, name), 0, 10, name=name)
    usual = _usual(quit_reference, laws.weeks)
    name = "newcomer_strain"
    fresh = require_between(single(newcomer_strain, name), 0, 1, name=name)
    change = one_each(require_between(eta, -5, 5, name="eta"), employees, name="eta")
    scale = np.exp(np.concatenate([change, np.zeros(leaders)]))
    chance = tuple(zip(rngs, (employees, leaders), strict=True))
    staff = _first_staff(laws, scale, chance)
    return Leaving(effect.astype(kind), usual.astype(kind), float(fresh), laws, staff)


def laws_of(
    employees: int,
    leaders: int,
    *,
    weeks: int,
    steps: int,
    gone_in_one_year: float,
    gone_in_five_years: float,
    leader_turnover: float,
    **newcomers: float,
) -> Laws:
    """Return the three laws of leaving, step by step, checked."""
    count = weeks * steps
    years = np.arange(count + 1) / (WEEKS_PER_YEAR * steps)
    solved = retention_parameters(
        gone_in_one_year=single(gone_in_one_year, "gone_in_one_year"),
        gone_in_five_years=single(gone_in_five_years, "gone_in_five_years"),
    )
    theirs = {name: single(value, name) for name, value in newcomers.items()}
    name = "leader_turnover"
    yearly = require_between(single(leader_turnover, name), 0, 0.99, name=name)
    added_up = (
        cumulative_hazard(years, solved),
        newcomer_cumulative_hazard(years, **theirs),
        -np.log1p(-yearly) * years,
    )
    groups = (employees, leaders)
    return Laws(
        weeks,
        np.concatenate([np.diff(each) for each in added_up]),
        np.repeat([0, 2 * count], groups),
        np.repeat([count, 2 * count], groups),
    )


def replaced(everyone: Reals, leaving: Leaving, week: int) -> tuple[Leaving, Ints]:
    """Put newcomers in the place of those who leave, in `everyone`; return who left."""
    excess = everyone - leaving.quit_reference[week]
    ratio = np.exp(leaving.strain_to_quits * excess)
    staff, gone = _refilled(leaving.staff, leaving.laws, ratio)
    everyone[gone] = leaving.newcomer_strain
    return leaving._replace(staff=staff), gone


def _usual(given: npt.ArrayLike | None, weeks: int) -> Floats:
    """Return the strain in each week at which people leave as stated."""
    if given is None:
        return np.interp(np.arange(1, weeks + 1), *_STATUS_QUO)
    usual = require_between(given, 0, 1, name="quit_reference")
    if usual.shape not in ((), (weeks,)):
        msg = (
            f"quit_reference must be one number or one for each of {weeks} weeks; "
            f"got shape {usual.shape}."
        )
        raise ValueError(msg)
    return np.broadcast_to(usual, weeks)


def _first_staff(
    laws: Laws, scale: Floats, chance: tuple[tuple[np.random.Generator, int], ...]
) -> Staff:
    """Return every position with its first holder, employees before leaders."""
    holder = np.zeros(scale.size, dtype=np.int64)
    # The memory of a row is taken only once it is written.
    drawn = np.empty((_MOST_DRAWN, scale.size))
    staff = Staff(scale, holder, laws.first.copy(), drawn, 1, scale, chance)
    drawn[0] = _endured(staff)
    return staff._replace(left=drawn[0].copy())


def _refilled(staff: Staff, laws: Laws, ratio: Reals) -> tuple[Staff, Ints]:
    """Wear on `staff` in place by one step; return it with who changed hands."""
    # In float64 also where strain is float32: small steps off a large number.
    np.subtract(staff.left, laws.hazard[staff.step] * ratio, out=staff.left)
    np.add(staff.step, 1, out=staff.step)
    (gone,) = (staff.left < 0).nonzero()
    if gone.size:
        staff.step[gone] = laws.following[gone]
        staff.holder[gone] += 1
        row = staff.holder[gone] % _MOST_DRAWN
        while staff.known <= row.max():
            staff.drawn[staff.known] = _endured(staff)
            staff = staff._replace(known=staff.known + 1)
        staff.left[gone] = staff.drawn[row, gone]
    return staff, gone


def _endured(staff: Staff) -> Floats:
    """Return how much of the laws' hazard the next holders endure at the reference."""
    each = [rng.standard_exponential(count) for rng, count in staff.chance]
    return np.asarray(np.concatenate(each) * staff.scale)

"""Who quits and is replaced, position by position, without a loop over persons."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import WEEKS_PER_YEAR, Floats, Ints
from lederlib.model.bucket.retention import retention_parameters
from lederlib.model.contagion._steps import Reals

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
    hazard = float(rate) / (WEEKS_PER_YEAR * steps) * np.exp(log_hazard)
    return Luck(max(float(frailty), _LEAST_FRAILTY), hazard, rng)


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

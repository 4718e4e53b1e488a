"""Tell of a measure's people without telling of few: counts, sizes and distributions.

A number of people other than all of them is told to the nearest multiple of the limit.
As many numbers as the limit are rounded to each, so that whoever subtracts it from all
is left with a number that may be nought or the limit: limit consecutive whole numbers
do not fit between 1 and limit − 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor, nan
from typing import Any, Final, TypeVar

import numpy as np
import pandas as pd
from scipy.optimize import LinearConstraint, milp

from lederlib._checks import Floats, Ints

_SIZES: Final = (5, 10, 20, 50, 100, 200, 500, 1000)
_HAIR: Final = 1e-9
#: How many sums of answers are tried before a distribution counts as telling.
_MOST_TRIES: Final = 40
_Found = TypeVar("_Found")


def nearest_multiple(people: int, limit: int) -> int:
    """Return a number of people to the nearest multiple of the limit.

    Examples
    --------
    >>> [nearest_multiple(people, 5) for people in (2, 3, 117, 118)]
    [0, 5, 115, 120]
    """
    return int((people + limit // 2) // limit * limit)


def roughly(found: _Found, everyone: int, limit: int) -> _Found:
    """Return a result that tells its people roughly, and not how many it left out.

    It is told exactly only where it rests on everyone.
    """
    held: Any = found
    names = set(getattr(held, "__dataclass_fields__", ()))
    changes = {name: 0 for name in ("dropped", "left_out") if name in names}
    if "n" in names and held.n != everyone:
        changes["n"] = nearest_multiple(held.n, limit)
    rough: _Found = replace(held, **changes)
    return rough


def size_class(people: int) -> tuple[int, int | None]:
    """Return the class in which the size of a group is told; the last has no end.

    Examples
    --------
    >>> size_class(7), size_class(12), size_class(4000)
    ((5, 9), (10, 19), (1000, None))
    """
    place = int(np.searchsorted(_SIZES, people, side="right")) - 1
    low = _SIZES[max(place, 0)]
    return (low, None) if place == len(_SIZES) - 1 else (low, _SIZES[place + 1] - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What may be told of the answers to one item; NaN where it may not.

    Attributes
    ----------
    mean, sd : float
        To be written with `digits` decimals.
    floor, ceiling : float
        Shares of those who answered, from numbers to the nearest multiple of the limit.
    n : int
        People who answered; exact only where everybody answered everything.
    digits : int
        Decimals of mean and spread.
    """

    mean: float
    sd: float
    floor: float
    ceiling: float
    n: int
    digits: int


def told_item(
    answers: pd.Series, ends: tuple[float, float], *, whole: bool, limit: int
) -> Told:
    """Return as much of an item's distribution as tells of no few people.

    For every answer that one to `limit` − 1 people gave there is another table of whole
    numbers that fits number, mean, spread, floor and ceiling, and in which nobody or
    at least `limit` gave it. Mean and spread lose decimals until that holds.

    Parameters
    ----------
    answers : Series
        The answers to the item, in steps of 1.
    ends : (float, float)
        The lowest and the highest answer.
    whole : bool
        Whether everybody answered everything, so that the number is told exactly.
    limit : int
        Fewest people that are told about.
    """
    options = np.arange(ends[0], ends[1] + 1)
    given = answers.dropna().to_numpy(dtype=float)
    counts = np.array([(given == option).sum() for option in options])
    n = len(given) if whole else nearest_multiple(len(given), limit)
    if not len(given) or counts.sum() != len(given):
        return Told(mean=nan, sd=nan, floor=nan, ceiling=nan, n=n, digits=0)
    mean, sd = float(given.mean()), float(given.std(ddof=1)) if len(given) > 1 else nan
    rims = [
        nearest_multiple(int(counts[place]), limit) / max(n, 1) for place in (0, -1)
    ]
    for digits in (2, 1):
        shown = _Shown.of(counts, options, digits=digits, whole=whole, limit=limit)
        if shown.hides_few():
            return Told(
                mean=mean, sd=sd, floor=rims[0], ceiling=rims[1], n=n, digits=digits
            )
    shown = _Shown.of(counts, options, digits=None, whole=whole, limit=limit)
    told = rims if shown.hides_few() else [nan, nan]
    return Told(mean=nan, sd=nan, floor=told[0], ceiling=told[1], n=n, digits=0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Shown:
    """What a reader of one row knows of the numbers behind it."""

    counts: Ints
    options: Floats
    n: tuple[int, int]
    mean: tuple[float, float]
    variance: tuple[float, float]
    low: Ints
    high: Floats
    limit: int

    @classmethod
    def of(
        cls,
        counts: Ints,
        options: Floats,
        *,
        digits: int | None,
        whole: bool,
        limit: int,
    ) -> "_Shown":
        people = int(counts.sum())
        low = np.zeros(len(counts), dtype=np.int64)
        high = np.full(len(counts), np.inf)
        for place in (0, -1):
            low[place], high[place] = _window(int(counts[place]), limit)
        mean = float(counts @ options) / people
        square = float(counts @ (options - mean) ** 2)
        sd = (square / max(people - 1, 1)) ** 0.5
        if digits is None:
            means, variances = (options[0], options[-1]), (0.0, np.inf)
        else:
            half = 0.5 * 10.0**-digits
            about = round(mean, digits), round(sd, digits)
            means = about[0] - half, about[0] + half
            variances = max(about[1] - half, 0) ** 2, (about[1] + half) ** 2
        return cls(
            counts=counts,
            options=options,
            n=(people, people) if whole else _window(people, limit),
            mean=means,
            variance=variances,
            low=low,
            high=high,
            limit=limit,
        )

    def hides_few(self) -> bool:
        """Return whether no answer is sure to have been given by few."""
        few = np.flatnonzero((self.counts > 0) & (self.counts < self.limit))
        return all(self._open(int(place)) for place in few)

    def _open(self, place: int) -> bool:
        """Return whether nobody, or many, may have given the answer at `place`."""
        none, many = (0, 0), (self.limit, np.inf)
        return any(
            self._fits(people, total, place, at)
            for people, total in self._sums()
            for at in (none, many)
        )

    def _sums(self) -> Iterator[tuple[int, int]]:
        """Yield numbers of people and sums of answers, the likeliest first."""
        about = int(self.counts.sum()), float(self.counts @ self.options)
        found = [
            (people, total)
            for people in range(self.n[0], self.n[1] + 1)
            for total in range(
                ceil(people * self.mean[0] - _HAIR),
                floor(people * self.mean[1] + _HAIR) + 1,
            )
        ]
        found.sort(key=lambda pair: abs(pair[0] - about[0]) + abs(pair[1] - about[1]))
        yield from found[:_MOST_TRIES]

    def _fits(
        self, people: int, total: int, place: int, at: tuple[float, float]
    ) -> bool:
        """Return whether some table of whole numbers fits all that is shown."""
        low, high = self.low.astype(float), self.high.copy()
        low[place] = max(low[place], at[0])
        high[place] = min(high[place], at[1])
        if (low > high).any():
            return False
        squares = np.array(self.variance) * max(people - 1, 1) + total**2 / people
        weights = np.vstack([np.ones(len(self.options)), self.options, self.options**2])
        found = milp(
            np.zeros(len(self.options)),
            integrality=np.ones(len(self.options)),
            bounds=(low, high),
            constraints=LinearConstraint(
                weights,
                [people, total, squares[0]],
                [people, total, squares[1]],
            ),
        )
        return bool(found.success)


def _window(people: int, limit: int) -> tuple[int, int]:
    """Return the numbers that are rounded to the same multiple of the limit."""
    low = nearest_multiple(people, limit) - limit // 2
    return max(low, 0), low + limit - 1

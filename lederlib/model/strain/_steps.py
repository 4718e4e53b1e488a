"""Steps of stocks of strain that load fills and resources empty."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lederlib._checks import (
    Floats,
    require_between,
    require_count,
    require_room,
    require_whole,
)

_Pair = tuple[Floats, Floats]
Rates = Callable[[int, Floats], _Pair]
_MOST_STEPS = 10_000


class Failing(NamedTuple):
    """How recovery fails as strain grows, one of each per draw."""

    half_point: Floats
    power: Floats
    tipping: Floats


def failing(
    half_point: npt.ArrayLike, power: npt.ArrayLike, tipping: npt.ArrayLike
) -> Failing:
    """Return the terms of failing recovery, checked and of one shape."""
    return Failing(
        *np.broadcast_arrays(
            require_between(half_point, 0.01, 10, name="half_point"),
            require_between(power, 1, 20, name="power"),
            require_whole(tipping, 0, 1, name="tipping").astype(float),
        )
    )


def rate(values: npt.ArrayLike, name: str) -> Floats:
    """Return rates or amounts, finite and at least 0."""
    return require_between(values, 0, 1e6, name=name)


def slowed(strain: Floats, terms: Failing) -> Floats:
    """Return how many times longer recovery takes under strain."""
    if not terms.tipping.any():
        return np.ones_like(strain)
    return np.asarray(1 + terms.tipping * (strain / terms.half_point) ** terms.power)


def week_rows(
    values: Floats, weeks: int, *, by_week: bool, name: str
) -> tuple[Floats, tuple[int, ...]]:
    """Return one row a week, or a single row for all of them, and the draws' shape."""
    if not by_week:
        return values[np.newaxis], values.shape
    if values.ndim == 0 or len(values) != weeks:
        found = f"{len(values)} rows" if values.ndim else "a single number"
        msg = f"{name} must have one row for each of the {weeks} weeks; got {found}."
        raise ValueError(msg)
    return values, values.shape[1:]


def row(rows: Floats, week: int) -> Floats:
    """Return the row of a week, or the only one."""
    return np.asarray(rows[min(week, len(rows) - 1)])


def follow(rates: Rates, start: Floats, weeks: int, steps_per_week: int) -> Floats:
    """Return the stocks at the end of every week.

    Parameters
    ----------
    rates : callable
        From week and stocks to filling and emptying rates, per week.
    start : numpy.ndarray, shape (stocks, ...)
        0 to 1.

    Returns
    -------
    numpy.ndarray, shape (stocks, weeks + 1, ...)
    """
    steps = require_count(steps_per_week, 1, _MOST_STEPS, name="steps_per_week")
    require_room(weeks + 1, start.size)
    path = np.empty((len(start), weeks + 1, *start.shape[1:]))
    path[:, 0] = start
    stocks = start
    for week in range(weeks):
        now = partial(rates, week)
        for _ in range(steps):
            stocks = _stepped(now, stocks, 1 / steps)
        path[:, week + 1] = stocks
    return np.clip(path, 0, 1, out=path)


def _stepped(rates: Callable[[Floats], _Pair], stocks: Floats, step: float) -> Floats:
    """Return the stocks one step on.

    An exponential midpoint step predicts; a step of the Magnus expansion, with the
    mean of the rates on the way and their first commutator, corrects. Near a fold the
    midpoint alone would arrive noticeably early or late.
    """
    here = rates(stocks)
    middle = rates(_toward_rest(stocks, *here, 0.5 * step))
    ahead = _toward_rest(stocks, *middle, step)
    there = rates(ahead)
    bend = step / 8 * (_slope(stocks, *here) - _slope(ahead, *there))
    middle = rates(np.clip((stocks + ahead) / 2 + bend, 0, 1))
    wear, mend = (
        (first + 4 * half + last) / 6
        for first, half, last in zip(here, middle, there, strict=True)
    )
    shift = step / 12 * (there[0] * here[1] - here[0] * there[1])
    # A shift within the rates keeps the rest point within 0 to 1.
    shift = np.clip(shift, -wear, mend)
    return _toward_rest(stocks, wear + shift, mend - shift, step)


def _toward_rest(stocks: Floats, wear: Floats, mend: Floats, step: float) -> Floats:
    """Return the stocks after a step in which both rates stay what they are."""
    pace = wear + mend
    rest = wear / np.where(pace > 0, pace, 1)
    return np.asarray(stocks - np.expm1(-pace * step) * (rest - stocks))


def _slope(stocks: Floats, wear: Floats, mend: Floats) -> Floats:
    return np.asarray(wear * (1 - stocks) - mend * stocks)

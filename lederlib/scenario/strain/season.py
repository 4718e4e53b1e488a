"""The load of a leader through the seasons."""

from typing import Final

import numpy as np
import numpy.typing as npt

from lederlib._checks import (
    WEEKS_PER_YEAR,
    Floats,
    require_between,
    require_count,
)

FIRST_WEEK: Final = 31
#: The budget of a Danish municipality is made from mid-August to mid-October.
BUDGET_WEEKS: Final = range(33, 42)
#: The summer holiday first, then Christmas, the autumn and the winter break.
HOLIDAY_ORDER: Final = (28, 29, 30, 52, 42, 7)
MOST_HOLIDAYS: Final = len(HOLIDAY_ORDER)


def calendar_weeks() -> npt.NDArray[np.int64]:
    """Return the number of each week in the calendar, week 31 first.

    Examples
    --------
    >>> calendar_weeks()[[0, 21, 22, 51]].tolist()
    [31, 52, 1, 30]
    """
    return (np.arange(WEEKS_PER_YEAR) + FIRST_WEEK - 1) % WEEKS_PER_YEAR + 1


def season(
    *,
    load: npt.ArrayLike = 1.0,
    budget: npt.ArrayLike = 0.5,
    holidays: int = 3,
    holiday_load: npt.ArrayLike = 0.2,
) -> Floats:
    """Return the load of each week of a leader's year.

    Parameters
    ----------
    load : array-like, default 1
        Everyday load, 0 to 100.
    budget : array-like, default 0.5
        How much the budget season (weeks 33 to 41) adds, as a share of the everyday
        load, 0 to 10.
    holidays : int, default 3
        Weeks of holiday, 0 to 6: the summer first, then Christmas, autumn and winter.
    holiday_load : array-like, default 0.2
        Share of the everyday load that comes along on holiday, 0 to 1.

    Returns
    -------
    numpy.ndarray, shape (52, ...)
        Week 31 of the calendar first.

    Raises
    ------
    ValueError
        If an input is out of range.

    Examples
    --------
    >>> season(load=0.6, budget=0.5, holidays=1)[[0, 2, 49]].round(2).tolist()
    [0.6, 0.9, 0.12]
    """
    everyday, extra, rest = np.broadcast_arrays(
        require_between(load, 0, 100, name="load"),
        require_between(budget, 0, 10, name="budget"),
        require_between(holiday_load, 0, 1, name="holiday_load"),
    )
    taken = require_count(holidays, 0, MOST_HOLIDAYS, name="holidays")
    weeks = calendar_weeks()
    year = np.tile(everyday, (WEEKS_PER_YEAR, *(1,) * everyday.ndim))
    year[np.isin(weeks, BUDGET_WEEKS)] *= 1 + extra
    year[np.isin(weeks, HOLIDAY_ORDER[:taken])] *= rest
    return year

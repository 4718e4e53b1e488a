"""Check the days of a week at the edge of the co-presence functions."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from lederlib._checks import Floats, require_between, require_whole

MOST_DAYS = 7
MOST_PEOPLE = 1000
# Days that add up to the week but for rounding still fit into it.
_ROUNDING = 1e-9


def week_of_days(
    days: npt.ArrayLike, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> tuple[Floats, Floats, Floats]:
    """Return days, fixed days and home days as floats of one shape."""
    week, fixed, away = np.broadcast_arrays(
        require_between(days, 0, MOST_DAYS, name="days"),
        require_between(anchor, 0, MOST_DAYS, name="anchor"),
        require_between(home, 0, MOST_DAYS, name="home"),
    )
    broken = fixed + away > week + _ROUNDING
    if broken.any():
        place = np.flatnonzero(broken)[0]
        a, k, d = (float(x.flat[place]) for x in (fixed, away, week))
        msg = (
            f"anchor and home days must add up to at most the {d:g} days of the week; "
            f"got {a:g} + {k:g} = {a + k:g}."
        )
        raise ValueError(msg)
    return week, fixed, away


def whole_week(
    days: npt.ArrayLike, anchor: npt.ArrayLike, home: npt.ArrayLike
) -> tuple[npt.NDArray[np.int64], ...]:
    """Return days, fixed days and home days as whole numbers of one shape."""
    week, fixed, away = week_of_days(
        require_whole(days, 1, MOST_DAYS, name="days"),
        require_whole(anchor, 0, MOST_DAYS, name="anchor"),
        require_whole(home, 0, MOST_DAYS, name="home"),
    )
    return week.astype(np.int64), fixed.astype(np.int64), away.astype(np.int64)


def team_size(team: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Return the size of a team as a whole number of at least two."""
    return require_whole(team, 2, MOST_PEOPLE, name="team")


def count_each(
    function: Callable[..., float], *values: npt.NDArray[np.int64]
) -> Floats:
    """Return a counting function of whole numbers, element by element."""
    return np.asarray(np.vectorize(function, otypes=[float])(*values))

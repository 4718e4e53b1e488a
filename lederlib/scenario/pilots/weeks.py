"""Small tests: weeks of teams that took part and of teams that did not."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats, require_known
from lederlib.catalogue import load_dataset
from lederlib.model import PilotComparison, compare_pilot

PILOT_MEASURES = ("strain", "contact")
START = 12
HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PilotWeeks:
    """One theme's teams, week by week.

    Attributes
    ----------
    theme, measure : str
        What was tried, and what was measured.
    values : numpy.ndarray, shape (weeks, teams)
        Per cent of the usual level: the mean of all teams before the test is 100.
        Missing where too few answered.
    treated : numpy.ndarray of bool, shape (teams,)
        Which teams took part.
    start : int
        Weeks before the test began.
    """

    theme: str
    measure: str
    values: Floats
    treated: npt.NDArray[np.bool_]
    start: int

    @property
    def means(self) -> tuple[Floats, Floats]:
        """Week by week, the mean of those that took part and of the others."""
        return (
            np.nanmean(self.values[:, self.treated], axis=1),
            np.nanmean(self.values[:, ~self.treated], axis=1),
        )

    @property
    def spread(self) -> float:
        """How much a team changes by itself: standard deviation among the others."""
        others = self.values[:, ~self.treated]
        before, after = others[: self.start], others[self.start :]
        change = np.nanmean(after, axis=0) - np.nanmean(before, axis=0)
        return float(change.std(ddof=1))


def pilot_themes(table: pd.DataFrame | None = None) -> tuple[str, ...]:
    """Return the themes in which something was tried.

    Examples
    --------
    >>> pilot_themes()
    ('leadership_quality', 'flexible_work', 'psychological_safety')
    """
    return tuple(dict.fromkeys(_table(table)["theme"]))


def pilot_weeks(
    theme: str,
    measure: str = "strain",
    *,
    table: pd.DataFrame | None = None,
    start: int = START,
) -> PilotWeeks:
    """Return the weeks of one theme's teams, in per cent of the usual level.

    Parameters
    ----------
    theme : str
        One of `pilot_themes()`.
    measure : str
        A column of measurements, such as "strain" or "contact".
    table : DataFrame, optional
        Your own weeks: theme, team, treated (0 or 1), week and the measure. The
        made-up dataset `pilot_weeks` unless given.
    start : int, default 12
        Weeks before the test began.

    Raises
    ------
    ValueError
        If a column, the theme or the measure is not there, a team appears twice in a
        week, or the usual level is not above 0.

    Examples
    --------
    >>> weeks = pilot_weeks("flexible_work", "contact")
    >>> weeks.values.shape, int(weeks.treated.sum())
    ((24, 16), 8)
    """
    rows = _table(table)
    words = ("theme", "team", "treated", "week")
    measured = [name for name in map(str, rows.columns) if name not in words]
    require_known(measure, measured, name="measure")
    require_known(theme, list(pilot_themes(rows)), name="theme")
    own = rows[rows["theme"] == theme]
    if own.duplicated(["week", "team"]).any():
        twice = own[own.duplicated(["week", "team"])].iloc[0]
        msg = f"team {twice['team']} stands twice in week {twice['week']} of {theme}."
        raise ValueError(msg)
    # A pivot table would take the mean of what stands twice, in silence.
    values = own.set_index(["week", "team"])[measure].unstack()  # noqa: PD010
    treated = own.groupby("team")["treated"].first().reindex(values.columns)
    numbers = values.to_numpy(dtype=float)
    usual = float(np.nanmean(numbers[:start]))
    if not usual > 0:
        msg = f"{measure} must lie above 0 before the test; its mean is {usual:g}."
        raise ValueError(msg)
    return PilotWeeks(
        theme=theme,
        measure=measure,
        values=HUNDRED * numbers / usual,
        treated=treated.to_numpy(dtype=bool),
        start=start,
    )


def pilot_outcome(
    weeks: PilotWeeks, *, predicted: float | None = None, level: float = 0.95
) -> PilotComparison:
    """Return what the test showed, beside what was predicted: an interval.

    Parameters
    ----------
    weeks : PilotWeeks
        From `pilot_weeks`.
    predicted : float, optional
        What you stated before, in per cent of the usual level.
    level : float, default 0.95
        Share of such intervals that hold the true effect.

    Examples
    --------
    >>> pilot = pilot_outcome(pilot_weeks("psychological_safety"), predicted=-10)
    >>> bool(pilot.low < 0 < pilot.high), float(pilot.predicted)
    (True, -10.0)
    """
    return compare_pilot(
        weeks.values, weeks.treated, start=weeks.start, level=level, predicted=predicted
    )


def _table(table: pd.DataFrame | None) -> pd.DataFrame:
    rows = load_dataset("pilot_weeks") if table is None else table
    for name in ("theme", "team", "treated", "week"):
        if name not in rows:
            found = ", ".join(map(str, rows.columns))
            msg = f"table must have a column {name}; got {found}."
            raise ValueError(msg)
    return rows

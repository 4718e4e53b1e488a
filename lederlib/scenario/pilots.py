"""Weeks of a pilot, run as a test against what was predicted, and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from lederlib._checks import Floats, require_known
from lederlib.catalogue import load_dataset
from lederlib.model import PilotComparison, compare_pilot
from lederlib.text import Lang, format_number, label

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


def per_cent(value: float, lang: Lang) -> str:
    r"""Return a change in per cent, without decimals.

    Examples
    --------
    >>> per_cent(-14.8, "da")
    '−15\xa0%'
    """
    if np.isinf(value):
        return label("pilots.endless", lang)
    number = format_number(value, lang, digits=0)
    return label("pilots.per_cent", lang, number=number)


def range_words(low: float, high: float, lang: Lang) -> str:
    """Return an interval in per cent.

    Examples
    --------
    >>> range_words(-22.0, -7.6, "en")
    '−22 to −8%'
    """
    if np.isinf(low) and np.isinf(high):
        return label("pilots.endless", lang)
    ends = {"low": low, "high": high}
    written = {name: format_number(end, lang, digits=0) for name, end in ends.items()}
    return label("pilots.range", lang, **written)


def pilot_name(theme: str, measure: str, lang: Lang) -> str:
    """Return what was tried and what was measured.

    Examples
    --------
    >>> pilot_name("flexible_work", "contact", "en")
    'One fixed presence day (days of meeting)'
    """
    tried = label(f"pilots.tried_{theme}", lang)
    measured = label(f"pilots.measure_{measure}", lang)
    name = label("pilots.row_name", lang, tried=tried, measure=measured)
    return name[:1].upper() + name[1:]


def pilot_row(
    name: str, pilot: PilotComparison | None, predicted: float | None = None
) -> dict[str, Any]:
    """Return one test as a row for a table: name, effect, low, high and predicted."""
    ends = {"effect": np.nan, "low": np.nan, "high": np.nan}
    if pilot is not None:
        ends = {key: float(getattr(pilot, key)) for key in ends}
    guess = np.nan if predicted is None else float(predicted)
    return {"name": name, **ends, "predicted": guess}


def pilot_table(weeks: Sequence[PilotWeeks], lang: Lang) -> pd.DataFrame:
    """Return what several tests showed, one row each, without predictions.

    Examples
    --------
    >>> from lederlib.scenario import pilot_weeks
    >>> pilot_table([pilot_weeks("flexible_work")], "en")["name"].tolist()
    ['One fixed presence day (strain)']
    """
    rows = [
        pilot_row(pilot_name(one.theme, one.measure, lang), pilot_outcome(one))
        for one in weeks
    ]
    return pd.DataFrame(rows)


def came_words(row: pd.Series, lang: Lang) -> str:
    """Say what came beside what was predicted, for a row of `pilot_row`."""
    guess = row["predicted"]
    facts = {"name": row["name"], "predicted": per_cent(guess, lang)}
    if np.isnan(row["effect"]):
        return label("pilots.effect_alt_waiting", lang, **facts)
    beside = inside_words(row, lang)
    facts["effect"] = per_cent(row["effect"], lang)
    facts["range"] = range_words(row["low"], row["high"], lang)
    del facts["predicted"]
    return label("pilots.effect_alt", lang, **facts, beside=beside)


def inside_words(row: pd.Series, lang: Lang) -> str:
    """Say whether the prediction lies within the interval."""
    guess = row["predicted"]
    if np.isnan(guess):
        return label("pilots.effect_no_guess", lang)
    where = "inside" if row["low"] <= guess <= row["high"] else "outside"
    return label(f"pilots.effect_{where}", lang, predicted=per_cent(guess, lang))


def zero_words(row: pd.Series, lang: Lang) -> str:
    """Say what the interval cannot rule out."""
    low, high = row["low"], row["high"]
    far = high if abs(high) > abs(low) else low
    near = low if far == high else high
    facts = {"far": per_cent(far, lang)}
    if low <= 0 <= high:
        return label("pilots.words_zero_in", lang, **facts)
    return label("pilots.words_zero_out", lang, **facts, near=per_cent(near, lang))

"""What small tests showed, in words and never as a bare verdict."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from lederlib.model import PilotComparison
from lederlib.scenario.pilots.weeks import PilotWeeks, pilot_outcome
from lederlib.text import Lang, format_number, label


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

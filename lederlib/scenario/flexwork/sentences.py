"""Say in words what a table of outcomes shows."""

import pandas as pd

from lederlib._checks import require_known
from lederlib.text import Lang, format_number, format_range, format_share, label

SHARES = ("retention", "gone_1", "gone_5", "no_applicant")
PERCENT = 100
SUMMARY_YEARS = 5
# Less than any digit that is shown.
_SAME = 1e-6


def outcome_row(table: pd.DataFrame, outcome: str, years: float) -> pd.Series:
    """Return the row of one outcome, at `years` where it has several.

    Raises
    ------
    ValueError
        If the table holds no such outcome or year.
    """
    names = list(table["outcome"])
    require_known(outcome, dict.fromkeys(names), name="outcome")
    places = [place for place, name in enumerate(names) if name == outcome]
    if len(places) == 1:
        return table.iloc[places[0]]
    when = table["years"].to_numpy()
    known = {f"{when[place]:g}": place for place in places}
    year = require_known(f"{years:g}", known, name=f"years of {outcome}")
    return table.iloc[known[year]]


def summary_sentence(table: pd.DataFrame, lang: Lang) -> str:
    """Say how much two colleagues meet, what they feel and how many stay."""
    words = {
        name: _with_interval(table, name, lang)
        for name in ("pair_days", "community", "flexibility", "retention")
    }
    return label("scenario.summary", lang, **words)


def verdict_sentence(
    table: pd.DataFrame, lang: Lang, *, outcome: str, years: float
) -> str:
    """Say which way an outcome moves, how far, and in how many draws."""
    row = outcome_row(table, outcome, years)
    low, high = row["q05"], row["q95"]
    if row["verdict"] == "down":
        low, high = -high, -low
    sure = row["verdict"] in ("up", "down") and high - low < _SAME
    words = {
        "outcome": _outcome_name(row, lang),
        "size": _with_unit(_number(abs(row["q50"]), row, lang), row, lang),
        "range": _range(low, high, row, lang),
        "share": format_share(max(row["positive"], row["negative"]), lang),
        "more": label(f"scenario.mostly_{_mostly(row)}", lang),
    }
    sure_or_not = "_sure" if sure else ""
    return label(f"scenario.verdict_{row['verdict']}{sure_or_not}", lang, **words)


def _mostly(row: pd.Series) -> str:
    return "up" if row["positive"] >= row["negative"] else "down"


def _outcome_name(row: pd.Series, lang: Lang) -> str:
    name = label(f"scenario.outcome_{row['outcome']}", lang)
    if pd.isna(row["years"]):
        return name
    key = "after_year" if row["years"] == 1 else "after_years"
    years = format_number(row["years"], lang, digits=0 if row["years"] % 1 == 0 else 1)
    return label(f"scenario.{key}", lang, outcome=name, years=years)


def _with_interval(table: pd.DataFrame, outcome: str, lang: Lang) -> str:
    row = outcome_row(table, outcome, SUMMARY_YEARS)
    share = row["outcome"] in SHARES
    low, high = (_number(row[key], row, lang, digits=0) for key in ("q05", "q95"))
    middle = format_share(row["q50"], lang) if share else _number(row["q50"], row, lang)
    if row["q95"] - row["q05"] < _SAME:
        return middle
    key = "scenario.interval_share" if share else "scenario.interval"
    return label(key, lang, middle=middle, low=low, high=high)


def _with_unit(number: str, row: pd.Series, lang: Lang) -> str:
    share = row["outcome"] in SHARES
    return label("scenario.points", lang, number=number) if share else number


def _number(value: float, row: pd.Series, lang: Lang, *, digits: int = 1) -> str:
    """Write a share in percent with `digits` decimals, any other number with two."""
    if row["outcome"] in SHARES:
        return format_number(PERCENT * value, lang, digits=digits)
    return format_number(value, lang)


def _range(low: float, high: float, row: pd.Series, lang: Lang) -> str:
    if row["outcome"] in SHARES:
        return format_range(PERCENT * low, PERCENT * high, lang, digits=1)
    return format_range(low, high, lang)

"""Say in words what a table of outcomes shows."""

import pandas as pd

from lederlib._checks import require_known
from lederlib.text import Lang, format_number, format_range, format_share, label

SHARES = ("retention", "gone_1", "gone_5", "no_applicant")
PERCENT = 100


def outcome_row(table: pd.DataFrame, outcome: str, years: float) -> pd.Series:
    """Return the row of one outcome, at `years` where it has several.

    Raises
    ------
    ValueError
        If the table holds no such outcome or year.
    """
    require_known(outcome, table["outcome"].unique(), name="outcome")
    rows = table[table["outcome"] == outcome]
    if len(rows) == 1:
        return rows.iloc[0]
    known = [f"{year:g}" for year in rows["years"]]
    year = require_known(f"{years:g}", known, name=f"years of {outcome}")
    return rows.iloc[known.index(year)]


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
    words = {
        "outcome": _outcome_name(row, lang),
        "size": _difference(abs(row["q50"]), row, lang),
        "range": _difference_range(row, lang),
        "share": format_share(max(row["positive"], row["negative"]), lang),
        "more": label(f"scenario.mostly_{_mostly(row)}", lang),
    }
    return label(f"scenario.verdict_{row['verdict']}", lang, **words)


def _mostly(row: pd.Series) -> str:
    return "up" if row["positive"] >= row["negative"] else "down"


def _outcome_name(row: pd.Series, lang: Lang) -> str:
    name = label(f"scenario.outcome_{row['outcome']}", lang)
    if pd.isna(row["years"]):
        return name
    years = format_number(row["years"], lang, digits=0 if row["years"] % 1 == 0 else 1)
    return label("scenario.after_years", lang, outcome=name, years=years)


def _with_interval(table: pd.DataFrame, outcome: str, lang: Lang) -> str:
    row = outcome_row(table, outcome, 5)
    share = outcome in SHARES
    low, middle, high = (
        format_share(row[key], lang) if share else format_number(row[key], lang)
        for key in ("q05", "q50", "q95")
    )
    if low == high:
        return middle
    return label("scenario.interval", lang, middle=middle, low=low, high=high)


def _difference(value: float, row: pd.Series, lang: Lang) -> str:
    if row["outcome"] in SHARES:
        points = format_number(PERCENT * value, lang, digits=1)
        return label("scenario.points", lang, number=points)
    return format_number(value, lang)


def _difference_range(row: pd.Series, lang: Lang) -> str:
    share = row["outcome"] in SHARES
    scale, digits = (PERCENT, 1) if share else (1, 2)
    ends = format_range(scale * row["q05"], scale * row["q95"], lang, digits=digits)
    return label("scenario.points", lang, number=ends) if share else ends

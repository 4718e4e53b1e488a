"""What a scenario gives: tables with intervals, and the stamp that remakes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from lederlib._checks import Floats, require_known
from lederlib.catalogue import Stamp, stamped_csv
from lederlib.scenario.exits import exits_in_words
from lederlib.scenario.flexwork.scenario import Scenario, lever_values, settled_alike
from lederlib.scenario.uncertainty.directions import (
    Direction,
    direction,
    share_of_worlds,
    shares_in_words,
)
from lederlib.text import Lang, format_number, format_range, format_share, label

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
QUANTILE_NAMES = ("q05", "q25", "q50", "q75", "q95")
UNITS = {
    "home_days": "days per week",
    "pair_days": "days per week",
    "team_days": "days per week",
    "freedom": "bits",
    "community": "factor units (0–1)",
    "flexibility": "factor units (0–1)",
    "attraction": "log applicants",
    "applicants": "applicants per advert",
    "no_applicant": "share",
    "retention": "share",
    "gone_1": "share",
    "gone_5": "share",
}
SHARES = ("retention", "gone_1", "gone_5", "no_applicant")
_STAYING = ("retention", "gone_1", "gone_5")
PERCENT = 100
SUMMARY_YEARS = 5
# Less than any digit that is shown.
_SAME = 1e-6


def outcome_table(
    samples: Mapping[str, Floats], years: Sequence[float]
) -> pd.DataFrame:
    """Return one row per outcome and year with its quantiles."""
    facts = _facts(samples, years)
    quantiles = np.concatenate([_quantiles(np.atleast_2d(samples[n])) for n in samples])
    for column, values in zip(QUANTILE_NAMES, quantiles.T, strict=True):
        facts[column] = values
    return pd.DataFrame(facts)


def difference_table(
    samples: Mapping[str, Floats],
    years: Sequence[float],
    *,
    effective: float | None = None,
) -> pd.DataFrame:
    """Return quantiles of the differences, in how many worlds they go which way.

    Columns up, same, down and verdict are those of `direction`, with `limit_of` the
    outcome, on as many independent worlds as are `effective`: all unless told.
    """
    table = outcome_table(samples, years)
    draws = max(np.atleast_1d(values).shape[-1] for values in samples.values())
    found = [
        direction(row, limit=limit_of(name), effective=effective or draws)
        for name, values in samples.items()
        for row in np.atleast_2d(values)
    ]
    return table.assign(
        up=[one.up for one in found],
        same=[one.same for one in found],
        down=[one.down for one in found],
        verdict=[one.way for one in found],
    )


def limit_of(outcome: str) -> float:
    """Return the difference that is shown as none: half of the last digit."""
    return 0.0005 if outcome in SHARES else 0.005


def _facts(
    samples: Mapping[str, Floats], years: Sequence[float]
) -> dict[str, Sequence[str] | Sequence[float] | Floats]:
    names: list[str] = []
    when: list[float] = []
    for name in samples:
        rows = list(years) if name == "retention" else [np.nan]
        names += [name] * len(rows)
        when += rows
    return {"outcome": names, "years": when, "unit": [UNITS[name] for name in names]}


def _quantiles(rows: Floats) -> Floats:
    """Return the quantiles of each row, shape (rows, quantiles), by one partition."""
    place = np.asarray(QUANTILES) * (rows.shape[1] - 1)
    below, above = np.floor(place).astype(int), np.ceil(place).astype(int)
    ordered = np.partition(rows, np.unique([below, above]), axis=1)
    low, high = ordered[:, below], ordered[:, above]
    return np.asarray(low + (high - low) * (place - below))


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
    return label("flexwork.summary", lang, **words)


def verdict_sentence(
    table: pd.DataFrame, lang: Lang, *, outcome: str, years: float
) -> str:
    """Say which way an outcome moves, how far, and in how many worlds."""
    row = outcome_row(table, outcome, years)
    low, high = row["q05"], row["q95"]
    if row["verdict"] == "down":
        low, high = -high, -low
    sure = row["verdict"] in ("up", "down") and high - low < _SAME
    words = {
        "outcome": _outcome_name(row, lang),
        "size": _with_unit(_number(abs(row["q50"]), row, lang), row, lang),
        "range": _range(low, high, row, lang),
        "span": _with_unit(_range(low, high, row, lang), row, lang),
        "share": share_of_worlds(max(row["up"], row["down"]), lang),
        "shares": shares_in_words(_direction(row), lang),
        "limit": _with_unit(_limit(row, lang), row, lang),
    }
    sure_or_not = "_sure" if sure else ""
    return label(f"flexwork.verdict_{row['verdict']}{sure_or_not}", lang, **words)


def _direction(row: pd.Series) -> Direction:
    return Direction(
        up=row["up"], same=row["same"], down=row["down"], way=row["verdict"]
    )


def _limit(row: pd.Series, lang: Lang) -> str:
    limit = limit_of(row["outcome"])
    share = row["outcome"] in SHARES
    return format_number(PERCENT * limit if share else limit, lang, digits=3 - share)


def _outcome_name(row: pd.Series, lang: Lang) -> str:
    name = label(f"flexwork.outcome_{row['outcome']}", lang)
    if pd.isna(row["years"]):
        return name
    key = "after_year" if row["years"] == 1 else "after_years"
    years = format_number(row["years"], lang, digits=0 if row["years"] % 1 == 0 else 1)
    return label(f"flexwork.{key}", lang, outcome=name, years=years)


def _with_interval(table: pd.DataFrame, outcome: str, lang: Lang) -> str:
    row = outcome_row(table, outcome, SUMMARY_YEARS)
    share = row["outcome"] in SHARES
    low, high = (_number(row[key], row, lang, digits=0) for key in ("q05", "q95"))
    middle = format_share(row["q50"], lang) if share else _number(row["q50"], row, lang)
    if row["q95"] - row["q05"] < _SAME:
        return middle
    key = "flexwork.interval_share" if share else "flexwork.interval"
    return label(key, lang, middle=middle, low=low, high=high)


def _with_unit(number: str, row: pd.Series, lang: Lang) -> str:
    share = row["outcome"] in SHARES
    return label("flexwork.points", lang, number=number) if share else number


def _number(value: float, row: pd.Series, lang: Lang, *, digits: int = 1) -> str:
    """Write a share in percent with `digits` decimals, any other number with two."""
    if row["outcome"] in SHARES:
        return format_number(PERCENT * value, lang, digits=digits)
    return format_number(value, lang)


def _range(low: float, high: float, row: pd.Series, lang: Lang) -> str:
    if row["outcome"] in SHARES:
        return format_range(PERCENT * low, PERCENT * high, lang, digits=1)
    return format_range(low, high, lang)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """The consequences of one scenario over all draws.

    Attributes
    ----------
    scenario : Scenario
        The levers behind it.
    table : pandas.DataFrame
        One row per outcome (and year): outcome, years (missing where time plays no
        part), unit, and the quantiles q05, q25, q50, q75 and q95.
    samples : mapping of str to numpy.ndarray
        Every draw by outcome, shape (draws,); retention has shape (years, draws).
    stamp : Stamp
        What remakes the numbers.
    """

    scenario: Scenario
    table: pd.DataFrame
    samples: Mapping[str, Floats] = field(repr=False)
    stamp: Stamp

    def to_csv(
        self, path: str | Path | None = None, *, decimal_comma: bool = False
    ) -> str | None:
        """Write the table with its stamp in columns, or return it as text.

        Parameters
        ----------
        path : str or Path, optional
            Where to write; without it the text is returned.
        decimal_comma : bool, default False
            Decimal commas between semicolons, as a Danish spreadsheet reads them.
        """
        return stamped_csv(self.table, self.stamp, path, decimal_comma=decimal_comma)

    def summary(self, lang: Lang = "da") -> str:
        """Say the result in words, with its 90 % interval.

        Where citizens leave room for fewer days at home than the scenario asks for, it
        says so.
        """
        said = summary_sentence(self.table, lang)
        asked = float(lever_values(self.scenario)["home"])
        if (self.samples["home_days"] >= asked).all():
            return said
        limited = label(
            "flexwork.frontline_limited",
            lang,
            asked=format_number(asked, lang, digits=0),
            home_days=_with_interval(self.table, "home_days", lang),
        )
        return f"{limited} {said}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Difference:
    """What changes from one scenario to another, world by world.

    Attributes
    ----------
    before, after : Scenario
        The two scenarios; the numbers are `after` minus `before`.
    table : pandas.DataFrame
        As `Outcome.table`, with `positive`, the share of draws in which the outcome
        rises, and `verdict`: `none`, `up`, `down`, or `depends` where the 90 %
        interval holds zero.
    samples : mapping of str to numpy.ndarray
        The difference in every draw.
    stamp : Stamp
        What remakes the numbers.
    """

    before: Scenario
    after: Scenario
    table: pd.DataFrame
    samples: Mapping[str, Floats] = field(repr=False)
    stamp: Stamp

    def to_csv(
        self, path: str | Path | None = None, *, decimal_comma: bool = False
    ) -> str | None:
        """Write the table with its stamp in columns, or return it as text."""
        return stamped_csv(self.table, self.stamp, path, decimal_comma=decimal_comma)

    def verdict(
        self, lang: Lang = "da", *, outcome: str = "retention", years: float = 5
    ) -> str:
        """Say what the difference is, or that it depends on assumptions.

        Where it starts from the exits of a profession and concerns who stays, it names
        the profession.

        Parameters
        ----------
        lang : {"da", "en"}, default "da"
            Language of the sentence.
        outcome : str, default "retention"
            A name in the table's column `outcome`.
        years : float, default 5
            Which year, where the outcome has several.

        Raises
        ------
        ValueError
            If the table holds no such outcome or year.
        """
        said = verdict_sentence(self.table, lang, outcome=outcome, years=years)
        return f"{said} {self._base(lang) if outcome in _STAYING else ''}".rstrip()

    def _base(self, lang: Lang) -> str:
        """Say from which exits it starts; nothing as staff expect."""
        both = settled_alike(self.before, self.after)
        before, after = (str(lever_values(one)["exits"]) for one in both)
        return exits_in_words(before, after, lang)

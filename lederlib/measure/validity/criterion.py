"""Does the measure go with what it should go with? Correlations with criteria."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from lederlib._checks import require_known, require_names, require_number
from lederlib.measure.gathering import gather, only_items
from lederlib.measure.has_items import HasItems
from lederlib.measure.item_matrix import item_matrix, named_table
from lederlib.measure.moments import Moments
from lederlib.measure.shown import Readable
from lederlib.measure.validity._correlation import (
    FEWEST,
    Method,
    correlation,
    interval,
    settled,
    tail,
)
from lederlib.text import Lang, format_number, format_range, format_share, label

_LEAST: Final = 0.05


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CriterionValidity(Readable):
    """Correlations of a score with criteria.

    Attributes
    ----------
    table : pandas.DataFrame, indexed by criterion
        `r`, `low`, `high`, `p` and `n`; and `corrected`, `corrected_low`,
        `corrected_high`: what the correlation would be between measures without error,
        missing where no reliability was given. It is not cut off at 1.
    score : str
        The score's name.
    reliability : float
        The score's reliability as given; NaN if none was.
    method : str
        "pearson" or "spearman".
    level : float
        Coverage of the intervals.
    """

    table: pd.DataFrame
    score: str
    reliability: float
    method: str
    level: float

    def to_frame(self) -> pd.DataFrame:
        """Return the table of criteria."""
        return self.table

    def summary(self, lang: Lang = "da") -> str:
        """Return each correlation in words, and what its correction rests on."""
        told = [
            label(
                f"validity.criterion_{self.method}",
                lang,
                score=self.score,
                level=format_share(self.level, lang),
            )
        ]
        told += [
            self._row(str(name), row.to_dict(), lang)
            for name, row in self.table.iterrows()
        ]
        if self.table["corrected"].notna().any():
            told.append(label("validity.corrected_rests", lang))
        if (self.table["corrected"].abs() > 1).any():
            told.append(label("validity.beyond_one", lang))
        return " ".join(told)

    def _row(self, name: str, row: Mapping[Hashable, float], lang: Lang) -> str:
        key = "row" if np.isnan(row["corrected"]) else "row_corrected"
        words = {
            "name": name,
            "n": int(row["n"]),
            "r": format_number(row["r"], lang),
            "interval": format_range(row["low"], row["high"], lang),
        }
        if key == "row_corrected":
            ends = row["corrected_low"], row["corrected_high"]
            words["corrected"] = format_number(row["corrected"], lang)
            words["corrected_interval"] = format_range(*ends, lang)
        return label(f"validity.{key}", lang, **words)


def criterion_validity(
    data: pd.DataFrame | Moments | HasItems,
    score: str,
    criteria: Sequence[str],
    *,
    reliability: float | None = None,
    criterion_reliability: float | Mapping[str, float] | None = None,
    method: Method = "pearson",
    level: float = 0.95,
) -> CriterionValidity:
    r"""Return how a score correlates with criteria, also corrected for attenuation.

    .. math:: r_c = r / \sqrt{\rho_x \rho_y}

    Parameters
    ----------
    data : DataFrame, Moments or a study
        One row a person. Each correlation takes those who have both columns. Moments
        serve for Pearson's, of those who have all columns of the moments.
    score : str
        Column of the score.
    criteria : sequence of str
        Columns of the criteria.
    reliability : float, optional
        Reliability of the score, .05 to 1, such as alpha; without it, nothing is
        corrected.
    criterion_reliability : float or mapping of str to float, optional
        Reliability of the criteria, for all or by name; 1 where it is not given, which
        corrects for the score's errors only.
    method : {"pearson", "spearman"}
        Correlation of values or of ranks.
    level : float, default 0.95
        Coverage of the intervals, .5 to .999.

    Raises
    ------
    ValueError
        If a column is unknown, holds a text or does not vary, a number lies outside
        its range, fewer than 5 people have both, or ranks are asked of moments.

    Notes
    -----
    Fisher's interval, for ranks with the variance of Bonett and Wright (2000),
    doi:10.1007/BF02294183. The corrected interval takes the reliabilities as known; it
    is too narrow where they are estimated from few. Spearman (1904),
    doi:10.2307/1412159.

    Examples
    --------
    >>> scores = {"scale": [1, 2, 3, 4, 5, 6], "strain": [2, 1, 4, 3, 6, 5]}
    >>> table = pd.DataFrame(scores)
    >>> found = criterion_validity(table, "scale", ["strain"], reliability=0.8)
    >>> found.table[["r", "corrected"]].round(3).iloc[0].tolist()
    [0.829, 0.926]
    """
    require_known(method, ("pearson", "spearman"), name="method")
    coverage = require_number(level, 0.5, 0.999, name="level")
    table = data if isinstance(data, Moments) else named_table(data)
    known = table.names if isinstance(table, Moments) else list(table.columns)
    wanted = require_names(criteria, name="criteria", fewest=1)
    names = [
        require_known(str(name), known, name="column") for name in (score, *wanted)
    ]
    trust = _trust(reliability, "reliability")
    rows = {
        name: _row(
            only_items(table, [names[0], name]),
            trust * _criterion_trust(criterion_reliability, name),
            method=method,
            level=coverage,
        )
        for name in names[1:]
    }
    found = pd.DataFrame.from_dict(rows, orient="index").rename_axis("criterion")
    return CriterionValidity(
        table=found.astype({"n": int}),
        score=names[0],
        reliability=trust,
        method=method,
        level=coverage,
    )


def _trust(reliability: float | None, name: str) -> float:
    if reliability is None:
        return np.nan
    return require_number(reliability, _LEAST, 1, name=name)


def _criterion_trust(given: float | Mapping[str, float] | None, name: str) -> float:
    held = given.get(name) if isinstance(given, Mapping) else given
    return 1.0 if held is None else _trust(held, f"the reliability of {name}")


def _row(
    columns: pd.DataFrame | Moments, trust: float, *, method: Method, level: float
) -> dict[str, float]:
    r, people = _related(columns, method)
    low, high = interval(r, people, level=level, method=method)
    times = 1 / np.sqrt(trust)
    return {
        "r": r,
        "low": low,
        "high": high,
        "p": tail(r, people),
        "n": people,
        "corrected": r * times,
        "corrected_low": low * times,
        "corrected_high": high * times,
    }


def _related(columns: pd.DataFrame | Moments, method: Method) -> tuple[float, int]:
    """Return the correlation of the two columns, and of how many people it is."""
    if isinstance(columns, Moments):
        held = gather(columns)
        if method == "spearman":
            held.answers(needed_by="A correlation of ranks")
        _require_people(held.n, held.names)
        return settled(float(held.correlations[0, 1])), held.n
    whole = item_matrix(columns).require_spread().complete().require_spread()
    people = len(whole.values)
    _require_people(people, whole.names)
    return correlation(*whole.values.T, method=method), people


def _require_people(people: int, names: Sequence[str]) -> None:
    if people < FEWEST:
        msg = (
            f"At least {FEWEST} people must have both {names[0]} and {names[1]}; "
            f"got {people}."
        )
        raise ValueError(msg)

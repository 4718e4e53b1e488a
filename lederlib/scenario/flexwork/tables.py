"""Quantiles of the outcomes as tidy tables."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from lederlib._checks import Floats

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
QUANTILE_NAMES = ("q05", "q25", "q50", "q75", "q95")
UNITS = {
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
    samples: Mapping[str, Floats], years: Sequence[float]
) -> pd.DataFrame:
    """Return quantiles of the differences, how often they rise or fall, and a verdict.

    The verdict is `none` where nothing differs, `depends` where the 90 % interval
    holds zero, else `up` or `down`.
    """
    table = outcome_table(samples, years)
    rows = [np.atleast_2d(values) for values in samples.values()]
    table["positive"] = np.concatenate([(row > 0).mean(axis=1) for row in rows])
    table["negative"] = np.concatenate([(row < 0).mean(axis=1) for row in rows])
    still = (table["positive"] == 0) & (table["negative"] == 0)
    table["verdict"] = np.select(
        [still, table["q05"] > 0, table["q95"] < 0], ["none", "up", "down"], "depends"
    )
    return table


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

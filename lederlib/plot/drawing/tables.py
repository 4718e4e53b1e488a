"""Take what the layers below hand up, and check it once."""

from typing import Protocol, runtime_checkable

import numpy as np
import pandas as pd

from lederlib._checks import Floats
from lederlib.catalogue import Stamp

QUANTILES = ("q05", "q25", "q50", "q75", "q95")


@runtime_checkable
class HasTable(Protocol):
    """A result with a tidy table of quantiles, as `lederlib.scenario.run` returns."""

    @property
    def table(self) -> pd.DataFrame:
        """One row per outcome and year."""
        ...

    @property
    def stamp(self) -> Stamp:
        """What remakes it."""
        ...


def fan_of(outcome: HasTable | pd.DataFrame, name: str) -> tuple[Floats, Floats]:
    """Return the years, shape (t,), and the five quantiles, shape (5, t), of `name`.

    Raises
    ------
    ValueError
        If a column is missing, or no row has a year.
    """
    table = outcome if isinstance(outcome, pd.DataFrame) else outcome.table
    missing = [column for column in ("years", *QUANTILES) if column not in table]
    if missing:
        msg = f"outcome must have the columns years, {', '.join(QUANTILES)}; " + (
            f"{', '.join(missing)} is missing."
        )
        raise ValueError(msg)
    years = table["years"].to_numpy(dtype=float)
    named = table["outcome"].to_numpy() == name if "outcome" in table else True
    chosen = np.flatnonzero(named & ~np.isnan(years))
    if not chosen.size:
        msg = f"outcome must hold rows named {name!r} with a year; found none."
        raise ValueError(msg)
    chosen = chosen[np.argsort(years[chosen], kind="stable")]
    fan = [table[column].to_numpy(dtype=float)[chosen] for column in QUANTILES]
    return years[chosen], np.array(fan)


def finite_mean(values: Floats) -> float:
    """Return the mean of what is there, or missing if nothing is."""
    there = values[~np.isnan(values)]
    return float(there.mean()) if there.size else float("nan")

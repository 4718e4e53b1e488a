"""The table of steps: each fit, and what it loses against the one before."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from lederlib.measure.cfa.difference import difference
from lederlib.measure.cfa.fit import Fit
from lederlib.measure.cfa.result import Cfa

NOT_TESTABLE = "not testable"
PLAIN = ["chi2", "df", "cfi", "rmsea", "srmr"]
SCALED = ["scaled_chi2", "scaled_cfi", "scaled_rmsea"]


def compare(
    steps: Sequence[str], fits: Mapping[str, Fit], results: Mapping[str, Cfa]
) -> pd.DataFrame:
    """Return one row a step.

    A step that says nothing which the one before does not say fits alike: its row
    repeats that fit, has no test and says "not testable".
    """
    rows = []
    held: str | None = None
    for step in steps:
        tested = step in fits
        shown = step if tested else held
        row = {name: getattr(results[str(shown)], name) for name in [*PLAIN, *SCALED]}
        row |= {"delta_chi2": np.nan, "delta_df": 0, "p": np.nan, "delta_cfi": np.nan}
        if tested and held is not None:
            found = difference(fits[held], fits[step])
            row |= {"delta_chi2": found.chi2, "delta_df": found.df, "p": found.p}
            row["delta_cfi"] = results[step].cfi - results[held].cfi
        rows.append({**row, "note": "" if tested else NOT_TESTABLE})
        held = shown
    table = pd.DataFrame(rows, index=pd.Index(steps, name="step"))
    order = [*PLAIN, "delta_chi2", "delta_df", "p", "delta_cfi", *SCALED, "note"]
    return table[order]

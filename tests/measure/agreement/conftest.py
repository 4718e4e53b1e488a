"""The table of forty groups, and what R says of it."""

from pathlib import Path

import pandas as pd
import pytest

REFERENCE = Path(__file__).parents[2] / "reference"


@pytest.fixture(scope="session")
def forty_groups():
    """Five items of people in 40 units."""
    return pd.read_csv(REFERENCE / "tables" / "forty_groups.csv")


@pytest.fixture(scope="session")
def reference():
    """Return R's figures: for each analysis, a Series by quantity."""
    table = pd.read_csv(REFERENCE / "agreement.csv")
    return {
        what: part.set_index("quantity")["value"]
        for what, part in table.groupby("what")
    }

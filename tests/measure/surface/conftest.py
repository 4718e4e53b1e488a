"""The table of load, resources and strain, and what R's lm says of it."""

from pathlib import Path

import pandas as pd
import pytest

REFERENCE = Path(__file__).parents[2] / "reference"


@pytest.fixture(scope="session")
def balance():
    """Load, resources and strain of 450 made-up leaders."""
    return pd.read_csv(REFERENCE / "tables" / "balance.csv")


@pytest.fixture(scope="session")
def reference():
    """Return R's figures: for each centre, a Series by quantity."""
    table = pd.read_csv(REFERENCE / "surface.csv")
    figures = table.set_index(["centre", "quantity"])["value"]
    return {centre: figures[centre] for centre in table["centre"].unique()}

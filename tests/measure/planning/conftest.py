"""What R says is needed."""

from pathlib import Path

import pandas as pd
import pytest


@pytest.fixture(scope="session")
def reference():
    """Return R's rows for one quantity: its conditions and its value."""
    table = pd.read_csv(Path(__file__).parents[2] / "reference" / "planning.csv")
    return lambda what: table[table["what"] == what].drop(columns="what").to_numpy()

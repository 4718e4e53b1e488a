"""Synthetic tables, and what R says of them."""

from pathlib import Path

import pandas as pd
import pytest

REFERENCE = Path(__file__).parents[2] / "reference"


@pytest.fixture(scope="session")
def table():
    """Return a reader of the reference tables."""
    return lambda name: pd.read_csv(REFERENCE / "tables" / f"{name}.csv")


@pytest.fixture(scope="session")
def reference():
    """Return R's figures by what and quantity."""
    figures = pd.read_csv(REFERENCE / "validity.csv")
    return figures.set_index(["what", "quantity"])["value"]

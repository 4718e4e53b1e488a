"""Synthetic tables of ordered answers."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

TABLES = Path(__file__).parents[2] / "reference" / "tables"


@pytest.fixture(scope="session")
def table():
    """Return a reader of the reference tables."""
    return lambda name: pd.read_csv(TABLES / f"{name}.csv")


@pytest.fixture(scope="session")
def drawn():
    """Answers of 1,500 people drawn from a graded response model, and the truth."""
    rng = np.random.default_rng(11)
    slopes = np.array([0.8, 1.2, 1.6, 2.0, 1.0])
    trait = rng.normal(size=(1500, 1))
    answers = np.digitize(
        (slopes * trait + rng.logistic(size=(1500, 5))) / slopes, [-1.0, 0.2, 1.4]
    )
    names = ["ro", "tid", "støtte", "håb", "mod"]
    return pd.DataFrame(answers, columns=names), slopes, trait[:, 0]

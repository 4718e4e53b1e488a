"""Models made from lavaan's language, and the reference tables."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.matrices import build_model
from lederlib.measure.cfa.parameter_table import parameter_table
from lederlib.measure.cfa.syntax import read_syntax
from lederlib.measure.moments import Moments

TABLES = Path(__file__).parents[2] / "reference" / "tables"


@pytest.fixture(scope="session")
def build():
    """Return a maker of models from their text and the options of their frame."""

    def built(text, **options):
        syntax = read_syntax(text)
        names = {"items": syntax.items(), "factors": syntax.factors(), "levels": {}}
        frame = Frame(**{**names, **options})
        return build_model(frame, parameter_table(syntax, frame))

    return built


@pytest.fixture(scope="session")
def table():
    """Return a reader of the reference tables."""
    return lambda name: pd.read_csv(TABLES / f"{name}.csv")


@pytest.fixture(scope="session")
def beyond_one():
    """Return moments in which two factors of three items correlate by 1.1."""
    loadings = np.kron(np.eye(2), np.full((3, 1), 0.6))
    factors = np.array([[1, 1.1], [1.1, 1]])
    covariance = loadings @ factors @ loadings.T + 0.64 * np.eye(6)
    return Moments(
        names=tuple("abcxyz"),
        n=400,
        dropped=0,
        mean=np.zeros(6),
        covariance=covariance * 400 / 399,
    )


@pytest.fixture(scope="session")
def with_gaps():
    """Return a maker of answers of which a share is missing, and nobody's are all."""

    def made(*, people, items, share):
        rng = np.random.default_rng(3)
        values = rng.normal(size=(people, items)) + rng.normal(size=(people, 1))
        lost = rng.random(values.shape) < share
        lost[lost.all(axis=1), 0] = False
        return np.where(lost, np.nan, values)

    return made

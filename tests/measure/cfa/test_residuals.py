from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa

TABLES = Path(__file__).parents[2] / "reference" / "tables"
DATA = pd.read_csv(TABLES / "continuous.csv")


def test_a_model_without_degrees_of_freedom_leaves_nothing():
    found = cfa("f =~ y1 + y2 + y3", DATA)
    assert found.residuals()["residual"].abs().max() < 1e-8
    assert found.srmr == pytest.approx(0, abs=1e-8)


def test_an_unexplained_relation_shows_as_a_residual():
    rng = np.random.default_rng(6)
    data = DATA.copy()
    data[["y1", "y5"]] += rng.normal(size=(len(data), 1))
    model = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8"
    table = cfa(model, data).residuals()
    worst = table.loc[table["residual"].idxmax()]
    assert (worst["item"], worst["other"]) == ("y1", "y5")


def test_srmr_is_the_root_mean_square_of_the_table():
    found = cfa("f =~ y1 + y2 + y3 + y4 + y5", DATA)
    squares = found.residuals()["residual"] ** 2
    assert found.srmr == pytest.approx(float(np.sqrt(squares.mean())))


@pytest.mark.parametrize("kind", ["bentler", "bollen"])
def test_residual_correlations_of_both_kinds_are_those_of_r(kind):
    reference = pd.read_csv("tests/reference/residuals.csv").set_index(
        ["item", "other"]
    )
    data = pd.read_csv("tests/reference/tables/skewed.csv")
    model = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8\ny1 ~~ y5"
    found = cfa(model, data).residuals(kind).set_index(["item", "other"])["residual"]
    away = (found - reference[kind]).abs()
    assert len(away.dropna()) == 36
    assert away.max() < 1e-5


def test_another_kind_of_residual_is_refused():
    data = pd.read_csv("tests/reference/tables/skewed.csv")
    with pytest.raises(ValueError, match="kind must be one of bentler, bollen"):
        cfa("f =~ y1 + y2 + y3 + y4", data).residuals("cor")

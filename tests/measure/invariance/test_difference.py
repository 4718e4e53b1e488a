from pathlib import Path

import pandas as pd
import pytest

from lederlib.measure.cfa import cfa
from lederlib.measure.invariance.difference import difference

TABLES = Path(__file__).parents[2] / "reference" / "tables"
WIDE = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8"
NARROW = "f =~ y1 + a*y2 + a*y3 + a*y4\ng =~ y5 + y6 + y7 + y8"


def fits(estimator, name="five_points"):
    data = pd.read_csv(TABLES / f"{name}.csv")
    return tuple(cfa(model, data, estimator).fit for model in (WIDE, NARROW))


def test_maximum_likelihood_subtracts():
    wide, narrow = fits("ML")
    found = difference(wide, narrow)
    assert found.chi2 == pytest.approx(narrow.test.chi2 - wide.test.chi2)
    assert found.df == 2


@pytest.mark.parametrize("estimator", ["MLR", "WLSMV"])
def test_scaled_tests_are_not_subtracted(estimator):
    wide, narrow = fits(estimator)
    found = difference(wide, narrow)
    assert found.chi2 != pytest.approx(narrow.test.scaled - wide.test.scaled, rel=1e-3)
    assert 0 < found.p < 1


def test_a_model_is_not_narrower_than_itself():
    wide, _ = fits("ML")
    with pytest.raises(ValueError, match="more degrees of freedom"):
        difference(wide, wide)

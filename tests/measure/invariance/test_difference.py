from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import cfa, invariance
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


def test_a_search_that_ran_off_to_a_plain_is_no_fit_that_a_later_step_beats():
    rng = np.random.default_rng(23)
    rng.choice([80, 115, 200]), rng.choice([2, 3, 4, 5])
    factors = rng.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], 80)
    answers = np.repeat(factors, 3, 1) * 0.75 + 0.66 * rng.normal(size=(80, 6))
    cuts = np.sort(rng.uniform(-1.3, 1.3, 3))
    names = ["c1", "c2", "c3", "f1", "f2", "f3"]
    table = pd.DataFrame(np.digitize(answers, cuts) + 1, columns=names)
    table["g"] = rng.choice(["a", "b"], 80)
    model = "calm =~ c1 + c2 + c3\nfocus =~ f1 + f2 + f3"
    found = invariance(model, table, "g", "WLSMV")
    assert found.verdict == "unsound"
    assert not found.fits["thresholds"].converged
    fits = [fit.chi2 for fit in found.fits.values()]
    assert fits == sorted(fits)

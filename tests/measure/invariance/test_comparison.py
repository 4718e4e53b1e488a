"""Two models side by side, held against lavaan's anova."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import cfa, compare

REFERENCE = Path(__file__).parents[2] / "reference"
FIGURES = pd.read_csv(REFERENCE / "comparison.csv", index_col="estimator")
WIDE = "f =~ y1 + y2 + y3 + y4\ng =~ y5 + y6 + y7 + y8"
NARROW = "f =~ y1 + a*y2 + a*y3 + a*y4\ng =~ y5 + y6 + y7 + y8"
APART = (f"{WIDE}\ny1 ~~ y5", f"{WIDE}\ny4 ~~ y8\nf ~~ 0*g")


@cache
def fitted(model, estimator="ML"):
    data = pd.read_csv(REFERENCE / "tables" / "five_points.csv")
    return cfa(model, data, estimator)


@pytest.mark.parametrize("estimator", FIGURES.index)
@pytest.mark.parametrize("turned", [False, True])
def test_the_test_is_that_of_r_in_either_order(estimator, turned):
    fits = [fitted(WIDE, estimator), fitted(NARROW, estimator)]
    found = compare(*(fits[::-1] if turned else fits))
    theirs = FIGURES.loc[estimator]
    assert found.narrower == ("first" if turned else "second")
    assert found.test.df == theirs["df"]
    assert found.test.chi2 == pytest.approx(theirs["chi2"], abs=1e-4)
    assert found.test.p == pytest.approx(theirs["p"], abs=1e-5)
    ours = found.table.loc["aic", found.narrower]
    assert ours == pytest.approx(theirs["aic"], abs=1e-4, nan_ok=True)


def test_models_of_which_neither_lies_in_the_other_have_no_test():
    found = compare(*map(fitted, APART))
    assert found.test is None
    assert "AIC" in found.summary("da")


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (lambda: fitted(NARROW, "MLR"), "the same estimator"),
        (lambda: fitted("f =~ y1 + y2 + y3 + y4"), "the same items"),
        (lambda: 3, "a model that cfa has fitted"),
    ],
)
def test_what_cannot_stand_side_by_side_is_refused(other, said):
    with pytest.raises(ValueError, match=said):
        compare(fitted(WIDE), other())


@pytest.mark.parametrize("seed", [1, 3, 24])
def test_a_narrower_model_far_off_has_no_scaled_test_that_calls_it_alike(seed):
    """R 0.6-14 warns that the information is not positive definite, and prints a p."""
    rng = np.random.default_rng(seed)
    traits = rng.multivariate_normal([0, 0], [[1, 0.3], [0.3, 1]], 120)
    seen = np.repeat(traits, 3, axis=1) * 0.8 + 0.6 * rng.normal(size=(120, 6))
    steps = np.clip(np.round(seen * 1.2 + 3), 1, 5)
    data = pd.DataFrame(steps, columns=list("abcpqr"))
    narrow = cfa("g =~ a + b + c + p + q + r", data, "MLR")
    found = compare(narrow, cfa("f =~ a + b + c; h =~ p + q + r", data, "MLR"))
    assert found.test.method == "Satorra-Bentler 2010"
    assert np.isnan(found.test.p)
    assert "cannot be tested" in found.summary("en")

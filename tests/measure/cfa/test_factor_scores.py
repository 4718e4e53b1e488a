from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa

REFERENCE = Path(__file__).parents[2] / "reference"
THEIRS = pd.read_csv(REFERENCE / "cfa_scores.csv")
THREE = "f1 =~ y1 + y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8\nf3 =~ y9 + y10 + y11 + y12"
MIXED = {"estimator": "WLSMV", "ordered": [f"y{place}" for place in range(1, 7)]}
CASES = {
    "ml_continuous": ("continuous", {}),
    "fiml": ("missing_at_random", {"missing": "fiml"}),
    "ml_two_groups": ("two_groups", {"group": "profession"}),
    "wlsmv_five_points": ("five_points", {"estimator": "WLSMV"}),
    "wlsmv_mixed": ("five_points", MIXED),
}


def table(name):
    return pd.read_csv(REFERENCE / "tables" / f"{name}.csv")


@pytest.mark.parametrize("case", CASES)
def test_scores_are_lavaans(case):
    name, options = CASES[case]
    ours = cfa(THREE, table(name), **options).factor_scores().head(5)
    theirs = THEIRS[THEIRS["case"] == case][["f1", "f2", "f3"]]
    assert np.abs(ours.to_numpy() - theirs.to_numpy()).max() < 2e-4


def test_scores_stand_at_the_rows_that_they_belong_to():
    data = table("missing_at_random")
    data.index = [f"person {place}" for place in range(len(data))]
    found = cfa(THREE, data).factor_scores()
    assert found.index.tolist() == data.dropna().index.tolist()


def test_scores_are_less_spread_than_the_factors():
    found = cfa(THREE, table("continuous"), std_lv=True)
    assert (found.factor_scores().var() < 1).all()

from pathlib import Path

import pandas as pd
import pytest

from lederlib.measure.cfa import cfa

REFERENCE = Path(__file__).parents[2] / "reference"
THEIRS = pd.read_csv(REFERENCE / "cfa_gains.csv")
THREE = "f1 =~ y1 + y2 + y3 + y4\nf2 =~ y5 + y6 + y7 + y8\nf3 =~ y9 + y10 + y11 + y12"
CASES = {
    "ml_continuous": (THREE, "continuous", {}),
    "ml_two_groups": (THREE, "two_groups", {"group": "profession"}),
    "ml_second_order": (f"{THREE}\ng =~ f1 + f2 + f3", "continuous", {}),
    "wlsmv_five_points": (THREE, "five_points", {"estimator": "WLSMV"}),
    "wlsmv_two_groups": (
        THREE,
        "two_groups_ordered",
        {"estimator": "WLSMV", "group": "profession"},
    ),
}


def fit(case):
    model, name, options = CASES[case]
    return cfa(model, pd.read_csv(REFERENCE / "tables" / f"{name}.csv"), **options)


@pytest.mark.parametrize("case", CASES)
def test_gains_are_lavaans(case):
    theirs = THEIRS[THEIRS["case"] == case]
    theirs = theirs[theirs["lhs"] != "g"]
    keys = ["lhs", "op", "rhs", "group"]
    both = theirs.merge(fit(case).modification_indices(), on=keys)
    assert len(both) == len(theirs)
    assert (both["mi"] - both["chi2"]).abs().max() < 1e-3
    assert (both["epc"] - both["change"]).abs().max() < 1e-4


def test_a_gain_foretells_the_fall_of_chi_square():
    found = fit("ml_continuous")
    best = found.modification_indices().iloc[0]
    wider = f"{THREE}\n{best['lhs']} {best['op']} {best['rhs']}"
    freed = cfa(wider, pd.read_csv(REFERENCE / "tables" / "continuous.csv"))
    assert found.chi2 - freed.chi2 == pytest.approx(best["chi2"], rel=0.1)


def test_nothing_that_is_estimated_is_offered():
    table = fit("ml_continuous").modification_indices()
    assert len(table) == 24 + 66
    assert not ((table["lhs"] == "f1") & (table["rhs"] == "y1")).any()

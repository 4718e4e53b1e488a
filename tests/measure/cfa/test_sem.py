"""`sem` against lavaan; the models and options are those of tests/reference/sem.R."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import sem

REFERENCE = Path(__file__).parents[2] / "reference"
MEASURES = pd.read_csv(REFERENCE / "sem_measures.csv")
ESTIMATES = pd.read_csv(REFERENCE / "sem_estimates.csv", keep_default_na=False)
SCORES = pd.read_csv(REFERENCE / "sem_scores.csv")

FACTORS = "trust =~ t1 + t2 + t3 + t4\nbond =~ b1 + b2 + b3 + b4\n"
PATH = """
strain ~ a*load + woman + age
leave ~ b*strain + c*load
indirect := a*b
total := c + indirect
share := indirect / total
"""
LATENT = FACTORS + "bond ~ a*trust\nleave ~ b*bond + trust\nindirect := a*b"
MIMIC = FACTORS + "trust ~ age + woman + load\nbond ~ woman\n"
WHOLE = (
    FACTORS
    + """
trust ~ a*load + age
bond ~ b*trust + woman
strain ~ load + trust
leave ~ c*bond + strain
chain := a*b*c
"""
)
TOUCHING = FACTORS + "bond ~~ leave\nstrain ~~ leave\ntrust ~~ strain"
ABOVE = FACTORS + "climate =~ 1*trust + 1*bond\nclimate ~ load + age\nleave ~ climate"
OUTCOMES = "strain ~ load + age\nleave ~ load + woman"
RANDOM = "strain ~ load + age\nleave ~ strain + woman\nage ~~ age\nleave ~ 1"
SUMMED = """
trust =~ t1 + p*t2 + q*t3 + r*t4
leave ~ k*trust + l*load + m*woman
p + q == 2*r
k == l + m
"""
BOUNDED = """
strain ~ a*load + b*woman + age
leave ~ c*strain + d*load
a > 0.8
d < c
product := exp(a) * c
"""
BINDING = """
strain ~ a*load + b*woman + age
leave ~ c*strain + d*load
a + c < 0.6
b > 0.1
b < 0.2
"""
TWICE = FACTORS + "bond ~ c(u, v)*trust\nleave ~ bond + c(w, w)*trust\napart := u - v"
CHAIN = (
    FACTORS
    + "trust ~ a*load + age\nbond ~ b*trust + woman\nleave ~ bond + load\nchain := a*b"
)
EVEN = (
    "trust =~ t1 + p*t2 + q*t3 + r*t4\nbond =~ b1 + b2 + b3 + b4\np + q == 2*r\n"
    "bond ~ trust"
)
ORDERED = [*(f"{kind}{number}" for kind in "tb" for number in range(1, 5)), "leave"]
MLR, FULL = {"estimator": "MLR"}, {"missing": "fiml"}
WLSMV = {"estimator": "WLSMV", "ordered": ORDERED}
ONE, GAPS, STEPS = "structure", "structure_gaps", "structure_ordered"
UNITS = {"group": "unit"}
WEIGHTS = {"sampling_weights": "weight"}


def equal(*kinds):
    return {**UNITS, "group_equal": kinds}


CASES = {
    "path": (PATH, ONE, {}),
    "path_mlr": (PATH, ONE, MLR),
    "path_fiml": (PATH, GAPS, FULL),
    "path_mlr_fiml": (PATH, GAPS, MLR | FULL),
    "path_free_x": (PATH, ONE, {"fixed_x": False}),
    "path_free_x_fiml": (PATH, GAPS, {"fixed_x": False} | FULL),
    "outcomes": (OUTCOMES, ONE, {}),
    "random": (RANDOM, ONE, {}),
    "turning": (
        "strain ~ leave + load\nleave ~ strain + woman\nstrain ~~ leave",
        ONE,
        {},
    ),
    "latent": (LATENT, ONE, {}),
    "latent_std": (LATENT, ONE, {"std_lv": True}),
    "latent_mlr_fiml": (LATENT, GAPS, MLR | FULL),
    "mimic": (MIMIC, ONE, {}),
    "mimic_orthogonal": (FACTORS, ONE, {"orthogonal": True}),
    "whole": (WHOLE, ONE, {}),
    "whole_orthogonal": (FACTORS + "bond + trust ~ load", ONE, {"orthogonal": True}),
    "whole_mlr": (WHOLE, ONE, MLR),
    "whole_fiml": (WHOLE, GAPS, FULL),
    "dif": (MIMIC + "t1 ~ woman\nt1 ~~ b1", ONE, {}),
    "touching": (TOUCHING, ONE, {}),
    "above": (ABOVE, ONE, {}),
    "groups": (LATENT, ONE, UNITS),
    "groups_twice": (TWICE, ONE, UNITS),
    "equal_loadings": (LATENT, ONE, equal("loadings")),
    "equal_loadings_std": (LATENT, ONE, {"std_lv": True} | equal("loadings")),
    "equal_intercepts": (LATENT, ONE, equal("loadings", "intercepts")),
    "equal_means": (LATENT, ONE, equal("loadings", "intercepts", "means")),
    "equal_regressions": (WHOLE, ONE, equal("loadings", "regressions")),
    "equal_residuals": (
        LATENT,
        ONE,
        MLR | equal("loadings", "intercepts", "residuals", "regressions"),
    ),
    "equal_variances": (
        FACTORS,
        ONE,
        equal("loadings", "lv.variances", "lv.covariances"),
    ),
    "equal_covariances": (OUTCOMES, ONE, equal("residual.covariances")),
    "equal_fiml": (MIMIC, GAPS, FULL | equal("loadings", "intercepts")),
    "summed": (SUMMED, ONE, {}),
    "summed_mlr_fiml": (SUMMED, GAPS, MLR | FULL),
    "bounded": (BOUNDED, ONE, {}),
    "binding": (BINDING, ONE, {}),
    "weighted": (PATH, ONE, WEIGHTS),
    "weighted_whole": (WHOLE, ONE, WEIGHTS),
    "weighted_groups": (LATENT, ONE, WEIGHTS | UNITS),
    "weighted_fiml": (LATENT, GAPS, WEIGHTS | FULL),
    "wlsmv": (LATENT, STEPS, WLSMV),
    "wlsmv_orthogonal": (FACTORS, STEPS, WLSMV | {"orthogonal": True}),
    "wlsmv_equal": (FACTORS, STEPS, WLSMV | equal("loadings", "thresholds")),
    "wlsmv_summed": (EVEN, STEPS, WLSMV),
    "wlsmv_pairwise": (LATENT, f"{STEPS}_gaps", WLSMV | {"missing": "pairwise"}),
    "wlsmv_mimic": (MIMIC, STEPS, WLSMV),
    "wlsmv_whole": (CHAIN, STEPS, WLSMV),
    "wlsmv_mixed": (WHOLE, STEPS, WLSMV),
    "wlsmv_mimic_groups": (MIMIC, STEPS, WLSMV | UNITS),
    "wlsmv_mimic_pairwise": (MIMIC, f"{STEPS}_gaps", WLSMV | {"missing": "pairwise"}),
}
NAMES = {
    "chi2": "chisq",
    "df": "df",
    "p": "pvalue",
    "cfi": "cfi",
    "tli": "tli",
    "rmsea": "rmsea",
    "rmsea_low": "rmsea.ci.lower",
    "rmsea_high": "rmsea.ci.upper",
}
COLUMNS = {"est": "est", "se": "se", "low": "ci.lower", "high": "ci.upper"}
COLUMNS |= {"std": "std", "std_se": "std_se"}


def table(name):
    return pd.read_csv(REFERENCE / "tables" / f"{name}.csv")


@cache
def fit(case):
    model, name, options = CASES[case]
    used = options
    if "ordered" in options and "leave" not in model:
        used = options | {"ordered": ORDERED[:-1]}
    return sem(model, table(name), **used)


def lavaan(case):
    rows = MEASURES[MEASURES["case"] == case]
    return dict(zip(rows["quantity"], rows["value"], strict=True))


@pytest.mark.parametrize("case", CASES)
def test_estimates_errors_and_intervals_are_lavaans(case):
    theirs = ESTIMATES[ESTIMATES["case"] == case].drop(columns="case")
    theirs = theirs.rename(columns={old: f"{new}_r" for new, old in COLUMNS.items()})
    keys = ["lhs", "op", "rhs", "group"]
    both = fit(case).estimates.merge(theirs, on=keys)
    assert len(both) == len(theirs) == len(fit(case).estimates)
    for column in COLUMNS:
        reference = both[f"{column}_r"].replace("NA", "nan").astype(float)
        # What rests on an interval of lavaan's own precision is as exact as that.
        apart = ((both[column] - reference) / np.maximum(1, reference.abs())).abs()
        assert apart.max() < 1e-5, (column, both.loc[apart.idxmax(), keys].tolist())


@pytest.mark.parametrize("case", CASES)
def test_tests_and_indices_are_lavaans(case):
    ours, theirs = fit(case), lavaan(case)
    for name, quantity in NAMES.items():
        close = 1e-4 if name == "chi2" else 1e-5
        found, known = getattr(ours, name), theirs[quantity]
        assert found == pytest.approx(known, abs=close, nan_ok=True), name
    assert ours.srmr == pytest.approx(theirs["srmr"], abs=1e-5)
    assert ours.parameters == theirs["npar"]
    for name, quantity in [("loglik", "logl"), ("aic", "aic"), ("bic", "bic")]:
        expected = theirs.get(quantity, np.nan)
        assert getattr(ours, name) == pytest.approx(expected, abs=1e-4, nan_ok=True)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "chisq.scaled" in lavaan(case)]
)
def test_scaled_and_robust_figures_are_lavaans(case):
    ours, theirs = fit(case), lavaan(case)
    factor = theirs["chisq.scaling.factor"]
    assert ours.scaling_factor == pytest.approx(factor, abs=1e-5)
    for name, quantity in NAMES.items():
        close = 1e-4 if name == "chi2" else 1e-5
        scaled = getattr(ours, f"scaled_{name}")
        assert scaled == pytest.approx(theirs[f"{quantity}.scaled"], abs=close), name
        known = theirs.get(f"{quantity}.robust", np.nan)
        if not np.isnan(known):
            robust = getattr(ours, f"robust_{name}")
            assert robust == pytest.approx(known, abs=1e-5), name


@pytest.mark.parametrize("case", SCORES["case"].unique())
def test_factor_scores_are_lavaans(case):
    theirs = SCORES[SCORES["case"] == case]
    ours = fit(case).factor_scores().head(len(theirs))
    names = ["trust", "bond"]
    assert np.allclose(ours[names], theirs[names], atol=1e-4)

import numpy as np
import pandas as pd
import pytest

from lederlib.measure.cfa import cfa

MODEL = "f =~ y1 + y2 + y3 + y4"


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("skewed", {}),
        ("skewed", {"estimator": "MLR"}),
        ("missing_at_random", {"estimator": "MLR", "missing": "fiml"}),
    ],
)
def test_everybody_twice_is_twice_the_evidence(name, options, table):
    once = cfa(MODEL, table(name), **options)
    twice = cfa(MODEL, pd.concat(2 * [table(name)], ignore_index=True), **options)
    np.testing.assert_allclose(twice.estimates["est"], once.estimates["est"], rtol=1e-6)
    assert twice.chi2 == pytest.approx(2 * once.chi2, rel=1e-6)
    assert twice.loglik == pytest.approx(2 * once.loglik, rel=1e-9)
    np.testing.assert_allclose(
        twice.fit.covariance, once.fit.covariance / 2, rtol=1e-4, atol=1e-10
    )
    scale = once.scaling_factor
    assert twice.scaling_factor == pytest.approx(scale, rel=1e-5, nan_ok=True)


def test_clusters_of_one_person_are_no_clusters(table):
    data = table("skewed").assign(person=lambda rows: rows.index)
    plain = cfa(MODEL, data, "MLR").estimates
    alone = cfa(MODEL, data, "MLR", cluster="person").estimates
    both = plain.merge(alone, on=["lhs", "op", "rhs"], suffixes=("", "_alone"))
    assert len(both) == len(plain)
    correction = np.sqrt(len(data) / (len(data) - 1))
    np.testing.assert_allclose(both["est_alone"], both["est"], rtol=1e-6)
    np.testing.assert_allclose(both["se_alone"], correction * both["se"], rtol=1e-6)


def test_without_gaps_full_information_is_the_same_fit(table):
    plain, full = (
        cfa(MODEL, table("skewed")),
        cfa(MODEL, table("skewed"), missing="fiml"),
    )
    assert full.chi2 == pytest.approx(plain.chi2, rel=1e-8)
    assert full.loglik == pytest.approx(plain.loglik, rel=1e-10)
    # Nothing is missing, so that the correction for gaps has nothing to correct.
    for name in ("cfi", "tli", "rmsea", "rmsea_low", "rmsea_high"):
        found = getattr(full, f"robust_{name}")
        assert found == pytest.approx(getattr(plain, name), abs=1e-6), name

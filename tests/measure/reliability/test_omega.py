"""Omega: psych's and semTools' figures, known structures, and what it needs."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import alpha, omega
from lederlib.measure.reliability.omega import schmid_leiman

R = pd.read_csv("tests/reference/reliability.csv")
TABLES = [
    "continuous",
    "five_points",
    "three_points",
    "missing_at_random",
    "skewed",
    "two_groups",
]


def reference_table(name):
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


def theirs(name, quantity):
    rows = R[(R["table"] == name) & (R["quantity"] == quantity)]
    return rows["value"].item()


@pytest.mark.parametrize("factors", [2, 3])
@pytest.mark.parametrize("name", TABLES)
def test_total_and_hierarchical_are_psychs(name, factors):
    for kind in ("total", "hierarchical"):
        result = omega(reference_table(name), factors, kind, method="ml")
        expected = theirs(name, f"omega_{kind}{factors}")
        assert result.value == pytest.approx(expected, abs=1e-4)
        assert result.converged


@pytest.mark.parametrize("name", TABLES)
def test_omega_of_one_factor_is_semtools(name):
    result = omega(reference_table(name), kind="cfa")
    assert result.value == pytest.approx(theirs(name, "omega_cfa"), abs=1e-6)
    assert result.loadings.columns.tolist() == ["factor", "uniqueness"]


def test_a_known_general_factor_comes_back():
    general = np.full(9, 0.6)
    groups = np.kron(np.eye(3), np.full((3, 1), 0.5))
    between = np.outer(general, general) + groups @ groups.T
    np.fill_diagonal(between, 1)
    for method in ("minres", "ml"):
        found = schmid_leiman(between, 3, method=method)
        np.testing.assert_allclose(found.general, general, atol=1e-5)
        group = np.sort(np.abs(found.groups), axis=1)
        np.testing.assert_allclose(group[:, -1], 0.5, atol=1e-5)
        np.testing.assert_allclose(group[:, :-1], 0, atol=1e-5)
        assert found.common == pytest.approx(0.36 / 0.61, abs=1e-5)


def test_equally_good_items_have_the_same_omega_and_alpha():
    rng = np.random.default_rng(1)
    table = rng.standard_normal((20_000, 1)) + rng.standard_normal((20_000, 5))
    assert omega(table, kind="cfa").value == pytest.approx(alpha(table).value, abs=1e-3)


def test_the_general_factor_never_accounts_for_more_than_all():
    for name in TABLES:
        table = reference_table(name)
        part, whole = omega(table, kind="hierarchical"), omega(table)
        assert 0 < part.value < whole.value < 1
        assert 0 < part.common < 1


def test_the_interval_holds_the_value_and_repeats_itself():
    table = reference_table("forty_groups")
    first = omega(table, kind="cfa", draws=15, rng=3)
    again = omega(table, kind="cfa", draws=15, rng=3)
    assert first.low < first.value < first.high
    assert (first.low, first.high) == (again.low, again.high)
    assert "bootstrap" in first.summary("da")
    assert np.isnan(omega(table, kind="cfa").low)


def test_polychoric_omega_is_higher_where_answers_are_coarse():
    table = reference_table("three_points")
    behind = omega(table, correlations="polychoric")
    assert behind.value > omega(table).value
    assert "polykoriske" in behind.summary("da")


def test_the_summary_names_the_omega():
    table = reference_table("missing_at_random")
    assert "Omega total" in omega(table).summary("en")
    assert "Schmid–Leiman" in omega(table, kind="hierarchical").summary("da")
    assert "med én faktor" in omega(table, kind="cfa").summary("da")
    assert "left out:" in omega(table).summary("en")
    assert omega(table).to_frame().index.tolist() == ["total"]


FIVE = reference_table("five_points")


@pytest.mark.parametrize(
    ("table", "options", "sentence"),
    [
        (FIVE.assign(y1=2), {}, "'y1' must vary"),
        (FIVE.assign(y1="ja"), {}, "'y1' must hold numbers; got 'ja'"),
        (FIVE, {"kind": "h"}, "kind must be one of total, hierarchical, cfa"),
        (FIVE, {"factors": 9}, "factors must be at most 7 for 12 items"),
        (FIVE, {"factors": 1, "kind": "hierarchical"}, "at least 2 for hierarchical"),
        (FIVE, {"factors": 3, "kind": "cfa"}, "must be 1 for omega of kind 'cfa'"),
        (FIVE[["y1", "y2", "y3", "y4"]], {}, "factors must be at most 1 for 4 items"),
        (
            FIVE.assign(æ=FIVE["y2"]),
            {"kind": "cfa"},
            r"'y2' and 'æ' \(r = 1.000\)",
        ),
        (FIVE, {"correlations": "polychoric", "draws": 9}, "draws must be 0"),
    ],
)
def test_one_sentence_says_what_is_wrong(table, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        omega(table, **options)


def test_the_interval_is_the_middle_of_omega_in_samples_of_people():
    few = reference_table("forty_groups").iloc[:60]
    found = omega(few, kind="cfa", draws=20, confidence=0.9, rng=5)
    chosen = np.random.default_rng(5).integers(0, 60, (20, 60), dtype=np.int32)
    slow = [omega(few.iloc[rows], kind="cfa").value for rows in chosen]
    ends = np.quantile(slow, [0.05, 0.95])
    np.testing.assert_allclose([found.low, found.high], ends, rtol=1e-5)

"""Heterotrait–monotrait ratios: semTools' figures and laws."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import htmt

R = pd.read_csv("tests/reference/reliability.csv")
TABLES = [
    "continuous",
    "five_points",
    "three_points",
    "missing_at_random",
    "skewed",
    "two_groups",
]
FACTORS = {
    f"f{number + 1}": [f"y{4 * number + place}" for place in range(1, 5)]
    for number in range(3)
}


def reference_table(name):
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


def theirs(name, word):
    rows = R[(R["table"] == name) & R["quantity"].str.startswith(f"{word} f")]
    return rows["value"].to_numpy()


@pytest.mark.parametrize("kind", ["HTMT", "HTMT2"])
@pytest.mark.parametrize("name", TABLES)
def test_ratios_are_semtools(name, kind):
    result = htmt(reference_table(name), FACTORS, kind=kind)
    expected = theirs(name, kind.lower())
    np.testing.assert_allclose(result.to_frame()["value"], expected, rtol=1e-8)
    assert (result.low.to_numpy() <= result.values.to_numpy() + 1e-12).all()
    assert (result.high.to_numpy() >= result.values.to_numpy() - 1e-12).all()


@pytest.mark.parametrize("name", ["five_points", "three_points"])
def test_polychoric_ratios_are_semtools_too(name):
    result = htmt(reference_table(name), FACTORS, correlations="polychoric")
    expected = theirs(name, "polychoric")
    np.testing.assert_allclose(result.to_frame()["value"], expected, rtol=1e-6)
    assert result.low.isna().to_numpy().all()


def test_one_factor_under_two_names_has_a_ratio_of_one():
    rng = np.random.default_rng(1)
    seen = rng.standard_normal((5000, 1)) + 0.7 * rng.standard_normal((5000, 6))
    table = pd.DataFrame(seen, columns=list("abcdef"))
    result = htmt(table, {"ro": list("abc"), "tillid": list("def")})
    assert result.values.loc["ro", "tillid"] == pytest.approx(1, abs=0.02)
    assert result.low.loc["ro", "tillid"] < 1 < result.high.loc["ro", "tillid"]


def test_the_summary_names_kind_and_the_hardest_pair():
    words = htmt(reference_table("continuous"), FACTORS, kind="HTMT").summary("da")
    assert "HTMT er 0,36" in words
    assert "f2 og f3" in words
    assert "HTMT2" in htmt(reference_table("continuous"), FACTORS).summary("en")


@pytest.mark.parametrize(
    ("factors", "sentence"),
    [
        ({"ro": ["y1", "y2"]}, "factors must be at least 2; got 1"),
        ({"ro": ["y1", "y2"], "mål": ["y3"]}, "Factor 'mål' must list at least 2"),
        ({"ro": ["y1", "y2"], "mål": "y3"}, "Factor 'mål' must list at least 2"),
        ({"ro": ["y1", "y2"], "mål": ["y3", "æ"]}, "an item of factor 'mål' .* 'æ'"),
    ],
)
def test_one_sentence_says_which_factor_is_wrong(factors, sentence):
    with pytest.raises(ValueError, match=sentence):
        htmt(reference_table("continuous"), factors)


def test_an_item_without_spread_is_named():
    table = reference_table("continuous").assign(y2=1)
    with pytest.raises(ValueError, match="'y2' must vary"):
        htmt(table, FACTORS)


def test_items_that_do_not_go_together_give_no_ratio_and_say_so():
    rng = np.random.default_rng(0)
    apart = pd.DataFrame({"a": [1, 2, 1, 2], "b": [1, 1, 2, 2]})
    both = apart.assign(c=rng.normal(size=4), d=rng.normal(size=4))
    ratios = htmt(both, {"x": ["a", "b"], "y": ["c", "d"]}, draws=100)
    assert np.isnan(ratios.values.loc["x", "y"])
    assert "cannot be held against each other" in ratios.summary("en")

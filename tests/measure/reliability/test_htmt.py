"""Heterotrait–monotrait ratios: semTools' figures and laws."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, htmt

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


@pytest.mark.parametrize("kind", ["HTMT", "HTMT2"])
@pytest.mark.parametrize("name", TABLES)
def test_moments_of_batches_give_the_ratios_of_the_rows(name, kind):
    table = reference_table(name)
    parts = [Moments.from_table(table.iloc[at::3]) for at in range(3)]
    whole = htmt(table, FACTORS, kind=kind, draws=100)
    pieces = htmt(parts[0].merge(*parts[1:]), FACTORS, kind=kind)
    np.testing.assert_allclose(pieces.values, whole.values, rtol=1e-12)
    assert (pieces.n, pieces.dropped) == (whole.n, whole.dropped)
    assert pieces.low.isna().all(axis=None)
    assert pieces.high.isna().all(axis=None)
    assert whole.summary("da").startswith(pieces.summary("da"))


def test_items_of_no_factor_and_their_order_do_not_count():
    table = reference_table("five_points")
    few = {"x": ["y7", "y2"], "y": ["y2", "y5", "y1"]}
    flat = Moments.from_table(table[table.columns[::-1]].assign(y9=3))
    again = htmt(flat, few)
    np.testing.assert_allclose(
        again.values, htmt(table, few, draws=100).values, rtol=1e-12
    )
    assert again.values.index.to_list() == ["x", "y"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"draws": 200}, "The bootstrap needs the answers themselves"),
        (
            {"correlations": "polychoric"},
            "A polychoric correlation needs the answers themselves",
        ),
        ({"draws": 0}, "draws must lie between 100 and"),
    ],
)
def test_what_moments_cannot_give_is_refused(options, sentence):
    known = Moments.from_table(reference_table("five_points"))
    with pytest.raises(ValueError, match=sentence) as caught:
        htmt(known, FACTORS, **options)
    assert "\n" not in str(caught.value)


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
    table = reference_table("continuous")
    for items in (table, Moments.from_table(table)):
        with pytest.raises(ValueError, match=sentence):
            htmt(items, factors)


def test_an_item_without_spread_is_named():
    table = reference_table("continuous").assign(y2=1)
    for items in (table, Moments.from_table(table)):
        with pytest.raises(ValueError, match="'y2' must vary"):
            htmt(items, FACTORS)


def test_items_that_do_not_go_together_give_no_ratio_and_say_so():
    rng = np.random.default_rng(0)
    apart = pd.DataFrame({"a": [1, 2, 1, 2], "b": [1, 1, 2, 2]})
    both = apart.assign(c=rng.normal(size=4), d=rng.normal(size=4))
    ratios = htmt(both, {"x": ["a", "b"], "y": ["c", "d"]}, draws=100)
    assert np.isnan(ratios.values.loc["x", "y"])
    assert "cannot be held against each other" in ratios.summary("en")


def test_draws_of_polychoric_ratios_are_refused():
    with pytest.raises(ValueError, match="draws must be None for polychoric"):
        htmt(
            reference_table("five_points"),
            FACTORS,
            correlations="polychoric",
            draws=200,
        )


def test_the_interval_is_the_middle_of_the_ratios_in_samples_of_people():
    few = reference_table("continuous").iloc[:80]
    found = htmt(few, FACTORS, draws=100, confidence=0.9, rng=5)
    chosen = np.random.default_rng(5).integers(0, 80, (100, 80), dtype=np.int32)
    slow = [htmt(Moments.from_table(few.iloc[rows]), FACTORS).values for rows in chosen]
    ends = np.quantile(slow, [0.05, 0.95], axis=0)
    np.testing.assert_allclose([found.low, found.high], ends, rtol=1e-8)

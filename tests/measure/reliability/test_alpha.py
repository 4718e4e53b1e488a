"""Coefficient alpha: psych's figures, laws, and what is wrong with a table."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from lederlib.measure import alpha, polychoric
from lederlib.measure.reliability.coefficients import alpha_of

PSYCH = pd.read_csv("tests/reference/reliability.csv")


def reference_table(name):
    """Return the tables of `reliability.R` under the same names."""
    if name == "teachers":
        both = pd.read_csv("tests/reference/tables/two_groups.csv")
        return both[both["profession"] == "teacher"].iloc[:, :11]
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


FIVE = reference_table("five_points")


@pytest.mark.parametrize("name", PSYCH["table"].unique())
def test_figures_are_psychs(name):
    result = alpha(reference_table(name))
    theirs = PSYCH[PSYCH["table"] == name].set_index("quantity")["value"]
    ours = [
        result.value,
        result.low,
        result.high,
        result.standardized,
        result.mean_correlation,
    ]
    names = ["alpha", "low", "high", "standardized", "mean_correlation"]
    np.testing.assert_allclose(ours, theirs[names], rtol=1e-8)


@given(st.floats(0.1, 10), st.floats(-5, 5))
def test_neither_unit_nor_zero_matters(unit, zero):
    assert alpha(FIVE * unit + zero).value == pytest.approx(alpha(FIVE).value)


def test_equally_good_items_gain_as_spearman_and_brown_say():
    between = np.full((6, 6), 0.3) + 0.7 * np.eye(6)
    half = alpha_of(between[:3, :3])
    assert alpha_of(between) == pytest.approx(2 * half / (1 + half))


def test_items_that_are_alike_repeat_themselves_exactly():
    twins = pd.DataFrame({"a": FIVE["y1"], "b": FIVE["y1"]})
    result = alpha(twins)
    assert (result.value, result.low, result.high) == pytest.approx((1, 1, 1))


def test_the_bootstrap_agrees_with_feldt_where_feldt_is_right():
    values = reference_table("continuous")[["y1", "y2", "y3", "y4"]]
    feldt, drawn = alpha(values), alpha(values, interval="bootstrap", rng=2)
    assert (drawn.low, drawn.high) == pytest.approx((feldt.low, feldt.high), abs=0.02)
    assert drawn.value == feldt.value
    again = alpha(values, interval="bootstrap", rng=np.random.default_rng(2))
    assert (again.low, again.high) == (drawn.low, drawn.high)


def test_ordinal_alpha_is_that_of_the_variables_behind_the_answers():
    rng = np.random.default_rng(3)
    behind = rng.standard_normal((4000, 1)) + rng.standard_normal((4000, 5))
    seen = (behind > 0.5).astype(int)
    ordinal, raw = alpha(seen, kind="ordinal"), alpha(seen)
    truth = alpha(behind).value
    assert ordinal.low < truth < ordinal.high
    assert raw.high < ordinal.low
    assert ordinal.standardized == raw.standardized


def test_the_ordinal_interval_holds_its_promise():
    rng = np.random.default_rng(4)
    held = []
    for _ in range(200):
        behind = rng.standard_normal((300, 1)) + rng.standard_normal((300, 4))
        result = alpha(np.digitize(behind, [-1, 0.5]), kind="ordinal")
        held.append(result.low < 0.8 < result.high)
    assert 0.9 < np.mean(held) < 0.99


def test_people_with_gaps_are_left_out_and_counted():
    gaps = FIVE.astype(float)
    gaps.iloc[:7, 0] = np.nan
    result = alpha(gaps)
    assert (result.n, result.dropped) == (593, 7)
    assert result.value == alpha(FIVE.iloc[7:]).value
    assert "udeladt: 7" in result.summary("da")
    assert "left out: 7" in result.summary("en")


def test_an_item_that_was_not_turned_round_is_named():
    turned = FIVE.assign(ærgrelse=6 - FIVE["y3"]).drop(columns="y3")
    assert alpha(turned).against == ("ærgrelse",)
    assert "ærgrelse" in alpha(turned).summary("da")


def test_the_summary_says_which_alpha_and_which_interval():
    words = alpha(FIVE).summary("da")
    assert "Alfa (rå)" in words
    assert "efter Feldt" in words
    assert "600 personer" in words
    frame = alpha(FIVE).to_frame()
    assert frame.index.tolist() == ["raw"]
    assert frame["n"].item() == 600


@pytest.mark.parametrize(
    ("table", "options", "sentence"),
    [
        (FIVE.assign(y2=3), {}, "'y2' must vary; every answer is 3"),
        (FIVE.assign(y2=np.nan), {}, "'y2' must have answers; all 600"),
        (FIVE.assign(y2="å"), {}, "'y2' must hold numbers; got 'å'"),
        (FIVE[["y1"]], {}, "at least 2; got 1"),
        (FIVE[["y1"]].assign(b=-FIVE["y1"]), {}, "cancel one another out"),
        (FIVE, {"kind": "beta"}, "kind must be one of raw, standardized, ordinal"),
        (
            FIVE,
            {"kind": "ordinal", "interval": "feldt"},
            "interval must be delta for ordinal alpha; got 'feldt'",
        ),
        (FIVE, {"confidence": 95}, "confidence must lie between 0.5 and 0.999"),
    ],
)
def test_one_sentence_says_what_is_wrong(table, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        alpha(table, **options)


def test_a_sample_without_spread_has_no_alpha_and_does_not_stop_the_others():
    few = [[1, 1], [1, 2], [5, 4]]
    result = alpha(few, interval="bootstrap", rng=1)
    assert result.low <= result.high


def test_the_bootstrap_by_sums_is_the_one_by_people():
    few = FIVE.iloc[:40, :4]
    found = alpha(few, interval="bootstrap", draws=100, confidence=0.9, rng=5)
    chosen = np.random.default_rng(5).integers(0, 40, (100, 40), dtype=np.int32)
    slow = [alpha(few.iloc[rows]).value for rows in chosen]
    ends = np.quantile(slow, [0.05, 0.95])
    np.testing.assert_allclose([found.low, found.high], ends, rtol=1e-10)


def test_the_ordinal_interval_follows_from_the_errors_of_the_correlations():
    """By differences of log(1 − alpha) in each polychoric correlation."""
    behind = polychoric(FIVE, covariance=True)
    between = behind.correlations.to_numpy()
    slopes = []
    for first, second in zip(*np.triu_indices(len(between), 1), strict=True):
        ends = []
        for move in (-1e-6, 1e-6):
            moved = between.copy()
            moved[[first, second], [second, first]] += move
            ends.append(np.log(1 - alpha_of(moved)))
        slopes.append((ends[1] - ends[0]) / 2e-6)
    pairs = behind.covariance.to_numpy()[-len(slopes) :, -len(slopes) :]
    error = np.sqrt(slopes @ pairs @ slopes)
    found = alpha(FIVE, kind="ordinal")
    reach = np.log((1 - found.low) / (1 - found.high)) / 2
    assert reach == pytest.approx(norm.ppf(0.975) * error, rel=1e-6)

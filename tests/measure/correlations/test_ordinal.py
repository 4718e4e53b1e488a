"""Two-step moments of ordered answers: lavaan's figures, and laws."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.measure.correlations.ordinal import ordinal_moments

REFERENCE = Path("tests/reference")


def codes_of(name):
    """Return the tables of `polychoric.R`, counted from 0."""
    if name == "nurses":
        table = pd.read_csv(REFERENCE / "tables/two_groups_ordered.csv")
        return table[table["profession"] == "nurse"].iloc[:, :12].to_numpy() - 1
    if name in {"two_points", "uneven"}:
        five = pd.read_csv(REFERENCE / "tables/five_points.csv")
        columns = {
            "two_points": [five["y1"] == 1, five["y4"] == 5, five["y2"] >= 3],
            "uneven": [
                five["y1"] >= 3,
                np.digitize(five["y2"], [2.5, 3.5]),
                five["y3"] - 1,
            ],
        }
        return np.column_stack(columns[name]).astype(int)
    table = pd.read_csv(REFERENCE / f"tables/{name}.csv")
    return table.select_dtypes("number").to_numpy() - 1


LAVAAN = pd.read_csv(REFERENCE / "polychoric.csv")


@pytest.mark.parametrize("name", LAVAAN["table"].unique())
def test_thresholds_correlations_and_covariance_are_lavaans(name):
    moments = ordinal_moments(codes_of(name))
    theirs = LAVAAN[LAVAAN["table"] == name]
    kind = theirs["quantity"].str.partition(" ")[0]
    values = {key: theirs.loc[kind == key, "value"].to_numpy() for key in set(kind)}
    cuts = np.concatenate(moments.thresholds)
    pairs = moments.statistics[len(cuts) :]
    np.testing.assert_allclose(cuts, values["threshold"], atol=1e-7)
    np.testing.assert_allclose(pairs, values["correlation"], atol=1e-7)
    places = theirs.loc[kind == "gamma", "quantity"].str.split().str[1:].to_list()
    rows, columns = np.array(places, dtype=int).T - 1
    gamma = moments.gamma()[rows, columns]
    np.testing.assert_allclose(gamma, values["gamma"], rtol=1e-6, atol=1e-6)


def test_the_covariance_is_that_of_repeated_samples():
    rng = np.random.default_rng(1)
    scores = rng.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], size=(400, 500))
    codes = np.digitize(scores, [-0.5, 0.8])
    all_moments = [ordinal_moments(sample) for sample in codes]
    seen = np.cov([moments.statistics for moments in all_moments], rowvar=False) * 500
    said = np.mean([moments.gamma() for moments in all_moments], axis=0)
    np.testing.assert_allclose(seen, said, atol=0.5)
    np.testing.assert_allclose(np.diag(seen), np.diag(said), rtol=0.25)


@given(st.integers(0, 2**32 - 1))
def test_turning_an_item_round_turns_its_correlations_round(seed):
    codes = np.random.default_rng(seed).integers(0, 3, (60, 3))
    codes[:3] = np.arange(3)[:, None]
    turned = codes * [1, -1, 1] + [0, 2, 0]
    ours = ordinal_moments(codes, influence=False).correlations
    theirs = ordinal_moments(turned, influence=False).correlations
    sign = np.array([1, -1, 1])
    np.testing.assert_allclose(theirs, ours * np.outer(sign, sign), atol=1e-8)


def test_each_person_adds_nothing_on_average():
    influence = ordinal_moments(codes_of("five_points")).influence
    np.testing.assert_allclose(influence.mean(axis=0), 0, atol=1e-9)


def test_two_items_that_always_agree_correlate_by_one_or_almost():
    two = np.array([[0, 0], [1, 1], [1, 1], [0, 0]])
    assert ordinal_moments(two, influence=False).correlations[0, 1] == 1
    assert ordinal_moments(two * [1, -1] + [0, 1]).correlations[0, 1] == -1
    three = np.tile(np.arange(3)[:, None], (20, 2))
    moments = ordinal_moments(three)
    assert moments.correlations[0, 1] == pytest.approx(0.999)
    assert np.isfinite(moments.gamma()).all()


def test_empty_cells_are_counted():
    assert ordinal_moments(codes_of("two_points")).empty_cells[0, 1] == 1
    assert ordinal_moments(codes_of("uneven")).empty_cells.sum() == 0


def test_a_category_that_nobody_chose_is_named():
    codes = np.array([[0, 0], [1, 2], [0, 0], [1, 2]])
    with pytest.raises(ValueError, match=r"'øre' .* 3 categories; category 2 has none"):
        ordinal_moments(codes, names=["a", "øre"])
    with pytest.raises(ValueError, match=r"'item1' .* category 3 has none"):
        ordinal_moments(codes[:, ::-1] // 2, categories=[3, 2])
    with pytest.raises(ValueError, match="'item1' must vary"):
        ordinal_moments(codes * [0, 1])


def test_the_covariance_must_be_asked_for():
    moments = ordinal_moments(codes_of("two_points"), influence=False)
    with pytest.raises(ValueError, match="influence=True"):
        moments.gamma()

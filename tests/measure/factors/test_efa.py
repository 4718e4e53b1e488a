"""Exploratory factor analysis: R's figures up to order and sign, laws, bad tables."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import efa
from lederlib.measure.factors.extraction import extract
from lederlib.measure.factors.rotation import rotate

R = pd.read_csv("tests/reference/factors.csv")
TABLES = list(R["table"].unique())


def reference_table(name):
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


def theirs(name, quantity):
    """Return R's figures of one quantity, as a vector or a matrix."""
    rows = R[R["table"] == name]
    words = rows["quantity"].str.split()
    chosen = rows[words.str[0] == quantity]
    places = chosen["quantity"].str.split().str[1:].map(lambda at: [*map(int, at)])
    if places.map(len).max() < 2:
        return chosen["value"].to_numpy()
    rows_columns = np.array(places.to_list()).T - 1
    matrix = np.empty(rows_columns.max(axis=1) + 1)
    matrix[tuple(rows_columns)] = chosen["value"]
    return matrix


def matched(values, other):
    """Return which columns of `other` are which of `values`, and with which sign."""
    likeness = values.T @ other
    order = np.abs(likeness).argmax(axis=1)
    assert sorted(order) == list(range(len(order)))
    return order, np.sign(likeness[np.arange(len(order)), order])


@pytest.mark.parametrize("name", TABLES)
def test_maximum_likelihood_is_factanals(name):
    result = efa(reference_table(name), 3, method="ml", rotation="none")
    np.testing.assert_allclose(
        result.uniquenesses, theirs(name, "ml_uniqueness"), atol=1e-5
    )
    assert result.chi2 == pytest.approx(theirs(name, "ml_chi2").item(), abs=1e-4)
    assert result.df == theirs(name, "ml_df").item()
    assert result.p == pytest.approx(theirs(name, "ml_p").item(), abs=1e-5)
    assert result.converged


@pytest.mark.parametrize("rotation", ["varimax", "promax", "oblimin"])
@pytest.mark.parametrize("name", TABLES)
def test_rotations_are_rs_up_to_order_and_sign(name, rotation):
    result = efa(reference_table(name), 3, method="ml", rotation=rotation)
    ours, other = result.loadings.to_numpy(), theirs(name, rotation)
    order, sign = matched(ours, other)
    np.testing.assert_allclose(ours, other[:, order] * sign, atol=1e-4)
    if rotation == "oblimin":
        between = theirs(name, "oblimin_correlation")[np.ix_(order, order)]
        expected = between * np.outer(sign, sign)
        np.testing.assert_allclose(result.correlations, expected, atol=1e-4)


@pytest.mark.parametrize("name", TABLES)
def test_least_squares_are_lavaans(name):
    result = efa(reference_table(name), 3, rotation="none")
    expected = theirs(name, "minres_uniqueness")
    np.testing.assert_allclose(result.uniquenesses, expected, atol=1e-4)


def test_least_squares_leave_nothing_on_the_diagonal_to_gain():
    between = np.corrcoef(reference_table("continuous").to_numpy(), rowvar=False)
    found = extract(between, 3)
    model = found.loadings @ found.loadings.T + np.diag(found.uniquenesses)
    np.testing.assert_allclose(np.diag(model), 1, atol=1e-8)
    rng = np.random.default_rng(1)
    off = ~np.eye(12, dtype=bool)
    for _ in range(50):
        moved = found.loadings + 0.01 * rng.standard_normal((12, 3))
        worse = ((between - moved @ moved.T)[off] ** 2).sum()
        assert worse > 4 * found.misfit * 0.5


def test_a_known_structure_comes_back():
    loadings = np.kron(np.eye(2), np.array([[0.8], [0.7], [0.6], [0.5]]))
    factors = np.array([[1, 0.4], [0.4, 1]])
    between = loadings @ factors @ loadings.T
    np.fill_diagonal(between, 1)
    for method in ("minres", "ml"):
        turned = rotate(extract(between, 2, method=method).loadings, "oblimin")
        order, sign = matched(loadings, turned.loadings)
        np.testing.assert_allclose(
            turned.loadings[:, order] * sign, loadings, atol=1e-5
        )
        expected = 0.4 * sign[0] * sign[1]
        assert turned.correlations[0, 1] == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("rotation", ["none", "varimax", "promax", "oblimin"])
def test_no_rotation_changes_what_is_explained(rotation):
    result = efa(reference_table("five_points"), 3, rotation=rotation)
    pattern, between = result.loadings.to_numpy(), result.correlations.to_numpy()
    shared = np.diag(pattern @ between @ pattern.T)
    np.testing.assert_allclose(shared + result.uniquenesses, 1, atol=1e-8)
    assert result.explained.sum() == pytest.approx(shared.mean())


def test_factors_are_sorted_and_signed_by_the_stated_rule():
    for name in TABLES:
        loadings = efa(reference_table(name), 3).loadings
        assert (loadings.sum() > 0).all()
        assert (loadings**2).sum().is_monotonic_decreasing


def test_the_order_of_people_and_items_does_not_matter():
    table = reference_table("five_points")
    ours = efa(table, 3).loadings
    mixed = efa(table.sample(frac=1, random_state=1)[table.columns[::-1]], 3).loadings
    np.testing.assert_allclose(mixed.loc[table.columns], ours, atol=1e-5)


def test_polychoric_loadings_are_nearer_the_truth_than_pearsons():
    table = reference_table("three_points")
    pearson = efa(table, 3).loadings.max(axis=1)
    polychoric = efa(table, 3, correlations="polychoric")
    truth = np.tile([0.8, 0.7, 0.6, 0.75], 3)
    far = np.abs(pearson - truth).mean()
    assert np.abs(polychoric.loadings.max(axis=1) - truth).mean() < far
    assert np.isnan(polychoric.chi2)


def test_one_factor_needs_no_rotation():
    table = reference_table("forty_groups")
    one = efa(table, 1)
    assert one.loadings.columns.tolist() == ["F1"]
    assert one.correlations.to_numpy().tolist() == [[1]]


def test_an_item_without_variance_of_its_own_is_named():
    between = np.array([[1, 0.7, 0.7], [0.7, 1, 0.3], [0.7, 0.3, 1]])
    scores = np.random.default_rng(1).standard_normal((200, 3))
    scores -= scores.mean(axis=0)
    white = scores @ np.linalg.inv(np.linalg.cholesky(np.cov(scores.T))).T
    exact = white @ np.linalg.cholesky(between).T
    result = efa(pd.DataFrame(exact, columns=["å", "b", "c"]), 1)
    assert result.heywood == ("å",)
    assert "Heywood" in result.summary("da")


def test_the_summary_says_what_was_done_and_who_was_left_out():
    words = efa(reference_table("missing_at_random"), 3, method="ml").summary("en")
    assert "maximum likelihood" in words
    assert "left out:" in words
    frame = efa(reference_table("five_points"), 2).to_frame()
    assert frame.columns.tolist() == ["F1", "F2", "uniqueness"]


FIVE = reference_table("five_points")


@pytest.mark.parametrize(
    ("table", "options", "sentence"),
    [
        (FIVE.assign(y1=4), {}, "'y1' must vary; every answer is 4"),
        (FIVE.assign(y1=np.nan), {}, "'y1' must have answers"),
        (FIVE.assign(y1="nej"), {}, "'y1' must hold numbers; got 'nej'"),
        (FIVE, {"factors": 8}, "factors must be at most 7 for 12 items; got 8"),
        (FIVE, {"factors": 0}, "factors must lie between 1 and 7; got 0"),
        (FIVE, {"factors": 1.5}, "factors must be a whole number"),
        (FIVE, {"method": "pca"}, "method must be one of minres, ml; got 'pca'"),
        (FIVE, {"rotation": "Oblimin"}, "Nearest: 'oblimin'"),
        (
            FIVE.assign(ø=FIVE["y3"]),
            {"method": "ml"},
            r"two most alike are 'y3' and 'ø' \(r = 1.000\)",
        ),
        (FIVE[["y1", "y2"]], {}, "at least 3; got 2"),
    ],
)
def test_one_sentence_says_what_is_wrong(table, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        efa(table, **{"factors": 2, **options})

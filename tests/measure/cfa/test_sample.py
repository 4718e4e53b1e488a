import numpy as np
import pandas as pd
import pytest

from lederlib.measure import Moments, cfa, invariance
from lederlib.measure.cfa.frame import frame_of
from lederlib.measure.cfa.ordered import ordered_levels
from lederlib.measure.cfa.people import read_people
from lederlib.measure.cfa.sample import (
    likelihood_samples,
    require_positive,
    sample_of,
    sample_of_moments,
)
from lederlib.measure.cfa.syntax import read_syntax

RNG = np.random.default_rng(2)
ANSWERS = pd.DataFrame(RNG.normal(size=(60, 3)), columns=list("abc")).assign(
    unit=["south", "north"] * 30, team=np.repeat(range(10), 6), note="text"
)


def with_gaps():
    table = ANSWERS.astype({"unit": object, "team": float})
    table.loc[[0, 5], "a"] = np.nan
    table.loc[7, ["a", "b", "c"]] = np.nan
    table.loc[11, "unit"] = None
    table.loc[20, "team"] = np.nan
    return table


@pytest.mark.parametrize("gaps", [False, True])
def test_every_row_is_in_one_group_or_left_out(gaps):
    table = with_gaps()
    found = read_people(table, ["a", "b"], group="unit", cluster="team", gaps=gaps)
    rows = np.concatenate([part.rows for part in found.parts])
    assert len(set(rows)) == len(rows) == found.n
    assert found.n + found.left_out == len(table)
    assert set(range(60)) - set(rows) == ({7, 11, 20} if gaps else {0, 5, 7, 11, 20})
    for part in found.parts:
        assert (table["unit"].iloc[part.rows] == part.name).all()
        np.testing.assert_array_equal(part.values, table[["a", "b"]].iloc[part.rows])


def test_groups_stand_in_the_order_in_which_they_first_appear():
    names = [part.name for part in read_people(ANSWERS, ["a"], group="unit").parts]
    assert names == ["south", "north"]
    turned = read_people(ANSWERS[::-1], ["a"], group="unit")
    assert [part.name for part in turned.parts] == ["north", "south"]


def test_clusters_are_counted_afresh_in_each_group():
    found = read_people(ANSWERS, ["a", "b"], group="unit", cluster="team")
    for part in found.parts:
        teams = ANSWERS["team"].iloc[part.rows].to_numpy()
        assert sorted(set(part.cluster)) == list(range(10))
        assert len(set(zip(part.cluster, teams, strict=True))) == 10
    assert not read_people(ANSWERS, ["a"]).parts[0].cluster.size


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"team": 1}, "cluster must have at least 2 clusters in group 'south'; got 1"),
        ({"unit": None}, "Column 'unit' must have values; all 60 are missing"),
        ({"team": np.nan}, "Column 'team' must have values; all 60 are missing"),
        ({"a": 1.5}, "Item 'a' must vary in group 'south'; every answer is 1.5"),
    ],
)
def test_what_a_group_lacks_is_said_with_its_name(changed, message):
    table = ANSWERS.assign(**changed)
    with pytest.raises(ValueError, match=message):
        read_people(table, ["a", "b"], group="unit", cluster="team")


def test_an_item_without_answers_in_one_group_is_named_even_where_gaps_may_be():
    table = ANSWERS.assign(a=ANSWERS["a"].where(ANSWERS["unit"] == "south"))
    with pytest.raises(ValueError, match="'a' must vary in group 'north'; all are"):
        read_people(table, ["a", "b"], group="unit", gaps=True)


def test_a_long_list_of_columns_is_cut():
    wide = pd.DataFrame(np.eye(30), columns=[f"q{place}" for place in range(30)])
    with pytest.raises(ValueError, match="q19 …") as caught:
        read_people(wide, ["q29a"])
    assert "q20" not in str(caught.value)
    assert "Nearest: 'q29'" in str(caught.value)


def normal(people=300):
    rng = np.random.default_rng(3)
    cov = 0.5 + 0.5 * np.eye(3)
    return rng.multivariate_normal([1, 2, 3], cov, size=people)


def test_answers_without_gaps_have_their_own_moments():
    values = normal()
    found = sample_of(values)
    assert found.answered.whole
    assert np.allclose(found.cov, np.cov(values, rowvar=False, bias=True))


def test_gaps_at_random_hardly_move_the_most_likely_moments():
    values = normal(4000)
    values[np.random.default_rng(4).random(values.shape) < 0.2] = np.nan
    values = values[~np.isnan(values).all(axis=1)]
    found = sample_of(values)
    assert not found.answered.whole
    assert found.size == found.n
    assert np.abs(found.mean - [1, 2, 3]).max() < 0.06
    assert np.abs(found.cov - (0.5 + 0.5 * np.eye(3))).max() < 0.08


def test_the_most_likely_moments_stay_where_they_are():
    values = normal()
    values[:80, 2] = np.nan
    found = sample_of(values)
    kept = values[80:]
    slopes = np.linalg.lstsq(
        np.column_stack([np.ones(len(kept)), kept[:, :2]]), kept[:, 2], rcond=None
    )[0]
    expected = slopes[0] + values[:, :2].mean(axis=0) @ slopes[1:]
    assert found.mean[2] == pytest.approx(expected, abs=1e-8)


def test_moments_alone_are_a_sample_without_people():
    found = sample_of_moments(np.zeros(2), np.eye(2), 50)
    assert found.n == 50
    assert not len(found.values)


@pytest.mark.parametrize(
    ("cov", "message"),
    [
        (np.ones((2, 2)), "'a', 'b' determine each other"),
        (np.diag([1.0, 0.0]), "'b' must vary in group 'north'"),
    ],
)
def test_covariances_that_cannot_be_are_named(cov, message):
    with pytest.raises(ValueError, match=message):
        require_positive(cov, ["a", "b"], " in group 'north'")


THREE = ("y1", "y2", "y3")
ONE = "f =~ y1 + y2 + y3"


@pytest.fixture(scope="module")
def people(table):
    return read_people(table("five_points"), THREE)


@pytest.mark.parametrize(
    ("line", "means", "expected"),
    [("", False, False), ("", True, True), ("\ny2 ~ 1", False, True)],
)
def test_a_model_has_means_where_asked_or_spoken_of(people, line, means, expected):
    syntax = read_syntax(ONE + line)
    found = frame_of(syntax, people, means=means)
    assert found.means is expected


def test_the_frame_counts_the_answers_of_ordered_items_only(people):
    levels = ordered_levels(people, ["y3"])
    found = frame_of(read_syntax(ONE), people, levels, std_lv=True)
    assert dict(found.levels) == {"y3": 5}
    assert found.means


def test_items_that_determine_each_other_name_their_group(table):
    data = table("two_groups").assign(unit=lambda rows: rows["profession"])
    first = data["unit"].iloc[0]
    data["y2"] = data["y2"].where(data["unit"] != first, 2 * data["y1"])
    found = read_people(data, THREE, group="unit")
    with pytest.raises(
        ValueError, match=f"group '{first}' must .* 'y1', 'y2' determine"
    ):
        likelihood_samples(found)


MODEL = "ro =~ a + b + c\ntillid =~ d + e + f"
ITEMS = list("abcdef")


def made(seed=1):
    rng = np.random.default_rng(seed)
    traits = rng.multivariate_normal([0, 0], [[1, 0.4], [0.4, 1]], size=700)
    seen = np.repeat(traits, 3, axis=1) + rng.standard_normal((700, 6))
    table = pd.DataFrame(seen, columns=ITEMS)
    table["enhed"] = np.where(np.arange(700) % 3 > 0, "øst", "vest")
    return table.mask(rng.random(table.shape) < np.r_[np.full(6, 0.02), 0])


TABLE = made()
KNOWN = {
    unit: Moments.from_batches([own[:150], own[150:]])
    for unit, own in TABLE.groupby("enhed", sort=False)[ITEMS]
}


def test_two_groups_of_moments_give_the_fit_of_their_answers():
    first, second = cfa(MODEL, TABLE, group="enhed"), cfa(MODEL, KNOWN)
    assert (second.df, second.n, second.left_out) == (
        first.df,
        first.n,
        first.left_out,
    )
    for name in ("chi2", "loglik", "cfi", "rmsea", "srmr"):
        assert getattr(second, name) == pytest.approx(getattr(first, name), rel=1e-8)
    pair = [fit.estimates[["est", "se", "std"]].to_numpy() for fit in (first, second)]
    assert np.allclose(*pair, rtol=1e-6, atol=1e-8, equal_nan=True)


def test_invariance_from_moments_is_that_of_the_answers():
    first, second = invariance(MODEL, TABLE, "enhed"), invariance(MODEL, KNOWN)
    assert second.groups == first.groups
    assert second.n == first.n
    figures = ["chi2", "df", "cfi", "rmsea", "srmr", "delta_chi2", "delta_df", "p"]
    pair = [found.table[figures].to_numpy(float) for found in (first, second)]
    assert np.allclose(*pair, rtol=1e-5, atol=1e-7, equal_nan=True)


def test_the_order_of_columns_in_the_moments_does_not_matter():
    turned = {
        unit: Moments.from_table(TABLE.loc[TABLE["enhed"] == unit, ITEMS[::-1]])
        for unit in KNOWN
    }
    assert cfa(MODEL, turned).chi2 == pytest.approx(cfa(MODEL, KNOWN).chi2, rel=1e-9)


def few():
    return {"øst": Moments.from_table(TABLE[ITEMS].dropna()[:6])}


@pytest.mark.parametrize(
    ("known", "options", "sentence"),
    [
        (KNOWN, {"estimator": "MLR"}, "Moments serve the estimator ML"),
        (KNOWN, {"missing": "fiml"}, "Moments serve the estimator ML"),
        (KNOWN, {"group": "enhed"}, "group must be None .* got 'enhed'"),
        (KNOWN | few(), {}, "more people than items in group 'øst'; got 6 with 6"),
        (
            {"øst": Moments.from_table(TABLE[ITEMS[:5]])},
            {},
            "model's items in group 'øst' must be one of .* got 'f'",
        ),
    ],
)
def test_one_sentence_says_what_moments_cannot_do(known, options, sentence):
    with pytest.raises(ValueError, match=sentence) as caught:
        cfa(MODEL, known, **options)
    assert "\n" not in str(caught.value)


def test_invariance_needs_two_groups_and_knows_which():
    with pytest.raises(ValueError, match="group must have at least 2 groups"):
        invariance(MODEL, {"øst": KNOWN["øst"]})
    with pytest.raises(ValueError, match="group must name the column of groups"):
        invariance(MODEL, TABLE)

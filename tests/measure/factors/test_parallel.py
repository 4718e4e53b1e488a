"""Parallel analysis: exact draws, and what it suggests of known structures."""

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import parallel_analysis


def reference_table(name):
    table = pd.read_csv(f"tests/reference/tables/{name}.csv")
    return table.select_dtypes("number")


R = pd.read_csv("tests/reference/factors.csv")


@pytest.mark.parametrize("null", ["normal", "permuted"])
@pytest.mark.parametrize("name", ["continuous", "five_points", "missing_at_random"])
def test_three_factors_are_found_and_eigenvalues_are_rs(name, null):
    result = parallel_analysis(reference_table(name), null=null, draws=200)
    assert result.suggested == 3
    mine = R[(R["table"] == name) & R["quantity"].str.startswith("eigenvalue")]
    np.testing.assert_allclose(result.table["observed"], mine["value"], rtol=1e-8)


def test_wishart_draws_are_those_of_people_drawn_one_by_one():
    rng = np.random.default_rng(5)
    table = rng.standard_normal((80, 6))
    result = parallel_analysis(table, draws=4000, rng=1)
    by_hand = np.array(
        [
            np.linalg.eigvalsh(np.corrcoef(rng.standard_normal((80, 6)), rowvar=False))
            for _ in range(4000)
        ]
    )[:, ::-1]
    error = 5 * by_hand.std(axis=0) / np.sqrt(4000) * np.sqrt(2)
    apart = np.abs(result.table["random_mean"] - by_hand.mean(axis=0))
    assert (apart < error).all()
    high = np.quantile(by_hand, 0.95, axis=0)
    np.testing.assert_allclose(result.table["random_high"], high, atol=0.02)


@pytest.mark.parametrize("kind", ["components", "factors"])
def test_items_that_share_nothing_have_no_factor_19_times_in_20(kind):
    rng = np.random.default_rng(6)
    found = [
        parallel_analysis(
            rng.standard_normal((100, 8)), kind=kind, draws=100, rng=rng
        ).suggested
        for _ in range(150)
    ]
    assert np.mean(np.array(found) > 0) == pytest.approx(0.05, abs=0.05)


@pytest.mark.parametrize(("people", "most"), [(50, 0.15), (200, 0), (1000, 0)])
def test_one_factor_is_suggested_where_one_stands_behind(people, most):
    def suggested(loading, draw):
        rng = np.random.default_rng([draw, people])
        trait = loading * rng.standard_normal((people, 1))
        noise = np.sqrt(1 - loading**2) * rng.standard_normal((people, 5))
        return parallel_analysis(trait + noise, draws=100, rng=draw).suggested

    assert {suggested(0.7, draw) for draw in range(20)} == {1}
    assert np.mean([suggested(0.5, draw) != 1 for draw in range(40)]) <= most


def test_the_words_say_what_the_suggestion_is_worth():
    found = parallel_analysis(np.random.default_rng(3).normal(size=(90, 5)), draws=50)
    assert "It is a suggestion" in found.summary("en")
    assert "at least one factor in 5% of studies" in found.summary("en")


def test_shuffled_answers_behave_as_normal_ones_where_answers_are_normal():
    table = reference_table("continuous")
    normal = parallel_analysis(table, draws=400).table
    shuffled = parallel_analysis(table, null="permuted", draws=400).table
    np.testing.assert_allclose(
        normal["random_mean"], shuffled["random_mean"], atol=0.01
    )


def test_only_leading_eigenvalues_are_kept():
    table = parallel_analysis(reference_table("continuous"), draws=100).table
    assert table["kept"].sum() == 3
    assert table["kept"].iloc[:3].all()
    assert table.index.tolist() == list(range(1, 13))


def test_the_same_chance_gives_the_same_table_and_progress_ends_at_one():
    table, told = reference_table("skewed"), []
    first = parallel_analysis(table, null="permuted", draws=50, progress=told.append)
    again = parallel_analysis(table, null="permuted", draws=50)
    pd.testing.assert_frame_equal(first.table, again.to_frame())
    assert told[-1] == 1
    assert told == sorted(told)


def test_the_summary_says_what_chance_was():
    table = reference_table("missing_at_random")
    result = parallel_analysis(table, null="permuted", draws=50)
    assert "tilfældig orden" in result.summary("da")
    assert "95" in result.summary("da")
    assert "left out:" in result.summary("en")


FIVE = reference_table("five_points")


@pytest.mark.parametrize(
    ("table", "options", "sentence"),
    [
        (FIVE.assign(y2=1), {}, "'y2' must vary"),
        (FIVE.assign(y2="x"), {}, "'y2' must hold numbers"),
        (FIVE.head(12), {}, "more people than items; got 12 people with 12 items"),
        (FIVE.assign(ø=FIVE["y1"]), {}, "'y1' and 'ø'"),
        (FIVE, {"null": "shuffled"}, "null must be one of normal, permuted"),
        (FIVE, {"draws": 3}, "draws must lie between 20"),
    ],
)
def test_one_sentence_says_what_is_wrong(table, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        parallel_analysis(table, **options)


def test_the_words_say_whether_the_number_hangs_on_the_limit():
    rng = np.random.default_rng(2)
    trait = rng.standard_normal((300, 1))
    sure = parallel_analysis(trait + rng.standard_normal((300, 6)), draws=200)
    assert (sure.strict, sure.suggested) == (1, 1)
    chance = [
        parallel_analysis(rng.standard_normal((80, 6)), draws=100, rng=draw)
        for draw in range(20)
    ]
    assert all(one.strict <= one.suggested <= one.lenient for one in chance)
    hangs = [one for one in chance if one.strict < one.lenient]
    assert "hænger på grænsen" in hangs[0].summary()

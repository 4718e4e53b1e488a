import numpy as np
import pandas as pd
import pytest
from scipy.stats import pearsonr

from lederlib.measure import alpha, item_table
from lederlib.scenario import DRAFT_FACETS, DRAFT_ITEMS, draft_answers, try_draft

EVERY = list(DRAFT_ITEMS)
SOUND = ["unbroken", "follow_up", "decide", "backing", "look_ahead"]


@pytest.fixture(scope="module")
def many():
    return draft_answers(5000, rng=3)


def test_the_figures_are_those_of_the_measures(many):
    found, table = try_draft(many, EVERY), item_table(many, low=1, high=5)
    names = {"mean": "mean", "sd": "sd", "floor": "floor", "ceiling": "ceiling"}
    for ours, theirs in (names | {"rest": "item_rest"}).items():
        expected = table.table[theirs].to_numpy()
        assert found.items[ours].to_numpy() == pytest.approx(expected, rel=1e-12)
    assert found.alpha == pytest.approx(table.alpha)
    assert (found.alpha_low, found.alpha_high) == (alpha(many).low, alpha(many).high)


def test_an_item_left_out_is_held_against_all_that_are_kept(many):
    found = try_draft(many, SOUND)
    rest = many[SOUND].sum(axis=1)
    expected = np.corrcoef(many["office"], rest)[0, 1]
    assert found.items.loc["office", "rest"] == pytest.approx(expected)
    others = rest - many["decide"]
    expected = np.corrcoef(many["decide"], others)[0, 1]
    assert found.items.loc["decide", "rest"] == pytest.approx(expected)


def test_answers_are_whole_numbers_from_one_to_five_and_shares_sum_to_one(many):
    assert set(np.unique(many)) == {1, 2, 3, 4, 5}
    assert try_draft(many, EVERY).shares.sum(axis=1) == pytest.approx(np.ones(10))


def test_each_fault_shows_where_it_should(many):
    items = try_draft(many, SOUND).items
    assert items["ceiling"].idxmax() == "matters"
    assert items["sd"].drop("matters").idxmin() == "time_and_say"
    assert abs(items.loc["office", "rest"]) < 0.05
    assert items.loc["not_seldom", "rest"] < 0.15
    assert many[["unbroken", "unbroken_again"]].corr().iloc[0, 1] > 0.85


def test_a_sound_item_that_is_alone_in_its_facet_looks_weaker_than_the_others(many):
    related = try_draft(many, SOUND).items.loc[SOUND, "rest"]
    assert related.idxmin() == "look_ahead"
    without = [key for key in SOUND if key != "look_ahead"]
    assert try_draft(many, without).truth < try_draft(many, SOUND).truth


def test_twins_have_the_highest_alpha_and_are_no_good_measure(many):
    pairs = [[one, other] for one in EVERY for other in EVERY if one < other]
    twins = ["unbroken", "unbroken_again"]
    best = max([*pairs, SOUND, EVERY], key=lambda kept: try_draft(many, kept).alpha)
    assert sorted(best) == twins
    broad, narrow = try_draft(many, SOUND), try_draft(many, twins)
    assert broad.truth > narrow.truth + 0.2
    assert broad.facets == DRAFT_FACETS
    assert narrow.facets == ("time",)


def test_more_people_narrow_the_intervals_and_leave_the_truth_alone():
    few, more = (try_draft(draft_answers(n, rng=1), SOUND) for n in (60, 600))
    assert more.alpha_high - more.alpha_low < few.alpha_high - few.alpha_low
    assert ((more.items["high"] - more.items["low"]) < 0.5).all()
    assert (more.truth, more.true_alpha) == (few.truth, few.true_alpha)


def test_the_first_people_are_the_same_whatever_the_number():
    few, more = (draft_answers(n, rng=8) for n in (12, 600))
    pd.testing.assert_frame_equal(few, more.head(12))


def test_an_item_that_all_answer_alike_is_named_and_not_counted():
    answers = draft_answers(60).assign(matters=5.0)
    found = try_draft(answers, [*SOUND, "matters"])
    assert found.constant == ("matters",)
    assert found.alpha == try_draft(answers, SOUND).alpha
    assert np.isnan(found.items.loc["matters", "rest"])
    assert np.isnan(try_draft(answers, ["matters", "office"]).alpha)


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        (["unbroken"], "at least two different items"),
        (["unbroken", "unbroken"], "at least two different items"),
        (["unbroken", "desk"], "desk"),
    ],
)
def test_a_draft_that_is_no_scale_is_refused_in_words(kept, words):
    with pytest.raises(ValueError, match=words):
        try_draft(draft_answers(12), kept)


@pytest.mark.parametrize("people", [4, 5001, 12.5])
def test_too_few_or_too_many_people_are_refused(people):
    with pytest.raises(ValueError, match="people"):
        draft_answers(people)


def test_the_interval_of_a_correlation_with_the_rest_is_scipys(many):
    few = many[:40]
    found = try_draft(few, SOUND)
    for item in SOUND:
        rest = few[SOUND].sum(axis=1) - few[item]
        wanted = pearsonr(few[item], rest).confidence_interval(0.95)
        ours = found.items.loc[item, ["low", "high"]].tolist()
        assert ours == pytest.approx(wanted, rel=1e-5)

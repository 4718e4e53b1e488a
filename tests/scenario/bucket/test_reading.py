import numpy as np
import pytest

from lederlib.scenario import (
    Bucket,
    bucket_change,
    bucket_sentence,
    bucket_table,
    bucket_year,
    compare_buckets,
    run_bucket,
    share_run_dry,
)
from lederlib.text import format_range

DRAWS = 400


@pytest.fixture(scope="module")
def today():
    return run_bucket(draws=DRAWS)


def test_the_levels_of_a_year_fill_the_bucket(today):
    for year in (0, 5, 10):
        levels = bucket_year(today, year).levels
        held = levels["vacancies"] + levels["newcomers"] + levels["established"]
        assert held == pytest.approx(100)


def test_the_last_year_s_flows_are_those_of_the_last_whole_year(today):
    last, before = bucket_year(today, 10), bucket_year(today, 9)
    assert last.flows == before.flows
    assert last.levels != before.levels


def test_a_table_ends_where_the_path_ends(today):
    table = bucket_table(today).set_index(["outcome", "years"])
    assert table.loc[("vacancies", 10.0), "q50"] == pytest.approx(
        np.median(today.path.vacancies[-1]) / 100
    )
    assert table.loc[("present", 0.0), "q05"] == 1
    assert (table["q05"] <= table["q95"]).all()


def test_all_loops_and_a_shortage_let_some_buckets_run_dry(today):
    loops = ("reputation", "meaning", "onboarding", "load")
    worst = run_bucket(Bucket(loops=loops, shortage=0.6), draws=DRAWS)
    assert share_run_dry(worst, 10) > share_run_dry(today, 10)
    assert "løbet tør" in bucket_sentence(worst, 10, "da")


def test_nothing_done_is_no_change(today):
    again = run_bucket(draws=DRAWS)
    assert "Intet flytter sig" in bucket_change(today, again, 5, "da")


@pytest.mark.parametrize(
    ("levers", "word"),
    [
        ({"quits": -0.5}, "færre tomme stillinger, "),
        ({"shortage": 0.9}, "flere tomme stillinger, "),
        ({"loops": ("load",)}, "afhænger af antagelser"),
        ({"returning": 0.1}, "uændret i "),
    ],
)
def test_a_change_says_its_way_or_that_it_depends(today, levers, word):
    changed = run_bucket(Bucket(**levers), draws=DRAWS)
    assert word in bucket_change(today, changed, 5, "da")


def test_what_is_best_in_each_world_adds_up_to_all_worlds(today):
    options = {
        name: run_bucket(Bucket(**{name: -0.2}), draws=DRAWS)
        for name in ("quits", "recruitment", "onboarding")
    }
    table = compare_buckets(options, before=today)
    assert table["best"].sum() == pytest.approx(1)
    assert (table["q50"] < 0).all()


def test_other_worlds_are_not_compared(today):
    with pytest.raises(ValueError, match="same worlds: same seed, draws and ledger"):
        bucket_change(today, run_bucket(draws=DRAWS, rng=1), 5, "en")


def test_a_year_beyond_the_path_is_refused(today):
    with pytest.raises(ValueError, match="year must lie between 0 and 10; got 11"):
        bucket_year(today, 11)


CUTS = [0.05, 0.25, 0.5, 0.75, 0.95]


def test_a_table_holds_the_quantiles_of_the_worlds(today):
    table = bucket_table(today)
    last = table[(table["outcome"] == "vacancies") & (table["years"] == 10)]
    wanted = np.quantile(today.path.vacancies[-1] / 100, CUTS)
    found = last[["q05", "q25", "q50", "q75", "q95"]].iloc[0]
    np.testing.assert_allclose(found, wanted)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_is_said_are_the_nine_tenths_of_the_worlds(today, lang):
    fewer = run_bucket(Bucket(quits=-0.5), draws=DRAWS)
    last = [outcome.path.vacancies[-1] for outcome in (today, fewer)]
    ends = format_range(*np.quantile(last[0], CUTS[::4]), lang, digits=1)
    assert ends in bucket_sentence(today, 10, lang)
    low, high = np.quantile(last[0] - last[1], CUTS[::4])
    assert format_range(low, high, lang, digits=1) in bucket_change(
        today, fewer, 10, lang
    )


def test_options_are_compared_by_the_change_in_every_world(today):
    fewer = run_bucket(Bucket(quits=-0.5), draws=DRAWS)
    table = compare_buckets({"keep": fewer}, before=today, year=10)
    change = fewer.path.vacancies[-1] - today.path.vacancies[-1]
    wanted = np.quantile(change, [0.05, 0.5, 0.95])
    np.testing.assert_allclose(table[["q05", "q50", "q95"]].iloc[0], wanted)


@pytest.mark.parametrize(
    ("lang", "word"), [("da", "betingelser"), ("en", "conditions")]
)
def test_the_number_of_2030_is_said_with_its_two_conditions(lang, word):
    today, later = (
        run_bucket(Bucket(missing_in_2030=on), draws=8) for on in (False, True)
    )
    assert word not in bucket_sentence(today, 5, lang)
    assert word in bucket_sentence(later, 5, lang)

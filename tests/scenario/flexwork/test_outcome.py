from io import StringIO

import pandas as pd
import pytest

from lederlib.scenario import Scenario, compare, run
from lederlib.scenario.flexwork.outcome import verdict_sentence

STATUS_QUO = Scenario({})


@pytest.fixture(scope="module")
def outcome():
    return run(Scenario({"home": 2, "agreement": 0}), draws=2000, rng=11)


@pytest.fixture(scope="module")
def change():
    return compare(
        STATUS_QUO, Scenario({"home": 3, "agreement": 0}), draws=2000, rng=11
    )


@pytest.mark.parametrize("name", ["outcome", "change"])
def test_the_csv_repeats_the_table_and_its_stamp(name, request):
    result = request.getfixturevalue(name)
    read = pd.read_csv(StringIO(result.to_csv()), dtype={"fingerprint": "str"})
    stamp = read[["seed", "draws", "version", "fingerprint"]].drop_duplicates()
    assert stamp.to_dict("records") == [result.stamp.facts()]
    assert result.stamp.seed == 11
    assert read["q50"].to_numpy() == pytest.approx(result.table["q50"].to_numpy())


def test_a_danish_spreadsheet_gets_semicolons_and_decimal_commas(outcome, tmp_path):
    path = tmp_path / "udfald.csv"
    assert outcome.to_csv(path, decimal_comma=True) is None
    read = pd.read_csv(path, sep=";", decimal=",", encoding="utf-8-sig")
    assert read["q95"].to_numpy() == pytest.approx(outcome.table["q95"].to_numpy())
    assert b"\r\r" not in path.read_bytes()


def test_the_summary_says_the_numbers_in_both_languages(outcome):
    assert outcome.summary().startswith("To kolleger mødes 1,80 dage om ugen.")
    assert outcome.summary("en").startswith("Two colleagues meet 1.80 days a week.")
    share = outcome.table.query("outcome == 'retention' and years == 5")["q50"].item()
    assert f"{100 * share:.0f}%" in outcome.summary("en")


def test_a_clear_change_says_how_far_and_in_how_many_worlds(change):
    text = change.verdict(outcome="community")
    assert text.startswith("Kollegialt fællesskab: ned med 0,")
    assert "af de mulige verdener" in text
    better = compare(STATUS_QUO, Scenario({"leadership_quality": 0.9}), draws=2000)
    english = better.verdict("en", years=1)
    assert english.startswith("Still employed after 1 year: up by")
    assert "percentage points" in english


def test_a_sign_that_flips_inside_the_ranges_depends_on_assumptions():
    # A third home day: more autonomy, and a community that people may miss.
    change = compare(Scenario({"home": 2}), Scenario({"home": 3}), draws=4000)
    row = change.table.query("outcome == 'retention' and years == 5").iloc[0]
    assert row["q05"] < 0 < row["q95"]
    assert "afhænger af antagelser" in change.verdict()
    assert change.verdict().endswith(" procentpoint).")
    assert "depends on assumptions" in change.verdict("en")


def test_where_nothing_drawn_matters_the_verdict_rests_on_the_rules(change):
    assert change.verdict(outcome="pair_days") == (
        "Fælles dage for to kolleger: ned med 2,40. Det følger af modellens regler, "
        "også den for, hvordan hjemmedagene vælges; ingen af de trukne tal flytter det."
    )


def test_no_change_is_no_difference():
    same = compare(STATUS_QUO, STATUS_QUO, draws=50)
    assert set(same.table["verdict"]) == {"none"}
    assert same.verdict("en") == "Still employed after 5 years: no difference."


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_outcome_has_a_verdict_in_words(change, lang):
    for name, years in change.table[["outcome", "years"]].itertuples(index=False):
        text = verdict_sentence(change.table, lang, outcome=name, years=years)
        assert "{" not in text
        assert text.endswith(".")


def test_an_unknown_outcome_or_year_lists_the_known_ones(change):
    with pytest.raises(ValueError, match="outcome must be one of home_days"):
        change.verdict(outcome="trivsel")
    with pytest.raises(ValueError, match=r"years of retention must be one of 0, 0.5"):
        change.verdict(years=12)


@pytest.mark.parametrize(
    ("lang", "said"), [("da", "Borgerne sætter en grænse"), ("en", "Citizens set")]
)
def test_days_at_home_are_limited_aloud_at_the_front_line(lang, said):
    levers = {"home": 3, "role": "frontline"}
    limited = run(Scenario(levers), draws=100)
    assert limited.summary(lang).startswith(said)
    assert 0 < limited.samples["home_days"].max() <= 1.5
    for levers in ({"home": 3}, {"home": 0, "role": "frontline"}):
        assert said not in run(Scenario(levers), draws=100).summary(lang)

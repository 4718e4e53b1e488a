import numpy as np
import pandas as pd
import pytest

from lederlib.catalogue import ledger
from lederlib.scenario import compare, discover, scenario_model
from lederlib.scenario.flexwork.scenario import Scenario
from lederlib.scenario.uncertainty.discover import shown_share

RANGES = {"load": (0, 1), "calm": (0.5, 2), "idle": (0, 10)}
HOME = {"home": 2}, {"home": 3}
# One structure, so that what a rule names is a size.
SETTLED = ledger()
for structure, holds in (("day_choice", 0), ("autonomy_path", 1)):
    SETTLED = SETTLED.replace(structure, value=holds, source="a test")


def margin(load, calm, idle):
    return calm - load + 0 * idle


@pytest.fixture(scope="module")
def third_day():
    return discover(
        scenario_model(), SETTLED, levers=HOME, outcome="retention", draws=2048
    )


def test_a_rule_names_what_the_conclusion_fails_for_and_nothing_idle():
    found = discover(margin, RANGES, above=0)
    assert set(found.table["quantity"]) == {"load", "calm"}
    first = found.table[found.table["rule"] == 1].set_index("quantity")
    assert first.loc["load", "at_least"] > 0.5
    assert first.loc["calm", "at_most"] < 1
    assert np.isnan(first.loc["load", "at_most"])


def test_shares_lie_in_their_intervals_and_are_counted_in_fresh_worlds():
    found = discover(margin, RANGES, above=0, rng=1)
    exact = 1 / 12
    assert found.fails_low < exact < found.fails_high
    fresh = np.random.default_rng(9).random((2, 200_000))
    load, calm = fresh[0], 0.5 + 1.5 * fresh[1]
    lines = found.table[found.table["rule"] == 1].set_index("quantity")
    within = (load >= lines.loc["load", "at_least"]) & (
        calm <= lines.loc["calm", "at_most"]
    )
    fails = calm <= load
    rule = found.rules.iloc[0]
    assert rule["density_low"] < fails[within].mean() < rule["density_high"]
    assert rule["coverage_low"] < (fails & within).sum() / fails.sum()
    assert (fails & within).sum() / fails.sum() < rule["coverage_high"]


def test_a_difference_concludes_what_most_worlds_say(third_day):
    pair = [Scenario(one) for one in HOME]
    said = compare(*pair, draws=4000, ledger=SETTLED).samples["retention"]
    assert third_day.above == (np.median(said[10]) > 0)
    share = ((said[10] > 0) != third_day.above).mean()
    assert third_day.fails == pytest.approx(share, abs=0.03)


def test_whether_a_third_home_day_keeps_people_rests_on_both_paths(third_day):
    first = third_day.table[third_day.table["rule"] == 1].set_index("quantity")
    assert first.loc["isolation_to_retention", "at_most"] < 1.5
    assert first.loc["autonomy_to_retention", "at_least"] > 0.1
    words = third_day.summary("da")
    assert "Konklusionen er, at »Stadig ansat« går ned." in words
    assert "»Fra tabt fællesskab til at blive«" in words
    assert "Regel 1: Hvor" in words


def test_the_same_seed_gives_the_same_rules_and_the_file_holds_them(tmp_path):
    one, same, other = (discover(margin, RANGES, above=0, rng=s) for s in (1, 1, 2))
    assert one.table.equals(same.table)
    assert not one.table.equals(other.table)
    one.to_csv(tmp_path / "rules.csv")
    read = pd.read_csv(tmp_path / "rules.csv")
    assert read["density"].iloc[0] == pytest.approx(one.rules["density"].iloc[0])
    assert set(read["fingerprint"]) == {one.stamp.fingerprint}


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"above": -2}, "fails in none of the 4,096 worlds"),
        ({"above": 3}, "fails in every one of the 4,096 worlds"),
        ({"below": -1.5}, "lies below −1.50. It fails in every one"),
    ],
)
def test_a_conclusion_that_never_or_always_fails_is_said_to(limits, words):
    found = discover(margin, RANGES, **limits)
    assert found.rules.empty
    assert words in found.summary("en")


def test_failures_at_random_get_no_rule():
    def noise(load, calm, idle):
        return np.sin(1e6 * load + 1e5 * calm + 1e4 * idle) + 0.5

    found = discover(noise, RANGES, above=0)
    assert found.rules.empty
    assert "No simple rule" in found.summary("en")


def test_a_choice_is_said_in_whole_numbers():
    found = discover(
        lambda tipping_power, drain: 4.2 - tipping_power + 0 * drain,
        ledger(),
        above=0,
    )
    assert found.table["at_least"].tolist() == [5]
    assert "“How abruptly recovery fails” is at least 5, it fails in 100" in (
        found.summary("en")
    )


@pytest.mark.parametrize(("hits", "of"), [(0, 10), (10, 10), (3, 10), (500, 1000)])
def test_an_interval_of_a_share_holds_it_and_stays_a_share(hits, of):
    share, low, high = shown_share(hits, of)
    assert 0 <= low <= share <= high <= 1
    assert low < high


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({}, "one of above and below; got neither"),
        ({"above": 0, "below": 1}, "one of above and below; got both"),
        ({"above": float("nan")}, "above must lie between"),
        ({"below": "low"}, "below must be a number"),
        ({"above": 0, "draws": 10**9}, "draws must lie between 100"),
        ({"above": 0, "draws": 10}, "draws must lie between 100"),
        ({"above": 0, "most_rules": 0}, "most_rules must lie between 1 and 10"),
        ({"above": 0, "quantities": {**RANGES, "load": (1, 0)}}, "low to high"),
        ({"above": 0, "quantities": {**RANGES, "lod": (0, 1)}}, "Nearest: 'load'"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(wrong, message):
    given = {"quantities": RANGES, "draws": 200, **wrong}
    with pytest.raises(ValueError, match=message):
        discover(margin, given.pop("quantities"), **given)


def test_a_run_that_would_not_fit_says_so_before_the_model_is_called():
    ranges = {f"x{place}": (0, 1) for place in range(100)}
    with pytest.raises(ValueError, match="quantities × draws must fit into 4 GB"):
        discover(lambda **x: x["x0"], ranges, above=0, draws=1_000_000)

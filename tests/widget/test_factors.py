import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import FACTOR_KEYS
from lederlib.scenario import Scenario, run
from lederlib.text import COLOURS
from lederlib.widget import explore_factors
from lederlib.widget.conditions import baseline_of
from lederlib.widget.factors import (
    factor_controls,
    factor_scenario,
    moved_profile,
    profile_today,
)

SHARES = st.floats(0, 1)


def group(mean=0.5, red=0.3, yellow=0.4, green=0.3):
    facts = {"mean": mean, "spread": 0.3, "red": red, "yellow": yellow}
    index = pd.Index(FACTOR_KEYS, name="factor")
    return pd.DataFrame({**facts, "green": green, "n": 20, "hidden": ""}, index=index)


def test_all_fifteen_factors_have_a_lever():
    explorer = explore_factors(lang="da", draws=200)
    assert tuple(explorer.values) == FACTOR_KEYS
    assert explorer.failure is None


def test_a_better_factor_keeps_more_people():
    explorer = explore_factors(lang="en", draws=400)
    before = explorer.stage.frame["words"]
    explorer.touch("leadership_quality", 0.9)
    after = explorer.stage.frame["words"]
    expected = run(Scenario({"leadership_quality": 0.9}), draws=400).table
    stay = expected[(expected["outcome"] == "retention") & (expected["years"] == 5)]
    assert f"In five years {100 * stay['q50'].iloc[0]:.0f}%" in after
    assert before != after


def test_a_lever_back_where_it_began_is_today_exactly():
    baseline = baseline_of({"values": 0.4231})
    controls = factor_controls(baseline, "da")
    values = {control.key: control.start for control in controls}
    assert factor_scenario(values, controls).levers == {}


@given(mean=SHARES, red=SHARES, green=SHARES, value=SHARES)
def test_moved_answers_stay_shares_and_reach_their_end(mean, red, green, value):
    total = red + green + 1
    today = group(mean, red / total, 1 / total, green / total)
    moved = moved_profile(today, {"values": value}).loc["values"]
    assert moved["mean"] == value
    assert abs(sum(moved[list(COLOURS)]) - 1) < 1e-9
    assert min(moved[list(COLOURS)]) >= -1e-9


@given(value=SHARES)
def test_coloured_answers_have_the_mean_that_the_lever_says(value):
    today = group(mean=0.5, red=0.2, yellow=0.6, green=0.2)
    moved = moved_profile(today, {"values": value}).loc["values"]
    assert abs(moved["yellow"] / 2 + moved["green"] - value) < 1e-9


@given(st.dictionaries(st.sampled_from(FACTOR_KEYS), SHARES))
def test_without_answers_the_colours_have_the_mean_of_today(known):
    baseline = baseline_of(known)
    today = profile_today(None, baseline)
    means = today["yellow"] / 2 + today["green"]
    assert max(abs(means - today["mean"])) < 1e-9


def test_a_hidden_factor_stays_hidden():
    today = group()
    today.loc["values", ["mean", "spread", *COLOURS]] = float("nan")
    today.loc["values", "hidden"] = "few"
    explorer = explore_factors(today, draws=200)
    explorer.touch("values", 0.9)
    assert explorer.failure is None
    assert moved_profile(today, {"values": 0.9}).loc["values"].isna()["mean"]


def test_a_table_of_several_groups_is_refused_in_a_sentence():
    table = pd.concat({"a": group(), "b": group()}, names=["group", "factor"])
    with pytest.raises(ValueError, match="one group"):
        explore_factors(table)


def test_a_table_without_means_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="column named mean"):
        baseline_of(pd.DataFrame({"median": [0.5]}, index=["values"]))

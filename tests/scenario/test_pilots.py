import statistics

import numpy as np
import pandas as pd
import pytest

from lederlib.catalogue import load_dataset
from lederlib.scenario import (
    pilot_outcome,
    pilot_table,
    pilot_themes,
    pilot_weeks,
)
from lederlib.scenario.pilots import (
    PILOT_MEASURES,
    inside_words,
    pilot_name,
    pilot_row,
    range_words,
    zero_words,
)

TABLE = load_dataset("pilot_weeks")
EVERY = [(theme, measure) for theme in pilot_themes() for measure in PILOT_MEASURES]


@pytest.mark.parametrize(("theme", "measure"), EVERY)
def test_all_teams_before_the_test_are_a_hundred_per_cent(theme, measure):
    weeks = pilot_weeks(theme, measure)
    assert weeks.values.shape == (24, 16)
    assert np.nanmean(weeks.values[:12]) == pytest.approx(100)
    assert int(weeks.treated.sum()) == 8


def test_values_are_the_datasets_own_numbers_by_week_and_team():
    weeks = pilot_weeks("flexible_work", "contact")
    own = TABLE[TABLE["theme"] == "flexible_work"]
    usual = own.loc[own["week"] <= 12, "contact"].mean()
    row = own[(own["week"] == 7) & (own["team"] == own["team"].min() + 3)]
    expected = 100 * row["contact"].iloc[0] / usual
    assert weeks.values[6, 3] == pytest.approx(expected)
    assert weeks.treated[3] == bool(row["treated"].iloc[0])


def test_the_built_in_truth_lies_in_the_interval_that_is_found():
    truth = {
        ("leadership_quality", "strain"): -0.07 / 0.42,
        ("leadership_quality", "contact"): 0,
        ("flexible_work", "strain"): -0.02 / 0.42,
        ("flexible_work", "contact"): 0.4 / 2.6,
        ("psychological_safety", "strain"): 0,
        ("psychological_safety", "contact"): 0,
    }
    inside = []
    for (theme, measure), effect in truth.items():
        pilot = pilot_outcome(pilot_weeks(theme, measure))
        inside.append(float(pilot.low) <= 100 * effect <= float(pilot.high))
    assert all(inside)


def test_a_theme_without_any_effect_has_zero_in_its_interval():
    for measure in PILOT_MEASURES:
        pilot = pilot_outcome(pilot_weeks("psychological_safety", measure))
        assert pilot.low < 0 < pilot.high


def test_the_season_lowers_strain_also_where_nothing_works():
    treated, others = pilot_weeks("psychological_safety").means
    for row in (treated, others):
        assert row[12:].mean() < row[:12].mean() - 10


def test_what_was_predicted_stands_beside_what_came():
    pilot = pilot_outcome(pilot_weeks("flexible_work"), predicted=-12)
    assert pilot.predicted == -12


def test_one_can_bring_weeks_of_ones_own():
    own = TABLE[TABLE["theme"] == "flexible_work"].assign(theme="ours", calm=50.0)
    assert pilot_themes(own) == ("ours",)
    weeks = pilot_weeks("ours", "calm", table=own, start=6)
    assert weeks.start == 6
    assert (weeks.values == 100).all()
    assert pilot_outcome(weeks).effect == 0


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_row_says_what_was_tried_and_what_was_measured(lang):
    table = pilot_table([pilot_weeks(*test) for test in EVERY], lang)
    assert len(set(table["name"])) == 6
    assert table["name"].tolist()[0] == pilot_name(*EVERY[0], lang)
    assert table["predicted"].isna().all()


def row(low, high, predicted=0.0):
    facts = pilot_row("Test", None, predicted)
    return pd.Series(facts | {"effect": (low + high) / 2, "low": low, "high": high})


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (-14, 3, "holds zero, so the numbers can rule out neither no effect nor −14%"),
        (-22, -8, "does not hold zero; the effect may be as small as −8% and as large"),
        (11, 22, "as small as 11% and as large as 22%"),
    ],
)
def test_an_interval_is_read_out_and_not_turned_into_yes_or_no(low, high, words):
    said = zero_words(row(low, high), "en").replace("also holds", "holds")
    assert words in said


def test_a_prediction_is_inside_outside_or_missing():
    said = [inside_words(row(1, 5, guess), "en") for guess in (5, 6, np.nan)]
    assert "within" in said[0]
    assert "outside" in said[1]
    assert "no prediction" in said[2]


def test_an_interval_without_end_is_said_to_be():
    assert range_words(-np.inf, np.inf, "da") == "uden ende"


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: pilot_weeks("coffee"), "theme must be one of leadership_quality"),
        (lambda: pilot_weeks("flexible_work", "joy"), "measure must be one of"),
        (lambda: pilot_themes(TABLE.drop(columns="team")), "must have a column team"),
        (
            lambda: pilot_weeks("flexible_work", table=pd.concat([TABLE, TABLE])),
            "team 17 stands twice in week 1 of flexible_work",
        ),
        (
            lambda: pilot_weeks("flexible_work", table=TABLE.assign(strain=0.0)),
            "strain must lie above 0 before the test; its mean is 0",
        ),
    ],
)
def test_tables_that_do_not_fit_get_one_sentence(ask, message):
    with pytest.raises(ValueError, match=message):
        ask()


def test_the_spread_is_how_differently_the_other_teams_change():
    weeks = pilot_weeks("flexible_work", "strain")
    others = pd.DataFrame(weeks.values).loc[:, ~weeks.treated]
    change = others[weeks.start :].mean() - others[: weeks.start].mean()
    assert weeks.spread == pytest.approx(statistics.stdev(change))

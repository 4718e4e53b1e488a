import numpy as np
import pytest

from lederlib.catalogue import FACTOR_KEYS
from lederlib.catalogue.datasets import load_dataset
from lederlib.model import compare_pilot

START = 12  # weeks before
MEASURES = ("strain", "contact")


@pytest.fixture(scope="module")
def weeks():
    return load_dataset("pilot_weeks")


def compared(weeks, theme, measure):
    """Hold the treated teams of a theme against the others."""
    of_theme = weeks[weeks["theme"] == theme]
    table = of_theme.pivot_table(index="week", columns="team", values=measure)
    chosen = of_theme.groupby("team")["treated"].first()
    return compare_pilot(table.to_numpy(), chosen, start=START)


def test_three_themes_with_eight_treated_teams_of_sixteen_over_24_weeks(weeks):
    assert set(weeks["theme"]) <= set(FACTOR_KEYS)
    teams = weeks.groupby(["theme", "team"])
    assert (teams.size() == 24).all()
    assert (teams[["treated", "team_size"]].nunique() == 1).all(axis=None)
    treated = teams["treated"].first().groupby("theme")
    assert treated.size().tolist() == [16, 16, 16]
    assert treated.sum().tolist() == [8, 8, 8]


@pytest.mark.parametrize(
    ("theme", "measure", "effect"),
    [
        ("leadership_quality", "strain", -0.07),
        ("leadership_quality", "contact", 0),
        ("flexible_work", "strain", -0.02),
        ("flexible_work", "contact", 0.4),
        ("psychological_safety", "strain", 0),
        ("psychological_safety", "contact", 0),
    ],
)
def test_the_interval_holds_the_effect_that_the_card_states(
    weeks, theme, measure, effect
):
    pilot = compared(weeks, theme, measure)
    assert pilot.low < effect < pilot.high
    shown = {("leadership_quality", "strain"), ("flexible_work", "contact")}
    assert (not pilot.low < 0 < pilot.high) == ((theme, measure) in shown)


def test_strain_falls_in_every_theme_also_where_nothing_works(weeks):
    after = weeks["week"] > START
    means = weeks.groupby(["theme", "treated", after])["strain"].mean().unstack()
    fallen = means[True] - means[False]
    idle = fallen["psychological_safety"].to_numpy()
    assert idle == pytest.approx([-0.06, -0.06], abs=0.025)
    assert (fallen < -0.02).all()
    assert (
        fallen["leadership_quality", 1] < fallen.drop(("leadership_quality", 1)).min()
    )


def test_everybody_meets_less_in_the_holiday_week(weeks):
    before = weeks[weeks["week"] <= START]
    means = before.groupby("week")["contact"].mean()
    gap = means.drop(6).mean() - means[6]
    assert gap == pytest.approx(0.8, abs=0.1)


def test_weeks_are_hidden_where_fewer_than_five_answered(weeks):
    few = weeks["answers"] < 5
    assert 0 < few.mean() < 0.05
    for measure in MEASURES:
        assert (weeks[measure].isna() == few).all()
    assert (weeks["answers"] <= weeks["team_size"]).all()
    shares = weeks["answers"].sum() / weeks["team_size"].sum()
    assert shares == pytest.approx(0.7, abs=0.01)


def test_few_answers_make_noisy_weeks(weeks):
    jumps = weeks.groupby("team")["strain"].diff().abs()
    small = weeks["team_size"] < 15
    assert jumps[small].mean() > 1.2 * jumps[~small].mean()


def test_leaving_is_rare_and_tells_nothing(weeks):
    rate = weeks["left"].sum() / weeks["team_size"].sum()
    assert rate == pytest.approx(0.0035, abs=3 * np.sqrt(0.0035 / 24_000))
    assert weeks.groupby("week")["left"].sum().max() < 15

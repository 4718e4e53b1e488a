import pytest

from lederlib.plot import plot_retention
from lederlib.scenario import Scenario, run
from lederlib.text import format_share


def test_words_hold_the_last_year_and_the_status_quo(examples, lang):
    fan = examples["fan"]
    alt = plot_retention(fan(0.7), status_quo=fan(1), lang=lang).alt
    last = fan(0.7).iloc[-1]
    for share in (last["q05"], last["q50"], last["q95"], fan(1).iloc[-1]["q50"]):
        assert format_share(share, lang) in alt


def test_the_status_quo_moves_where_another_one_holds(examples):
    fan = examples["fan"]
    drawing = plot_retention(fan(0.7), status_quo=fan(1))
    before = drawing.moving[0].get_ydata().tolist()
    drawing.update(outcome=fan(0.7))
    assert drawing.moving[0].get_ydata().tolist() == before
    drawing.update(outcome=fan(0.7), status_quo=fan(1.4))
    assert drawing.moving[0].get_ydata().tolist() == fan(1.4)["q50"].tolist()
    assert format_share(fan(1.4).iloc[-1]["q50"], "da") in drawing.alt


def test_a_scenarios_outcome_is_drawn_with_its_stamp():
    outcome = run(Scenario({}), draws=200, rng=3)
    figure = plot_retention(outcome)
    assert figure.stamp == outcome.stamp
    assert "200 træk · frø 3" in " ".join(text.get_text() for text in figure.texts)


def test_the_survey_points_lie_where_the_ledger_says(examples):
    survey = plot_retention(examples["fan"]()).moving[-1]
    assert survey.get_xdata().tolist() == [1, 5]
    assert survey.get_ydata() == pytest.approx([0.82, 0.54])


def test_a_fan_that_starts_later_is_led_back_to_today(examples):
    late = examples["fan"]().query("years >= 1")
    median = plot_retention(late).moving[3]
    assert median.get_xdata()[0] == 0
    assert median.get_ydata()[0] == 1


def test_a_table_without_retention_is_refused(examples):
    table = examples["fan"]().assign(outcome="community")
    with pytest.raises(ValueError, match="rows named 'retention'"):
        plot_retention(table)

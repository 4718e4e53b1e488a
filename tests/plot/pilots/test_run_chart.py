import numpy as np
import pytest

from lederlib.model import run_chart
from lederlib.plot import plot_run_chart
from lederlib.plot.pilots.run_chart import rule_words


def test_words_say_both_medians_and_what_is_counted(examples):
    weeks = examples["weeks"]
    chart = run_chart(weeks, baseline=12)
    alt = plot_run_chart(weeks, start=12, lang="en").alt
    assert alt.startswith("The measurement: median 6.0 before and 9.0 after.")
    assert f"of the first median is {chart.longest_run} (" in alt
    assert f"with {chart.crossings} crossings" in alt
    assert "More than chance" in alt


def test_the_revised_median_stands_after_the_change_and_the_old_one_before(examples):
    picture = plot_run_chart(examples["weeks"], start=12)
    before, after, _, number, _ = picture.moving
    assert np.unique(before.get_ydata()).tolist() == [6]
    assert np.unique(after.get_ydata()).tolist() == [9]
    assert before.get_xdata()[1] < 12.5 < after.get_xdata()[0]
    assert number.get_text() == "9,0"


def test_what_comes_after_is_kept_back_until_it_may_be_shown(examples):
    weeks = examples["weeks"]
    picture = plot_run_chart(weeks, weeks + 2, start=12, shown=False, lang="en")
    lines = [line for line in picture.moving if hasattr(line, "get_xdata")]
    assert all(np.max(line.get_xdata(), initial=0) < 13 for line in lines)
    assert "after" not in picture.alt
    before = picture.alt
    picture.update(values=np.r_[weeks[:12], 99 * weeks[12:]], others=weeks + 2, shown=0)
    assert picture.alt == before


def test_without_a_change_all_points_share_one_median(examples):
    alt = plot_run_chart(examples["weeks"], lang="da").alt
    assert alt.startswith("Målingen: median 7,5.")


def test_too_few_points_get_no_verdict():
    words = rule_words([1, 2, 3, 4], None, "en")
    assert words == (
        "Too few points off the median to say anything: 4, and it takes 10."
    )


def test_a_missing_week_leaves_a_gap(examples):
    weeks = examples["weeks"].copy()
    weeks[3] = np.nan
    assert np.isnan(plot_run_chart(weeks).moving[2].get_ydata()[3])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (([1, 2], [1, 2, 3]), "others must be one row of the same length"),
        (([[1, 2]],), "treated must be one row"),
        (([],), "treated must be one row"),
    ],
)
def test_rows_that_do_not_fit_get_one_sentence(given, message):
    with pytest.raises(ValueError, match=message):
        plot_run_chart(*given)


def test_a_change_that_leaves_a_part_empty_is_refused():
    with pytest.raises(ValueError, match="start must lie between 1 and 1; got 2"):
        plot_run_chart([1, 2], start=2)


@pytest.mark.parametrize("turned", [False, True])
def test_the_higher_median_is_written_above_its_line_and_the_lower_below(
    turned, examples
):
    rows = (examples["weeks"], examples["weeks"][::-1])
    rows = rows[::-1] if turned else rows
    (axes,) = plot_run_chart(*rows, start=12).axes
    numbers = [text for text in axes.texts if text.get_text()[:1].isdigit()]
    low, high = sorted(numbers, key=lambda text: text.get_position()[1])
    for text, side in ((low, -1), (high, 1)):
        line = axes.transData.transform(text.get_position())[1]
        box = text.get_window_extent()
        assert side * ((box.y0 + box.y1) / 2 - line) > 0

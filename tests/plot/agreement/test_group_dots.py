import numpy as np
import pytest
from scipy.stats import norm, sem

from lederlib.plot import plot_group_dots
from lederlib.text import format_number

ANSWERS = np.array([[1.0, 4.0, 3.0], [3.0, 5.0, 3.5], [2.0, 4.5, 4.0]])


def test_the_words_give_the_lowest_and_the_highest_mean(lang):
    alt = plot_group_dots(ANSWERS, lang=lang).alt
    assert format_number(2.0, lang) in alt
    assert format_number(4.5, lang) in alt


def test_every_person_is_a_dot_in_the_column_of_the_group():
    axes = plot_group_dots(ANSWERS).axes[0]
    everyone, people, means = axes.lines
    assert np.round(people.get_xdata()).tolist() == [1, 2, 3] * 3
    assert people.get_ydata().tolist() == ANSWERS.ravel().tolist()
    assert means.get_ydata().tolist() == [2, 4.5, 3.5]
    assert everyone.get_ydata()[0] == pytest.approx(ANSWERS.mean())


def test_larger_groups_have_shorter_bars():
    rng = np.random.default_rng(1)
    picture = plot_group_dots(rng.normal(3, 0.5, (6, 12)))
    bars = picture.axes[0].collections[0]
    few = np.mean([np.ptp(bar[:, 1]) for bar in bars.get_segments()])
    picture.update(answers=rng.normal(3, 0.5, (30, 12)))
    many = np.mean([np.ptp(bar[:, 1]) for bar in bars.get_segments()])
    assert many < 0.6 * few


def test_a_bar_reaches_as_far_from_the_mean_as_a_normal_law_says():
    bars = plot_group_dots(ANSWERS).axes[0].collections[0].get_segments()
    ends = norm.interval(0.95, loc=ANSWERS.mean(axis=0), scale=sem(ANSWERS))
    np.testing.assert_allclose(
        [bar[:, 1] for bar in bars], np.transpose(ends), rtol=1e-4
    )

import pytest

from lederlib.plot import plot_two_scores
from lederlib.text import format_number


def test_the_bars_reach_as_far_as_the_words_say(lang):
    picture = plot_two_scores(0.6, error=0.25, lang=lang)
    first, second = picture.axes[0].lines[:2]
    low, high = first.get_xdata()
    assert high - low == pytest.approx(2 * 1.96 * 0.25, abs=1e-3)
    assert sum(second.get_xdata()) / 2 - (low + high) / 2 == pytest.approx(0.6)
    assert format_number((high - low) / 2, lang) in picture.alt


def test_without_error_a_bar_is_a_point():
    picture = plot_two_scores(0.6, error=0.25)
    picture.update(gap=0.0, error=0.0)
    assert set(picture.axes[0].lines[0].get_xdata()) == {3.0}

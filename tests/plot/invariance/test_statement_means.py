import numpy as np

from lederlib.plot import plot_statement_means
from lederlib.scenario import draw_professions, statement_means
from lederlib.text import format_number

MEANS = statement_means(draw_professions(shift=0.7, people=500))


def test_squares_are_the_means_and_diamonds_what_is_expected():
    first, second, expected = plot_statement_means(MEANS).axes[0].lines
    assert np.array_equal(first.get_ydata(), MEANS.first)
    assert np.array_equal(second.get_ydata(), MEANS.second)
    assert np.array_equal(expected.get_ydata(), MEANS.expected)
    assert np.array_equal(second.get_xdata(), expected.get_xdata())


def test_bars_are_the_intervals():
    bars = plot_statement_means(MEANS).axes[0].collections[0].get_segments()
    assert np.allclose([np.ptp(bar[:, 1]) / 2 for bar in bars[:4]], MEANS.first_half)
    assert np.allclose([np.ptp(bar[:, 1]) / 2 for bar in bars[4:]], MEANS.second_half)


def test_the_words_name_the_statement_that_is_farthest_off(lang):
    alt = plot_statement_means(MEANS, lang=lang).alt
    assert {"da": "Udsagn 4", "en": "Statement 4"}[lang] in alt
    assert format_number(MEANS.second[3] - MEANS.expected[3], lang) in alt

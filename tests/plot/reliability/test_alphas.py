import pytest

from lederlib.measure import usual_alphas
from lederlib.plot import plot_alphas
from lederlib.text import format_number


def test_the_words_tell_what_groups_usually_find(lang):
    low, high = usual_alphas(0.8, people=30, items=5)
    alt = plot_alphas(0.8, people=30, items=5, lang=lang).alt
    assert format_number(float(low), lang) in alt
    assert format_number(float(high), lang) in alt


def test_dots_below_the_picture_are_counted_in_words_and_picture():
    figure = plot_alphas(0.2, people=12, items=2)
    below = figure.axes[0].texts[0].get_text()
    count = int(below.split()[0])
    dots = figure.axes[0].lines[-1].get_ydata()
    assert count == (dots < figure.axes[0].get_ylim()[0]).sum() > 0
    assert f"{count} af de 40" in figure.alt


def test_more_people_draw_the_dots_together():
    picture = plot_alphas(0.7, people=12, items=4)
    dots = picture.axes[0].lines[-1]
    few = dots.get_ydata().std()
    picture.update(value=0.7, people=2000, items=4)
    assert dots.get_ydata().std() < few / 8
    assert dots.get_ydata().mean() == pytest.approx(0.7, abs=0.01)

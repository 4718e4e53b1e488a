import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.model import tilt
from lederlib.plot import plot_scale
from lederlib.plot.balance.scale import STACK
from lederlib.text import format_number

ratings = st.lists(st.floats(0.05, 1), min_size=1, max_size=13)


def beam(picture):
    left, right = picture.moving[0].get_ydata()
    return left - right


def named(values):
    return {f"item {place}": value for place, value in enumerate(values)}


def test_words_hold_the_numbers(examples, lang):
    alt = plot_scale(examples["load"], examples["support"], lang=lang).alt
    load, support = 0.55, 0.4
    for number in (load, support, float(tilt(load, support)), load + support):
        assert format_number(number, lang) in alt


@given(load=ratings, resources=ratings)
def test_the_heavier_side_goes_down(load, resources):
    picture = _PICTURE
    picture.update(load=named(load), resources=named(resources))
    value = float(tilt(np.mean(load), np.mean(resources)))
    assert np.sign(round(beam(picture), 9)) == np.sign(round(value, 9))
    low, high = (
        np.nan_to_num(picture.moving[place].get_path().vertices[:, 1])
        for place in (2, 5)
    )
    assert np.ptp(low) == pytest.approx(STACK * np.mean(load))
    assert np.ptp(high) == pytest.approx(STACK * np.mean(resources))


_PICTURE = plot_scale({"item": 0.5}, {"item": 0.5})


def test_an_item_without_an_answer_does_not_weigh():
    with_gap = plot_scale({"a": 0.4, "b": float("nan")}, {"c": 0.4})
    without = plot_scale({"a": 0.4}, {"c": 0.4})
    assert with_gap.alt == without.alt


def test_a_scale_without_answers_says_so():
    assert plot_scale({}, {}, lang="en").alt.startswith("The scale lacks answers")


def test_the_balance_point_is_told_to_be_a_convention(lang):
    figure = plot_scale({"a": 0.5}, {"b": 0.5}, lang=lang, reference=1.5)
    words = " ".join(text.get_text() for text in figure.texts).replace("\n", " ")
    assert {"da": "konvention", "en": "convention"}[lang] in words
    assert format_number(1.5, lang, digits=1) in words


def test_a_rating_out_of_range_is_refused():
    with pytest.raises(ValueError, match="load ratings must lie between 0 and 1; got"):
        plot_scale({"a": 7}, {})

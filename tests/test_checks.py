import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib._checks import (
    as_floats,
    nearest,
    require_between,
    require_count,
    require_known,
    require_number,
    require_progress,
    require_room,
    require_whole,
)


@given(st.lists(st.floats(0, 1), min_size=1))
def test_numbers_inside_the_range_come_back_as_they_were(values):
    assert require_between(values, 0, 1, name="share").tolist() == values


@given(st.floats(allow_nan=True).filter(lambda value: not 0 <= value <= 1))
def test_a_number_outside_the_range_is_named_with_what_is_allowed(value):
    with pytest.raises(ValueError, match=r"share must lie between 0 and 1; got "):
        require_between([0.5, value], 0, 1, name="share")


def test_a_missing_number_is_outside_every_range():
    with pytest.raises(ValueError, match="got nan"):
        require_between(math.nan, -math.inf, math.inf, name="share")


@pytest.mark.parametrize("words", ["much", ["0.5", "much"], {"a": 1}])
def test_words_are_no_numbers(words):
    with pytest.raises(ValueError, match="share must be a number or an array"):
        as_floats(words, name="share")


def test_whole_numbers_come_back_as_integers():
    days = require_whole([1.0, 5], 0, 5, name="days")
    assert days.dtype == np.int64
    assert days.tolist() == [1, 5]


def test_half_a_day_is_not_a_whole_number():
    with pytest.raises(ValueError, match=r"whole number from 0 to 5; got 2\.5"):
        require_whole([1, 2.5], 0, 5, name="days")


def test_a_known_name_comes_back_and_an_unknown_lists_the_known():
    assert require_known("home", ["home", "anchor"], name="lever") == "home"
    with pytest.raises(ValueError, match=r"home, anchor; got 'hom'. Nearest: 'home'"):
        require_known("hom", ["home", "anchor"], name="lever")


def test_nothing_is_called_nearest_where_nothing_is_near():
    assert nearest("xyz", ["home", "anchor"]) == ""
    assert nearest("ankor", ["home", "anchor"]) == " Nearest: 'anchor'."


def test_a_run_that_would_not_fit_says_so_before_it_starts():
    require_room(20, 1_000_000, by="quantities")
    with pytest.raises(ValueError, match=r"quantities × draws must fit into 4 GB; 20 "):
        require_room(20, 10**9, by="quantities")
    with pytest.raises(ValueError, match=r"would need 6 GB: take fewer people"):
        require_room(2, 2**29 * 3 // 8, tables=2, of="people")


@pytest.mark.parametrize("values", [[], [1, 2], pd.DataFrame()])
def test_one_number_is_one_number(values):
    for check in (require_number, require_count):
        with pytest.raises(ValueError, match=r"^weeks must be one number; got [02] of"):
            check(values, 0, 5, name="weeks")


def test_what_was_given_is_told_on_one_short_line():
    for values in (pd.DataFrame({"a": ["x"]}), "to\nlinjer", object()):
        with pytest.raises(ValueError, match=r"^weeks must be a number") as caught:
            require_between(values, 0, 5, name="weeks")
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("word", [None, 3, np.array([np.nan, 1]), ["en"], {}])
def test_only_a_word_can_be_known(word):
    with pytest.raises(ValueError, match=r"^lang must be one of da, en; got"):
        require_known(word, ["da", "en"], name="lang")


@pytest.mark.parametrize("quoted", ["10", ["1", "2"]])
def test_a_number_in_quotes_is_no_number(quoted):
    with pytest.raises(ValueError, match="draws must be a number or an array"):
        as_floats(quoted, name="draws")


@pytest.mark.parametrize("progress", [5, "x", True, [print]])
def test_progress_is_a_function_or_nothing(progress):
    with pytest.raises(ValueError, match="progress must be a function"):
        require_progress(progress)

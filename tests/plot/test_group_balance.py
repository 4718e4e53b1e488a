import numpy as np
import pytest

from lederlib.plot import plot_group_balance
from lederlib.text import format_number


def test_words_hold_the_medians_and_the_counts(examples, lang):
    alt = plot_group_balance(examples["points"], lang=lang).alt
    assert f"3 {dict(da='af', en='of')[lang]} 5" in alt
    assert format_number(-0.1, lang) in alt
    assert format_number(0.1, lang) in alt


def test_a_small_group_is_not_drawn(examples):
    points = examples["points"].copy()
    points.loc[0, "tilt_now"] = np.nan
    with pytest.raises(ValueError, match="at least 5 leaders with every answer; got 4"):
        plot_group_balance(points)


def test_the_limit_may_be_raised_but_not_lowered(examples):
    with pytest.raises(ValueError, match="at least 8 leaders"):
        plot_group_balance(examples["points"], min_group=8)
    with pytest.raises(ValueError, match="min_group must lie between 5 and 10; got 2"):
        plot_group_balance(examples["points"], min_group=2)


def test_a_missing_column_is_named(examples):
    with pytest.raises(ValueError, match="level_now is missing"):
        plot_group_balance(examples["points"].drop(columns="level_now"))

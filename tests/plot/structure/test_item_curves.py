import numpy as np
import pandas as pd
import pytest

from lederlib.measure import graded_response
from lederlib.plot import plot_item_curves
from lederlib.text import format_number

RNG = np.random.default_rng(4)
SEEN = RNG.normal(size=(300, 1)) + RNG.normal(size=(300, 4))
FOUND = graded_response(
    pd.DataFrame(np.digitize(SEEN, [-1, 0, 1]), columns=list("abcd"))
)


def test_the_chances_of_all_answers_sum_to_one_everywhere():
    lines = plot_item_curves(FOUND, "b").axes[0].lines
    assert len(lines) == 4
    assert np.allclose(sum(np.asarray(line.get_ydata()) for line in lines), 1)


def test_the_words_give_slope_and_thresholds(lang):
    alt = plot_item_curves(FOUND, "b", lang=lang).alt
    row = FOUND.parameters.loc["b"]
    for name in ("slope", "threshold1", "threshold3"):
        assert format_number(float(row[name]), lang) in alt


def test_an_unknown_item_is_refused():
    with pytest.raises(ValueError, match="item must be"):
        plot_item_curves(FOUND, "z")

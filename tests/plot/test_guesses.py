"""Each guess stands beside what came, and a line says its own scale."""

import numpy as np
import pandas as pd
import pytest

from lederlib.plot import plot_guesses

TABLE = pd.DataFrame(
    {"name": ["Pairs", "Stay"], "guess": [60, 5], "came": [80, 3], "digits": [0, 1]}
    | {"low": 0, "high": 100}
)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_words_say_guess_and_outcome_of_each_prediction(lang):
    alt = plot_guesses(TABLE, lang=lang).alt
    assert all(word in alt for word in ("Pairs", "60", "80", "Stay"))
    assert alt.index("60") < alt.index("80")


def test_marks_stand_where_the_numbers_are_on_the_lines_own_scale():
    (axes,) = plot_guesses(TABLE).axes
    guess, came = (axes.lines[place].get_xdata()[0] for place in (1, 2))
    low, high = (60 - 0.6 * 20, 80 + 0.6 * 20)
    assert guess == pytest.approx((60 - low) / (high - low))
    assert came == pytest.approx((80 - low) / (high - low))


def test_a_class_is_dots_on_one_line_and_its_middle_is_written():
    many = pd.concat([TABLE.iloc[:1].assign(guess=each) for each in (10, 50, 90)])
    picture = plot_guesses(many, lang="en", many=True)
    assert picture.alt == "Pairs: 3 guesses, the middle one 50, what came 80."
    assert len(np.atleast_1d(picture.axes[0].lines[1].get_xdata())) == 3


def test_no_guess_at_all_is_said():
    assert plot_guesses(TABLE[:0], lang="en").alt == "There are no guesses yet."


def test_a_table_without_what_came_is_refused():
    with pytest.raises(ValueError, match="came"):
        plot_guesses(TABLE.drop(columns="came"))


def test_a_line_ends_where_no_guess_can_be():
    said = [
        text.get_text() for text in plot_guesses(TABLE.assign(low=55)).axes[0].texts
    ]
    assert "55" in said
    assert "0" not in said

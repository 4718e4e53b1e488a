import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_hex

from lederlib.plot import plot_worlds
from lederlib.plot.conclusion.worlds import hundredths

PICTURE = plot_worlds([1.0, -1.0])


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 5000))
def test_a_hundred_marks_in_all_and_no_way_rounded_away(up, down, same):
    values = np.r_[np.ones(up), -np.ones(down), np.zeros(same)]
    found = hundredths(values)
    counts = [up, down, same]
    assert sum(found) == (100 if values.size else 0)
    for mine, count in zip(found, counts, strict=True):
        assert (mine > 0) == (count > 0)
        assert abs(mine - 100 * count / max(values.size, 1)) <= 2


def test_the_picture_has_as_many_marks_as_the_words_say(lang):
    values = np.r_[np.ones(30), -np.ones(60), np.zeros(10)]
    PICTURE.update(values=values)
    marks = [int((patch.get_path().codes == 1).sum()) for patch in PICTURE.moving[:3]]
    assert marks == [30, 60, 10]
    alt = plot_worlds(values, lang=lang).alt
    assert all(f" {count}" in alt for count in (30, 60, 10))


def test_up_points_up():
    PICTURE.update(values=[1.0])
    corners = PICTURE.moving[0].get_path().vertices[:4]
    axes = PICTURE.axes[0]
    pixels = axes.transData.transform(corners)
    assert pixels[2, 1] > pixels[0, 1]


def test_text_is_no_number():
    with pytest.raises(ValueError, match="values must be a number"):
        plot_worlds(["up"])


def test_a_count_has_the_colour_of_the_marks_that_it_counts():
    figure = plot_worlds(np.repeat([1, -1, 0], [5, 3, 2]), lang="en")
    (axes,) = figure.axes
    marks = {
        to_hex(mark.get_facecolor()): np.count_nonzero(mark.get_path().codes == 1)
        for mark in axes.patches
    }
    said = {to_hex(text.get_color()): text.get_text() for text in axes.texts}
    assert {colour: str(count) for colour, count in marks.items()} == {
        colour: words.split()[-1] for colour, words in said.items()
    }

import numpy as np
import pandas as pd
import pytest

from lederlib.measure import line_up
from lederlib.plot import plot_loadings

TABLE = pd.DataFrame(
    {"F1": [0.7, -0.6, 0.1, 0.5], "F2": [0.0, -0.1, 0.8, 0.2]},
    index=["a", "b", "c", "d"],
)
FOUND = line_up(TABLE, ["calm", "calm", "pay", "pay"])


def marks(picture):
    elsewhere, thought, astray = picture.moving[-5:-2]
    return [np.transpose(line.get_data()) for line in (elsewhere, thought, astray)]


def test_each_loading_is_one_stick_from_its_own_zero():
    sticks = plot_loadings(FOUND).moving[-6].get_segments()
    lengths = sorted(end[1, 0] - end[0, 0] for end in sticks)
    assert lengths == pytest.approx(sorted(TABLE.to_numpy().ravel()))


def test_marks_tell_where_items_were_thought_to_belong():
    elsewhere, thought, astray = marks(plot_loadings(FOUND))
    assert thought[:, 1].tolist() == [0, 1, 2, 3]
    assert thought[:, 0] == pytest.approx([0.7, -0.6, 2.8, 2.2])
    assert astray == pytest.approx(np.array([[0.5, 3]]))
    assert len(elsewhere) == 3


def test_a_group_without_a_factor_says_so_and_has_no_sticks():
    picture = plot_loadings(FOUND)
    thought = ["calm", "calm", "pay", "pay"]
    picture.update(found=line_up(TABLE[["F1"]], thought))
    empty = picture.moving[-2:]
    assert [bool(text.get_text()) for text in empty] == [False, True]
    assert len(picture.moving[-6].get_segments()) == 4
    assert "pay" in picture.alt


def test_the_words_count_and_name_what_lies_elsewhere(lang):
    alt = plot_loadings(FOUND, lang=lang).alt
    assert alt.startswith({"da": "3 af 4", "en": "3 of 4"}[lang])
    assert "d (calm)" in alt

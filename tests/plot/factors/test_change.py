import numpy as np
import pandas as pd
import pytest
from matplotlib.colors import same_color

from lederlib.plot import plot_change
from lederlib.plot.drawing.colours import BLUE, PLUM, RUST
from tests.plot.conftest import moved


def dots(figure, colour):
    (axes,) = figure.axes
    return {
        round(float(line.get_ydata()[0])): float(line.get_xdata()[0])
        for line in axes.lines
        if line.get_marker() in ("o", "D", "|")
        and len(line.get_xdata()) == 1
        and same_color(line.get_color(), colour)
    }


def test_each_change_stands_in_its_row_and_the_chosen_in_their_own_colour():
    table = moved()
    figure = plot_change(table, lang="en")
    names = [text.get_text() for text in figure.axes[0].get_yticklabels()]
    assert len(names) == len(table)
    for colour, chosen in ((RUST, True), (BLUE, False)):
        own = table["chosen"].eq(chosen) & table["change"].notna()
        rows = np.flatnonzero(own)
        told = dots(figure, colour)
        assert told == pytest.approx(dict(zip(rows, table["change"][own], strict=True)))
    chance = dots(figure, PLUM)
    assert chance == pytest.approx(
        {row: x for row, x in enumerate(table["expect"]) if not np.isnan(x)}
    )


def test_a_row_without_numbers_has_its_word_and_no_mark():
    table = moved()
    numbers = ["change", "low", "high", "expect"]
    table.loc["values", numbers] = np.nan
    table.loc["values", ["how", "word"]] = ["words", "down"]
    figure = plot_change(table, lang="en")
    row = table.index.get_loc("values")
    words = {t.get_text(): t.get_position()[1] for t in figure.axes[0].texts}
    assert words["down"] == row
    assert row not in {**dots(figure, BLUE), **dots(figure, RUST)}


def test_the_words_name_what_moved():
    table = moved()
    alt = plot_change(table, lang="en").alt
    assert f"of {(table['word'] != '').sum()} factors" in alt
    assert alt.startswith("Up: ")


@pytest.mark.parametrize(
    "broken",
    [pd.DataFrame(), moved().drop(columns="low"), moved().rename({"values": "coffee"})],
)
def test_what_is_no_change_is_refused(broken):
    with pytest.raises(ValueError, match="trouble with"):
        plot_change(broken)

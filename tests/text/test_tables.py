"""Tables on a lesson's page: every row and column named, nothing lost."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.report import show_table

FRAME = pd.DataFrame(
    {"mean": [1234.5, np.nan], "n": [1200, 7], "holds": [True, False]},
    index=["item_rest", "own name"],
)


def test_numbers_headings_and_rows_are_written_in_the_readers_language():
    danish = show_table(FRAME, "da", caption="four_models", rows="item")
    english = show_table(FRAME, "en", caption="four_models", rows="item")
    assert danish.head == ("udsagn", "gennemsnit", "n", "holder?")
    assert danish.cells == (
        ("r med resten", "1.234,50", "1.200", "ja"),
        ("own name", "–", "7", "nej"),
    )
    assert english.cells[0] == ("r with the rest", "1,234.50", "1,200", "yes")
    assert danish.caption != english.caption


def test_words_in_the_cells_are_left_as_they_are():
    table = pd.DataFrame({"factor": ["a"], "why": ["mean"]})
    assert show_table(table, "da", caption="x").cells == (("a", "mean"),)


def test_html_names_every_row_and_column_and_escapes_words():
    found = show_table(FRAME, "en", caption="<b>", rows="item").to_html()
    assert found.count('scope="col"') == 4
    assert found.count('scope="row"') == 2
    assert found.count('class="words"') == 1 + 1 + len(
        FRAME
    )  # item, holds? and its cells
    assert "<b>" not in found
    assert not re.search(r"<th[^>]*>\s*</th>", found)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=6), st.integers(0, 6))
def test_every_value_is_shown_to_the_decimals_asked_for(values, digits):
    table = show_table(pd.Series(values, name="x"), "en", caption="c", digits=digits)
    read = [float(row[0].replace(",", "").replace("−", "-")) for row in table.cells]
    assert read == pytest.approx(values, abs=0.5000001 * 10.0**-digits)


def test_digits_may_differ_by_column():
    table = pd.DataFrame({"x": [0.125], "y": [0.125], "z": [0.125]})
    found = show_table(table, "en", caption="c", digits={"x": 1, "y": 3})
    assert found.cells == (("0.1", "0.125", "0.12"),)


def test_what_is_missing_says_what_the_caller_says():
    table = pd.DataFrame({"mean": [np.nan, 1.0], "who": [None, "a"]})
    found = show_table(table, "en", caption="c", missing="hidden")
    assert found.cells[0] == ("hidden", "hidden")


def test_rows_without_a_heading_are_refused():
    with pytest.raises(ValueError, match=r"\['item_rest', 'own name'\].*rows="):
        show_table(FRAME, "da", caption="c")


@pytest.mark.parametrize("axis", [0, 1])
def test_more_than_one_level_is_refused(axis):
    deep = pd.concat([FRAME, FRAME], keys=["a", "b"], axis=axis)
    with pytest.raises(ValueError, match=r"2 of columns|2 levels"):
        show_table(deep, "da", caption="c", rows="item")


def test_an_empty_table_still_has_its_headings():
    empty = show_table(FRAME.iloc[:0], "da", caption="c", rows="item")
    assert empty.cells == ()
    assert empty.head[0] == "udsagn"


def test_it_shows_itself_on_a_page():
    bundle = show_table(FRAME, "da", caption="c", rows="item")._repr_mimebundle_()
    assert bundle["text/html"].endswith("</div>")
    assert bundle["text/plain"].startswith("c\nudsagn | ")

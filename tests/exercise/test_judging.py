"""Numbers are read however a Dane or an English speaker writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.exercise.judging import number_or_none
from lederlib.text import LANGS, format_number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0,42", 0.42),
        ("0.42", 0.42),
        (" 1.234,5 ", 1234.5),
        ("1,234.5", 1234.5),
        ("−0,2", -0.2),
        ("12 %", 0.12),
        ("12\N{NO-BREAK SPACE}%", 0.12),
        ("3e-1", 0.3),
    ],
)
def test_text_is_read_as_the_number_that_was_meant(written, meant):
    assert number_or_none(written) == pytest.approx(meant)


def test_a_percent_sign_changes_nothing_where_the_answer_is_in_percent():
    assert number_or_none("37 %", percent=True) == 37


@given(st.floats(-999, 999), st.sampled_from(LANGS))
def test_what_we_write_we_can_read(value, lang):
    written = format_number(value, lang, digits=3)
    assert number_or_none(written) == pytest.approx(value, abs=5.1e-4)


@given(
    st.text() | st.binary() | st.lists(st.integers()) | st.none() | st.complex_numbers()
)
def test_anything_at_all_becomes_a_plain_float_or_nothing(value):
    assert type(number_or_none(value)) in (float, type(None))

"""Numbers are read however they are written, in the task's unit or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.exercise import task
from lederlib.exercise.reading import number_or_none, read_number
from lederlib.text import LANGS, format_number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0,42", 0.42),
        ("0.42", 0.42),
        (" 1.234,5 ", 1234.5),
        ("1,234.5", 1234.5),
        ("−0,2", -0.2),
        ("3e-1", 0.3),
    ],
)
def test_text_is_read_as_the_number_that_was_meant(written, meant):
    assert number_or_none(written) == pytest.approx(meant)


#: A task that asks for per cent, percentage points, a share of one, points, days.
PERCENT, POINTS, SHARE, SCORE, DAYS = "01.2", "01.1", "03.2", "09.3", "04.2"


@pytest.mark.parametrize(
    ("written", "key", "read"),
    [
        ("5 %", PERCENT, 5),
        ("5\N{NO-BREAK SPACE}%", PERCENT, 5),
        ("5 procent", PERCENT, 5),
        ("5 per cent", PERCENT, 5),
        ("5 procentpoint", PERCENT, "ask_unit"),
        ("0,05", PERCENT, "ask_hundredths"),
        ("0,05 %", PERCENT, 0.05),
        (0.4, PERCENT, "ask_hundredths"),
        ("−5 %", PERCENT, -5),
        ("5 %", POINTS, "ask_points"),
        ("−5 %", POINTS, "ask_points"),
        ("0,05", POINTS, "ask_hundredths"),
        ("5 procentpoint", POINTS, 5),
        ("0.5 percentage points", POINTS, 0.5),
        ("5 pp", POINTS, 5),
        ("5 %", SHARE, 0.05),
        ("−5 %", SHARE, -0.05),
        ("0,05", SHARE, 0.05),
        ("5 procentpoint", SHARE, "ask_unit"),
        ("−5 %", SCORE, "ask_unit"),
        ("−5 point", SCORE, -5),
        ("2 dage", DAYS, 2),
        ("2 days a week", DAYS, 2),
        ("200 %", DAYS, "ask_unit"),
        ("2 uger", DAYS, "ask_unit"),
        ("mange", DAYS, "no_number"),
        ("12 1/2", DAYS, "ask_unit"),
    ],
)
def test_a_unit_is_read_as_the_tasks_or_asked_about(written, key, read):
    reading = read_number(written, task(key))
    assert (reading.ask or pytest.approx(reading.value)) == read


@pytest.mark.parametrize("unit", ["procentpoint", "%", "kg", "dage"])
@given(value=st.floats(-999, 999))
def test_what_is_not_in_the_unit_is_never_taken_for_another_number(unit, value):
    reading = read_number(f"{value:.3f} {unit}", task(DAYS))
    if unit == "dage":
        assert reading.value == pytest.approx(value, abs=1e-3)
    else:
        assert reading.value is None


@given(st.floats(-999, 999), st.sampled_from(LANGS))
def test_what_we_write_we_can_read(value, lang):
    written = format_number(value, lang, digits=3)
    assert number_or_none(written) == pytest.approx(value, abs=5.1e-4)


@given(
    st.text() | st.binary() | st.lists(st.integers()) | st.none() | st.complex_numbers()
)
def test_anything_at_all_becomes_a_plain_float_or_nothing(value):
    assert type(number_or_none(value)) in (float, type(None))

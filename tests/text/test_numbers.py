import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.text import format_number, format_p, format_range, format_share

FINITE = st.floats(-1e9, 1e9, allow_nan=False)


@given(FINITE, st.integers(0, 4))
def test_a_written_number_reads_back_as_itself(value, digits):
    for lang, comma, point in (("da", ".", ","), ("en", ",", ".")):
        text = format_number(value, lang, digits=digits)
        plain = text.replace(comma, "").replace(point, ".").replace("−", "-")
        assert float(plain) == pytest.approx(value, abs=0.51 * 10**-digits)


@given(st.floats(-0.004, 0.004))
def test_a_number_that_rounds_to_nothing_has_no_minus(value):
    assert format_number(value, "da") == "0,00"


@pytest.mark.parametrize(
    ("value", "text"),
    [(float("nan"), "–"), (float("inf"), "∞"), (float("-inf"), "−∞")],
)
def test_what_is_no_number_has_a_sign_of_its_own(value, text):
    assert format_number(value, "da") == format_number(value, "en") == text


def test_shares_are_written_as_each_language_does():
    assert format_share(0.184, "da") == "18\N{NO-BREAK SPACE}%"
    assert format_share(0.184, "en", digits=1) == "18.4%"
    assert format_share(float("nan"), "da") == "–"


def test_a_range_runs_from_low_to_high():
    assert format_range(-1, 2.5, "da", digits=1) == "−1,0 til 2,5"
    assert format_range(-1, 2.5, "en", digits=1) == "−1.0 to 2.5"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "p < 0,001"),
        (0.00099, "p < 0,001"),
        (0.001, "p = 0,001"),
        (1, "p = 1,000"),
    ],
)
def test_no_p_is_written_as_nought(value, text):
    assert format_p(value, "da") == text
    assert format_p(value, "en") == text.replace(",", ".")

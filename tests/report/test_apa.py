"""Figures as a methods section writes them, in both languages."""

import pytest

from lederlib.report.apa import apa_interval, apa_number, apa_p, apa_share


def test_english_leaves_out_the_nought_and_danish_keeps_it():
    assert (apa_share(0.5, "en"), apa_share(0.5, "da")) == (".50", "0,50")
    assert (apa_share(1.0, "en"), apa_share(-0.5, "en")) == ("1.00", "−.50")


@pytest.mark.parametrize(
    ("value", "english"), [(0.00099, "< .001"), (0.001, "= .001"), (0.2, "= .200")]
)
def test_a_small_p_is_a_bound(value, english):
    assert apa_p(value, "en") == english


def test_what_is_missing_is_a_dash():
    for write in (apa_share, apa_number, apa_p):
        assert write(float("nan"), "da") == "–"


def test_the_ends_of_an_interval_are_parted_as_the_language_parts_numbers():
    assert apa_interval(0.1, 0.2, "da") == "[0,10; 0,20]"
    assert apa_interval(0.1, 0.2, "en") == "[.10, .20]"

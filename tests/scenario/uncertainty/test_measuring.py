import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import ledger
from lederlib.scenario import FINDINGS, as_if_measured

BOOK = ledger()


@given(st.sampled_from(FINDINGS), st.floats(0.01, 1))
def test_what_is_measured_stays_within_its_range_and_is_narrower(found, left):
    old, new = (
        book["contact_reach"]
        for book in (
            BOOK,
            as_if_measured(BOOK, "contact_reach", found=found, left=left),
        )
    )
    wide = old.high - old.low
    assert old.low - 1e-9 <= new.low < new.high <= old.high + 1e-9
    assert new.high - new.low == pytest.approx(left * wide)
    assert new.provenance == "assumption"


def test_low_middle_and_high_follow_each_other_and_nothing_else_moves():
    books = [as_if_measured(BOOK, "curvature", found=found) for found in FINDINGS]
    values = [book["curvature"].value for book in books]
    assert values == sorted(values)
    assert books[0]["drain"] == BOOK["drain"]


@pytest.mark.parametrize(
    ("name", "facts", "message"),
    [
        ("retention_weights", {}, "must be a number on a range to be measured"),
        ("retention_family", {}, "it is a choice"),
        ("contact_rech", {}, "Nearest: 'contact_reach'"),
        ("curvature", {"found": "hi"}, "found must be one of low, middle, high"),
        ("curvature", {"left": 0}, "left must lie between 0.01 and 1"),
    ],
)
def test_what_cannot_be_measured_is_said(name, facts, message):
    with pytest.raises(ValueError, match=message):
        as_if_measured(BOOK, name, **facts)

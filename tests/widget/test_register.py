import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.catalogue import EVIDENCE_KINDS
from lederlib.widget.register import (
    COLUMNS,
    ORDERS,
    chosen_rows,
    figure_words,
    ordered_rows,
    readable_register,
    register_table,
)

REGISTER = readable_register()
EVERY = np.ones(len(REGISTER), dtype=bool)
OPEN = {"topic": "all", "seen": "all", "kind": "all", "search": ""}


@given(
    st.sampled_from(["all", "none", "flexible_work", "leadership_quality"]),
    st.sampled_from(["all", "seen", "not seen"]),
    st.sampled_from(["all", *EVIDENCE_KINDS]),
    st.sampled_from(["", "burnout", "turnover hospital", "Ø€x"]),
)
def test_a_filter_more_never_lets_more_through(topic, seen, kind, search):
    levers = {"topic": topic, "seen": seen, "kind": kind, "search": search}
    rows = chosen_rows(REGISTER, levers)
    for key, value in levers.items():
        assert (rows <= chosen_rows(REGISTER, {**OPEN, key: value})).all()


def test_open_levers_let_all_through_and_the_parts_make_the_whole():
    assert chosen_rows(REGISTER, OPEN).all()
    parts = [chosen_rows(REGISTER, {**OPEN, "kind": kind}) for kind in EVIDENCE_KINDS]
    assert (np.sum(parts, axis=0) == 1).all()


def test_a_search_needs_every_word_and_minds_no_capitals():
    both = chosen_rows(REGISTER, {**OPEN, "search": "LEADERSHIP Training"})
    one = chosen_rows(REGISTER, {**OPEN, "search": "leadership"})
    assert 0 < both.sum() < one.sum()


def test_a_search_is_no_pattern():
    assert not chosen_rows(REGISTER, {**OPEN, "search": ".*["}).any()


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_holds_the_same_rows(order):
    assert sorted(ordered_rows(REGISTER, EVERY, order)) == list(range(len(REGISTER)))


def test_most_people_come_first_and_missing_numbers_last():
    n = REGISTER["n"].to_numpy()[list(ordered_rows(REGISTER, EVERY, "people"))]
    there = n[~np.isnan(n)]
    assert (np.diff(there) <= 0).all()
    assert np.isnan(n[len(there) :]).all()


def test_seen_first_leaves_the_rest_in_the_order_of_the_register():
    order = np.array(ordered_rows(REGISTER, EVERY, "seen"))
    seen = np.asarray(REGISTER["verified"] == "seen")[order]
    assert seen[:141].all()
    assert (np.diff(order[:141]) > 0).all()


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_row_of_the_register_is_a_row_of_the_table(lang):
    table = register_table(REGISTER, lang)
    assert len(table.rows) == len(REGISTER)
    assert {len(row) for row in table.rows} == {len(COLUMNS)}
    for row, doi in zip(table.rows, REGISTER["doi"], strict=True):
        assert row[5].href == (f"https://doi.org/{doi}" if doi else "")
        assert row[0].lang == row[6].lang == "en"


def test_bounds_say_whether_they_are_an_interval_or_a_range():
    table = register_table(REGISTER, "da")
    figures = [row[1].text for row in table.rows]
    assert sum("95 %-interval" in text for text in figures) > 5
    assert sum("spænd mellem studierne" in text for text in figures) == 5


def test_where_no_size_was_seen_the_direction_stands_alone():
    nothing = dict.fromkeys(("estimate", "low", "high"), np.nan)
    row = {**nothing, "estimate_type": "direction (+)"}
    assert figure_words(row, "da") == "direction (+)"

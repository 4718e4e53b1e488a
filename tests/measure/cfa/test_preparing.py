from dataclasses import replace

import numpy as np
import pytest

from lederlib.measure.cfa.ordered import ordered_sample
from lederlib.measure.cfa.people import read_people
from lederlib.measure.cfa.preparing import (
    left_out,
    likelihood_frame,
    likelihood_samples,
    ordered_frame,
    ordered_levels,
    ordered_notices,
)
from lederlib.measure.cfa.syntax import read_syntax

ITEMS = ("y1", "y2", "y3")
MODEL = "f =~ y1 + y2 + y3"


@pytest.fixture(scope="module")
def people(table):
    return read_people(table("five_points"), ITEMS)


def samples(people, ordered=None):
    levels = ordered_levels(people, ordered)
    return [ordered_sample(part, ITEMS, levels) for part in people.parts], levels


def keys(found, levels):
    return {notice.key: notice.names for notice in ordered_notices(found, levels)}


@pytest.mark.parametrize(
    ("line", "means", "expected"),
    [("", False, False), ("", True, True), ("\ny2 ~ 1", False, True)],
)
def test_a_model_has_means_where_asked_or_spoken_of(people, line, means, expected):
    syntax = read_syntax(MODEL + line)
    found = likelihood_frame(syntax, people, means=means, std_lv=False)
    assert found.means is expected


def test_the_frame_counts_the_answers_of_ordered_items_only(people):
    levels = ordered_levels(people, ["y3"])
    found = ordered_frame(read_syntax(MODEL), people, levels, std_lv=True)
    assert dict(found.levels) == {"y3": 5}
    assert found.means


def test_only_ordered_items_can_be_too_alike(people):
    close = np.array([[1, 0.995, 0.2], [0.995, 1, 0.2], [0.2, 0.2, 1]])
    (all_ordered,), levels = samples(people)
    assert keys([replace(all_ordered, cov=close)], levels)["alike"] == ("y1 – y2",)
    (mixed,), levels = samples(people, ["y1", "y3"])
    assert "alike" not in keys([replace(mixed, cov=close)], levels)
    assert "alike" not in keys([all_ordered], levels)


def test_correlations_that_cannot_all_be_right_name_their_group(people):
    odd = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])
    (sample,), levels = samples(people)
    both = [replace(sample, name="north"), replace(sample, name="south", cov=odd)]
    assert keys(both, levels)["not_positive"] == ("south",)
    assert keys([replace(sample, cov=odd)], levels)["not_positive"] == ()
    assert "not_positive" not in keys([sample], levels)


def test_items_that_determine_each_other_name_their_group(table):
    data = table("two_groups").assign(unit=lambda rows: rows["profession"])
    first = data["unit"].iloc[0]
    data["y2"] = data["y2"].where(data["unit"] != first, 2 * data["y1"])
    found = read_people(data, ITEMS, group="unit")
    with pytest.raises(
        ValueError, match=f"group '{first}' must .* 'y1', 'y2' determine"
    ):
        likelihood_samples(found)


def test_left_out_rows_are_told_only_where_there_are_any(people):
    assert left_out(people) == ()
    (notice,) = left_out(replace(people, left_out=3))
    assert notice.counts == {"count": 3}

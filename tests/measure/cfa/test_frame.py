import pytest

from lederlib.measure.cfa.frame import frame_of
from lederlib.measure.cfa.ordered import ordered_levels
from lederlib.measure.cfa.people import read_people
from lederlib.measure.cfa.syntax import read_syntax

THREE = ("y1", "y2", "y3")
ONE = "f =~ y1 + y2 + y3"


@pytest.fixture(scope="module")
def people(table):
    return read_people(table("five_points"), THREE)


@pytest.mark.parametrize(
    ("line", "means", "expected"),
    [("", False, False), ("", True, True), ("\ny2 ~ 1", False, True)],
)
def test_a_model_has_means_where_asked_or_spoken_of(people, line, means, expected):
    syntax = read_syntax(ONE + line)
    found = frame_of(syntax, people, means=means)
    assert found.means is expected


def test_the_frame_counts_the_answers_of_ordered_items_only(people):
    levels = ordered_levels(people, ["y3"])
    found = frame_of(read_syntax(ONE), people, levels, std_lv=True)
    assert dict(found.levels) == {"y3": 5}
    assert found.means

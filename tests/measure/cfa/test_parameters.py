import pytest

from lederlib.measure.cfa.frame import Frame
from lederlib.measure.cfa.modifiers import Modifier
from lederlib.measure.cfa.parameters import make_cell, place_of

FRAME = Frame(items=("y1", "y2", "meaning"), factors=("f", "g", "h"), levels={"y1": 4})


def placed(*name, **said):
    return make_cell(FRAME, name, 0, Modifier(**said))


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (("g", "=~", "y2"), ("loadings", 1, 1)),
        (("h", "=~", "f"), ("paths", 0, 2)),
        (("y2", "~~", "meaning"), ("residuals", 1, 2)),
        (("f", "~~", "h"), ("factors", 0, 2)),
        (("meaning", "~1", ""), ("intercepts", 2, 0)),
        (("h", "~1", ""), ("means", 2, 0)),
        (("y1", "|", "t3"), ("thresholds", 0, 2)),
        (("y1", "~*~", "y1"), ("scales", 0, 0)),
    ],
)
def test_every_parameter_has_its_place(name, place):
    assert place_of(placed(*name)) == place


@pytest.mark.parametrize(("first", "second"), [("y1", "meaning"), ("f", "g")])
def test_a_covariance_has_one_place_whichever_way_it_is_written(first, second):
    ways = [placed(first, "~~", second), placed(second, "~~", first)]
    assert place_of(ways[0]) == place_of(ways[1])
    assert place_of(placed("f", "=~", "y2")) != place_of(placed("g", "=~", "y1"))


def test_only_a_number_fixes_a_parameter():
    held = placed("f", "=~", "y2", fixed=0.0, label="a")
    assert (held.free, held.value, held.label) == (False, 0, "a")
    begun = placed("f", "=~", "y2", start=0.3)
    assert (begun.free, begun.value, begun.label) == (True, 0.3, "")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (("f", "=~", "meanin"), "'meanin', which is no item. Nearest: 'meaning'"),
        (("f", "~~", "y1"), "two items or two factors; got 'f ~~ y1'"),
        (("y1", "|", "t4"), "'y1' has the thresholds t1, t2, t3; got 't4'"),
        (("y2", "|", "t1"), "Only ordered items have .* got 'y2 | t1'"),
        (("y2", "~*~", "y2"), "Only ordered items have"),
    ],
)
def test_what_has_no_place_is_named(name, message):
    with pytest.raises(ValueError, match=message.replace("|", r"\|")):
        placed(*name)

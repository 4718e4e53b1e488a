import numpy as np
import pytest

from lederlib.plot import plot_narrowing, plot_quantities, plot_targets
from lederlib.plot.drawing.colours import BLUE, GREY, RUST
from lederlib.scenario.evidence.changes import most_changed
from lederlib.text import format_share


@pytest.fixture
def held(examples):
    return examples["held"]()


@pytest.fixture
def found(examples):
    return examples["narrowed"]()


def marks(axes, marker):
    """Where a kind of mark stands, from the top down."""
    found = [line for line in axes.lines if line.get_marker() == marker]
    points = [np.ravel(line.get_data()) for line in found]
    return np.array(sorted(points, key=lambda point: point[1]))


def bars(axes, colour):
    found = [line for line in axes.lines if line.get_color() == colour]
    ends = [line.get_data() for line in found if len(line.get_xdata()) == 2]
    return {round(height[0], 2): across for across, height in ends}


def test_a_number_moves_to_the_side_to_which_it_moved(held):
    table = most_changed(held.table).head(6)
    (axes,) = plot_quantities(held).axes
    went = marks(axes, "D")[:, 0] - marks(axes, "o")[:, 0]
    assert np.sign(went).tolist() == np.sign(table["moved"]).tolist()
    # One scale for all rows: the width of the range before, or all of the worlds.
    width = went / table["moved"].to_numpy()
    assert width == pytest.approx(np.full(6, width[0]))


@pytest.mark.parametrize("kinds", [("number", "sign"), ("beside",)])
def test_seen_and_given_lie_apart_as_the_numbers_do(held, kinds):
    picture = plot_targets(held, kinds=kinds)
    (axes,) = picture.axes
    rows = [one for one in held.targets if one.kind in kinds]
    before, after = marks(axes, "o"), marks(axes, "D")
    assert len(before) == len(after) == len(rows)
    for place, one in enumerate(rows):
        if one.kind == "sign":
            continue
        line = bars(axes, GREY)[round(before[place, 1], 2)]
        low, middle, high = held.prior.loc[one.key, ["q005", "q500", "q995"]]
        share = (before[place, 0] - line[0]) / (line[1] - line[0])
        assert share == pytest.approx((middle - low) / (high - low))


def test_only_what_the_model_cannot_give_has_the_mark_of_that(held):
    (axes,) = plot_targets(held).axes
    missed = [
        place for place, one in enumerate(held.targets) if one.key in held.unreproduced
    ]
    assert missed
    assert marks(axes, "X")[:, 1].astype(int).tolist() == missed
    assert {int(height) for height in bars(axes, RUST)} == set(missed)
    assert "kan modellen ikke give" in plot_targets(held).alt


def test_an_unknown_kind_is_refused_with_those_that_there_are(held):
    with pytest.raises(ValueError, match="number, sign, beside"):
        plot_targets(held, kinds=("numbers",))


def test_an_answer_is_drawn_from_end_to_end_and_its_worlds_are_counted(found, lang):
    (axes,) = plot_narrowing(found, lang=lang).axes
    drawn = bars(axes, GREY) | bars(axes, BLUE)
    for place, (_, row) in enumerate(found.table.iterrows()):
        ends = drawn[round(place + 0.7, 2)]
        assert list(ends) == pytest.approx([100 * row["low"], 100 * row["high"]])
        said = [text for text in axes.texts if int(text.get_position()[1]) == place]
        assert format_share(row["up"], lang) in said[1].get_text()

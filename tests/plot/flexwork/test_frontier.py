import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lederlib.plot import plot_frontier
from lederlib.plot.drawing.shapes import outline
from lederlib.plot.flexwork.frontier import is_best
from lederlib.text import format_number

numbers = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=25
)


@given(numbers)
def test_the_best_ways_are_those_that_no_other_beats(pairs):
    freedom, community = np.array(pairs, dtype=float).T
    best = is_best(freedom, community)
    for place, (free, close) in enumerate(pairs):
        beaten = any(
            f >= free and c >= close and (f, c) != (free, close) for f, c in pairs
        )
        assert best[place] != beaten


def test_words_hold_the_numbers(examples, lang):
    now = examples["chosen"](home=2, anchor=1)
    alt = plot_frontier(examples["ways"](), **now, lang=lang).alt
    assert "16" in alt
    for number in np.quantile(now["community"], [0.05, 0.5, 0.95]):
        assert format_number(number, lang) in alt


def test_one_day_is_written_as_one_day(examples):
    now = examples["chosen"](home=1, anchor=1)
    assert plot_frontier(examples["ways"](), **now, lang="en").alt.startswith(
        "1 home day and 1 fixed day:"
    )


def test_the_chosen_point_stands_at_the_medians(examples):
    picture = plot_frontier(examples["ways"](), **examples["chosen"]())
    now = examples["chosen"](home=3, shift=0.2)
    picture.update(**now)
    offsets = [artist.get_offsets() for artist in picture.moving[1:5]]
    np.testing.assert_allclose(offsets[-1], [[4, np.median(now["community"])]])


def test_a_table_without_community_is_refused(examples):
    table = examples["ways"]().drop(columns="community")
    with pytest.raises(ValueError, match="got home, anchor, freedom"):
        plot_frontier(table, **examples["chosen"]())


def test_digits_are_the_fixed_days_as_large_as_can_be_read(examples):
    ways = examples["ways"]()
    ways["community"] = np.linspace(0, 1, len(ways))
    digits = plot_frontier(ways, **examples["chosen"]()).moving[2]
    shown = ways[ways["home"] > 0].sort_values(["anchor", "home"])
    assert len(digits.get_offsets()) == len(shown) > 0
    for path, days in zip(digits.get_paths(), shown["anchor"], strict=True):
        assert path == outline(f"{days:.0f}", size=9.5, anchor=0.5)
        assert np.ptp(path.vertices[:, 1]) > 6


def test_a_digit_beneath_another_circle_is_not_written(examples):
    ways = examples["ways"]().iloc[:1].assign(home=1)
    both = pd.concat([ways, ways.assign(anchor=3, freedom=ways["freedom"] + 0.01)])
    digits = plot_frontier(both, **examples["chosen"]()).moving[2]
    np.testing.assert_allclose(digits.get_offsets(), both[["freedom", "community"]][1:])


def test_most_draws_get_a_thinner_line_than_half_of_them(examples):
    now = examples["chosen"](home=3) | {"freedom": np.linspace(3, 5, 101)}
    spread = plot_frontier(examples["ways"](), **now).moving[3]
    widths = dict(zip((0.5, 0.9) * 2, spread.get_linewidth(), strict=False))
    across = [np.ptp(path.vertices[:, 0]) for path in spread.get_paths()[2:]]
    assert across == pytest.approx([1.0, 1.8])
    assert widths[0.5] > widths[0.9]

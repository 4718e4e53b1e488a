import re

import numpy as np
import pandas as pd
import pytest

from lederlib.plot import plot_group_balance
from lederlib.text import format_number


def group(load, resources):
    table = {"load": load, "resources": resources}
    return pd.DataFrame(table, index=["general", "now"])


def test_words_hold_where_the_group_stands(examples, lang):
    alt = plot_group_balance(examples["points"], lang=lang).alt
    for number in (format_number(-0.17, lang), format_number(0.09, lang)):
        assert number in alt


def test_a_table_of_persons_is_not_drawn():
    persons = pd.DataFrame({"load": [0.5] * 5, "resources": [0.5] * 5})
    with pytest.raises(ValueError, match="rows general and now of one group; got 5"):
        plot_group_balance(persons)


def test_a_missing_column_or_number_is_named(examples):
    with pytest.raises(ValueError, match="resources is missing"):
        plot_group_balance(examples["points"][["load"]])
    with pytest.raises(ValueError, match="points must lie between 0 and 1"):
        plot_group_balance(group([0.5, np.nan], [0.5, 0.5]))


def test_the_file_of_the_figure_holds_no_more_than_the_rounded_means():
    exact = plot_group_balance(group([0.512, 0.688], [0.6049, 0.51]))
    rounded = plot_group_balance(group([0.5, 0.7], [0.6, 0.5]))
    drawn = [re.sub(r'id="[^"]*"', "", each.to_html()) for each in (exact, rounded)]
    assert drawn[0] == drawn[1]


def frame_of(resources):
    """Return the axes of a group that now has these resources and middling load."""
    return plot_group_balance(group([0.5, 0.5], [0.5, resources])).axes[0]


def test_groups_share_a_frame_until_one_comes_near_its_edge():
    usual, near, past = (frame_of(each).get_xlim()[1] for each in (0.6, 0.3, 0.05))
    assert usual == near < past


def test_a_group_at_the_very_end_is_seen_whole():
    axes = frame_of(0.0)
    today = max(axes.collections, key=lambda marks: marks.get_zorder())
    radius = np.sqrt(today.get_sizes()[0]) / 2
    left = axes.transData.transform(today.get_offsets())[:, 0].min() - radius
    assert left > axes.bbox.x0

import numpy as np
import pandas as pd
import pytest

from lederlib.model import tilt
from lederlib.plot import plot_group_balance
from lederlib.text import format_number


def test_words_hold_the_medians_and_the_counts(examples, lang):
    alt = plot_group_balance(examples["points"], lang=lang).alt
    assert {"da": "3 af 5", "en": "3 of 5"}[lang] in alt
    assert format_number(-0.1, lang) in alt
    assert format_number(0.1, lang) in alt


def test_a_small_group_is_not_drawn(examples):
    points = examples["points"].copy()
    points.loc[0, "tilt_now"] = np.nan
    with pytest.raises(ValueError, match="at least 5 leaders with every answer; got 4"):
        plot_group_balance(points)


def test_the_limit_may_be_raised_but_not_lowered(examples):
    with pytest.raises(ValueError, match="at least 8 leaders"):
        plot_group_balance(examples["points"], min_group=8)
    with pytest.raises(ValueError, match="min_group must lie between 5 and 10; got 2"):
        plot_group_balance(examples["points"], min_group=2)


def test_tilt_and_level_are_worked_out_from_load_and_resources():
    rng = np.random.default_rng(0)
    names = ["load_now", "resources_now", "load_general", "resources_general"]
    rated = pd.DataFrame(rng.uniform(0.1, 0.9, (7, 4)), columns=names)
    placed = rated.assign(
        tilt_now=tilt(rated["load_now"], rated["resources_now"]),
        level_now=rated["load_now"] + rated["resources_now"],
        tilt_general=tilt(rated["load_general"], rated["resources_general"]),
        level_general=rated["load_general"] + rated["resources_general"],
    )
    first, second = (plot_group_balance(table) for table in (rated, placed))
    assert first.alt == second.alt
    assert first.to_html() == second.to_html()


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="resources_now is missing"):
        plot_group_balance(
            pd.DataFrame(
                {"load_now": [0.5], "load_general": 0.5, "resources_general": 0.5}
            )
        )


def frame_of(examples, tilt_now):
    """Return the axes of a group in which one leader has this tilt."""
    points = examples["points"].copy()
    points.loc[0, "tilt_now"] = tilt_now
    return plot_group_balance(points).axes[0]


def test_groups_share_a_frame_until_a_leader_comes_near_its_edge(examples):
    usual, near, past, full = (
        frame_of(examples, tilt).get_xlim()[1] for tilt in (0.3, 0.7, -0.71, 1.0)
    )
    assert usual == near < past == full


def test_a_leader_at_the_very_end_is_seen_whole(examples):
    axes = frame_of(examples, -1.0)
    today = max(axes.collections, key=lambda marks: marks.get_zorder())
    radius = np.sqrt(today.get_sizes()[0]) / 2
    left = axes.transData.transform(today.get_offsets())[:, 0].min() - radius
    assert left > axes.bbox.x0

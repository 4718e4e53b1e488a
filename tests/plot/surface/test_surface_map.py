import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.patches import Polygon

from lederlib.plot import plot_surface_map
from lederlib.scenario import balance_surface, leader_table
from lederlib.text import format_number


@pytest.fixture(scope="module")
def leaders():
    return leader_table()


def test_surface_and_lines_are_cut_off_at_the_outline_of_the_leaders(leaders):
    found = balance_surface(leaders, people=30)
    axes = plot_surface_map(found).axes[0]
    (outline,) = [patch for patch in axes.patches if isinstance(patch, Polygon)]
    np.testing.assert_allclose(outline.get_xy()[:-1], found.outline())
    for cut in (axes.images[0], axes.collections[0]):
        path, _ = cut.get_clip_path().get_transformed_path_and_affine()
        assert len(path.vertices) == len(outline.get_xy())


def test_every_line_runs_where_the_surface_has_one_height(leaders):
    found = balance_surface(leaders)
    axes = plot_surface_map(found).axes[0]
    (lines,) = [part for part in axes.collections if isinstance(part, LineCollection)]
    for segment in lines.get_segments():
        heights = found.expected(*segment.T)
        assert np.ptp(heights) < 0.005
        assert np.round(heights.mean(), 1) == pytest.approx(heights.mean(), abs=0.005)


def test_counting_moves_the_dashed_line_and_not_the_surface(leaders):
    picture = plot_surface_map(balance_surface(leaders))
    axes = picture.axes[0]
    before = axes.images[0].get_array().copy()
    equal = axes.lines[1]
    assert equal.get_ydata().tolist() == [0, 10]
    picture.update(found=balance_surface(leaders, rate=0.5, shift=1.0))
    np.testing.assert_allclose(axes.images[0].get_array(), before, rtol=1e-7)
    assert equal.get_ydata().tolist() == [-7, 13]


def test_words_name_the_outcome_and_where_the_lines_cross(leaders, lang):
    found = balance_surface(leaders, "team_climate", shift=2.0)
    alt = plot_surface_map(found, lang=lang).alt
    assert {"da": "Teamets klima", "en": "Team climate"}[lang] in alt
    assert format_number(3.0, lang, digits=1) in alt

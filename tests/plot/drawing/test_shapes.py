"""A fan's bands lie around its line, the wide one around the narrow one."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from lederlib.plot.drawing.shapes import fan, fan_key

ALONG = np.arange(4.0)
PATHS = np.random.default_rng(1).standard_normal((500, 4)).cumsum(axis=1)


def reach(band):
    """Return the lowest and the highest point of a band at each place."""
    points = band.get_paths()[0].vertices
    heights = [points[points[:, 0] == place, 1] for place in ALONG]
    return np.array([[each.min(), each.max()] for each in heights]).T


@pytest.fixture
def moved():
    one = fan(Figure().add_subplot(), color="black")
    ends = np.quantile(PATHS, [0.05, 0.25, 0.75, 0.95], axis=0)
    one.move(ALONG, ends, np.median(PATHS, axis=0))
    return one, ends


def test_the_bands_reach_from_end_to_end(moved):
    one, ends = moved
    assert reach(one.wide) == pytest.approx(ends[[0, 3]])
    assert reach(one.narrow) == pytest.approx(ends[[1, 2]])


def test_the_line_lies_in_front_and_inside(moved):
    one, _ = moved
    low, high = reach(one.narrow)
    line = one.middle.get_ydata()
    assert ((low <= line) & (line <= high)).all()
    wide, narrow, middle = one.artists
    assert wide.get_zorder() < narrow.get_zorder()
    assert middle is one.middle


def test_the_key_of_half_is_darker():
    assert fan_key("half", half=True).get_alpha() > fan_key("most").get_alpha()

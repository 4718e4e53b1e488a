import pytest

from lederlib.plot import plot_surface_walks
from lederlib.scenario import balance_surface, leader_table
from lederlib.text import format_number

FIGURES = ["a1", "a2", "a3", "a4", "a5"]


def rows(picture):
    lines = picture.axes[0].lines
    return lines[1:6], lines[6:11]


def test_each_figure_is_a_dot_within_its_interval(lang):
    found = balance_surface(leader_table())
    picture = plot_surface_walks(found, lang=lang)
    for figure, bar, dot in zip(FIGURES, *rows(picture), strict=True):
        low, high = bar.get_xdata()
        assert (low, high) == pytest.approx(found.walks.loc[figure, ["low", "high"]])
        assert dot.get_xdata()[0] == pytest.approx(found.walks["est"][figure])
        words = format_number(float(found.walks["est"][figure]), lang)
        assert f"{figure}: {words}" in picture.alt


def test_a_figure_beyond_the_edge_has_no_dot_that_would_belie_it():
    table = leader_table()
    picture = plot_surface_walks(balance_surface(table))
    far = balance_surface(table, rate=0.4, shift=4.0)
    beyond = far.walks["est"].abs() > 4
    assert beyond.any()
    picture.update(found=far)
    bars, dots = rows(picture)
    assert [not dot.get_visible() for dot in dots] == beyond.tolist()
    assert all(abs(bar.get_xdata()).max() <= 4 for bar in bars)

import numpy as np
import pytest

from lederlib.plot import plot_leader_year
from lederlib.scenario import leader_year
from lederlib.text import format_number


def test_the_words_give_peak_and_end(lang):
    year = leader_year(load=1.2, draws=20)
    alt = plot_leader_year(year, lang=lang).alt
    for number in (year.strain[0], year.strain.max(), year.strain[-1]):
        assert format_number(number, lang) in alt


def test_the_load_is_drawn_week_by_week():
    year = leader_year(draws=20)
    figure = plot_leader_year(year)
    outline = figure.axes[0].collections[0].get_paths()[0].vertices
    assert outline[:, 1].max() == pytest.approx(year.load.max())
    assert outline[:, 0].max() == 52


def test_the_edges_move_with_the_resources():
    picture = plot_leader_year(leader_year(draws=20))
    picture.update(year=leader_year(resources=0.5, draws=20))
    tip, recover = picture.axes[0].lines
    assert tip.get_ydata()[0] == pytest.approx(1.3724 / 2, abs=1e-3)
    assert recover.get_ydata()[0] == pytest.approx(1.1339 / 2, abs=1e-3)
    picture.update(year=leader_year(tipping=False, draws=20))
    assert len(np.atleast_1d(tip.get_ydata())) == 0

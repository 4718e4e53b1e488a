import numpy as np
import pytest

from lederlib.plot import plot_phase
from lederlib.plot.strain.phase import year_way
from lederlib.scenario import leader_year


@pytest.fixture(scope="module")
def year():
    return leader_year(load=1.3, budget=1.0, draws=20)


def test_the_way_goes_across_when_load_changes_and_up_or_down_in_between(year):
    ratio, strain = year_way(year)
    across, up = np.diff(ratio), np.diff(strain)
    assert (across[::2] == 0).all()
    assert (up[1::2] == 0).all()
    assert strain[[0, -1]] == pytest.approx(year.strain[[0, -1]])


def test_the_folds_stand_in_the_picture_and_in_its_words(year, lang):
    figure = plot_phase(year, lang=lang)
    there = " ".join(text.get_text() for text in figure.axes[0].texts)
    for share in ("137", "113"):
        assert share in there
        assert share in figure.alt


def test_without_an_edge_nothing_speaks_of_one(lang):
    picture = plot_phase(leader_year(draws=20), lang=lang)
    words = picture.update(year=leader_year(tipping=False, draws=20))
    assert {"da": "ingen kant", "en": "no edge"}[lang] in words
    assert not any(text.get_text() for text in picture.axes[0].texts)


def test_the_branches_meet(year):
    axes = plot_phase(year).axes[0]
    calm, ridge, strained = (line.get_xydata() for line in axes.lines[2:5])
    assert calm[-1] == pytest.approx(ridge[0])
    assert ridge[-1] == pytest.approx(strained[0])

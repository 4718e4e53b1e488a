import numpy as np
import pytest

from lederlib.plot import plot_teams
from lederlib.plot.contagion.teams import SHOWN, teams_shown
from lederlib.scenario import contagion


@pytest.fixture(scope="module")
def found():
    return contagion(employees=1200, weeks=60, unequal=0.7, leader_load=1.3, draws=5)


def corners(figure):
    patches = figure.axes[0].patches[1:]
    return [len(patch.get_path().vertices) // 5 for patch in patches]


def test_every_employee_of_the_teams_shown_has_a_square(found):
    shown = teams_shown(found)
    assert sum(corners(plot_teams(found))) == found.team_sizes[shown].sum()


def test_teams_are_spread_from_least_to_most_load(found):
    loads = found.leader_load[teams_shown(found)]
    assert len(loads) == SHOWN
    assert (np.diff(loads) >= 0).all()
    assert loads[[0, -1]].tolist() == [found.leader_load.min(), found.leader_load.max()]


def test_squares_stay_within_their_tiles(found):
    figure = plot_teams(found)
    for patch in figure.axes[0].patches[1:]:
        across, down = patch.get_path().vertices.reshape(-1, 5, 2).transpose(2, 0, 1)
        assert (np.floor(across.min(axis=1)) == np.floor(across.max(axis=1))).all()
        assert (np.floor(down.min(axis=1)) == np.floor(down.max(axis=1))).all()


def test_worn_leaders_are_ringed_and_counted(found, lang):
    picture = plot_teams(found, lang=lang)
    worn = int((found.leader_strain[-1, teams_shown(found)] > 0.45).sum())
    assert len(picture.moving[-1].get_offsets()) == worn > 0
    assert f" {worn} " in picture.alt


def test_fewer_leaders_than_tiles_are_shown_more_than_once():
    few = contagion(employees=60, span=30, weeks=52, draws=2)
    assert set(teams_shown(few)) == {0, 1}
    assert plot_teams(few).alt

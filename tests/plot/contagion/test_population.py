import pytest

from lederlib.plot import plot_population
from lederlib.plot.contagion.population import ending_shares
from lederlib.scenario import contagion
from lederlib.text import format_number, format_share


@pytest.fixture(scope="module")
def found():
    return contagion(employees=900, weeks=60, draws=5)


def test_every_leader_ends_in_one_bar(found):
    assert ending_shares(found).sum() == pytest.approx(1)


def test_the_words_give_mean_average_and_how_many_are_near(found, lang):
    alt = plot_population(found, lang=lang).alt
    for number in (found.leader_mean[-1], found.average_leader[-1]):
        assert format_number(number, lang) in alt
    assert format_share(found.near, lang) in alt


def test_both_lines_go_to_where_the_bars_are_marked(found):
    picture = plot_population(found)
    over, end = picture.axes
    for through, at in zip(over.lines, end.lines, strict=True):
        assert through.get_ydata()[-1] == at.get_ydata()[-1]

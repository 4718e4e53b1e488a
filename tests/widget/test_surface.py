import pytest

from lederlib.scenario import leader_table
from lederlib.widget import explore_surface
from lederlib.widget.surface import surface_at, surface_words

START = {"outcome": "strain", "rate": 1.0, "shift": 0.0, "people": "280", "draw": 1}


@pytest.fixture(scope="module")
def explorer():
    return explore_surface(lang="da")


def words(lang="da", **levers):
    return surface_words(surface_at(START | levers, leader_table(), 0), lang)


def test_the_words_are_the_functions_own(explorer):
    explorer.move({"people": "100", "rate": 0.7})
    assert explorer.stage.frame["words"] == words(people="100", rate=0.7)
    explorer.move(START)


def test_the_words_tell_level_from_imbalance_and_what_is_convention():
    told = words()
    assert "udfaldet stiger" in told
    assert "vi kan ikke sige, om fladen krummer" in told
    assert "en konvention" in told
    half = words(rate=0.5)
    assert "vi kan ikke sige, om udfaldet stiger" in half
    assert "fladen krummer opad" in half
    assert "Fladen selv har ikke flyttet sig" in half


def test_load_and_resources_by_themselves_do_not_hang_on_the_weight():
    sentences = [words("en", rate=rate).split(". Both")[0] for rate in (0.5, 1.0, 2.0)]
    assert len(set(sentences)) == 1


def test_thirty_leaders_say_less_than_all():
    sure = words(outcome="team_climate")
    unsure = words(outcome="team_climate", people="30")
    assert "udfaldet falder" in sure
    assert "vi kan ikke sige, om udfaldet stiger eller falder" in unsure

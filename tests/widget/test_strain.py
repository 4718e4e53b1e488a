import pytest

from lederlib.scenario import leader_year
from lederlib.widget import explore_strain
from lederlib.widget.strain import year_controls, year_of, year_words


@pytest.fixture(scope="module")
def explorer():
    return explore_strain(lang="da", draws=30)


def test_the_words_are_the_models_own(explorer):
    explorer.move({"load": 120, "budget": 80, "stocks": "one"})
    found = leader_year(load=1.2, budget=0.8, tipping=True, draws=30)
    assert explorer.stage.frame["words"] == year_words(found, "da")


def test_two_leaders_with_the_same_load_differ_by_their_past(explorer):
    explorer.move({"load": 120, "budget": 0, "start": 0.25})
    calm = explorer.stage.frame["words"]
    explorer.move({"start": 0.85})
    worn = explorer.stage.frame["words"]
    assert "mellem de to kanter" in calm
    assert calm != worn


@pytest.mark.parametrize(
    ("levers", "words"),
    [
        ({"load": 100}, "under begge kanter"),
        ({"load": 113}, "under begge kanter"),
        ({"load": 114}, "mellem de to kanter"),
        ({"load": 137}, "mellem de to kanter"),
        ({"load": 138}, "over kanten"),
        ({"tipping": False}, "ingen kant"),
        ({"stocks": "two", "recovery": 300}, "Ingen belastning er stor nok"),
    ],
)
def test_the_words_say_where_every_day_lies(levers, words):
    start = {control.key: control.start for control in year_controls("da")}
    assert words in year_words(year_of(start | levers, draws=5), "da")


def test_the_same_levers_give_the_same_pictures(explorer):
    explorer.move({"load": 100, "stocks": "two"})
    first = explorer.stage.frame["scenes"]
    explorer.move({"load": 130, "tipping": False})
    explorer.move({"load": 100, "tipping": True})
    assert explorer.stage.frame["scenes"] == first


def test_a_page_without_a_kernel_shows_both_pictures(explorer):
    html = explorer._repr_mimebundle_()["text/html"]
    assert html.count("data:image/png;base64,") == html.count("<figcaption>") == 2

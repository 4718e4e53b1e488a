import pytest

from lederlib.catalogue import ledger
from lederlib.scenario import Scenario, as_if_measured, compare
from lederlib.widget import explore_conclusion
from lederlib.widget.conclusion import MEASURABLE, OUTCOMES

FACTS = {"draws": 600, "rng": 0}


@pytest.fixture(scope="module")
def explorer():
    return explore_conclusion(lang="da", draws=600)


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_words_are_the_models_own(explorer, outcome):
    explorer.move({"home": 3, "outcome": outcome, "measured": "nothing"})
    assert explorer.failure is None
    said = compare(Scenario({"home": 0}), Scenario({"home": 3}), **FACTS)
    assert explorer.stage.frame["words"].startswith(said.verdict("da", outcome=outcome))


def test_a_measurement_moves_the_worlds_as_its_ledger_does(explorer):
    levers = {"home": 3, "outcome": "retention", "measured": "autonomy_to_retention"}
    explorer.move({**levers, "found": "high"})
    high = explorer.stage.frame
    explorer.move({"found": "low"})
    low = explorer.stage.frame
    assert high["scenes"][0]["alt"] != low["scenes"][0]["alt"]
    said = compare(
        Scenario({"home": 0}),
        Scenario({"home": 3}),
        ledger=as_if_measured(ledger(), "autonomy_to_retention", found="low"),
        **FACTS,
    )
    assert low["words"].startswith(said.verdict("da"))


def test_it_names_what_would_make_one_wiser(explorer):
    explorer.move({"home": 3, "outcome": "community", "measured": "nothing"})
    assert "kende »Hvordan hjemmedagene vælges«" in explorer.stage.frame["sure"]
    explorer.move({"measured": "contact_reach", "found": "middle"})
    assert "kende »Hvor meget kontakt" not in explorer.stage.frame["sure"]


def test_only_bars_and_strip_wait_for_the_lever_to_be_released(explorer):
    explorer.move({"home": 1})
    explorer.touch("home", 2)
    stale = [scene["stale"] for scene in explorer.stage.frame["scenes"]]
    assert stale == [False, True, True]
    explorer.stage.released = explorer.stage.frame["number"]
    assert not any(scene["stale"] for scene in explorer.stage.frame["scenes"])


def test_a_finding_without_a_measurement_is_said_to_mean_nothing(explorer):
    explorer.move({"measured": "nothing", "found": "middle"})
    explorer.touch("found", "high")
    assert "Vælg først" in explorer.stage.frame["notice"]
    explorer.touch("measured", "curvature")
    assert explorer.stage.frame["notice"] == ""


def test_everything_that_is_offered_for_measuring_can_be(explorer):
    for name in MEASURABLE:
        explorer.touch("measured", name)
        assert explorer.failure is None


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_page_without_a_kernel_shows_every_picture_with_its_alt_text(lang):
    html = explore_conclusion(lang=lang, draws=200)._repr_mimebundle_()["text/html"]
    assert html.count("data:image/png;base64,") == 3
    assert html.count('alt="') == html.count("<figcaption>") == 3

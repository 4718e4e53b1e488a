import pytest

from lederlib.catalogue import ledger
from lederlib.scenario import contagion
from lederlib.widget import explore_contagion
from lederlib.widget.contagion import contagion_controls, contagion_words


@pytest.fixture(scope="module")
def explorer():
    return explore_contagion(lang="da", employees=900)


def test_the_words_are_the_models_own(explorer):
    explorer.move({"span": 40, "load_coupling": 1.0, "leader_load": 120})
    found = contagion(
        employees=900,
        span=40,
        load_coupling=1.0,
        leader_load=1.32,
        precision="float32",
        draws=50,
    )
    assert explorer.stage.frame["words"] == contagion_words(found, "da")


def test_a_shock_is_a_quarter_of_another_load(explorer):
    explorer.move({"shock": 200, "leader_load": 100, "span": 29, "load_coupling": 0.6})
    quarter = [2.0] * 13 + [1.0] * 91
    levers = {"span": 29, "leader_load_path": quarter, "tipping": True}
    found = contagion(employees=900, precision="float32", draws=50, **levers)
    assert explorer.stage.frame["words"] == contagion_words(found, "da")
    explorer.move({"shock": 100})


def test_the_words_turn_with_the_tipping_switch():
    explorer = explore_contagion(lang="da")
    assert "findes næsten ikke" in explorer.stage.frame["words"]
    explorer.touch("tipping", False)
    assert "godt tale om en gennemsnitsleder" in explorer.stage.frame["words"]


def test_the_same_levers_give_the_same_pictures(explorer):
    explorer.move({"unequal": 0.5})
    first = explorer.stage.frame["scenes"]
    explorer.move({"unequal": 1.0, "tipping": False})
    explorer.move({"unequal": 0.5, "tipping": True})
    assert explorer.stage.frame["scenes"] == first


def test_couplings_begin_where_the_ledger_says():
    start = {
        control.key: control.start for control in contagion_controls("da", ledger())
    }
    for key in ("load_coupling", "recovery_coupling", "team_feedback"):
        assert start[key] == pytest.approx(ledger()[key].value)


def test_a_page_without_a_kernel_shows_both_pictures(explorer):
    html = explorer._repr_mimebundle_()["text/html"]
    assert html.count("data:image/png;base64,") == html.count("<figcaption>") == 2

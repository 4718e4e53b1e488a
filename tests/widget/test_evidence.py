import pytest

from lederlib.widget import explore_evidence


@pytest.fixture(scope="module")
def explorer():
    return explore_evidence(lang="da")


@pytest.fixture(autouse=True)
def _all_open(explorer):
    everything = {"topic": "all", "seen": "all", "kind": "all", "search": ""}
    explorer.move({**everything, "order": "register"})


def test_all_203_rows_are_shown_at_first(explorer):
    assert explorer.failure is None
    assert explorer.stage.frame["listing"]["order"] == list(range(203))
    assert "203 af registrets 203 tal" in explorer.stage.frame["words"]
    assert "142 af dem er set" in explorer.stage.frame["words"]


def test_words_picture_and_table_tell_of_the_same_rows(explorer):
    explorer.move({"topic": "flexible_work", "seen": "seen"})
    frame = explorer.stage.frame
    assert "rummer 21 af registrets" in frame["words"]
    assert "Udvalget rummer 21, hvoraf 21 er set" in frame["scenes"][0]["alt"]
    assert len(frame["listing"]["order"]) == 21


def test_the_rows_are_sent_once(explorer):
    sent = []
    explorer.stage.observe(sent.append, "description")
    explorer.move({"seen": "seen"})
    explorer.move({"order": "people"})
    assert sent == []
    assert len(explorer.stage.description["table"]["rows"]) == 203


def test_a_heading_moves_the_lever_that_sorts(explorer):
    column = explorer.stage.description["table"]["columns"][3]
    explorer.touch(column["lever"], column["value"])
    assert explorer.values["order"] == "people"
    assert explorer.stage.frame["listing"]["sorted"][3] == "descending"


def test_numbers_of_one_kind_are_not_warned_against(explorer):
    explorer.move({"kind": "ratio"})
    assert "kan ikke lægges sammen" not in explorer.stage.frame["words"]
    explorer.move({"kind": "all"})
    assert "kan ikke lægges sammen" in explorer.stage.frame["words"]


def test_an_empty_selection_tells_the_way_out(explorer):
    explorer.move({"search": "zzz"})
    assert "Tag et filter af" in explorer.stage.frame["words"]
    assert explorer.stage.frame["listing"]["order"] == []


def test_a_page_without_a_kernel_holds_the_picture_and_the_rows(explorer):
    explorer.move({"kind": "difference"})
    html = explorer._repr_mimebundle_()["text/html"]
    assert html.count("data:image/png;base64,") == 1
    assert html.count('<th scope="row"') == 8


def test_filters_are_saved_and_restored(explorer, tmp_path):
    explorer.move({"kind": "ratio", "search": "leave"})
    explorer.save(tmp_path / "filters.json")
    again = explore_evidence(lang="en")
    again.restore(tmp_path / "filters.json")
    assert again.values == explorer.values

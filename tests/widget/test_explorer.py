import json
import subprocess
import sys
from dataclasses import replace

import pytest

from lederlib.plot.drawing.theme import new_figure
from lederlib.widget import Description, Explorer, View, choice, slider

HOME = slider("home", "Hjemmedage", low=0, high=5, step=1, start=1, words="{:g}".format)
ANCHOR = slider("anchor", "Faste", low=0, high=5, step=1, start=0, words="{:g}".format)
ROLE = choice("role", "Rolle", {"office": "Kontor", "front": "Front"}, start="office")


def half(values, rest):  # noqa: ARG001 - nothing is quicker on its way
    if values["home"] == 4:
        msg = "Firtallet er i stykker."
        raise RuntimeError(msg)
    return values["home"] / 2


def plot_half(*, half):
    """A figure with one word that moves."""
    figure = new_figure("Halvdelen", lang="da", width=2, height=1)
    word = figure.text(0.5, 0.5, "")

    def update(*, half):
        word.set_text(f"{half:g}")
        figure.alt = f"Halvdelen er {half:g}."
        return figure.alt

    update(half=half)
    return figure.with_moving([word], update)


def view(name, **how):
    return View(name=name, plot=plot_half, data=lambda _, found: {"half": found}, **how)


def give_way(values, moved):
    other = {"home": "anchor", "anchor": "home"}.get(moved)
    if other is None or values["home"] + values["anchor"] <= 5:
        return values, ""
    return {**values, other: 5 - values[moved]}, "Ugen har fem dage."


@pytest.fixture
def explorer():
    return Explorer(
        Description(
            name="test",
            lesson="00",
            lang="da",
            controls=(HOME, ANCHOR, ROLE),
            first=("home",),
            settle=give_way,
            find=half,
            pictures=(view("now"), view("later", at_rest=True)),
            sentence=lambda values, _: f"hjemme {values['home']:g}",
            how_sure=lambda _, found: f"halvdelen er {found:g}",
            waiting="vent",
        )
    )


def test_a_move_changes_the_words_and_the_moving_sheet(explorer):
    before = explorer.stage.frame["scenes"][0]
    explorer.touch("home", 3)
    after = explorer.stage.frame["scenes"][0]
    assert explorer.stage.frame["words"] == "hjemme 3"
    assert explorer.stage.frame["sure"] == "vent"
    assert after["alt"] == "Halvdelen er 1.5."
    assert after["moving"] != before["moving"]


def test_the_background_is_sent_once(explorer):
    sent = []
    explorer.stage.observe(sent.append, "description")
    for home in (2, 3, 2):
        explorer.touch("home", home)
    assert sent == []


def test_a_failure_is_said_in_words_and_taken_back_after_the_next_good_move(explorer):
    explorer.touch("home", 4)
    assert "Firtallet er i stykker." in explorer.stage.frame["alarm"]
    assert "Traceback" not in explorer.stage.frame["alarm"]
    assert isinstance(explorer.failure, RuntimeError)
    explorer.touch("home", 3)
    assert explorer.stage.frame["alarm"] == ""
    assert explorer.failure is None


def test_a_failure_leaves_the_pictures_as_they_were(explorer):
    before = explorer.stage.frame["scenes"]
    explorer.touch("home", 4)
    assert explorer.stage.frame["scenes"] == before


def test_the_other_lever_gives_way_and_the_notice_says_so(explorer):
    explorer.touch("anchor", 3)
    explorer.touch("home", 3)
    assert explorer.values["anchor"] == 2
    assert explorer.stage.frame["notice"] == "Ugen har fem dage."


def test_pictures_that_take_time_follow_when_the_lever_is_released(explorer):
    explorer.touch("home", 2)
    now, later = explorer.stage.frame["scenes"]
    assert (now["stale"], later["stale"]) == (False, True)
    assert later["alt"] == "Halvdelen er 0.5."
    explorer.stage.released = explorer.stage.frame["number"]
    now, later = explorer.stage.frame["scenes"]
    assert (now["stale"], later["stale"]) == (False, False)
    assert later["alt"] == "Halvdelen er 1."
    assert explorer.stage.frame["words"] == "hjemme 2"
    assert explorer.stage.frame["sure"] == "halvdelen er 1"
    assert explorer.stage.frame["rest"]


def test_only_what_is_in_view_is_drawn_and_the_rest_when_it_comes_into_view(explorer):
    explorer.stage.seen = [0]
    explorer.move({"home": 3})
    assert [scene["stale"] for scene in explorer.stage.frame["scenes"]] == [False, True]
    number = explorer.stage.frame["number"]
    explorer.stage.seen = [1]
    frame = explorer.stage.frame
    assert frame["number"] == number + 1
    assert frame["scenes"][1]["alt"] == "Halvdelen er 1.5."
    assert frame["rest"]


def test_looking_at_a_picture_that_stands_right_draws_nothing(explorer):
    number = explorer.stage.frame["number"]
    explorer.stage.seen = [1]
    explorer.stage.seen = [0]
    assert explorer.stage.frame["number"] == number


def test_a_release_of_an_older_frame_is_dropped(explorer):
    explorer.touch("home", 2)
    older = explorer.stage.frame["number"]
    explorer.touch("home", 3)
    explorer.stage.released = older
    assert explorer.stage.frame["scenes"][1]["stale"]


def moves(*those):
    keys = ("number", "key", "value", "along")
    return {"moves": [dict(zip(keys, one, strict=True)) for one in those]}


def test_moves_that_piled_up_are_made_in_order_and_answered_by_one_frame(explorer):
    number = explorer.stage.frame["number"]
    explorer.stage.asked = moves((1, "home", 3, {}), (2, "anchor", 5, {}))
    frame = explorer.stage.frame
    assert (frame["number"], frame["answered"]) == (number + 1, 2)
    assert frame["values"] == {"home": 0, "anchor": 5, "role": "office"}
    assert frame["notice"] == "Ugen har fem dage."


def test_a_move_that_is_asked_again_is_made_once(explorer):
    explorer.stage.asked = moves((1, "home", 3, {}))
    explorer.touch("home", 1)
    explorer.stage.asked = moves((1, "home", 3, {}), (2, "anchor", 2, {}))
    assert explorer.values["home"] == 1
    assert explorer.values["anchor"] == 2


def test_levers_set_along_with_one_give_way_to_it_alone(explorer):
    along = {"home": 1, "anchor": 4, "role": "front"}
    explorer.stage.asked = moves((1, "home", 1, along))
    assert explorer.values == along


def test_a_move_that_cannot_be_is_answered_in_words(explorer):
    explorer.stage.asked = moves((1, "home", 99, {}))
    assert "home must be one of" in explorer.stage.frame["alarm"]
    assert explorer.stage.frame["answered"] == 1
    assert explorer.values["home"] == 1


def test_state_saved_is_state_restored(explorer, tmp_path):
    explorer.move({"home": 2, "role": "front"})
    explorer.save(tmp_path / "levers.json")
    explorer.move({"home": 0, "role": "office"})
    explorer.restore(tmp_path / "levers.json")
    assert explorer.values == {"home": 2, "anchor": 0, "role": "front"}
    assert explorer.stage.frame["words"] == "hjemme 2"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("not json", "is no saved explorer"),
        ("[]", "is no saved explorer"),
        ("[" * 100_000, "is no saved explorer"),
        ('{"levers": {}}', "is no saved explorer"),
        ('{"explorer": "test", "levers": 3}', "is no saved explorer"),
        ('{"explorer": "other", "levers": {}}', "holds the levers of 'other'"),
        ('{"explorer": "test", "levers": {"hom": 1}}', "Nearest: 'home'"),
        ('{"explorer": "test", "levers": {"home": 9}}', "home must be one of"),
        ('{"explorer": "test", "levers": {"home": [1]}}', "home must be one of"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence_and_moves_nothing(
    explorer, tmp_path, content, sentence
):
    path = tmp_path / "levers.json"
    path.write_text(content)
    before = explorer.values
    with pytest.raises(ValueError, match=sentence):
        explorer.restore(path)
    assert explorer.values == before


def test_conditions_that_cannot_be_are_raised_before_anything_is_shown(explorer):
    broken = replace(explorer.description, find=lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        Explorer(broken)


def test_a_missing_file_is_named(explorer, tmp_path):
    with pytest.raises(ValueError, match=r"none\.json could not be read"):
        explorer.restore(tmp_path / "none.json")


def test_a_saved_file_can_be_read_by_people(explorer, tmp_path):
    explorer.save(tmp_path / "levers.json")
    assert json.loads((tmp_path / "levers.json").read_text())["levers"]["home"] == 1


def test_a_page_without_a_kernel_still_has_a_picture(explorer):
    bundle = explorer._repr_mimebundle_()
    assert "<img" in bundle["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert bundle["text/html"].startswith('<div data-lederlib="test" lang="da">')


def test_pyplot_is_never_imported():
    code = "import sys, lederlib.widget; print('matplotlib.pyplot' in sys.modules)"
    said = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert said.strip() == "False"

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lederlib.exercise import check, kept_answers
from lederlib.model import change_power
from lederlib.scenario import (
    PILOT_MEASURES,
    per_cent,
    pilot_outcome,
    pilot_themes,
    pilot_weeks,
)
from lederlib.text import format_share
from lederlib.widget import explore_pilots
from lederlib.widget.pilots import Predictions, hold_to_it


@pytest.fixture
def file(tmp_path):
    return tmp_path / "answers.json"


@pytest.fixture
def explorer(file):
    return explore_pilots(lang="en", file=file)


def pictures_say(explorer):
    return [scene["alt"] for scene in explorer.stage.frame["scenes"]]


def test_nothing_of_what_came_shows_before_a_prediction_is_stored(explorer, file):
    pilot = pilot_outcome(pilot_weeks("leadership_quality"))
    came = per_cent(float(pilot.effect), "en")
    explorer.touch("prediction", -6)
    said = [explorer.stage.frame["words"], *pictures_say(explorer)]
    assert not any(came in each for each in said)
    assert said[1].startswith("Only the weeks before the change are shown")
    assert "not shown yet" in said[2]
    assert not file.exists()


def test_a_stored_prediction_stands_beside_what_came(explorer, file):
    explorer.move({"prediction": -6, "stored": True})
    pilot = pilot_outcome(pilot_weeks("leadership_quality"))
    words = explorer.stage.frame["words"]
    assert "you believed −6%" in words
    assert f"{per_cent(float(pilot.effect), 'en')} came" in words
    assert kept_answers(file)["09.pilot.leadership_quality.strain"]["answer"] == -6
    assert "stored: −6%" in explorer.stage.frame["notice"]
    assert "after" in pictures_say(explorer)[0]


def test_a_stored_prediction_can_neither_be_changed_nor_taken_back(explorer, file):
    explorer.move({"prediction": -6, "stored": True})
    explorer.touch("prediction", -15)
    assert explorer.values["prediction"] == -6
    assert "It stays." in explorer.stage.frame["notice"]
    explorer.touch("stored", False)
    assert explorer.values["stored"] is True
    assert kept_answers(file)["09.pilot.leadership_quality.strain"]["answer"] == -6


def test_it_survives_a_restart(explorer, file):
    explorer.move({"prediction": -6, "stored": True})
    again = explore_pilots(lang="da", file=file)
    assert again.values["prediction"] == -6
    assert again.values["stored"] is True
    assert "I troede −6" in again.stage.frame["words"]


def test_every_test_waits_for_a_prediction_of_its_own(explorer):
    explorer.move({"prediction": -6, "stored": True})
    explorer.touch("theme", "psychological_safety")
    assert explorer.values["stored"] is False
    assert explorer.values["prediction"] == 0
    explorer.touch("theme", "leadership_quality")
    assert explorer.values["stored"] is True
    assert explorer.values["prediction"] == -6


def test_before_it_is_stored_the_words_say_how_surely_it_would_show(explorer):
    explorer.move({"prediction": 8, "teams": 20})
    weeks = pilot_weeks("leadership_quality")
    power = change_power(20, effect=8, spread=weeks.spread)
    assert format_share(float(power), "en") in explorer.stage.frame["words"]
    assert format_share(float(power), "en") in pictures_say(explorer)[2]


def test_no_change_is_a_prediction_that_no_test_can_confirm(explorer):
    explorer.move({"prediction": 0, "teams": 8})
    assert "cannot be confirmed" in explorer.stage.frame["words"]


def test_no_verdict_is_ever_a_bare_yes_or_no(explorer):
    for theme in pilot_themes():
        explorer.touch("theme", theme)
        explorer.touch("stored", True)
        words = explorer.stage.frame["words"]
        assert "interval" in words
        assert not {"significant", "works", "proved"} & set(words.lower().split())


def test_a_folder_that_cannot_be_written_to_is_said_in_words(tmp_path):
    explorer = explore_pilots(lang="en", file=tmp_path / "gone" / "answers.json")
    explorer.move({"stored": True})
    assert "could not be written to answers.json" in explorer.stage.frame["notice"]
    assert explorer.failure is None


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_picture_has_an_alt_text_and_a_caption(lang, file):
    explorer = explore_pilots(lang=lang, file=file)
    assert explorer.failure is None
    scenes = explorer.stage.frame["scenes"]
    assert len(scenes) == 3
    assert all(scene["alt"] and scene["caption"] for scene in scenes)
    html = explorer._repr_mimebundle_()["text/html"]
    assert html.count("data:image/png;base64,") == 3


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(pilot_themes()),
    st.sampled_from(PILOT_MEASURES),
    st.integers(-30, 30),
    st.lists(st.sampled_from(["theme", "measure", "prediction", "stored"]), max_size=4),
)
def test_whatever_is_moved_a_kept_prediction_is_the_first_one(
    tmp_path_factory, theme, measure, guess, moves
):
    file = tmp_path_factory.mktemp("kept") / "answers.json"
    predictions = Predictions(file)
    values = {"theme": theme, "measure": measure, "prediction": guess, "stored": True}
    hold_to_it(values, "stored", predictions=predictions, lang="en", file=file)
    for place, moved in enumerate(moves):
        other = values | {"prediction": -place, "stored": place % 2 == 0}
        settled, _ = hold_to_it(
            other, moved, predictions=predictions, lang="da", file=file
        )
        assert settled["prediction"] == guess
        assert settled["stored"] is True


def test_a_prediction_is_kept_beside_the_answers_and_found_again(tmp_path):
    file = tmp_path / "answers.json"
    check("08.2", 165, file=file)
    assert Predictions(file).get("flexible_work", "strain") is None
    assert not Predictions(file).keep("flexible_work", "strain", -7.0)
    assert Predictions(file).get("flexible_work", "strain") == -7
    assert set(kept_answers(file)) == {"08.2", "09.pilot.flexible_work.strain"}


@pytest.mark.parametrize("answer", ["much", 1e9, 2.5, None])
def test_what_is_no_prediction_is_passed_over(tmp_path, answer):
    file = tmp_path / "answers.json"
    record = {"09.pilot.flexible_work.strain": {"answer": answer}}
    file.write_text(json.dumps({"answers": record}), encoding="utf-8")
    assert Predictions(file).get("flexible_work", "strain") is None


def test_a_damaged_file_is_put_aside_and_the_prediction_kept(tmp_path):
    file = tmp_path / "answers.json"
    file.write_text("{", encoding="utf-8")
    predictions = Predictions(file)
    assert not predictions.keep("flexible_work", "strain", 4.0)
    assert (tmp_path / "answers.damaged-1.json").exists()


def test_a_folder_that_is_not_there_is_said_and_the_prediction_remembered(tmp_path):
    predictions = Predictions(tmp_path / "gone" / "answers.json")
    assert predictions.keep("flexible_work", "strain", 4.0)
    assert predictions.get("flexible_work", "strain") == 4

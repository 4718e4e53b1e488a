import json

import pytest

from lederlib.exercise import check, kept_answers
from lederlib.widget.predictions import Predictions


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

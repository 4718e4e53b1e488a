import numpy as np
import pytest

from lederlib.plot import plot_pilot_effect


def test_words_say_interval_and_prediction_and_give_no_verdict(examples):
    alt = plot_pilot_effect(examples["tests"], lang="en").alt
    assert alt == (
        "Mentors: −15% (−22 to −8%). The prediction, −10%, lies within the interval. "
        "One fixed day: the prediction is 5%; what came is not shown yet. "
        "A rule: 4% (without end). There is no prediction."
    )


def test_a_prediction_off_the_interval_is_said_to_be(examples):
    table = examples["tests"][:1].assign(predicted=3.0)
    assert "ligger uden for intervallet" in plot_pilot_effect(table, lang="da").alt


def test_an_interval_without_end_goes_to_the_edges(examples):
    picture = plot_pilot_effect(examples["tests"], limit=25)
    assert picture.moving[2].get_xdata().tolist() == [-25, 25]
    assert len(picture.moving[1].get_xdata()) == 0


def test_only_what_came_and_what_was_predicted_is_marked(examples):
    picture = plot_pilot_effect(examples["tests"])
    came, predicted = picture.moving[3:5]
    assert came.get_xdata().tolist() == [-15, 4]
    assert predicted.get_xdata().tolist() == [-10, 5]


def test_tables_that_do_not_fit_get_one_sentence(examples):
    tests = examples["tests"]
    for wrong in (tests[:0], tests.drop(columns="low"), tests.loc[np.zeros(13, int)]):
        with pytest.raises(ValueError, match="table must have 1 to 12 rows and the"):
            plot_pilot_effect(wrong)

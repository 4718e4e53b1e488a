import numpy as np
import pandas as pd
import pytest

from lederlib.plot import plot_choices


def test_words_name_the_least_regretted_the_most_often_best_and_the_own(examples):
    table, sets = examples["table"], examples["sets"]
    alt = plot_choices(table, sets, chosen=(table[3], table[0]), lang="en").alt
    assert alt.startswith(
        "Least regretted is Fixed presence days and Home days: 1.0 points on average, "
        "and best in 40% of the possible worlds."
    )
    assert "Most often best is Home days and Fewer meetings: in 50%." in alt
    assert "best in 10% and costs 9.0 points of regret" in alt


def test_without_a_choice_only_the_best_are_shown(examples):
    picture = plot_choices(examples["table"], examples["sets"], lang="da")
    assert "I har ikke valgt endnu." in picture.alt
    assert not len(picture.moving[2].get_path().vertices)


def test_a_column_has_a_mark_for_each_of_its_interventions(examples):
    table, sets = examples["table"], examples["sets"]
    picture = plot_choices(table, sets, chosen=table[:2])
    marks = [picture.moving[place].get_path().vertices for place in (1, 2)]
    assert [len(mark) for mark in marks] == [6 * 17, 2 * 5]
    rows = np.unique(np.floor(marks[1][:, 1]))
    assert rows.tolist() == [0, 1]


def test_numbers_are_those_of_the_table(examples):
    picture = plot_choices(examples["table"], examples["sets"], lang="en")
    written = [text.get_text() for text in picture.moving[7:]]
    assert written[:3] == ["40%", "50%", "10%"]
    assert written[9:12] == ["1.0", "1.2", "9.0"]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"sets": pd.DataFrame({"keys": []})}, "sets must have rows, and columns"),
        ({"chosen": ["supervision"]}, "chosen must be one of the 3 sets"),
        ({"locked": ["coffee"]}, "intervention must be one of"),
    ],
)
def test_what_does_not_fit_gets_one_sentence(examples, wrong, message):
    good = {"table": examples["table"], "sets": examples["sets"]}
    with pytest.raises(ValueError, match=message):
        plot_choices(**good | wrong)
